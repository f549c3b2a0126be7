"""Epanalepsis: a sentence that ends with the word it began with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Epanalepsis(Device):
    """A sentence whose first word of content, with no more than an article before it, is also its last word.

    Parameters
    ----------
    least, most : int
        Words of the sentence.
    score : float
    """

    least: int = 4
    most: int = 14
    score: float = 0.7

    name: ClassVar[str] = "epanalepsis"
    label: ClassVar[str] = "Epanalepsis"
    definition: ClassVar[str] = "A sentence that ends with the word of content it began with."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.34.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 625 (redditio).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "names and forms of one word that differ are left",
        "only whole sentences are looked at",
    )
    measured: ClassVar[Measured] = Measured(14, 17, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every such sentence."""
        words = prose.words
        for s in prose.sentences:
            if s.heading or not self.least <= s.last - s.first <= self.most + 4:
                continue
            last = s.last - 1
            while last > s.first and not prose.is_word[last]:
                last -= 1
            word = words[last]
            if word in FUNCTION or word in SMALL or len(word) < 3 or not word.isalpha():
                continue
            first = s.first
            while first < last and (not prose.is_word[first] or words[first] in DETERMINERS):
                first += 1
            named = prose.shown[last][:1].isupper()
            if words[first] == word and last - first >= self.least - 1 and not named:
                yield Figure(
                    s.doc, word, [prose.span(first, first + 1), prose.span(last, last + 1)], self.score
                )
