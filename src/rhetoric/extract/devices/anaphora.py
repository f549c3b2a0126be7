"""Anaphora: neighbouring sentences or clauses that open with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import ClassVar

from rhetoric.extract.devices.clauses import anchored, clauses, opener, pauses, placed, told
from rhetoric.extract.devices.likeness import likeness, most_alike
from rhetoric.extract.devices.openings import (
    FORMULAS,
    SUBJECTS,
    Unit,
    common,
    listed,
    said_twice,
    strong,
    topical,
    unit,
)
from rhetoric.extract.devices.ranking import Signs, odds
from rhetoric.extract.devices.recurrences import opened_alike
from rhetoric.extract.devices.words import FUNCTION
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Part, Prose, Rows, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

LOWER = (0.3, 0.02)  # scores that series are looked for with that may be none
SLIP = 1e-9  # of rounding, where a score is only bounded


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
    longer : float
        What a common opening of three words or more adds.
    single : float
        What is taken away where a subject as 'I' is all that is common.
    telling, ours, asked : float
        What a telling word in the opening adds; that 'we' opens it; that all units are questions.
    brief : float
        What units of at most `short` words add.
    short : int
    built, chance : float
        What units add that are built alike throughout, for the likeness above what chance gives; see `likeness`.
    nested : float
        What is taken away for clauses within a sentence, as these often follow from grammar alone.
    topic, formula, named, counted : float
        What is taken away for an opening with an article or the like; for a phrase of courtesy or opinion, as 'I hope';
        for names; for figures in every unit.
    """

    least: float = 0.6
    most: int = 5
    pair: float = 0.35
    triple: float = 0.6
    more: float = 0.7
    longer: float = 0.15
    single: float = 0.25
    telling: float = 0.25
    ours: float = 0.1
    asked: float = 0.1
    brief: float = 0.05
    short: int = 9
    built: float = 0.3
    chance: float = 0.3
    nested: float = 0.1
    topic: float = 0.25
    formula: float = 0.2
    named: float = 0.2
    counted: float = 0.25

    name: ClassVar[str] = "anaphora"
    version: ClassVar[int] = 5
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
        "an opening of small words ('it is', 'I have') counts only in a longer row or where the rest is alike",
    )
    measured: ClassVar[Measured] = Measured(41, 58, 41, 59, on="windows for measuring")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences that open like their neighbours, and those with clauses that may."""
        return opened_alike(lines)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield series of sentences, and within the sentences left over, series of clauses."""
        return (placed(prose, figure) for figure in self.rows(prose))

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be an anaphora, with the log odds that its score stands for."""
        for found in self.proposed(prose, 0.0):
            yield found, {"score": odds(found.score)}

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every series that scores as much, overlapping ones too: what is asked of a series decides what is one."""
        seen: set[tuple[int, tuple[Part, ...]]] = set()
        for needed in (self.least, *LOWER):
            for found in replace(self, least=needed).find(prose):
                key = found.doc, tuple(found.parts)
                if key not in seen:
                    seen.add(key)
                    if found.score >= least:
                        yield found

    def rows(self, prose: Prose) -> Iterator[Figure]:
        """Yield what `find` does, with tokens for parts."""
        cuts = pauses(prose)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            taken: set[int] = set()
            for series, score in self.series(prose, [(s.first, s.last) for s in body], cuts):
                taken.update(u.first for u in series)
                yield figure(prose, run[0].doc, "sentences", series, score)
            for sentence in body:
                rows = cuts.within(sentence.first, sentence.last)
                if rows and prose.openers(sentence.first, sentence.last, 1)[0] not in taken:
                    for series, score in self.within(prose, sentence, rows):
                        yield figure(prose, sentence.doc, "clauses", series, score)

    def within(
        self, prose: Prose, sentence: Sentence, rows: Sequence[int]
    ) -> Iterator[tuple[list[Unit], float]]:
        """Yield the series of clauses in a sentence, or, if there are none, of what its semicolons divide."""
        found = list(self.series(prose, anchored(prose, clauses(prose, sentence, rows))))
        halves = [n for n in rows if prose.words[n] == ";"]
        yield from found or (self.series(prose, clauses(prose, sentence, halves)) if halves else [])

    def series(
        self, prose: Prose, spans: Sequence[tuple[int, int]], cuts: Rows | None = None
    ) -> Iterator[tuple[list[Unit], float]]:
        """Yield the runs of neighbouring stretches of tokens whose common opening makes a figure.

        The stretches are sentences where `cuts` are given, their pauses, and clauses where not.
        """
        first = [prose.words[opener(prose, a, b)] for a, b in spans]
        at = 0
        for _, same in groupby(first):
            size = len(list(same))
            if size > 1:
                yield from self.serial(
                    prose, [unit(prose, a, b, self.most) for a, b in spans[at : at + size]], cuts
                )
            at += size

    def serial(
        self, prose: Prose, alike: list[Unit], cuts: Rows | None
    ) -> Iterator[tuple[list[Unit], float]]:
        """Yield the runs of units that make a figure: those with two words in common, or all if these score more."""
        whole = self.score(prose, alike, cuts is None) if len(alike) > 2 else 0.0
        kept = []
        for _, same in groupby(alike, key=lambda u: u.opening[:2]):
            run = list(same)
            if len(run) > 1:
                inner = [self.inner(prose, u, cuts) for u in run] if cuts else [[u] for u in run]
                if max(map(len, inner)) < 3:  # else a sentence holds a series of its own
                    run = [part for parts in inner for part in parts]
                score = self.score(prose, run, cuts is None)
                kept += [(run, score)] if score >= self.least else []
        if whole >= self.least and whole >= max((score for _, score in kept), default=0.0):
            yield alike, whole
        else:
            yield from kept

    def inner(self, prose: Prose, whole: Unit, cuts: Rows) -> list[Unit]:
        """Return a sentence of a series, cut before each of its clauses that has the same first two words."""
        rows = cuts.within(whole.first, whole.last)
        spans = clauses(prose, Sentence(0, whole.first, whole.last, 0, 0, False), rows) if rows else []
        units = [unit(prose, a, b, self.most) for a, b in spans[1:]]
        firsts = [whole.first, *(u.first for u in units if u.opening[:2] == whole.opening[:2])]
        return [unit(prose, a, b, self.most) for a, b in zip(firsts, [*firsts[1:], whole.last], strict=True)]

    def score(self, prose: Prose, units: Sequence[Unit], inner: bool) -> float:
        """Return how good a figure units with a common opening make, 0 to 1; `inner` is for those within a sentence."""
        shared = common(units)
        opening = units[0].opening[:shared]
        stretches = [told(prose, u.first, u.last) for u in units]
        if not shared or any(len(s) <= shared for s in stretches) or listed(prose, units, opening):
            return 0.0
        if shared == 1 and opening[0] not in FUNCTION and not inner and len(units) == 2:
            return 0.0  # what two sentences are about
        if len(units) == 2 and shared > 1 and all(u.named[0] and u.named[1] for u in units):
            return 0.0  # two sentences about somebody called by the full name
        score = {2: self.pair, 3: self.triple}.get(len(units), self.more)
        score += self.longer if shared > 2 else 0.0
        if shared == 1 and opening[0] in SUBJECTS and not (inner and opening[0] == "that"):
            score -= self.single
        topic = topical(opening, len(units))
        score += self.telling if strong(units, opening) and not (topic and len(units) == 2) else 0.0
        score += self.brief if max(map(len, stretches)) <= self.short else 0.0
        score += self.asked if all("?" in prose.words[u.last - 1] for u in units) else 0.0
        score += self.ours if opening[0] == "we" else 0.0
        score -= self.nested if inner else 0.0
        score -= self.topic if topic else 0.0
        if len(units) == 2 and opening[0] == "i" and shared > 1 and opening[1] in FORMULAS:
            score -= self.formula
        if any(any(u.named[:shared]) for u in units):
            score -= self.named
        if all(any(w[:1].isdigit() for w in s) for s in stretches):
            score -= self.counted
        most = sum(most_alike(a, b) for a, b in pairwise(stretches)) / (len(units) - 1)
        if score + self.built * max(0.0, most - self.chance) < self.least - SLIP:
            return 0.0
        if any(titled(prose, u) for u in units[:2]):
            return 0.0
        alike = sum(likeness(a, b) for a, b in pairwise(stretches)) / (len(units) - 1)
        score = max(0.0, min(1.0, score + self.built * max(0.0, alike - self.chance)))
        return 0.0 if score < self.least or said_twice(stretches) else round(score, 3)


def titled(prose: Prose, whole: Unit) -> bool:
    """Return whether most words of content in a unit, but for its first word, are printed with a capital: an item of a list of names."""
    rows = [n for n in range(whole.first, whole.last) if prose.is_word[n]][1:]
    content = [n for n in rows if prose.words[n] not in FUNCTION]
    return len(content) > 1 and 2 * sum(prose.shown[n][:1].isupper() for n in content) > len(content)


def figure(prose: Prose, doc: int, rule: str, units: Sequence[Unit], score: float) -> Figure:
    """Return a series as a figure with tokens for parts."""
    parts = []
    for one in units:
        first, last = prose.openers(one.first, one.last, 1)[0], one.last
        while rule == "clauses" and not prose.is_word[last - 1]:
            last -= 1
        parts.append((first, last))
    return Figure(doc, f"{rule}: {' '.join(units[0].opening[: common(units)])}", parts, score)
