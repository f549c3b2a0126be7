"""Rates of many groups: one small panel a measure, a row a group, the same axis from zero in all."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import COLOURS, FONT, INK, QUIET, RULE, figure, safe
from rhetoric.report.figures.dots import TOO_FEW, axis_end, speckled
from rhetoric.report.figures.sheet import PAGE, Sheet
from rhetoric.report.figures.strokes import strokes

ACROSS = 3
ROW, HEAD, GAP, FOOT = 16, 36, 6, 46
LEFT, RIGHT, BETWEEN = 136.0, 10.2, 23.8  # units
NAME = 17  # letters of a group's name
CLEAR = "clear"


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``label, voice, value, low, high, hits, words, strength`` in the order they come."""
    labels = list(dict.fromkeys(r["label"] for r in rows))
    names = list(dict.fromkeys(options.get("names") or [r["voice"] for r in rows]))
    most = ACROSS - sheet.narrow
    across = min(most, len(labels))
    down = -(-len(labels) // across)
    tall = HEAD + ROW * len(names) + GAP
    height = tall * down + FOOT
    left, between = sheet.share(LEFT), sheet.share(BETWEEN)
    wide = (1 - sheet.share(RIGHT) - left - between * (most - 1)) / most
    letters = round(24 * wide * sheet.width / 162)
    limit = axis_end(rows)
    with figure(height, sheet, nrows=down, ncols=across, squeeze=False) as (fig, axes):
        for n, ax in enumerate(axes.flat):
            if n >= len(labels):
                ax.remove()
                continue
            line, column = divmod(n, across)
            ax.set_position(
                (
                    left + column * (wide + between),
                    (height - tall * (line + 1) + GAP) / height,
                    wide,
                    ROW * len(names) / height,
                )
            )
            panel(ax, [r for r in rows if r["label"] == labels[n]], names, limit, options)
            ax.set_title(
                safe(fill(labels[n], letters, max_lines=2, placeholder="…")),
                loc="left",
                fontsize=FONT - 1,
                pad=3,
            )
            if column == 0:
                ax.set_yticks(range(len(names)), [safe(clipped(v)) for v in names], fontsize=FONT - 2)
            last = n + across >= len(labels)
            ax.tick_params(axis="x", labelbottom=last, length=3 if last else 0)
            ax.spines["bottom"].set_visible(last)
        fig.text(
            left, 6 / height, safe(options.get("unit", "per 1,000 words")), fontsize=FONT - 2, color=QUIET
        )
        return fig


def panel(ax: Any, rows: Rows, names: list[str], limit: float, options: Mapping[str, Any]) -> None:
    """Draw one measure: a dotted line where all groups together are, and a row for each group."""
    place = {v: y for y, v in enumerate(names)}
    words = sum(r["words"] for r in rows)
    few = all(r.get("strength") == TOO_FEW for r in rows)
    across = (-limit * 0.03, limit * 1.03)
    strokes(ax, [((across[0], y), (across[1], y)) for y in place.values()], RULE, 0.5, order=0)
    if words and not few:
        ax.axvline(
            1000 * sum(r["hits"] for r in rows) / words, color=QUIET, linewidth=0.8, linestyle=(0, (1, 2))
        )
    lines: dict[str, list[Any]] = {}
    dots: list[Any] = []
    for r in rows:
        y, clear = place[r["voice"]], r.get("strength") == CLEAR
        ink = COLOURS[1] if clear else QUIET if few else INK
        speckled(ax, options.get("texts", {}).get(r["label"], {}).get(r["voice"], ()), y, limit, QUIET)
        if r["low"] is not None and r["high"] is not None:
            lines.setdefault(ink, []).append(((min(r["low"], limit), y), (min(r["high"], limit), y)))
        if r["value"] is not None:
            at = min(r["value"], limit)
            if clear or few or not r["hits"]:
                face = ink if r["hits"] and not few else "white"
                ax.plot(
                    [at], [y], marker="D" if clear else "o", color=ink, markerfacecolor=face, markersize=5
                )
            else:
                dots.append(((at, y), (at + limit * 1e-3, y)))
    for ink, mine in lines.items():
        strokes(ax, mine, ink, 1.3, order=1.5)
    strokes(ax, dots, INK, 5.6, cap="round", order=3)
    ax.set(xlim=across, ylim=(len(names) - 0.4, -0.6), yticks=[])
    ax.locator_params(axis="x", nbins=3)
    for side in ("left", "top", "right"):
        ax.spines[side].set_visible(False)


def clipped(name: str) -> str:
    """Return a name that fits beside its row."""
    return name if len(name) <= NAME else name[: NAME - 1].rstrip() + "…"
