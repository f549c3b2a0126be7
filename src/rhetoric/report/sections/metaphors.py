"""Metaphor map: source domains on the left, what they speak of on the right."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.view import palette, quoted, shown_voices

SEVERAL = 2
COLUMNS = (
    *(("voice", "Voice"), ("source_label", "Source domain"), ("target", "Speaks of"), ("count", "Count")),
    *(("candidates", "Candidates"), ("example", "Example")),
)


def facts(material: Material) -> dict[str, Any]:
    """Return the links of each voice, with counts and the most striking example."""
    e = material.evidence.of("metaphor")
    voices = shown_voices(material)
    rows: dict[tuple[str, int, str], dict[str, Any]] = {}
    for n in range(len(e)):
        voice = e.voices[e.voice[n]] if e.voice[n] >= 0 else ""
        if voice not in voices or e.repeat[n]:
            continue
        attrs = dict(e.attrs[n] or {})
        target = attrs.get("target") or ""
        key = (voice, int(e.feature[n]), target)
        row = rows.setdefault(
            key,
            {
                "voice": voice,
                "index": palette(material).get(voice, 9),
                "source": e.features[e.feature[n]].name[9:],
                "source_label": e.features[e.feature[n]].label,
                "target": target or None,
                "count": 0,
                "candidates": 0,
                "example": "",
                "worn": 2.0,
            },
        )
        if not e.weight[n]:
            row["candidates"] += 1
            continue
        row["count"] += 1
        if attrs.get("conventional", 1.0) < row["worn"]:
            row["worn"] = attrs.get("conventional", 1.0)
            row["example"] = quoted(
                material, material.corpus.documents[e.doc[n]].text[e.start[n] : e.end[n]], 60
            )
    table = sorted(rows.values(), key=lambda r: (voices.index(r["voice"]), -r["count"], r["source_label"]))
    links = gathered(table)
    table = [{k: v for k, v in r.items() if k != "worn"} | {"candidate": False} for r in table]
    total = {v: sum(r["count"] for r in links if r["voice"] == v) for v in voices}
    top = {v: next((r["source_label"] for r in links if r["voice"] == v), "none") for v in voices}
    title = "; ".join(f"{v}: {top[v].lower()} first" for v in voices) or "No metaphor found"
    drawn = chart(
        "metaphors",
        "metaphors",
        title,
        ", ".join(f"{v}: {n} metaphors" for v, n in total.items()),
        "Metaphors by voice and source domain; candidates are not counted",
        COLUMNS,
        links,
    )
    return {
        "chart": drawn,
        "whole": {**drawn, "rows": [r for r in table if r["count"]]},
        "named": sum(r["count"] for r in table if r["target"]),
        "candidates": sum(r["candidates"] for r in table),
        "counted": sum(r["count"] for r in table),
    }


def gathered(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the links to draw: a target of its own from two metaphors of one source on, the others of a source as one."""
    links: dict[tuple[str, str, str], dict[str, Any]] = {}
    for row in table:
        if not row["count"]:
            continue
        target = row["target"] if row["target"] and row["count"] >= SEVERAL else None
        key = (row["voice"], row["source"], target or "")
        held = links.setdefault(
            key, {**row, "target": target, "count": 0, "candidates": 0, "candidate": False}
        )
        held["count"] += row["count"]
        held["candidates"] += row["candidates"]
        if row["worn"] < held["worn"]:
            held["worn"], held["example"] = row["worn"], row["example"]
    order = {v: n for n, v in enumerate(dict.fromkeys(r["voice"] for r in table))}
    found = sorted(
        links.values(), key=lambda r: (order[r["voice"]], -r["count"], r["source_label"], r["target"] or "")
    )
    return [{k: v for k, v in r.items() if k != "worn"} for r in found]


section = Section("metaphors", "Metaphor map", "metaphors.html.j2", facts)
