"""Parallelism: neighbouring clauses, phrases or sentences of the same build and about the same length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.clauses import JOINING, pauses
from rhetoric.extract.devices.figure import Device, Figure, best
from rhetoric.extract.devices.likeness import MOST, likeness, match, repeated, sort
from rhetoric.extract.devices.prose import Prose, Rows, Sentence
from rhetoric.extract.devices.words import closed

Stretch = tuple[int, int]
PLAIN = closed("the a an of to in and or for on at by is was are were be it that this")


@dataclass(frozen=True)
class Parallelism(Device):
    """Pairs and rows of stretches that answer to each other word for word.

    Parameters
    ----------
    least, apart : float
        The score that stretches of one sentence, and whole sentences need.
    shortest : int
        Words of a stretch, at least.
    ratio : float
        How much longer the longer of two may be.
    same : int
        Words that both must share, in order.
    opening : float
        What a common first word adds to the likeness.
    each, cap : float
        What each shared word beyond `same` adds, and all of them at most.
    further : float
        What a further stretch in the row adds.
    back, ahead : int
        How many pauses before and after a joint a stretch may reach.
    """

    least: float = 0.62
    apart: float = 0.7
    shortest: int = 3
    ratio: float = 1.6
    same: int = 3
    opening: float = 0.1
    each: float = 0.03
    cap: float = 0.12
    further: float = 0.15
    back: int = 3
    ahead: int = 3

    name: ClassVar[str] = "parallelism"
    label: ClassVar[str] = "Parallelism"
    definition: ClassVar[str] = (
        "Two or more clauses, phrases or sentences in a row that are built alike and about equally long (isocolon)."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.80 (isocolon).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 719-754.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "build is told from small words and endings; clauses that share no words are not found",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every pair or row, of overlapping ones the best."""
        cuts = pauses(prose)
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            yield from best([*self.sentences(prose, body), *self.within(prose, body, cuts)])

    def within(self, prose: Prose, body: Sequence[Sentence], cuts: Rows) -> Iterator[Figure]:
        """Yield pairs and rows inside sentences."""
        for sentence in body:
            rows = cuts.within(sentence.first + self.shortest, sentence.last - self.shortest)
            if not rows:
                continue
            pairs = list(self.pairs(prose, sentence, joints(prose, sentence, rows)))
            for row, score in self.rows(pairs):
                yield Figure(sentence.doc, "clauses", [prose.span(*s) for s in row], score)

    def rows(self, pairs: Sequence[tuple[Stretch, Stretch, float]]) -> Iterator[tuple[list[Stretch], float]]:
        """Yield the pairs that score high enough, those that share a stretch joined to a row."""
        row: list[Stretch] = []
        scores: list[float] = []
        for left, right, score in pairs:
            if row and left[0] == row[-1][0] and right[0] > left[1]:
                row[-1] = left
                row.append(right)
                scores.append(score)
                continue
            yield from self.made(row, scores)
            row, scores = [left, right], [score]
        yield from self.made(row, scores)

    def made(self, row: list[Stretch], scores: list[float]) -> Iterator[tuple[list[Stretch], float]]:
        """Yield a row if it scores high enough."""
        if row:
            score = sum(scores) / len(scores) + self.further * (len(scores) - 1)
            if score >= self.least:
                yield row, round(min(1.0, score), 3)

    def pairs(
        self, prose: Prose, sentence: Sentence, parts: Sequence[Stretch]
    ) -> Iterator[tuple[Stretch, Stretch, float]]:
        """Yield for every joint the two stretches around it that are most alike; `parts` lie between the joints."""
        for n in range(1, len(parts)):
            found: tuple[Stretch, Stretch, float] | None = None
            for last in range(n, min(n + self.ahead, len(parts))):
                right = parts[n][0], parts[last][1]
                for first in range(max(0, n - self.back), n):
                    for left in starts(prose, (parts[first][0], parts[n - 1][1]), right[0]):
                        score = self.score(prose, left, right)
                        if score and (found is None or score > found[2]):
                            found = left, right, score
            if found:
                yield found

    def score(self, prose: Prose, left: Stretch, right: Stretch) -> float:
        """Return how good a pair two stretches make, or 0 where they are none."""
        one, two = told(prose, left), told(prose, right)
        short, long = sorted((len(one), len(two)))
        if short < self.shortest or long > MOST or long > self.ratio * short + 1:
            return 0.0
        if not match(one[0], two[0]) or len(set(one).intersection(two)) < self.same or one == two:
            return 0.0
        if listed(prose, left) or listed(prose, right):
            return 0.0
        same = repeated(one, two)
        if same < self.same:
            return 0.0
        score = likeness(one, two) + (self.opening if one[0] == two[0] else 0.0)
        return score + min(self.cap, self.each * (same - self.same))

    def sentences(self, prose: Prose, body: Sequence[Sentence]) -> Iterator[Figure]:
        """Yield rows of whole sentences."""
        row: list[Stretch] = []
        scores: list[float] = []
        for n in range(1, len(body)):
            pair = [(s.first, s.last) for s in body[n - 1 : n + 1]]
            score = self.score(prose, *pair)
            if score >= self.apart:
                row = row or pair[:1]
                row.append(pair[1])
                scores.append(score)
            if row and (score < self.apart or n + 1 == len(body)):
                yield Figure(
                    body[0].doc,
                    "sentences",
                    [prose.span(*s) for s in row],
                    round(min(1.0, sum(scores) / len(scores) + self.further * (len(scores) - 1)), 3),
                )
                row, scores = [], []


def joints(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> list[Stretch]:
    """Return the parts of a sentence between its pauses; `rows` are these, and each 'and' and the like."""
    parts: list[Stretch] = []
    first = sentence.first
    for n in [*rows, sentence.last]:
        last = n
        while last > first and not prose.is_word[last - 1]:
            last -= 1
        while first < last and not prose.is_word[first]:
            first += 1
        if last > first:
            parts.append((first, last))
        first = n + 1
    return parts


def starts(prose: Prose, left: Stretch, opener: int) -> Iterator[Stretch]:
    """Yield a stretch, and that from the last word in it that is the `opener` of the stretch after it."""
    yield left
    word = prose.words[opener]
    for n in range(left[1] - 3, left[0], -1):
        if prose.words[n] == word:
            yield n, left[1]
            break


def told(prose: Prose, stretch: Stretch) -> list[str]:
    """Return the words of a stretch, without an 'and' before it."""
    first, last = stretch
    out = [prose.words[n] for n in range(first, min(last, first + 2 * MOST)) if prose.is_word[n]]
    return out[1:] if len(out) > 1 and out[0] in JOINING else out


def listed(prose: Prose, stretch: Stretch) -> bool:
    """Return whether a stretch is an item of a list: it has figures in it, or most of its words are names."""
    rows = [n for n in range(*stretch) if prose.is_word[n] and sort(prose.words[n])[0]]
    if any(prose.words[n][0].isdigit() for n in rows):
        return True
    names = sum(prose.shown[n][:1].isupper() for n in rows[1:])
    return names > len(rows) / 3
