"""Distinctive words of two sides, or of each of several groups."""

from __future__ import annotations

from typing import Any

import pandas as pd

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.view import FOUR, colours, records

EACH = 20
GROUP_EACH, FEW_EACH, TITLED = 10, 8, 3
GROUP_COLUMNS = (
    *(
        ("group", "Group"),
        ("word", "Word"),
        ("hits", "Hits"),
        ("others_hits", "Others"),
        ("log_ratio", "Log2 ratio"),
    ),
    *(("low", "Low"), ("high", "High"), ("z", "z"), ("texts", "Texts"), ("flag", "Flag")),
)
LEAST = 3
COLUMNS = (
    *(
        ("word", "Word"),
        ("hits_a", "First"),
        ("hits_b", "Second"),
        ("log_ratio", "Log2 ratio"),
        ("low", "Low"),
    ),
    *(("high", "High"), ("z", "z"), ("flag", "Flag")),
)


def facts(material: Material) -> dict[str, Any]:
    """Return the words that set the sides apart; function words are left out here, names and local words flagged."""
    words, comparison = material.words, material.comparison
    if material.groups is not None and words is not None and material.settings.text != "none":
        return {"chart": by_group(material, words), "a": None, "b": None, "groups": True, "left_out": 0}
    if words is None or comparison is None or material.settings.text == "none":
        return {"chart": None, "a": None, "b": None, "groups": False, "left_out": 0}
    rows = [r for r in records(words) if r["flag"] != "function word" and r["hits_a"] + r["hits_b"] >= LEAST]
    left = [r for r in rows if r["log_ratio"] > 0][:EACH]
    right = [r for r in rows if r["log_ratio"] < 0][:EACH]
    rows = left + right
    title = (
        f"{comparison.a}: {left[0]['word']}; {comparison.b}: {right[0]['word']}"
        if left and right
        else "Few words differ"
    )
    columns = [(k, {"hits_a": comparison.a, "hits_b": comparison.b}.get(k, label)) for k, label in COLUMNS]
    return {
        "chart": chart(
            "words",
            "words",
            title,
            f"Log2 ratios of {len(rows)} words with intervals.",
            "Words used three times or more, by weighted log-odds (z); the log ratio has 0.5 added to counts",
            columns,
            rows,
            {"names": [comparison.a, comparison.b]},
        ),
        "a": comparison.a,
        "b": comparison.b,
        "groups": False,
        "left_out": len(words) - len(rows),
    }


def by_group(material: Material, words: pd.DataFrame) -> dict[str, Any]:
    """Return the chart of the words that each group uses more than the others."""
    hues = colours(material)
    each = FEW_EACH if len(material.sides) > FOUR else GROUP_EACH
    rows = []
    for group in material.sides:
        mine = [r for r in records(words[words["group"] == group]) if r["log_ratio"] and r["log_ratio"] > 0]
        rows += [
            {
                **{k: r[k] for k in ("group", "word", "hits", "log_ratio", "low", "high", "z", "texts")},
                "others_hits": int(r["reference_hits"]),
                "flag": r["flag"] or "",
                "index": hues[group],
            }
            for r in mine[:each]
        ]
    first = {r["group"]: r["word"] for r in reversed([r for r in rows if not r["flag"]])}
    title = "; ".join(f"{g}: {first[g]}" for g in [g for g in material.sides if g in first][:TITLED])
    return chart(
        "words",
        "groupwords",
        title or "Few words differ",
        f"Log2 ratios of {len(rows)} words of {len(material.sides)} groups with intervals.",
        "Words used three times or more that each group uses more than all the others, by weighted log-odds (z); the counts are group : others",
        GROUP_COLUMNS,
        rows,
    )


section = Section("words", "Distinctive words", "words.html.j2", facts)
