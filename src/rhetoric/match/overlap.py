"""Which of several hits in one place count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rhetoric.match.scan import Hits
from rhetoric.model.columns import order_of

Longs = npt.NDArray[np.int64]
Scope = Literal["key", "dictionary"]


def longest(
    hits: Hits,
    keys: npt.NDArray[Any],
    priority: npt.NDArray[Any] | None = None,
    scope: Scope = "key",
) -> Hits:
    """Return the hits that count where several share words.

    Parameters
    ----------
    hits : Hits
    keys : integer array, shape (hits,)
        The key of each hit.
    priority : integer array, shape (hits,), optional
        The higher one counts, whatever the lengths.
    scope : {'key', 'dictionary'}
        ``'key'``: within a key no two hits share a word; the longest counts, then the leftmost. 'New York Times' and
        'New York' in one key count once where the longer stands; in two keys both count. Of 'mental health' and
        'health care' in 'mental health care' the first counts. ``'dictionary'``: besides, a hit that lies wholly
        within words taken already, by whatever key, does not count; 'a b' and 'b a' of two keys both count in 'a b a'.

    Returns
    -------
    Hits
        In the order given. Of hits in the very same place and key that of the first entry stays.

    Notes
    -----
    These are the rules of quanteda's `tokens_lookup` and its ``nested_scope``; priorities are an addition.
    """
    if not len(hits):
        return hits
    whole = scope == "dictionary"
    crowd, many = crowded(hits, np.zeros(len(hits), np.int64) if whole else keys)
    first, last = hits.first[crowd], hits.last[crowd]
    rank = np.zeros(len(crowd), np.int64) if priority is None else -np.asarray(priority, np.int64)[crowd]
    order = np.lexsort((hits.entry[crowd], first, first - last, rank))
    kept = np.ones(len(hits), np.bool_)
    if not whole:  # of two that overlap the one that comes first counts
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        pairs = np.flatnonzero(many == 2).reshape(-1, 2)
        kept[crowd[pairs[np.arange(len(pairs)), np.argmax(place[pairs], axis=1)]]] = False
        order = order[many[order] > 2]
    codes = np.unique(np.asarray(keys)[crowd[order]], return_inverse=True)[1]
    columns = (codes.tolist(), first[order].tolist(), last[order].tolist())
    kept[crowd[order]] = counting(*columns, whole=whole)
    return hits.where(kept)


def counting(codes: Sequence[int], first: Sequence[int], last: Sequence[int], *, whole: bool) -> list[bool]:
    """Return which hits count, those that come first taking their words; `whole`: across keys too."""
    taken: dict[int, set[int]] = {}
    anyone: set[int] = set()
    here: tuple[int, int] = (-1, -1)
    nested = False
    out = []
    for code, begin, end in zip(codes, first, last, strict=True):
        cells = range(begin, end)
        if whole and (begin, end) != here:  # hits in one place are judged alike
            here = (begin, end)
            nested = anyone.issuperset(cells)
        mine = taken.setdefault(code, set())
        counts = not nested and mine.isdisjoint(cells)
        if counts:
            mine.update(cells)
            anyone.update(cells)
        out.append(counts)
    return out


def crowded(hits: Hits, keys: npt.NDArray[Any]) -> tuple[Longs, Longs]:
    """Return the rows of the hits that share a token with another of their key, cluster by cluster, and how many each cluster has."""
    keys = np.asarray(keys)
    order = order_of([keys, hits.first, hits.last - hits.first])
    if order is None:
        order = np.arange(len(hits))
    group = np.cumsum(np.diff(keys[order], prepend=keys[order[0]]) != 0) << 33
    reach = np.maximum.accumulate(group | hits.last[order])
    begins = np.flatnonzero(np.append(True, (group | hits.first[order])[1:] >= reach[:-1]))
    sizes = np.diff(begins, append=len(order))
    many = np.repeat(sizes, sizes)
    rows = np.flatnonzero(many > 1)
    return order[rows], many[rows]


def drop(
    hits: Hits,
    exclusions: Hits,
    keys: npt.NDArray[Any] | None = None,
    barred: npt.NDArray[Any] | None = None,
) -> Hits:
    """Return the hits that share no token with an exclusion.

    Parameters
    ----------
    hits, exclusions : Hits
    keys, barred : integer arrays, optional
        The key of each hit, and the one that each exclusion is for; by default every exclusion is for all.
    """
    if not len(hits) or not len(exclusions):
        return hits
    here = 0 if keys is None else np.asarray(keys, np.int64) << 33
    there = 0 if barred is None else np.asarray(barred, np.int64) << 33
    first, last = there + exclusions.first.astype(np.int64), there + exclusions.last.astype(np.int64)
    order = np.argsort(first, kind="stable")
    first, reach = first[order], np.maximum.accumulate(last[order])
    before = np.searchsorted(first, here + hits.last)
    overlapped = (before > 0) & (reach[np.maximum(before - 1, 0)] > here + hits.first)
    return hits.where(~overlapped)
