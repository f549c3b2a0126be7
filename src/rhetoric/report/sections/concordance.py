"""Concordance: every counted piece of evidence in its context; every finding lands here."""

from __future__ import annotations

from typing import Any

from rhetoric.match.concordance import after, before
from rhetoric.model.material import Material
from rhetoric.report.chosen import large
from rhetoric.report.lines import lines
from rhetoric.report.section import Section
from rhetoric.report.view import headed, titles

WIDTH = 46
PRINTED = 40
LAYER = {"t": "Theme", "m": "Metaphor", "d": "Device", "w": "Stance"}
GROUPS = {"stance.for": "for", "stance.against": "against"}


def facts(material: Material) -> dict[str, Any]:
    """Return the rows, those of one feature together, and which sides a finding's link shows; stance comes last."""
    held = lines(material)
    names, hidden = titles(material), material.settings.text == "none"
    rows = []
    for a in held.rows:
        text = material.corpus.documents[a["doc"]].text
        rows.append(
            {
                **{k: a[k] for k in ("id", "doc", "sentence", "feature", "label", "voice", "weight", "side")},
                "layer": LAYER[a["layer"]],
                "source": headed(names[material.corpus.ids[a["doc"]]], 3),
                "left": "" if hidden else before(text, a["start"], WIDTH),
                "hit": "" if hidden else " ".join(text[a["start"] : a["end"]].split()),
                "right": "" if hidden else after(text, a["end"], WIDTH),
            }
        )
    return {
        "rows": rows,
        "total": held.passages,
        "printed": PRINTED,
        "sides": list(material.sides),
        "fields": material.by not in ("", "voice"),
        "large": large(material),
        "hidden": hidden,
        "voices": sorted({r["voice"] for r in rows}),
        "features": list(
            dict.fromkeys((r["feature"], GROUPS.get(r["feature"], r["label"]), r["layer"]) for r in rows)
        ),
    }


section = Section("concordance", "Concordance", "concordance.html.j2", facts)
