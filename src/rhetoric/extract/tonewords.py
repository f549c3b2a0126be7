"""The tone of a sentence without the encoder: a linear model over its words, and VADER."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.extract.acts import acts
from rhetoric.extract.metaphorwords import stem
from rhetoric.extract.stancewords import negated
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.corpus import Corpus
from rhetoric.model.tokens import Vocabulary, folded_all

BITS = 17
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ToneWords:
    """A ridge regression over hashed words and pairs of words, and VADER's score.

    Parameters
    ----------
    weights : float32 array, shape (2 ** bits,)
    vader, bias : float
    """

    weights: npt.NDArray[np.float32]
    vader: float
    bias: float

    def tones(self, corpus: Corpus, barred: Bools, vader: Floats) -> Floats:
        """Return the tone of every sentence of a corpus, before it is cut to -1 and 1.

        Parameters
        ----------
        corpus : Corpus
        barred : bool array, shape (tokens,)
            Words that are names: they do not count.
        vader : float64 array, shape (sentences,)
            VADER's score of each sentence, without the names.
        """
        sentence, columns = words(corpus, barred, len(self.weights))
        size = len(corpus.sentences)
        total = np.zeros(size)
        for column in columns:
            total += np.bincount(sentence, self.weights[column], size)
        length = np.bincount(sentence, minlength=size)
        return np.asarray(total / np.sqrt(np.maximum(length, 1)) + self.vader * vader + self.bias)


def words(corpus: Corpus, barred: Bools, size: int) -> tuple[npt.NDArray[np.int32], list[Longs]]:
    """Return the sentence of every word that counts, and its hashed features, each below `size`, a power of two.

    The features are its stem, turned round where a negation stands before it, the word itself, and the pair with the word after it.
    """
    tokens, sentence = corpus.tokens, corpus.token_sentence
    counted = np.flatnonzero(tokens.is_word & (sentence >= 0) & ~corpus.token_removed & ~barred)
    turns = acts().turned
    turning = judged(tokens.vocab, "tone turning", lambda w: w in turns or w.endswith("n't"), np.bool_)
    turned = negated(turning[tokens.ids], sentence)[counted]
    ids = tokens.ids[counted]
    root = judged(tokens.vocab, "tone root", lambda w: zlib.crc32(f"s{stem(w)}".encode()), np.int64)[ids]
    word = judged(tokens.vocab, "tone word", lambda w: zlib.crc32(f"w{w}".encode()), np.int64)[ids]
    after = np.append(root[1:], 0)
    same = np.append(sentence[counted][1:] == sentence[counted][:-1], [False] * (len(counted) > 0))
    pair = np.where(same, (root * 31 + after) * 7 + 3, root * 13 + 5)

    def key(values: Longs) -> Longs:
        mixed = ((values ^ (values >> 15)) * 0x2C1B3C6D) >> 7
        return np.asarray(mixed & (size - 1), np.int64)

    return sentence[counted], [key(root + turned * 7919), key(word), key(pair)]


def judged(vocab: Vocabulary, what: str, judge: Callable[[str], Any], kind: type[np.generic]) -> Array:
    """Return what a function says of the folded form of every type."""
    return vocab.known(what, lambda types: np.fromiter(map(judge, folded_all(types)), kind, len(types)))


@cache
def shipped_tone_words() -> ToneWords:
    """Return the model that ships; its card is ``docs/models/tone.md``."""
    path = files("rhetoric") / "data" / "models" / "tone-words.npz"
    with path.open("rb") as raw, np.load(raw) as held:
        weights = held["weights"].astype(np.float32) * float(held["step"])
        return ToneWords(weights, float(held["vader"]), float(held["bias"]))
