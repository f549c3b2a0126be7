"""The range of a log ratio where words cluster: how much a word's rate differs between texts, or between paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rhetoric.compare.effectsize import HALF
from rhetoric.compare.terms import Units
from rhetoric.model.columns import Floats


@dataclass(frozen=True, eq=False)
class Sums:
    """What the spread of terms over units follows from; the sums of two sets of units add up.

    Parameters
    ----------
    units : int
    words, lengths : float
        The sum of the units' words, and of their squares.
    hits, squares, products : float64 arrays, shape (terms,)
        The sums over units of each term's hits, of their squares, and of hits times words.
    """

    units: int
    words: float
    lengths: float
    hits: Floats
    squares: Floats
    products: Floats

    @classmethod
    def of(cls, units: Units) -> Sums:
        """Return the sums over some units."""
        counts = units.counts.astype(np.float64)
        return cls(
            len(units.words),
            float(units.words.sum()),
            float((units.words**2).sum()),
            np.asarray(counts.sum(axis=0)).ravel(),
            np.asarray(counts.multiply(counts).sum(axis=0)).ravel(),
            counts.T @ units.words,
        )

    def without(self, part: Sums) -> Sums:
        """Return the sums over the units that are not in a part of these."""
        return Sums(
            self.units - part.units,
            self.words - part.words,
            self.lengths - part.lengths,
            self.hits - part.hits,
            self.squares - part.squares,
            self.products - part.products,
        )

    def variance(self) -> Floats:
        """Return the variance of the logarithm of each term's rate, no less than that of independent words; NaN below two units."""
        if self.units < 2:
            return np.full(len(self.hits), np.nan)
        rate = self.hits / self.words
        spread = self.squares - 2 * rate * self.products + rate**2 * self.lengths
        clustered = self.units / (self.units - 1) * spread / (self.hits + HALF) ** 2
        out: Floats = np.maximum(clustered, 1 / (self.hits + HALF))
        return out


def half_width(group: Sums, other: Sums | None, level: float) -> Floats:
    """Return how far the interval of each term's log ratio reaches each way.

    Parameters
    ----------
    group, other : Sums
        Without `other` the group is held against rates that are known.
    level : float
        Coverage aimed at, in (0, 1).

    Returns
    -------
    float64 array, shape (terms,)
        In powers of two; NaN where a side has fewer than two units.

    Notes
    -----
    The variance of a ratio over clusters by linearisation, ``n / (n - 1) * sum((hits - rate * words)^2) / hits^2`` (Cochran 1977,
    section 6.4), no less than that of a Poisson count; a t quantile with Satterthwaite's (1946) degrees of freedom. It sees that words
    cluster within the units, and not that units of one author are alike.
    """
    from scipy.special import stdtrit

    parts = [(s.units - 1, s.variance()) for s in (group, other) if s]
    total = np.sum([v for _, v in parts], axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        freedom = total**2 / np.sum([v**2 / n for n, v in parts], axis=0)
    out: Floats = stdtrit(freedom, 0.5 + level / 2) * np.sqrt(total) / np.log(2)
    return out
