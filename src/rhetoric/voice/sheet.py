"""Many texts on one sheet, end to end, with the blocks that they are laid out in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from rhetoric.model.columns import Array, Bools
from rhetoric.model.corpus import Corpus
from rhetoric.model.joined import Joined
from rhetoric.model.passage import BLOCKS, HEADINGS, REMOVED, Kind, Passages
from rhetoric.voice.reading import Layout


@dataclass(frozen=True)
class Sheet:
    """Texts end to end with their layout.

    Parameters
    ----------
    joined : Joined
    blocks : Passages
        The layout of every text, in order; places are those in the text.
    """

    joined: Joined
    blocks: Passages

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Lay out the texts of a corpus."""
        return cls(Joined.of([d.text for d in corpus.documents]), corpus.passages.of(*BLOCKS))

    @property
    def text(self) -> str:
        """All texts."""
        return self.joined.text

    @property
    def codes(self) -> Array:
        """All letters as numbers."""
        return self.joined.codes

    @property
    def first(self) -> Array:
        """Where each text begins."""
        return self.joined.base[:-1]

    @cached_property
    def last(self) -> Array:
        """Where each text ends."""
        return self.joined.base[1:] - 1

    @cached_property
    def rare(self) -> Array:
        """Where characters from « on stand: curly quotation marks are among them."""
        return np.flatnonzero(self.codes >= ord("«"))

    def standing(self, sign: str) -> Array:
        """Return where a character stands."""
        if sign < "«":
            return np.flatnonzero(self.codes == ord(sign))
        among = self.rare
        found: Array = among[self.codes[among] == ord(sign)]
        return found

    @cached_property
    def start(self) -> Array:
        """Where each block begins on the sheet."""
        return self.first[self.blocks.doc] + self.blocks.start

    @cached_property
    def end(self) -> Array:
        """Where each block ends on the sheet."""
        return self.first[self.blocks.doc] + self.blocks.end

    @cached_property
    def heading(self) -> Bools:
        """Which blocks are headings."""
        return np.isin(self.blocks.kind, HEADINGS)

    @cached_property
    def removed(self) -> Bools:
        """Which blocks are removed from all counts."""
        return np.isin(self.blocks.kind, REMOVED)

    @cached_property
    def bounds(self) -> Array:
        """The first block of each text, and at the end the number of blocks."""
        return np.searchsorted(self.blocks.doc, np.arange(len(self.first) + 1))

    @cached_property
    def uneven(self) -> Bools:
        """Which texts have no layout, turns in it, or blocks that are empty, overlap or reach beyond the text."""
        doc, start, end = self.blocks.doc, self.start, self.end
        turn = self.blocks.kind == Kind.TURN
        odd = turn | (start >= end) | (start < self.first[doc]) | (end > self.last[doc])
        odd[1:] |= (doc[1:] == doc[:-1]) & (start[1:] < end[:-1])
        out: Bools = np.diff(self.bounds) == 0
        out[doc[odd]] = True
        return out

    def layout(self, doc: int) -> Layout:
        """Return kind, start, end and note of the blocks of one text, in order."""
        rows = slice(*self.bounds[doc : doc + 2])
        columns = (getattr(self.blocks, n)[rows].tolist() for n in ("kind", "start", "end", "note"))
        return list(zip(*columns, strict=True))

    def holding(self, pairs: Iterable[str]) -> Bools:
        """Return which texts hold one of some pairs of the same character."""
        out = np.zeros(len(self.first), np.bool_)
        for pair in pairs:
            if pair.isascii() and pair not in self.text:
                continue  # quickly told, unlike with curly marks
            hits = self.standing(pair[0])
            hits = hits[:-1][np.diff(hits) == 1]
            out[np.searchsorted(self.first, hits, side="right") - 1] = True
        return out
