"""A corpus read by the encoder: a vector for every sentence, a score for every word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from rhetoric.embed.encoder import SIZE, THEMES, Encoder, Floats32, shipped
from rhetoric.model.corpus import Corpus

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Reading:
    """What the encoder says of a corpus.

    Parameters
    ----------
    vectors : float32 array, shape (sentences, 384)
        One row for each of ``corpus.sentences``, of length 1; zeros for a sentence without a word.
    metaphor : float32 array, shape (tokens,)
        Log odds that a word is used metaphorically; NaN for what is no word, or stands in no sentence.
    themes : float32 array, shape (sentences, 24)
        Log odds of each of `THEMES`, then that the appeal is for it; NaN for a sentence without a word.
    """

    vectors: Floats32
    metaphor: Floats32
    themes: Floats32


@lru_cache(maxsize=1)
def read(corpus: Corpus) -> Reading:
    """Read every sentence of a corpus; asked again for the same corpus, nothing is read twice."""
    return read_by(shipped(), corpus)


def read_by(encoder: Encoder, corpus: Corpus, threads: int = 0) -> Reading:
    """Read every sentence of a corpus.

    Parameters
    ----------
    encoder : Encoder
    corpus : Corpus
        With sentences and tokens.
    threads : int
        How many sentences are read side by side; 0: as many as this process may use cores. It changes no result.

    Notes
    -----
    Word pieces are looked up once for each distinct token. A sentence that stands in the corpus several times is read
    once. A word's score is that of its first piece.
    """
    laid = laid_out(encoder, corpus)
    vectors = np.zeros((len(corpus.sentences), SIZE), np.float32)
    odds = np.full(len(laid.pieces), np.nan, np.float32)
    themes = np.full((len(corpus.sentences), 2 * len(THEMES)), np.nan, np.float32)
    for row, begin, end, said in each(laid, encoder.run, threads):
        vectors[row], themes[row] = said.vector, said.themes
        odds[begin:end] = said.metaphor
    metaphor = np.full(len(corpus.tokens), np.nan, np.float32)
    metaphor[laid.words] = odds[laid.first]
    return Reading(vectors, metaphor, themes)


@dataclass(frozen=True, eq=False)
class Laid:
    """A corpus as word pieces.

    Parameters
    ----------
    pieces : int64 array, shape (n,)
        Of all sentences, one after the other.
    rows : int array, shape (sentences with a word,)
        Their rows in ``corpus.sentences``.
    begin, end : int arrays, shape (sentences with a word,)
        Their pieces, half-open.
    words, first : int arrays, shape (words,)
        Tokens that are words, and the first piece of each.
    """

    pieces: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]
    begin: npt.NDArray[np.int64]
    end: npt.NDArray[np.int64]
    words: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]


def laid_out(encoder: Encoder, corpus: Corpus) -> Laid:
    """Return a corpus as word pieces; each distinct token is looked up once."""
    tokens = corpus.tokens
    flat, splits = encoder.pieces(tokens.vocab.types)
    used = np.flatnonzero((corpus.token_sentence >= 0) & ~corpus.token_removed)
    size = np.diff(splits)[tokens.ids[used]]
    sentence = corpus.token_sentence[used]
    ends = np.cumsum(size)
    row = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - size, size)
    pieces = flat[np.repeat(splits[tokens.ids[used]], size) + row]
    of = np.repeat(sentence, size)
    worded = np.zeros(len(corpus.sentences), np.bool_)
    worded[sentence[tokens.is_word[used]]] = True
    rows = np.flatnonzero(worded)
    begin, end = np.searchsorted(of, rows), np.searchsorted(of, rows, "right")
    whole = (size > 0) & tokens.is_word[used]
    return Laid(pieces, rows, begin, end, used[whole], (ends - size)[whole])


def each(
    laid: Laid, run: Callable[[npt.NDArray[np.int64]], T], threads: int = 0
) -> Iterator[tuple[int, int, int, T]]:
    """Yield for each sentence its row, where its pieces begin and end, and what is said of it; equal ones are read once."""
    groups: dict[bytes, list[int]] = {}
    for n, (a, b) in enumerate(zip(laid.begin.tolist(), laid.end.tolist(), strict=True)):
        if b > a:
            groups.setdefault(laid.pieces[a:b].tobytes(), []).append(n)

    def one(key: bytes) -> T:
        return run(np.frombuffer(key, np.int64))

    with ThreadPoolExecutor(threads or cores()) as pool:
        for places, said in zip(groups.values(), pool.map(one, groups), strict=True):
            for n in places:
                yield int(laid.rows[n]), int(laid.begin[n]), int(laid.end[n]), said


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # not every system tells
        return max(1, os.cpu_count() or 1)
