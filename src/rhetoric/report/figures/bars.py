"""Words by voice: one bar a text, its voices end to end and named beside it."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, safe
from rhetoric.report.figures.sheet import PAGE, Sheet

ROOM = 0.19  # the share of the widest bar that a name needs above its stretch
PITCH = 92  # units from bar to bar
LETTER = 7.0  # units, on average


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``text, voice, index, words``."""
    texts = list(dict.fromkeys(r["text"] for r in rows))
    widest = max(sum(r["words"] for r in rows if r["text"] == t) for t in texts) or 1
    tall = PITCH + 40 * sheet.narrow
    height = 46 + tall * len(texts)
    with figure(height, sheet) as (fig, ax):
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
                if fits(label, r["words"] / widest, sheet):
                    ax.text(left, y - 0.2, label, fontsize=FONT - 1, va="bottom")
                else:
                    small.append(label)
                left += r["words"]
            ax.text(0, y - 0.42, safe(shortened(name, sheet.letters(72))), va="bottom", weight="bold")
            if small:
                then = in_lines("then: " + ", ".join(small), sheet)
                ax.text(0, y + 0.2, then, fontsize=FONT - 2, va="top", color=QUIET)
        ax.set(xlim=(0, widest * 1.02), ylim=(len(texts) - 0.45, -0.75), yticks=[], xlabel="words that count")
        for side in ("left", "top", "right"):
            ax.spines[side].set_visible(False)
        fig.subplots_adjust(
            left=sheet.share(6.8), right=1 - sheet.share(6.8), top=0.99, bottom=34 / height + 0.02
        )
        return fig


def fits(label: str, part: float, sheet: Sheet) -> bool:
    """Return whether a name has room above its stretch, which is this part of the widest bar."""
    return part * sheet.width >= LETTER * len(label) + 8 if sheet.paper else part >= ROOM


def in_lines(text: str, sheet: Sheet) -> str:
    """Return the small voices in two lines at most; the page has room for one, and the table beside it names them all."""
    return fill(text, sheet.letters(108), max_lines=2 if sheet.paper else 1, placeholder=" …")


def shortened(text: str, width: int = 72) -> str:
    """Return a title that fits on the line."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
