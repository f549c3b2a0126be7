"""Many short lines or dots as one element of a drawing, so that a page of many texts stays light."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Point = tuple[float, float]


def strokes(
    ax: Any,
    lines: Sequence[tuple[Point, Point]],
    ink: str,
    width: float,
    *,
    alpha: float = 1.0,
    cap: str = "butt",
    order: float = 2.0,
) -> None:
    """Draw lines from point to point; those of hardly any length with a round cap are dots."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    if not lines:
        return
    path = Path([p for line in lines for p in line], [Path.MOVETO, Path.LINETO] * len(lines))
    path.should_simplify = False
    ax.add_patch(
        PathPatch(
            path, facecolor="none", edgecolor=ink, linewidth=width, alpha=alpha, capstyle=cap, zorder=order
        )
    )
