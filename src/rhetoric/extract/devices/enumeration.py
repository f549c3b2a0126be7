"""Enumeration: four members or more in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import DETERMINERS, FUNCTION
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

Span = tuple[int, int]
NONE = FUNCTION | {"also", "indeed", "then", "however", "therefore"}
SMALLER = NONE - DETERMINERS - {"of"}


@dataclass(frozen=True)
class Enumeration(Device):
    """Members between commas, the last after 'and' or 'or': at least four, each of a few words.

    Parameters
    ----------
    least : int
        Members.
    longest : int
        Words of a member between two commas, at most.
    four, more : float
        The score of four members, and of five or more.
    """

    least: int = 4
    longest: int = 3
    four: float = 0.7
    more: float = 0.85

    name: ClassVar[str] = "enumeration"
    label: ClassVar[str] = "Lists"
    definition: ClassVar[str] = "Four members or more in a row, the last after 'and' or 'or'."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 8.4.27 (congeries).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 669-674 (enumeratio).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "where the first member begins is guessed: it is as long as the second",
        "lists without 'and' or 'or' before the last member, and lists of clauses, are not found",
    )
    measured: ClassVar[Measured] = Measured(40, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every list."""
        commas = prose.rows_of(frozenset((",", ";")))
        for s, held in prose.holding(commas, self.least - 2):
            rows = [n for n in held if s.first < n < s.last - 1]
            if len(rows) >= self.least - 2:
                yield from self.within(prose, s, rows)

    def within(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield the lists of a sentence; `rows` are its commas."""
        words = prose.words
        row: list[Span] = []
        for n, comma in enumerate(rows):
            begin, end = comma + 1, rows[n + 1] if n + 1 < len(rows) else sentence.last
            joint = next(
                (k for k in range(begin, min(end, begin + self.longest + 1)) if words[k] in ("and", "or")), -1
            )
            if joint < 0:
                if n + 1 < len(rows) and 0 < end - begin <= self.longest and self.member(prose, begin, end):
                    row = row or [self.before(prose, sentence, comma, end - begin)]
                    row.append((begin, end))
                else:
                    row = []
                continue
            if row:
                middle = [(begin, joint)] if joint > begin else []
                if not middle or self.member(prose, begin, joint):
                    last = self.after(prose, sentence, joint + 1, row[-1])
                    members = [*row, *middle, (joint + 1, last)]
                    if len(members) >= self.least and last > joint + 1 and members[0][0] < members[0][1]:
                        score = self.four if len(members) == self.least else self.more
                        yield Figure(
                            sentence.doc, f"{len(members)} members", [prose.span(*m) for m in members], score
                        )
            row = []

    def member(self, prose: Prose, first: int, last: int) -> bool:
        """Return whether some tokens may be a member: words of content with no more than an article or 'of'."""
        words = prose.words[first:last]
        return SMALLER.isdisjoint(words) and all(w[0].isalpha() for w in words)

    def before(self, prose: Prose, sentence: Sentence, comma: int, size: int) -> Span:
        """Return the first member, which ends at a comma and is about as long as the next."""
        first = comma
        while first > sentence.first and comma - first < size and prose.is_word[first - 1]:
            if prose.words[first - 1] in NONE:
                break
            first -= 1
        return first, comma

    def after(self, prose: Prose, sentence: Sentence, first: int, model: Span) -> int:
        """Return where the last member ends, which is about as long as the one before."""
        last = first
        while last < sentence.last and last - first < max(1, model[1] - model[0]) and prose.is_word[last]:
            if prose.words[last] in NONE:
                break
            last += 1
        return last
