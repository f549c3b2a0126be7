"""Does what else a pattern asks for hold: another phrase before, after or near it?"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from rhetoric.match.pattern import Condition
from rhetoric.match.patterns import Patterns
from rhetoric.match.scan import Hits
from rhetoric.model.columns import Bools

Longs = npt.NDArray[np.int64]
FAR = np.int64(1) << 40


def fulfilled(patterns: Patterns, hits: Hits, is_word: Bools, units: Mapping[str, Longs]) -> Hits:
    """Return the hits of entries whose conditions hold.

    Parameters
    ----------
    patterns : Patterns
    hits : Hits
        Of all phrases of `patterns`, those of conditions included; these are left out of the result.
    is_word : bool array, shape (tokens,)
    units : mapping of 'sentence' and 'paragraph' to int64 array, shape (tokens,)
        What both phrases must stand in.
    """
    words = np.concatenate([[0], np.cumsum(is_word)])  # words before each token
    kept = hits.entry < len(patterns)
    order = np.argsort(hits.entry, kind="stable")
    bounds = np.searchsorted(hits.entry[order], np.arange(len(patterns.phrases) + 1))
    for n, (entry, condition) in enumerate(patterns.conditions):
        rows = order[bounds[entry] : bounds[entry + 1]]
        other = len(patterns) + n
        others = hits.where(order[bounds[other] : bounds[other + 1]])
        kept[rows] &= met(condition, hits.where(rows), others, words, units[condition.span])
    return hits.where(kept)


def met(condition: Condition, hits: Hits, others: Hits, words: Longs, unit: Longs) -> Bools:
    """Return for which hits a condition holds; both sets are in order of their first tokens."""
    far = np.full(len(hits), FAR)
    after = following(hits, others, words, unit) if condition.order != "after" else far
    before = preceding(hits, others, words, unit) if condition.order != "before" else far
    holds: Bools = np.minimum(before, after) <= (condition.within or FAR - 1)
    return ~holds if condition.unless else holds


def following(hits: Hits, others: Hits, words: Longs, unit: Longs) -> Longs:
    """Return how many words on the next of some other hits begins, in the same unit."""
    at = np.searchsorted(others.first, hits.last)
    there = at < len(others)
    out = np.full(len(hits), FAR)
    begin, end = others.first[at[there]], hits.last[there]
    same = unit[begin] == unit[end - 1]
    out[np.flatnonzero(there)[same]] = (words[begin] - words[end] + 1)[same]
    return out


def preceding(hits: Hits, others: Hits, words: Longs, unit: Longs) -> Longs:
    """Return how many words ago the last of some other hits ended, in the same unit."""
    ends = np.sort(others.last)
    at = np.searchsorted(ends, hits.first, side="right") - 1
    there = at >= 0
    out = np.full(len(hits), FAR)
    end, begin = ends[at[there]], hits.first[there]
    same = unit[end - 1] == unit[begin]
    out[np.flatnonzero(there)[same]] = (words[begin] - words[end] + 1)[same]
    return out
