"""Whole texts: quotations, voices and the partition, document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import BLOCKS, HEADINGS
from rhetoric.model.voice import HEADINGS_VOICE, UNATTRIBUTED, Quotation, Role, Spoken, Voice
from rhetoric.voice.overrides import Override, corrected
from rhetoric.voice.partition import partition
from rhetoric.voice.reading import Layout, read
from rhetoric.voice.sources import Attribution
from rhetoric.voice.twins import Attributed

Span = tuple[int, int, Voice]
HEADING = Voice(HEADINGS_VOICE, HEADINGS_VOICE, "unknown", "heading", 1.0)
REPORTED = 0.5  # how sure a report must be, clause and source, to take its words from the narrator


def attribute(corpus: Corpus, overrides: Sequence[Override] | None = None) -> Corpus:
    """Find out who says what.

    Parameters
    ----------
    corpus : Corpus
        With documents and passages.
    overrides : sequence of Override, optional
        The user's corrections; they are applied last.

    Returns
    -------
    Corpus
        With `quotations`, `voices` and `spoken`.

    Notes
    -----
    Words between marks belong to their speaker, a reported clause to the person reported where the text names one,
    headings to ``headings``, all else to the author. Each text is read by itself, so that the result does not depend
    on what stands beside it.
    """
    changes: dict[str, list[Override]] = {}
    for override in overrides or ():
        changes.setdefault(override.doc_id, []).append(override)
    texts = enumerate(zip(corpus.documents, layouts(corpus), strict=True))
    return heard(corpus, (one(n, d, layout, changes.get(d.id, ())) for n, (d, layout) in texts))


def layouts(corpus: Corpus) -> list[Layout]:
    """Return kind, start, end and note of the blocks of every text, in order."""
    blocks = corpus.passages.of(*BLOCKS)
    bounds = np.searchsorted(blocks.doc, np.arange(len(corpus) + 1)).tolist()
    columns = (getattr(blocks, n).tolist() for n in ("kind", "start", "end", "note"))
    rows = list(zip(*columns, strict=True))
    return [rows[a:b] for a, b in pairwise(bounds)]


def heard(corpus: Corpus, texts: Iterable[tuple[list[Quotation], list[Span]]]) -> Corpus:
    """Return the corpus with the quotations and the voices of each of its texts, in order."""
    voices: dict[Voice, int] = {}
    quotations: list[Quotation] = []
    rows: list[tuple[int, int, int, int]] = []
    for doc, (found, spans) in enumerate(texts):
        quotations += found
        rows += [(doc, s, e, voices.setdefault(v, len(voices))) for s, e, v in spans]
    columns = np.array(rows, np.int32).reshape(-1, 4).T
    return corpus.replace(quotations=tuple(quotations), voices=tuple(voices), spoken=Spoken(*columns))


def headed(layout: Layout) -> list[Span]:
    """Return the headings of a text with their voice."""
    return [(s, e, HEADING) for kind, s, e, _ in layout if kind in HEADINGS]


def laid_over(text: str, author: Voice, layers: Sequence[Span]) -> list[Span]:
    """Return the runs of voices of a text: layers, the last on top, over its author's words."""
    everyone = list(dict.fromkeys([author, *(v for _, _, v in layers)]))
    code = {v: n for n, v in enumerate(everyone)}
    runs = partition(len(text), 0, ((s, e, code[v]) for s, e, v in layers))
    return [(s, e, everyone[v]) for s, e, v in runs]


def narrator(document: Document) -> Voice:
    """Return the voice of everything that no one else says."""
    if document.author:
        return Voice(document.author, document.author, "author", "byline", 1.0)
    name = f"author of {document.id}"
    return Voice(name, name, "author", "default", 0.5)


def one(
    doc: int, document: Document, layout: Layout, overrides: Sequence[Override]
) -> tuple[list[Quotation], list[Span]]:
    """Return the quotations and the voices of one text."""
    author = narrator(document)
    rows = Attribution(read(document, layout), author.id).run()
    rows = corrected(rows, overrides, len(document.text))
    speakers = voices_of(rows, author)
    layers = headed(layout)
    headings = [(s, e) for s, e, _ in layers]
    for row in sorted(rows, key=lambda r: (r.how == "user", r.start, -r.end)):
        printed = row.kind == "indirect" and any(s <= row.start < e for s, e in headings)
        if speaks(row) and not printed:
            layers.append((row.start, row.end, speakers[row.speaker or UNATTRIBUTED]))
    quotations = [
        Quotation(doc, r.start, r.end, r.kind, r.speaker, r.mention, r.cue, r.how, r.sure)  # type: ignore[arg-type]
        for r in sorted(rows, key=lambda r: (r.start, r.end))
    ]
    return quotations, laid_over(document.text, author, layers)


def speaks(row: Attributed) -> bool:
    """Return whether words are taken from the narrator: marked speech, and reports of a person known by a full name."""
    if row.kind == "indirect":
        return (
            row.speaker is not None
            and " " in row.speaker
            and row.speaker[:1].isupper()
            and not row.how.endswith(": noun")  # 'a London regional official' is nobody that the text names
            and row.sure >= REPORTED
        )
    return row.kind != "phrase"


def voices_of(rows: Sequence[Attributed], author: Voice) -> dict[str, Voice]:
    """Return one voice for each speaker of a text: by the rule that found it most often, with the mean sureness."""
    by_name: dict[str, list[Attributed]] = {}
    for row in rows:
        if speaks(row):
            by_name.setdefault(row.speaker or UNATTRIBUTED, []).append(row)
    out = {}
    for name, mine in by_name.items():
        if name == author.id:
            out[name] = author
            continue
        how = Counter(r.how for r in mine).most_common(1)[0][0]
        sure = round(sum(r.sure for r in mine) / len(mine), 3)
        role: Role = (
            "unknown"
            if name == UNATTRIBUTED
            else "speaker"
            if any(r.kind == "turn" for r in mine)
            else "reported"
            if all(r.kind == "indirect" for r in mine)
            else "quoted"
        )
        out[name] = Voice(name, name, role, how, sure)
    return out
