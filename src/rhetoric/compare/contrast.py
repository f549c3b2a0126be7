"""Two sides on every measure: sizes with intervals, and how much may be said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from rhetoric.compare.baseline import Baseline
from rhetoric.compare.effectrange import effect_interval, ratio
from rhetoric.compare.halves import halves
from rhetoric.compare.intervals import BOOTSTRAP_BLOCK, Hull
from rhetoric.compare.mismatch import warnings_of
from rhetoric.compare.sampled import (
    MANY_CLUSTERS,
    MANY_TEXTS,
    Sampled,
    clusters_of,
    sampled_interval,
    texts_of,
)
from rhetoric.compare.sampled import own_interval as sampled_own
from rhetoric.compare.sides import Side, side_of
from rhetoric.compare.significance import benjamini_hochberg, g2_p
from rhetoric.model.columns import Bools, Floats
from rhetoric.model.comparison import BEYOND, LONG, SHORT, Comparison
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.model.schema import COMPARISON
from rhetoric.model.textfacts import TextFacts
from rhetoric.settings import Settings

__all__ = ["MANY_TEXTS", "contrast", "effect_interval", "ratio", "strength"]

CLEAR, UNCERTAIN, TOO_FEW = "clear", "uncertain", "too few to say"


def contrast(
    evidence: Evidence,
    exposure: Exposure,
    *,
    a: str,
    b: str,
    by: str,
    sides: Mapping[tuple[str, str], str],
    kinds: Mapping[str, str] | None = None,
    facts: Mapping[str, TextFacts] | None = None,
    settings: Settings | None = None,
    baseline: Baseline | None = None,
    p_values: bool = False,
    clusters: Mapping[tuple[str, str], str] | None = None,
    cluster: str = "",
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
    facts : mapping, optional
        Document id to what else is known of the text, for the warnings; see `rhetoric.compare.text_facts`.
    settings : Settings, optional
        Level, draws and seed.
    baseline : Baseline, optional
        By default the one that ships.
    p_values : bool
        Fill ``p`` (log-likelihood G2, which assumes independent words) and ``q`` (Benjamini-Hochberg over all).
    clusters : mapping, optional
        (document id, voice id) to its cluster, such as the speaker or the party and year: from eight clusters a side on they are resampled,
        in place of texts; with fewer a warning says so. A voice without a cluster is one by itself in each text.
    cluster : str
        What they are clusters by, for the reader.

    Returns
    -------
    Comparison

    Notes
    -----
    Rates: the effect is the ratio a / b with 0.5 added to both counts where one is 0 (NaN where both are); its interval is the hull of the
    ratio under a Jeffreys-like conditional binomial, widened by overdispersion and drift, and of a block bootstrap of both sides.
    Means: the effect is the difference a - b. From twenty texts a side, or eight clusters, their spread is what counts; see
    `rhetoric.compare.sampled`. ``halves`` is in how many of four comparisons of halves the direction holds; see `rhetoric.compare.halves`.
    """
    settings = settings or Settings()
    baseline = baseline or Baseline.read()
    left, right = (side_of(name, evidence, exposure, sides, kinds or {}) for name in (a, b))
    mean = np.array([f.measure == "mean" for f in evidence.features], np.bool_)
    grouped = None
    if clusters is not None:
        one, other = (clusters_of(n, evidence, exposure, sides, clusters) for n in (a, b))
        grouped = (one, other)
    spread = spread_of(left, right, mean, grouped, cluster)
    if spread.sides:
        low, high = sampled_interval(*spread.sides, mean, settings)
    else:
        low, high = effect_interval(left, right, mean, settings, by_text=False)
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
            "n_a": len(spread.sides[0]) if spread.sides else len(left.words),
            "n_b": len(spread.sides[1]) if spread.sides else len(right.words),
            "method": method(spread, p_values=p_values),
            "resamples": settings.draws,
            "seed": settings.seed,
        }
    ).astype(dict(COMPARISON))
    higher = np.where(value_a >= value_b, left.blocks(), right.blocks())
    excludes = np.where(mean, (low > 0) | (high < 0), (low > 1) | (high < 1))
    table["label"] = [f.label for f in evidence.features]
    table["unit"] = [f.unit for f in evidence.features]
    for end, side, own in zip("ab", (left, right), spread.sides or (None, None), strict=True):
        table[f"low_{end}"], table[f"high_{end}"] = own_interval(side, own, evidence.features, settings)
    table["hits_a"], table["hits_b"] = hits_a, hits_b
    table["words_a"], table["words_b"] = int(words_a), int(words_b)
    table["blocks_a"], table["blocks_b"] = left.blocks(), right.blocks()
    table["percentile"] = percentile
    table["halves"], table["own_a"], table["own_b"] = halves(left, right, mean)
    judged = [
        strength(f, int(n), bool(x), int(h), float(q), shorter)
        for f, n, x, h, q in zip(
            evidence.features, hits_a + hits_b, excludes, higher, percentile, strict=True
        )
    ]
    table["strength"] = [s for s, _ in judged]
    table["note"] = [n for _, n in judged]
    warnings = warnings_of(left, right, by=by, exposure=exposure, sides=sides, facts=facts)
    return Comparison(by, a, b, table, (*warnings, *filter(None, [spread.warning])))


