"""Facts to page."""

from __future__ import annotations

from rhetoric.model.material import Material
from rhetoric.model.report import Report
from rhetoric.registry import SECTIONS, find, names
from rhetoric.report.card import card
from rhetoric.report.prose import prose
from rhetoric.report.render import page
from rhetoric.report.section import Section

__all__ = ["Section", "build"]


def build(material: Material) -> Report:
    """Return the report of an analysis: every section's facts, and the ways to print them."""
    sections = [find(SECTIONS, name) for name in names(SECTIONS)]
    facts = {
        "title": "",
        "lang": "en",
        "text": material.settings.text,
        "order": [s.name for s in sections],
        "titles": {s.name: s.title for s in sections},
        "templates": {s.name: s.template for s in sections},
        "sections": {s.name: s.facts(material) for s in sections},
    }
    facts["title"] = facts["sections"]["summary"]["heading"]  # type: ignore[index]
    return Report(
        title=str(facts["title"]),
        sections=tuple(s.name for s in sections),
        facts=facts,
        provenance=material.provenance,
        page=page,
        card=card,
        prose=prose,
    )
