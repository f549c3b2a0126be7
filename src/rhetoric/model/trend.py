"""How often something was said, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

CHART = ("period", "start", "value", "low", "high", "hits", "texts", "group")


@dataclass(frozen=True, eq=False)
class Trend:
    """Measures over time, for one group of voices or several.

    Parameters
    ----------
    every : {'day', 'week', 'month', 'quarter', 'year'}
    table : DataFrame
        One row a feature, group and period, periods without texts included: ``feature, group, period, start, end`` (both days are in it),
        ``texts, words, hits, value, low, high, smooth, smooth_low, smooth_high, unit``.
    summary : DataFrame
        One row a feature and group: ``feature, group, periods`` (with words), ``texts, words, hits, effect, effect_kind, low, high,
        strength, note``. ``effect`` is the ratio of a year's rate to that of the year before, or for means the difference.
    notes : tuple of str
        What a reader must know first: texts without a date, gaps, few texts.
    """

    every: str
    table: pd.DataFrame
    summary: pd.DataFrame
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        features, periods = self.table["feature"].nunique(), self.table["period"].nunique()
        return f"<Trend of {features} features over {periods} periods, by {self.every}>"

    def chart(self, feature: str) -> pd.DataFrame:
        """Return the rows that draw one feature: period, start, value, low, high, hits, texts, group, then the smooth line."""
        rows = self.table[self.table["feature"].str.partition("@")[0] == feature.partition("@")[0]]
        return rows[[*CHART, "smooth", "smooth_low", "smooth_high"]].reset_index(drop=True)

    def _repr_html_(self) -> str:
        notes = "".join(f"<p><em>{escape(n)}</em></p>" for n in self.notes)
        shown = self.summary.to_html(index=False, float_format="{:.3f}".format)
        return f"<p>{escape(repr(self))}</p>{notes}{shown}"
