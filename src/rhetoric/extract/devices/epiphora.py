"""Epiphora: neighbouring sentences or clauses that end with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar

from rhetoric.extract.devices.clauses import JOINING, Span, parts, pauses
from rhetoric.extract.devices.likeness import SMALL, likeness
from rhetoric.extract.devices.recurrences import ended_alike
from rhetoric.extract.devices.words import DETERMINERS, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

NAMING = DETERMINERS | closed("one")  # 'the steel industry and the coal industry' only names two things
CALLS = closed(
    "hear order bill amendment amendments clause clauses house lords cent percent million billion year years uk report"
)


@dataclass(frozen=True)
class Epiphora(Device):
    """Sentences of one voice in a row, or clauses of one sentence, with the same ending.

    Parameters
    ----------
    least : float
        The score that is needed.
    most : int
        How many last words are compared.
    longest : int
        Words of a unit, at most.
    pair, more : float
        What two, and three or more units in a row count for.
    second, third : float
        What a common ending of two, and of three words or more, adds.
    brief : float
        What units of at most `short` words add.
    short : int
    built, chance : float
        What units add that are built alike throughout, for the likeness above what chance gives; see `likeness`.
    """

    least: float = 0.5
    most: int = 4
    longest: int = 20
    pair: float = 0.3
    more: float = 0.4
    second: float = 0.05
    third: float = 0.15
    brief: float = 0.1
    short: int = 8
    built: float = 0.6
    chance: float = 0.35

    name: ClassVar[str] = "epiphora"
    label: ClassVar[str] = "Epiphora"
    definition: ClassVar[str] = (
        "Two or more sentences or clauses in a row that end with the same words, the more so the more alike they are built."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.13.19 (conversio).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 631-632.",
    )
    limits: ClassVar[tuple[str, ...]] = ("a topic named again at the end of a like sentence is found too",)
    measured: ClassVar[Measured] = Measured(33, 45, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences that end like their neighbours, and those with clauses that do."""
        return ended_alike(lines)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield series of sentences, and of clauses within a sentence."""
        cuts = pauses(prose)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            spans = [trimmed(prose, s.first, s.last) for s in body]
            yield from self.series(prose, body[0].doc if body else 0, "sentences", spans)
            for sentence in body:
                rows = cuts.within(sentence.first, sentence.last)
                if rows:
                    yield from self.series(prose, sentence.doc, "clauses", parts(prose, sentence, rows))

    def series(self, prose: Prose, doc: int, rule: str, spans: Sequence[Span]) -> Iterator[Figure]:
        """Yield the runs of neighbouring stretches of tokens whose common ending makes a figure."""
        for last, same in groupby(spans, key=lambda span: prose.words[span[1] - 1]):
            units = list(same)
            if len(units) > 1 and last not in SMALL and last[0].isalpha() and last not in CALLS:
                score = self.score(prose, units)
                if score >= self.least:
                    yield Figure(doc, f"{rule}: {last}", [prose.span(*u) for u in units], score)

    def score(self, prose: Prose, units: Sequence[Span]) -> float:
        """Return how good a figure units with a common ending make, 0 to 1."""
        stretches = [
            [w for n, w in zip(range(a, b), prose.words[a:b], strict=True) if prose.is_word[n]]
            for a, b in units
        ]
        shared = common(stretches)
        sizes = list(map(len, stretches))
        if min(sizes) <= shared or min(sizes) < 3 or max(sizes) > self.longest or min(sizes) * 2 < max(sizes):
            return 0.0
        if any(prose.shown[b - 1][:1].isupper() for _, b in units) or any(map(listed, stretches)):
            return 0.0
        if any(s[0] in NAMING and (len(s) < 4 or s[0] == "one") for s in stretches):
            return 0.0
        score = self.pair if len(units) == 2 else self.more
        score += self.third if shared > 2 else self.second if shared == 2 else 0.0
        score += self.brief if max(sizes) <= self.short else 0.0
        alike = sum(likeness(a[:-shared], b[:-shared]) for a, b in pairwise(stretches)) / (len(units) - 1)
        return round(min(1.0, score + self.built * max(0.0, alike - self.chance)), 3)


def listed(words: Sequence[str]) -> bool:
    """Return whether a unit is an item of a list: it has figures, or a letter before it."""
    return any(w[0].isdigit() for w in words) or (len(words[0]) == 1 and words[0] not in "iao")


def common(stretches: Sequence[Sequence[str]]) -> int:
    """Return how many last words all stretches share."""
    shared = 0
    for column in zip(*(reversed(s) for s in stretches), strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    return shared


def trimmed(prose: Prose, first: int, last: int) -> Span:
    """Return some tokens without the marks around them and an 'and' before them."""
    while last > first + 1 and not prose.is_word[last - 1]:
        last -= 1
    while first < last - 1 and (not prose.is_word[first] or prose.words[first] in JOINING):
        first += 1
    return first, last