@dataclass(frozen=True, eq=False)
class Spread:
    """What the ranges of a comparison are made from.

    Parameters
    ----------
    sides : pair of Sampled, or None
        The texts or clusters of both sides where there are enough of them; otherwise sentences are drawn.
    unit : str
        Their name, for the reader.
    warning : str
        Why clusters were asked for and not used; empty where nothing needs saying.
    """

    sides: tuple[Sampled, Sampled] | None
    unit: str
    warning: str = ""


def spread_of(
    left: Side, right: Side, mean: Bools, clusters: tuple[Sampled, Sampled] | None, cluster: str
) -> Spread:
    """Return what is sampled: clusters where they are given and enough, else texts where there are twenty a side."""
    if clusters and min(len(c) for c in clusters) >= MANY_CLUSTERS:
        return Spread(clusters, f"clusters ({cluster})")
    warning = ""
    if clusters:
        counts = ", ".join(f"{c.name}: {len(c)}" for c in clusters)
        warning = (
            f"Too few clusters by {cluster} to resample ({counts}; {MANY_CLUSTERS} a side are needed): "
            "ranges are too narrow where texts of one cluster are alike."
        )
    if min(left.texts, right.texts) >= MANY_TEXTS:
        return Spread((texts_of(left, mean), texts_of(right, mean)), "texts", warning)
    return Spread(None, f"blocks of {BOOTSTRAP_BLOCK} sentences", warning)


def own_interval(
    side: Side, spread: Sampled | None, features: Sequence[Feature], settings: Settings
) -> tuple[Floats, Floats]:
    """Return the interval of one side's own values; NaN where it has no words."""
    if not side.words.sum():
        return np.full(len(features), np.nan), np.full(len(features), np.nan)
    if spread is not None:
        return sampled_own(spread, np.array([f.measure == "mean" for f in features], np.bool_), settings)
    own = Hull(settings.level, settings.draws, settings.seed)
    return own(side.hits, side.words, f"side|{side.name}", features, side.text)


def strength(
    feature: Feature, hits: int, excludes: bool, blocks: int, percentile: float, shorter: float
) -> tuple[str, str]:
    """Return how much may be said of a difference, and why no more.

    'Clear': the interval excludes no difference, ten hits or more in all, in three separate blocks or more of the higher
    side, beyond the 95th percentile of same-author pairs, 900 words or more on both sides. 'Too few to say': under
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
        (percentile < BEYOND, "within the range of same-author pairs"),
    ]
    found = [why for holds, why in reasons if holds]
    return (UNCERTAIN, "; ".join(found)) if found else (CLEAR, "")


def method(spread: Spread, *, p_values: bool) -> str:
    """Name the method in a few words."""
    tested = "; p assumes independent words" if p_values else ""
    if spread.sides:
        return f"hull of Jeffreys x dispersion between {spread.unit}, with t, and bootstrap of {spread.unit}{tested}"
    return f"hull of Jeffreys x overdispersion and drift, and bootstrap of {spread.unit}{tested}"
