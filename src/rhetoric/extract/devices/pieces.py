"""A sentence cut at its commas and its 'and' and 'or': the pieces that members of a row of three or more lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rhetoric.extract.prose import Prose, Rows, Sentence

COMMA, AND, END = 1, 2, 3
JOINTS = frozenset((",", "and", "or", ";"))


@dataclass(frozen=True, slots=True)
class Piece:
    """The words between two pauses of a sentence.

    Parameters
    ----------
    first, last : int
        Its tokens, half-open, all of them words.
    before, after : {COMMA, AND, END}
        What parts it from its neighbours: a comma or semicolon, 'and' or 'or' with or without one, anything else.
    """

    first: int
    last: int
    before: int
    after: int

    def __len__(self) -> int:
        return self.last - self.first


def parts(word: str) -> bool:
    """Return whether a form parts the pieces of a sentence."""
    return word in ("and", "or") or not any(map(str.isalnum, word))


def joints(prose: Prose) -> Rows:
    """Return every comma, semicolon, 'and' and 'or'."""
    return prose.rows_of(JOINTS)


def breaks(prose: Prose) -> Rows:
    """Return every mark, and each 'and' and 'or'."""
    return prose.rows(parts)


def pieces(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> list[Piece]:
    """Return the pieces of a sentence; `rows` are its marks, and each 'and' and 'or'."""
    spans: list[tuple[int, int]] = []
    parted = [END]
    first = sentence.first
    for n in [*rows, sentence.last]:
        word = prose.words[n] if n < sentence.last else ""
        cut = COMMA if word in (",", ";") else AND if word in ("and", "or") else END
        if n > first:
            spans.append((first, n))
            parted.append(cut)
        else:
            parted[-1] = max(parted[-1], cut)
        first = n + 1
    parted[-1] = END
    return [Piece(a, b, parted[n], parted[n + 1]) for n, (a, b) in enumerate(spans)]
