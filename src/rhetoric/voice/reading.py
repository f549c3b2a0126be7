"""One text made ready: its paragraphs with their marks, narration, sentences and frames, and its people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rhetoric.model.document import Document
from rhetoric.model.passage import BLOCKS, HEADINGS, REMOVED, Passages
from rhetoric.voice.frames import Frame, frames
from rhetoric.voice.narration import narration, sentences
from rhetoric.voice.people import People, people
from rhetoric.voice.quotations import Marked, marked

LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of narration: its place, and the frames in it."""

    start: int
    end: int
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading: its place, its marked words and its sentences."""

    start: int
    end: int
    heading: bool
    removed: bool
    marks: tuple[Marked, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Reading:
    """A text with everything that attribution looks at.

    Parameters
    ----------
    text, narr : str
        The text, and the same with quoted words blanked.
    paragraphs : tuple of Paragraph
    people : People
    """

    text: str
    narr: str
    paragraphs: tuple[Paragraph, ...]
    people: People


def blocks(document: Document, passages: Passages | None) -> list[tuple[int, int, bool, bool]]:
    """Return start, end, whether it is a heading, whether it is removed, for each block of a text.

    A block that holds line breaks gives one row a line: a quotation does not reach over the end of a paragraph.
    """
    text = document.text
    spans: list[tuple[int, int, bool, bool]] = []
    if passages is not None and len(passages):
        rows = passages.of(*BLOCKS)
        at = -1
        for kind, s, e in zip(rows.kind.tolist(), rows.start.tolist(), rows.end.tolist(), strict=True):
            s = max(s, at)
            if s >= e:
                continue
            at = e
            spans.append((s, e, kind in HEADINGS, kind in REMOVED))
    else:
        spans = [(0, len(text), False, False)]
    return [
        (m.start(), m.end(), heading, removed)
        for s, e, heading, removed in spans
        for m in LINE.finditer(text, s, e)
        if not m.group().isspace()
    ]


def read(document: Document, passages: Passages | None = None) -> Reading:
    """Return a text made ready for attribution.

    Parameters
    ----------
    document : Document
    passages : Passages, optional
        The passages of this document alone.
    """
    text = document.text
    rows = blocks(document, passages)
    found: list[list[Marked]] = []
    carried = False
    for n, (start, end, _, _) in enumerate(rows):
        following = text[rows[n + 1][0]] if n + 1 < len(rows) else ""
        marks = marked(text, start, end, carried, following)
        carried = bool(marks) and not marks[-1].closed
        found.append(marks)
    narr = narration(text, (m for marks in found for m in marks))
    split = [sentences(narr, start, end) for start, end, _, _ in rows]
    openings = [s for spans in split for s, _ in spans] + [m.start for marks in found for m in marks]
    given = [document.author] if document.author else []
    known = people(text, openings, given)
    out = []
    for (start, end, heading, removed), marks, spans in zip(rows, found, split, strict=True):
        whole = tuple(Sentence(s, e, tuple(frames(narr, s, e)) if not removed else ()) for s, e in spans)
        out.append(Paragraph(start, end, heading, removed, tuple(marks), whole))
    return Reading(text, narr, tuple(out), known)

