"""Facts to page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from rhetoric.model.material import Material
from rhetoric.model.report import Facts, Report
from rhetoric.registry import SECTIONS, find, names
from rhetoric.report.aside import left_out, write
from rhetoric.report.card import card
from rhetoric.report.chosen import chosen
from rhetoric.report.prose import prose
from rhetoric.report.render import page
from rhetoric.report.section import Section
from rhetoric.report.size import sized

__all__ = ["Section", "build"]


def build(material: Material) -> Report:
    """Return the report of an analysis: every section's facts, and the ways to print them."""
    every = [find(SECTIONS, name) for name in names(SECTIONS)]
    held = {s.name: s.facts(material) for s in every}
    sections = [s for s in every if held[s.name]]  # one that has nothing to say is left out
    facts: dict[str, Any] = {
        "title": "",
        "lang": "en",
        "text": material.settings.text,
        "order": [s.name for s in sections],
        "titles": {s.name: s.title for s in sections},
        "templates": {s.name: s.template for s in sections},
        "linked": list(chosen(material)),
        "data": left_out(material),
        "sections": {s.name: held[s.name] for s in sections},
    }
    facts["title"] = facts["sections"]["summary"]["heading"]
    return Report(
        title=str(facts["title"]),
        sections=tuple(s.name for s in sections),
        facts=facts,
        provenance=material.provenance,
        page=page,
        card=card,
        prose=prose,
        aside=partial(write, material) if left_out(material) else None,
        size=sized,
        exporter=partial(files, material),
        plotter=drawn,
    )


def files(material: Material, facts: Facts, folder: Path) -> list[Path]:
    """Write a report as files for a paper; see `rhetoric.report.export.export`."""
    from rhetoric.report.export import export
    from rhetoric.report.export.kept import kept

    return export(facts, folder, partial(kept, material))


def drawn(facts: Facts, name: str, width: float) -> Any:
    """Return the figure of a chart; see `rhetoric.report.export.figure`."""
    from rhetoric.report.export import figure

    return figure(facts, name, width)
