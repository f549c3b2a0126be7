"""Anaphora: neighbouring sentences or clauses that open with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar

from rhetoric.extract.devices.clauses import JOINING, clauses, pauses
from rhetoric.extract.devices.figure import Device, Figure
from rhetoric.extract.devices.likeness import likeness
from rhetoric.extract.devices.prose import Prose
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, PREPOSITIONS, QUESTION_WORDS, closed

TELLING = QUESTION_WORDS | closed(
    "if because until unless without no not never cannot every nothing nobody none only must let all let's"
)
EMPTY = (FUNCTION - TELLING) | JOINING | closed(
    "also now then one order view regards respect relation terms far case addition accordance connection"
)
TOPICS = DETERMINERS - TELLING
SPEAKER = closed("i")
POINTING = closed("he she it they there this that these those")
PLEDGES = closed("will shall")
FORMULAS = closed(
    "think believe hope know suppose understand wish suggest agree beg refer ask turn mention notice note see feel "
    "should shall would am have had was said say thank am accept welcome going"
)


@dataclass(frozen=True)
class Unit:
    """A sentence or clause that may open like its neighbour.

    Parameters
    ----------
    first, last : int
        Its tokens, half-open.
    opening : tuple of str
        Its first words.
    named : tuple of bool
        Whether each of them is written with a capital, the first only if the second is too.
    """

    first: int
    last: int
    opening: tuple[str, ...]
    named: tuple[bool, ...]


@dataclass(frozen=True)
class Anaphora(Device):
    """Sentences of one voice in a row, or clauses of one sentence, with the same opening.

    Parameters
    ----------
    least : float
        The score that is needed.
    most : int
        How many opening words are compared.
    pair, triple, more : float
        What two, three, and four or more units in a row count for.
    third, fourth : float
        What a common opening of three, and of four words or more, adds.
    telling : float
        What a telling word in the opening adds.
    brief : float
        What units of at most `short` words add.
    short : int
    built : float
        What units add that are built alike throughout; see `likeness`.
    pointing, speaker, topic, formula : float
        What is taken away for an opening with 'it', 'there', 'he'; with 'I'; with an article or the like; with a
        phrase of courtesy or opinion, as 'I hope'; for figures in every unit.
    """

    least: float = 0.6
    most: int = 5
    pair: float = 0.35
    triple: float = 0.5
    more: float = 0.6
    third: float = 0.1
    fourth: float = 0.15
    telling: float = 0.2
    brief: float = 0.1
    short: int = 9
    built: float = 0.4
    pointing: float = 0.1
    speaker: float = 0.15
    topic: float = 0.3
    formula: float = 0.25
    counted: float = 0.2

    name: ClassVar[str] = "anaphora"
    version: ClassVar[int] = 2
    label: ClassVar[str] = "Anaphora"
    definition: ClassVar[str] = (
        "Two or more sentences or clauses in a row that open with the same words, the more so the longer the opening, "
        "the more units there are, and the more alike they are built."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.13.19.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 629-630.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "openings that recur with other sentences between them are not found",
        "an opening that an 'I' or 'it' with a small verb makes up counts only in a longer row or where the rest is alike",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield series of sentences, and within the sentences left over, series of clauses."""
        cuts = pauses(prose)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            taken: set[int] = set()
            for series, score in self.series(prose, [(s.first, s.last) for s in body]):
                taken.update(u.first for u in series)
                yield figure(prose, run[0].doc, "sentences", series, score)
            for sentence in body:
                rows = cuts.within(sentence.first, sentence.last)
                if rows and prose.openers(sentence.first, sentence.last, 1)[0] not in taken:
                    for series, score in self.series(prose, clauses(prose, sentence, rows), True):
                        yield figure(prose, sentence.doc, "clauses", series, score)

    def series(
        self, prose: Prose, spans: Sequence[tuple[int, int]], inner: bool = False
    ) -> Iterator[tuple[list[Unit], float]]:
        """Yield the runs of neighbouring stretches of tokens whose common opening makes a figure."""
        first = [opens(prose, a, b) for a, b in spans]
        at = 0
        for _, same in groupby(first):
            size = len(list(same))
            if size > 1:
                yield from self.serial(
                    prose, [self.unit(prose, a, b) for a, b in spans[at : at + size]], inner
                )
            at += size

    def serial(self, prose: Prose, units: Sequence[Unit], inner: bool) -> Iterator[tuple[list[Unit], float]]:
        """Yield the runs of units with a common first word that make a figure, those with more in common first."""
        for _, same in groupby(units, key=lambda u: u.opening[0]):
            alike = list(same)
            if len(alike) < 2:
                continue
            whole = self.score(prose, alike, inner) if len(alike) > 2 else 0.0
            closer = [list(run) for _, run in groupby(alike, key=lambda u: u.opening[:2])]
            found = [(run, self.score(prose, run, inner)) for run in closer if len(run) > 1]
            kept = [(run, score) for run, score in found if score >= self.least]
            if whole >= self.least and whole >= max((score for _, score in kept), default=0.0):
                yield alike, whole
            else:
                yield from kept

    def unit(self, prose: Prose, first: int, last: int) -> Unit:
        """Return some tokens as a unit; 'and' and 'but' before its opening are passed over."""
        rows = prose.openers(first, last, self.most + 1)
        begin = rows[0]
        if len(rows) > 1 and prose.words[rows[0]] in JOINING:
            rows = rows[1:]
        rows = rows[: self.most]
        capital = [prose.shown[n][:1].isupper() and prose.words[n] != "i" for n in rows]
        named = (len(rows) > 1 and capital[0] and capital[1], *capital[1:])
        return Unit(begin, last, tuple(prose.words[n] for n in rows), named)

    def score(self, prose: Prose, units: Sequence[Unit], inner: bool) -> float:
        """Return how good a figure units with a common opening make, 0 to 1; `inner` is for those within a sentence."""
        shared = common(units)
        opening = units[0].opening[:shared]
        stretches = [words(prose, u) for u in units]
        if listed(prose, units, opening) or any(len(s) <= shared for s in stretches):
            return 0.0
        alike = sum(likeness(a, b) for a, b in pairwise(stretches)) / (len(units) - 1)
        score = {2: self.pair, 3: self.triple}.get(len(units), self.more)
        score += 0.0 if shared < 3 else self.third if shared == 3 else self.fourth
        score += self.telling if strong(units, opening) else 0.0
        brief = max(map(len, stretches)) <= self.short
        score += self.brief if brief else 0.0
        score += self.built * max(0.0, alike - 0.3)
        if brief and shared > 1 and len(units) > 2:
            pass
        elif opening[0] in SPEAKER:
            score -= self.speaker
            if shared > 1 and opening[1] in FORMULAS:
                score -= self.formula / (len(units) - 1)
        elif opening[0] in POINTING:
            score -= 0.0 if opening[0] == "that" and inner else self.pointing
        elif opening[0] in TOPICS:
            score -= self.topic
        if any(units[0].named[:shared]):
            score -= self.topic
        if all(any(w[:1].isdigit() for w in s) for s in stretches):
            score -= self.counted
        return round(max(0.0, min(1.0, score)), 3)


