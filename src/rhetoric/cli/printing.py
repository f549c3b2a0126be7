"""Tables on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from rich.console import Console
from rich.table import Table
from rich.text import Text

WORD = 14  # letters of a word that a column keeps together where there is too little room


def show(rows: pd.DataFrame, title: str = "", limit: int = 200) -> None:
    """Print rows as a table; numbers stand right, and texts are never read as markup."""
    console = Console()
    table = Table(
        title=title or None, title_justify="left", header_style="bold", show_edge=False, pad_edge=False
    )
    cells = {str(name): [str(name), *map(cell, rows[name].head(limit))] for name in rows.columns}
    natural = [max(map(len, column)) for column in cells.values()]
    least = [max(longest_word(c) for c in column) for column in cells.values()]
    widths = fitted(natural, least, console.width - 3 * (len(cells) - 1))
    for name, width in zip(rows.columns, widths, strict=True):
        numeric = pd.api.types.is_numeric_dtype(rows[name])
        table.add_column(str(name), justify="right" if numeric else "left", width=width)
    for row in zip(*(column[1:] for column in cells.values()), strict=True):
        table.add_row(*map(Text, row))
    console.print(table)
    if len(rows) > limit:
        console.print(f"... {len(rows) - limit} more rows; use -o to save them all")


def fitted(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths of columns that fit into a width: the widest is narrowed first, below its longest word only if it must."""
    widths = list(natural)
    while sum(widths) > room and max(widths) > 1:
        loose = [n for n, w in enumerate(widths) if w > min(least[n], WORD)] or range(len(widths))
        widest = max(loose, key=lambda n: widths[n])
        widths[widest] -= 1
    return widths


def longest_word(value: object) -> int:
    """Return the length of the longest word of a cell, which should not be broken."""
    return max(map(len, cell(value).split()), default=0)


def cell(value: object) -> str:
    """Return a value as a reader wants to see it."""
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
