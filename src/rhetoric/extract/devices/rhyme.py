"""Rhyme: two words that sound alike from the last stressed vowel on, where the build puts them together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rhetoric.extract.devices.clauses import parts, pauses
from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.recurrences import brief, coordinated
from rhetoric.extract.devices.words import FUNCTION
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.match.pronunciation import shipped
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Rhyme(Device):
    """Words joined by 'and' or 'or', or at the ends of two short clauses of a sentence.

    Parameters
    ----------
    shortest, longest : int
        Words of the clauses.
    alike : int
        How many letters at the end may be the same: longer endings are those of grammar.
    most : int
        Syllables of the words.
    pair, clauses : float
        The scores.
    """

    shortest: int = 2
    longest: int = 6
    alike: int = 3
    most: int = 2
    pair: float = 0.8
    clauses: float = 0.7

    name: ClassVar[str] = "rhyme"
    label: ClassVar[str] = "Rhyme"
    definition: ClassVar[str] = (
        "Two different words that rhyme, joined by 'and' or 'or' or at the ends of neighbouring short clauses."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.77 (homoeoteleuton).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 725-728.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "sound is that of General American, from the CMU Pronouncing Dictionary; words that are not in it never rhyme",
        "whether it is meant cannot be told",
    )
    measured: ClassVar[Measured] = Measured(16, 25, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences with words that rhyme about a conjunction, or with two short clauses in a row."""
        return brief(lines, self.longest) | coordinated(lines, self.sounds)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every pair."""
        words = prose.words
        joints = prose.rows_of(frozenset(("and", "or")))
        cuts = pauses(prose)
        for s in prose.sentences:
            if s.heading:
                continue
            for n in joints.within(s.first + 1, s.last - 1):
                named = prose.shown[n + 1][:1].isupper()
                if not named and self.sounds(words[n - 1], words[n + 1]):
                    rule = f"{words[n - 1]} / {words[n + 1]}"
                    yield Figure(s.doc, rule, [prose.span(n - 1, n), prose.span(n + 1, n + 2)], self.pair)
            rows = cuts.within(s.first, s.last)
            spans = parts(prose, s, rows) if rows else []
            for one, other in itertools.pairwise(spans):
                sizes = one[1] - one[0], other[1] - other[0]
                if (
                    min(sizes) >= self.shortest
                    and max(sizes) <= self.longest
                    and abs(sizes[0] - sizes[1]) < 2
                ):
                    a, b = one[1] - 1, other[1] - 1
                    if self.sounds(words[a], words[b]) and b - one[0] < s.last:
                        yield Figure(
                            s.doc,
                            f"{words[a]} / {words[b]}",
                            [prose.span(*one), prose.span(*other)],
                            self.clauses,
                        )

    def sounds(self, one: str, other: str) -> bool:
        """Return whether two words rhyme by more than their grammar."""
        if one == other or one in FUNCTION or other in FUNCTION or one in SMALL or other in SMALL:
            return False
        sound = rhyme(one)
        if not sound or sound != rhyme(other):
            return False
        same = next(
            (n for n, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b),
            min(len(one), len(other)),
        )
        short = max(map(syllables, (one, other))) <= self.most
        return short and same <= self.alike and not (one.endswith(other) or other.endswith(one))


@lru_cache(maxsize=1 << 14)
def rhyme(word: str) -> str:
    """Return what of a word must sound the same for a rhyme, or ``''``."""
    return (shipped().rhyme(word) or "") if word.isalpha() and len(word) > 2 else ""


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> int:
    """Return how many syllables a word has."""
    return shipped().syllables(word) or 9
