"""Anaphora: neighbouring sentences or clauses that open with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from rhetoric.extract.devices.figure import Device, Figure
from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.words import DASHES, DETERMINERS, FUNCTION, QUESTION_WORDS

JOINING = frozenset(("and", "but", "or", "nor"))
PAUSES = DASHES | {",", ";", ":"}
TELLING = QUESTION_WORDS | {"if", "because", "until", "unless", "without", "no", "every"}
EMPTY = (FUNCTION - TELLING) | JOINING


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
    most : int
        How many opening words are compared.
    """

    most: int = 5

    name: ClassVar[str] = "anaphora"
    label: ClassVar[str] = "Anaphora"
    definition: ClassVar[str] = (
        "Two or more sentences or clauses in a row that open with the same two words or more, one of them telling; "
        "or three or more that open with the same telling word."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.13.19.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 629-630.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "openings that recur with other sentences between them are not found",
        "a plain series of like statements ('There are ... There are ...') is found if three words agree",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield series of sentences, and within the sentences left over, series of clauses."""
        cuts = prose.rows(lambda w: w in PAUSES or w == "and")
        for run in prose.passages():
            taken: set[int] = set()
            for series in self.series(prose, [(s.first, s.last) for s in run]):
                taken.update(u.first for u in series)
                yield figure(prose, run[0].doc, "sentences", series)
            for sentence in run:
                rows = cuts.within(sentence.first, sentence.last)
                if rows and prose.openers(sentence.first, sentence.last, 1)[0] not in taken:
                    for series in self.series(prose, self.clauses(prose, sentence, rows)):
                        yield figure(prose, sentence.doc, "clauses", series)

    def series(self, prose: Prose, spans: Sequence[tuple[int, int]]) -> Iterator[list[Unit]]:
        """Yield the runs of neighbouring stretches of tokens whose common opening makes a figure."""
        first = [self.opens(prose, a, b) for a, b in spans]
        at = 0
        for _, same in groupby(first):
            size = len(list(same))
            if size > 1:
                yield from serial([self.unit(prose, a, b) for a, b in spans[at : at + size]])
            at += size

    def opens(self, prose: Prose, first: int, last: int) -> str:
        """Return the word that a stretch of tokens opens with, 'and' and 'but' passed over."""
        rows = prose.openers(first, last, 2)
        return prose.words[rows[-1] if prose.words[rows[0]] in JOINING else rows[0]]

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

    def clauses(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> list[tuple[int, int]]:
        """Return the clauses of a sentence: from pause to pause, and from an 'and' that opens like the last.

        `rows` are its pauses, and each 'and'.
        """
        cuts = [sentence.first]
        head: list[
            str
        ] = []  # the first two words of the clause so far, 'and' and the like before them passed over
        seen = sentence.first
        for n in rows:
            cut = -1
            if prose.words[n] != "and":
                cut = n + 1 if n + 1 < sentence.last else -1
            elif n > cuts[-1]:
                while seen < n and len(head) < 2:
                    if prose.is_word[seen] and (head or prose.words[seen] not in JOINING):
                        head.append(prose.words[seen])
                    seen += 1
                if len(head) > 1 and prose.words[n + 1 : n + 3] == head:
                    cut = n
            if cut >= 0:
                cuts.append(cut)
                head, seen = [], cut
        spans = zip(cuts, [*cuts[1:], sentence.last], strict=True)
        return [(a, b) for a, b in spans if prose.openers(a, b, 1)]


def serial(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the runs of units whose common opening makes a figure."""
    for _, same in groupby(units, key=lambda u: u.opening[0]):
        alike = list(same)
        if len(alike) < 2:
            continue
        closer = [list(run) for _, run in groupby(alike, key=lambda u: u.opening[:2])]
        found = [run for run in closer if len(run) > 1 and telling(run)]
        yield from found or ([alike] if len(alike) > 2 and telling(alike) else [])


def common(units: Sequence[Unit]) -> int:
    """Return how many opening words all units share."""
    shared = 0
    for column in zip(*(u.opening for u in units), strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    return shared


def telling(units: Sequence[Unit]) -> bool:
    """Return whether a common opening is more than the way most sentences begin, or a topic named again."""
    shared = common(units)
    opening = units[0].opening[:shared]
    strong = any(
        word not in EMPTY and not word[0].isdigit() and not any(u.named[n] for u in units)
        for n, word in enumerate(opening)
    )
    topic = opening[0] in DETERMINERS - TELLING
    if shared == 1:
        return len(units) > 2 and strong
    if len(units) == 2:
        return shared > 3 if topic else strong or (shared > 2 and not any(units[0].named))
    return strong or not (topic or any(u.named[0] for u in units))


def figure(prose: Prose, doc: int, rule: str, units: Sequence[Unit]) -> Figure:
    """Return a series as a figure."""
    shared = common(units)
    score = min(1.0, {2: 0.6, 3: 0.8}.get(len(units), 0.9) + (0.1 if shared > 2 else 0.0))
    parts = []
    for unit in units:
        first, last = prose.openers(unit.first, unit.last, 1)[0], unit.last
        while rule == "clauses" and not prose.is_word[last - 1]:
            last -= 1
        parts.append(prose.span(first, last))
    return Figure(doc, f"{rule}: {' '.join(units[0].opening[:shared])}", parts, score)
