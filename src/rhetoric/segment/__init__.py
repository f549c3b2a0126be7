"""Documents to passages: blocks, sentences, repeats."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Mark
from rhetoric.model.joined import Joined, holder
from rhetoric.model.passage import REMOVED, Kind, Passages
from rhetoric.segment.paragraphs import blocks
from rhetoric.segment.plainstops import sentences_of
from rhetoric.segment.repeats import repeats
from rhetoric.segment.sentences import sentences
from rhetoric.segment.sequence import Folded
from rhetoric.segment.together import blocks_of, stretches_of
from rhetoric.segment.twice import twice

__all__ = ["blocks", "repeats", "segment", "sentences"]

LABELS = {int(kind): kind.label for kind in Kind}
Row = tuple[int, int, int, str]  # document, start, end, note


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
    joined = Joined.of([d.text for d in corpus.documents])
    found = blocks_of(joined, corpus.documents)
    kept = found.where(~np.isin(found.kind, REMOVED))
    again = printed_twice(corpus) if quick else repeated(corpus, kept)
    parts = [found, split(joined, kept), rows_of(again)]
    passages = Passages(
        **{n: np.concatenate([getattr(p, n) for p in parts]) for n in Passages.types}
    ).sorted_by("doc", "kind", "start")
    return corpus.replace(passages=passages)


def split(joined: Joined, kept: Passages) -> Passages:
    """Return the sentences of the blocks that count."""
    start, end = sentences_of(joined, *stretches_of(joined, kept))
    doc = holder(joined.base[:-1], start)
    notes = np.full(len(doc), "", object)
    kind = np.full(len(doc), Kind.SENTENCE, np.int8)
    return Passages(
        doc=doc, kind=kind, start=start - joined.base[doc], end=end - joined.base[doc], note=notes
    )


def repeated(corpus: Corpus, kept: Passages) -> list[Row]:
    """Return what each text prints twice; see `repeats`."""
    folded = Folded()
    marks: list[list[Mark]] = [[] for _ in corpus.documents]
    for doc, kind, start, end in zip(
        kept.doc.tolist(), kept.kind.tolist(), kept.start.tolist(), kept.end.tolist(), strict=True
    ):
        marks[doc].append(Mark(LABELS[kind], start, end))
    return [
        (doc, start, end, f"{a}:{b}")
        for doc, own in enumerate(marks)
        for start, end, a, b in repeats(corpus.documents[doc].text, own, folded)
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
    spans = (tokens.doc[first].tolist(), tokens.start[first].tolist(), tokens.end[last - 1].tolist())
    return list(zip(*spans, note, strict=True))


def rows_of(again: Sequence[Row]) -> Passages:
    """Return repeats as passages."""
    doc, start, end = np.array([row[:3] for row in again], np.int32).reshape(-1, 3).T
    notes = np.empty(len(again), object)
    notes[:] = [said for *_, said in again]
    kind = np.full(len(again), Kind.REPEAT, np.int8)
    return Passages(doc=doc, kind=kind, start=start, end=end, note=notes)
