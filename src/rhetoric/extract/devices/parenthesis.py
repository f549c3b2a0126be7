"""Parentheses: what interrupts a sentence between dashes or brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rhetoric.extract.devices.words import AUXILIARIES, DASHES, FUNCTION, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

REFERRING = closed(
    "brief concluding holding overview citing quoting stating noting finding discussing v see cf id ibid supra infra page pages p pp note notes table figure fig section sections art e.g i.e emphasis ed eds vol no"
)
ADDING = closed(
    "or and but of course not at least if as too even perhaps indeed though although rightly wrongly sadly"
)
LEAST_BRACKETED, LEAST = 3, 2


@dataclass(frozen=True)
class Parenthesis(Device):
    """Words that interrupt a sentence, which goes on after them as if they were not there.

    Parameters
    ----------
    most : int
        The most words of a parenthesis.
    before, after : int
        The least words of the sentence on either side.
    dashes, brackets : float
        Scores by how it is marked.
    """

    most: int = 25
    before: int = 2
    after: int = 2
    dashes: float = 0.8
    brackets: float = 0.7

    name: ClassVar[str] = "parenthesis"
    label: ClassVar[str] = "Parentheses"
    definition: ClassVar[str] = (
        "Words between dashes or brackets that interrupt a sentence, which then goes on."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.23.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 860.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "between commas, and with a dash on one side only, they are not found; nor are brackets that hold a name, number "
        "or reference",
    )
    measured: ClassVar[Measured] = Measured(46, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every parenthesis of the body."""
        for sentence, marks in prose.holding(prose.rows_of(DASHES | {"(", ")", "()"}), 2):
            rows = [n for n in marks if spaced(prose, n)]
            if len(rows) > 1:
                yield from self.dashed(prose, sentence, [n for n in rows if prose.words[n] in DASHES])
                yield from self.bracketed(prose, sentence, rows)

    def dashed(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield what stands between the dashes of a sentence, if there are two."""
        if len(rows) == 2 and prose.words[rows[0]] == prose.words[rows[1]]:
            first, last = rows[0] + 1, rows[1]
            if self.fits(prose, sentence, first, last, LEAST):
                yield Figure(sentence.doc, "dashes", [prose.span(first, last)], self.dashes)

    def bracketed(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield what stands in brackets and is no reference, name or number."""
        for n, close in pairwise(rows):
            if prose.words[n] != "(" or prose.words[close] != ")":
                continue
            words = [prose.words[k] for k in range(n + 1, close) if prose.is_word[k]]
            said = not FUNCTION.isdisjoint(words) and any(w in AUXILIARIES or w in ADDING for w in words)
            if (
                said
                and REFERRING.isdisjoint(words)
                and self.fits(prose, sentence, n + 1, close, LEAST_BRACKETED)
            ):
                yield Figure(sentence.doc, "brackets", [prose.span(n + 1, close)], self.brackets)

    def fits(self, prose: Prose, sentence: Sentence, first: int, last: int, least: int) -> bool:
        """Return whether some words interrupt a sentence: short enough, without a heading's capitals, words on either side."""
        words = [n for n in range(first, last) if prose.is_word[n]]
        if not least <= len(words) <= self.most:
            return False
        if prose.shown[words[0]][0].isdigit() or sum(prose.shown[n][0].isupper() for n in words) * 2 > len(
            words
        ):
            return False
        before = sum(prose.is_word[sentence.first : first])
        after = sum(prose.is_word[last : sentence.last])
        return before >= self.before and after >= self.after


def spaced(prose: Prose, n: int) -> bool:
    """Return whether a mark is no hyphen: a bracket, a longer dash, or a hyphen with space on both sides."""
    if prose.words[n] != "-":
        return True
    return (
        0 < n < len(prose.start) - 1
        and prose.end[n - 1] < prose.start[n]
        and prose.end[n] < prose.start[n + 1]
    )
