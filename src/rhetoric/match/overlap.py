"""Which of several hits in one place count."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.match.scan import Hits


def longest(hits: Hits, keys: npt.NDArray[Any]) -> Hits:
    """Return the hits that lie in no other hit of the same key, as quanteda's `tokens_lookup` counts them.

    'New York Times' and 'New York' in one key count once where the longer stands; in two keys both count. Hits that
    overlap without one holding the other both count.

    Parameters
    ----------
    hits : Hits
    keys : integer array, shape (hits,)
        The key of each hit.
    """
    if not len(hits):
        return hits
    order = np.lexsort((hits.entry, -hits.last, hits.first, keys))
    group = np.unique(np.asarray(keys)[order], return_inverse=True)[1].astype(np.int64)
    last = hits.last[order].astype(np.int64)
    reach = np.maximum.accumulate(group << 33 | last)
    before = np.concatenate([[-1], reach[:-1]])
    nested = before >= (group << 33 | last)
    return hits.where(np.sort(order[~nested]))


def drop(hits: Hits, exclusions: Hits) -> Hits:
    """Return the hits that share no token with an exclusion."""
    if not len(hits) or not len(exclusions):
        return hits
    by_first = exclusions.sorted_by("first", "last")
    reach = np.maximum.accumulate(by_first.last)
    before = np.searchsorted(by_first.first, hits.last, side="left")
    overlapped = (before > 0) & (reach[np.maximum(before - 1, 0)] > hits.first)
    return hits.where(~overlapped)
