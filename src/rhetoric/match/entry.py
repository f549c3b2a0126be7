"""A pattern with what its author says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One pattern of a dictionary.

    Parameters
    ----------
    pattern : str
        See `rhetoric.match.pattern`.
    weight : float
        Its sign is the pole.
    key : str
        The list it belongs to; within a key nested hits count once.
    flip : bool
        Whether a negator before the hit turns its pole round.
    case : bool
        Whether letters must stand as written.
    priority : int
        Where hits overlap the higher one counts, whatever their lengths.
    attrs : mapping or None
        Anything else its list says.
    where : str
        The file it comes from.
    line : int or None
        The line in it.
    """

    pattern: str
    weight: float = 1.0
    key: str = ""
    flip: bool = False
    case: bool = False
    priority: int = 0
    attrs: Mapping[str, Any] | None = None
    where: str = ""
    line: int | None = None

    def __hash__(self) -> int:
        return hash((self.pattern, self.weight, self.key, self.case, self.priority, self.line))
