"""Layers that keep company: how often one feature stands in the units of text that hold another, and elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from rhetoric.compare.contrast import CLEAR, TOO_FEW, UNCERTAIN
from rhetoric.compare.intervals import stream
from rhetoric.compare.joint import Unit, cells_of, hits_of, layer, same_words
from rhetoric.compare.presence import measured
from rhetoric.errors import SettingsError
from rhetoric.model.columns import Array
from rhetoric.model.comparison import SHORT
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.settings import Settings

LEAST, FEW = 5, 10  # joint hits: below the first nothing is said, below the second nothing is clear
PLACES = 3  # units that must hold both
COLUMNS = {
    **dict.fromkeys(("group", "inner", "outer", "unit"), "str"),
    **dict.fromkeys(("units", "units_with_outer", "units_with_inner", "units_with_both"), "int64"),
    **dict.fromkeys(("inner_hits_inside", "words_inside"), "int64"),
    **dict.fromkeys(("rate_inside", "rate_outside", "ratio", "low", "high"), "float64"),
    **dict.fromkeys(("hits", "words"), "int64"),
    **dict.fromkeys(("same_words", "expected", "log_ratio", "log_ratio_low", "log_ratio_high"), "float64"),
    **dict.fromkeys(("strength", "note"), "str"),
}


def cooccurrence(
    corpus: Corpus,
    evidence: Evidence,
    exposure: Exposure,
    inner: str | Sequence[str],
    outer: str | Sequence[str],
    *,
    sides: Mapping[tuple[str, str], str],
    unit: Unit = "paragraph",
    each: bool = False,
    apart: bool = False,
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Return how often one feature stands in the units that hold another, against how often elsewhere.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
    exposure : Exposure
        Both of the corpus.
    inner, outer : str or sequence of str
        Features, or families: a family means any feature of it. What is also in the outer is left out of the inner.
    sides : mapping
        (document id, voice id) to the name of a group. A group's own words are held against each other, never those of two groups.
    unit : {'sentence', 'paragraph'} or int
        See `rhetoric.compare.joint.cells_of`.
    each : bool
        Give a row for every feature of an inner family, instead of one for the family.
    apart : bool
        Leave out hits of the inner that share words with a hit of the outer.
    settings : Settings, optional
        Level, draws and seed.

    Returns
    -------
    DataFrame
        One row a group, outer and inner. ``units`` with words of the group; ``units_with_outer``, ``units_with_inner``, ``units_with_both``;
        ``inner_hits_inside`` and ``words_inside``: in units that hold the outer; ``rate_inside`` and ``rate_outside`` per 1,000 words;
        ``ratio`` of the two, higher meaning more inside, with ``low`` and ``high``; ``hits`` of the inner in all, and ``words``;
        ``same_words``: the share of the joint hits whose words are also those of a hit of the outer; ``expected``: units that would
        hold both if the two had nothing to do with each other; ``log_ratio``: log2 of ``units_with_both`` to it, above 0 meaning together
        more often than that, the same whichever is inner, with ``log_ratio_low`` and ``log_ratio_high``; ``strength`` and ``note``.

    Raises
    ------
    NotFound
        If a feature was not looked for.
    SettingsError
        If there is no such unit, a feature is not counted, or inner and outer are the same.

    Notes
    -----
    The ratio is undefined where the inner is found nowhere, or a part has no words; where one part has no hit, 0.5 is added to both
    counts. See `rhetoric.compare.presence` for the intervals and the expected number. Clear: the interval of the ratio excludes 1, ten
    joint hits or more in three units or more, 300 words on both parts, under half of the joint hits the same words. Too few to say: under
    five joint hits. All else is uncertain. It says that two things stand near each other in these texts, not that one brings the other.
    """
    settings = settings or Settings()
    cells = cells_of(corpus, evidence, exposure, unit, sides)
    edges = np.searchsorted(cells.group, np.arange(len(cells.groups) + 1))
    size = len(cells.words)
    rank = np.cumsum(np.diff(cells.doc, prepend=-1) != 0)
    rows = []
    for outer_name in listed(outer):
        held = layer(evidence, outer_name)
        outer_rows = hits_of(evidence, held)
        outer_rows = outer_rows[cells.hit_at[outer_rows] >= 0]
        y = np.bincount(cells.hit_at[outer_rows], minlength=size)
        for inner_name, features in inners(evidence, listed(inner), held, each):
            found = hits_of(evidence, features)
            found = found[cells.hit_at[found] >= 0]
            shared = same_words(evidence, found, outer_rows)
            if apart:
                found, shared = found[~shared], shared[~shared]
            x = np.bincount(cells.hit_at[found], minlength=size)
            same = np.bincount(cells.hit_at[found[shared]], minlength=size)
            for n, group in enumerate(cells.groups):
                part = slice(edges[n], edges[n + 1])
                counts = measured(
                    cells.words[part],
                    x[part],
                    y[part],
                    same[part],
                    rank[part],
                    unit,
                    stream(settings.seed, f"cooccurrence|{group}"),
                    settings,
                )
                said, why = strength(counts)
                rows.append((group, inner_name, outer_name, str(unit), *counts.values(), said, why))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def listed(names: str | Sequence[str]) -> list[str]:
    """Return one name or several as a list."""
    return [names] if isinstance(names, str) else list(names)


def inners(evidence: Evidence, names: Sequence[str], held: Array, each: bool) -> list[tuple[str, Array]]:
    """Return the name and the features of every inner, those of the outer left out.

    Raises
    ------
    SettingsError
        If nothing is left.
    """
    out: list[tuple[str, Array]] = []
    for name in names:
        features = np.setdiff1d(layer(evidence, name), held)
        if not len(features):
            raise SettingsError(f"all of {name!r} is in the outer as well", "choose another inner", "inner")
        single = [(evidence.features[f].name, np.array([f])) for f in features.tolist()]
        out += single if each else [(name, features)]
    return out


def strength(row: Mapping[str, float]) -> tuple[str, str]:
    """Return how much may be said of one row, and why no more; see `cooccurrence`."""
    if row["inner_hits_inside"] < LEAST:
        return TOO_FEW, "under five joint hits"
    outside = row["words"] - row["words_inside"]
    reasons = [
        (not (row["low"] > 1 or row["high"] < 1), "the interval includes no difference"),
        (row["inner_hits_inside"] < FEW, "few joint hits"),
        (row["units_with_both"] < PLACES, "joint hits in few places"),
        (row["same_words"] >= 0.5, "most joint hits are words of the outer itself"),
        (min(row["words_inside"], outside) < SHORT, f"under {SHORT} words inside or outside"),
    ]
    found = [why for holds, why in reasons if holds]
    return (UNCERTAIN, "; ".join(found)) if found else (CLEAR, "")
