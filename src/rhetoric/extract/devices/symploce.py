"""Symploce: neighbouring sentences or clauses that begin alike and end alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.clauses import Span, parts, pauses
from rhetoric.extract.devices.epiphora import CALLS, common, listed, trimmed
from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.recurrences import ended_alike
from rhetoric.extract.devices.words import DETERMINERS
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Symploce(Device):
    """Sentences of one voice in a row, or clauses of one sentence, with the same first word and the same last.

    Parameters
    ----------
    longest : int
        Words of a unit, at most.
    base, opening, closing, further : float
        What two units count for; what a second common word at the beginning and at the end adds; what each unit beyond two adds.
    """

    longest: int = 25
    base: float = 0.6
    opening: float = 0.15
    closing: float = 0.1
    further: float = 0.15

    name: ClassVar[str] = "symploce"
    label: ClassVar[str] = "Symploce"
    definition: ClassVar[str] = (
        "Two or more sentences or clauses in a row that begin with the same words and end with the same words."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.14.20 (complexio).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 633.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "units with a sentence between them are not found",
        "a topic that two plain sentences open and close with is found too",
    )
    measured: ClassVar[Measured] = Measured(42, 50, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences that end like their neighbours, and those with clauses that do."""
        return ended_alike(lines)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield rows of sentences, and of clauses within a sentence."""
        cuts = pauses(prose)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            if body:
                yield from self.rows(
                    prose, body[0].doc, "sentences", [trimmed(prose, s.first, s.last) for s in body]
                )
            for sentence in body:
                rows = cuts.within(sentence.first, sentence.last)
                if rows:
                    yield from self.rows(prose, sentence.doc, "clauses", parts(prose, sentence, rows))

    def rows(self, prose: Prose, doc: int, rule: str, spans: Sequence[Span]) -> Iterator[Figure]:
        """Yield the rows of stretches of tokens that open and close alike."""
        row: list[Span] = []
        for span in spans:
            if row and self.alike(prose, row[-1], span):
                row.append(span)
                continue
            if len(row) > 1:
                yield self.figure(prose, doc, rule, row)
            row = [span]
        if len(row) > 1:
            yield self.figure(prose, doc, rule, row)

    def alike(self, prose: Prose, one: Span, other: Span) -> bool:
        """Return whether two stretches open alike and close alike, and differ between."""
        words = prose.words
        last = words[one[1] - 1]
        if words[one[0]] != words[other[0]] or last != words[other[1] - 1] or last in SMALL or last in CALLS:
            return False
        if not last[0].isalpha() or not min(one[1] - one[0], other[1] - other[0]) >= 4:
            return False
        if max(one[1] - one[0], other[1] - other[0]) > self.longest or prose.shown[one[1] - 1][:1].isupper():
            return False
        a, b = words[slice(*one)], words[slice(*other)]
        if a[0] in DETERMINERS and a[1] != b[1]:
            return False
        return a != b and common([a, b]) < min(len(a), len(b)) - 1 and not (listed(a) or listed(b))

    def figure(self, prose: Prose, doc: int, rule: str, row: Sequence[Span]) -> Figure:
        """Return a row as a figure."""
        rows = [prose.words[slice(*span)] for span in row]
        second = len({r[1] for r in rows}) == 1
        score = self.base + self.further * (len(row) - 2) + self.opening * second
        score += self.closing * (common(rows) > 1)
        return Figure(doc, rule, [prose.span(*s) for s in row], round(min(1.0, score), 3))
