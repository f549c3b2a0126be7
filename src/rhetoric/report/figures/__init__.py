"""Charts as inline SVG, drawn by seaborn and matplotlib from the rows of a chart's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from rhetoric.errors import NotFound
from rhetoric.report.figures.sheet import PAGE, Sheet

Rows = Sequence[Mapping[str, Any]]
Draw = Callable[[Rows, Mapping[str, Any], Sheet], Any]
KINDS = {
    "voices": "bars",
    "themes": "dots",
    "devices": "dots",
    "metaphors": "links",
    "stance": "stance",
    "arc": "arc",
    "tenths": "tenths",
    "words": "words",
    "multiples": "multiples",
    "groupwords": "groupwords",
    "trend": "trend",
}


def draw(kind: str, rows: Rows, options: Mapping[str, Any]) -> str:
    """Return a chart as an ``<svg>`` element that stands in a page.

    Parameters
    ----------
    kind : {'voices', 'themes', 'devices', 'metaphors', 'stance', 'arc', 'tenths', 'words'}
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
    from rhetoric.report.figures.canvas import styled, svg

    function = drawing(kind)
    if not rows:
        return ""
    named = {"id": kind, **options}
    with styled():
        return svg(function(rows, named, PAGE), named)


def drawing(kind: str) -> Draw:
    """Return the function that draws a kind of chart: rows, options and sheet to a figure in the units of the sheet.

    Raises
    ------
    NotFound
        If there is no such kind of chart.
    """
    if kind not in KINDS:
        raise NotFound(f"no chart of kind {kind!r}", f"choose from {', '.join(KINDS)}")
    function: Draw = import_module(f"rhetoric.report.figures.{KINDS[kind]}").draw
    return function
