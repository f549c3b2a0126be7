"""Over time: the themes of the findings, period by period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.model.trend import Trend
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.told import told
from rhetoric.report.view import records, shade, times

MOST = 6
CLEAR = "clear"
TOO_FEW = "too few to say"
COLUMNS = (
    *(
        ("label", "Theme"),
        ("group", "Group"),
        ("period", "Period"),
        ("value", "Per 1,000 words"),
        ("low", "Low"),
    ),
    *(("high", "High"), ("hits", "Hits"), ("texts", "Texts"), ("smooth", "Smooth line")),
)
CHANGES = (
    *(("label", "Theme"), ("group", "Group"), ("times", "Times a year"), ("low", "Low"), ("high", "High")),
    *(("hits", "Hits"), ("periods", "Periods"), ("strength", "Strength"), ("why", "Why")),
)
ENDS = (("times", "effect"), ("low", "low"), ("high", "high"))


def facts(material: Material) -> Mapping[str, Any]:
    """Return the chart of themes over time and what changes; nothing, and no section, where there are too few dates."""
    trend = material.trends
    if trend is None:
        return {}
    labels = {str(f): f.label for f in material.evidence.features}
    shown = drawn(material, trend)
    hues = {name: shade(material, n) for n, name in enumerate(material.sides)}
    pooled = trend.table["group"].nunique() == 1
    rows = [
        {
            **{k: r[k] for k in ("group", "period", "start", "value", "low", "high", "hits", "texts")},
            **{k: r[k] for k in ("smooth", "smooth_low", "smooth_high")},
            "label": labels[r["feature"]],
            "index": 0 if pooled else hues.get(r["group"], 9),
        }
        for f in shown
        for r in ordered(records(trend.table[trend.table["feature"] == f]), material)
        if r["texts"]
    ]
    changes = [
        change({**r, "label": labels[r["feature"]]})
        for f in shown
        for r in ordered(records(trend.summary[trend.summary["feature"] == f]), material)
    ]
    periods = trend.table.loc[trend.table["texts"] > 0, "period"]
    return {
        "chart": chart(
            "time",
            "trend",
            title(changes),
            f"{len(shown)} themes over {periods.nunique()} periods by {trend.every}, from {periods.min()} to {periods.max()}.",
            caption(trend.every, rows, alone=pooled),
            COLUMNS,
            rows,
        ),
        "changes": {
            "id": "changes",
            "title": "Change a year",
            "caption": "How many times as high the rate is a year later, from one line through all periods; above 1 it rises",
            "columns": [{"key": k, "label": label} for k, label in CHANGES],
            "rows": changes,
        },
        "notes": list(trend.notes),
    }


def drawn(material: Material, trend: Trend) -> list[str]:
    """Return the themes that are drawn: those of the findings first, then those with most hits."""
    every = dict.fromkeys(trend.table["feature"])
    hits = trend.table.groupby("feature")["hits"].sum()
    spoken_of = [str(f["feature"]) for f in told(material)]
    first = [f for name in spoken_of for f in every if f.split("@")[0] == name]
    rest = sorted((f for f in every if f not in first and hits[f]), key=lambda f: (-int(hits[f]), f))
    return [*first, *rest][:MOST]


def ordered(rows: list[dict[str, Any]], material: Material) -> list[dict[str, Any]]:
    """Return rows with the groups in the order of their colours."""
    place = {name: n for n, name in enumerate(material.sides)}
    return sorted(rows, key=lambda r: place.get(r["group"], 0))


def caption(every: str, rows: list[dict[str, Any]], *, alone: bool) -> str:
    """Return what the chart shows."""
    said = f"Rate per 1,000 words by {every}" + (", with its range" if alone else "; ranges are in the table")
    smooth = len(rows) > 2 and any(r["smooth"] is not None for r in rows)
    return said + ("; the line is a smooth one with its band" if smooth else "")


def change(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the change a year of one theme and group; three places, for a year's change is small."""
    few = row["strength"] == TOO_FEW
    return {
        **{k: row[k] for k in ("label", "group", "effect", "hits", "periods", "strength")},
        **{k: None if few or row[v] is None else placed(row[v]) for k, v in ENDS},
        "why": row["note"] or "",
    }


def placed(value: float) -> str:
    """Return a change a year, or an end of its range."""
    return f"{value:.3f}" if 0.01 <= value < 10 else times(value)


def title(changes: list[dict[str, Any]]) -> str:
    """Return what stands out: the clear change that is largest."""
    clear = [c for c in changes if c["strength"] == CLEAR]
    if not clear:
        return "No theme plainly rises or falls"
    top = max(clear, key=lambda c: (abs(float(np.log(c["effect"]))), c["label"]))
    return f"{top['label']} {'rises' if top['effect'] > 1 else 'falls'} over the years"


section = Section("time", "Over time", "time.html.j2", facts)
