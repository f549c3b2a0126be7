"""Metaphors: source domains on the left, what they speak of on the right, a line as thick as the count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from textwrap import fill
from typing import Any

from rhetoric.report.figures import Rows
from rhetoric.report.figures.canvas import FONT, QUIET, colour, figure, safe
from rhetoric.report.figures.sheet import PAGE, Sheet

UNNAMED = "various, or not named"
MOST = 12
SEVERAL = 2


def draw(rows: Rows, options: Mapping[str, Any], sheet: Sheet = PAGE) -> Any:
    """Draw rows of ``voice, index, source_label, target, count, example, candidate``, a panel for each voice."""
    voices = list(dict.fromkeys(r["voice"] for r in rows))
    panels = {v: shown([r for r in rows if r["voice"] == v], options.get("most", MOST)) for v in voices}
    sizes = [max(2, len(panels[v])) for v in voices]
    height = sum(34 * n + 44 for n in sizes)
    most = max(r["count"] for panel_rows in panels.values() for r in panel_rows)
    grid = {
        "nrows": len(voices),
        "gridspec_kw": {"height_ratios": [34 * n + 44 for n in sizes]},
        "squeeze": False,
    }
    with figure(height, sheet, **grid) as (fig, axes):
        for ax, voice in zip(axes[:, 0], voices, strict=True):
            panel(ax, voice, panels[voice], most, sheet)
        fig.subplots_adjust(
            left=sheet.share(6.8),
            right=1 - sheet.share(6.8),
            top=1 - 24 / height,
            bottom=4 / height,
            hspace=0.16,
        )
        return fig


def gathered(rows: Rows) -> list[dict[str, Any]]:
    """Return links to draw: targets that a voice has two metaphors for, the other targets of a source as one."""
    links: dict[tuple[str, str], dict[str, Any]] = {}
    about: dict[str, int] = {}
    for row in rows:
        about[row["target"] or ""] = about.get(row["target"] or "", 0) + row["count"]
    for row in rows:
        target = row["target"] if row["target"] and about[row["target"]] >= SEVERAL else None
        held = links.setdefault((row["source_label"], target or ""), {**row, "target": target, "count": 0})
        held["count"] += row["count"]
    return list(links.values())


def shown(given: Rows, most: int = MOST) -> list[dict[str, Any]]:
    """Return the links of one voice, those of one source together, the largest sources first."""
    rows = gathered(given)
    total: dict[str, float] = defaultdict(float)
    for r in rows:
        total[r["source_label"]] += r["count"]
    return sorted(rows, key=lambda r: (-total[r["source_label"]], r["source_label"], -r["count"]))[:most]


def panel(ax: Any, voice: str, rows: Rows, most: int, sheet: Sheet = PAGE) -> None:
    """Draw the links of one voice."""
    targets = list(dict.fromkeys(r["target"] or UNNAMED for r in rows))
    spread = (len(rows) - 1) / max(1, len(targets))
    place = {t: spread * (n + 0.5) for n, t in enumerate(targets)}
    for y, r in enumerate(rows):
        goal = place[r["target"] or UNNAMED]
        style = (0, (3, 2)) if r.get("candidate") else "-"
        width = 0.8 + 6 * r["count"] / most
        ax.plot([0.47, 0.7], [y, goal], color=colour(r["index"]), linewidth=width, linestyle=style, alpha=0.9)
        ax.text(0.455, y, str(r["count"]), ha="right", va="center", fontsize=FONT - 1)
        ax.text(0, y - 0.04, safe(r["source_label"]), va="bottom", weight="bold", fontsize=FONT - 1)
        ax.text(
            0,
            y + 0.02,
            f"“{safe(clipped(r['example'], min(40, sheet.letters(42))))}”" if r["example"] else "",
            va="top",
            fontsize=FONT - 2,
            color=QUIET,
            style="italic",
        )
    for target, at in place.items():
        quiet = target == UNNAMED
        ax.text(
            0.715,
            at,
            safe(
                fill(target, 17, max_lines=2, placeholder="…")
                if sheet.narrow
                else clipped(target, sheet.letters(24))
            ),
            va="center",
            color=QUIET if quiet else "#1a1a1a",
            fontsize=FONT - 1,
        )
    ax.set_title(safe(voice), loc="left", weight="bold", color=colour(rows[0]["index"]), pad=4)
    ax.set(xlim=(0, 1), ylim=(max(1, len(rows) - 1) + 0.6, -0.6))
    ax.axis("off")


def clipped(text: str, width: int = 40) -> str:
    """Return a phrase that fits beside the lines."""
    line = " ".join(str(text).split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
