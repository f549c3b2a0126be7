"""Trends: what was said how often, period by period, with intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from rhetoric.compare.cells import Cell, groups
from rhetoric.compare.intervals import Hull
from rhetoric.compare.periods import Calendar, after, middle, name_of
from rhetoric.compare.sampled import MANY_TEXTS
from rhetoric.compare.smooth import line_slope, line_slope_error, log_slope, log_slope_error, smoother
from rhetoric.errors import NotFound
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.trend import Trend
from rhetoric.settings import Settings

LEAST_HITS, LEAST_PERIODS, LEAST_WORDS = 10, 3, 900  # for any word on a change
CLEAR_HITS, CLEAR_PERIODS, CLEAR_TEXTS = 20, 5, 20
CLEAR, UNCERTAIN, TOO_FEW = "clear", "uncertain", "too few to say"
BLOCK = 24  # features taken at once, so that their draws do not fill the memory


def trend(
    evidence: Evidence,
    exposure: Exposure,
    dates: Mapping[str, str],
    *,
    features: Sequence[str] = (),
    every: str = "",
    sides: Mapping[tuple[str, str], str] | None = None,
    settings: Settings | None = None,
) -> Trend:
    """Return rates and means by period, with intervals, a smooth line and the change a year.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    dates : mapping
        Document id to its date in ISO 8601, as far as it is known; empty where it is not.
    features : sequence of str
        Names (``'theme.pluralism'``) or families (``'theme'``); by default every feature that was looked for.
    every : {'', 'day', 'week', 'month', 'quarter', 'year'}
        The period; by default one that suits the span and the dates.
    sides : mapping, optional
        (document id, voice id) to the name of a group; by default all words are one group.
    settings : Settings, optional
        Level, draws and seed.

    Returns
    -------
    Trend

    Raises
    ------
    TooFewTexts
        If fewer than three periods have texts.
    NotFound
        If a feature was not looked for.
    SettingsError
        If `every` is no period.

    Notes
    -----
    Value: hits per 1,000 words of the period, or the mean weight of its evidence. Interval: from 20 texts in a period, the outer hull of
    percentiles over texts drawn anew within it and a Jeffreys interval widened by the overdispersion between texts; below 20, the package's
    `Hull` over sentences, which does not see how texts differ. Smooth: see `rhetoric.compare.smooth.smoother`, weighted by words (or by the
    number of marks for means); its band is the same line through drawn values.

    Change: the slope of a Poisson regression on the middles of the periods, as ``exp(slope)``, a ratio a year above 1 where the rate rises
    (for means a straight line, a difference a year). Its interval is the outer hull of the draws and of a quasi-Poisson t interval, in which
    periods may differ by more than their texts show. One line is a summary, not a model: a rise and a fall cancel.
    """
    settings = settings or Settings()
    wanted = wanted_features(evidence, features)
    calendar = Calendar.of({d: dates.get(d, "") for d in exposure.docs}, every)
    hull = Hull(settings.level, settings.draws, settings.seed)
    tables, summaries, few = [], [], 0
    for start in range(0, len(wanted), BLOCK):
        block = wanted[start : start + BLOCK]
        for group, cells in groups(evidence, exposure, calendar, block, sides):
            found = Series.of(cells, len(calendar.starts), hull, group)
            tables.append(found.table(evidence, block, calendar, group, settings.level))
            summaries.append(found.summary(evidence, block, calendar, group, settings.level))
            few += int(((found.texts > 0) & (found.texts < MANY_TEXTS)).sum()) * (start == 0)
    table, summary = (pd.concat(rows, ignore_index=True) for rows in (tables, summaries))
    return Trend(calendar.every, table, summary, notes(calendar, few))


def wanted_features(evidence: Evidence, names: Sequence[str]) -> Array:
    """Return the positions of features by name or family."""
    if not names:
        return np.arange(len(evidence.features))
    stems = [n.partition("@")[0] for n in names]
    known = {f.name for f in evidence.features} | {f.family for f in evidence.features}
    missing = [n for n in stems if n not in known]
    if missing:
        from difflib import get_close_matches

        near = get_close_matches(missing[0], sorted(known), 3) or sorted(known)[:20]
        raise NotFound(
            f"no feature {missing[0]!r} was looked for", f"choose from {', '.join(near)}", "feature"
        )
    return np.array([n for n, f in enumerate(evidence.features) if {f.name, f.family} & set(stems)])


@dataclass(frozen=True, eq=False)
class Series:
    """One group over all periods; every array has the shape (periods,) or (periods, features), draws (draws, periods, features)."""

    texts: Array
    words: Floats
    hits: Array
    above: Floats
    below: Floats
    low: Floats
    high: Floats
    mean: Bools
    drawn: tuple[Floats, Floats] | None

    @classmethod
    def of(cls, cells: Sequence[Cell], periods: int, hull: Hull, group: str) -> Series:
        """Gather the cells of a group."""
        many = len(cells[0].mean) if cells else 0
        texts, words, hits = (
            np.zeros(periods, np.int64),
            np.zeros(periods),
            np.zeros((periods, many), np.int64),
        )
        above, below = np.zeros((2, periods, many))
        low, high = np.full((2, periods, many), np.nan)
        drawn = (
            (np.zeros((hull.draws, periods, many)), np.zeros((hull.draws, periods, many)))
            if hull.draws
            else None
        )
        for cell in cells:
            p, key = cell.period, f"trend|{group}|{cell.period}"
            texts[p], words[p] = len(np.unique(cell.text)), cell.words.sum()
            above[p], below[p], hits[p] = (
                cell.hits.sum(axis=0),
                cell.below().sum(axis=0),
                cell.marks.sum(axis=0),
            )
            mine = cell.draws(hull, key) if drawn else None
            if drawn and mine:
                drawn[0][:, p], drawn[1][:, p] = mine
            low[p], high[p] = cell.interval(hull, key, mine)
        return cls(
            texts,
            words,
            hits,
            above,
            below,
            low,
            high,
            cells[0].mean if cells else np.zeros(0, np.bool_),
            drawn,
        )

    def values(self, above: Floats, below: Floats, feature: int | slice = slice(None)) -> Floats:
        """Return values from what is above and below the line; NaN where nothing is below."""
        with np.errstate(invalid="ignore", divide="ignore"):
            out: Floats = np.where(self.mean[feature], 1.0, 1000.0) * above / below
        return np.where(np.isfinite(out), out, np.nan)

    def table(
        self, evidence: Evidence, wanted: Array, calendar: Calendar, group: str, level: float
    ) -> pd.DataFrame:
        """Return the rows of the trend table."""
        starts = calendar.starts
        at = np.array([middle(s, calendar.every) for s in starts])
        value = self.values(self.above, self.below)
        tail = 50 * (1 - level)
        parts = []
        for f, feature in enumerate(wanted[: len(self.mean)]):
            line = smoother(at, self.below[:, f])
            smooth = line @ np.nan_to_num(value[:, f])
            ends = np.full((2, len(at)), np.nan)
            if self.drawn:
                drawn = self.values(self.drawn[0][:, :, f], self.drawn[1][:, :, f], f)
                drawn = np.where(np.isfinite(drawn), drawn, np.nan_to_num(value[:, f])) @ line.T
                ends = np.percentile(drawn, (tail, 100 - tail), axis=0)
            parts.append(
                pd.DataFrame(
                    {
                        "feature": str(evidence.features[feature]),
                        "group": group,
                        "period": [name_of(s, calendar.every) for s in starts],
                        "start": [s.isoformat() for s in starts],
                        "end": [last_day(s, calendar) for s in starts],
                        "texts": self.texts,
                        "words": self.words.astype(np.int64),
                        "hits": self.hits[:, f],
                        "value": value[:, f],
                        "low": np.fmin(self.low[:, f], value[:, f]),
                        "high": np.fmax(self.high[:, f], value[:, f]),
                        "smooth": smooth,
                        "smooth_low": np.fmin(ends[0], smooth),
                        "smooth_high": np.fmax(ends[1], smooth),
                        "unit": evidence.features[feature].unit,
                    }
                )
            )
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()

    def summary(
        self, evidence: Evidence, wanted: Array, calendar: Calendar, group: str, level: float
    ) -> pd.DataFrame:
        """Return the change a year of every feature."""
        at = np.array([middle(s, calendar.every) for s in calendar.starts])
        rows = []
        for f, feature in enumerate(wanted[: len(self.mean)]):
            effect, low, high = self.change(f, at, level)
            none = 0.0 if self.mean[f] else 1.0
            held = self.below[:, f] > 0
            strength, note = judged(
                int(self.hits[:, f].sum()),
                int(held.sum()),
                float(self.words.sum()),
                int(self.texts.sum()),
                not low <= none <= high,
            )
            rows.append(
                {
                    "feature": str(evidence.features[feature]),
                    "group": group,
                    "periods": int(held.sum()),
                    "texts": int(self.texts.sum()),
                    "words": int(self.words.sum()),
                    "hits": int(self.hits[:, f].sum()),
                    "effect": effect,
                    "effect_kind": "difference a year" if self.mean[f] else "ratio a year",
                    "low": low,
                    "high": high,
                    "strength": strength,
                    "note": note,
                }
            )
        return pd.DataFrame(rows)

    def change(self, f: int, at: Floats, level: float) -> tuple[float, float, float]:
        """Return the change a year of one feature, and both ends."""
        from scipy.special import stdtrit

        above, below = self.above[:, f], self.below[:, f]
        if (below > 0).sum() < LEAST_PERIODS:
            return np.nan, np.nan, np.nan
        if self.mean[f]:
            value = self.values(self.above, self.below)[:, f]
            slope = float(line_slope(value, below, at))
            error = line_slope_error(value, below, at, slope)
        else:
            slope = float(log_slope(above, below, at))
            error = log_slope_error(above, below, at, slope) if np.isfinite(slope) else np.nan
        half = float(stdtrit(max(1, int((below > 0).sum()) - 2), 0.5 + level / 2)) * error
        low, high = slope - half, slope + half
        if self.drawn and np.isfinite(slope):
            up, down = self.drawn[0][:, :, f], self.drawn[1][:, :, f]
            with np.errstate(invalid="ignore", divide="ignore"):
                slopes = line_slope(up / down, down, at) if self.mean[f] else log_slope(up, down, at)
            slopes = slopes[np.isfinite(slopes)]
            if len(slopes):
                ends = np.percentile(slopes, (50 * (1 - level), 50 * (1 + level)))
                low, high = float(np.fmin(low, ends[0])), float(np.fmax(high, ends[1]))
        if self.mean[f]:
            return slope, low, high
        with np.errstate(over="ignore"):
            return float(np.exp(slope)), float(np.exp(low)), float(np.exp(high))


def last_day(start: object, calendar: Calendar) -> str:
    """Return the last day of a period."""
    import datetime as dt

    assert isinstance(start, dt.date)
    return (after(start, calendar.every) - dt.timedelta(days=1)).isoformat()


def judged(hits: int, periods: int, words: float, texts: int, excludes: bool) -> tuple[str, str]:
    """Return how much may be said of a change, and why no more."""
    if periods < LEAST_PERIODS:
        return TOO_FEW, f"under {LEAST_PERIODS} periods with any"
    if words < LEAST_WORDS:
        return TOO_FEW, f"under {LEAST_WORDS} words"
    if hits < LEAST_HITS:
        return TOO_FEW, f"under {LEAST_HITS} hits"
    reasons = [
        (not excludes, "the interval includes no change"),
        (periods < CLEAR_PERIODS, f"under {CLEAR_PERIODS} periods"),
        (texts < CLEAR_TEXTS, f"under {CLEAR_TEXTS} texts"),
        (hits < CLEAR_HITS, f"under {CLEAR_HITS} hits"),
    ]
    found = [why for holds, why in reasons if holds]
    return (UNCERTAIN, "; ".join(found)) if found else (CLEAR, "")


def notes(calendar: Calendar, few: int) -> tuple[str, ...]:
    """Return what must be known first."""
    out = []
    if calendar.undated:
        out.append(f"Texts without a date that can be read, left out: {calendar.undated}.")
    if calendar.coarse:
        out.append(
            f"Texts with dates too coarse for periods by {calendar.every}, left out: {calendar.coarse}."
        )
    empty = len(calendar.starts) - len(set(calendar.place.values()))
    if empty:
        out.append(f"Periods without texts: {empty} of {len(calendar.starts)}.")
    if few:
        out.append(
            f"Where a period has under {MANY_TEXTS} texts its interval does not see how texts differ, and may be too narrow."
        )
    return tuple(out)
