"""Themes: one row a theme, a dot and its interval for each voice."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.dots import dots
from rhetoric.report.section import Section


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of theme rates."""
    return {"chart": dots(material, ("theme",), "themes", "appeals")}


section = Section("themes", "Themes", "themes.html.j2", facts)
