"""What the encoder learns from: words coded for metaphor, prose of many kinds, sentences coded for themes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from net import THEMES
from tokenizers import Tokenizer

from rhetoric.embed.encoder import STRAIGHT
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from coded_sentences import Coded, coded, rows, texts

LONGEST = 128
WORDS = (7, 70)  # a sentence of general prose that is learned from has so many words
PROSE = 30_000


@dataclass
class Sentence:
    """One sentence as pieces, with whatever is known of it.

    Parameters
    ----------
    text : str
    pieces : list of int
        With the marks of both ends.
    words : list of (int, int, str)
        For each coded word the place of its first piece, 1 or 0 (metaphorical or not), its part of speech.
    doc, genre : str
    themes : float array, shape (24,)
        Share of coders who see each theme, then the pole, 1 or 0; NaN where it is not known.
    targets : list of (places, int)
        For each mention coded for stance the places of its words' first pieces, and -1, 0 or 1.
    """

    text: str
    pieces: list[int]
    words: list[tuple[int, int, str]] = field(default_factory=list)
    doc: str = ""
    genre: str = ""
    themes: npt.NDArray[np.float64] | None = None
    targets: list[tuple[tuple[int, ...], int]] = field(default_factory=list)


def pieces_of(tokenizer: Tokenizer, text: str) -> tuple[list[int], list[int]]:
    """Return pieces and where each begins, at most as many as are read at once."""
    found = tokenizer.encode(text.translate(STRAIGHT))
    ids, starts = found.ids, [a if b > a else -1 for a, b in found.offsets]
    return [*ids[: LONGEST - 1], ids[-1]], [*starts[: LONGEST - 1], -1]


def metaphor(tokenizer: Tokenizer, folder: Path) -> list[Sentence]:
    """Return the sentences of a half of the VU Amsterdam Metaphor Corpus, as `rhetoric` cuts them."""
    gold = list(rows(folder / "gold.jsonl.gz"))
    given = {r["id"]: r["text"] for r in rows(folder / "input.jsonl.gz")}
    corpus = prepared([Document(id=g["id"], text=given[g["id"]]) for g in gold])
    out = []
    spans = corpus.sentences
    for doc, start, end in zip(spans.doc.tolist(), spans.start.tolist(), spans.end.tolist(), strict=True):
        text = given[gold[doc]["id"]][start:end]
        ids, begins = pieces_of(tokenizer, text)
        first = {a: n for n, a in reversed(list(enumerate(begins))) if a >= 0}
        words = [
            (first[a - start], int(label), pos)
            for a, b, label, pos in gold[doc]["tokens"]
            if start <= a and b <= end and a - start in first
        ]
        if words:
            out.append(Sentence(text, ids, words, gold[doc]["id"], gold[doc]["genre"]))
    return out


def toward(tokenizer: Tokenizer, folder: Path) -> list[Sentence]:
    """Return the sentences of a part of NewsMTSC, each once with all of its mentions."""
    out: dict[str, Sentence] = {}
    given = {r["id"]: r["text"] for r in rows(folder / "input.jsonl.gz")}
    for r in rows(folder / "gold.jsonl.gz"):
        text = given[r["id"]]
        ids, begins = pieces_of(tokenizer, text)
        for t in r["targets"]:
            places = places_of(tokenizer, ids, begins, (t["start"], t["end"]), len(text))
            if places:
                out.setdefault(text, Sentence(text, ids, doc=r["id"])).targets.append((places, t["polarity"]))
    return list(out.values())


def prose(tokenizer: Tokenizer, shared: Path, seed: int) -> list[Sentence]:
    """Return sentences of political prose and news about which nothing is known."""
    documents = [Document(id=k, text=t) for k, t in texts(shared).items() if len(t.split()) > 20]
    generator = np.random.default_rng(seed)
    some = generator.permutation(len(documents))[: len(documents) // 2]
    corpus = prepared([documents[n] for n in np.sort(some)])
    spans, found = corpus.sentences, dict.fromkeys(sentences_of(corpus.documents, corpus.sentences))
    assert len(spans)
    known = list(found)
    order = np.sort(generator.permutation(len(known))[:PROSE])
    return [Sentence(known[n], pieces_of(tokenizer, known[n])[0]) for n in order]


def places_of(
    tokenizer: Tokenizer, ids: Sequence[int], begins: Sequence[int], span: tuple[int, int], length: int
) -> tuple[int, ...]:
    """Return the first pieces of the words of a span."""
    firsts = [
        n for n, a in enumerate(begins) if a >= 0 and not tokenizer.id_to_token(ids[n]).startswith("##")
    ]
    ends = [*(begins[n] for n in firsts[1:]), length]
    return tuple(n for n, end in zip(firsts, ends, strict=True) if begins[n] < span[1] and end > span[0])


def sentences_of(documents: Sequence[Document], spans: object) -> Iterator[str]:
    """Yield sentences of a length to learn from."""
    rows_ = zip(spans.doc.tolist(), spans.start.tolist(), spans.end.tolist(), strict=True)  # type: ignore[attr-defined]
    for doc, start, end in rows_:
        text = " ".join(documents[doc].text[start:end].split())
        if WORDS[0] <= len(text.split()) <= WORDS[1]:
            yield text


def themed(tokenizer: Tokenizer, shared: Path, part: str) -> list[tuple[Coded, Sentence]]:
    """Return the coded sentences of a part."""
    held = texts(shared)
    out = []
    for c in coded():
        if c.part != part:
            continue
        text = " ".join(held[c.doc][c.start : c.end].split())
        known = np.full(2 * len(THEMES), np.nan)
        for n, theme in enumerate(THEMES):
            known[n] = c.share.get(theme, 0.0)
            if theme in c.poles:
                known[len(THEMES) + n] = float(c.poles[theme] == "+")
        out.append((c, Sentence(text, pieces_of(tokenizer, text)[0], doc=c.doc, themes=known)))
    return out
