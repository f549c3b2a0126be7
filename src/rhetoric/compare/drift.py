"""Drift of topic: how much a rate moves from passage to passage of one text, beyond what one passage can show."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.model.columns import Array, Floats
from rhetoric.model.feature import Feature

DRIFT = 0.1
TOPICAL = {"theme": 0.2, "meaning": 0.2}  # families that follow the topic
ALIKE = 0.04  # intraclass correlation of the sentences of one passage, for means
STRETCH = 2000  # words: the longest passages that drift was measured on


def drift_of(features: Sequence[Feature]) -> Floats:
    """Return the drift of every feature: the squared coefficient of variation of its rate between passages of one text.

    Parameters
    ----------
    features : sequence of Feature

    Returns
    -------
    float64 array, shape (features,)
        0.2 for themes, by words or by meaning; 0.1 for all else. Higher means more drift.

    Notes
    -----
    Learned on one half of the texts of `benchmarks/coverage.py` as ``sum((k - m)**2 - phi * m) / sum(m**2)``, where a passage has ``k`` hits,
    ``m`` are expected from its whole text and ``phi`` is the overdispersion seen in the passage, and checked on the other half: see
    `docs/comparison.md`.
    """
    return np.array([TOPICAL.get(f.family, DRIFT) for f in features], np.float64)


def crowding(hits: Floats, words: Floats, text: Array | None = None) -> Floats:
    """Return ``sum(k**2) / sum(k)`` over stretches of up to 2,000 words within texts: hits of one text where there is one stretch.

    Parameters
    ----------
    hits : float64 array, shape (sentences, features)
    words : float64 array, shape (sentences,)
    text : int array, shape (sentences,), optional
        The text of every sentence, each text in one run; without it all are of one.

    Returns
    -------
    float64 array, shape (features,)
        0 for a feature without hits.

    Notes
    -----
    Drift of stretches is independent: the more of them there are, the more it averages out.
    """
    first = np.zeros(len(words), np.bool_)
    first[:1] = True
    if text is not None:
        first[1:] = np.diff(text) != 0
    starts = np.flatnonzero(first)
    size = np.add.reduceat(words, starts)
    many = np.maximum(1, np.round(size / STRETCH))
    run = np.cumsum(first) - 1
    before = np.cumsum(words) - words
    before -= before[starts][run]
    part = np.minimum(np.floor(before * many[run] / np.maximum(size[run], 1)), many[run] - 1)
    turns = np.flatnonzero(first | np.append(False, np.diff(part) != 0))
    held = np.add.reduceat(hits, turns, axis=0)
    out: Floats = (held**2).sum(axis=0) / np.maximum(held.sum(axis=0), 1)
    return out
