"""Methods and limits: what each measure counts, and how it fails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rhetoric.model.feature import Feature
from rhetoric.model.material import Material
from rhetoric.report.section import Section
from rhetoric.report.view import removed, repeated

FAMILIES = (
    ("theme", "Themes", "Patterns with poles, exclusions and negation, matched on words; one file a theme. A hit in a sentence that cannot be an appeal is left out."),
    ("meaning", "Themes by meaning", "A small encoder's probability that a sentence appeals to the theme; from a limit on it counts."),
    ("sentiment", "Tone", "VADER compound score of each sentence (Hutto and Gilbert 2014), -1 to 1, averaged."),
    ("metaphor", "Metaphor", "A list of phrases with their source domains, and a model that judges every word where it stands. What is worn or doubtful is a candidate: in the tables, not counted."),
    ("device", "Devices", "Rules over words and sentences, each with a score."),
    ("discourse", "Stance markers", "Lists of hedges, boosters and first person plural forms in context."),
)  # fmt: skip


def facts(material: Material) -> dict[str, Any]:
    """Return each family with its measures and limits, and how numbers and intervals are made."""
    families = []
    for key, label, how in FAMILIES:
        mine = [f for f in material.evidence.features if f.family == key]
        if mine:
            shared = common(mine)
            families.append(
                {
                    "label": label,
                    "how": how,
                    "limits": shared,
                    "features": [
                        {
                            "id": str(f),
                            "label": f.label,
                            "unit": f.unit,
                            "about": f.about,
                            "limits": [x for x in f.limits if x not in shared],
                        }
                        for f in mine
                    ],
                    "cites": sorted({c for f in mine for c in f.cites}),
                }
            )
    settings = material.settings
    return {
        "families": families,
        "level": round(100 * settings.level),
        "draws": settings.draws,
        "seed": settings.seed,
        "baseline": str(material.provenance.get("baseline", "")),
        "removed": len(removed(material)),
        "repeated": len(repeated(material)),
    }


def common(features: Sequence[Feature]) -> list[str]:
    """Return the limits that every measure of a family has, to be said once."""
    return [x for x in features[0].limits if len(features) > 1 and all(x in f.limits for f in features)]


section = Section("methods", "Methods and limits", "methods.html.j2", facts)