def opens(prose: Prose, first: int, last: int) -> str:
    """Return the word that a stretch of tokens opens with, 'and' and 'but' passed over."""
    rows = prose.openers(first, last, 2)
    return prose.words[rows[-1] if prose.words[rows[0]] in JOINING else rows[0]]


def words(prose: Prose, unit: Unit) -> list[str]:
    """Return the words of a unit, without an 'and' before it."""
    out = [prose.words[n] for n in range(unit.first, unit.last) if prose.is_word[n]]
    return out[1:] if out[0] in JOINING and len(out) > 1 else out


def strong(units: Sequence[Unit], opening: Sequence[str]) -> bool:
    """Return whether a common opening holds a telling word, or is a pledge as 'we will'."""
    telling = (w not in EMPTY and not any(u.named[n] for u in units) for n, w in enumerate(opening))
    return any(telling) or (opening[0] == "we" and not PLEDGES.isdisjoint(opening[1:]))


def listed(prose: Prose, units: Sequence[Unit], opening: Sequence[str]) -> bool:
    """Return whether units are items of a list: after bullets or numbers."""
    if any(word[:1].isdigit() or len(word) == 1 and word not in "ioa" for word in opening):
        return True
    return any(prose.words[u.first - 1][:1] in "*•·>" for u in units if u.first)


def common(units: Sequence[Unit]) -> int:
    """Return how many opening words all units share."""
    shared = 0
    for column in zip(*(u.opening for u in units), strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    return shared


def figure(prose: Prose, doc: int, rule: str, units: Sequence[Unit], score: float) -> Figure:
    """Return a series as a figure."""
    parts = []
    for unit in units:
        first, last = prose.openers(unit.first, unit.last, 1)[0], unit.last
        while rule == "clauses" and not prose.is_word[last - 1]:
            last -= 1
        parts.append(prose.span(first, last))
    return Figure(doc, f"{rule}: {' '.join(units[0].opening[: common(units)])}", parts, score)
