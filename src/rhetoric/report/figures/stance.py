"""Stance by voice: one row for each of those it names, a dot and its interval, against on the left and for on the right."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, RULE, colour, figure, marker, safe
from rhetoric.report.figures.sheet import PAGE, Sheet

TOO_FEW = "too few to say"
ROW, ROW_NARROW, HEAD, FOOT = 25, 30, 34, 36
NAMES, NAMES_NARROW, SAID, SAID_NARROW = (
    241.4,
    150.0,
    173.4,
    150.0,
)  # units beside the axis: names left, leans right
LETTERS, LETTERS_NARROW = 34, 22


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``voice, index, target, value, low, high, lean, mentions``, a panel for each voice."""
    voices = list(dict.fromkeys(r["voice"] for r in rows))
    panels = [[r for r in rows if r["voice"] == v] for v in voices]
    row = ROW_NARROW if sheet.narrow else ROW
    sizes = [row * len(p) for p in panels]
    foot = FOOT + (36 if sheet.narrow else 18 if sheet.paper else 0)
    height = sum(sizes) + HEAD * len(panels) + foot
    left = sheet.share(NAMES_NARROW if sheet.narrow else NAMES)
    right = 1 - sheet.share(SAID_NARROW if sheet.narrow else SAID)
    end = 1.05 + 2.1 * (1 - sheet.share(6.8) - right) / (right - left)  # the right edge, on the axis
    shift = (sheet.share(6.8) - left) / (right - left) if sheet.paper else -left / (right - left) + 0.01
    with figure(height, sheet, nrows=len(panels), squeeze=False) as (fig, axes):
        top = float(height)
        for ax, voice, mine, size in zip(axes[:, 0], voices, panels, sizes, strict=True):
            top -= HEAD + size
            ax.set_position((left, top / height, right - left, size / height))
            panel(ax, voice, mine, end, shift, sheet)
        head = {"va": "bottom", "fontsize": FONT - 2, "color": QUIET}
        axes[0, 0].text(1.12, -0.66, "lean", **head)
        axes[0, 0].text(end, -0.66, "mentions", ha="right", **head)
        last = axes[-1, 0]
        if sheet.narrow:
            last.set_xticks([-1, 0, 1], ["−1\nagainst", "0", "1\nfor"])
        else:
            last.set_xticks([-1, -0.5, 0, 0.5, 1], ["against  −1", "−0.5", "0", "0.5", "1  for"])
        if sheet.paper:
            last.set_xlabel("mean stance over mentions")
        last.spines["bottom"].set_visible(True)
        last.tick_params(axis="x", length=3.5)
        return fig


def panel(ax: Any, voice: str, rows: Rows, end: float, shift: float, sheet: Sheet) -> None:
    """Draw those whom one voice names; `end` is the right edge of the picture and `shift` the place of the title, on the axis."""
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
        ax.text(end, y, str(row["mentions"]), va="center_baseline", ha="right", fontsize=FONT - 2, color=dark)
    ax.set(xlim=(-1.05, 1.05), ylim=(len(rows) - 0.5, -0.5), xticks=[])
    names = [safe(in_lines(r["target"]) if sheet.narrow else clipped(r["target"])) for r in rows]
    form = {"fontsize": FONT - 2, "linespacing": 1} if sheet.narrow else {"fontsize": FONT - 1}
    ax.set_yticks(range(len(rows)), names, **form)
    ax.set_title(safe(voice), loc="left", weight="bold", color=ink, pad=6, x=shift)
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


def in_lines(name: str) -> str:
    """Return a name in two lines at most."""
    return fill(name, LETTERS_NARROW, max_lines=2, placeholder="…")


def clipped(name: str, width: int = LETTERS) -> str:
    """Return a name that fits beside its row."""
    return name if len(name) <= width else name[: width - 1].rstrip() + "…"
