"""The range of a difference between two sides that are few texts: their sentences are all there is to see a spread in."""

from __future__ import annotations

import numpy as np

from rhetoric.compare.drift import DRIFT
from rhetoric.compare.intervals import BOOTSTRAP_BLOCK, Hull, percentiles, unsteadiness
from rhetoric.compare.sampled import sampled_interval, texts_of
from rhetoric.compare.sides import Side
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.settings import Settings


def ratio(hits_a: Array, hits_b: Array, words_a: float, words_b: float) -> Floats:
    """Return the ratio of two rates, with 0.5 added to both counts where one is 0; NaN where both are or words lack."""
    if not words_a or not words_b:
        return np.full(len(hits_a), np.nan)
    add = np.where((hits_a == 0) | (hits_b == 0), 0.5, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        out = ((hits_a + add) / words_a) / ((hits_b + add) / words_b)
    return np.where(hits_a + hits_b == 0, np.nan, out)


def effect_interval(
    left: Side, right: Side, mean: Bools, settings: Settings, *, by_text: bool
) -> tuple[Floats, Floats]:
    """Return both ends of the effect's interval for every feature.

    Parameters
    ----------
    left, right : Side
    mean : bool array, shape (features,)
        Which are means; the others are rates.
    settings : Settings
        Level, draws and seed.
    by_text : bool
        Whether texts are what was sampled (from twenty texts a side), not sentences.
    """
    if not len(left.words) or not len(right.words):
        return np.full(len(mean), np.nan), np.full(len(mean), np.nan)
    if by_text:
        return sampled_interval(texts_of(left, mean), texts_of(right, mean), mean, settings)
    low, high = analytic_interval(left, right, mean, settings.level)
    if settings.draws:
        below, above = resampled(left, right, mean, settings)
        low, high = np.fmin(low, below), np.fmax(high, above)
    return low, high


def analytic_interval(left: Side, right: Side, mean: Bools, level: float) -> tuple[Floats, Floats]:
    """Return the part that needs no draws.

    Rates: the share of all hits that fall to side a, given their sum, is binomial; its Jeffreys interval, with counts
    divided by the root mean square of both sides' overdispersion and drift, gives the ratio. Means: two t intervals combined in quadrature.
    """
    from scipy.special import betaincinv

    tail = (1 - level) / 2
    a, b = left.count(mean).astype(float), right.count(mean).astype(float)
    phi = np.sqrt((unsteady(left) ** 2 + unsteady(right) ** 2) / 2)
    low_share = betaincinv(a / phi + 0.5, b / phi + 0.5, tail)
    high_share = betaincinv(a / phi + 0.5, b / phi + 0.5, 1 - tail)
    scale = right.words.sum() / left.words.sum()
    with np.errstate(divide="ignore"):
        low, high = scale * low_share / (1 - low_share), scale * high_share / (1 - high_share)
    if mean.any():
        half_draws = Hull(level, 0, 0)
        ends = [half_draws.means(s.hits[:, mean], s.words, s.text) for s in (left, right)]
        value = left.value(mean)[mean] - right.value(mean)[mean]
        half = np.sqrt(sum(((e[1] - e[0]) / 2) ** 2 for e in ends))
        low[mean], high[mean] = value - half, value + half
    return low, high


def unsteady(side: Side) -> Floats:
    """Return by how much the variance of each count of a side exceeds that of independent words."""
    drift = DRIFT if side.drift is None else side.drift
    return unsteadiness(np.nan_to_num(side.hits), side.words, drift, side.text)


def resampled(left: Side, right: Side, mean: Bools, settings: Settings) -> tuple[Floats, Floats]:
    """Return the bootstrap part: both sides drawn anew by blocks of sentences."""
    if min(len(left.words), len(right.words)) <= BOOTSTRAP_BLOCK:
        return np.full(len(mean), np.nan), np.full(len(mean), np.nan)
    hull = Hull(settings.level, settings.draws, settings.seed)
    (above_a, below_a), (above_b, below_b) = (
        hull.sums(s.hits, s.words, f"contrast|{s.name}", mean) for s in (left, right)
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        difference = above_a / below_a - above_b / below_b
        ratios = ((above_a + 0.5) / below_a) / ((above_b + 0.5) / below_b)
    effect = np.where(mean, difference, ratios)
    empty = ~np.isfinite(effect).any(axis=0)
    tail = 50 * (1 - settings.level)
    low, high = percentiles(np.where(empty, 0.0, effect), (tail, 100 - tail))
    return np.where(empty, np.nan, low), np.where(empty, np.nan, high)
