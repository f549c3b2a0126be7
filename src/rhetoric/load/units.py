"""The lines and paragraphs of a text as stretches of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINE = re.compile(r"[^\n]+")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
NARROWEST, WIDEST = 50, 100
STOPS = '.!?"”’:'


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or a paragraph broken into lines of one width, without the white space around it.

    Parameters
    ----------
    start, end : int
        Half-open code points into the text.
    text : str
        The words, each run of white space one space.
    """

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """The number of words between spaces."""
        return len(self.text.split())


def units(text: str) -> list[Unit]:
    """Return the units of a text that are not blank, in order.

    A line is a unit, except where several lines without a blank one between them look broken at a margin: then
    they are one together.
    """
    out: list[Unit] = []
    for match in PARAGRAPH.finditer(text):
        lines = [found for m in LINE.finditer(match.group()) if (found := unit(text, match.start(), m))]
        if wrapped([u.text for u in lines]):
            first, last = lines[0], lines[-1]
            out.append(Unit(first.start, last.end, " ".join(u.text for u in lines)))
        else:
            out.extend(lines)
    return out


def lines(text: str) -> list[Unit]:
    """Return the lines of a text that are not blank."""
    return [found for m in LINE.finditer(text) if (found := unit(text, 0, m))]


def unit(text: str, offset: int, match: re.Match[str]) -> Unit | None:
    """Return what stands between the white space of a match, if anything."""
    whole = match.group()
    words = whole.strip()
    if not words:
        return None
    start = offset + match.start() + len(whole) - len(whole.lstrip())
    return Unit(start, start + len(words), " ".join(words.split()))


def wrapped(texts: list[str]) -> bool:
    """Whether lines look like one paragraph broken at a margin: alike in width, and broken inside sentences."""
    head = texts[:-1]
    if not head or not all(NARROWEST <= len(t) <= WIDEST for t in head) or len(texts[-1]) > WIDEST:
        return False
    return any(t[-1] not in STOPS for t in head)
