"""The range for text like this passage: the outer hull of two intervals that fail in different places."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.compare.drift import ALIKE, crowding, drift_of
from rhetoric.compare.everyunit import means_of_all, rates_of_all
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.counts import Counts
from rhetoric.model.feature import Feature

DISPERSION_BLOCK = 3  # sentences
BOOTSTRAP_BLOCK = 5  # sentences
CELLS = 4_000_000  # draws times blocks that are held at once


def hull(level: float = 0.95, draws: int = 2000, seed: int = 0) -> Hull:
    """Return the interval that scores and comparisons use; see `Hull`."""
    return Hull(level, draws, seed)


@dataclass(frozen=True, slots=True)
class Hull:
    """The outer hull of a Jeffreys interval, widened by overdispersion and drift, and a moving-block bootstrap.

    Parameters
    ----------
    level : float
        Coverage aimed at, in (0, 1).
    draws : int
        Bootstrap draws; 0 leaves the bootstrap out.
    seed : int
        The stream of a unit is seeded by this and the unit's own key.

    Notes
    -----
    Rates: with ``k`` hits in ``W`` words, the Jeffreys part is ``phi / W * gamma_quantile(k / phi + 1/2)`` (Brown, Cai and DasGupta 2003),
    with 0 below where ``k`` is 0. ``phi = max(1, chi2 / df) + drift * k``: the overdispersion over blocks of three sentences, and the drift of
    topic between passages of one text (`rhetoric.compare.drift`), as the variance of a negative binomial count grows with its mean; of more
    than 2,000 words ``k`` is that of a stretch. The bootstrap part is the percentile interval over moving blocks of five sentences (Kuensch
    1989). Neither overdispersion nor bootstrap sees more than the passage; without drift, passages with ten hits or more held their article's
    rate least often. Means: the hull of a t
    interval over ``n`` sentences, with the design effect ``1 + 0.04 (n - 1)`` of sentences that are alike (Kish 1965), and the block bootstrap,
    within [-1, 1]. How often it holds what it should,
    by length and hits: `docs/comparison.md`. It is a range for text like this passage, not for its author.
    """

    level: float
    draws: int
    seed: int

    def __call__(
        self,
        hits: Floats,
        words: Floats,
        key: str,
        features: Sequence[Feature],
        text: Array | None = None,
    ) -> tuple[Floats, Floats]:
        """Return both ends for every feature.

        Parameters
        ----------
        hits : float64 array, shape (sentences, features)
            Hits of rates; weights of means, NaN where a sentence has none.
        words : float64 array, shape (sentences,)
        key : str
            Names the unit.
        features : sequence of Feature
            Whether a rate or a mean, and how much it drifts.
        text : int array, shape (sentences,), optional
            The text of every sentence, each text in one run; without it all are of one.

        Returns
        -------
        low, high : float64 arrays, shape (features,)
            Per 1,000 words for rates; NaN where nothing is known.
        """
        mean = np.array([f.measure == "mean" for f in features], np.bool_)
        low, high = np.full(len(mean), np.nan), np.full(len(mean), np.nan)
        low[~mean], high[~mean] = self.rates(hits[:, ~mean], words, drift_of(features)[~mean], text)
        low[mean], high[mean] = self.means(hits[:, mean], words, text)
        return self.widened((low, high), hits, words, key, mean)

    def of_all(self, counts: Counts, key: Callable[[int], str]) -> tuple[Floats, Floats]:
        """Return the same for all units at once, shape (units, features).

        Parameters
        ----------
        counts : Counts
        key : callable
            From the number of a unit to its name.
        """
        rates, means = rates_of_all(counts, self.level, DISPERSION_BLOCK), means_of_all(counts, self.level)
        low, high = (np.where(counts.mean, m, r) for r, m in zip(rates, means, strict=True))
        if self.draws:
            long = np.diff(counts.first) > BOOTSTRAP_BLOCK
            for unit in np.flatnonzero((counts.total > 0) & long).tolist():
                ends, series = (low[unit], high[unit]), counts.series(unit)
                low[unit], high[unit] = self.widened(ends, *series, key(unit), counts.mean)
        return low, high

    def widened(
        self, ends: tuple[Floats, Floats], hits: Floats, words: Floats, key: str, mean: Bools
    ) -> tuple[Floats, Floats]:
        """Return both ends with those of the bootstrap where these lie further out."""
        low, high = ends
        found = np.where(mean, np.isfinite(hits).sum(axis=0) > 1, np.nan_to_num(hits).sum(axis=0) > 0)
        if found.any() and self.draws and len(words) > BOOTSTRAP_BLOCK:
            below, above = self.resampled(hits[:, found], words, key, mean[found])
            low[found], high[found] = np.fmin(low[found], below), np.fmax(high[found], above)
        return low, high

    def rates(
        self, hits: Floats, words: Floats, drift: Floats, text: Array | None = None
    ) -> tuple[Floats, Floats]:
        """Return the Jeffreys part, per 1,000 words."""
        total, count = words.sum(), hits.sum(axis=0)
        if not total:
            return np.full(hits.shape[1], np.nan), np.full(hits.shape[1], np.nan)
        low, high = jeffreys(count, unsteadiness(hits, words, drift, text), self.level)
        return 1000 * low / total, 1000 * high / total

    def means(self, weights: Floats, words: Floats, text: Array | None = None) -> tuple[Floats, Floats]:
        """Return the t part."""
        from scipy.special import stdtrit

        n = np.isfinite(weights).sum(axis=0)
        low, high = np.full(len(n), np.nan), np.full(len(n), np.nan)
        together = crowding(np.isfinite(weights).astype(np.float64), words, text)
        for f in np.flatnonzero(n > 1):
            known = weights[np.isfinite(weights[:, f]), f]
            error = known.std(ddof=1) * math.sqrt((1 + ALIKE * (together[f] - 1)) / n[f])
            half = float(stdtrit(n[f] - 1, 0.5 + self.level / 2)) * error
            low[f], high[f] = max(-1.0, known.mean() - half), min(1.0, known.mean() + half)
        return low, high

    def resampled(self, hits: Floats, words: Floats, key: str, mean: Bools) -> tuple[Floats, Floats]:
        """Return the bootstrap part."""
        above, below = self.sums(hits, words, key, mean)
        with np.errstate(invalid="ignore", divide="ignore"):
            drawn = above / below
        tail = 50 * (1 - self.level)
        low, high = percentiles(drawn, (tail, 100 - tail))
        return np.where(mean, low, 1000 * low), np.where(mean, high, 1000 * high)

    def sums(self, hits: Floats, words: Floats, key: str, mean: Bools) -> tuple[Floats, Floats]:
        """Return numerators and denominators of every draw, shape (draws, features).

        Blocks are drawn by number and counted, some draws at a time: the law is that of a multinomial with equal chances, at a tenth of its
        cost.
        """
        known, features = np.isfinite(hits), hits.shape[1]
        length = min(BOOTSTRAP_BLOCK, len(words))
        held = np.concatenate([words[:, None], known[:, mean]], axis=1)
        blocks = moving(np.concatenate([np.where(known, hits, 0.0), held], axis=1), length)
        many, each = len(blocks), math.ceil(len(words) / length)
        draw, step = stream(self.seed, key), max(1, CELLS // many)
        drawn = np.empty((self.draws, blocks.shape[1]))
        for first in range(0, self.draws, step):
            rows = min(step, self.draws - first)
            at = draw.integers(many, size=(rows, each)) + many * np.arange(rows)[:, None]
            times = np.bincount(at.ravel(), minlength=rows * many).reshape(rows, many)
            drawn[first : first + rows] = times.astype(np.float64) @ blocks
        below = np.repeat(drawn[:, features : features + 1], features, axis=1)
        below[:, mean] = drawn[:, features + 1 :]
        return drawn[:, :features], below


def percentiles(drawn: Floats, at: Sequence[float]) -> Floats:
    """Return percentiles of every column without its NaN; `numpy.nanpercentile` takes columns one by one."""
    out = np.empty((len(at), drawn.shape[1]))
    whole = np.isfinite(drawn).all(axis=0)
    out[:, whole] = np.percentile(drawn[:, whole], at, axis=0)
    if not whole.all():
        out[:, ~whole] = np.nanpercentile(drawn[:, ~whole], at, axis=0)
    return out


def jeffreys(count: Floats, phi: Floats, level: float) -> tuple[Floats, Floats]:
    """Return the Jeffreys interval of Poisson counts, widened by overdispersion `phi` (1 or more)."""
    from scipy.special import gammaincinv

    tail = (1 - level) / 2
    shape = count / phi + 0.5
    low = np.where(count > 0, phi * gammaincinv(shape, tail), 0.0)
    high: Floats = phi * gammaincinv(shape, 1 - tail)
    return np.minimum(low, count), np.maximum(high, count)


def unsteadiness(hits: Floats, words: Floats, drift: Floats | float, text: Array | None = None) -> Floats:
    """Return by how much the variance of a count exceeds that of independent words: overdispersion plus drift, 1 or more."""
    return overdispersion(hits, words) + drift * crowding(hits, words, text)


def overdispersion(hits: Floats, words: Floats, length: int = DISPERSION_BLOCK) -> Floats:
    """Return ``max(1, chi2 / df)`` of hits over blocks of sentences, for every feature."""
    starts = np.arange(0, len(words), length)
    if len(starts) < 2 or not words.sum():
        return np.ones(hits.shape[1])
    observed, held = np.add.reduceat(hits, starts, axis=0), np.add.reduceat(words, starts)
    expected = np.outer(held / held.sum(), observed.sum(axis=0))
    with np.errstate(invalid="ignore", divide="ignore"):
        chi2 = np.where(expected > 0, (observed - expected) ** 2 / expected, 0.0).sum(axis=0)
    wide: Floats = np.maximum(1.0, chi2 / (len(starts) - 1))
    return wide


def moving(series: Floats, length: int) -> Floats:
    """Return the sums of every run of `length` rows."""
    total = np.concatenate([np.zeros((1, series.shape[1])), np.cumsum(series, axis=0)])
    runs: Floats = total[length:] - total[:-length]
    return runs


def stream(seed: int, key: str) -> np.random.Generator:
    """Return the random stream of one unit, whatever else is drawn before or beside it."""
    digest = hashlib.blake2b(f"{seed}|{key}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))
