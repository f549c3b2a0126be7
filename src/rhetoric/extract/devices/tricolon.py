"""Tricolon: three parallel members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rhetoric.extract.devices.clauses import once, placed
from rhetoric.extract.devices.pausing import Columns
from rhetoric.extract.devices.ranking import Signs, shipped
from rhetoric.extract.devices.tricolonsigns import JOINED, signs, stands
from rhetoric.extract.devices.triples import triples
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Tricolon(Device):
    """Three members of like form and like weight, ranked by signs with weights that were fitted to readers' marks."""

    name: ClassVar[str] = "tricolon"
    version: ClassVar[int] = 3
    label: ClassVar[str] = "Tricolon"
    definition: ClassVar[str] = (
        "Exactly three members of like shape in a row; inventories of names, things and fields do not count."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.19.26.",
        "Atkinson, Max (1984). Our Masters' Voices: The Language and Body Language of Politics. London: Methuen.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "shape is judged by length, opening and ending of the members and by a list of verbs, without a parser",
        "whether a word weighs is told from its ending, a short list and VADER's lexicon; an inventory of weighty words counts",
    )
    measured: ClassVar[Measured] = Measured(6, 10, 6, 12, on="windows kept for measuring")

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be a tricolon, with what it shows."""
        for figure, shown in self.seen(prose):
            yield placed(prose, figure), shown

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every tricolon, of overlapping ones the best."""
        return (placed(prose, figure) for figure in once(self, prose))

    def rows(self, prose: Prose) -> Iterator[Figure]:
        """Yield what `find` does, with tokens for parts."""
        ranking = shipped(self.name)
        found: dict[int, list[Figure]] = {}
        for figure, shown in self.seen(prose):
            score = ranking.score(shown)
            if score >= ranking.least:
                found.setdefault(figure.doc, []).append(replace(figure, score=score))
        for doc in sorted(found):
            yield from best(found[doc])

    def seen(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield every candidate, with tokens for parts, and its signs."""
        columns = Columns.of(prose)
        whole = stands(prose, columns)
        for triple in triples(prose, columns):
            shown = signs(prose, triple)
            for name, holds in whole:
                if holds[triple.sentence]:
                    shown[name] = 1.0
            doc = prose.sentences[triple.sentence].doc
            yield Figure(doc, JOINED[triple.joined], triple.members, 0.0), shown
