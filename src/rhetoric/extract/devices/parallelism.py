"""Parallelism: neighbouring clauses, phrases or sentences of the same build and about the same length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.isocola import pairs, rows
from rhetoric.extract.devices.parallelsigns import columns
from rhetoric.extract.devices.ranking import Signs
from rhetoric.extract.devices.stretches import stretches
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Parallelism(Device):
    """Pairs and rows of stretches that answer to each other, ranked by signs with weights that were fitted to readers' marks."""

    name: ClassVar[str] = "parallelism"
    version: ClassVar[int] = 2
    label: ClassVar[str] = "Parallelism"
    definition: ClassVar[str] = (
        "Two or more clauses, phrases or sentences in a row that are built alike and about equally long (isocolon)."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.80 (isocolon).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 719-754.",
    )
    limits: ClassVar[tuple[str, ...]] = ()
    measured: ClassVar[Measured] = Measured(3, 7, 3, 10, on="windows kept for measuring")

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be a parallelism, with what it shows."""
        text = stretches(prose)
        some = pairs(text)
        found = rows(some)
        if not found:
            return
        used = np.unique([k for row in found for k in row])
        shown = columns(text, some[used])
        names = list(shown)
        table = np.column_stack([shown[k] for k in names])
        for row in found:
            values = table[np.searchsorted(used, row)].mean(axis=0).tolist()
            spans = [(some.a[row[0]], some.b[row[0]]), *((some.c[k], some.d[k]) for k in row)]
            parts = [prose.span(text.token[a], text.token[b - 1] + 1) for a, b in spans]
            signs = {k: v for k, v in zip(names, values, strict=True) if v}
            doc = prose.sentences[text.sentence[spans[0][0]]].doc
            yield Figure(doc, "row", parts, 0.0), {**signs, f"members {min(len(spans), 4)}": 1.0}

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every pair or row, of overlapping ones the best."""
        return iter(())
