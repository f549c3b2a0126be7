"""Distinctive words of the two sides."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.view import records

EACH = 20
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
    if words is None or comparison is None or material.settings.text == "none":
        return {"chart": None, "a": None, "b": None, "left_out": 0}
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
        "left_out": len(words) - len(rows),
    }


section = Section("words", "Distinctive words", "words.html.j2", facts)
