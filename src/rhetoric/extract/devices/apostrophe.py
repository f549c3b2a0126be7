"""Apostrophe: the speaker turns to somebody and calls him."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import DASHES, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured

CALLED = (
    ("my", "friends"),
    ("my", "friend"),
    ("dear", "friends"),
    ("my", "fellow", "americans"),
    ("my", "fellow", "citizens"),
    ("fellow", "citizens"),
    ("fellow", "americans"),
    ("my", "fellow", "countrymen"),
    ("ladies", "and", "gentlemen"),
    ("brothers", "and", "sisters"),
    ("friends",),
    ("comrades",),
    ("conference",),
)
MARKS = DASHES | {",", "!", ":"}
ENDS = {",", "!", ".", "?"}
NOUNS = closed("people men women youth workers citizens sons daughters children")


@dataclass(frozen=True)
class Apostrophe(Device):
    """A vocative between marks: 'my friends', 'comrades', 'people of Wales', 'O Liberty'.

    Parameters
    ----------
    score : float
    """

    score: float = 0.8

    name: ClassVar[str] = "apostrophe"
    label: ClassVar[str] = "Apostrophe"
    definition: ClassVar[str] = (
        "The speaker turns from the matter to those who listen, or to somebody absent, and calls them by what they are."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.38-39.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 762-765.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only known forms of address are found; 'Mr. Speaker', 'Sir' and names are formulas of debate and left",
    )
    measured: ClassVar[Measured] = Measured(7, 7, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every call."""
        words = prose.words
        heads = frozenset(c[0] for c in CALLED) | NOUNS | {"o"}
        for s, rows in prose.holding(prose.rows_of(heads)):
            for n in rows:
                if n > s.first and (words[n - 1] not in MARKS):
                    continue
                end = self.called(prose, n, s.last, n == s.first)
                if end:
                    yield Figure(
                        s.doc, " ".join(words[n : min(end, n + 3)]), [prose.span(n, end)], self.score
                    )

    def called(self, prose: Prose, n: int, last: int, opens: bool) -> int:
        """Return where a call that begins at a token ends, or 0; a single word is one only where it opens the sentence."""
        words = prose.words
        if words[n] == "o":
            named = (
                n + 1 < last
                and prose.shown[n] == "O"
                and prose.shown[n + 1][:1].isupper()
                and prose.is_word[n + 1]
            )
            return n + 2 if named else 0
        if words[n] in NOUNS:
            named = n + 3 < last and words[n + 1] == "of" and prose.shown[n + 2][:1].isupper()
            return (
                n + 3
                if named and words[n + 3] in MARKS and (n == 0 or words[n - 1] in (",", ".", "!", "?"))
                else 0
            )
        for form in CALLED:
            end = n + len(form)
            alone = len(form) > 1 or opens
            if alone and end < last and tuple(words[n:end]) == form and words[end] in (",", "!"):
                return end
        return 0
