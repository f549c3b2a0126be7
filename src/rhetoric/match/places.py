"""Which types fit which place of which phrase."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.match.patterns import Patterns
from rhetoric.match.resolve import Resolver
from rhetoric.model.columns import Ints
from rhetoric.model.tokens import Vocabulary

Longs = npt.NDArray[np.int64]
SHIFT = 32


@dataclass(frozen=True, eq=False)
class Places:
    """The places of all phrases against one vocabulary.

    Parameters
    ----------
    key : int64 array, sorted
        ``place << 32 | type`` for every type that fits a place.
    types : int
        Size of the vocabulary.
    first : int64 array
        The place of each phrase's first element.
    length : int64 array
        How many elements each phrase has.
    gap : int64 array
        The gap before each place.
    """

    key: Longs
    types: int
    first: Longs
    length: Longs
    gap: Longs

    @cached_property
    def gapped(self) -> npt.NDArray[np.bool_]:
        """Whether each phrase has a gap."""
        owner = np.repeat(np.arange(len(self.length)), self.length)
        return np.bincount(owner, self.gap, len(self.length)) > 0

    def fits(self, place: Longs, ids: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
        """Return whether each type fits its place."""
        if not len(self.key):
            return np.zeros(len(place), np.bool_)
        wanted = place << SHIFT | ids
        at = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        same: npt.NDArray[np.bool_] = self.key[at] == wanted
        return same

    def grown(self, patterns: Patterns, vocab: Vocabulary) -> Places:
        """Return the places against a vocabulary that goes on from the one known; only new types are looked at."""
        if len(vocab) == self.types:
            return self
        fresh = keys(patterns, Vocabulary(vocab.types[self.types :])) + self.types
        return dataclasses.replace(self, key=np.sort(np.concatenate([self.key, fresh])), types=len(vocab))


def places_of(patterns: Patterns, vocab: Vocabulary) -> Places:
    """Look every word of every phrase up in a vocabulary."""
    length = np.array([len(p) for p in patterns.phrases], np.int64)
    gap = np.array([e.gap for p in patterns.phrases for e in p], np.int64)
    return Places(np.sort(keys(patterns, vocab)), len(vocab), np.cumsum(length) - length, length, gap)


def keys(patterns: Patterns, vocab: Vocabulary) -> Longs:
    """Return ``place << 32 | type`` for every type that fits a place."""
    resolver = Resolver(vocab)
    seen: dict[tuple[str, bool], Ints] = {}
    out: list[Longs] = [np.empty(0, np.int64)]
    place = 0
    for elements, case in zip(patterns.phrases, patterns.case, strict=True):
        for element in elements:
            found = []
            for word in element.words:
                if (word, case) not in seen:
                    seen[word, case] = resolver.resolve(word, case)
                found.append(seen[word, case])
            types = found[0] if len(found) == 1 else np.unique(np.concatenate(found))
            out.append(types.astype(np.int64) | place << SHIFT)
            place += 1
    return np.concatenate(out)
