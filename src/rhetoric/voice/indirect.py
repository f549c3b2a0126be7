"""Reported clauses: what a cue reports in the narrator's words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rhetoric.voice.clausefeatures import report
from rhetoric.voice.content import QUOTE_ONLY, content
from rhetoric.voice.frames import Frame
from rhetoric.voice.linear import models
from rhetoric.voice.words import Word, part

Clause = tuple[int, int, Frame, float]


def reported(
    narr: str, start: int, end: int, frames: Sequence[Frame], row: Sequence[Word], judged: bool = True
) -> list[Clause]:
    """Return the reported clauses of one sentence: start, end, the frame that reports each, and how sure.

    Parameters
    ----------
    narr : str
        The text with quoted words blanked.
    start, end : int
        The sentence.
    frames : sequence of Frame
        Its frames, in order.
    row : sequence of Word
        Its words.
    judged : bool
        Whether the models of ``data/models/clauses.json`` have the last word; without them every clause that the
        rules find is returned, at its full length, with 1.0.

    Notes
    -----
    Rules say where a clause begins and how far it may reach: to the end of the sentence, or to the next frame of its
    level. The models, trained on annotated news, say where inside that stretch it ends, and whether it is reported
    speech at all. A frame whose content stands in marks beside it reports nothing more.
    """
    out: list[Clause] = []
    taken: list[tuple[int, int]] = []
    for n, frame in enumerate(frames):
        if any(a <= frame.start < b for a, b in taken) and frame.order != "according":
            continue
        found = content(narr, start, end, frames, n, row)
        if found is None:
            continue
        a, b = trimmed(narr, *found)
        if b - a < 4 or QUOTE_ONLY.match(narr, a, b):
            continue
        clause = part(row, a, b)
        if len(clause) < 2:
            continue
        sure = 1.0
        if judged:
            sure = likely(row, clause, frame)
            if sure < models("clauses")["report"].threshold:
                continue
        out.append((a, b, frame, sure))
        taken.append((a, b))
    return out


def likely(row: Sequence[Word], clause: Sequence[Word], frame: Frame) -> float:
    """Return the probability that a clause is reported speech."""
    return models("clauses")["report"].probability(report_features(row, clause, frame))


def report_features(row: Sequence[Word], clause: Sequence[Word], frame: Frame) -> list[str]:
    """Return the features of a clause in its sentence."""
    left = bisect_left(row, (frame.start,))
    right = bisect_left(row, (frame.end,))
    source = part(row, frame.source.start, frame.source.head) if frame.source else ()
    return report(
        clause, row[left - 1] if left else None, row[right] if right < len(row) else None, source, frame
    )


def trimmed(narr: str, a: int, b: int) -> tuple[int, int]:
    """Return a span without space and end punctuation; a mark that belongs to quoted words stays."""
    while a < b and narr[a] in " \t\n\xa0,;:—–-":
        a += 1
    while b > a and narr[b - 1] in " \t\n\xa0.,;:—–-":
        b -= 1
    return a, b
