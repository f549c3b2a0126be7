"""Distinctive words: those of one side on the left, of the other on the right, dots with intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, marker, safe, svg

EACH = 14


def draw(rows: Rows, options: Mapping[str, Any]) -> str:
    """Draw rows of ``word, hits_a, hits_b, log_ratio, low, high, flag``; a positive log ratio favours the first side."""
    names = [*options.get("names", []), "first", "second"][:2]
    left = [r for r in rows if (r["log_ratio"] or 0) > 0][:EACH]
    right = [r for r in rows if (r["log_ratio"] or 0) < 0][:EACH]
    longest = max(len(left), len(right), 1)
    height = 70 + 22 * longest
    reach = max(
        1.0, *(min(abs(x), 8.0) for r in rows for x in (r["low"], r["high"], r["log_ratio"]) if x is not None)
    )
    with figure(height, ncols=2) as (fig, axes):
        for n, (ax, mine) in enumerate(zip(axes, (left, right), strict=True)):
            panel(ax, mine, n, reach)
            ax.set_ylim(longest - 0.4, -0.7)
            ax.set_title(safe(names[n]), loc="left", color=colour(n), weight="bold", x=-0.42)
            ax.set_xlabel("log2 ratio: +1 is twice as often")
        fig.subplots_adjust(left=0.21, right=0.98, top=1 - 26 / height, bottom=44 / height, wspace=0.52)
        return svg(fig, options)


def panel(ax: Any, rows: Rows, side: int, reach: float) -> None:
    """Draw the words of one side."""
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
    ax.set_xlim(max(low, -reach) - 0.2, reach + 0.3)
    ax.axvline(0, color=QUIET, linewidth=0.8)
    for edge in ("left", "top", "right"):
        ax.spines[edge].set_visible(False)
