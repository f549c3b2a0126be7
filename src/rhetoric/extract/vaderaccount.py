"""What each word of the lexicon added to the score of its text, rounded for people to read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.extract.vaderwords import Words
from rhetoric.model.columns import Array, Floats


def accounts(
    words: Words, text: Array, lower: Array, values: Floats, size: int
) -> tuple[list[dict[str, float]], Array]:
    """Return what each word of every text added: every distinct account, and which of them each text has.

    Parameters
    ----------
    words : Words
    text, lower : int arrays, shape (n,)
        The text that each word of the lexicon stands in, rising, and its place in ``words.lower``.
    values : float64 array, shape (n,)
    size : int
        How many texts there are.
    """
    counts = np.flatnonzero(values)
    text, lower, values = text[counts], lower[counts], values[counts]
    worth = rounded(values)
    many = np.bincount(text, minlength=size)
    first = np.append(0, np.cumsum(many))
    which = np.zeros(size, np.int64)
    pairs = list(zip(map(words.lower.__getitem__, lower.tolist()), worth.tolist(), strict=True))

    one = many == 1  # texts with one word often agree
    one[text[worth == 0]] = False  # but 0.0 and -0.0 are not
    place = first[:-1][one]
    key = lower[place].astype(np.int64) << 32 | np.rint(worth[place] * 1e4).astype(np.int64) & 0xFFFFFFFF
    _, distinct, same = np.unique(key, return_index=True, return_inverse=True)
    which[one] = same + 1
    added = [{}, *(dict([pairs[n]]) for n in place[distinct].tolist())]

    more = np.flatnonzero((many > 0) & ~one)
    start, end = first[more].tolist(), first[more + 1].tolist()
    others = list(map(dict, map(pairs.__getitem__, map(slice, start, end))))
    sizes = np.fromiter(map(len, others), np.int64, len(others))
    for n in np.flatnonzero(sizes < many[more]).tolist():  # with a word twice
        others[n] = named(pairs[start[n] : end[n]], values[start[n] : end[n]].tolist())
    which[more] = np.arange(len(added), len(added) + len(more))
    return added + others, which


def named(pairs: Sequence[tuple[str, float]], values: Sequence[float]) -> dict[str, float]:
    """Return what each word of a text added, from its words with their rounded values and from the values."""
    added: dict[str, float] = {}
    for (lower, worth), value in zip(pairs, values, strict=True):
        added[lower] = round(added[lower] + value, 4) if lower in added else worth
    return added


def rounded(values: Floats) -> Floats:
    """Return values as ``round(value, 4)`` does: only near a tie does it matter that a product is not exact."""
    scaled = values * 1e4
    out: Floats = np.rint(scaled) / 1e4
    ties = np.flatnonzero(np.abs(np.abs(scaled - np.trunc(scaled)) - 0.5) < 1e-6)
    out[ties] = [round(value, 4) for value in values[ties].tolist()]
    return out
