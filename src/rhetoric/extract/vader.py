"""VADER's rules over a word list read once: the published scores, in linear time, and the words behind them.

The package's own analyser reads a sentence again for every scored word, so that one unpunctuated megabyte takes
hours, and does not say which words made a score. This is the same arithmetic, step for step, with its lists taken
from the package.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heapify, heappop, heappush
from math import sqrt
from typing import Any

MARKS = str.maketrans({**dict.fromkeys("‘’ʼ‛′", "'"), **dict.fromkeys("“”„‟″", '"')})


def mapped(text: str) -> str:
    """Return a text with straight quotation marks and apostrophes, each in its place, as VADER knows them."""
    return text.translate(MARKS)


@dataclass(frozen=True, slots=True)
class Word:
    """What the rules ask of one chunk of a text between spaces.

    Parameters
    ----------
    lower : str
        Without marks around it, unless it is short enough to be an emoticon.
    value : float or None
        Its place in the lexicon, -4 to 4.
    boost : float or None
        What it adds to a word that follows.
    negates : bool
    upper : bool
        Whether it was written in capitals.
    """

    lower: str
    value: float | None
    boost: float | None
    negates: bool
    upper: bool


@dataclass(frozen=True, eq=False)
class Vader:
    """The lists of the `vaderSentiment` package.

    Parameters
    ----------
    lexicon : mapping of str to float
    emojis : mapping of str to str
        An emoji and its description.
    boosters, specials : mapping of str to float
        Degree adverbs; phrases with a value of their own.
    negations : frozenset of str
    negation, capitals : float
        The factor of a negated word; what capitals add.
    """

    lexicon: Mapping[str, float]
    emojis: Mapping[str, str]
    boosters: Mapping[str, float]
    specials: Mapping[str, float]
    negations: frozenset[str]
    negation: float
    capitals: float

    def word(self, chunk: str) -> Word:
        """Return what the rules ask of a chunk."""
        bare = chunk.strip(string.punctuation)
        bare = chunk if len(bare) <= 2 else bare
        lower = bare.lower()
        return Word(
            lower,
            self.lexicon.get(lower),
            self.boosters.get(lower),
            lower in self.negations or "n't" in lower,
            bare.isupper(),
        )


@lru_cache(maxsize=1)
def vader() -> Vader:
    """Read the lists that the `vaderSentiment` package carries."""
    from vaderSentiment import vaderSentiment as source  # type: ignore[import-untyped, unused-ignore]

    analyser: Any = source.SentimentIntensityAnalyzer()
    return Vader(
        analyser.lexicon,
        analyser.emojis,
        source.BOOSTER_DICT,
        source.SPECIAL_CASES,
        frozenset(source.NEGATE),
        source.N_SCALAR,
        source.C_INCR,
    )


@dataclass(eq=False)
class Reader:
    """One reading of a corpus: remembers each chunk that it has seen.

    Parameters
    ----------
    rules : Vader
    seen : dict
    """

    rules: Vader = field(default_factory=vader)
    seen: dict[str, Word] = field(default_factory=dict)

    def score(self, text: str) -> tuple[float, dict[str, float]]:
        """Return VADER's compound score of a mapped text, and what each of its words added before scaling."""
        text = self.described(text).strip()
        words = []
        for chunk in text.split():
            word = self.seen.get(chunk)
            if word is None:
                word = self.seen[chunk] = self.rules.word(chunk)
            words.append(word)
        values = [0.0] * len(words)
        scored = [n for n, w in enumerate(words) if w.value is not None and w.boost is None]
        if not scored:
            return 0.0, {}
        shouted = 0 < sum(w.upper for w in words) < len(words)
        for n in scored:
            if words[n].lower != "kind" or n + 1 == len(words) or words[n + 1].lower != "of":
                values[n] = self.valence(words, n, shouted)
        weigh_but(words, values)
        total = float(sum(values))
        emphasis = min(text.count("!"), 4) * 0.292 + questions(text.count("?"))
        total += emphasis if total > 0 else -emphasis if total < 0 else 0.0
        named: dict[str, float] = {}
        for n in scored:
            if values[n]:
                named[words[n].lower] = round(named.get(words[n].lower, 0.0) + values[n], 4)
        return round(max(-1.0, min(1.0, total / sqrt(total * total + 15))), 4), named

    def described(self, text: str) -> str:
        """Return a text with descriptions in the place of emojis."""
        emojis = self.rules.emojis
        if text.isascii() or emojis.keys().isdisjoint(text):
            return text
        out, spaced = [], True
        for char in text:
            if (description := emojis.get(char)) is not None:
                out.append(description if spaced else " " + description)
                spaced = False
            else:
                out.append(char)
                spaced = char == " "
        return "".join(out)

    def valence(self, words: list[Word], n: int, shouted: bool) -> float:
        """Return what one word of the lexicon is worth where it stands."""
        rules, word = self.rules, words[n]
        before = [words[n - k].lower if n >= k else "" for k in (1, 2, 3)]
        value = rules.lexicon[word.lower]
        base = value
        if word.lower == "no" and n + 1 < len(words) and words[n + 1].value is not None:
            value = 0.0
        if before[0] == "no" or before[1] == "no" or (before[2] == "no" and before[0] in ("or", "nor")):
            value = base * rules.negation
        if word.upper and shouted:
            value += rules.capitals if value > 0 else -rules.capitals
        for back in range(min(n, 3)):
            other = words[n - back - 1]
            if other.value is not None:
                continue
            value += self.boost(other, value, shouted) * (1, 0.95, 0.9)[back]
            value = self.negated(value, back, before, other)
            if back == 2:
                value = self.special(value, words, n, before)
        if before[0] == "least" and words[n - 1].value is None and before[1] not in ("at", "very"):
            value *= rules.negation
        return value

    def boost(self, word: Word, value: float, shouted: bool) -> float:
        """Return what a degree adverb adds to a value after it."""
        if word.boost is None:
            return 0.0
        scalar = -word.boost if value < 0 else word.boost
        if word.upper and shouted:
            scalar += self.rules.capitals if value > 0 else -self.rules.capitals
        return scalar

    def negated(self, value: float, back: int, before: list[str], other: Word) -> float:
        """Return a value after the word `back` + 1 places before it, which may negate or strengthen it."""
        one, two, three = before
        if back == 1:
            if two == "never" and one in ("so", "this"):
                return value * 1.25
            if two == "without" and one == "doubt":
                return value
        elif back == 2:
            if (three == "never" and two in ("so", "this")) or one in ("so", "this"):
                return value * 1.25
            if three == "without" and "doubt" in (one, two):
                return value
        return value * self.rules.negation if other.negates else value

    def special(self, value: float, words: list[Word], n: int, before: list[str]) -> float:
        """Return the value of the phrase that a word belongs to, if it has one of its own."""
        rules, word = self.rules, words[n].lower
        one, two, three = before
        behind = (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}")
        for phrase in (f"{one} {word}", f"{two} {one} {word}", behind[2], behind[0], behind[1]):
            if phrase in rules.specials:
                value = rules.specials[phrase]
                break
        ahead = [w.lower for w in words[n : n + 3]]
        for size in (2, 3):
            if len(ahead) >= size:
                value = rules.specials.get(" ".join(ahead[:size]), value)
        for phrase in behind:
            value += rules.boosters.get(phrase, 0.0)
        return value


def questions(count: int) -> float:
    """Return what question marks add."""
    return 0.0 if count < 2 else count * 0.18 if count <= 3 else 0.96


def weigh_but(words: list[Word], values: list[float]) -> None:
    """Halve the values before the first 'but' and raise those after it by half, in place.

    Each value is looked up by itself, so that of equal values the first is changed, as published.
    """
    but = next((n for n, w in enumerate(words) if w.lower == "but"), -1)
    if but < 0:
        return
    places: dict[float, list[int]] = {}
    for n, value in enumerate(values):
        if value:
            places.setdefault(value, []).append(n)
    for heap in places.values():
        heapify(heap)
    for n in range(len(values)):
        if value := values[n]:
            first = places[value][0]
            if first != but:
                heappop(places[value])
                values[first] = value * (0.5 if first < but else 1.5)
                heappush(places.setdefault(values[first], []), first)
