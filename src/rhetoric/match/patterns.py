"""Entries, read and checked, with the phrases that the engine looks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rhetoric.match.entry import Entry
from rhetoric.match.pattern import Condition, Element, Rule, parse


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
    def length(self) -> int:
        """The number of places in the longest phrase."""
        return max(map(len, self.phrases), default=0)


def compile_patterns(entries: Sequence[Entry]) -> Patterns:
    """Parse and check entries.

    Raises
    ------
    DictionaryError
        For the first entry that is malformed, with its file and line.
    """
    return Patterns(tuple(entries), tuple(parse(e) for e in entries))
