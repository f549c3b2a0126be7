"""What is known of one text besides its words: what a comparison must hold against its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rhetoric.model.voice import Role


@dataclass(frozen=True, slots=True)
class TextFacts:
    """The circumstances of one text.

    Parameters
    ----------
    kind : str
        ``'interview'``, ``'op-ed'``, ...; empty where unknown.
    year : int or None
    author : str
        Who chose its words, and whom it quotes; empty where unknown.
    translated : str
        Why it is taken for a translation, in a few words; empty where nothing says so.
    british, american : int
        Words spelt the one way or the other.
    removed : float
        The share of its words that were taken for furniture, 0 to 1.
    repeated : float
        The share of its words that it prints again, 0 to 1.
    broken : bool
        Whether some of its characters are lost or garbled.
    roles : mapping of str to str
        Voice id to its role in this text.
    """

    kind: str = ""
    year: int | None = None
    author: str = ""
    translated: str = ""
    british: int = 0
    american: int = 0
    removed: float = 0.0
    repeated: float = 0.0
    broken: bool = False
    roles: Mapping[str, Role] = field(default_factory=dict)
