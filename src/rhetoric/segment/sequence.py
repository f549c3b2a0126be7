"""The words of some blocks as integers, without marks and capitals, and the way back to the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from rhetoric.model.document import Mark
from rhetoric.model.tokens import fold

CHUNK = re.compile(r"\S+")
CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.S)
Span = tuple[int, int]


class Folded(dict[str, int]):
    """A number for each chunk of text between white space: the same where only marks and capitals differ.

    A chunk without letters and digits has the number 0.
    """

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}

    def __missing__(self, chunk: str) -> int:
        core = CORE.search(chunk)
        number = self.numbers.setdefault(fold(core[0]), len(self.numbers) + 1) if core else 0
        self[chunk] = number
        return number


@dataclass(frozen=True, eq=False)
class WordRow:
    """Words in order.

    Parameters
    ----------
    text : str
        The text they come from.
    blocks : tuple of Mark
    words : int64 array, shape (n,)
        The number of each word.
    block : int64 array, shape (n,)
        The position in `blocks` of each.
    chunk : int64 array, shape (n,)
        The number of each among the stretches between white space in the blocks.
    """

    text: str
    blocks: tuple[Mark, ...]
    words: npt.NDArray[np.int64]
    block: npt.NDArray[np.int64]
    chunk: npt.NDArray[np.int64]

    @classmethod
    def of(cls, text: str, blocks: Sequence[Mark], folded: Folded) -> WordRow:
        """Read the words of some blocks."""
        pieces = [text[b.start : b.end].split() for b in blocks]
        sizes = [len(p) for p in pieces]
        numbers = map(folded.__getitem__, chain.from_iterable(pieces))
        words = np.fromiter(numbers, np.int64, sum(sizes))
        block = np.repeat(np.arange(len(blocks)), sizes)
        kept = np.flatnonzero(words)
        return cls(text, tuple(blocks), words[kept], block[kept], kept)

    @cached_property
    def chunks(self) -> list[Span]:
        """Where the stretches between white space stand."""
        return [m.span() for b in self.blocks for m in CHUNK.finditer(self.text, b.start, b.end)]

    def span(self, first: int, last: int) -> Span:
        """Return where words `first` to `last` (exclusive) begin and end in the text, without the marks around."""
        begin, end = (CORE.search(self.text, *self.chunks[self.chunk[n]]) for n in (first, last - 1))
        if begin is None or end is None:
            raise IndexError(f"no words {first} to {last}")
        return begin.start(), end.end()
