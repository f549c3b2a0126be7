"""Devices: figures of speech and stance markers with counts and their best examples."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.dots import dots
from rhetoric.report.section import Section
from rhetoric.report.view import quoted

EXAMPLES = 2


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of device rates, two examples of each that was found, and the names of the others."""
    e = material.evidence
    examples, absent = [], []
    for f, feature in enumerate(e.features):
        if feature.family not in ("device", "discourse"):
            continue
        mine = e.where((e.feature == f) & ~e.repeat)
        if not len(mine):
            absent.append(feature.label)
            continue
        best = sorted(range(len(mine)), key=lambda n: (-float(mine.weight[n]), n))[:EXAMPLES]
        texts = [material.corpus.documents[mine.doc[n]].text[mine.start[n] : mine.end[n]] for n in best]
        examples.append(
            {
                "label": feature.label,
                "feature": feature.name,
                "count": len(mine),
                "examples": [
                    {
                        "text": quoted(material, t, 160),
                        "voice": mine.voices[mine.voice[n]] if mine.voice[n] >= 0 else "",
                        "doc": int(mine.doc[n]),
                        "sentence": int(mine.sentence[n]),
                    }
                    for n, t in zip(best, texts, strict=True)
                ],
            }
        )
    drawn = dots(material, ("device", "discourse"), "devices", "devices", found_only=True)
    return {"chart": drawn, "examples": examples, "absent": absent}


section = Section("devices", "Devices", "devices.html.j2", facts)
