"""Many texts, or clusters of texts: they are what was sampled, so their spread is what a range is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rhetoric.compare.intervals import jeffreys, percentiles, stream
from rhetoric.compare.sides import Side, side_of
from rhetoric.model.columns import Bools, Floats
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.settings import Settings

MANY_TEXTS = 20
MANY_CLUSTERS = 8  # with t in place of normal quantiles, ranges held what they should from eight a side on


@dataclass(frozen=True, eq=False)
class Sampled:
    """The texts or clusters of one side.

    Parameters
    ----------
    name : str
        Of the side.
    above : float64 array, shape (texts or clusters, features)
        Hits of rates, sums of weights of means.
    below : float64 array, shape (texts or clusters, features)
        Words of rates, rows of means.
    """

    name: str
    above: Floats
    below: Floats

    def __len__(self) -> int:
        return len(self.above)

    def value(self) -> Floats:
        """Return hits by word and means, shape (features,)."""
        with np.errstate(invalid="ignore", divide="ignore"):
            out: Floats = self.above.sum(axis=0) / self.below.sum(axis=0)
        return out

    def spread(self) -> Floats:
        """Return the variance of the sum of `above`, if every text or cluster has the side's own value.

        That of a ratio of sums, linearised (Cochran 1977, 6.4): ``n / (n - 1) * sum((above - value * below)**2)``.
        """
        n = (self.below > 0).sum(axis=0)
        rest = self.above - np.nan_to_num(self.value()) * self.below
        with np.errstate(invalid="ignore", divide="ignore"):
            out: Floats = np.where(n > 1, n / (n - 1) * (rest**2).sum(axis=0), np.nan)
        return out

    def phi(self, level: float) -> Floats:
        """Return by how much the variance of a count exceeds that of independent words, times ``(t / z)**2``; 1 or more."""
        from scipy.special import ndtri, stdtrit

        hits = self.above.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            phi = np.fmax(1.0, self.spread() / hits)
        wide = stdtrit(max(1, len(self) - 1), 0.5 + level / 2) / ndtri(0.5 + level / 2)
        out: Floats = phi * wide**2
        return out

    def error(self) -> Floats:
        """Return the standard error of a mean."""
        with np.errstate(invalid="ignore", divide="ignore"):
            out: Floats = np.sqrt(self.spread()) / self.below.sum(axis=0)
        return out

    def drawn(self, settings: Settings) -> tuple[Floats, Floats]:
        """Return the sums above and below of every draw with replacement, shape (draws, features)."""
        times = stream(settings.seed, f"contrast|{self.name}").multinomial(
            len(self), np.full(len(self), 1 / len(self)), size=settings.draws
        )
        return times @ self.above, times @ self.below


def texts_of(side: Side, mean: Bools) -> Sampled:
    """Return the texts of a side."""
    starts = np.flatnonzero(np.append(True, np.diff(side.text) != 0))
    known = np.isfinite(side.hits)
    held = np.where(mean, known, side.words[:, None])
    return Sampled(
        side.name,
        np.add.reduceat(np.where(known, side.hits, 0.0), starts, axis=0),
        np.add.reduceat(held, starts, axis=0),
    )


def clusters_of(
    name: str,
    evidence: Evidence,
    exposure: Exposure,
    sides: Mapping[tuple[str, str], str],
    clusters: Mapping[tuple[str, str], str],
) -> Sampled:
    """Return the clusters of a side, such as its speakers; a voice without a cluster is one by itself in each text."""
    own = {
        pair: f"in {clusters[pair]}" if pair in clusters else f"alone {pair}"
        for pair, s in sides.items()
        if s == name
    }
    mean = np.array([f.measure == "mean" for f in evidence.features], np.bool_)
    gathered = [side_of(c, evidence, exposure, own, {}) for c in sorted(set(own.values()))]
    rows = [(np.nan_to_num(g.hits).sum(axis=0), g) for g in gathered if g.words.sum() > 0]
    shape = (len(rows), len(mean))
    below = [np.where(mean, np.isfinite(g.hits).sum(axis=0), g.words.sum()) for _, g in rows]
    return Sampled(name, np.array([r for r, _ in rows]).reshape(shape), np.array(below, float).reshape(shape))


def sampled_interval(left: Sampled, right: Sampled, mean: Bools, settings: Settings) -> tuple[Floats, Floats]:
    """Return both ends of the effect's interval: ratios of rates, differences of means.

    Notes
    -----
    Rates: side a has ``g(a) / words(a)``, where ``g(a)`` is ``phi`` times a gamma variable of shape ``hits / phi + 1/2``; the ratio of two is a
    beta prime variable, whose quantiles are the ends. ``phi`` is the variance between texts (or clusters) over that of independent words, times
    ``(t / z)**2`` for few texts. Means: t interval on the linearised standard errors, with the degrees of freedom of the smaller side. Both
    are joined with percentiles of draws of texts (or clusters), the outer ends taken.
    """
    from scipy.special import betaincinv, stdtrit

    tail = (1 - settings.level) / 2
    pa, pb = left.phi(settings.level), right.phi(settings.level)
    a, b = (np.where(mean, 0.0, s.above.sum(axis=0)) for s in (left, right))
    shares = [betaincinv(a / pa + 0.5, b / pb + 0.5, q) for q in (tail, 1 - tail)]
    with np.errstate(invalid="ignore", divide="ignore"):
        scale = pa * right.below.sum(axis=0) / (pb * left.below.sum(axis=0))
        low, high = (scale * s / (1 - s) for s in shares)
    known = np.minimum((left.below > 0).sum(axis=0), (right.below > 0).sum(axis=0))
    with np.errstate(invalid="ignore"):
        half = stdtrit(np.maximum(known - 1, 1), 1 - tail) * np.hypot(left.error(), right.error())
    difference = left.value() - right.value()
    low, high = np.where(mean, difference - half, low), np.where(mean, difference + half, high)
    if settings.draws:
        (above_a, below_a), (above_b, below_b) = left.drawn(settings), right.drawn(settings)
        with np.errstate(invalid="ignore", divide="ignore"):
            drawn = np.where(
                mean,
                above_a / below_a - above_b / below_b,
                ((above_a + 0.5) / below_a) / ((above_b + 0.5) / below_b),
            )
        low, high = outer(low, high, drawn, settings.level)
    return low, high


def own_interval(side: Sampled, mean: Bools, settings: Settings) -> tuple[Floats, Floats]:
    """Return both ends of the interval of a side's own values: rates per 1,000 words, and means."""
    from scipy.special import stdtrit

    low, high = jeffreys(
        np.where(mean, 0.0, side.above.sum(axis=0)), side.phi(settings.level), settings.level
    )
    words = side.below.sum(axis=0)
    known = (side.below > 0).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        half = stdtrit(np.maximum(known - 1, 1), 0.5 + settings.level / 2) * side.error()
        low = np.where(mean, np.fmax(-1.0, side.value() - half), 1000 * low / words)
        high = np.where(mean, np.fmin(1.0, side.value() + half), 1000 * high / words)
    if settings.draws:
        above, below = side.drawn(settings)
        with np.errstate(invalid="ignore", divide="ignore"):
            low, high = outer(low, high, np.where(mean, 1, 1000) * above / below, settings.level)
    return low, high


def outer(low: Floats, high: Floats, drawn: Floats, level: float) -> tuple[Floats, Floats]:
    """Return the outer hull of an interval and of percentiles of draws; a column without a draw that is known adds nothing."""
    known = np.isfinite(drawn).any(axis=0)
    tail = 50 * (1 - level)
    below, above = percentiles(np.where(known, drawn, 0.0), (tail, 100 - tail))
    return np.where(known, np.fmin(low, below), low), np.where(known, np.fmax(high, above), high)
