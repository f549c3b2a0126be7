"""How often the range of many texts, or of clusters of texts, holds the ratio of the populations they were drawn from.

Senators of the shared press releases are put into two populations by turns. Texts, or whole senators, are drawn from each; the ratio of the
rates of the two populations is what a range should hold. `coverage.py` runs it and keeps its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.compare.intervals import percentiles
from rhetoric.compare.sampled import Sampled, sampled_interval
from rhetoric.model.columns import Floats
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

MANY = (20, 30, 40)  # texts a side
SPEAKERS = (5, 8, 10, 15)  # clusters a side
TRIES = 150
HITS = ((1, 9), (10, 19), (20, 49), (50, 10**9))
EACH = 8  # texts of a senator
SEED = 11


def totals(features: Sequence[Feature], every: Sequence[Any]) -> tuple[Floats, Floats, Any]:
    """Return hits, words and senator of each press release; means are left out."""
    rate = np.array([f.measure != "mean" for f in features])
    mine = [t for t in every if t.name.startswith("senate:")]
    hits = np.array([np.nan_to_num(t.hits).sum(axis=0)[rate] for t in mine])
    return hits, np.array([t.words.sum() for t in mine]), np.array([t.name.split("/")[0] for t in mine])


def sampled(name: str, hits: Floats, words: Floats) -> Sampled:
    """Return texts or clusters as one side."""
    return Sampled(name, hits, np.repeat(words[:, None], hits.shape[1], axis=1))


def tried(hits: Floats, words: Floats, ones: Any, others: Any, many: int, unit: str) -> list[dict[str, Any]]:
    """Return the shares of ranges that hold the ratio of two populations, beside percentiles of the same draws alone."""
    rng = np.random.default_rng([SEED, many])
    with np.errstate(invalid="ignore", divide="ignore"):
        true = (hits[ones].sum(axis=0) / words[ones].sum()) / (hits[others].sum(axis=0) / words[others].sum())
    known, mean = np.isfinite(true) & (true > 0), np.zeros(hits.shape[1], np.bool_)
    settings = Settings(draws=400, seed=SEED)
    tables = []
    for n in range(TRIES):
        picked = [rng.choice(p, many, replace=many > len(p)) for p in (ones, others)]
        left, right = (sampled(f"{s}{n}", hits[p], words[p]) for s, p in zip("ab", picked, strict=True))
        low, high = sampled_interval(left, right, mean, settings)
        (above_a, below_a), (above_b, below_b) = left.drawn(settings), right.drawn(settings)
        before = percentiles(((above_a + 0.5) / below_a) / ((above_b + 0.5) / below_b), (2.5, 97.5))
        with np.errstate(invalid="ignore", divide="ignore"):
            row = {
                "hits": left.above.sum(axis=0) + right.above.sum(axis=0),
                "held": (low <= true) & (true <= high),
                "held by percentiles": (before[0] <= true) & (true <= before[1]),
                "width": high / low,
                "width of percentiles": before[1] / before[0],
            }
        tables.append(pd.DataFrame(row)[known])
    rows = pd.concat(tables, ignore_index=True)
    out = []
    for low, high in HITS:
        part = rows[rows["hits"].between(low, high)]
        label = f"{low}-{high}" if high < 10**9 else f"{low} and more"
        shares = part[["held", "held by percentiles"]].mean().round(3)
        middle = part[["width", "width of percentiles"]].fillna(np.inf).median().round(2)
        wide = {k: float(v) if np.isfinite(v) else "open" for k, v in middle.items()}
        out.append({f"{unit} a side": str(many), "hits": label, "ranges": len(part), **shares, **wide})
    return out


def texts(features: Sequence[Feature], every: Sequence[Any]) -> list[dict[str, Any]]:
    """Return coverage where texts are drawn."""
    hits, words, who = totals(features, every)
    ones = np.isin(who, np.unique(who)[::2])
    a, b = np.flatnonzero(ones), np.flatnonzero(~ones)
    return [row for many in MANY for row in tried(hits, words, a, b, many, "texts")]


def clusters(features: Sequence[Feature], every: Sequence[Any]) -> list[dict[str, Any]]:
    """Return coverage where senators are drawn, each with the same number of texts."""
    hits, words, who = totals(features, every)
    rng = np.random.default_rng(SEED)
    names, count = np.unique(who, return_counts=True)
    own = [rng.choice(np.flatnonzero(who == n), EACH, replace=False) for n in names[count >= EACH]]
    summed, long = np.array([hits[o].sum(axis=0) for o in own]), np.array([words[o].sum() for o in own])
    a, b = np.arange(0, len(own), 2), np.arange(1, len(own), 2)
    return [row for many in SPEAKERS for row in tried(summed, long, a, b, many, "clusters")]
