"""Mentions read by the encoder: for or against."""

from __future__ import annotations

import numpy as np

from rhetoric.embed.encoder import Floats32
from rhetoric.embed.reading import read
from rhetoric.model.columns import Ints
from rhetoric.model.corpus import Corpus

NEITHER = (0.0, 1.0, 0.0)  # of a mention without a word, or outside of all sentences


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
    odds = read(corpus).stance
    known = np.isfinite(odds[:, :1])
    held = np.vstack([np.hstack([np.where(known, odds, 0.0), known]), np.zeros(4)]).astype(np.float32)
    total = np.add.reduceat(held, np.stack([first, last], axis=1).ravel(), axis=0)[::2]
    words = total[:, 3:]
    return np.where(words > 0, total[:, :3] / np.maximum(words, 1), np.array(NEITHER, np.float32)).astype(
        np.float32
    )


def leaning(corpus: Corpus) -> Floats32:
    """Return how far each sentence is against, neither, or for what its words name: the mean of their probabilities.

    Returns
    -------
    float32 array, shape (sentences, 3)
        0 for a sentence without a word.
    """
    odds = read(corpus).stance
    at = np.flatnonzero(np.isfinite(odds[:, 0]) & (corpus.token_sentence >= 0))
    chance = np.exp(odds[at] - odds[at].max(axis=1, keepdims=True)) if len(at) else np.empty((0, 3))
    chance = chance / chance.sum(axis=1, keepdims=True)
    row, size = corpus.token_sentence[at], len(corpus.sentences)
    words = np.maximum(np.bincount(row, minlength=size), 1)
    return np.stack([np.bincount(row, chance[:, k], size) / words for k in range(3)], axis=1).astype(
        np.float32
    )
