"""Runs of words that a text prints again word for word: what is quick to find in many texts at once."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Array
from rhetoric.model.tokens import Tokens
from rhetoric.segment.runs import FACTOR, PLAIN

SPREAD = np.uint64(0xD6E8FEB86659FD93)
BITS = 40  # of a hash that stand beside the text's number


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
    Windows of words are compared by a hash, sorted; those that agree are then compared word by word.
    """
    row = np.flatnonzero(tokens.is_word)
    word, doc = tokens.folded[row].astype(np.uint64), tokens.doc[row]
    none = np.empty(0, np.int64)
    size = len(row) - PLAIN + 1
    if size < 2:
        return none, none, none
    key = windows(word, PLAIN)
    key = doc[:size].astype(np.uint64) << np.uint64(BITS) | key >> np.uint64(64 - BITS)
    whole = doc[:size] == doc[PLAIN - 1 :]
    ordered = np.sort(key[whole])
    met = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(met):
        return none, none, none
    concerned = np.zeros(len(tokens.splits), np.bool_)
    concerned[(met >> np.uint64(BITS)).astype(np.int64)] = True
    at = np.flatnonzero(whole & concerned[doc[:size]])
    at = at[np.isin(key[at], met)]
    head = at[np.unique(key[at], return_index=True)[1][np.unique(key[at], return_inverse=True)[1]]]
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


def windows(word: Array, length: int) -> Array:
    """Return a hash of every so many numbers in a row: a polynomial modulo 2 to the 64, from running sums (Karp and Rabin 1987)."""
    power = np.cumprod(np.full(len(word), FACTOR, np.uint64))
    inverse = np.cumprod(np.full(len(word), pow(int(FACTOR), -1, 1 << 64), np.uint64))
    value = (word + np.uint64(1)) * SPREAD
    sums = np.append(np.uint64(0), np.cumsum((value ^ value >> np.uint64(32)) * power))
    whole: Array = (sums[length:] - sums[:-length]) * inverse[: len(word) - length + 1]
    whole ^= whole >> np.uint64(31)
    spread: Array = whole * SPREAD
    return spread
