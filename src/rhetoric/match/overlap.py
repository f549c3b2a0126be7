"""Which of several hits in one place count."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.match.scan import Hits
from rhetoric.model.columns import Bools


def longest(hits: Hits, keys: npt.NDArray[Any]) -> Hits:
    """Return hits that share no token with another of their key: the longest first, then the leftmost.

    'New York Times' and 'New York' in one key count once where the longer stands; in two keys both count. Of 'mental
    health' and 'health care' in 'mental health care' the first counts. quanteda's `tokens_lookup` counts in this way.

    Parameters
    ----------
    hits : Hits
    keys : integer array, shape (hits,)
        The key of each hit.

    Returns
    -------
    Hits
        In the order given. Of hits in the very same place that of the first entry stays.
    """
    if not len(hits):
        return hits
    crowd = crowded(hits, keys)
    codes = np.unique(np.asarray(keys)[crowd], return_inverse=True)[1]
    first, last = hits.first[crowd], hits.last[crowd]
    kept = np.ones(len(hits), np.bool_)
    taken: list[set[int]] = [set() for _ in range(int(codes.max(initial=-1)) + 1)]
    order = np.lexsort((hits.entry[crowd], first, first - last))
    columns = (codes[order].tolist(), first[order].tolist(), last[order].tolist(), crowd[order].tolist())
    for code, begin, end, row in zip(*columns, strict=True):
        cells = range(begin, end)
        if taken[code].isdisjoint(cells):
            taken[code].update(cells)
        else:
            kept[row] = False
    return hits.where(kept)


def crowded(hits: Hits, keys: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Return the rows of the hits that share a token with another of their key."""
    order = np.lexsort((hits.last, hits.first, keys))
    group = np.unique(np.asarray(keys)[order], return_inverse=True)[1].astype(np.int64) << 33
    reach = np.maximum.accumulate(group | hits.last[order].astype(np.int64))
    joined: Bools = (group | hits.first[order].astype(np.int64))[1:] < reach[:-1]
    rows: npt.NDArray[np.int64] = order[np.append(joined, False) | np.insert(joined, 0, False)]
    return rows


def drop(hits: Hits, exclusions: Hits) -> Hits:
    """Return the hits that share no token with an exclusion."""
    if not len(hits) or not len(exclusions):
        return hits
    by_first = exclusions.sorted_by("first", "last")
    reach = np.maximum.accumulate(by_first.last)
    before = np.searchsorted(by_first.first, hits.last, side="left")
    overlapped = (before > 0) & (reach[np.maximum(before - 1, 0)] > hits.first)
    return hits.where(~overlapped)
