"""What every report section must keep."""

from __future__ import annotations

import json
from typing import Any

from rhetoric.errors import ContractError
from rhetoric.model.material import Material
from rhetoric.testing.extractor import snapshot


def check_section(section: Any, material: Material) -> None:
    """Check a report section against its contract on the material of one report.

    Parameters
    ----------
    section : callable, or object with ``facts(material)``
        Returns what the section shows as plain JSON, or ``None`` where it has nothing to show.
    material : Material

    Raises
    ------
    ContractError
        If it cannot be called; if its facts are not plain JSON (NaN is not); if two calls differ; or if the material
        was changed.
    """
    call = getattr(section, "facts", section)
    if not callable(call):
        raise ContractError(
            f"{section!r} is no section", "make it a function of the material, or give it `facts`"
        )
    before = state(material)
    once = plain(call(material))
    if once != plain(call(material)):
        raise ContractError(
            "two calls differ", "read no clock, and draw no numbers without the settings' seed"
        )
    if state(material) != before:
        raise ContractError("the material was changed", "copy what you change; other sections read it too")


def plain(facts: Any) -> str:
    """Return facts as JSON, keys in order."""
    try:
        return json.dumps(facts, allow_nan=False, sort_keys=True)
    except (TypeError, ValueError) as fault:
        do = "keep to texts, numbers, lists and mappings; write None for an undefined number"
        raise ContractError(f"the facts are not plain JSON ({fault})", do) from None


def state(material: Material) -> tuple[object, ...]:
    """Return all that could be changed in the material as values."""
    tables = [material.scores, material.words, material.comparison.table if material.comparison else None]
    return (
        snapshot(material.corpus),
        material.evidence.frame().to_csv(),
        material.exposure.frame().to_csv(),
        *(t.to_csv() if t is not None else "" for t in tables),
        json.dumps(dict(material.provenance), sort_keys=True, default=str),
    )
