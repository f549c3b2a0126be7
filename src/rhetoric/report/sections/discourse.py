"""How a text positions itself and argues: each marker's rate by voice, and every place it stands at."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.model.material import Material
from rhetoric.report.dots import dots
from rhetoric.report.section import Section
from rhetoric.report.view import GREY, palette, quoted, records, scores_of

MOST_DRAWN = 8
MOST_PLACES = 100
PRINTED = 4
GROUPS = (
    ("Who speaks, and for whom", ("i", "inclusive_we", "exclusive_we", "you", "they")),
    ("How sure", ("hedge", "booster", "intensifier", "epistemic", "deontic", "evidential")),
    ("Who acts, and when", ("passive", "nominalisation", "past", "present", "future")),
    ("Whom and what it cites", ("citation",)),
    (
        "How it argues",
        ("claim", "reason", "cause", "result", "contrast", "concessive", "condition", "example"),
    ),
    ("Ethos, pathos, logos", ("ethos_", "pathos_", "logos_")),
    (
        "Techniques of persuasion",
        ("loaded_language", "name_calling", "slogan", "slogan_form", "whataboutism", "black_and_white"),
    ),
)
REST = "Other markers"


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of the rates that differ most, and by group every marker with its rates and places."""
    e = material.evidence
    rates = records(scores_of(material, "discourse"))
    groups: dict[str, list[dict[str, Any]]] = {g: [] for g in (*(g for g, _ in GROUPS), REST)}
    absent = []
    for n, feature in enumerate(e.features):
        if feature.family == "discourse":
            mine = e.where((e.feature == n) & ~e.repeat & (e.weight != 0))
            if len(mine):
                groups[group(feature)].append(marker(material, feature, mine, rates))
            else:
                absent.append(feature.label)
    chart = None
    if rates:
        chart = dots(material, ("discourse",), "discourse", "markers", found_only=True, most=MOST_DRAWN)
    return {
        "chart": chart,
        "groups": [{"label": label, "markers": rows} for label, rows in groups.items() if rows],
        "absent": absent,
        "printed": PRINTED,
        "hidden": material.settings.text == "none",
    }


def group(feature: Feature) -> str:
    """Return the group that a marker is shown in."""
    name = feature.name.split(".", 1)[1]
    return next(
        (
            label
            for label, names in GROUPS
            if any(name == n or (n.endswith("_") and name.startswith(n)) for n in names)
        ),
        REST,
    )


def marker(
    material: Material, feature: Feature, mine: Evidence, rates: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return a marker with its rates by voice or side and the places it stands at, in reading order."""
    hidden = material.settings.text == "none"
    colours = palette(material)
    order = np.lexsort((mine.start, mine.doc))
    places = []
    most = material.limits.places if len(material.corpus) > material.limits.speakers else MOST_PLACES
    for n in order[:most].tolist():
        text = material.corpus.documents[mine.doc[n]].text[mine.start[n] : mine.end[n]]
        also = (mine.attrs[n] or {}).get("also", "")
        voice = mine.voices[mine.voice[n]] if mine.voice[n] >= 0 else ""
        places.append(
            {
                "doc": int(mine.doc[n]),
                "sentence": int(mine.sentence[n]),
                "words": "" if hidden else quoted(material, " ".join(text.split()), 60),
                "index": colours.get(voice, GREY),
                "doubt": str(also),
            }
        )
    return {
        "label": feature.label,
        "feature": feature.name,
        "precision": None if feature.measured is None else round(feature.measured.precision, 2),
        "judged": 0 if feature.measured is None else feature.measured.judged,
        "count": len(mine),
        "sides": [
            {k: r[k] for k in ("voice", "index", "value", "low", "high", "hits")}
            for r in rates
            if r["feature"].split("@")[0] == feature.name
        ],
        "places": places,
        "more": max(0, len(mine) - most),
    }


section = Section("discourse", "Position and argument", "discourse.html.j2", facts)
