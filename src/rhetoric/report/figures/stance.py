"""Stance by voice: one row for each of those it names, a dot and its interval, against on the left and for on the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, RULE, colour, figure, marker, safe, svg

TOO_FEW = "too few to say"
ROW, HEAD, FOOT = 25, 34, 36
LEFT, RIGHT = 0.355, 0.745
END = 1.05 + 2.1 * (0.99 - RIGHT) / (RIGHT - LEFT)  # the right edge of the picture, on the axis


def draw(rows: Rows, options: Mapping[str, Any]) -> str:
    """Draw rows of ``voice, index, target, value, low, high, lean, mentions``, a panel for each voice."""
    voices = list(dict.fromkeys(r["voice"] for r in rows))
    panels = [[r for r in rows if r["voice"] == v] for v in voices]
    sizes = [ROW * len(p) for p in panels]
    height = sum(sizes) + HEAD * len(panels) + FOOT
    with figure(height, nrows=len(panels), squeeze=False) as (fig, axes):
        top = float(height)
        for ax, voice, mine, size in zip(axes[:, 0], voices, panels, sizes, strict=True):
            top -= HEAD + size
            ax.set_position((LEFT, top / height, RIGHT - LEFT, size / height))
            panel(ax, voice, mine)
        head = {"va": "bottom", "fontsize": FONT - 2, "color": QUIET}
        axes[0, 0].text(1.12, -0.66, "lean", **head)
        axes[0, 0].text(END, -0.66, "mentions", ha="right", **head)
        last = axes[-1, 0]
        last.set_xticks([-1, -0.5, 0, 0.5, 1], ["against  −1", "−0.5", "0", "0.5", "1  for"])
        last.spines["bottom"].set_visible(True)
        last.tick_params(axis="x", length=3.5)
        return svg(fig, options)


def panel(ax: Any, voice: str, rows: Rows) -> None:
    """Draw those whom one voice names."""
    ink = colour(rows[0]["index"])
    for at, style in ((-0.5, (0, (1, 3))), (0, "-"), (0.5, (0, (1, 3)))):
        ax.axvline(at, color=QUIET if not at else RULE, linewidth=0.8, linestyle=style, zorder=0)
    for y, row in enumerate(rows):
        few = row["lean"] == TOO_FEW
        ax.axhline(y + 0.5, color=RULE, linewidth=0.5, zorder=0)
        point(ax, row, y, ink, few)
        plain = row["lean"] in ("for", "against")
        weight, dark = ("bold", "#1a1a1a") if plain else ("normal", QUIET)
        ax.text(1.12, y, row["lean"], va="center_baseline", fontsize=FONT - 2, color=dark, weight=weight)
        ax.text(END, y, str(row["mentions"]), va="center_baseline", ha="right", fontsize=FONT - 2, color=dark)
    ax.set(xlim=(-1.05, 1.05), ylim=(len(rows) - 0.5, -0.5), xticks=[])
    ax.set_yticks(range(len(rows)), [safe(clipped(r["target"])) for r in rows], fontsize=FONT - 1)
    ax.set_title(safe(voice), loc="left", weight="bold", color=ink, pad=6, x=-LEFT / (RIGHT - LEFT) + 0.01)
    for side in ax.spines.values():
        side.set_visible(False)


def point(ax: Any, row: Mapping[str, Any], y: float, ink: str, few: bool) -> None:
    """Draw a mean with its interval; hollow and thin where there are too few mentions."""
    ax.plot(
        [row["low"], row["high"]],
        [y, y],
        color=QUIET if few else ink,
        linewidth=0.8 if few else 1.8,
        solid_capstyle="butt",
    )
    face = "white" if few else ink
    ax.plot(
        [row["value"]],
        [y],
        marker=marker(row["index"]),
        color=QUIET if few else ink,
        markerfacecolor=face,
        markersize=6.5,
        clip_on=False,
    )


def clipped(name: str, width: int = 34) -> str:
    """Return a name that fits beside its row."""
    return name if len(name) <= width else name[: width - 1].rstrip() + "…"
