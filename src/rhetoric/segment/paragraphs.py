"""Blocks of a text: what the loader marked, and paragraphs in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rhetoric.model.document import Mark

LINE = re.compile(r"[^\n]+")
WRAPPED = 60  # lines shorter than this, on the whole, are no hard-wrapped prose
STOP = re.compile(r"[.!?:;…][\"”’')\]]*$")


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


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a stretch: lines, or runs of lines where prose was wrapped by hand."""
    lines = [t for m in LINE.finditer(text, start, end) if (t := trimmed(text, m.start(), m.end()))[0] < t[1]]
    if not wrapped(text, lines):
        yield from lines
        return
    run: list[tuple[int, int]] = []
    for line in lines:
        if run and text.count("\n", run[-1][1], line[0]) > 1:
            yield run[0][0], run[-1][1]
            run = []
        run.append(line)
    if run:
        yield run[0][0], run[-1][1]


def wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Return whether lines are prose wrapped by hand: of like length, most ending in mid-sentence."""
    together = [
        (s, e)
        for (s, e), (s2, _) in pairwise(lines)
        if text.count("\n", e, s2) == 1  # the line goes on in the next, with no blank line between
    ]
    if len(together) < 3:
        return False
    long = [e - s for s, e in together if WRAPPED <= e - s <= 120]
    open_ended = sum(not STOP.search(text[max(s, e - 4) : e]) for s, e in together)
    return len(long) > 0.7 * len(together) and open_ended > 0.6 * len(together)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
