"""A measure from the first paragraph to the last: dots, and from eight on a smooth line with its band."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, marker, safe, upright
from rhetoric.report.figures.sheet import PAGE, Sheet

LEAST = 8
BANDWIDTH = 0.12


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``text, voice, index, position, value, words``, a panel for each text and voice."""
    panels = list(dict.fromkeys((r["text"], r["voice"]) for r in rows))
    height = 40 + 128 * len(panels)
    margin, end = (68, 15) if sheet.paper else (47.6, 6.8)
    reach = max(0.2, *(abs(r["value"]) for r in rows if r["value"] is not None)) * 1.08
    grid = {"nrows": len(panels), "sharex": True, "sharey": True, "squeeze": False}
    with figure(height, sheet, **grid) as (fig, axes):
        for ax, (text, voice) in zip(axes[:, 0], panels, strict=True):
            mine = [r for r in rows if (r["text"], r["voice"]) == (text, voice) and r["value"] is not None]
            panel(ax, mine)
            most = sheet.letters(78) - len(voice) - 5 if sheet.paper else 64
            title = f"{safe(voice)}  ·  {safe(text if len(text) < most else text[: most - 1] + '…')}"
            ax.set_title(title, loc="left", fontsize=FONT - 1, pad=3)
            ax.set(xlim=(-0.01, 1.01), ylim=(-reach, reach))
            for side in ("top", "right", "bottom"):
                ax.spines[side].set_visible(False)
            ax.tick_params(axis="x", length=0)
            ax.tick_params(axis="y", labelsize=FONT - 2, labelcolor=QUIET)
        last = axes[-1, 0]
        last.set_xticks([0, 0.25, 0.5, 0.75, 1], ["start", "25 %", "half", "75 %", "end"])
        last.set_xlabel("place in the text; ticks are paragraphs")
        if sheet.paper:
            upright(fig, options.get("value", "mean"), sheet)
        fig.subplots_adjust(
            left=sheet.share(margin),
            right=1 - sheet.share(end),
            top=1 - 24 / height,
            bottom=48 / height,
            hspace=0.34,
        )
        return fig


def panel(ax: Any, rows: Rows) -> None:
    """Draw one voice of one text."""
    ax.axhline(0, color=QUIET, linewidth=0.8)
    if not rows:
        return
    at, value, words = (np.array([float(r[k]) for r in rows]) for k in ("position", "value", "words"))
    ink = colour(rows[0]["index"])
    ax.plot(at, np.zeros(len(at)), "|", color=QUIET, markersize=5)
    if len(rows) >= LEAST:
        x, line, half = smooth(at, value, words)
        ax.fill_between(x, line - half, line + half, color=ink, alpha=0.14, linewidth=0)
        ax.plot(x, line, color=ink, linewidth=1.8)
    size = 14 + 60 * np.sqrt(words / words.max())
    ax.scatter(at, value, s=size, marker=marker(rows[0]["index"]), color=ink, alpha=0.9, linewidths=0)


def smooth(at: Any, value: Any, words: Any) -> tuple[Any, Any, Any]:
    """Return places, a kernel mean weighted by words, and 1.96 standard errors of it.

    Notes
    -----
    Gaussian kernel of bandwidth 0.12 of the text (Nadaraya 1964; Watson 1964); the standard error takes the
    kernel's effective number of paragraphs for the sample size.
    """
    x = np.linspace(at.min(), at.max(), 60)
    weight = words[None, :] * np.exp(-0.5 * ((x[:, None] - at[None, :]) / BANDWIDTH) ** 2)
    weight /= weight.sum(axis=1, keepdims=True)
    line = weight @ value
    spread = np.maximum(weight @ value**2 - line**2, 0)
    effective = 1 / (weight**2).sum(axis=1)
    return x, line, 1.96 * np.sqrt(spread / np.maximum(effective - 1, 1))
