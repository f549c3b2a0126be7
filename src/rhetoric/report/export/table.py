"""A table as it is exported: one frame, written as CSV, as a sheet and as LaTeX."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd


@dataclass(frozen=True, eq=False)
class Table:
    """A table.

    Parameters
    ----------
    name : str
        Its file and its sheet.
    title : str
        What it says, or what it is.
    about : str
        Unit and meaning of its rows.
    frame : DataFrame
        All columns, every number as it was computed.
    labels : mapping
        Column to what a reader calls it.
    printed : tuple of str
        The columns of the LaTeX table, in order; by default those with a label.
    most : int
        Rows of the LaTeX table; the others are in the CSV.
    """

    name: str
    title: str
    about: str
    frame: pd.DataFrame
    labels: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[str, ...] = ()
    most: int = 200

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the LaTeX table."""
        chosen = self.printed or tuple(self.labels) or tuple(self.frame.columns)
        return tuple(c for c in chosen if c in self.frame.columns)


def framed(
    rows: Iterable[Mapping[str, Any]], first: Sequence[str] = (), leave: Sequence[str] = ()
) -> pd.DataFrame:
    """Return rows of plain JSON as a frame: some columns first, whole numbers whole where some lack, lists as text."""
    flat = [{k: simple(v) for k, v in r.items() if k not in leave} for r in rows]
    keys = dict.fromkeys([*first, *(k for r in flat for k in r)])
    return pd.DataFrame(flat, columns=[k for k in keys if any(k in r for r in flat)]).convert_dtypes()


def simple(value: Any) -> Any:
    """Return a value that fits a cell."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return str(value) if isinstance(value, Mapping) else value
