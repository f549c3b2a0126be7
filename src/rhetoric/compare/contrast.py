"""Two sides on every measure: sizes with intervals, and how much may be said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from rhetoric.compare.baseline import Baseline
from rhetoric.compare.intervals import BOOTSTRAP_BLOCK, Hull, overdispersion, stream
from rhetoric.compare.sides import Side, side_of
from rhetoric.compare.significance import benjamini_hochberg, g2_p
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.comparison import Comparison
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.model.schema import COMPARISON
from rhetoric.settings import Settings

CLEAR, UNCERTAIN, TOO_FEW = "clear", "uncertain", "too few to say"
MANY_TEXTS = 20
SHORT, LONG = 300, 900  # words: below the first no rates in findings, below the second nothing is clear
TWO_TEXTS = (
    "These are two texts. Differences below describe the texts, not their authors, parties or outlets."
)

ONE_TEXT = "This is one text. Differences below describe what is said in it, not those who say it."


def contrast(
    evidence: Evidence,
    exposure: Exposure,
    *,
    a: str,
    b: str,
    by: str,
    sides: Mapping[tuple[str, str], str],
    kinds: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    baseline: Baseline | None = None,
    p_values: bool = False,
) -> Comparison:
    """Compare two sides on every feature that was looked for.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    a, b : str
        The sides.
    by : str
        What they are sides of, for the reader.
    sides : mapping
        (document id, voice id) to the name of a side.
    kinds : mapping, optional
        Document id to the kind of text; sides of different kinds raise a warning.
    settings : Settings, optional
        Level, draws and seed.
    baseline : Baseline, optional
        By default the one that ships.
    p_values : bool
        Fill ``p`` (log-likelihood G2, which assumes independent words) and ``q`` (Benjamini-Hochberg over all).

    Returns
    -------
    Comparison

    Notes
    -----
    Rates: the effect is the ratio a / b with 0.5 added to both counts where one is 0 (NaN where both are); its interval is the hull of the
    ratio under a Jeffreys-like conditional binomial widened by overdispersion, and of a block bootstrap of both sides.
    Means: the effect is the difference a - b. From twenty texts a side, texts are resampled instead of blocks.
    """
    settings = settings or Settings()
    baseline = baseline or Baseline.read()
    left, right = (side_of(name, evidence, exposure, sides, kinds or {}) for name in (a, b))
    mean = np.array([f.measure == "mean" for f in evidence.features], np.bool_)
    texts = min(left.texts, right.texts) >= MANY_TEXTS
    low, high = effect_interval(left, right, mean, settings, by_text=texts)
    value_a, value_b = left.value(mean), right.value(mean)
    hits_a, hits_b = left.count(mean), right.count(mean)
    nothing = ~mean & (hits_a + hits_b == 0)
    low, high = np.where(nothing, np.nan, low), np.where(nothing, np.nan, high)
    words_a, words_b = float(left.words.sum()), float(right.words.sum())
    effect = np.where(mean, value_a - value_b, ratio(hits_a, hits_b, words_a, words_b))
    low, high = np.minimum(low, effect), np.maximum(high, effect)  # few draws may all lie on one side of it
    size = np.where(mean, np.abs(effect), np.abs(np.log2(np.where(mean, 1.0, effect))))
    shorter = min(words_a, words_b)
    percentile = np.array(
        [baseline.percentile(f.name, shorter, s) for f, s in zip(evidence.features, size, strict=True)]
    )
    p = np.full(len(mean), np.nan)
    if p_values:
        p = np.where(mean, np.nan, g2_p(hits_a, hits_b, words_a, words_b))
    table = pd.DataFrame(
        {
            "feature": [str(f) for f in evidence.features],
            "a": a,
            "b": b,
            "value_a": value_a,
            "value_b": value_b,
            "effect": effect,
            "effect_kind": np.where(mean, "difference", "ratio"),
            "low": low,
            "high": high,
            "p": p,
            "q": benjamini_hochberg(p),
            "n_a": len(left.words) if not texts else left.texts,
            "n_b": len(right.words) if not texts else right.texts,
            "method": method(texts=texts, p_values=p_values),
            "resamples": settings.draws,
            "seed": settings.seed,
        }
    ).astype(dict(COMPARISON))
    higher = np.where(value_a >= value_b, left.blocks(), right.blocks())
    excludes = np.where(mean, (low > 0) | (high < 0), (low > 1) | (high < 1))
    table["label"] = [f.label for f in evidence.features]
    table["unit"] = [f.unit for f in evidence.features]
    own = Hull(settings.level, settings.draws, settings.seed)
    for end, side in (("a", left), ("b", right)):
        table[f"low_{end}"], table[f"high_{end}"] = own_interval(
            side, own, [f.measure for f in evidence.features]
        )
    table["hits_a"], table["hits_b"] = hits_a, hits_b
    table["words_a"], table["words_b"] = int(words_a), int(words_b)
    table["blocks_a"], table["blocks_b"] = left.blocks(), right.blocks()
    table["percentile"] = percentile
    judged = [
        strength(f, int(n), bool(x), int(h), float(q), shorter)
        for f, n, x, h, q in zip(
            evidence.features, hits_a + hits_b, excludes, higher, percentile, strict=True
        )
    ]
    table["strength"] = [s for s, _ in judged]
    table["note"] = [n for _, n in judged]
    return Comparison(by, a, b, table, tuple(warnings_of(left, right)))


def own_interval(side: Side, hull: Hull, measures: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the interval of one side's own values; NaN where it has no words."""
    if not side.words.sum():
        return np.full(len(measures), np.nan), np.full(len(measures), np.nan)
    return hull(side.hits, side.words, f"side|{side.name}", measures)


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
    """Return both ends of the effect's interval for every feature."""
    low, high = np.full(len(mean), np.nan), np.full(len(mean), np.nan)
    if not len(left.words) or not len(right.words):
        return low, high
    analytic = analytic_interval(left, right, mean, settings.level)
    low, high = analytic
    if settings.draws:
        below, above = resampled(left, right, mean, settings, by_text=by_text)
        low, high = np.fmin(low, below), np.fmax(high, above)
    return low, high


