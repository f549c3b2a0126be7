"""A document from the pieces that a word processor or a page description gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput
from rhetoric.load.article import PROSE, Role, removed
from rhetoric.load.lines import stem
from rhetoric.load.page import author as signed
from rhetoric.load.page import dated, marks
from rhetoric.load.pieces import Piece
from rhetoric.load.units import lines
from rhetoric.model.document import Document


def composed(
    path: Path, pieces: Sequence[Piece], *, title: str = "", author: str = "", date: str = "", **fields: Any
) -> Document:
    """Return one text of some pieces, with its furniture marked by the rules for plain pages.

    Parameters
    ----------
    path : Path
    pieces : sequence of Piece
        Paragraphs and headings in order, each of one line.
    title, author, date : str
        What the file says of itself; its lines are asked where it says nothing.

    Raises
    ------
    EmptyInput
        If there are no words.
    """
    kept = [p for p in pieces if p.text]
    if not kept:
        raise EmptyInput("there is no text in it", "leave it out", str(path))
    text = "\n\n".join(p.text for p in kept)
    every = lines(text)
    roles = removed(every)
    for n, piece in enumerate(kept):
        if roles[n] is PROSE and piece.kind != "paragraph":
            roles[n] = Role(piece.kind)
    head = next((p.text for p in kept if p.kind == "headline"), "")
    if title and not head and every[0].text.casefold() == " ".join(title.split()).casefold():
        roles[0] = Role("headline")
    return Document(
        id=fields.pop("id", "") or stem(path),
        text=text,
        title=head or title,
        author=author or signed(roles),
        date=date or dated(roles),
        source=str(path),
        layout=marks(every, roles),
        **fields,
    )
