"""Three members in a row, as they are found before they are judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.pausing import STOP
from rhetoric.extract.prose import Prose

SERIES, APART = 6, 7  # what parts sentences in a row, and members with other pauses between them


@dataclass(frozen=True, slots=True)
class Triple:
    """Three members.

    Parameters
    ----------
    sentence : int
        The one that holds the first, as a position in `Prose.sentences`.
    members : sequence of (first, last)
        Tokens, half-open.
    joined : (int, int)
        What parts them.
    names : float
        The share of their words that have a capital.
    first : int
        Where the words before them begin, after the pause there.
    before : int
        What that pause is.
    joint : int
        Where the pause before the last member begins.
    """

    sentence: int
    members: Sequence[Span]
    joined: tuple[int, int]
    names: float
    first: int = -1
    before: int = STOP
    joint: int = -1


def named(prose: Prose, members: Sequence[Span], first: int) -> float:
    """Return the share of the words of some members that have a capital; the one that opens the sentence says nothing."""
    words, shown = prose.words, prose.shown
    names = 0
    for a, b in members:
        if shown[a:b] != words[a:b]:
            told = zip(shown[a:b], words[a:b], strict=True)
            names += sum(1 for word, plain in told if word != plain and word[0].isupper() and word != "I")
    if names and members[0][0] == first and shown[first][0].isupper():
        names -= 1
    return names / sum(b - a for a, b in members)
