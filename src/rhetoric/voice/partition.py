"""The partition of a text by voice: every character belongs to exactly one."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import pairwise


def partition(length: int, base: int, layers: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the runs of one voice that make up a text.

    Parameters
    ----------
    length : int
        Characters of the text.
    base : int
        The voice of everything that no layer covers.
    layers : iterable of (start, end, voice)
        Laid one over the other in order, so that the last one wins.

    Returns
    -------
    list of (start, end, voice)
        Sorted; neighbours touch and differ in voice; together they cover the text.

    Examples
    --------
    >>> partition(6, 0, [(1, 5, 1), (2, 3, 2)])
    [(0, 1, 0), (1, 2, 1), (2, 3, 2), (3, 5, 1), (5, 6, 0)]
    """
    if not length:
        return []
    spans = [(max(0, s), min(length, e), v) for s, e, v in layers]
    spans = [(0, length, base), *(x for x in spans if x[0] < x[1])]
    begin: dict[int, list[int]] = {}
    for n, (start, _, _) in enumerate(spans):
        begin.setdefault(start, []).append(n)
    cuts = sorted({c for s, e, _ in spans for c in (s, e)})
    out: list[tuple[int, int, int]] = []
    heap: list[int] = []
    for a, b in pairwise(cuts):
        for n in begin.get(a, ()):
            heappush(heap, -n)
        while spans[-heap[0]][1] <= a:
            heappop(heap)
        voice = spans[-heap[0]][2]
        if out and out[-1][2] == voice:
            out[-1] = (out[-1][0], b, voice)
        else:
            out.append((a, b, voice))
    return out
