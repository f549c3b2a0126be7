"""Topics of a corpus: what a topic model returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

import pandas as pd


@dataclass(frozen=True, eq=False)
class Topics:
    """Words that come together over many texts, and how much of each text they make up.

    Parameters
    ----------
    topics : DataFrame
        One row a topic, the largest first: ``topic`` (a number from 1), ``share`` (of all texts, each weighing the same; they add up to 1),
        ``stability`` (0 to 1: how like it are the topics found from other starts), ``words`` (the most telling, with commas), ``text``
        (the id of the text that it makes up most of).
    documents : DataFrame
        One row a text: ``doc_id``, then the share of each topic, NaN where a text has none of the words.
    words : DataFrame
        ``topic, word, weight``: the words of each topic, the heaviest first.
    about : mapping
        Plain values: what was asked for.
    notes : tuple of str
        What a reader must know first.
    """

    topics: pd.DataFrame
    documents: pd.DataFrame
    words: pd.DataFrame
    about: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.topics)

    def __repr__(self) -> str:
        return f"<{len(self.topics)} topics of {len(self.documents):,} texts>"

    def _repr_html_(self) -> str:
        notes = "".join(f"<p><em>{escape(n)}</em></p>" for n in self.notes)
        return f"<p>{escape(repr(self))}</p>{notes}{self.topics.to_html(index=False, float_format='{:.2f}'.format)}"