def analytic_interval(left: Side, right: Side, mean: Bools, level: float) -> tuple[Floats, Floats]:
    """Return the part that needs no draws.

    Rates: the share of all hits that fall to side a, given their sum, is binomial; its Jeffreys interval, with counts
    divided by the larger overdispersion, gives the ratio. Means: two t intervals combined in quadrature.
    """
    from scipy.special import betaincinv

    tail = (1 - level) / 2
    a, b = left.count(mean).astype(float), right.count(mean).astype(float)
    rows = [np.nan_to_num(s.hits) for s in (left, right)]
    phi = np.maximum(overdispersion(rows[0], left.words), overdispersion(rows[1], right.words))
    low_share = betaincinv(a / phi + 0.5, b / phi + 0.5, tail)
    high_share = betaincinv(a / phi + 0.5, b / phi + 0.5, 1 - tail)
    scale = right.words.sum() / left.words.sum()
    with np.errstate(divide="ignore"):
        low, high = scale * low_share / (1 - low_share), scale * high_share / (1 - high_share)
    if mean.any():
        half_draws = Hull(level, 0, 0)
        ends = [half_draws.means(s.hits[:, mean]) for s in (left, right)]
        value = left.value(mean)[mean] - right.value(mean)[mean]
        half = np.sqrt(sum(((e[1] - e[0]) / 2) ** 2 for e in ends))
        low[mean], high[mean] = value - half, value + half
    return low, high


