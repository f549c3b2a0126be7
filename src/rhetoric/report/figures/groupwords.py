"""Distinctive words of several groups: a panel each, its words against all the others' as dots with intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, INK, QUIET, RULE, colour, figure, marker, safe
from rhetoric.report.figures.sheet import PAGE, Sheet

ROW, HEAD, FOOT = 20, 34, 44
FURTHEST = 8.0  # log2 ratio at which the axis ends


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``group, index, word, hits, others_hits, log_ratio, low, high, flag``, two panels side by side."""
    groups = list(dict.fromkeys(r["group"] for r in rows))
    panels = [[r for r in rows if r["group"] == g] for g in groups]
    most = max(map(len, panels))
    across = 1 if sheet.narrow else 2
    down = -(-len(groups) // across)
    wide, name = sheet.width / across, 136.0  # units of a panel with its words, and of a word
    tall = HEAD + ROW * most
    height = tall * down + FOOT
    reach = min(FURTHEST, max(1.0, *(r["high"] for r in rows if r["high"] is not None)))
    least = max(-1.0, min(0.0, *(r["low"] for r in rows if r["low"] is not None)))
    with figure(height, sheet, nrows=down, ncols=across, squeeze=False) as (fig, axes):
        for n, ax in enumerate(axes.flat):
            if n >= len(groups):
                ax.remove()
                continue
            line, column = divmod(n, across)
            bottom = height - tall * (line + 1) + 4
            room = (wide - name - 13.6) / sheet.width
            ax.set_position((sheet.share(name) + column / across, bottom / height, room, ROW * most / height))
            panel(ax, panels[n], reach)
            ax.set(xlim=(least - 0.2, reach + 0.2), ylim=(most - 0.4, -0.6))
            ax.set_title(
                safe(groups[n]),
                loc="left",
                weight="bold",
                color=hue(panels[n][0]["index"]),
                pad=4,
                x=-sheet.share(129.472) / room,
            )
            last = n + across >= len(groups)
            ax.tick_params(axis="x", labelbottom=last, length=3 if last else 0)
            ax.spines["bottom"].set_visible(last)
            if last:
                ax.set_xlabel("log2 ratio: +1 is twice as often")
        return fig


def hue(index: Any) -> str:
    """Return the colour of a group; ink where there are too many for colours, so that grey says only that a word is flagged."""
    found = colour(index)
    return INK if found == QUIET else found


def panel(ax: Any, rows: Rows, reach: float) -> None:
    """Draw the words of one group."""
    ax.axvline(0, color=QUIET, linewidth=0.8)
    for y, r in enumerate(rows):
        ink = QUIET if r["flag"] else hue(r["index"])
        ax.axhline(y, color=RULE, linewidth=0.5, zorder=0)
        if r["low"] is not None and r["high"] is not None:
            ax.plot([r["low"], min(r["high"], reach)], [y, y], color=ink, linewidth=1.2)
        ax.plot([min(r["log_ratio"], reach)], [y], marker=marker(r["index"]), color=ink, markersize=4.5)
    labels = [f"{safe(r['word'])}  {r['hits']}:{r['others_hits']}" for r in rows]
    ax.set_yticks(range(len(rows)), labels, fontsize=FONT - 2)
    for tick, r in zip(ax.get_yticklabels(), rows, strict=True):
        tick.set_color(QUIET if r["flag"] else "#1a1a1a")
    for edge in ("left", "top", "right"):
        ax.spines[edge].set_visible(False)
