"""Charts as inline SVG, drawn by seaborn and matplotlib from the rows of a chart's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from rhetoric.errors import NotFound

Rows = Sequence[Mapping[str, Any]]
Draw = Callable[[Rows, Mapping[str, Any]], str]
KINDS = {
    "voices": "bars",
    "themes": "dots",
    "devices": "dots",
    "metaphors": "links",
    "stance": "stance",
    "arc": "arc",
    "words": "words",
}


def draw(kind: str, rows: Rows, options: Mapping[str, Any]) -> str:
    """Return a chart as an ``<svg>`` element that stands in a page.

    Parameters
    ----------
    kind : {'voices', 'themes', 'devices', 'metaphors', 'stance', 'arc', 'words'}
    rows : sequence of mappings
        The rows of the chart's own table, so that picture and table cannot differ.
    options : mapping
        ``id`` (unique on the page), ``title`` (the finding), ``desc`` (range and shape), ``names`` (the sides, in
        the order of their colours), ``unit``.

    Returns
    -------
    str
        The same rows give the same bytes; an empty string for no rows.

    Raises
    ------
    NotFound
        If there is no such kind of chart.
    """
    if kind not in KINDS:
        raise NotFound(f"no chart of kind {kind!r}", f"choose from {', '.join(KINDS)}")
    if not rows:
        return ""
    module = import_module(f"rhetoric.report.figures.{KINDS[kind]}")
    function: Draw = module.draw
    return function(rows, {"id": kind, **options})
