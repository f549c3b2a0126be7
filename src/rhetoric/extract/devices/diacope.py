"""Diacope: a word said again after a word or two, with more force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.words import DASHES, DETERMINERS, FUNCTION, PREPOSITIONS, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured

PAUSE = DASHES | {","}
BETWEEN = PREPOSITIONS | closed(
    "who which that where when whose is are was were be been as than not no or such including particularly especially notably "
    "if because when while unless mainly mostly some other others another further sometimes often then there their"
)
CALLS = closed("order hear mr sir aye")


@dataclass(frozen=True)
class Diacope(Device):
    """A word of content, a comma or dash, one to three words, and the word again: 'change, real change'.

    Parameters
    ----------
    widest : int
        Words between, at most.
    near, far : float
        The score with one or two words between, and with more.
    """

    widest: int = 3
    near: float = 0.8
    far: float = 0.65

    name: ClassVar[str] = "diacope"
    label: ClassVar[str] = "Diacope"
    definition: ClassVar[str] = (
        "A word that comes back after a pause and a word or two, mostly with more force: 'change, real change'."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.28.38 (conduplicatio).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 618.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "repetitions without a pause, and around 'of', 'by' and other prepositions ('day after day'), are left",
        "items of a list that share their noun may be found",
    )
    measured: ClassVar[Measured] = Measured(25, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every such repetition within a sentence."""
        words = prose.words
        for s, rows in prose.holding(prose.rows_of(PAUSE)):
            for n in rows:
                if not s.first < n < s.last - 2:
                    continue
                word = words[n - 1]
                if word in FUNCTION or word in SMALL or word in CALLS or len(word) < 3 or not word.isalpha():
                    continue
                reach = words[n + 1 : min(n + self.widest + 2, s.last)]
                if word not in reach:
                    continue
                k = reach.index(word)
                gap = reach[:k]
                if not gap or not all(map(str.isalpha, gap)) or any(w in BETWEEN for w in gap):
                    continue
                if all(w in DETERMINERS or w in ("and", "but") for w in gap) or self.listed(
                    prose, s.last, n, k
                ):
                    continue
                again = n + 1 + k
                if prose.shown[n - 1][:1].isupper() and prose.shown[again][:1].isupper():
                    continue
                parts = [prose.span(n - 1, n), prose.span(n + 1, again + 1)]
                yield Figure(s.doc, word, parts, self.near if k < 3 else self.far)

    def listed(self, prose: Prose, last: int, n: int, k: int) -> bool:
        """Return whether a third item with the same word follows, or the pair is what is left of a list: ', X and'."""
        word, after = prose.words[n - 1], prose.words[n + 2 + k : min(n + 7 + k, last)]
        return word in after or after[:1] == ["and"]
