"""Tables of the benchmarks, and the pages they are written into."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def markdown(rows: list[dict[str, Any]]) -> str:
    """Return rows as a Markdown table."""
    heads = list(rows[0])
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    lines += [f"| {' | '.join(shown(r[h]) for h in heads)} |" for r in rows]
    return "\n".join(lines)


def shown(value: Any) -> str:
    """Return a cell: three significant digits of small numbers, none behind the point of large ones."""
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def put(page: Path, name: str, table: str) -> None:
    """Write a table between the two lines of a page that name it, ``<!-- name -->`` and ``<!-- /name -->``.

    Raises
    ------
    ValueError
        If the page lacks one of the lines, or has them the wrong way round; the page is left as it was.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    lines = page.read_text(encoding="utf-8").split("\n")
    for line in (begin, end):
        if lines.count(line) != 1:
            raise ValueError(
                f"{page.name}: the line '{line}' stands {lines.count(line)} times - write it once, where the table shall be"
            )
    first, last = lines.index(begin), lines.index(end)
    if last < first:
        raise ValueError(f"{page.name}: the line '{end}' stands above '{begin}' - put it below")
    lines[first + 1 : last] = [table]
    page.write_text("\n".join(lines), encoding="utf-8")
