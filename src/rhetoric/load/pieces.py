"""Pieces of a text, each of a kind that its loader knows, put together with marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rhetoric.model.document import Mark

PROSE = "paragraph"


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a text.

    Parameters
    ----------
    kind : str
        The name of a `Kind` in lower case; ``'paragraph'`` for prose, which needs no mark.
    text : str
        Its words; the paragraphs of a turn on lines of their own.
    note : str
        The speaker of a turn, or why a stretch is no part of the text proper.
    """

    kind: str
    text: str
    note: str = ""


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of some pieces, an empty line between them, and a mark for each that is no prose."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for piece in pieces:
        if not piece.text:
            continue
        if piece.kind != PROSE:
            marks.append(Mark(piece.kind, at, at + len(piece.text), piece.note))
        parts.append(piece.text)
        at += len(piece.text) + 2
    return "\n\n".join(parts), tuple(marks)
