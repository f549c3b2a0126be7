"""Rates by voice: one row a measure, a dot and its interval for each voice, one axis from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, RULE, colour, figure, marker, safe
from rhetoric.report.figures.sheet import PAGE, Sheet
from rhetoric.report.figures.strokes import strokes

TOO_FEW = "too few to say"
GAP = 0.5  # rows of room above what is too thin to compare
WIDEST, NARROW = 26, 19  # letters of a label in one line
MARGIN, CLOSE = 197.2, 150  # units for the labels
KEY, LETTER = 46, 7.4  # units that the mark of a key needs, and a letter


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``label, voice, index, value, low, high, hits, strength`` in the order they come."""
    labels = list(dict.fromkeys(r["label"] for r in rows))
    voices = list(dict.fromkeys((r["voice"], r["index"]) for r in rows))
    limit = axis_end(rows)
    few = {r["label"] for r in rows if r.get("strength") == TOO_FEW}
    across = columns([v for v, _ in voices], sheet)
    head = 30 + 18 * (-(-len(voices) // across) - 1 if sheet.paper else 0)
    row = 34 if len(voices) < 3 else 12 * len(voices) + 10
    first_few = next((n for n, label in enumerate(labels) if label in few), len(labels))
    gap = GAP if first_few < len(labels) else 0.0
    places = [n + gap * (n >= first_few) for n in range(len(labels))]
    height = 46 + head + (row + 3 * sheet.paper) * (len(labels) + gap)
    step = 0.6 / max(2, len(voices))
    with figure(height, sheet) as (fig, ax):
        for y, label in zip(places, labels, strict=True):
            ax.axhline(y, color=RULE, linewidth=0.6, zorder=0)
            for n, (voice, index) in enumerate(voices):
                for r in (r for r in rows if r["label"] == label and r["voice"] == voice):
                    at = y + (n - (len(voices) - 1) / 2) * step
                    speckled(
                        ax, options.get("texts", {}).get(label, {}).get(voice, ()), at, limit, colour(index)
                    )
                    point(ax, r, at, index, limit, quiet=label in few)
        if gap:
            if first_few:
                ax.axhline(first_few - 0.5, color=QUIET, linewidth=0.8, linestyle=(0, (2, 2)))
            ax.text(limit, first_few - 0.45, TOO_FEW, ha="right", va="top", fontsize=FONT - 2, color=QUIET)
        edge = 0.028 if sheet.narrow else 0.012
        ax.set(xlim=(-limit * edge, limit * 1.01), ylim=(len(labels) + gap - 0.4, -0.6))
        ax.set_yticks(places, [safe(in_lines(x, sheet)) for x in labels])
        for tick, label in zip(ax.get_yticklabels(), labels, strict=True):
            tick.set_color(QUIET if label in few else "#1a1a1a")
        ax.set_xlabel(safe(options.get("unit", "per 1,000 words")))
        for side in ("left", "top", "right"):
            ax.spines[side].set_visible(False)
        keys = [
            ax.plot([], [], marker=marker(i), color=colour(i), linewidth=1.4, markersize=6, label=safe(v))[0]
            for v, i in voices
        ]
        fig.legend(
            handles=keys,
            loc="upper left",
            bbox_to_anchor=(0.0, 1.0),
            ncols=across,
            frameon=False,
            fontsize=FONT - 1,
        )
        margin = sheet.share(CLOSE if sheet.narrow else MARGIN)
        fig.subplots_adjust(
            left=margin, right=1 - sheet.share(13.6), top=1 - head / height, bottom=42 / height
        )
        return fig


def point(ax: Any, row: Mapping[str, Any], y: float, index: Any, limit: float, quiet: bool) -> None:
    """Draw one value with its interval; an arrow says that the interval goes on beyond the axis."""
    ink = QUIET if quiet else colour(index)
    low, high = row.get("low"), row.get("high")
    if low is not None and high is not None:
        ax.plot([min(low, limit), min(high, limit)], [y, y], color=ink, linewidth=1.4, solid_capstyle="butt")
        if high > limit:
            ax.plot([limit], [y], marker=">", color=ink, markersize=4, clip_on=False)
    if row.get("value") is not None:
        face = "white" if quiet or not row.get("hits") else ink
        ax.plot(
            [min(row["value"], limit)],
            [y],
            marker=marker(index),
            color=ink,
            markerfacecolor=face,
            markersize=6,
        )


def speckled(ax: Any, values: Sequence[float], y: float, limit: float, ink: str) -> None:
    """Draw the texts behind a value as small faint dots, all as one element; those beyond the axis are left out."""
    dots = [((v, y), (v + limit * 1e-3, y)) for v in values if v <= limit]
    strokes(ax, dots, ink, 3.2, alpha=0.25, cap="round", order=1)


def axis_end(rows: Rows) -> float:
    """Return where the axis ends: every value fits, and so do the intervals but for the few longest."""
    values = [r["value"] for r in rows if r.get("value") is not None]
    highs = sorted(r["high"] for r in rows if r.get("high") is not None)
    usual = highs[int(0.9 * (len(highs) - 1))] if highs else 0.0
    end: float = max([*(1.15 * v for v in values), min(usual, 3 * max(values, default=1.0) or 1.0), 1e-9])
    return end


def columns(names: Sequence[str], sheet: Sheet) -> int:
    """Return how many names of the key stand side by side: four on the page, on paper as many as fit."""
    if not sheet.paper:
        return 4
    longest = max(map(len, names))
    return max(1, min(4, int(sheet.width / (KEY + LETTER * longest))))


def in_lines(label: str, sheet: Sheet = PAGE) -> str:
    """Return a label in at most two lines, as wide as the margin is."""
    return fill(label, NARROW if sheet.narrow else WIDEST, max_lines=2, placeholder="…")
