"""A corpus read by the encoder: a vector for every sentence, a score for every word."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rhetoric.embed.encoder import SIZE, THEMES, Encoder, Floats32, Said, shipped
from rhetoric.model.corpus import Corpus


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
    stance : float32 array, shape (tokens, 3)
        Log odds, up to a constant, that the sentence is against, neither, or for whom or what a word names; NaN as in `metaphor`.
    """

    vectors: Floats32
    metaphor: Floats32
    themes: Floats32
    stance: Floats32


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
    vectors = np.zeros((len(corpus.sentences), SIZE), np.float32)
    odds = np.full(len(pieces), np.nan, np.float32)
    toward = np.full((len(pieces), 3), np.nan, np.float32)
    themes = np.full((len(corpus.sentences), 2 * len(THEMES)), np.nan, np.float32)
    groups: dict[bytes, list[int]] = {}
    for n, (a, b) in enumerate(zip(begin.tolist(), end.tolist(), strict=True)):
        if b > a:
            groups.setdefault(pieces[a:b].tobytes(), []).append(n)

    def one(key: bytes) -> Said:
        return encoder.run(np.frombuffer(key, np.int64))

    with ThreadPoolExecutor(threads or cores()) as pool:
        for places, said in zip(groups.values(), pool.map(one, groups), strict=True):
            for n in places:
                vectors[rows[n]], themes[rows[n]] = said.vector, said.themes
                odds[begin[n] : end[n]], toward[begin[n] : end[n]] = said.metaphor, said.stance
    metaphor = np.full(len(tokens), np.nan, np.float32)
    stance = np.full((len(tokens), 3), np.nan, np.float32)
    whole = (size > 0) & tokens.is_word[used]
    first = (ends - size)[whole]
    metaphor[used[whole]], stance[used[whole]] = odds[first], toward[first]
    return Reading(vectors, metaphor, themes, stance)


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # not every system tells
        return max(1, os.cpu_count() or 1)
