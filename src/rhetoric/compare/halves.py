"""A split-half check: does a difference between two sides hold between their halves?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rhetoric.compare.intervals import BOOTSTRAP_BLOCK
from rhetoric.compare.sides import Side
from rhetoric.model.columns import Bools, Floats


def halves(left: Side, right: Side, mean: Bools) -> tuple[Floats, Floats, Floats]:
    """Return in how many of four comparisons of halves the difference has the same direction, and each side's own difference.

    Parameters
    ----------
    left, right : Side
    mean : bool array, shape (features,)
        Which are means; the others are rates.

    Returns
    -------
    held : float64 array, shape (features,)
        0 to 4: in how many of a1-b1, a1-b2, a2-b1 and a2-b2 side a lies on the same side of b as the whole does; a tie counts as none.
        Sides are split in two ways, first against second half and odd against even blocks of five sentences; the smaller number counts.
        NaN where the whole does not differ or a half has nothing to compare.
    own_a, own_b : float64 arrays, shape (features,)
        The ratio of the first to the second half of each side, with 0.5 added to both counts where one is 0, or the difference of
        means; NaN where there is nothing to compare.
    """
    whole = np.sign(left.value(mean) - right.value(mean))
    ways = [
        tuple(values(s, part, mean) for s, part in zip((left, right), parts, strict=True))
        for parts in (
            [s.words.cumsum() - s.words / 2 <= s.words.sum() / 2 for s in (left, right)],
            [np.arange(len(s.words)) // BOOTSTRAP_BLOCK % 2 == 0 for s in (left, right)],
        )
    ]
    held = np.stack([same(one, other, whole) for one, other in ways])
    own_a, own_b = (
        between(s, s.words.cumsum() - s.words / 2 <= s.words.sum() / 2, mean) for s in (left, right)
    )
    return np.where(whole == 0, np.nan, held.min(axis=0)), own_a, own_b


def values(side: Side, first: npt.NDArray[np.bool_], mean: Bools) -> tuple[Floats, Floats]:
    """Return the values of both halves of a side."""
    one, other = (half(side, rows).value(mean) for rows in (first, ~first))
    return one, other


def half(side: Side, rows: npt.NDArray[np.bool_]) -> Side:
    """Return some sentences of a side."""
    return Side(side.name, side.hits[rows], side.words[rows], side.text[rows], side.kinds, side.drift)


def same(one: tuple[Floats, Floats], other: tuple[Floats, Floats], whole: Floats) -> Floats:
    """Return how many of the four differences have the direction of the whole; NaN where one is unknown."""
    apart = np.stack([a - b for a in one for b in other])
    return np.where(np.isfinite(apart).all(axis=0), (np.sign(apart) == whole).sum(axis=0), np.nan)


def between(side: Side, first: npt.NDArray[np.bool_], mean: Bools) -> Floats:
    """Return how far the halves of a side lie apart: ratio of rates, difference of means."""
    one, other = half(side, first), half(side, ~first)
    hits, rest = (np.nan_to_num(h.hits).sum(axis=0) for h in (one, other))
    add = np.where((hits == 0) | (rest == 0), 0.5, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = ((hits + add) / one.words.sum()) / ((rest + add) / other.words.sum())
        out: Floats = np.where(mean, one.value(mean) - other.value(mean), apart)
    return np.where(~mean & (hits + rest == 0), np.nan, out)
