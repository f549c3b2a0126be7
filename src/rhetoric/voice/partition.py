"""The partition of a text by voice: every character belongs to exactly one."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np

from rhetoric.model.columns import Array


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


def partitions(
    first: Array, last: Array, base: Array, layers: tuple[Array, Array, Array]
) -> tuple[Array, Array, Array, Array]:
    """Return the runs of one voice that make up many texts, end to end: in each what `partition` finds.

    Parameters
    ----------
    first, last : int64 arrays, shape (texts,)
        Where each text begins and ends, in order, with at least one character between two texts.
    base : int array, shape (texts,)
        The voice of everything in a text that no layer covers.
    layers : tuple of start, end and voice, int64 arrays, shape (layers,)
        In any order; none empty, none over the end of a text, none over another.

    Returns
    -------
    text, start, end, voice : int64 arrays, shape (runs,)
        Sorted.
    """
    start, end, voice = layers
    text = np.searchsorted(first, start, side="right") - 1
    where = np.concatenate([first, end, start])  # where two begin, the last one holds
    order = np.argsort(where, kind="stable")
    where, owner = where[order], np.concatenate([np.arange(len(first)), text, text])[order]
    whose = np.concatenate([base, base[text], voice])[order]
    stop = np.minimum(np.append(where[1:], np.iinfo(np.int64).max), last[owner])
    held = stop > where
    where, owner, whose = where[held], owner[held], whose[held]
    new = np.append(True, (owner[1:] != owner[:-1]) | (whose[1:] != whose[:-1]))[: len(where)]
    where, owner, whose = where[new], owner[new], whose[new]
    stop = np.minimum(np.append(where[1:], np.iinfo(np.int64).max), last[owner])
    return owner, where, stop, whose
