"""A family's rates by side, ready to be drawn: sizes of difference first, what is too thin last."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.findings import evidence_size, lower_first
from rhetoric.report.sided import sided
from rhetoric.report.view import FOUR, called, number, records, scores_of

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
MANY = 20  # texts a side from which each is drawn
ROOM, MANY_GROUPS, FEWER = 6, 9, 6  # groups up to which so many measures are drawn, and how many beyond
LEAST_WORDS = 100  # of a text that is drawn


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
    apart = largest(rows)
    rows.sort(key=lambda r: (r["strength"] == TOO_FEW, -apart[r["label"]], r["label"], r["index"]))
    if material.groups is not None and found_only:
        most = FEWER if len(material.sides) > ROOM else MANY_GROUPS
    if most:
        first = list(dict.fromkeys(r["label"] for r in rows))[:most]
        rows = [r for r in rows if r["label"] in first]
    spoken = [r for r in rows if r["strength"] != TOO_FEW and r["hits"]]
    top = max(spoken, key=lambda r: r["value"] or 0, default=None)
    title = (
        f"Highest rate: {lower_first(top['label'])} ({top['voice']}, {top['value']:.1f} per 1,000)"
        if top
        else f"Too few {what} to say"
    )
    if material.groups is not None and spoken:
        title = furthest(spoken, material.by)
    voices = list(material.sides if material.groups is not None else dict.fromkeys(r["voice"] for r in rows))
    highest = max((r["value"] for r in rows if r["value"] is not None), default=0)
    desc = f"{len({r['label'] for r in rows})} measures for {', '.join(voices)}; from 0 to {highest:.1f} per 1,000 words."
    who = "voice" if material.groups is None or material.by == "voice" else "group"
    caption = f"Rate per 1,000 words of each {who}, with its range for text like this passage"
    many = len(voices) > FOUR and material.groups is not None
    options: dict[str, Any] = {"names": voices, "unit": "per 1,000 words"}
    if many:
        caption += "; dotted: all groups together; orange diamonds: clear against the others"
    if behind := texts(material, {r["label"]: r["feature"] for r in rows}):
        options["texts"] = behind
        caption += "; faint dots: single texts, those beyond the axis left out"
    kind = "multiples" if many else kind_of(name)
    return chart(name, kind, title, desc, caption, COLUMNS, rows, options)


def kind_of(name: str) -> str:
    """Return the kind of drawing."""
    return "devices" if name in ("devices", "discourse") else "themes"


def largest(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return by measure how far the side that differs most is from the other, or the others; its rate where nothing is compared."""
    out: dict[str, float] = {}
    compared = any(r["effect"] for r in rows)
    for r in rows:
        out[r["label"]] = max(out.get(r["label"], -math.inf), size(r) if compared else r["value"] or 0.0)
    return out


def furthest(rows: Sequence[dict[str, Any]], by: str) -> str:
    """Return what stands out among groups: the most certain of what one does more than the others."""

    def place(row: dict[str, Any]) -> tuple[bool, float, str]:
        return row["strength"] != "clear", -(row["effect_low"] or 0.0), row["label"]

    more = [r for r in rows if r["effect"] is not None and r["effect"] > 1]
    if not more:
        return "The groups are alike"
    top = min(more, key=place)
    return f"{top['label']}: {called(by, top['voice'])} {number(top['value'])}, the others {number(top['others_value'])}"


def texts(material: Material, features: dict[str, str]) -> dict[str, dict[str, list[float]]]:
    """Return the rate of every text by label and side, where each side has twenty texts or more; else nothing.

    A text of a side has its words on that side, a hundred or more.
    """
    side = sided(material)
    if not side.compared or material.by in ("", "voice", "doc_id"):
        return {}
    e, x, size_ = material.evidence, material.exposure, len(material.corpus)
    out: dict[str, dict[str, list[float]]] = {}
    counts = ~e.repeat & (e.weight != 0)
    number_of = {str(f): n for n, f in enumerate(e.features)}
    for n, name in enumerate(side.names[: side.compared]):
        words = np.bincount(x.doc[side.exposure == n], x.words[side.exposure == n], size_)
        if int((words > 0).sum()) < MANY:
            return {}
        shown = words >= LEAST_WORDS
        for label, feature in features.items():
            mine = counts & (side.evidence == n) & (e.feature == number_of[feature])
            rate = 1000 * np.bincount(e.doc[mine], minlength=size_)[shown] / words[shown]
            out.setdefault(label, {})[name] = [round(float(v), 2) for v in np.sort(rate)]
    return out


def size(row: dict[str, Any]) -> float:
    """Return how large a difference is, whichever way it goes; of a group, how far its interval keeps from none."""
    if row["effect"] and row.get("effect_low") is not None:
        return evidence_size({"effect": row["effect"], "low": row["effect_low"], "high": row["effect_high"]})
    return abs(math.log(row["effect"])) if row["effect"] else 0.0
