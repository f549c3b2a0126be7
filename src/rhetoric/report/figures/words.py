"""Distinctive words: those of one side on the left, of the other on the right, dots with intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, marker, safe
from rhetoric.report.figures.sheet import PAGE, Sheet

EACH = 14
LEFT, RIGHT, BETWEEN, TITLE = 142.8, 13.6, 108.0444, 87.2678  # units


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``word, hits_a, hits_b, log_ratio, low, high, flag``; a positive log ratio favours the first side."""
    names = [*options.get("names", []), "first", "second"][:2]
    left = [r for r in rows if (r["log_ratio"] or 0) > 0][:EACH]
    right = [r for r in rows if (r["log_ratio"] or 0) < 0][:EACH]
    longest = max(len(left), len(right), 1)
    lengths = [max(1, len(left)), max(1, len(right))]
    height = 70 + 22 * longest
    grid: dict[str, Any] = {"ncols": 2}
    if sheet.narrow:
        height = 140 + 22 * sum(lengths)
        grid = {"nrows": 2, "sharex": True, "gridspec_kw": {"height_ratios": lengths}}
    reach = max(
        1.0, *(min(abs(x), 8.0) for r in rows for x in (r["low"], r["high"], r["log_ratio"]) if x is not None)
    )
    with figure(height, sheet, **grid) as (fig, axes):
        edges: list[float] = []
        for n, (ax, mine) in enumerate(zip(axes, (left, right), strict=True)):
            edges.append(panel(ax, mine, n, reach))
            ax.set_ylim((lengths[n] if sheet.narrow else longest) - 0.4, -0.7)
            ax.set_title(
                safe(names[n]), loc="left", color=colour(n), weight="bold", x=-TITLE / panel_width(sheet)
            )
            ax.tick_params(axis="x", labelbottom=True)
            ax.set_xlabel("log2 ratio: +1 is twice as often")
        if sheet.narrow:
            axes[0].set_xlim(min(edges), reach + 0.3)
        fig.subplots_adjust(
            left=sheet.share(LEFT),
            right=1 - sheet.share(RIGHT),
            top=1 - 26 / height,
            bottom=44 / height,
            wspace=BETWEEN / panel_width(sheet),
            hspace=140 / (22 * sum(lengths)) if sheet.narrow else None,
        )
        return fig


def panel_width(sheet: Sheet) -> float:
    """Return the width of a panel in units: `BETWEEN` is 0.52 of it, and the title begins 0.42 of it to the left, on the page."""
    room = sheet.width - LEFT - RIGHT
    return room if sheet.narrow else (room - BETWEEN) / 2


def panel(ax: Any, rows: Rows, side: int, reach: float) -> float:
    """Draw the words of one side; return where its axis begins."""
    sign = 1 if side == 0 else -1
    for y, r in enumerate(rows):
        ink = QUIET if r.get("flag") else colour(side)
        if r["low"] is not None and r["high"] is not None:
            ends = sorted((sign * r["low"], sign * r["high"]))
            ax.plot([max(ends[0], -reach), min(ends[1], reach)], [y, y], color=ink, linewidth=1.2)
        ax.plot([min(sign * r["log_ratio"], reach)], [y], marker=marker(side), color=ink, markersize=5)
    labels = [f"{safe(r['word'])}  {r['hits_a']}:{r['hits_b']}" for r in rows]
    ax.set_yticks(range(len(rows)), labels, fontsize=FONT - 1)
    for tick, r in zip(ax.get_yticklabels(), rows, strict=True):
        tick.set_color(QUIET if r.get("flag") else "#1a1a1a")
    low = min([0.0, *(sign * x for r in rows for x in (r["low"], r["high"]) if x is not None)])
    start: float = max(low, -reach) - 0.2
    ax.set_xlim(start, reach + 0.3)
    ax.axvline(0, color=QUIET, linewidth=0.8)
    for edge in ("left", "top", "right"):
        ax.spines[edge].set_visible(False)
    return start
