"""Rates over time: a small panel a measure, with a dot a period and a smooth line with its band for each group; of one group the intervals too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, RULE, colour, figure, marker, safe
from rhetoric.report.figures.dots import axis_end
from rhetoric.report.figures.sheet import PAGE, Sheet
from rhetoric.report.figures.strokes import strokes

ACROSS = 2
TALL, HEAD, FOOT = 118, 34, 34
RIGHT, BETWEEN = 0.985, 0.07
MARGIN = 41  # units for the numbers of the upright axis
MARKED = 12  # periods up to which each has a marker of its group; beyond, a dot


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``label, group, index, start, value, low, high, smooth, smooth_low, smooth_high``, in the order of time."""
    labels = list(dict.fromkeys(r["label"] for r in rows))
    groups = list(dict.fromkeys((r["group"], r["index"]) for r in rows))
    keyed = len(groups) > 1
    columns = 1 if sheet.narrow else ACROSS
    across = min(columns, len(labels))
    down = -(-len(labels) // across)
    left = sheet.share(MARGIN)
    key = 30 if keyed else 4
    height = (HEAD + TALL) * down + FOOT + key
    wide = (RIGHT - left - BETWEEN * (columns - 1)) / columns
    limit = axis_end(rows)
    at = [years(r["start"]) for r in rows]
    span = max(at) - min(at) or 1.0
    with figure(height, sheet, nrows=down, ncols=across, squeeze=False) as (fig, axes):
        for n, ax in enumerate(axes.flat):
            if n >= len(labels):
                ax.remove()
                continue
            line, column = divmod(n, across)
            bottom = height - key - (HEAD + TALL) * (line + 1)
            ax.set_position((left + column * (wide + BETWEEN), bottom / height, wide, TALL / height))
            for group, index in groups:
                mine = [
                    r
                    for r in rows
                    if r["label"] == labels[n] and r["group"] == group and r["value"] is not None
                ]
                panel(ax, mine, index, limit, alone=not keyed)
            ax.set_title(
                safe(fill(labels[n], 40, max_lines=1, placeholder="…")), loc="left", fontsize=FONT - 1, pad=4
            )
            ax.set(xlim=(min(at) - span * 0.04, max(at) + span * 0.04), ylim=(0, limit * 1.04))
            ax.locator_params(axis="both", nbins=4)
            ax.xaxis.set_major_formatter(lambda x, _: f"{x:.0f}" if span > 3 else dated(x))
            ax.tick_params(axis="x", labelbottom=n + across >= len(labels))
            ax.tick_params(axis="y", labelsize=FONT - 2, labelcolor=QUIET)
            for side in ("top", "right"):
                ax.spines[side].set_visible(False)
        if keyed:
            keys = [
                axes.flat[0].plot([], [], marker=marker(i), color=colour(i), linewidth=1.4, label=safe(g))[0]
                for g, i in groups
            ]
            fig.legend(
                handles=keys,
                loc="upper left",
                bbox_to_anchor=(0.0, 1.0),
                ncols=4,
                frameon=False,
                fontsize=FONT - 1,
            )
        return fig


def panel(ax: Any, rows: Rows, index: Any, limit: float, *, alone: bool) -> None:
    """Draw one group: dots, where it is alone its intervals, and from three periods on the smooth line."""
    if not rows:
        return
    ink, at = colour(index), [years(r["start"]) for r in rows]
    ends = [
        (x, r["low"], min(r["high"], limit)) for x, r in zip(at, rows, strict=True) if r["low"] is not None
    ]
    if alone:
        strokes(ax, [((x, low), (x, high)) for x, low, high in ends if low <= limit], ink, 1.0, alpha=0.6)
    if len(rows) > 2 and all(r["smooth"] is not None for r in rows):
        if all(r["smooth_low"] is not None for r in rows):
            low, high = ([min(r[k], limit) for r in rows] for k in ("smooth_low", "smooth_high"))
            ax.fill_between(at, low, high, color=ink, alpha=0.1, linewidth=0)
        ax.plot(at, [r["smooth"] for r in rows], color=ink, linewidth=1.4)
    values = [min(r["value"], limit) for r in rows]
    if len(rows) <= MARKED:
        ax.plot(at, values, linestyle="none", marker=marker(index), color=ink, markersize=5)
    else:
        strokes(
            ax,
            [((x, y), (x + 1e-3, y)) for x, y in zip(at, values, strict=True)],
            ink,
            4.0,
            alpha=1.0 if alone else 0.4,
            cap="round",
        )
    ax.axhline(0, color=RULE, linewidth=0.5, zorder=0)


def years(day: str) -> float:
    """Return a day as years since the first of our era."""
    found = dt.date.fromisoformat(day)
    return found.year + (found.timetuple().tm_yday - 1) / 365.25


def dated(at: float) -> str:
    """Return a place on the axis as month and year."""
    return f"{int(12 * (at % 1)) + 1:02d}/{int(at)}"
