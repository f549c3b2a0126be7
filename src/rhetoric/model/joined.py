"""Texts put end to end, and their letters as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from rhetoric.model.columns import Array, Bools

MARGIN = 8  # empty places on both sides, so that every letter has neighbours
BEYOND = 0x3001  # no letter from here on is white space
WHITE = np.array([chr(n).isspace() for n in range(BEYOND)] + [False])
BREAK = 10


@dataclass(frozen=True, eq=False)
class Joined:
    """Texts with a line break between them. A place is a code point of the whole.

    Parameters
    ----------
    text : str
    base : int64 array, shape (texts + 1,)
        Where each text begins; the next begins two places after it ends.
    """

    text: str
    base: Array

    @classmethod
    def of(cls, texts: Sequence[str]) -> Joined:
        """Join texts."""
        return cls("\n".join(texts), np.cumsum([0, *(len(t) + 1 for t in texts)], dtype=np.int64))

    @cached_property
    def padded(self) -> Array:
        """All letters as numbers, with `MARGIN` zeros on both sides."""
        blank = "\0" * MARGIN
        whole = f"{blank}{self.text}{blank}"
        short = whole.encode("utf-16-le", "surrogatepass")  # half as much to read, unless a letter needs two
        if len(short) == 2 * len(whole):
            return np.frombuffer(short, np.uint16)
        return np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)

    @property
    def codes(self) -> Array:
        """All letters as numbers."""
        return self.padded[MARGIN:-MARGIN]

    @cached_property
    def breaks(self) -> Array:
        """Where the line breaks are."""
        return np.flatnonzero(self.codes == BREAK)

    def white(self, at: Array) -> Bools:
        """Return which places hold white space."""
        found: Bools = WHITE[np.minimum(self.codes[at], BEYOND)]
        return found

    def begun(self, start: Array, end: Array) -> Array:
        """Return the first places of some stretches that hold no white space, at the latest their ends."""
        start = start.copy()
        rows = np.flatnonzero(start < end)
        while len(rows := rows[self.white(start[rows])]):
            start[rows] += 1
            rows = rows[start[rows] < end[rows]]
        return start

    def trimmed(self, start: Array, end: Array) -> tuple[Array, Array]:
        """Return stretches without white space at their ends; some may be empty."""
        start, end = self.begun(start, end), end.copy()
        rows = np.flatnonzero(start < end)
        while len(rows := rows[self.white(end[rows] - 1)]):
            end[rows] -= 1
        return start, end


def holder(starts: Array, place: Array) -> Array:
    """Return for each place, in order, the last stretch that begins there or before; -1 where none does."""
    before = np.searchsorted(place, starts)
    return np.repeat(np.arange(-1, len(starts)), np.diff(before, prepend=0, append=len(place)))
