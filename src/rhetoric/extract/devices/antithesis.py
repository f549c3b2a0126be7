"""Antithesis: two contrary thoughts set against each other in like form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rhetoric.extract.devices.antonyms import antonyms
from rhetoric.extract.devices.contrast import likeness, opposed, taken_up, turned
from rhetoric.extract.devices.correction import MERELY, NO_DENIAL, Correction
from rhetoric.extract.devices.framing import framed
from rhetoric.extract.devices.members import (
    CUTS,
    LIGHT,
    NOMINAL,
    STOPS,
    SUBJECTS,
    back,
    denies,
    end,
    opening,
    parts,
    stem,
    telling,
    trimmed,
)
from rhetoric.extract.devices.words import FUNCTION, closed, ending, kind
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Part, Prose, Sentence
from rhetoric.model.feature import Measured

HINGES = closed("but yet whereas ;")
PEOPLE = closed("i we you he she they some others")
Span = tuple[int, int]


@dataclass(frozen=True)
class Antithesis(Device):
    """Oppositions that their form shows.

    Parameters
    ----------
    reach : int
        Tokens from one antonym to the other, at most.
    longest : int
        Tokens of a clause that may stand against another, at most.
    brief : int
        Tokens of either part of a correction, at most, where they share no words.
    antonyms, paired, denied, corrected, parallel : float
        Scores: antonyms beside the same telling word, and 'both a and b'; antonyms in clauses that have more in common, or beside
        the same small word; a denial and an affirmation of the same words; a correction that puts one thing aside for another; clauses
        of one build on both sides of 'but'.
    correction : Correction
        How corrections are found.
    """

    reach: int = 25
    longest: int = 30
    brief: int = 8
    antonyms: float = 0.9
    paired: float = 0.7
    denied: float = 0.8
    corrected: float = 0.7
    parallel: float = 0.6
    correction: Correction = field(default_factory=Correction)

    name: ClassVar[str] = "antithesis"
    version: ClassVar[int] = 2
    label: ClassVar[str] = "Antithesis"
    definition: ClassVar[str] = "Two contrary words or thoughts set against each other in like form."
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.15.21.",
        "Fahnestock, Jeanne (1999). Rhetorical Figures in Science. New York: Oxford University Press, chapter 2.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "readers agree little on it: on windows of political prose kept for measuring, 4 of 10 finds were right and 4 of the 21 marks of two readers were found; on those it was written with, 15 of 17 and 15 of 18",
        "of 70 finds in speeches of both Houses and of Congress about three in four were judged right",
        "antonyms come from lists of the package's own; contrasts of other words are found only where a denial, 'but' or the build of the clauses shows them",
        "contrasts that run over more than two sentences are not found",
    )
    measured: ClassVar[Measured] = Measured(4, 10, 4, 21, on="windows kept for measuring")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every antithesis, of overlapping ones the best."""
        hinges = prose.rows(HINGES.__contains__)
        denials = prose.rows(lambda w: w in ("not", "never", "cannot") or w.endswith("n't"))
        thans = prose.rows("than".__eq__)
        paired = prose.rows(antonyms().__contains__)
        for run in prose.passages():
            for n, sentence in enumerate(run):
                if sentence.heading:
                    continue
                a, b = sentence.first, sentence.last
                after = run[n + 1] if n + 1 < len(run) and not run[n + 1].heading else None
                found = [
                    *self.clauses(prose, sentence, hinges.within(a + 2, b - 2)),
                    *self.choices(prose, sentence, thans.within(a + 2, b - 1)),
                ]
                if denied := denials.within(a, b):
                    found += self.corrections(prose, sentence, after, denied)
                    found += self.limits_of(prose, sentence, denied)
                if len(words := paired.within(a, b)) > 1:
                    found += framed(prose, sentence, words, self.reach, self.antonyms, self.paired)
                if found:
                    yield from best(found)

    def clauses(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield clauses that stand against each other; `rows` are the words and marks between them."""
        for n in rows:
            stop = trimmed(prose, sentence.first, n)
            left = back(prose, sentence.first, stop, self.longest, STOPS), stop
            right = n + 1, end(prose, n + 1, sentence.last, self.longest, STOPS)
            short = n + 1, end(prose, n + 5, sentence.last, self.longest, CUTS)
            if min(left[1] - left[0], right[1] - right[0]) < 2:
                continue
            score = self.against(prose, left, right, prose.words[n])
            if not score and short[1] < right[1] and prose.words[n] != ";":
                right, score = short, self.against(prose, left, short, prose.words[n])
            if score:
                first = n if prose.is_word[n] else n + 1
                members = left, (first, right[1])
                yield Figure(sentence.doc, f"... {prose.words[n]} ...", parts(prose, *members), score)

    def against(self, prose: Prose, left: Span, right: Span, joint: str) -> float:
        """Return the score of two clauses, 0 if they do not say contrary things in like form."""
        words = prose.words
        one, two = words[slice(*left)], words[slice(*right)]
        denied = any(map(denies, one[:7])), any(map(denies, two[:7]))
        sizes = sorted((len(one), len(two)))
        even = sizes[1] <= min(20, 2 * sizes[0] + 4)
        if not (even or denied[0] != denied[1]) or (not MERELY.isdisjoint(one) and any(map(denies, one))):
            return 0.0
        shared = telling(prose, *left) & telling(prose, *right)
        linked = bool(shared) and (len(shared) > 1 or same_subject(prose, left, right))
        if denied[0] != denied[1] and linked:
            return self.denied if taken_up(*((one, two) if denied[0] else (two, one))) else 0.0
        if not even:
            return 0.0
        if (linked and opposed(one, two)) or exchanged(one, two):
            return self.paired
        if joint not in ("but", "yet"):
            return 0.0
        alike = bool(shared) and sizes[1] <= 16 and (likeness(one, two) >= 0.5 or turned(one, two, shared))
        return self.parallel if alike or aligned(one, two) else 0.0

    def corrections(
        self, prose: Prose, sentence: Sentence, after: Sentence | None, denied: Sequence[int]
    ) -> Iterator[Figure]:
        """Yield the corrections that put one thing aside for another in few words; `denied` are the negators."""
        found = list(self.correction.denials(prose, sentence, denied))
        plain = MERELY.isdisjoint(prose.words[sentence.first : sentence.last])
        if after is not None and plain and opening(prose, after.first, after.last)[:1] != ["instead"]:
            found += self.correction.across(prose, sentence, after, denied)
        last = sentence.last if after is None else after.last
        for figure in found:
            said = set(figure.rule.split())
            members = [self.tokens(prose, sentence.first, last, part) for part in figure.parts]
            if said.isdisjoint(MERELY) and self.balanced(prose, *members):
                yield Figure(figure.doc, figure.rule, figure.parts, self.corrected)

    def tokens(self, prose: Prose, first: int, last: int, part: Part) -> Span:
        """Return a part of a figure as tokens."""
        return bisect_left(prose.start, part[0], first, last), bisect_left(prose.start, part[1], first, last)

    def balanced(self, prose: Prose, one: Span, two: Span) -> bool:
        """Return whether what is denied and what is said are short and of like length, or have more in common."""
        words = prose.words
        sizes = sorted((one[1] - one[0], two[1] - two[0]))
        if sizes[1] <= self.brief and sizes[1] <= 2 * sizes[0] + 2:
            return True
        linked = telling(prose, *one) & telling(prose, *two) or opposed(
            words[slice(*one)], words[slice(*two)]
        )
        return bool(linked) and sizes[1] <= self.longest and sizes[1] <= 3 * sizes[0]

    def limits_of(self, prose: Prose, sentence: Sentence, denied: Sequence[int]) -> Iterator[Figure]:
        """Yield 'a, but not b' with a short b; `denied` are the negators."""
        words = prose.words
        for n in denied:
            if words[n - 1] != "but" or n < sentence.first + 2 or n + 1 >= sentence.last:
                continue
            stop = trimmed(prose, sentence.first, n - 1)
            first = back(prose, sentence.first, stop, 8, CUTS)
            last = end(prose, n + 1, sentence.last, 5, (*CUTS, "and", "or"))
            said, left = words[first:stop], words[n + 1 : last]
            if not said or not left or left[0] in NO_DENIAL or len(left) > 3:
                continue
            whole = last >= sentence.last or words[last] in CUTS
            if opposed(said, left) or (
                whole and kind(left[0]) == "" and kind(said[-1]) == "" and stop < n - 1
            ):
                yield Figure(sentence.doc, "but not", parts(prose, (first, stop), (n, last)), self.parallel)

    def choices(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield 'a rather than b' of single words; `rows` are each 'than'."""
        words = prose.words
        for n in rows:
            one, two = words[n - 2], words[n + 1]
            if words[n - 1] != "rather" or one in FUNCTION or two in FUNCTION or not one[0].isalpha():
                continue
            alone = n + 2 >= sentence.last or not prose.is_word[n + 2] or words[n + 2] in FUNCTION
            if alone and (opposed((one,), (two,)) or (ending(one) == ending(two) and len(ending(one)) > 3)):
                yield Figure(
                    sentence.doc, "rather than", parts(prose, (n - 2, n - 1), (n - 1, n + 2)), self.paired
                )


def same_subject(prose: Prose, left: Span, right: Span) -> bool:
    """Return whether two clauses open with the same word, or the second takes up what the first is about."""
    one, two = opening(prose, *left), opening(prose, *right)
    if not one or not two:
        return False
    return one[0] == two[0] or (two[0] in NOMINAL and one[0] not in SUBJECTS)


def exchanged(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether two short clauses say the same verb of different people, or contrary verbs: 'they talk; we act'."""
    if len(one) < 2 or len(two) < 2 or max(len(one), len(two)) > 12:
        return False
    if one[0] == two[0] or not {one[0], two[0]} <= PEOPLE:
        return False
    verbs = [next((w for w in m[1:4] if w not in FUNCTION and not w.endswith("ly")), "") for m in (one, two)]
    return bool(verbs[0]) and (stem(verbs[0]) == stem(verbs[1]) or verbs[1] in antonyms().get(verbs[0], ()))


def aligned(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether the words just before a hinge are built like those just after it: two in a row recur."""
    pair = list(two[1:3])
    if len(pair) < 2 or (pair[0] in LIGHT and pair[1] in LIGHT):
        return False
    return any(list(one[k : k + 2]) == pair for k in range(max(1, len(one) - 10), len(one) - 2))
