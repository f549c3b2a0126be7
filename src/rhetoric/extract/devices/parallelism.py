"""Parallelism: neighbouring clauses, phrases or sentences of the same build and about the same length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rhetoric.extract.devices.anaphora import Anaphora
from rhetoric.extract.devices.clauses import JOINING, PAUSES, Span, once, parts, pauses, placed, told
from rhetoric.extract.devices.likeness import MOST, SMALL, likeness, match, repeated, sort
from rhetoric.extract.devices.openings import BULLETS
from rhetoric.extract.devices.tricolon import Tricolon
from rhetoric.extract.devices.weight import weight
from rhetoric.extract.devices.words import AUXILIARIES, closed
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Prose, Rows, Sentence
from rhetoric.model.feature import Measured

FINITE = AUXILIARIES | closed("i you we they he she it who which")
SAYING = frozenset(':"“”')
Pair = tuple[Span, Span, float]


@dataclass(frozen=True)
class Parallelism(Device):
    """Pairs and rows of stretches that answer to each other word for word.

    Parameters
    ----------
    least : float
        The score that is needed: the mean of the likeness of two stretches and of the share of words that are the same.
    share, unlike, halved : float
        The share of words that must be the same: if the first words are; if they are only of one class; if the two are
        the halves of a sentence.
    halves : float
        What it adds to be the halves of a sentence.
    further : float
        What each stretch of a row after the second adds.
    loose : float
        The score that is enough for a further stretch of a row, and for a pair that an anaphora makes.
    phrases : float
        The score that a pair needs that is no pair of clauses; the words it does not share must weigh, too.
    shortest : int
        Words of a stretch, at least.
    same : int
        Words that both must share, in order.
    copied : float
        The share of words above which a longer stretch only says the other again.
    ratio : float
        The length of the shorter, at least, as a share of the longer.
    back, ahead : int
        How many pauses before and after a joint a stretch may reach.
    row, even : float
        The score that is enough for three or more units that open alike; how short the shortest may be beside the longest.
    three : float
        The score of three members of a tricolon that have enough words and are of like length.
    """

    least: float = 0.525
    share: float = 0.4
    unlike: float = 0.55
    halved: float = 0.35
    halves: float = 0.065
    further: float = 0.1
    loose: float = 0.45
    phrases: float = 0.64
    shortest: int = 3
    same: int = 3
    copied: float = 0.85
    ratio: float = 0.7
    back: int = 3
    ahead: int = 3
    row: float = 0.32
    even: float = 0.6
    three: float = 0.7

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
        "build is told from small words and endings: pairs that share fewer than three words are not found, nor what is "
        "alike in grammar only",
        "of 40 finds in running debates, manifestos and speeches one reader judged 29 right; on windows kept for "
        "measuring 3 of 7 finds were right and 3 of the 10 marks of two readers were found",
    )
    measured: ClassVar[Measured] = Measured(3, 7, 3, 10, on="windows kept for measuring")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every pair or row, of overlapping ones the best."""
        cuts = pauses(prose)
        found: dict[int, list[Figure]] = {}
        for figure in (*self.openings(prose), *self.thirds(prose)):
            found.setdefault(figure.doc, []).append(placed(prose, figure))
        for run in prose.passages():
            body = [s for s in run if not s.heading]
            for figure in (*self.sentences(prose, body), *self.within(prose, body, cuts)):
                found.setdefault(figure.doc, []).append(figure)
        for doc in sorted(found):
            yield from best(found[doc])

    def openings(self, prose: Prose) -> Iterator[Figure]:
        """Yield what opens alike and goes on alike: pairs, and rows of like length."""
        for figure in once(Anaphora(), prose):
            rows = [told(prose, *part) for part in figure.parts]
            sizes = list(map(len, rows))
            if min(sizes) < self.shortest or any(named(prose, part) for part in figure.parts[:2]):
                continue
            score = sum(build(a, b) for a, b in pairwise(rows)) / (len(rows) - 1)
            even = min(sizes) >= self.even * max(sizes) and max(sizes) <= MOST
            if score >= (self.loose if len(rows) == 2 else self.least if not even else self.row):
                yield Figure(figure.doc, figure.rule, figure.parts, self.whole([score] * (len(rows) - 1)))

    def thirds(self, prose: Prose) -> Iterator[Figure]:
        """Yield three members of like length that each have a few words."""
        for figure in once(Tricolon(), prose):
            sizes = [b - a for a, b in figure.parts]
            like = min(sizes) >= max(self.shortest, self.even * max(sizes))
            if like and not figure.rule.startswith("three"):
                yield Figure(figure.doc, figure.rule, figure.parts, self.three)

    def sentences(self, prose: Prose, body: Sequence[Sentence]) -> Iterator[Figure]:
        """Yield rows of whole sentences."""
        spans = [(s.first, s.last) for s in body]
        pairs = [
            (a, b, self.score(prose, a, b))
            for a, b in pairwise(spans)
            if match(prose.words[a[0]], prose.words[b[0]])
            and BULLETS.isdisjoint(prose.words[a[1] - 1 : b[0] + 1])
        ]
        for row, score in self.rows(pairs):
            yield Figure(body[0].doc, "sentences", [prose.span(*s) for s in row], score)

    def within(self, prose: Prose, body: Sequence[Sentence], cuts: Rows) -> Iterator[Figure]:
        """Yield pairs and rows inside sentences."""
        for sentence in body:
            rows = cuts.within(sentence.first + self.shortest, sentence.last - self.shortest)
            words = prose.words[sentence.first : sentence.last]
            if rows and BULLETS.isdisjoint(words) and self.repeats(words):
                pairs = list(self.pairs(prose, parts(prose, sentence, rows)))
                for row, score in self.rows(pairs):
                    yield Figure(sentence.doc, "clauses", [prose.span(*s) for s in row], score)

    def repeats(self, words: Sequence[str]) -> bool:
        """Return whether as many words occur more than once as a pair must share."""
        seen: set[str] = set()
        again = {w for w in words if w in seen or seen.add(w)}  # type: ignore[func-returns-value]
        return len(again - PAUSES - JOINING) >= self.same

    def pairs(self, prose: Prose, pieces: Sequence[Span]) -> Iterator[Pair]:
        """Yield for every joint the two stretches around it that are most alike; `pieces` lie between the joints."""
        firsts, lasts = self.edges(prose, pieces)
        for n in range(1, len(pieces)):
            opener = pieces[n][0]
            lefts = [s for s in self.lefts(prose, pieces, n) if match(prose.words[s[0]], prose.words[opener])]
            rights = [(opener, p[1]) for p in pieces[n : n + self.ahead] if p[1] - opener >= self.shortest]
            found = [
                (left, right, score)
                for left in lefts
                for right in rights
                if (score := self.score(prose, left, right, left[0] in firsts and right[1] in lasts))
            ]
            if found:
                yield max(found, key=lambda pair: pair[2])

    def edges(self, prose: Prose, pieces: Sequence[Span]) -> tuple[set[int], set[int]]:
        """Return where a sentence and what its semicolons divide begins and ends; nothing if somebody's words are told."""
        first, last = pieces[0][0], pieces[-1][1]
        if not SAYING.isdisjoint(prose.words[first:last]):
            return set(), set()
        cuts = [(a, b) for (_, a), (b, _) in pairwise(pieces) if ";" in prose.words[a:b]]
        return {first, *(b for _, b in cuts)}, {last, *(a for a, _ in cuts)}

    def lefts(self, prose: Prose, pieces: Sequence[Span], n: int) -> Iterator[Span]:
        """Yield the stretches before a joint: from a few pieces back, and from the last word that opens the next."""
        first, last, word = pieces[max(0, n - self.back)][0], pieces[n - 1][1], prose.words[pieces[n][0]]
        yield from ((p[0], last) for p in pieces[max(0, n - self.back) : n])
        at = next((k for k in range(last - self.shortest, first, -1) if prose.words[k] == word), -1)
        if at >= 0:
            yield at, last

    def rows(self, pairs: Sequence[Pair]) -> Iterator[tuple[list[Span], float]]:
        """Yield rows of stretches of which each is like the next."""
        row: list[Span] = []
        scores: list[float] = []
        for left, right, score in pairs:
            joined = row and left[0] == row[-1][0] and left[1] < right[0] and score >= self.loose
            if joined and max(*scores, score) >= self.least:
                row[-1] = left
                row.append(right)
                scores.append(score)
                continue
            if row:
                yield row, self.whole(scores)
            row, scores = ([left, right], [score]) if score >= self.least else ([], [])
        if row:
            yield row, self.whole(scores)

    def whole(self, scores: Sequence[float]) -> float:
        """Return the score of a row."""
        return round(min(1.0, sum(scores) / len(scores) + self.further * (len(scores) - 1)), 3)

    def score(self, prose: Prose, left: Span, right: Span, whole: bool = False) -> float:
        """Return how good a pair two stretches make, or 0 where they are none; `whole` if they make up a sentence."""
        if (
            not self.ratio * (right[1] - right[0]) / 2
            < left[1] - left[0]
            < 2 * (right[1] - right[0]) / self.ratio
        ):
            return 0.0
        one, two = told(prose, *left), told(prose, *right)
        short, long = sorted((len(one), len(two)))
        if short < self.shortest or long > MOST or short < self.ratio * long:
            return 0.0
        common = set(one).intersection(two)
        if len(common) < self.same or SMALL.isdisjoint(common):
            return 0.0
        share = self.halved if whole else self.share if one[0] == two[0] else self.unlike
        least = max(self.same, share * long)
        if min(sum(w in common for w in one), sum(w in common for w in two)) < least:
            return 0.0
        if listed(prose, left) or listed(prose, right):
            return 0.0
        same = repeated(one, two)
        if not least <= same < short or (long > 9 and same > self.copied * short):
            return 0.0
        score = build(one, two) + (self.halves if whole else 0.0)
        clauses = not FINITE.isdisjoint(one) and not FINITE.isdisjoint(two)
        told_apart = sum(map(weight, set(one) ^ set(two))) >= 1
        return score if clauses or (score >= self.phrases and told_apart) else 0.0


def build(one: Sequence[str], two: Sequence[str]) -> float:
    """Return the mean of the likeness of two stretches and of the share of words that are the same."""
    return (likeness(one, two) + repeated(one, two) / max(len(one), len(two))) / 2


def listed(prose: Prose, stretch: Span) -> bool:
    """Return whether a stretch is an item of a list: it has figures or bullets in it, or is mostly names."""
    words = prose.words[slice(*stretch)]
    return not BULLETS.isdisjoint(words) or any(w[0].isdigit() for w in words) or named(prose, stretch)


def named(prose: Prose, stretch: Span) -> bool:
    """Return whether most words of content in a stretch are names."""
    rows = [n for n in range(*stretch) if prose.is_word[n] and sort(prose.words[n])[0]]
    return sum(prose.shown[n][:1].isupper() for n in rows) > len(rows) / 2
