"""The words that some phrases ask for, each once, with the places that ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import numpy.typing as npt

from rhetoric.match.pattern import WILD, Element
from rhetoric.match.regular import is_regular
from rhetoric.match.resolve import Resolver
from rhetoric.model.tokens import fold

Longs = npt.NDArray[np.int64]
SHIFT = 32
LOW = (1 << SHIFT) - 1


@dataclass(frozen=True, eq=False)
class Wanted:
    """What a type must be to fit a place of some phrases.

    Parameters
    ----------
    folded : dict of str to int
        Plain words, folded, with their numbers.
    printed : dict of str to int
        Plain words whose letters must stand as written.
    others : tuple of (str, bool, int)
        Words with wildcards and regular expressions, whether their letters must stand as written, and their numbers.
    first, place : int64 arrays
        The places that word ``n`` may stand in are ``place[first[n]:first[n + 1]]``.
    """

    folded: dict[str, int]
    printed: dict[str, int]
    others: tuple[tuple[str, bool, int], ...]
    first: Longs
    place: Longs

    @classmethod
    def of(cls, phrases: Sequence[Sequence[Element]], case: Sequence[bool]) -> Wanted:
        """Gather the words of phrases; `case`: whether the letters of each phrase must stand as written."""
        folded: dict[str, int] = {}
        printed: dict[str, int] = {}
        others: dict[tuple[str, bool], int] = {}
        places: list[list[int]] = []
        place = 0
        for elements, as_written in zip(phrases, case, strict=True):
            for element in elements:
                for word in element.words:
                    if is_regular(word) or WILD.search(word):
                        number = others.setdefault((word, as_written), len(places))
                    elif as_written:
                        number = printed.setdefault(word, len(places))
                    else:
                        number = folded.setdefault(fold(word), len(places))
                    if number == len(places):
                        places.append([])
                    places[number].append(place)
                place += 1
        sizes = np.array([len(p) for p in places], np.int64)
        return cls(
            folded,
            printed,
            tuple((word, as_written, n) for (word, as_written), n in others.items()),
            np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            np.array([p for held in places for p in held], np.int64),
        )

    def keys(self, resolver: Resolver) -> Longs:
        """Return ``place << 32 | type`` for every type that fits a place, in order."""
        words: list[Longs] = []
        types: list[Longs] = []
        for known, forms in ((self.folded, resolver.forms), (self.printed, resolver.types)):
            if known:
                number = np.fromiter(map(known.get, forms, repeat(-1)), np.int64, len(forms))
                types.append(np.flatnonzero(number >= 0))
                words.append(number[types[-1]])
        for word, as_written, n in self.others:
            found = resolver.resolve(word, as_written)
            if len(found):
                types.append(found.astype(np.int64))
                words.append(np.full(len(found), n, np.int64))
        asked = np.concatenate([np.empty(0, np.int64), *words])
        type_ = np.concatenate([np.empty(0, np.int64), *types])
        sizes = self.first[asked + 1] - self.first[asked]
        row = np.repeat(self.first[asked] - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
        return distinct(self.place[row] << SHIFT | np.repeat(type_, sizes))


def distinct(keys: Longs) -> Longs:
    """Return the distinct numbers in order; `numpy.unique` hashes them, which takes ten times as long here."""
    keys = np.sort(keys)
    once: Longs = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return once
