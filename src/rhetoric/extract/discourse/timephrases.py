"""Phrases of time, found by their last word, and what is asked about the words around a place in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np

from rhetoric.extract.devices.words import closed
from rhetoric.extract.prose import Prose, Rows, Sentence

MONTHS = closed("january february march april may june july august september october november december")
DAYS = closed("monday tuesday wednesday thursday friday saturday sunday")
NUMBERS = closed(
    "a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand "
    "few several many some couple half dozen hundreds thousands"
)
UNITS = closed(
    "minute minutes hour hours day days week weeks fortnight month months year years decade decades century centuries generation generations"
)
UNREAL = closed("if unless wish wished wishes suppose supposing lest though whether")
PASSING = closed(
    "also more most further well never not always then just ever once still only even already soon first again often long rightly wrongly "
    "both all each now so thus therefore indeed too quite rather almost nearly twice ourselves themselves himself"
)
CLASSES = {"#": NUMBERS, "MONTH": MONTHS, "DAY": DAYS, "UNIT": UNITS}


@dataclass(frozen=True)
class Phrases:
    """Phrases by their last word.

    Parameters
    ----------
    ended : dict of str to tuple of phrases
        The words that may stand in each place before it, the nearest first; the longest phrase comes first.
    """

    ended: dict[str, tuple[tuple[frozenset[str], ...], ...]]

    @classmethod
    def of(cls, lines: str) -> Self:
        """Read phrases, one a line: ``a|b`` is either word, ``#`` a number, ``UNIT``, ``MONTH`` and ``DAY`` their names."""
        ended: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for line in filter(None, map(str.strip, lines.splitlines())):
            places = [
                frozenset(w for part in word.split("|") for w in CLASSES.get(part, {part}))
                for word in reversed(line.split())
            ]
            for last in sorted(places[0]):
                ended.setdefault(last, []).append(tuple(places[1:]))
        return cls({w: tuple(sorted(p, key=len, reverse=True)) for w, p in ended.items()})

    def start(self, prose: Prose, n: int, first: int) -> int:
        """Return where the longest phrase that ends with token `n` begins, or -1; it begins at `first` or later."""
        words = prose.words
        for places in self.ended.get(words[n], ()):
            begin = n - len(places)
            if begin < first:
                continue
            k = n
            for place in places:
                k -= 1
                if words[k] not in place and not (place >= NUMBERS and words[k].isdigit()):
                    break
            else:
                return begin
        return -1

    def found(self, prose: Prose, sentence: Sentence, ends: list[int]) -> list[tuple[int, int]]:
        """Return the phrases of a sentence as tokens, half-open, that do not overlap a longer one; `ends` may be their last words."""
        out: list[tuple[int, int]] = []
        for n in ends:
            begin = self.start(prose, n, sentence.first)
            if begin < 0:
                continue
            if out and out[-1][1] > begin:
                if out[-1][1] - out[-1][0] >= n + 1 - begin:
                    continue
                out.pop()
            out.append((begin, n + 1))
        return out


def held(prose: Prose, *rows: Rows) -> Iterator[tuple[Sentence, list[list[int]]]]:
    """Yield the sentences that hold any of several sorts of tokens, with those of each sort."""
    cuts = [np.searchsorted(np.array(sort.tokens, np.int64), np.stack(prose.bounds)) for sort in rows]
    some = np.logical_or.reduce([first < last for first, last in cuts])
    stretches = [map(slice, first[some].tolist(), last[some].tolist()) for first, last in cuts]
    for n, each in zip(np.flatnonzero(some).tolist(), zip(*stretches, strict=True), strict=True):
        yield prose.sentences[n], [sort.tokens[stretch] for sort, stretch in zip(rows, each, strict=True)]


def any_of(prose: Prose, first: int, last: int, words: frozenset[str]) -> bool:
    """Return whether any of some words stands among the tokens `first` to `last` (exclusive)."""
    return not words.isdisjoint(prose.words[max(first, 0) : last])


def clause_start(prose: Prose, sentence: Sentence, n: int, reach: int = 12) -> int:
    """Return where the clause of token `n` begins, as far as marks tell."""
    k = n
    while k > max(sentence.first, n - reach) and prose.words[k - 1] not in (
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
    ):
        k -= 1
    return k


def before(prose: Prose, sentence: Sentence, n: int) -> int:
    """Return the token before `n` that is no adverb, or -1."""
    k = n - 1
    while k >= sentence.first and (
        prose.words[k] in PASSING
        or (prose.words[k].endswith("ly") and len(prose.words[k]) > 4 and prose.words[k] not in NO_ADVERBS)
    ):
        k -= 1
    return k if k >= sentence.first else -1


NO_ADVERBS = closed("family ally reply supply assembly italy july rely apply friendly monopoly")


def after(prose: Prose, sentence: Sentence, n: int, most: int = 4) -> int:
    """Return the token after `n` that is no adverb and no 'not', or -1."""
    k = n + 1
    while k < min(sentence.last, n + most) and (
        prose.words[k] in PASSING
        or (prose.words[k].endswith("ly") and len(prose.words[k]) > 4 and prose.words[k] not in NO_ADVERBS)
    ):
        k += 1
    return k if k < sentence.last else -1
