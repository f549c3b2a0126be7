"""Tokens by chunk type: white space cuts the texts, and only distinct chunks are looked into."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from rhetoric.model.columns import Ints
from rhetoric.model.tokens import Tokens, Vocabulary
from rhetoric.model.wordform import joined_spans, spans

MARKS = frozenset(',.;:?!)”"')
BLOCK = 1 << 26  # characters taken at once
BLANK = bytes(32 if chr(b).isspace() else b for b in range(128)) + bytes(range(128, 256))


class Encoder:
    """Cuts texts into tokens, one batch after the other, under one growing vocabulary.

    Parameters
    ----------
    compound : bool
        Whether words are those of quanteda; see `rhetoric.model.wordform.glued`.

    Notes
    -----
    A text holds far fewer distinct chunks than chunks, so the pattern runs once for each chunk never met before, and the
    result is expanded by index arithmetic. White space outside ASCII does not end a chunk: the pattern leaves it out.
    """

    def __init__(self, *, compound: bool = False) -> None:
        self.spans = joined_spans if compound else spans
        self.chunks: dict[str, int] = {}
        self.types: dict[str, int] = {}
        self.vocab = Vocabulary(())
        self.first = array("q", [0])  # where the tokens of every chunk begin
        self.inner = array("i")  # and of each of them the type, and its place in the chunk
        self.start = array("i")
        self.end = array("i")

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
        joined = "\n".join(texts) + "\n"
        data = joined.encode("utf-8", "replace").translate(BLANK)  # half a surrogate pair becomes "?"
        raw = np.frombuffer(data, np.uint8)
        blank = raw == 32
        start = np.flatnonzero(~blank & np.concatenate([[True], blank[:-1]])).astype(np.int32)
        chunk = self.look_up(data, start)
        if len(data) > len(joined):
            trailing = np.flatnonzero((raw & 0xC0) == 0x80)  # bytes of a character after its first
            before = np.searchsorted(start, trailing)
            start -= np.cumsum(np.bincount(before, minlength=len(start))[: len(start)]).astype(np.int32)
        begin = np.cumsum([0, *(len(t) + 1 for t in texts)]).astype(np.int32)
        of_text = np.searchsorted(start, begin)
        start -= np.repeat(begin[:-1], np.diff(of_text))

        first = np.array(self.first, np.int32)
        sizes = np.diff(first)[chunk]
        ends = np.concatenate([[0], np.cumsum(sizes, dtype=np.int32)])
        row = np.arange(ends[-1], dtype=np.int32) + np.repeat(first[chunk] - ends[:-1], sizes)
        ids, counts = np.array(self.inner, np.int32)[row], np.diff(ends[of_text])
        if not placed:
            return ids, np.zeros(len(ids), np.int32), np.zeros(len(ids), np.int32), counts
        base = np.repeat(start, sizes)
        left, right = np.array(self.start, np.int32)[row], np.array(self.end, np.int32)[row]
        return ids, base + left, base + right, counts

    def look_up(self, data: bytes, start: Ints) -> Ints:
        """Return the number of every chunk; one never met before is cut into tokens first."""
        if not len(start):
            return np.empty(0, np.int32)
        bounds = np.append(start, np.int32(len(data)))
        cut = pa.StringArray.from_buffers(len(start), pa.py_buffer(bounds), pa.py_buffer(data))
        coded = cut.dictionary_encode()  # each with the blanks after it
        pieces = coded.dictionary.to_pylist()
        codes = list(map(self.chunks.get, pieces))
        if None in codes:
            self.learn([p for p, code in zip(pieces, codes, strict=True) if code is None])
            codes = list(map(self.chunks.get, pieces))
        numbers = np.array(codes, np.int32)
        of_chunk: Ints = numbers[coded.indices.to_numpy()]
        return of_chunk

    def learn(self, fresh: Sequence[str]) -> None:
        """Cut chunks into tokens."""
        chunks, types = self.chunks, self.types
        for piece in fresh:
            chunks[piece] = len(chunks)
            for start, end in self.cut(piece.rstrip()):
                self.inner.append(types.setdefault(piece[start:end], len(types)))
                self.start.append(start)
                self.end.append(end)
            self.first.append(len(self.inner))

    def cut(self, chunk: str) -> Sequence[tuple[int, int]]:
        """Return where the tokens of a chunk begin and end; most are a word, or a word and a mark, and need no pattern."""
        if chunk.isalpha():
            return ((0, len(chunk)),)
        if chunk[-1:] in MARKS and chunk[:-1].isalpha():
            return ((0, len(chunk) - 1), (len(chunk) - 1, len(chunk)))
        return self.spans(chunk)


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
