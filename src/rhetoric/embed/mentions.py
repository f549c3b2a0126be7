"""For or against: a second encoder of the same kind, that learned stance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rhetoric.embed.encoder import SIZE, Encoder, Floats32, run_parts, shipped
from rhetoric.embed.reading import each, laid_out
from rhetoric.model.columns import Ints
from rhetoric.model.corpus import Corpus

NEITHER = (0.0, 1.0, 0.0)  # of a mention without a word, or outside of all sentences
OUTPUTS = ("state", "stance")


@dataclass(frozen=True, eq=False)
class Leanings:
    """What the encoder of stance says of a corpus.

    Parameters
    ----------
    states : float32 array, shape (sentences, 384)
        The mean state of each sentence's pieces; zeros for a sentence without a word.
    stance : float32 array, shape (tokens, 3)
        Log odds, up to a constant, that the sentence is against, neither, or for whom or what a word names; NaN for what is no word, or
        stands in no sentence.
    """

    states: Floats32
    stance: Floats32


@lru_cache(maxsize=1)
def leanings(corpus: Corpus) -> Leanings:
    """Read the stance of every sentence of a corpus; asked again for the same corpus, nothing is read twice."""
    return leanings_by(shipped("stance"), corpus)


def leanings_by(encoder: Encoder, corpus: Corpus, threads: int = 0) -> Leanings:
    """Do as `leanings` does, with an encoder of one's own; `threads` changes no result."""
    laid = laid_out(encoder, corpus)
    states = np.zeros((len(corpus.sentences), SIZE), np.float32)
    odds = np.full((len(laid.pieces), 3), np.nan, np.float32)

    def run(pieces: npt.NDArray[np.int64]) -> tuple[Floats32, Floats32]:
        parts = run_parts(encoder, OUTPUTS, pieces)
        sizes = [p["stance"].shape[1] - 2 for p in parts]
        state = np.sum([p["state"][0] * n for p, n in zip(parts, sizes, strict=True)], axis=0) / sum(sizes)
        return state.astype(np.float32), np.concatenate([p["stance"][0, 1:-1] for p in parts])

    for row, begin, end, (state, stance) in each(laid, run, threads):
        states[row], odds[begin:end] = state, stance
    out = np.full((len(corpus.tokens), 3), np.nan, np.float32)
    out[laid.words] = odds[laid.first]
    return Leanings(states, out)


def toward(corpus: Corpus, first: Ints, last: Ints) -> Floats32:
    """Return the stance of sentences toward mentions in them: the mean over the words of each mention.

    Parameters
    ----------
    corpus : Corpus
        With sentences and tokens.
    first, last : int32 arrays, shape (mentions,)
        Half-open rows of ``corpus.tokens``.

    Returns
    -------
    float32 array, shape (mentions, 3)
        Log odds, up to a constant, of negative, neutral, positive.
    """
    if not len(first):
        return np.empty((0, 3), np.float32)
    odds = leanings(corpus).stance
    known = np.isfinite(odds[:, :1])
    held = np.vstack([np.hstack([np.where(known, odds, 0.0), known]), np.zeros(4)]).astype(np.float32)
    total = np.add.reduceat(held, np.stack([first, last], axis=1).ravel(), axis=0)[::2]
    words = total[:, 3:]
    mean = np.where(words > 0, total[:, :3] / np.maximum(words, 1), np.array(NEITHER, np.float32))
    return np.asarray(mean, np.float32)


def leaning(corpus: Corpus) -> Floats32:
    """Return how far each sentence is against, neither, or for what its words name: the mean of their probabilities.

    Returns
    -------
    float32 array, shape (sentences, 3)
        0 for a sentence without a word.
    """
    odds = leanings(corpus).stance
    at = np.flatnonzero(np.isfinite(odds[:, 0]) & (corpus.token_sentence >= 0))
    chance = np.exp(odds[at] - odds[at].max(axis=1, keepdims=True)) if len(at) else np.empty((0, 3))
    chance = chance / chance.sum(axis=1, keepdims=True)
    row, size = corpus.token_sentence[at], len(corpus.sentences)
    words = np.maximum(np.bincount(row, minlength=size), 1)
    return np.stack([np.bincount(row, chance[:, k], size) / words for k in range(3)], axis=1).astype(
        np.float32
    )
