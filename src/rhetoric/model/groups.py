"""Differences between several groups, each held against all the others together."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd


@dataclass(frozen=True, eq=False)
class Groups:
    """Three or more groups, each held against all the others together, on every measure.

    Parameters
    ----------
    by : str
        What the groups are: ``'voice'``, ``'doc_id'`` or a field of the texts.
    names : tuple of str
        The groups: by number where all their names are numbers, else those with most words first.
    table : DataFrame
        One row a group and feature, group by group, features in a fixed order, the undecided ones included: ``feature, label, unit, group,
        index`` (its place in `names`), ``texts, words, hits, value, low, high`` (its own interval), ``others_value, others_low, others_high,
        others_hits, others_words, effect, effect_kind, effect_low, effect_high, percentile, strength, note``. ``effect`` is the ratio of the group to the
        others for rates and the difference for means; ``percentile`` is the share of same-author pairs that differ less, or NaN;
        ``strength`` is one of clear, uncertain, too few to say.
    warnings : tuple of str
        What a reader must know before reading on: few texts, kinds, lengths, groups left out.
    """

    by: str
    names: tuple[str, ...]
    table: pd.DataFrame
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.names)

    def of(self, name: str) -> pd.DataFrame:
        """Return the rows of one group."""
        return self.table[self.table["group"] == name].reset_index(drop=True)

    def _repr_html_(self) -> str:
        shown = self.table[
            [
                "group",
                "label",
                "value",
                "others_value",
                "effect",
                "effect_low",
                "effect_high",
                "hits",
                "strength",
            ]
        ]
        notes = "".join(f"<p><em>{escape(w)}</em></p>" for w in self.warnings)
        head = f"<p><b>{escape(', '.join(self.names))}</b>, each against the others, by {escape(self.by)}</p>"
        return f"{head}{notes}{shown.to_html(index=False, float_format='{:.2f}'.format)}"
