"""Blocks of many texts at once: what the loaders marked, and paragraphs in between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.model.columns import Array
from rhetoric.model.document import Document
from rhetoric.model.joined import Joined
from rhetoric.model.passage import HEADINGS, Kind, Passages
from rhetoric.segment.plainlines import Spans, lines_of, paragraphs_of

KINDS = {kind.label: int(kind) for kind in Kind}


def blocks_of(joined: Joined, documents: Sequence[Document]) -> Passages:
    """Return every block of some texts in reading order: in each what `rhetoric.segment.blocks` finds."""
    marked = [(doc, m) for doc, d in enumerate(documents) for m in d.layout]
    gap_doc, gap_start, gap_end = gaps(joined, documents)
    stretch, start, end = paragraphs_of(joined, gap_start, gap_end)
    doc, kind = gap_doc[stretch], np.full(len(stretch), Kind.PARAGRAPH, np.int8)
    note = np.full(len(stretch), "", object)
    if marked:
        owner = np.array([n for n, _ in marked])
        first = joined.base[owner] + [m.start for _, m in marked]
        first, last = joined.trimmed(first, joined.base[owner] + [m.end for _, m in marked])
        doc = np.append(doc, owner)
        kind = np.append(kind, np.array([KINDS[m.kind] for _, m in marked], np.int8))
        start, end = np.append(start, first), np.append(end, last)
        note = np.append(note, np.array([m.note for _, m in marked], object))
    found = Passages(
        doc=doc, kind=kind, start=start - joined.base[doc], end=end - joined.base[doc], note=note
    )
    return found.where(found.start < found.end).sorted_by("doc", "start")


def gaps(joined: Joined, documents: Sequence[Document]) -> Spans:
    """Return the stretches of some texts between marks: text, start, end."""
    laid = [n for n, d in enumerate(documents) if d.layout]
    rest = np.setdiff1d(np.arange(len(documents)), laid)
    found = []
    for doc in laid:
        at, base = 0, int(joined.base[doc])
        for mark in sorted(documents[doc].layout, key=lambda m: m.start):
            found.append((doc, base + at, base + mark.start))
            at = max(at, mark.end)
        found.append((doc, base + at, int(joined.base[doc + 1]) - 1))
    between = np.array(found, np.int64).reshape(-1, 3)
    between = between[between[:, 1] < between[:, 2]]
    owner = np.append(rest, between[:, 0])
    start = np.append(joined.base[rest], between[:, 1])
    return owner, start, np.append(joined.base[rest + 1] - 1, between[:, 2])


def stretches_of(joined: Joined, blocks: Passages) -> tuple[Array, Array]:
    """Return the stretches of some blocks that no sentence reaches over, in order: the lines of a heading, the paragraphs of a turn."""
    start, end = joined.base[blocks.doc] + blocks.start, joined.base[blocks.doc] + blocks.end
    heading, whole = np.isin(blocks.kind, HEADINGS), blocks.kind == Kind.PARAGRAPH
    if whole.all():
        return start, end
    turn = ~heading & ~whole
    _, *lines = lines_of(joined, start[heading], end[heading])
    _, *said = paragraphs_of(joined, start[turn], end[turn])
    first, last = zip((start[whole], end[whole]), lines, said, strict=True)
    return np.sort(np.concatenate(first)), np.sort(np.concatenate(last))
