"""Documents to passages: blocks, sentences, repeats."""

from __future__ import annotations

import numpy as np

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark
from rhetoric.model.passage import REMOVED, Kind, Passages
from rhetoric.segment.paragraphs import blocks
from rhetoric.segment.repeats import repeats
from rhetoric.segment.sentences import sentences

__all__ = ["blocks", "repeats", "segment", "sentences"]


def segment(corpus: Corpus) -> Corpus:
    """Return the corpus with its passages: every layer of `Kind` but turns and quotations, which voice/ knows.

    Notes
    -----
    Blocks are what the loader marked, and paragraphs elsewhere; sentences lie inside blocks that were not removed.
    """
    rows = [(doc, *row) for doc, document in enumerate(corpus.documents) for row in passages_of(document)]
    columns = list(zip(*rows, strict=True)) or [()] * 5
    notes = np.empty(len(rows), object)
    notes[:] = columns[4]
    doc, kind, start, end = (np.array(c, np.int32) for c in columns[:4])
    found = Passages(doc=doc, kind=kind.astype(np.int8), start=start, end=end, note=notes)
    return corpus.replace(passages=found.sorted_by("doc", "kind", "start"))


def passages_of(document: Document) -> list[tuple[int, int, int, str]]:
    """Return kind, start, end and note of every passage of one document."""
    found = blocks(document.text, document.layout)
    rows = [(Kind[m.kind.upper()], m.start, m.end, m.note) for m in found]
    kept = [m for m in found if Kind[m.kind.upper()] not in REMOVED]
    inner = [(s, e) for m in kept for s, e in sentences(document.text, m.start, m.end)]
    rows += [(Kind.SENTENCE, s, e, "") for s, e in inner]
    again = repeats(document.text, [Mark(m.kind, m.start, m.end) for m in kept])
    rows += [(Kind.REPEAT, s, e, f"{a}:{b}") for s, e, a, b in again]
    return [(int(k), s, e, n) for k, s, e, n in rows]
