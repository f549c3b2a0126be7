"""Differences between voices, texts or groups, one row a measure."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

SHORT, LONG = 300, 900  # words: below the first no rates in findings, below the second nothing is clear
BEYOND = 95  # percentile of same-author pairs from which a difference may be called clear


@dataclass(frozen=True, eq=False)
class Comparison:
    """The difference between two sides for every measure that was looked at.

    Parameters
    ----------
    by : str
        What was compared: ``'voice'``, ``'doc_id'`` or a metadata field.
    a, b : str
        The two sides.
    table : DataFrame
        The columns of `rhetoric.model.schema.COMPARISON`, then ``label, unit, low_a, high_a, low_b,
        high_b, hits_a, hits_b, words_a, words_b, blocks_a, blocks_b, percentile, halves, own_a, own_b, strength, note``: one row a feature, in a fixed order, the undecided ones included. ``effect`` is the ratio a / b for
        rates and the difference a - b for means, with ``low`` and ``high`` around it; ``strength`` is one of
        clear, uncertain, too few to say; ``percentile`` is the share of same-author pairs that differ less, or NaN;
        ``halves`` is in how many of four comparisons of halves the direction holds, and ``own_a``, ``own_b`` how far each side's halves differ.
    warnings : tuple of str
        What a reader must know before reading on: genre, length, two texts only.
    """

    by: str
    a: str
    b: str
    table: pd.DataFrame
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.table)

    def _repr_html_(self) -> str:
        shown = self.table[
            ["label", "value_a", "value_b", "effect", "low", "high", "hits_a", "hits_b", "strength"]
        ]
        notes = "".join(f"<p><em>{escape(w)}</em></p>" for w in self.warnings)
        return f"<p><b>{escape(self.a)}</b> compared with <b>{escape(self.b)}</b>, by {escape(self.by)}</p>{notes}{shown.to_html(index=False, float_format='{:.2f}'.format)}"
