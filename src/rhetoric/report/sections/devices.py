"""Devices: figures of speech with counts, how often each is right, and their best examples."""

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
        if feature.family != "device":
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
                "precision": None if feature.measured is None else round(feature.measured.precision, 2),
                "judged": 0 if feature.measured is None else feature.measured.judged,
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
    drawn = dots(material, ("device",), "devices", "devices", found_only=True)
    return {"chart": drawn, "examples": examples, "absent": absent}


section = Section("devices", "Devices", "devices.html.j2", facts)
