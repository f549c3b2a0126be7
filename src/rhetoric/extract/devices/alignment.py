"""Many pairs of stretches laid side by side at once: what they share in the same order."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
WIDTHS = 8, 16, 32  # words of a stretch that are compared; no more than the last


def grid(column: Ints, first: Ints, last: Ints, width: int, pad: int) -> Ints:
    """Return some stretches of a column as rows of so many values, with `pad` behind the shorter."""
    places = first[:, None] + np.arange(width)
    return np.where(places < last[:, None], column[np.minimum(places, len(column) - 1)], pad)


def common(column: Ints, a: Ints, b: Ints, c: Ints, d: Ints) -> Ints:
    """Return for every pair how many values of a column two stretches share in the same order; 0 is no value."""
    out = np.zeros(len(a), np.int64)
    size = np.maximum(b - a, d - c)
    least = 0
    for width in WIDTHS:
        rows = np.flatnonzero((size > least) & ((size <= width) | (width == WIDTHS[-1])))
        if len(rows):
            one = grid(column, a[rows], b[rows], width, 0)
            two = grid(column, c[rows], d[rows], width, 0)
            out[rows] = subsequence(one, two)
        least = width
    return out


def subsequence(one: Ints, two: Ints) -> Ints:
    """Return for every row the length of the longest common subsequence, by bits: Hyyrö (2004)."""
    width = two.shape[1]
    full = (1 << width) - 1
    vector = np.full(len(one), full, np.int64)
    kind = {8: np.uint8, 16: np.uint16, 32: np.uint32}[width]
    for k in range(width):
        same = (two == one[:, k : k + 1]) & (one[:, k : k + 1] != 0)
        met = np.packbits(same, axis=1, bitorder="little").view(kind)[:, 0].astype(np.int64)
        used = np.bitwise_and(vector, met)
        vector = np.bitwise_and(np.bitwise_or(vector + used, vector - used), full)
    out: Ints = width - np.bitwise_count(vector).astype(np.int64)
    return out
