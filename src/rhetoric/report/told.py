"""What the first screen tells: findings of two sides, of several groups, or of a text that nothing is held against."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rhetoric.model.material import Material
from rhetoric.report import alone, findings, groupfindings


@lru_cache(maxsize=2)
def told(material: Material) -> list[dict[str, Any]]:
    """Return the findings of the page, as `rhetoric.report.findings.finding` gives them; the largest first."""
    if material.groups is not None:
        return groupfindings.findings(material)
    if material.comparison is not None:
        return findings.findings(material.comparison, material.evidence)
    return alone.findings(material)


def cited(material: Material) -> frozenset[str]:
    """Return the features that findings speak of."""
    return frozenset(str(f["feature"]) for f in told(material) if f["feature"])


def alike(material: Material) -> str:
    """Return a line on what did not differ; empty where nothing is compared."""
    if material.groups is not None:
        return groupfindings.alike(material.groups)
    return "" if material.comparison is None else findings.alike(material.comparison)
