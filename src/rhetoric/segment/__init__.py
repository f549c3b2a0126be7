"""Documents to passages: blocks, sentences, repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from rhetoric.model.columns import Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Mark
from rhetoric.model.passage import HEADINGS, REMOVED, Kind, Passages
from rhetoric.segment.paragraphs import LINE, blocks, paragraphs, trimmed
from rhetoric.segment.plainstops import sentences_of
from rhetoric.segment.repeats import repeats
from rhetoric.segment.sentences import sentences
from rhetoric.segment.sequence import Folded
from rhetoric.segment.twice import twice

__all__ = ["blocks", "repeats", "segment", "sentences"]

Row = tuple[int, int, int, int, str]  # document, kind, start, end, note
KINDS = {kind.label: int(kind) for kind in Kind}
PARAGRAPH = Kind.PARAGRAPH.label


def segment(corpus: Corpus, *, quick: bool = False) -> Corpus:
    """Return the corpus with its passages: every layer of `Kind` but quotations.

    Parameters
    ----------
    corpus : Corpus
    quick : bool
        Look for repeats of twenty words and more, word for word, only; the corpus must have its tokens.

    Notes
    -----
    Blocks are what the loader marked, turns among them, and paragraphs elsewhere; sentences lie inside blocks that were
    not removed, and reach over no line of a heading and no paragraph of a turn.
    """
    found = [blocks(d.text, d.layout) for d in corpus.documents]
    rows = [(doc, KINDS[m.kind], m.start, m.end, m.note) for doc, b in enumerate(found) for m in b]
    kept = [[m for m in b if KINDS[m.kind] not in REMOVED] for b in found]
    again = printed_twice(corpus) if quick else repeated(corpus, kept)
    parts = [columns(rows), split(corpus, kept), columns(again)]
    passages = Passages(
        **{n: np.concatenate([getattr(p, n) for p in parts]) for n in Passages.types}
    ).sorted_by("doc", "kind", "start")
    return corpus.replace(passages=passages)


def split(corpus: Corpus, kept: Sequence[Sequence[Mark]]) -> Passages:
    """Return the sentences of the blocks that count."""
    texts = [d.text for d in corpus.documents]
    base = np.cumsum([0, *(len(t) + 1 for t in texts)])
    spans = [
        (first + start, first + end)
        for text, marks, first in zip(texts, kept, base.tolist(), strict=False)
        for mark in marks
        for start, end in parts(text, mark)
    ]
    bounds = np.array(spans, np.int64).reshape(-1, 2)
    start, end = sentences_of("\n".join(texts), bounds[:, 0], bounds[:, 1])
    doc = np.searchsorted(base, start, side="right") - 1
    notes = np.full(len(doc), "", object)
    kind = np.full(len(doc), Kind.SENTENCE, np.int8)
    return Passages(
        doc=narrow(doc), kind=kind, start=narrow(start - base[doc]), end=narrow(end - base[doc]), note=notes
    )


def parts(text: str, block: Mark) -> Iterable[tuple[int, int]]:
    """Return the stretches of a block that no sentence reaches over: the lines of a heading, the paragraphs of a turn."""
    if block.kind == PARAGRAPH or "\n" not in text[block.start : block.end]:
        return [(block.start, block.end)]
    if KINDS[block.kind] in HEADINGS:
        lines = (trimmed(text, *m.span()) for m in LINE.finditer(text, block.start, block.end))
        return [(s, e) for s, e in lines if s < e]
    return paragraphs(text, block.start, block.end)


def repeated(corpus: Corpus, kept: Sequence[Sequence[Mark]]) -> list[Row]:
    """Return what each text prints twice; see `repeats`."""
    folded = Folded()
    return [
        (doc, int(Kind.REPEAT), start, end, f"{a}:{b}")
        for doc, marks in enumerate(kept)
        for start, end, a, b in repeats(corpus.documents[doc].text, marks, folded)
    ]


def printed_twice(corpus: Corpus) -> list[Row]:
    """Return what each text prints twice word for word; see `twice`."""
    tokens = corpus.tokens
    first, last, earlier = twice(tokens)
    note = [
        f"{a}:{b}"
        for a, b in zip(
            tokens.start[earlier].tolist(), tokens.end[earlier + last - first - 1].tolist(), strict=True
        )
    ]
    spans = zip(
        tokens.doc[first].tolist(),
        tokens.start[first].tolist(),
        tokens.end[last - 1].tolist(),
        note,
        strict=True,
    )
    return [(doc, int(Kind.REPEAT), start, end, said) for doc, start, end, said in spans]


def columns(rows: Sequence[Row]) -> Passages:
    """Return rows as passages."""
    doc, kind, start, end, said = list(zip(*rows, strict=True)) or [()] * 5
    notes = np.empty(len(rows), object)
    notes[:] = said
    numbers = [narrow(np.array(c, np.int64)) for c in (doc, kind, start, end)]
    return Passages(
        doc=numbers[0], kind=numbers[1].astype(np.int8), start=numbers[2], end=numbers[3], note=notes
    )


def narrow(values: np.ndarray) -> Ints:
    """Return numbers as 32 bits."""
    return values.astype(np.int32)
