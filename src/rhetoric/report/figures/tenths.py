"""A measure by tenth of the text over many texts: a line for each side, and a band that holds the middle half of its texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, marker, safe, upright
from rhetoric.report.figures.sheet import PAGE, Sheet


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``side, index, tenth, value, low, high``, a panel for each side."""
    sides = list(dict.fromkeys((r["side"], r["index"]) for r in rows))
    known = [r for r in rows if r["value"] is not None]
    reach = max([0.1, *(abs(r[k]) for r in known for k in ("low", "high", "value"))]) * 1.08
    height = 44 + 132 * len(sides)
    margin = 68 if sheet.paper else 47.6
    with figure(height, sheet, nrows=len(sides), sharex=True, sharey=True, squeeze=False) as (fig, axes):
        for ax, (side, index) in zip(axes[:, 0], sides, strict=True):
            mine = [r for r in known if r["side"] == side]
            at = [r["tenth"] for r in mine]
            ink = colour(index)
            ax.axhline(0, color=QUIET, linewidth=0.8)
            if mine:
                low, high = [r["low"] for r in mine], [r["high"] for r in mine]
                ax.fill_between(at, low, high, color=ink, alpha=0.14, linewidth=0)
            ax.plot(
                at, [r["value"] for r in mine], color=ink, linewidth=1.8, marker=marker(index), markersize=5
            )
            ax.set_title(safe(side), loc="left", fontsize=FONT - 1, pad=3)
            ax.set(xlim=(0.8, 10.2), ylim=(-reach, reach))
            for edge in ("top", "right", "bottom"):
                ax.spines[edge].set_visible(False)
            ax.tick_params(axis="x", length=0)
            ax.tick_params(axis="y", labelsize=FONT - 2, labelcolor=QUIET)
        last = axes[-1, 0]
        last.set_xticks(range(1, 11), [str(n) for n in range(1, 11)])
        last.set_xlabel("tenth of the text, from its start to its end")
        if sheet.paper:
            upright(fig, options.get("value", "mean"), sheet)
        fig.subplots_adjust(
            left=sheet.share(margin),
            right=1 - sheet.share(13.6),
            top=1 - 24 / height,
            bottom=48 / height,
            hspace=0.34,
        )
        return fig
