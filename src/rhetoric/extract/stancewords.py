"""Stance toward a mention without the encoder: a linear model over the words around it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from rhetoric.extract.acts import act_of, acts, judgement_of
from rhetoric.extract.metaphorwords import stem
from rhetoric.extract.vaderwords import vader
from rhetoric.model.columns import Bools, Floats, Ints
from rhetoric.model.corpus import Corpus

BITS = 18
WIDE, NEAR = 20, 8  # words on either side: in a bag, and by place
RINGS = np.array([0, 1, 2, 3, 4, 4, 4, 5, 5])  # how finely the distance of a word counts, by distance
MIX = (0x9E3779B1, 0x85EBCA6B)
NOTHING = 0  # the column of what is not there; its weight is 0
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class StanceModel:
    """A multinomial logistic regression over hashed words and a few sums.

    Parameters
    ----------
    weights : float32 array, shape (2 ** bits, 3)
        Of hashed features, for negative, neutral, positive.
    dense : float64 array, shape (sums, 3)
    bias : float64 array, shape (3,)
    """

    weights: npt.NDArray[np.float32]
    dense: Floats
    bias: Floats

    def odds(self, corpus: Corpus, first: Ints, last: Ints) -> Floats:
        """Return log odds, up to a constant, of negative, neutral, positive for mentions, shape (mentions, 3).

        Parameters
        ----------
        corpus : Corpus
        first, last : int32 arrays, shape (mentions,)
            Half-open rows of ``corpus.tokens``.
        """
        columns, sums = features(corpus, first, last, len(self.weights))
        out = (sums[:, :, None] * self.dense).sum(
            axis=1
        ) + self.bias  # not by BLAS: its last digits depend on the number of rows
        for column in columns.T:
            out += self.weights[column]
        return np.asarray(out, np.float64)


def features(corpus: Corpus, first: Ints, last: Ints, size: int) -> tuple[Longs, Floats]:
    """Return what the model is given of mentions.

    Returns
    -------
    int64 array, shape (mentions, features)
        Places below `size`, a power of two; 0 for what is not there. The words of the mention itself are left out: who somebody is must
        not decide what is said of them.
    float64 array, shape (mentions, sums)
        Sums of the lexicon's values, of acts and of judgements, before and after the mention, near and far.
    """
    tokens, sentence = corpus.tokens, corpus.token_sentence
    forms, _ = tokens.vocab.folding
    folded = tokens.folded
    turners = acts().turned
    turning = np.array([w in turners or w.endswith("n't") for w in forms] or [False], np.bool_)
    steps = np.concatenate([np.arange(-WIDE, 0), np.arange(1, WIDE + 1)])
    anchor = np.where(steps < 0, first[:, None], last[:, None] - 1)
    at = np.clip(anchor + steps, 0, max(0, len(tokens) - 1))
    here = sentence[first][:, None] if len(first) else np.empty((0, 1), np.int32)
    there = (sentence[at] == here) & (anchor + steps == at) & (here >= 0)
    type_ = folded[at] if len(first) else np.empty(at.shape, np.int32)
    roots = np.zeros(max(1, len(forms)), np.int64)
    value, sign, called = np.zeros((3, len(roots)))
    met = np.zeros(len(roots), np.bool_)
    met[type_] = True
    for n in np.flatnonzero(met).tolist():  # only words beside a mention
        roots[n], value[n], sign[n], called[n] = known(forms[n])
    turned = negated(turning[folded] if len(folded) else np.empty(0, np.bool_), sentence)[at]
    root = roots[type_] + turned * 7919
    side = (steps > 0).astype(np.int64)
    near = np.abs(steps) <= NEAR
    ring = RINGS[np.abs(steps[near])] * 2 + side[near]

    def key(number: int, *parts: Longs) -> Longs:
        total = np.full(parts[0].shape, number * MIX[1], np.int64)
        for n, part in enumerate(parts):
            total = total * 31 + part * MIX[n % 2]
        mixed = ((total ^ (total >> 15)) * 0x2C1B3C6D) >> 7
        return np.asarray(np.maximum(mixed & (size - 1), 1), np.int64)

    def spread(values: Longs) -> Longs:
        return np.broadcast_to(values, root.shape)

    middle = WIDE
    pairs = [
        (middle - 2, middle - 1),
        (middle, middle + 1),
        (middle - 1, middle),
        (middle - 3, middle - 2),
        (middle + 1, middle + 2),
    ]
    blocks = [
        np.where(there, key(1, root), NOTHING),
        np.where(there, key(2, root, spread(side)), NOTHING),
        np.where(
            there[:, near],
            key(3, root[:, near], spread(np.zeros(len(steps), np.int64))[:, near] + ring),
            NOTHING,
        ),
        *(
            np.where(there[:, a] & there[:, b], key(4 + n, root[:, a], root[:, b]), NOTHING)[:, None]
            for n, (a, b) in enumerate(pairs)
        ),
    ]
    held = np.where(turned, -0.7, 1.0) * there
    sums = [
        (table[type_] * held)[:, (side == s) & (np.abs(steps) <= reach)].sum(axis=1)
        for table in (value / 4, sign, called)
        for s in (0, 1)
        for reach in (4, WIDE)
    ]
    return np.concatenate(blocks, axis=1), np.stack(sums, axis=1)


@lru_cache(maxsize=1 << 15)
def known(word: str) -> tuple[int, float, int, int]:
    """Return the number of the stem of a folded word, its value in the lexicon, and its signs as an act and as a judgement."""
    root = zlib.crc32(stem(word).encode())
    return root, vader().lexicon.get(word, 0.0), act_of(word), judgement_of(word, "")


def negated(turning: Bools, sentence: Ints) -> Bools:
    """Return which tokens have a word that turns them round among the three before them, in their sentence."""
    out = np.zeros(len(turning), np.bool_)
    for back in (1, 2, 3):
        out[back:] |= turning[:-back] & (sentence[back:] == sentence[:-back])
    return out


@cache
def shipped_stance() -> StanceModel:
    """Return the model that ships; its card is ``docs/models/stance-words.md``."""
    path = files("rhetoric") / "data" / "models" / "stance-words.npz"
    with path.open("rb") as raw, np.load(raw) as held:
        weights = held["weights"].astype(np.float32) * float(held["step"])
        return StanceModel(weights, held["dense"].astype(np.float64), held["bias"].astype(np.float64))
