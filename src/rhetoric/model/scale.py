"""Texts placed along one line: what a scaling method returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

import pandas as pd


@dataclass(frozen=True, eq=False)
class Scale:
    """The place of every text, and of every word, on one dimension.

    Parameters
    ----------
    method : {'wordfish', 'wordscores', 'lss'}
    documents : DataFrame
        One row a text or side, in the order given: ``doc_id, position, se, low, high, words``, then what the method adds. NaN where a text
        has none of the words that are scored.
    words : DataFrame
        One row a word, the most telling first; see the method.
    about : mapping
        Plain values: what was asked for, and how the fit ended.
    notes : tuple of str
        What a reader must know first.
    """

    method: str
    documents: pd.DataFrame
    words: pd.DataFrame
    about: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.documents)

    def __repr__(self) -> str:
        return f"<Scale by {self.method}: {len(self.documents):,} texts, {len(self.words):,} words>"

    def _repr_html_(self) -> str:
        notes = "".join(f"<p><em>{escape(n)}</em></p>" for n in self.notes)
        shown = self.documents.sort_values("position", ignore_index=True)
        tables = "".join(
            rows.head(30).to_html(index=False, float_format="{:.3f}".format) for rows in (shown, self.words)
        )
        return f"<p>{escape(repr(self))}</p>{notes}{tables}"
