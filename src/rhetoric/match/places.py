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
from rhetoric.match.wanted import LOW, SHIFT, Longs
from rhetoric.model.columns import Bools, Ints
from rhetoric.model.tokens import Vocabulary

SPREAD_PLACE, SPREAD_TYPE = 0x9E3779B1, 0x85EBCA77  # odd numbers without a pattern: products look random
ROOM = 3  # bits that number the slots beyond those that number the keys: at most one slot in eight is taken


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
    def slots(self) -> Ints:
        """Where each key is found by a number made of its place and type: its row + 1, below 0 where other keys share the slot."""
        out = np.zeros(1 << (max(len(self.key), 1 << 8).bit_length() + ROOM), np.int32)
        at = slot_of(self.key >> SHIFT, self.key & LOW, len(out))
        row = np.arange(1, len(at) + 1, dtype=np.int32)
        out[at] = row
        ousted = at[out[at] != row]
        out[ousted] = -np.abs(out[ousted])
        return out

    def fitting(self, place: npt.NDArray[Any], ids: npt.NDArray[Any]) -> Longs:
        """Return the rows of the types that fit their places."""
        found = self.slots.take(slot_of(place, ids, len(self.slots)), mode="clip")
        rows = np.flatnonzero(found)  # few: most pairs meet an empty slot
        found, wanted = found[rows], place[rows] << SHIFT | ids[rows]
        kept = self.key.take(np.abs(found) - 1) == wanted
        doubtful = np.flatnonzero(~kept & (found < 0))
        some = wanted[doubtful]
        kept[doubtful] = self.key.take(np.searchsorted(self.key, some), mode="clip") == some
        fitting: Longs = rows[kept]
        return fitting

    def openings(self, phrases: npt.NDArray[Any]) -> Bools:
        """Return which types fit the first place of any of some phrases."""
        begins = np.zeros(len(self.gap), np.bool_)
        begins[self.first[phrases]] = True
        out = np.zeros(self.types, np.bool_)
        out[self.key[begins[self.key >> SHIFT]] & LOW] = True
        return out

    def grown(self, patterns: Patterns, vocab: Vocabulary) -> Places:
        """Return the places against a vocabulary that goes on from the one known; only new types are looked at."""
        if len(vocab) <= self.types:
            return self
        fresh = patterns.wanted.keys(resolver(vocab, self.types)) + self.types
        if not len(fresh):
            return dataclasses.replace(self, types=len(vocab))
        key = np.sort(np.concatenate([self.key, fresh]), kind="stable")  # two runs, which it merges
        return dataclasses.replace(self, key=key, types=len(vocab))


def slot_of(place: npt.NDArray[Any], ids: npt.NDArray[Any], size: int) -> npt.NDArray[np.uint32]:
    """Return which of so many slots, a power of two, each pair has."""
    spread = place.astype(np.uint32)
    spread *= np.uint32(SPREAD_PLACE)
    spread += ids.astype(np.uint32) * np.uint32(SPREAD_TYPE)
    spread >>= np.uint32(33 - size.bit_length())
    return spread


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
        held = vocab.memory[Resolver] = (first, len(vocab), Resolver(vocab, first))
    return held[2]
