"""What a chart is made of: rows that the picture, its table and its CSV share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Rows = Sequence[dict[str, Any]]


def chart(
    name: str,
    kind: str,
    title: str,
    desc: str,
    caption: str,
    columns: Sequence[tuple[str, str]],
    rows: Rows,
    options: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the facts of a chart.

    Parameters
    ----------
    name : str
        Unique on the page.
    kind : str
        What `rhetoric.report.figures.draw` calls it.
    title : str
        The finding, in ten words or fewer.
    desc : str
        Range and shape, for those who do not see it.
    caption : str
        What the table shows, with its unit.
    columns : sequence of (key, label)
        The columns of the table, in order.
    rows : sequence of dict
        Plain JSON.
    options : dict, optional
        Passed to the drawing.
    """
    return {
        "id": name,
        "kind": kind,
        "title": title,
        "desc": desc,
        "caption": caption,
        "columns": [{"key": k, "label": label} for k, label in columns],
        "rows": list(rows),
        "options": options or {},
    }
