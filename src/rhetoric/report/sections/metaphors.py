"""Metaphor map: source domains on the left, what they speak of on the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.dots import dots
from rhetoric.report.section import Section
from rhetoric.report.sided import sided
from rhetoric.report.view import GREY, colours, quoted, shown_voices

UNNAMED = "Domain not named"
TITLED = 4  # voices that a title names
LINKS = 6  # of each of several groups
COLUMNS = (
    *(("voice", "Voice"), ("source_label", "Source domain"), ("target", "Speaks of"), ("count", "Count")),
    *(("candidates", "Candidates"), ("example", "Example")),
)


def facts(material: Material) -> dict[str, Any]:
    """Return the links of each voice, with counts and the most striking example."""
    e, held, hues = material.evidence.of("metaphor"), holders(material), colours(material)
    voices = shown_voices(material)
    rows: dict[tuple[str, int, str], dict[str, Any]] = {}
    for n in range(len(e)):
        voice = held[n]
        if voice not in voices or e.repeat[n]:
            continue
        attrs = dict(e.attrs[n] or {})
        target = attrs.get("target") or ""
        key = (voice, int(e.feature[n]), target)
        row = rows.setdefault(
            key,
            {
                "voice": voice,
                "index": hues.get(voice, GREY),
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
    table = [{k: v for k, v in r.items() if k != "worn"} | {"candidate": False} for r in table]
    links = [r for r in table if r["count"]]
    total = {v: sum(r["count"] for r in links if r["voice"] == v) for v in voices}
    top = {v: first(r for r in links if r["voice"] == v) for v in voices}
    title = "; ".join(f"{v}: {top[v].lower()} first" for v in voices[:TITLED]) or "No metaphor found"
    drawn = chart(
        "metaphors",
        "metaphors",
        title,
        ", ".join(f"{v}: {n} metaphors" for v, n in total.items()),
        "Metaphors by voice and source domain; candidates are not counted",
        COLUMNS,
        links,
        {"most": LINKS} if material.groups is not None else None,
    )
    return {
        "chart": drawn,
        "listed": material.groups is not None
        and (len(voices) > TITLED or material.by not in ("voice", "doc_id")),
        "rates": None
        if material.groups is None
        else dots(material, ("metaphor",), "metaphor-rates", "metaphors", found_only=True),
        "named": sum(r["count"] for r in table if r["target"]),
        "candidates": sum(r["candidates"] for r in table),
        "counted": sum(r["count"] for r in table),
    }


def holders(material: Material) -> list[str]:
    """Return the voice, or where groups are compared the group, of every metaphor; empty where it has none."""
    e = material.evidence
    if material.groups is None:
        mine = e.of("metaphor")
        return [mine.voices[v] if v >= 0 else "" for v in mine.voice.tolist()]
    side = sided(material)
    family = np.array([f.family == "metaphor" for f in e.features])[e.feature]
    return [side.names[n] if n >= 0 else "" for n in side.on[family].tolist()]


def first(links: Iterable[dict[str, Any]]) -> str:
    """Return the source domain that has most of some links, by name where two have as many."""
    total: dict[str, int] = {}
    for row in links:
        total[row["source_label"]] = total.get(row["source_label"], 0) + row["count"]
    named = {k: n for k, n in total.items() if k != UNNAMED} or total
    return min(named, key=lambda k: (-named[k], k), default="none")


section = Section("metaphors", "Metaphor map", "metaphors.html.j2", facts)
