"""Blocks of a text: what the loader marked, and paragraphs in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rhetoric.model.document import Mark
from rhetoric.segment.wrapping import Wrapping

LINE = re.compile(r"[^\n]+")

Span = tuple[int, int]


def blocks(text: str, layout: Sequence[Mark] = ()) -> list[Mark]:
    """Return every block of a text in order: the loader's marks, and paragraphs elsewhere.

    Parameters
    ----------
    text : str
    layout : sequence of Mark
        They do not overlap.

    Returns
    -------
    list of Mark
        Trimmed of white space at both ends; none is empty.
    """
    marks = sorted(layout, key=lambda m: m.start)
    out: list[Mark] = []
    at = 0
    for mark in marks:
        out += [Mark("paragraph", s, e) for s, e in paragraphs(text, at, mark.start)]
        start, end = trimmed(text, mark.start, mark.end)
        if start < end:
            out.append(Mark(mark.kind, start, end, mark.note))
        at = max(at, mark.end)
    return out + [Mark("paragraph", s, e) for s, e in paragraphs(text, at, len(text))]


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs of a stretch: lines, or runs of lines where prose was wrapped by hand."""
    lines = [t for m in LINE.finditer(text, start, end) if (t := trimmed(text, m.start(), m.end()))[0] < t[1]]
    if not lines:
        return
    touching = [text.count("\n", e, s2) == 1 for (_, e), (s2, _) in pairwise(lines)]
    if not any(touching):
        yield from lines
        return
    wrapping = Wrapping.of(text, lines, touching)
    first = lines[0][0]
    for (line, following), touch in zip(pairwise(lines), touching, strict=True):
        if not (touch and wrapping.joins(text, line, following)):
            yield first, line[1]
            first = following[0]
    yield first, lines[-1][1]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
