"""One text made ready: its paragraphs with their marks, narration, sentences and frames, and its people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rhetoric.model.document import Document
from rhetoric.model.passage import HEADINGS, REMOVED, Kind
from rhetoric.naming.people import People, people
from rhetoric.voice.frames import Frame, cued, frames, letters
from rhetoric.voice.narration import narration, sentences
from rhetoric.voice.parties import broadcast, persons
from rhetoric.voice.quotations import Marked, marked
from rhetoric.voice.turns import Turn, labels, turns
from rhetoric.voice.words import Word

Layout = Sequence[tuple[int, int, int, str]]
LINE = re.compile(r"[^\n]+")


class Block(NamedTuple):
    """A paragraph or heading of the layout, and whether it is a heading, or removed from all counts."""

    start: int
    end: int
    heading: bool = False
    removed: bool = False


class Sentence(NamedTuple):
    """A sentence of narration: its place, the frames in it, and its words where it may have frames."""

    start: int
    end: int
    frames: tuple[Frame, ...] = ()
    row: tuple[Word, ...] = ()


class Paragraph(NamedTuple):
    """A paragraph or heading: its place, its marked words, its sentences, and the turn of a transcript it belongs to."""

    start: int
    end: int
    heading: bool
    removed: bool
    marks: tuple[Marked, ...]
    sentences: tuple[Sentence, ...]
    turn: Turn | None = None


@dataclass(frozen=True)
class Reading:
    """A text with everything that attribution looks at.

    Parameters
    ----------
    text, narr : str
        The text, and the same with quoted words blanked.
    paragraphs : tuple of Paragraph
    people : People
    turns : tuple of Turn
    """

    text: str
    narr: str
    paragraphs: tuple[Paragraph, ...]
    people: People
    turns: tuple[Turn, ...] = ()


def blocks(text: str, layout: Layout) -> list[Block]:
    """Return the paragraphs and headings of a text; a turn gives one for each of its lines."""
    out: list[Block] = []
    if not layout:
        return [Block(m.start(), m.end()) for m in LINE.finditer(text) if not m.group().isspace()]
    at = -1
    for kind, start, end, _ in layout:
        start = max(start, at)
        if start >= end:
            continue
        at = end
        if kind == Kind.TURN:
            out += [
                Block(m.start(), m.end()) for m in LINE.finditer(text, start, end) if not m.group().isspace()
            ]
        else:
            out.append(Block(start, end, kind in HEADINGS, kind in REMOVED))
    return out


def laid_out(text: str, layout: Layout) -> list[Turn]:
    """Return the turns that a loader marked, with their labels cut off."""
    out = []
    for kind, s, e, note in layout:
        if kind != Kind.TURN or not note:
            continue
        label = labels(text, [(s, e)])
        start = label[0].start if label else s
        if start < e:
            out.append(Turn(s, start, e, note, "layout", 1.0))
    return out


def sentence(narr: str, start: int, end: int, plain: bytes) -> Sentence:
    """Return a sentence with its frames; `plain` is as in `cued`."""
    row = cued(narr, start, end, plain)
    return Sentence(start, end, tuple(frames(narr, row)), row) if row else Sentence(start, end)


def read(document: Document, layout: Layout = ()) -> Reading:
    """Return a text made ready for attribution.

    Parameters
    ----------
    document : Document
    layout : sequence of (kind, start, end, note)
        Its blocks, in order; without them every line is a paragraph.
    """
    text = document.text
    rows = blocks(text, layout)
    flat = unwrapped(text, rows)
    found: list[list[Marked]] = []
    carried = False
    for n, row in enumerate(rows):
        following = text[rows[n + 1].start] if n + 1 < len(rows) else ""
        marks = marked(flat, row.start, row.end, carried, following)
        carried = bool(marks) and not marks[-1].closed
        found.append(marks)
    narr = narration(flat, (m for marks in found for m in marks))
    split = [sentences(narr, row.start, row.end) for row in rows]
    openings = [s for spans in split for s, _ in spans] + [m.start for marks in found for m in marks]
    given = [document.author] if document.author else []
    known = people(flat, openings, given)
    spoken = laid_out(text, layout) or shaped(document, rows, known)
    plain = letters(narr)
    out = []
    at = 0
    for row, marks, spans in zip(rows, found, split, strict=True):
        while at < len(spoken) and spoken[at].end <= row.start:
            at += 1
        turn = spoken[at] if at < len(spoken) and spoken[at].label < row.end else None
        whole = [Sentence(s, e) if row.removed else sentence(narr, s, e, plain) for s, e in spans]
        out.append(Paragraph(row.start, row.end, row.heading, row.removed, tuple(marks), tuple(whole), turn))
    return Reading(flat, narr, tuple(out), known, tuple(spoken))


def shaped(document: Document, rows: Sequence[Block], known: People) -> list[Turn]:
    """Return the turns that labels in the text show.

    Notes
    -----
    'Q' and 'A' are whom the turns and the title show; else 'Q' is the author, and 'A' the one person that the title
    names, unless a programme or a paper follows that name: it may then be the one who asks.
    """
    lines = [(r.start, r.end) for r in rows if not r.removed and not r.heading]
    titled = persons(people(document.title, (0,))) if document.title else []
    about = titled[0] if len(titled) == 1 and not broadcast(document.title, titled[0]) else ""
    return turns(document.text, lines, document.author, about, titled, persons(known))


def unwrapped(text: str, rows: Sequence[Block]) -> str:
    """Return the text with the line breaks inside its paragraphs as spaces; nothing moves."""
    if not any(text.find("\n", r.start, r.end) >= 0 for r in rows):
        return text
    parts = []
    at = 0
    for r in rows:
        parts.append(text[at : r.start])
        parts.append(text[r.start : r.end].replace("\n", " "))
        at = r.end
    parts.append(text[at:])
    return "".join(parts)
