"""Anadiplosis: a clause that begins with the words the last one ended with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.clauses import JOINING, PAUSES
from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.recurrences import taken_up
from rhetoric.extract.devices.weight import weight
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

CALLS = closed("hear order amendment clause section such nothing other others")
MORE = closed("that which who whose where when of not much there")


@dataclass(frozen=True)
class Anadiplosis(Device):
    """The end of a clause or sentence taken up at the beginning of the next.

    Parameters
    ----------
    longest : int
        Words that are taken up, at most.
    before, after : int
        Words that must stand before and after these, at least.
    single, several : float
        Scores for one word and for more.
    """

    longest: int = 4
    before: int = 3
    after: int = 1
    single: float = 0.6
    several: float = 0.8

    name: ClassVar[str] = "anadiplosis"
    label: ClassVar[str] = "Anadiplosis"
    definition: ClassVar[str] = (
        "A clause or sentence begins with the word or words that the one before it ended with."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.44.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 619-622 (reduplicatio).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "a word that is taken up behind an article, as in '... to a crisis. The crisis ...', is not found",
    )
    measured: ClassVar[Measured] = Measured(22, 28, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences in which, or after which, the words before a pause come again."""
        return taken_up(lines, self.longest)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every such pair of clauses."""
        cuts = prose.rows_of(PAUSES)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            for n, sentence in enumerate(body):
                edges = [(k, k + 1, sentence.last) for k in cuts.within(sentence.first, sentence.last)]
                if n + 1 < len(body) and body[n + 1].first == sentence.last:
                    edges.append((sentence.last, sentence.last, body[n + 1].last))
                for end, begin, stop in edges:
                    if found := self.taken_up(prose, sentence.first, end, begin, stop):
                        yield Figure(sentence.doc, *found)

    def taken_up(
        self, prose: Prose, first: int, end: int, begin: int, stop: int
    ) -> tuple[str, list[tuple[int, int]], float] | None:
        """Return rule, parts and score of what ends before `end` and is taken up from `begin`, if anything is."""
        words = prose.words
        while end > first and not prose.is_word[end - 1]:
            end -= 1
        while begin < stop and (not prose.is_word[begin] or words[begin] in JOINING):
            begin += 1
        if end - first <= self.before or stop - begin <= self.after or words[end - 1] in SMALL:
            return None
        for size in range(self.longest, 0, -1):
            if words[end - size : end] == words[begin : begin + size] and end - size >= first + self.before:
                if not self.meant(prose, end - size, begin, size, stop):
                    return None
                parts = [prose.span(end - size, end), prose.span(begin, begin + size)]
                return (
                    " ".join(words[begin : begin + size]),
                    parts,
                    self.single if size == 1 else self.several,
                )
        return None

    def meant(self, prose: Prose, left: int, begin: int, size: int, stop: int) -> bool:
        """Return whether words are taken up to say more of them, and are no names nor items of a list."""
        words, after = prose.words, begin + size
        said = words[begin:after]
        if any(not w.replace("-", "").isalpha() or w in CALLS for w in said):
            return False
        if any(prose.shown[n][:1].isupper() for n in range(left, left + size)):
            return False
        if after >= stop or not prose.is_word[after]:
            return False
        if not PAUSES.isdisjoint(words[left + size : begin]):
            own = words[after] == "of" and size == 1
            return not own and (words[after] in MORE or words[after].endswith(("ed", "ly")))
        return said[0] not in DETERMINERS and weight(said[-1]) == 1.0 and words[after] in FUNCTION
