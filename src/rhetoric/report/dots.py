"""A family's rates by side, ready to be drawn: sizes of difference first, what is too thin last."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.view import records, scores_of

COLUMNS = (
    *(
        ("label", "Measure"),
        ("voice", "Voice"),
        ("value", "Per 1,000 words"),
        ("low", "Low"),
        ("high", "High"),
    ),
    *(("hits", "Hits"), ("words", "Words"), ("strength", "Strength")),
)
TOO_FEW = "too few to say"


def dots(
    material: Material,
    families: Sequence[str],
    name: str,
    what: str,
    *,
    found_only: bool = False,
    most: int = 0,
) -> dict[str, Any]:
    """Return the chart of the rates of some families; `found_only` leaves out measures of which nobody has a hit.

    With `most`, no more measures than that are shown: those that differ most of what can be said.
    """
    rows = records(pd.concat([scores_of(material, f) for f in families], ignore_index=True))
    if found_only:
        there = {r["label"] for r in rows if r["hits"]}
        rows = [r for r in rows if r["label"] in there]
    rows.sort(key=lambda r: (r["strength"] == TOO_FEW, -size(r), r["label"], r["index"]))
    if most:
        first = list(dict.fromkeys(r["label"] for r in rows))[:most]
        rows = [r for r in rows if r["label"] in first]
    spoken = [r for r in rows if r["strength"] != TOO_FEW and r["hits"]]
    top = max(spoken, key=lambda r: r["value"] or 0, default=None)
    title = (
        f"{top['label']} leads: {top['voice']}, {top['value']:.1f} per 1,000"
        if top
        else f"Too few {what} to say"
    )
    voices = list(dict.fromkeys(r["voice"] for r in rows))
    highest = max((r["value"] for r in rows if r["value"] is not None), default=0)
    desc = f"{len({r['label'] for r in rows})} measures for {', '.join(voices)}; from 0 to {highest:.1f} per 1,000 words."
    caption = "Rate per 1,000 words of each voice, with its range for text like this passage"
    return chart(
        name, kind_of(name), title, desc, caption, COLUMNS, rows, {"names": voices, "unit": "per 1,000 words"}
    )


def kind_of(name: str) -> str:
    """Return the kind of drawing."""
    return "devices" if name in ("devices", "discourse") else "themes"


def size(row: dict[str, Any]) -> float:
    """Return how large a difference is, whichever way it goes."""
    return abs(math.log(row["effect"])) if row["effect"] else 0.0
