"""What a report has to export, found in its facts by its shape: a chart or table that is new is exported by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rhetoric.model.report import Facts
from rhetoric.report.figures import KINDS

TABLE = frozenset(("id", "columns", "rows"))


def tabular(facts: Facts) -> list[Mapping[str, Any]]:
    """Return whatever has an id, columns with labels, and rows, in the order of the page; each id once."""
    out: dict[str, Mapping[str, Any]] = {}
    for name in facts["order"]:
        for held in walked(facts["sections"][name]):
            out.setdefault(str(held["id"]), held)
    return list(out.values())


def charts(facts: Facts) -> list[Mapping[str, Any]]:
    """Return what can be drawn of it."""
    return [t for t in tabular(facts) if t.get("kind") in KINDS]


def walked(value: Any) -> Iterator[Mapping[str, Any]]:
    """Give the tables in some facts, those with rows, in the order of their keys."""
    if isinstance(value, Mapping):
        if value.keys() >= TABLE:
            if value["rows"]:
                yield value
            return
        for key in sorted(value):
            yield from walked(value[key])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from walked(part)
