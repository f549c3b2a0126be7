"""Concordance: every counted piece of evidence in its context; every finding lands here."""

from __future__ import annotations

from typing import Any

from rhetoric.match.concordance import after, before
from rhetoric.model.material import Material
from rhetoric.report.annotate import noted
from rhetoric.report.leanings import leanings
from rhetoric.report.section import Section
from rhetoric.report.view import headed, titles

WIDTH = 46
MOST = 2000
PRINTED = 40
LAYER = {"t": "Theme", "m": "Metaphor", "d": "Device", "w": "Stance"}
GROUPS = {"stance.for": "for", "stance.against": "against"}


def facts(material: Material) -> dict[str, Any]:
    """Return the rows, those of one feature together, and which voices a finding's link shows; stance comes last."""
    counted = [a for a in noted(material) if a["counted"]]
    counted.sort(key=lambda a: (a["layer"] != "t", a["layer"], a["feature"], a["doc"], a["start"]))
    counted += leaning(material)
    comparison = material.comparison
    sides = []
    if comparison is not None and comparison.by == "voice":
        sides = [comparison.a, comparison.b]
    rows, names = [], titles(material)
    for a in counted[:MOST]:
        text = material.corpus.documents[a["doc"]].text
        hidden = material.settings.text == "none"
        rows.append(
            {
                **{k: a[k] for k in ("id", "doc", "sentence", "feature", "label", "voice", "weight")},
                "layer": LAYER[a["layer"]],
                "source": headed(names[material.corpus.ids[a["doc"]]], 3),
                "left": "" if hidden else before(text, a["start"], WIDTH),
                "hit": "" if hidden else " ".join(text[a["start"] : a["end"]].split()),
                "right": "" if hidden else after(text, a["end"], WIDTH),
            }
        )
    return {
        "rows": rows,
        "total": len(counted),
        "printed": PRINTED,
        "sides": sides,
        "hidden": material.settings.text == "none",
        "voices": sorted({r["voice"] for r in rows}),
        "features": list(
            dict.fromkeys((r["feature"], GROUPS.get(r["feature"], r["label"]), r["layer"]) for r in rows)
        ),
    }


def leaning(material: Material) -> list[dict[str, Any]]:
    """Return every mention that is not neutral as a row of its own, those against somebody first."""
    found = [
        {
            **m,
            "id": None,
            "layer": "w",
            "feature": f"stance.{m['sign']}",
            "label": m["said"],
            "weight": m["value"],
        }
        for m in leanings(material)
    ]
    return sorted(found, key=lambda m: (m["feature"], m["target"], m["doc"], m["start"]))


section = Section("concordance", "Concordance", "concordance.html.j2", facts)
