"""Tokens by piece: white space and plain marks cut the texts, and only distinct pieces are looked into."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from rhetoric.encode.cuts import TRAILING, WHITE, Sorts, pieces, sorts
from rhetoric.model.columns import Ints, ahead
from rhetoric.model.tokens import Tokens, Vocabulary
from rhetoric.model.wordform import PLAIN, joined_spans, spans

BLOCK = 1 << 26  # characters taken at once


class Encoder:
    """Cuts texts into tokens, one batch after the other, under one growing vocabulary.

    Parameters
    ----------
    compound : bool
        Whether words are those of quanteda; see `rhetoric.model.wordform.glued`.

    Notes
    -----
    A text holds far fewer distinct pieces than pieces, so the pattern runs once for each piece never met before. Nearly all
    are one token, and a token by itself is always cut as it is in a text: these are looked up among the types. The
    others are expanded by index arithmetic. White space outside ASCII does not end a piece: the pattern leaves it out.
    """

    def __init__(self, *, compound: bool = False) -> None:
        self.spans = joined_spans if compound else spans
        self.types: dict[str, int] = {}
        self.several: dict[str, int] = {}  # pieces that are not one token, numbered from -1 down
        self.vocab = Vocabulary(())
        self.first = array("i", [0])  # where the tokens of each of them begin
        self.inner = array("i")  # and of each of these the type, and its place in the piece
        self.start = array("i")
        self.end = array("i")

    @property
    def size(self) -> int:
        """How many types and other pieces are remembered."""
        return len(self.types) + len(self.several)

    def tokens(self, texts: Sequence[str], *, placed: bool = True) -> Tokens:
        """Return the tokens of some texts; see `tokenise`. Where they stand is left at 0 unless they are `placed`."""
        parts = [self.block(block, placed) for block in blocks(texts, BLOCK)] or [
            (np.empty(0, np.int32),) * 4
        ]
        columns = parts[0] if len(parts) == 1 else map(np.concatenate, zip(*parts, strict=True))
        ids, start, end, counts = columns
        splits = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        if len(self.types) > len(self.vocab):
            self.vocab = self.vocab.grown(tuple(self.types))
        return Tokens(ids, start, end, splits, self.vocab)

    def block(self, texts: Sequence[str], placed: bool = True) -> tuple[Ints, ...]:
        """Return type, start and end of every token of some texts, and how many tokens each text has."""
        coded = [t.encode("utf-8", "replace") for t in texts]  # half a surrogate pair becomes "?"
        data = b"\n".join([*coded, b"\n"])
        sort = sorts(data)
        start, end = pieces(sort)
        code = self.look_up(data.translate(None, WHITE), end - start)
        begin = np.cumsum([0, *(len(t) + 1 for t in texts)]).astype(np.int32)
        narrowed(start, end, sort)
        of_text = np.searchsorted(start, begin)
        odd = np.flatnonzero(code < 0)  # pieces that are not one token
        number = -1 - code[odd]
        first = np.array(self.first, np.int32)
        sizes = np.diff(first)[number]
        before = np.concatenate([[0], np.cumsum(sizes - 1)])  # tokens that they have more than pieces
        counts = np.diff(of_text + before[np.searchsorted(odd, of_text)]).astype(np.int32)
        if placed:
            shift = np.repeat(begin[:-1], np.diff(of_text))
            start -= shift
            end -= shift
        if len(odd):
            own = ahead(odd + before[:-1], sizes)
            ends = odd + before[:-1] + sizes
            size = len(code) + int(before[-1])
            row = np.arange(size) - np.repeat(before, np.diff(ends, prepend=0, append=size))
            inner = ahead(first[number], sizes)
            left = np.repeat(start[odd], sizes)
            code, start, end = (c.take(row, mode="clip") for c in (code, start, end))
            code[own] = np.array(self.inner, np.int32)[inner]
            start[own] = left + np.array(self.start, np.int32)[inner]
            end[own] = left + np.array(self.end, np.int32)[inner]
        if not placed:
            return code, np.zeros(len(code), np.int32), np.zeros(len(code), np.int32), counts
        return code, start, end, counts

    def look_up(self, data: bytes, sizes: Ints) -> Ints:
        """Return the type of every piece, or a number below 0; one never met before is cut into tokens first.

        Parameters
        ----------
        data : bytes
            The pieces without the blanks between them.
        sizes : int32 array, shape (pieces,)
            Of how many bytes each is.
        """
        bounds = np.zeros(len(sizes) + 1, np.int32)
        np.cumsum(sizes, out=bounds[1:])
        cut = pa.StringArray.from_buffers(len(sizes), pa.py_buffer(bounds), pa.py_buffer(data))
        coded = cut.dictionary_encode()
        distinct = coded.dictionary.to_pylist()
        codes = list(map(self.types.get, distinct))
        for n, code in enumerate(codes):
            if code is None:
                piece = distinct[n]
                codes[n] = self.several[piece] if piece in self.several else self.learn(piece)
        of_piece: Ints = np.array(codes, np.int32)[coded.indices.to_numpy()]
        return of_piece

    def learn(self, piece: str) -> int:
        """Cut a piece into tokens and return its number."""
        types = self.types
        if piece.isalpha() or PLAIN.fullmatch(piece) or (cut := self.spans(piece)) == [(0, len(piece))]:
            return types.setdefault(piece, len(types))
        for start, end in cut:
            self.inner.append(types.setdefault(piece[start:end], len(types)))
            self.start.append(start)
            self.end.append(end)
        self.first.append(len(self.inner))
        return self.several.setdefault(piece, -1 - len(self.several))


def narrowed(start: Ints, end: Ints, sort: Sorts) -> None:
    """Turn places in bytes into places in characters."""
    trailing = np.flatnonzero(sort == TRAILING)
    if len(trailing):
        inside = np.searchsorted(end, trailing, side="right")
        more = np.repeat(
            np.arange(len(trailing) + 1, dtype=np.int32), np.diff(inside, prepend=0, append=len(end))
        )
        start[1:] -= more[:-1]
        end -= more


def blocks(texts: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Yield runs of texts of at most so many characters together (one text is never cut)."""
    first = size = 0
    for n, text in enumerate(texts):
        if n > first and size + len(text) > most:
            yield texts[first:n]
            first, size = n, 0
        size += len(text)
    if first < len(texts):
        yield texts[first:]


def tokenise(texts: Sequence[str]) -> Tokens:
    """Cut texts into tokens.

    Parameters
    ----------
    texts : sequence of str

    Returns
    -------
    Tokens
        ``text[start:end]`` of every token is its type, and every character but white space is in exactly one token.
    """
    return Encoder().tokens(texts)
