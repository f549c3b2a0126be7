"""Antithesis: two contrary thoughts set against each other in like form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.antonyms import antonyms
from rhetoric.extract.devices.figure import Device, Figure, best
from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    FUNCTION,
    QUESTION_WORDS,
    closed,
    kind,
)

MERELY = closed("just only merely simply solely")
NO_CONTRAST = MERELY | closed("least to that yet even surprisingly unlike necessarily so all always one")
CONTRAST = closed("not but than versus while whereas yet rather instead")
BEING = closed("am is are was were")
SUBJECTS = closed("i you he she it we they there this that")
TAKEN_UP = SUBJECTS | AUXILIARIES & closed("it's he's she's that's i'm you're we're they're")
SPLIT = {
    "it's": ("it", "is"),
    "he's": ("he", "is"),
    "she's": ("she", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
    "i'm": ("i", "am"),
    "we're": ("we", "are"),
    "you're": ("you", "are"),
    "they're": ("they", "are"),
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
}
CLOSING = frozenset((":", ".", "!", "?"))
STOPS = DASHES | CLOSING | {";"}


@dataclass(frozen=True)
class Antithesis(Device):
    """Contrasts that their form shows: a correction, a pair of antonyms in like places, a turn after a dash.

    Parameters
    ----------
    reach : int
        Tokens within which the second part must begin.
    correction, negation, replaced, pair, paired, turn : float
        Scores: 'not just X but Y'; 'not X but Y' and 'not X; it is Y'; 'X, not Y'; antonyms after the same telling
        word or 'both'; antonyms after the same small
        word, with a word of contrast between them; '- but Y', and 'it is X, but it is Y'.
    """

    reach: int = 25
    correction: float = 0.9
    negation: float = 0.8
    replaced: float = 0.6
    pair: float = 0.9
    paired: float = 0.6
    turn: float = 0.5

    name: ClassVar[str] = "antithesis"
    label: ClassVar[str] = "Antithesis"
    definition: ClassVar[str] = "Two contrary words or thoughts set against each other in like form."
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.15.21.",
        "Fahnestock, Jeanne (1999). Rhetorical Figures in Science. New York: Oxford University Press, chapter 2.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "antonyms come from a short list of the package's own; contrasts of other words are missed",
        "a turn marked by a comma and 'but' counts only where both clauses open alike",
        "contrasts that run over more than two sentences are not found",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every antithesis, of overlapping ones the best; a pair of antonyms may stand inside another."""
        denials = prose.rows(lambda w: w in ("not", "cannot") or w.endswith("n't"))
        turns = prose.rows("but".__eq__)
        paired = prose.rows(antonyms().__contains__)
        for run in prose.passages():
            for n, sentence in enumerate(run):
                denied = denials.within(sentence.first, sentence.last)
                found = [
                    *self.negations(prose, sentence, denied),
                    *self.turns(prose, sentence, turns.within(sentence.first + 3, sentence.last - 2)),
                ]
                if denied and n + 1 < len(run) and (across := self.across(prose, sentence, run[n + 1])):
                    found.append(across)
                yield from best(found)
                words = paired.within(sentence.first, sentence.last)
                if len(words) > 1:
                    yield from best(list(self.antonyms(prose, sentence, words)))

    def negations(self, prose: Prose, sentence: Sentence, denied: Sequence[int]) -> Iterator[Figure]:
        """Yield 'not just X but Y', 'not X but Y', 'not X; it is Y' and 'X, not Y'; `denied` are its negators."""
        words = prose.words
        for n in denied:
            if n >= sentence.last - 2 or words[n] == "cannot":
                continue
            merely = next((k for k in range(n + 1, min(n + 4, sentence.last)) if words[k] in MERELY), -1)
            limit = min(n + 2 + self.reach, sentence.last - 1)
            cut = next((k for k in range(n + 2, limit) if words[k] == "but" or words[k] in STOPS), -1)
            if cut >= 0 and (score := self.corrects(prose, n, merely, cut, sentence.last)):
                rule = f"not {words[merely]} ... but" if merely >= 0 else "not ... but"
                yield self.made(prose, sentence, rule, n, cut, score)
            elif words[n] == "not" and n > sentence.first and words[n - 1] == ",":
                last = end(prose, n + 1, sentence.last, 8, (*STOPS, ",", "but"))
                first = back(prose, sentence.first, n - 1, 8)
                if self.replaces(prose, first, n, last):
                    parts = [prose.span(first, n - 1), prose.span(n, last)]
                    yield Figure(sentence.doc, "..., not", parts, self.replaced)

    def corrects(self, prose: Prose, n: int, merely: int, cut: int, last: int) -> float:
        """Return the score of a correction that turns at `cut`, or 0."""
        words = prose.words
        after = next((k for k in range(cut + 1, min(cut + 4, last)) if prose.is_word[k]), -1)
        if after < 0 or words[cut] in CLOSING:
            return 0.0
        if words[cut] != "but":
            if merely >= 0:
                return self.correction if words[after] in TAKEN_UP else 0.0
            is_not = words[n - 1] in BEING if words[n] == "not" else words[n][:-3] in BEING
            taken_up = opening(prose, after, last)
            return self.negation if is_not and taken_up[0] in SUBJECTS and taken_up[-1] in BEING else 0.0
        if merely >= 0:
            return self.correction
        opener = n + 1
        like = words[opener] == words[after] or kind(words[opener]) == kind(words[after])
        short = cut - opener <= 8 and words[after] not in SUBJECTS | QUESTION_WORDS
        return self.negation if short and like and words[opener] not in NO_CONTRAST else 0.0

    def replaces(self, prose: Prose, first: int, n: int, last: int) -> bool:
        """Return whether ', not Y' takes the place of something like it before the comma."""
        words = prose.words
        told = [w for w in words[n + 1 : last] if w not in FUNCTION]
        if not told or words[n + 1] in NO_CONTRAST or words[n + 2] == "least" or first >= n - 1:
            return False
        return words[n + 1] in words[first : n - 1] or last - n - 1 <= 2

    def antonyms(self, prose: Prose, sentence: Sentence, paired: Sequence[int]) -> Iterator[Figure]:
        """Yield antonyms that stand in like places; `paired` are the words of the sentence that have an antonym."""
        pairs = antonyms()
        seen: dict[str, int] = {}
        words = prose.words
        for n in paired:
            for other in pairs[words[n]]:
                m = seen.get(other, -1)
                if m < 0 or n - m > self.reach:
                    continue
                score, first, second = self.framed(prose, sentence.first, m, n)
                if score:
                    parts = [prose.span(first, m + 1), prose.span(second, self.noun(prose, n, sentence.last))]
                    yield Figure(sentence.doc, f"{words[m]} / {words[n]}", parts, score)
            seen[words[n]] = n

    def framed(self, prose: Prose, start: int, m: int, n: int) -> tuple[float, int, int]:
        """Return the score of antonyms at `m` and `n`, and where their parts begin."""
        words = prose.words
        for k in range(max(start, m - 3), m):
            if words[k] == "both" and "and" in words[m + 1 : n]:
                return self.pair, k, m + 1 + words[m + 1 : n].index("and") + 1
        if n - m < 3 or m == start or not prose.is_word[m - 1]:
            return 0.0, m, n
        if words[m - 1] == words[n - 1]:
            if words[m - 1] not in FUNCTION:
                return self.pair, m - 1, n - 1
            if n - m <= 12 and not CONTRAST.isdisjoint(words[m + 1 : n - 1]):
                return self.paired, m - 1, n - 1
        return 0.0, m, n

    def noun(self, prose: Prose, n: int, last: int) -> int:
        """Return the end of the second part: past a word of content that follows the antonym at once."""
        follows = n + 1 < last and prose.is_word[n + 1] and prose.words[n + 1] not in FUNCTION
        return n + 2 if follows else n + 1

    def turns(self, prose: Prose, sentence: Sentence, turns: Sequence[int]) -> Iterator[Figure]:
        """Yield 'X - but Y', and 'it is X, but it is Y'; `turns` are the places of 'but'."""
        words = prose.words
        for n in turns:
            if not (words[n - 1] in DASHES or words[n - 1] == ","):
                continue
            first = back(prose, sentence.first, n - 1, 15, DASHES | {";", ":"})
            dashed = words[n - 1] in DASHES
            same = opening(prose, first, n - 1) == opening(prose, n + 1, sentence.last)
            if (dashed and n - 1 - first <= 15) or (not dashed and same):
                last = end(prose, n + 1, sentence.last, 20, STOPS)
                if n - 1 > first and last > n + 1:
                    score = self.turn + (0.2 if same else 0.0)
                    parts = [prose.span(first, n - 1), prose.span(n, last)]
                    yield Figure(sentence.doc, "- but" if dashed else "..., but", parts, score)

    def across(self, prose: Prose, sentence: Sentence, after: Sentence) -> Figure | None:
        """Return 'It is not X. It is Y.', if two sentences are that."""
        one, two = (begin(prose, s) for s in (sentence, after))
        if "not" not in one[1:4] or "not" in two or len(one) < 4:
            return None
        plain = [w for w in one if w != "not" and w not in MERELY]
        if plain[:2] != two[:2] or plain[0] not in SUBJECTS or plain[1] not in AUXILIARIES:
            return None
        parts = [prose.span(s.first, s.last) for s in (sentence, after)]
        return Figure(sentence.doc, "not X. Y", parts, self.negation)

    def made(self, prose: Prose, sentence: Sentence, rule: str, n: int, cut: int, score: float) -> Figure:
        """Return a correction from `n` that turns at `cut`."""
        words = prose.words
        stop = cut
        while not prose.is_word[stop - 1]:
            stop -= 1
        first = cut + 1 if words[cut] != "but" else cut
        last = end(prose, first + 1, sentence.last, 30, STOPS)
        rule = rule if words[cut] == "but" else rule.replace("but", words[cut])
        return Figure(sentence.doc, rule, [prose.span(n, stop), prose.span(first, last)], score)


