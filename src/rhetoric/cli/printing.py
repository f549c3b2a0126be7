"""Tables on the terminal."""

from __future__ import annotations

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text


def show(rows: pd.DataFrame, title: str = "", limit: int = 200) -> None:
    """Print rows as a table; numbers stand right, and texts are never read as markup."""
    table = Table(title=title or None, title_justify="left", header_style="bold", show_edge=False)
    for name in rows.columns:
        numeric = pd.api.types.is_numeric_dtype(rows[name])
        widest = max([len(str(name)), *(longest_word(v) for v in rows[name].head(limit))])
        table.add_column(str(name), justify="right" if numeric else "left", min_width=min(widest, 14))
    for row in rows.head(limit).itertuples(index=False):
        table.add_row(*(Text(cell(value)) for value in row))
    console = Console()
    console.print(table)
    if len(rows) > limit:
        console.print(f"... {len(rows) - limit} more rows; use -o to save them all")


def longest_word(value: object) -> int:
    """Return the length of the longest word of a cell, which should not be broken."""
    return max(map(len, cell(value).split()), default=0)


def cell(value: object) -> str:
    """Return a value as a reader wants to see it."""
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
