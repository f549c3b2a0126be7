"""Was prose wrapped by hand, and which lines go on in the next?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

STOPS = frozenset(".!?:;…")
STOP = re.compile(r"[.!?:;…][\"”’')\]]*$")
BULLET = re.compile(r"(?:[*•·▪◦¥–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s|[*•·▪◦¥]\w")
FIRST_WORD = re.compile(r"\S+")
UNFINISHED = re.compile(
    r"\b(?:the|an?|of|to|and|or|for|with|by|in|from|at|on|into|than|that|its|our|their|his|her|your|my|this|these|is|are|was|be)$"
)
NARROWEST, WIDEST = 40, 110  # characters in a column of prose
FULL = 0.7  # share of the column that a line fills when only the margin ended it
FEWEST = 3  # lines that must touch before there is a column at all
RUNNING = 30  # a shorter line was not broken for want of room

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The column that a stretch of text was wrapped to.

    Parameters
    ----------
    width : int
        Characters in a full line; 0 where lines are paragraphs.
    """

    width: int = 0

    @classmethod
    def of(cls, text: str, lines: Sequence[Span], touching: Sequence[bool]) -> Self:
        """Measure lines: prose was wrapped where most are nearly as long as the longest and end in mid-sentence.

        Parameters
        ----------
        text : str
        lines : sequence of (start, end)
        touching : sequence of bool, one fewer
            Whether no blank line stands between a line and the next.
        """
        together = [line for line, touch in zip(lines, touching, strict=False) if touch]
        if len(together) < FEWEST:
            return cls()
        lengths = sorted(e - s for s, e in together)
        width = lengths[int(0.9 * (len(lengths) - 1))]
        full = [(s, e) for s, e in together if e - s >= FULL * width]
        open_ended = sum(not stopped(text, line) for line in full)
        fits = NARROWEST <= width <= WIDEST
        return cls(width if fits and len(full) > len(together) / 2 and open_ended > 0.6 * len(full) else 0)

    def joins(self, text: str, line: Span, following: Span) -> bool:
        """Return whether a line goes on in the next, which touches it."""
        ended = stopped(text, line)
        if (ended and not self.width) or BULLET.match(text, *following):
            return False
        length = line[1] - line[0]
        if length >= RUNNING and UNFINISHED.search(text, line[1] - 8, line[1]):
            return True  # nobody ends a paragraph in 'the House of'
        if not ended and text[following[0]].islower() and RUNNING <= length <= WIDEST:
            return True
        word = FIRST_WORD.match(text, *following)
        room = self.width - length - 1
        return self.width > 0 and length >= FULL * self.width and (word is None or len(word[0]) > room - 8)


def stopped(text: str, line: Span) -> bool:
    """Return whether a line ends like a sentence."""
    last = text[line[1] - 1 : line[1]]
    return last in STOPS or (
        not last.isalnum() and STOP.search(text[max(line[0], line[1] - 4) : line[1]]) is not None
    )
