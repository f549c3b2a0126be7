"""Hansard as of ParlParse (TheyWorkForYou): speeches with their speakers, headings, divisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput
from rhetoric.load.pieces import Piece, joined
from rhetoric.model.document import Document

HEADINGS = frozenset(("major-heading", "minor-heading", "oral-heading"))
DATE = re.compile(r"/(?P<house>[a-z]+)/(?P<date>\d{4}-\d\d-\d\d)")
HOUSES = {"debate": "House of Commons", "lords": "House of Lords", "westminhall": "Westminster Hall"}
ABOUT = {
    "person_id": "person_id",
    "party": "party",
    "constituency": "constituency",
    "type": "role",
    "office": "office",
}


def document(root: Any, name: str, path: Path) -> Document:
    """Return a day's debates, or a part of them, as one text.

    Raises
    ------
    EmptyInput
        If nobody speaks in it.
    """
    text, marks = joined(pieces(root))
    if not any(m.kind == "turn" for m in marks):
        raise EmptyInput("there is no speech in it", "leave it out", str(path))
    found = next((m for e in root if isinstance(e.tag, str) and (m := DATE.search(e.get("id", "")))), None)
    house = HOUSES.get(found["house"], "") if found else ""
    speakers = {
        s.get("speakername"): facts
        for s in root.iter("speech")
        if (facts := about(s)) and s.get("speakername")
    }
    meta = {"house": house, "speakers": speakers}
    return Document(
        id=name,
        text=text,
        title=f"{house}, {found['date']}" if found and house else "",
        date=found["date"] if found else "",
        kind="debate",
        source=str(path),
        lang="en",
        meta={k: v for k, v in meta.items() if v},
        layout=marks,
    )


def pieces(root: Any) -> Iterator[Piece]:
    """Yield headings, speeches and what nobody says, in order."""
    for element in root:
        if element.tag in HEADINGS:
            yield Piece("crosshead", tidy(element))
        elif element.tag == "speech":
            said = "\n".join(filter(None, (tidy(p) for p in paragraphs(element))))
            if speaker := element.get("speakername"):
                yield Piece("turn", said, speaker)
            else:
                yield Piece("boilerplate", said, "procedure")
        elif element.tag == "division":
            yield Piece("boilerplate", tidy(element), "division")


def paragraphs(speech: Any) -> Iterator[Any]:
    """Yield the elements of a speech that hold words: its children, or the speech itself where it has none."""
    children = [c for c in speech if isinstance(c.tag, str)]
    yield from children or [speech]


def tidy(element: Any) -> str:
    """Return all words of an element, each run of white space one space."""
    return " ".join("".join(element.itertext()).split())


def about(speech: Any) -> dict[str, str]:
    """Return what a speech says of its speaker."""
    return {name: value for key, name in ABOUT.items() if (value := speech.get(key))}