def end(prose: Prose, first: int, limit: int, most: int, stops: frozenset[str] | tuple[str, ...]) -> int:
    """Return where a part ends: at a stop, at the end, or after so many tokens."""
    n = first
    while n < min(limit, first + most) and prose.words[n] not in stops:
        n += 1
    while n > first and not prose.is_word[n - 1]:
        n -= 1
    return n


def back(prose: Prose, limit: int, last: int, most: int, stops: frozenset[str] = STOPS | {","}) -> int:
    """Return where the words before `last` begin: after a stop, at the start, or so many tokens back."""
    n = last
    while n > limit and last - n <= most and prose.words[n - 1] not in stops:
        n -= 1
    while n < last and not prose.is_word[n]:
        n += 1
    return n


def opening(prose: Prose, first: int, last: int) -> list[str]:
    """Return the first two words of a clause, contractions undone."""
    out: list[str] = []
    for n in prose.openers(first, last, 2):
        out += SPLIT.get(prose.words[n], (prose.words[n],))
    return out[:2]


def begin(prose: Prose, sentence: Sentence) -> list[str]:
    """Return the first words of a sentence, contractions undone."""
    out: list[str] = []
    for n in prose.openers(sentence.first, sentence.last, 5):
        word = prose.words[n]
        if word in SPLIT:
            out += SPLIT[word]
        elif word.endswith("n't"):
            out += (word[:-3], "not")
        elif word not in CONJUNCTIONS or out:
            out.append(word)
    return out
