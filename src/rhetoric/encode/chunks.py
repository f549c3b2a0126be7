"""Tokens by chunk type: white space cuts the texts, and only distinct chunks are looked into."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from rhetoric.model.tokens import Tokens, Vocabulary
from rhetoric.model.wordform import spans


def tokenise(texts: Sequence[str]) -> Tokens:
    """Cut texts into tokens.

    Parameters
    ----------
    texts : sequence of str

    Returns
    -------
    Tokens
        ``text[start:end]`` of every token is its type, and every character but white space is in exactly one token.

    Notes
    -----
    A text holds far fewer distinct chunks than chunks, so the pattern runs once for each distinct chunk and the result
    is expanded by index arithmetic.
    """
    chunks: dict[str, int] = {}
    ids: list[npt.NDArray[np.int32]] = []
    starts: list[npt.NDArray[np.int64]] = []
    for text in texts:
        pieces = text.split()
        ids.append(np.fromiter((chunks.setdefault(p, len(chunks)) for p in pieces), np.int32, len(pieces)))
        starts.append(chunk_starts(text))
    chunk = np.concatenate([np.empty(0, np.int32), *ids])
    start = np.concatenate([np.empty(0, np.int64), *starts])

    types: dict[str, int] = {}
    inner: list[tuple[int, int, int]] = []
    counts = np.zeros(len(chunks), np.int64)
    for n, piece in enumerate(chunks):
        found = spans(piece)
        counts[n] = len(found)
        inner += [(types.setdefault(piece[s:e], len(types)), s, e) for s, e in found]
    table = np.array(inner, np.int64).reshape(-1, 3)
    first = np.concatenate([[0], np.cumsum(counts)])

    sizes = counts[chunk]
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    row = np.arange(total) - np.repeat(ends - sizes, sizes) + np.repeat(first[chunk], sizes)
    base = np.repeat(start, sizes)
    of_text = np.concatenate([[0], np.cumsum([len(i) for i in ids])]).astype(np.int64)
    splits = np.concatenate([[0], ends])[of_text]
    return Tokens(table[row, 0], base + table[row, 1], base + table[row, 2], splits, Vocabulary(tuple(types)))


def chunk_starts(text: str) -> npt.NDArray[np.int64]:
    """Return where each piece of ``text.split()`` begins."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    space = blank()[np.minimum(points, len(blank()) - 1)]
    return (
        np.flatnonzero(~space & np.concatenate([[True], space[:-1]]))
        if len(points)
        else np.empty(0, np.int64)
    )


@cache
def blank() -> npt.NDArray[np.bool_]:
    """Return, for every code point up to the last kind of white space and one beyond, whether it is white space."""
    return np.array([chr(c).isspace() for c in range(0x3002)], np.bool_)
