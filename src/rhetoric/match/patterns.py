"""Entries, read and checked, with the phrases that the engine looks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rhetoric.match.entry import Entry
from rhetoric.match.pattern import Condition, Element, Rule, parse
from rhetoric.match.wanted import Wanted

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Patterns:
    """Entries, parsed and checked.

    Parameters
    ----------
    entries : tuple of Entry
    rules : tuple of Rule
        What each says.
    """

    entries: tuple[Entry, ...]
    rules: tuple[Rule, ...]

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def conditions(self) -> tuple[tuple[int, Condition], ...]:
        """Every condition, with the entry that it belongs to."""
        return tuple((n, c) for n, rule in enumerate(self.rules) for c in rule.conditions)

    @cached_property
    def phrases(self) -> tuple[tuple[Element, ...], ...]:
        """What is looked for: the phrases of the entries, then those of the conditions."""
        return (*(r.elements for r in self.rules), *(c.elements for _, c in self.conditions))

    @cached_property
    def case(self) -> tuple[bool, ...]:
        """Whether the letters of each phrase must stand as written."""
        return (*(e.case for e in self.entries), *(self.entries[n].case for n, _ in self.conditions))

    @cached_property
    def wanted(self) -> Wanted:
        """The words of all phrases."""
        return Wanted.of(self.phrases, self.case)

    @cached_property
    def first(self) -> Longs:
        """The place of each phrase's first element, counted through all phrases."""
        return np.cumsum(self.length) - self.length

    @cached_property
    def length(self) -> Longs:
        """How many elements each phrase has."""
        return np.array([len(p) for p in self.phrases], np.int64)

    @cached_property
    def gap(self) -> Longs:
        """The gap before each place."""
        return np.array([e.gap for p in self.phrases for e in p], np.int64)


def compile_patterns(entries: Sequence[Entry]) -> Patterns:
    """Parse and check entries.

    Raises
    ------
    DictionaryError
        For the first entry that is malformed, with its file and line.
    """
    return Patterns(tuple(entries), tuple(parse(e) for e in entries))
