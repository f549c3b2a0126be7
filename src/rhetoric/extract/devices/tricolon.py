"""Tricolon: three parallel members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.pausing import Columns
from rhetoric.extract.devices.ranking import Signs, ranked, shipped
from rhetoric.extract.devices.sentencetriples import across
from rhetoric.extract.devices.tricolonshape import shape
from rhetoric.extract.devices.tricolonsigns import JOINED, signs, stands
from rhetoric.extract.devices.triples import triples
from rhetoric.extract.finder import Device, Figure, best_of_each
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Tricolon(Device):
    """Three members of like form and like weight, ranked by signs with weights that were fitted to readers' marks."""

    name: ClassVar[str] = "tricolon"
    version: ClassVar[int] = 5
    label: ClassVar[str] = "Tricolon"
    definition: ClassVar[str] = (
        "Exactly three members of like shape in a row; inventories of names, things and fields do not count."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.19.26.",
        "Atkinson, Max (1984). Our Masters' Voices: The Language and Body Language of Politics. London: Methuen.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "members are told from their openings, endings and lengths and by lists of verbs, without a parser; of a find that "
        "holds another only the likelier is kept",
        "a sentence that is nothing but three nouns or phrases counts whatever they say, a list in a recipe too",
        "whether a word weighs is told from its ending, from lists and from VADER's lexicon; an inventory of weighty words counts",
    )
    measured: ClassVar[Measured] = Measured(
        59, 71, 60, 97, on="windows of several readers, cross-validated, and windows for measuring"
    )

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be a tricolon, with what it shows."""
        columns = Columns.of(prose)
        whole = stands(prose, columns)
        for triple in (*triples(prose, columns), *across(prose, columns)):
            shown = signs(prose, triple)
            if not shown:
                continue
            for name, holds in whole:
                if holds[triple.sentence]:
                    shown[name] = 1.0
            doc = prose.sentences[triple.sentence].doc
            members = [prose.span(*m) for m in triple.members]
            yield Figure(doc, JOINED[triple.joined], members, 0.0), shown | shape(prose, triple)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every tricolon, of overlapping ones the best."""
        return best_of_each(self.proposed(prose, shipped(self.name).least))

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every candidate that is as likely by its signs, overlapping ones too."""
        return ranked(self.candidates(prose), shipped(self.name), least)
