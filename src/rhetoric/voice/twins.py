"""Pull quotes: words printed twice, whose source stands at one of the places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

PULLED = 10
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Attributed:
    """Marked words or a reported clause with their kind and source."""

    start: int
    end: int
    kind: str
    speaker: str | None
    mention: tuple[int, int] | None
    cue: tuple[int, int] | None
    how: str
    sure: float


def twins(text: str, rows: Sequence[Attributed]) -> list[Attributed]:
    """Return the rows, a pull quote without a source of its own with the source of the words it repeats.

    Notes
    -----
    Two quotations are twins where one holds three quarters of the other's words. Only the first ten quotations
    without a source are looked up: pull quotes are few.
    """
    lost = [n for n, r in enumerate(rows) if r.kind == "direct" and r.mention is None][:PULLED]
    if not lost:
        return list(rows)
    known = [r for r in rows if r.kind == "direct" and r.mention is not None and r.speaker is not None]
    words = [frozenset(WORD.findall(text[r.start : r.end].lower())) for r in known]
    out = list(rows)
    for n in lost:
        mine = frozenset(WORD.findall(text[out[n].start : out[n].end].lower()))
        if len(mine) < 4:
            continue
        for other, theirs in zip(known, words, strict=True):
            if len(mine & theirs) >= 0.75 * len(mine):
                out[n] = replace(
                    out[n], speaker=other.speaker, mention=other.mention, cue=other.cue, how="twin", sure=0.85
                )
                break
    return out
