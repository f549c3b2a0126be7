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
from rhetoric.match.wanted import SHIFT, Longs
from rhetoric.model.columns import Bools
from rhetoric.model.tokens import Vocabulary

SPREAD = 0x9E3779B97F4A7C15 - (
    1 << 64
)  # 2 ** 64 over the golden ratio, as a signed number: products look random
ROOM = 5  # bits that the sieve has beyond those that number the keys: one in thirty-two marks is set


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
    def gapped(self) -> Bools:
        """Whether each phrase has a gap."""
        owner = np.repeat(np.arange(len(self.length)), self.length)
        return np.bincount(owner, self.gap, len(self.length)) > 0

    @cached_property
    def sieve(self) -> Bools:
        """Marks for the keys, by their upper bits once they are spread; a key whose mark is missing does not exist."""
        marks = np.zeros(1 << (max(len(self.key), 1 << 8).bit_length() + ROOM), np.bool_)
        marks[sifted(self.key, len(marks))] = True
        return marks

    def fits(self, place: npt.NDArray[Any] | int, ids: npt.NDArray[Any]) -> Bools:
        """Return whether each type fits its place."""
        wanted = place << SHIFT | ids.astype(np.int64)
        out: Bools = self.sieve[sifted(wanted, len(self.sieve))]
        rows = np.flatnonzero(
            out
        )  # few: most pairs fall through the sieve, and are not sought among the keys
        if len(rows):
            some = wanted[rows]
            out[rows] = self.key[np.minimum(np.searchsorted(self.key, some), len(self.key) - 1)] == some
        return out

    def grown(self, patterns: Patterns, vocab: Vocabulary) -> Places:
        """Return the places against a vocabulary that goes on from the one known; only new types are looked at."""
        if len(vocab) <= self.types:
            return self
        fresh = patterns.wanted.keys(resolver(vocab, self.types)) + self.types
        key = np.sort(np.concatenate([self.key, fresh])) if len(fresh) else self.key
        return dataclasses.replace(self, key=key, types=len(vocab))


def sifted(keys: Longs, size: int) -> Longs:
    """Return the place of each key in a sieve of so many marks, a power of two."""
    spread: Longs = (keys * SPREAD) >> (64 - size.bit_length() + 1)
    return spread & (size - 1)


def places_of(patterns: Patterns, vocab: Vocabulary) -> Places:
    """Look every word of every phrase up in a vocabulary; what is known of its types is kept with it."""
    held: Places | None = vocab.memory.get(patterns)
    if held is None:
        held = Places(np.empty(0, np.int64), 0, patterns.first, patterns.length, patterns.gap)
    vocab.memory[patterns] = known = held.grown(patterns, vocab)
    return known


def resolver(vocab: Vocabulary, first: int) -> Resolver:
    """Return what looks words up among the types from one on; lists that ask one after the other share it."""
    held: tuple[int, int, Resolver] | None = vocab.memory.get(Resolver)
    if held is None or held[:2] != (first, len(vocab)):
        held = vocab.memory[Resolver] = (first, len(vocab), Resolver(vocab.types[first:]))
    return held[2]
