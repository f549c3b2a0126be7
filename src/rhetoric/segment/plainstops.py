"""Sentences of many stretches of text at once.

What the rules of `rhetoric.segment.sentences` say of most stops follows from the few letters beside them; see
`rhetoric.segment.stopsigns`. The rules are asked about the others, one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.model.columns import Array
from rhetoric.model.joined import MARGIN, Joined, holder
from rhetoric.segment.letters import among, upper
from rhetoric.segment.sentences import STOP, ends
from rhetoric.segment.stopsigns import LONGEST, judged


def sentences_of(joined: Joined, starts: Array, stops: Array) -> tuple[Array, Array]:
    """Return where the sentences of some stretches begin and end: in each what `rhetoric.segment.sentences` finds.

    Parameters
    ----------
    joined : Joined
    starts, stops : int64 arrays, shape (stretches,)
        In order, without overlap, each without white space at its ends, none empty.

    Returns
    -------
    start, end : int64 arrays, shape (sentences,)
    """
    if not len(starts):
        return starts, stops
    codes = joined.codes
    place = np.flatnonzero((codes == 46) | (codes == 33) | (codes == 63) | (codes == 0x2026))
    stretch = holder(starts, place)
    inside = (stretch >= 0) & (place + 1 < stops[stretch])  # a stretch ends where its last sentence does
    place, stretch = place[inside], stretch[inside]
    capitals = upper(codes[starts]) | upper(joined.padded[starts + MARGIN + 1])
    at_word = among(joined.padded[starts + MARGIN - 1], " \n\0")
    plain, cut, unsure = judged(joined.padded, place, capitals[stretch])
    torn = (place - starts[stretch] <= LONGEST) & ~at_word[
        stretch
    ]  # the rules see no letter before the stretch
    plain, unsure = plain & ~torn & (cut < stops[stretch]), unsure | torn
    found = cut[plain]
    asked = by_rule(joined.text, place[unsure], starts[stretch[unsure]], stops[stretch[unsure]], found)
    cuts = merged(found, np.array(asked, np.int64))
    cuts = cuts[np.diff(cuts, prepend=-1) > 0]
    begin = joined.begun(cuts, np.full(len(cuts), len(codes)))
    return merged(starts, begin), merged(stops, cuts)


def merged(first: Array, second: Array) -> Array:
    """Return two rows of rising numbers as one, which a stable sort does in one pass."""
    return np.sort(np.concatenate([first, second]), kind="stable")


def by_rule(text: str, place: Array, starts: Array, stops: Array, found: Array) -> Sequence[int]:
    """Return where sentences end by the rules, asked about some marks in order; `found` are the ends known already."""
    before = np.searchsorted(found, place, side="right") - 1
    known = (
        np.where(before >= 0, found[np.maximum(before, 0)], 0)
        if len(found)
        else np.zeros(len(place), np.int64)
    )
    out: list[int] = []
    passed = last = 0
    for mark, start, stop, end in zip(
        place.tolist(), starts.tolist(), stops.tolist(), known.tolist(), strict=True
    ):
        if mark < passed or (match := STOP.match(text, mark, stop)) is None:
            continue
        passed = match.end()
        if passed == stop:
            continue
        at = max(start, end, last)
        while text[at].isspace():
            at += 1
        if ends(text, at, match, stop, small=text[start:stop].islower()):
            last = passed
            out.append(last)
    return out