def resampled(
    left: Side, right: Side, mean: Bools, settings: Settings, *, by_text: bool
) -> tuple[Floats, Floats]:
    """Return the bootstrap part: both sides drawn anew, by blocks of sentences or by whole texts."""
    drawn: list[tuple[Array, Array]] = []
    for side in (left, right):
        if by_text:
            whole = side.by_text()
            known = np.isfinite(whole.hits)
            held = np.where(mean, known, whole.words[:, None])
            times = stream(settings.seed, f"contrast|{side.name}").multinomial(
                len(whole.words), np.full(len(whole.words), 1 / len(whole.words)), size=settings.draws
            )
            drawn.append((times @ np.where(known, whole.hits, 0.0), times @ held))
        else:
            hull = Hull(settings.level, settings.draws, settings.seed)
            drawn.append(hull.sums(side.hits, side.words, f"contrast|{side.name}", mean))
    (above_a, below_a), (above_b, below_b) = drawn
    with np.errstate(invalid="ignore", divide="ignore"):
        difference = above_a / below_a - above_b / below_b
        ratios = ((above_a + 0.5) / below_a) / ((above_b + 0.5) / below_b)
    tail = 50 * (1 - settings.level)
    effect = np.where(mean, difference, ratios)
    empty = ~np.isfinite(effect).any(axis=0)
    low, high = np.nanpercentile(np.where(empty, 0.0, effect), [tail, 100 - tail], axis=0)
    enough = not by_text and min(len(left.words), len(right.words)) <= BOOTSTRAP_BLOCK
    nothing = empty | enough
    return np.where(nothing, np.nan, low), np.where(nothing, np.nan, high)


def strength(
    feature: Feature, hits: int, excludes: bool, blocks: int, percentile: float, shorter: float
) -> tuple[str, str]:
    """Return how much may be said of a difference, and why no more.

    'Clear': the interval excludes no difference, ten hits or more in all, in three separate blocks or more of the higher
    side, beyond the 90th percentile of same-author pairs, 900 words or more on both sides. 'Too few to say': under
    five hits, or a side under 300 words. All else is 'uncertain'.
    """
    if shorter < SHORT:
        return TOO_FEW, f"a side has under {SHORT} words: counts only"
    if hits < 5:
        return TOO_FEW, "under five hits"
    reasons = [
        (not excludes, "the interval includes no difference"),
        (hits < 10, "few hits"),
        (blocks < 3, "hits in few places"),
        (shorter < LONG, f"a side has under {LONG} words"),
        (np.isnan(percentile), "no same-author baseline"),
        (percentile < 90, "within the range of same-author pairs"),
    ]
    found = [why for holds, why in reasons if holds]
    return (UNCERTAIN, "; ".join(found)) if found else (CLEAR, "")


def method(*, texts: bool, p_values: bool) -> str:
    """Name the method in a few words."""
    unit = "texts" if texts else f"blocks of {BOOTSTRAP_BLOCK} sentences"
    tested = "; p assumes independent words" if p_values else ""
    return f"hull of Jeffreys x overdispersion and bootstrap of {unit}{tested}"


def warnings_of(left: Side, right: Side) -> Sequence[str]:
    """Return what a reader must know first."""
    out = []
    texts = len(np.union1d(left.text, right.text))
    if texts <= 2:
        out.append(TWO_TEXTS if texts == 2 else ONE_TEXT)
    if left.kinds and right.kinds and left.kinds != right.kinds:
        one, other = (", ".join(sorted(s.kinds)) for s in (left, right))
        out.append(
            f"The kinds of text differ ({one}; {other}): part of any difference is speech against prose."
        )
    words = sorted((float(left.words.sum()), float(right.words.sum())))
    if words[0] and words[1] > 3 * words[0]:
        out.append(f"One side is much longer than the other ({words[1]:,.0f} words against {words[0]:,.0f}).")
    short = [s for s in (left, right) if s.words.sum() < SHORT]
    return out + [
        f"{s.name} has {s.words.sum():,.0f} words: counts and examples only, no rates in findings."
        for s in short
    ]
