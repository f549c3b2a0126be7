"""Documents to passages: blocks, sentences, repeats."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.passage import HEADINGS, REMOVED, Kind, Passages
from rhetoric.segment.paragraphs import LINE, blocks, paragraphs, trimmed
from rhetoric.segment.repeats import repeats
from rhetoric.segment.sentences import sentences
from rhetoric.segment.sequence import Folded

__all__ = ["blocks", "repeats", "segment", "sentences"]


def segment(corpus: Corpus) -> Corpus:
    """Return the corpus with its passages: every layer of `Kind` but quotations.

    Notes
    -----
    Blocks are what the loader marked, turns among them, and paragraphs elsewhere; sentences lie inside blocks that were
    not removed, and reach over no line of a heading and no paragraph of a turn.
    """
    folded = Folded()
    rows = [
        (doc, *row) for doc, document in enumerate(corpus.documents) for row in passages_of(document, folded)
    ]
    columns = list(zip(*rows, strict=True)) or [()] * 5
    notes = np.empty(len(rows), object)
    notes[:] = columns[4]
    doc, kind, start, end = (np.array(c, np.int32) for c in columns[:4])
    found = Passages(doc=doc, kind=kind.astype(np.int8), start=start, end=end, note=notes)
    return corpus.replace(passages=found.sorted_by("doc", "kind", "start"))


def passages_of(document: Document, folded: Folded) -> list[tuple[int, int, int, str]]:
    """Return kind, start, end and note of every passage of one document."""
    found = blocks(document.text, document.layout)
    rows = [(Kind[m.kind.upper()], m.start, m.end, m.note) for m in found]
    kept = [m for m in found if Kind[m.kind.upper()] not in REMOVED]
    inner = [s for m in kept for part in parts(document.text, m) for s in sentences(document.text, *part)]
    rows += [(Kind.SENTENCE, s, e, "") for s, e in inner]
    again = repeats(document.text, kept, folded)
    rows += [(Kind.REPEAT, s, e, f"{a}:{b}") for s, e, a, b in again]
    return [(int(k), s, e, n) for k, s, e, n in rows]


def parts(text: str, block: Mark) -> Iterable[tuple[int, int]]:
    """Return the stretches of a block that no sentence reaches over: the lines of a heading, the paragraphs of a turn."""
    if block.kind == Kind.PARAGRAPH.label or "\n" not in text[block.start : block.end]:
        return [(block.start, block.end)]
    if Kind[block.kind.upper()] in HEADINGS:
        lines = (trimmed(text, *m.span()) for m in LINE.finditer(text, block.start, block.end))
        return [(s, e) for s, e in lines if s < e]
    return paragraphs(text, block.start, block.end)
