"""Rates by voice: one row a measure, a dot and its interval for each voice, one axis from zero."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, RULE, colour, figure, marker, safe, svg

TOO_FEW = "too few to say"
WIDEST = 26  # letters of a label in one line


def draw(rows: Rows, options: Mapping[str, Any]) -> str:
    """Draw rows of ``label, voice, index, value, low, high, hits, strength`` in the order they come."""
    labels = list(dict.fromkeys(r["label"] for r in rows))
    voices = list(dict.fromkeys((r["voice"], r["index"]) for r in rows))
    limit = axis_end(rows)
    few = {r["label"] for r in rows if r.get("strength") == TOO_FEW}
    height = 76 + 34 * len(labels)
    step = 0.6 / max(2, len(voices))
    with figure(height) as (fig, ax):
        for y, label in enumerate(labels):
            ax.axhline(y, color=RULE, linewidth=0.6, zorder=0)
            for n, (voice, index) in enumerate(voices):
                for r in (r for r in rows if r["label"] == label and r["voice"] == voice):
                    point(ax, r, y + (n - (len(voices) - 1) / 2) * step, index, limit, quiet=label in few)
        first_few = next((y for y, label in enumerate(labels) if label in few), None)
        if first_few is not None:
            if first_few:
                ax.axhline(first_few - 0.5, color=QUIET, linewidth=0.8, linestyle=(0, (2, 2)))
            ax.text(
                limit,
                first_few - 0.44,
                "too few to say",
                ha="right",
                va="top",
                fontsize=FONT - 2,
                color=QUIET,
            )
        ax.set(xlim=(-limit * 0.012, limit * 1.01), ylim=(len(labels) - 0.4, -0.6))
        ax.set_yticks(range(len(labels)), [safe(in_lines(x)) for x in labels])
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
            ncols=4,
            frameon=False,
            fontsize=FONT - 1,
        )
        fig.subplots_adjust(left=0.29, right=0.98, top=1 - 30 / height, bottom=42 / height)
        return svg(fig, options)


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


def axis_end(rows: Rows) -> float:
    """Return where the axis ends: every value fits, and so do the intervals but for the few longest."""
    values = [r["value"] for r in rows if r.get("value") is not None]
    highs = sorted(r["high"] for r in rows if r.get("high") is not None)
    usual = highs[int(0.9 * (len(highs) - 1))] if highs else 0.0
    end: float = max([*(1.15 * v for v in values), min(usual, 3 * max(values, default=1.0) or 1.0), 1e-9])
    return end


def in_lines(label: str) -> str:
    """Return a label in at most two lines, as wide as the margin is."""
    return fill(label, WIDEST, max_lines=2, placeholder="…")
