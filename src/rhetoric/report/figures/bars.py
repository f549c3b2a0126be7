"""Words by voice: one bar a text, its voices end to end and named beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, safe, svg

ROOM = 0.19  # the share of the widest bar that a name needs above its stretch


def draw(rows: Rows, options: Mapping[str, Any]) -> str:
    """Draw rows of ``text, voice, index, words``."""
    texts = list(dict.fromkeys(r["text"] for r in rows))
    widest = max(sum(r["words"] for r in rows if r["text"] == t) for t in texts) or 1
    with figure(46 + 92 * len(texts)) as (fig, ax):
        for y, name in enumerate(texts):
            left, small = 0.0, []
            for r in (r for r in rows if r["text"] == name):
                ax.barh(
                    y,
                    r["words"],
                    left=left,
                    height=0.26,
                    color=colour(r["index"]),
                    edgecolor="white",
                    linewidth=1,
                )
                label = f"{safe(r['voice'])} {r['words']:,}"
                if r["words"] / widest >= ROOM:
                    ax.text(left, y - 0.2, label, fontsize=FONT - 1, va="bottom")
                else:
                    small.append(label)
                left += r["words"]
            ax.text(0, y - 0.42, safe(shortened(name)), va="bottom", weight="bold")
            if small:
                ax.text(0, y + 0.2, "then: " + ", ".join(small), fontsize=FONT - 2, va="top", color=QUIET)
        ax.set(xlim=(0, widest * 1.02), ylim=(len(texts) - 0.45, -0.75), yticks=[], xlabel="words that count")
        for side in ("left", "top", "right"):
            ax.spines[side].set_visible(False)
        fig.subplots_adjust(left=0.01, right=0.99, top=0.99, bottom=34 / (46 + 92 * len(texts)) + 0.02)
        return svg(fig, options)


def shortened(text: str, width: int = 72) -> str:
    """Return a title that fits on the line."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
