"""Climax: a chain of clauses in which each takes up the word that the one before ended with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.clauses import Span, parts, pauses
from rhetoric.extract.devices.epiphora import trimmed
from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.words import FUNCTION
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose


@dataclass(frozen=True)
class Climax(Device):
    """Three or more units, each with the last word of content of the one before among its first words.

    Parameters
    ----------
    reach : int
        First words that are looked at.
    longest : int
        Words of a unit, at most.
    least : int
        Units.
    score : float
    """

    reach: int = 2
    longest: int = 14
    least: int = 3
    score: float = 0.9

    name: ClassVar[str] = "climax"
    label: ClassVar[str] = "Climax (gradatio)"
    definition: ClassVar[str] = (
        "A ladder of three steps or more: each clause begins with the word that the one before ended with."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.54-57.",
        "Rhetorica ad Herennium 4.25.34.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only ladders of words that come back are found; rising order by meaning is not",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every ladder of sentences, and of clauses within a sentence."""
        cuts = pauses(prose)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            if len(body) >= self.least:
                yield from self.ladders(
                    prose, body[0].doc, "sentences", [trimmed(prose, s.first, s.last) for s in body]
                )
            for sentence in body:
                rows = cuts.within(sentence.first, sentence.last)
                if len(rows) >= self.least - 1:
                    yield from self.ladders(prose, sentence.doc, "clauses", parts(prose, sentence, rows))

    def ladders(self, prose: Prose, doc: int, rule: str, spans: Sequence[Span]) -> Iterator[Figure]:
        """Yield the ladders that some stretches of tokens make."""
        row: list[Span] = []
        taken: list[str] = []
        for span in spans:
            word = prose.words[row[-1][1] - 1] if row else ""
            opens = prose.words[span[0] : min(span[1] - 1, span[0] + self.reach)]
            brief = max(span[1] - span[0], row[-1][1] - row[-1][0] if row else 0) <= self.longest
            if (
                row
                and brief
                and word in opens
                and word not in FUNCTION
                and word not in SMALL
                and word.isalpha()
            ):
                row.append(span)
                taken.append(word)
                continue
            if len(row) >= self.least and len(set(taken)) == len(taken):
                yield Figure(doc, rule, [prose.span(*s) for s in row], self.score)
            row, taken = [span], []
        if len(row) >= self.least and len(set(taken)) == len(taken):
            yield Figure(doc, rule, [prose.span(*s) for s in row], self.score)
