"""Themes: one row a theme, a dot and its interval for each voice."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.dots import dots
from rhetoric.report.section import Section


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of theme rates."""
    return {
        "chart": dots(material, ("theme",), "themes", "appeals"),
        "validity": validity(material),
        "coded": measured()["sentences"],
    }


def validity(material: Material) -> list[dict[str, str]]:
    """Return what is known of each theme's validity: by the user's own codes of these texts, else by ours."""
    hashes = frozenset(d.sha256 for d in material.corpus.documents)
    records = {r.feature: r for r in material.records if r.covers(hashes)}
    own = measured()
    rows = []
    for f in material.evidence.features:
        if f.family != "theme":
            continue
        name = f.name.split(".", 1)[1]
        if record := records.get(str(f)):
            said, kind = record.line(), "yours"
        elif name in own["themes"]:
            said, kind = f"not validated on your texts; on ours: {own['themes'][name]}", "ours"
        else:
            said, kind = "not validated", "none"
        rows.append({"label": f.label, "said": said, "kind": kind})
    return rows


@cache
def measured() -> dict[str, Any]:
    """Return our own figures, as `tools/measure_quality.py` wrote them."""
    path = files("rhetoric") / "data" / "validity.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


section = Section("themes", "Themes", "themes.html.j2", facts)
