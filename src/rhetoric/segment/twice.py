"""Runs of words that a text prints again word for word: what is quick to find in many texts at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rhetoric.model.columns import Array
from rhetoric.model.tokens import Tokens
from rhetoric.segment.runs import FACTOR, PLAIN

PART = 10  # words in a row that are counted; where a run comes again, so does each such part of it
SPREAD, MIX, LAST = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
HALF = np.uint64(32)


def twice(tokens: Tokens) -> tuple[Array, Array, Array]:
    """Return the runs of `PLAIN` words and more that stood before in their text, marks and capitals left aside.

    Parameters
    ----------
    tokens : Tokens

    Returns
    -------
    first, last, earlier : int64 arrays, shape (runs,)
        Half-open rows of `tokens`, and the row where what they repeat begins. Runs do not overlap.

    Notes
    -----
    Only words in the midst of many that seem to come again are looked at; those are compared word by word.
    """
    row = np.flatnonzero(tokens.is_word)
    word = tokens.folded[row]
    none = np.empty(0, np.int64)
    at = suspects(word, np.diff(np.searchsorted(row, tokens.splits)))
    at = at[tokens.doc[row[at]] == tokens.doc[row[at + PLAIN - 1]]]
    if not len(at):
        return none, none, none
    key = tokens.doc[row[at]].astype(np.uint64)
    for k in range(PLAIN):
        key = (key ^ key >> HALF) * FACTOR + word[at + k].astype(np.uint64)
    _, first, same = np.unique(key, return_index=True, return_inverse=True)
    head = at[first[same]]
    apart = head + PLAIN <= at
    at, head = at[apart], head[apart]
    for k in range(PLAIN):
        same = word[at + k] == word[head + k]
        at, head = at[same], head[same]
    if not len(at):
        return none, none, none
    opens = np.append(True, (np.diff(at) != 1) | (np.diff(head) != 1))
    begin, source = at[opens], head[opens]
    end = at[np.append(opens[1:], True)] + PLAIN
    taken = np.maximum(0, np.append(0, np.maximum.accumulate(end)[:-1]) - begin)  # by the run before
    begin, source = begin + taken, source + taken
    left = begin < end
    return row[begin[left]], row[end[left] - 1] + 1, row[source[left]]


def suspects(word: Array, sizes: Array) -> Array:
    """Return where `PLAIN` words begin that may stand in their text a second time; none that does is missing.

    Parameters
    ----------
    word : integer array, shape (n,)
    sizes : integer array, shape (texts,)
        Words of each text.

    Notes
    -----
    Every `PART` words are put into a box by a hash and boxes are counted. A text has few more boxes than words, so that
    they are near each other in memory; half of all words share one by chance, but seldom all parts of `PLAIN` words.
    """
    if len(word) < PLAIN:
        return np.empty(0, np.int64)
    value = word.astype(np.uint32) * SPREAD
    value ^= value >> np.uint32(15)
    value = over(value, PART, lambda a, b: a * MIX + b)
    value = (value ^ value >> np.uint32(16)) * LAST
    boxes = 1 << np.ceil(np.log2(np.maximum(sizes, 1))).astype(np.int64)
    box = np.repeat(np.cumsum(boxes) - boxes, sizes)[: len(value)]
    box += value & np.repeat(boxes - 1, sizes)[: len(value)]
    shared = (np.bincount(box) > 1)[box]
    return np.flatnonzero(over(shared, PLAIN - PART + 1, np.logical_and))


def over(values: Array, length: int, join: Callable[[Array, Array], Array]) -> Array:
    """Return for every so many values in a row what they are joined, two halves at a time; halves may overlap."""
    size = 1
    while size < length:
        step = min(size, length - size)
        values = join(values[:-step], values[step:])
        size += step
    return values
