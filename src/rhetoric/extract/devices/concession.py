"""Concession: a point is granted, and then the speaker turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.members import parts
from rhetoric.extract.devices.ranking import Signs, ranked, shipped
from rhetoric.extract.devices.turns import Turn, turns
from rhetoric.extract.devices.turnsigns import signs
from rhetoric.extract.finder import Device, Figure, best_of_each
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Concession(Device):
    """Turns from a point that is granted, ranked by signs with weights that were fitted to readers' marks."""

    name: ClassVar[str] = "concession"
    version: ClassVar[int] = 4
    label: ClassVar[str] = "Concession"
    definition: ClassVar[str] = "The speaker grants a point and then turns against it."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.51.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 856.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "the signs were chosen on the windows that they are measured on",
        "whether a point is granted is told from words and their places, without a parser; a plain 'but' between two facts may count where they are judged",
        "a point that is granted and turned from without 'but', 'although' or the like is not found",
    )
    measured: ClassVar[Measured] = Measured(
        100, 126, 100, 166, on="windows of several readers, cross-validated, and windows for measuring"
    )

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be a concession, with what it shows."""
        for turn in turns(prose):
            yield figure(prose, turn), signs(prose, turn)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every concession, of overlapping ones the best."""
        return best_of_each(self.proposed(prose, shipped(self.name).least))

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every candidate that is as likely by its signs, overlapping ones too."""
        return ranked(self.candidates(prose), shipped(self.name), least)


def figure(prose: Prose, turn: Turn) -> Figure:
    """Return a turn as a place in the text."""
    rule = f"{turn.mark} ..., ..." if turn.place == "before" else f"... {turn.mark}"
    return Figure(turn.doc, rule, parts(prose, *turn.members), 0.0)
