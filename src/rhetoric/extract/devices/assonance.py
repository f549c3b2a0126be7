"""Assonance: stressed vowels that come back in words close together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, PREPOSITIONS
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.match.pronunciation import shipped

PASSED = DETERMINERS | PREPOSITIONS | {"and", "or", "to"}


@dataclass(frozen=True)
class Assonance(Device):
    """Words of content in a row, with no more than small words between, whose stressed vowels are the same.

    Parameters
    ----------
    least : int
        Words.
    score, more : float
        The score of the least number, and what each further word adds.
    """

    least: int = 4
    score: float = 0.6
    more: float = 0.2

    name: ClassVar[str] = "assonance"
    label: ClassVar[str] = "Assonance"
    definition: ClassVar[str] = "Four words or more in a row with the same stressed vowel."
    source: ClassVar[tuple[str, ...]] = (
        "Leech, Geoffrey (1969). A Linguistic Guide to English Poetry. London: Longman, 89-93.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "sound is that of General American; words that are not in the dictionary end a row",
        "whether it is meant cannot be told: chance brings like vowels together too",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every row."""
        names = [vowel(f) for f in prose.forms]
        number = {v: n for n, v in enumerate(sorted({*names, ""}))}
        codes = np.array([number[v] for v in names] or [0], np.int32)[prose.folded].tolist()
        for s in prose.sentences:
            if s.heading:
                continue
            row: list[int] = []
            for n in range(s.first, s.last + 1):
                code = codes[n] if n < s.last else 0
                if code and row and code == codes[row[-1]]:
                    row.append(n)
                elif n == s.last or code or prose.words[n] not in PASSED:
                    if len(row) >= self.least and len({prose.words[k][:4] for k in row}) == len(row):
                        score = round(min(1.0, self.score + self.more * (len(row) - self.least)), 3)
                        yield Figure(
                            s.doc, vowel(prose.words[row[0]]), [prose.span(k, k + 1) for k in row], score
                        )
                    row = [n] if code else []


@lru_cache(maxsize=1 << 16)
def vowel(word: str) -> str:
    """Return the stressed vowel of a word of content, or ``''``."""
    if word in FUNCTION or word in SMALL or len(word) < 3 or not word.isalpha():
        return ""
    return shipped().vowel(word) or ""
