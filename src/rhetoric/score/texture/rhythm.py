"""Rhythm: how long sentences are, how much they differ, and how they follow one another."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Bools, Floats, Ints
from rhetoric.model.feature import Feature
from rhetoric.score.texture.measure import Measure, Prose

SHORT, LONG = 5, 30  # words
STYLE = "Leech, Geoffrey N. and Short, Mick (2007). Style in Fiction. 2nd ed. Harlow: Pearson Longman."
SICHEL = "Sichel, H. S. (1974). On a Distribution Representing Sentence-Length in Written Prose. Journal of the Royal Statistical Society A 137(1), 25-34."
LIMITS = (
    "a sentence that several voices share counts for the one with the most words in it, and only by that voice's own words: a reporting "
    "clause is no sentence",
    "sentences of a transcript are the transcriber's: compare speech with speech",
    "items of a list without stops run into one sentence, or stand as sentences of their own where they have paragraphs",
)


def rhythm(name: str, label: str, unit: str, about: str, cite: str, *limits: str) -> Feature:
    """Return a feature of rhythm."""
    return Feature(
        f"texture.{name}",
        label=label,
        measure="index",
        unit=unit,
        about=about,
        cites=(cite,),
        limits=(*limits, *LIMITS),
    )


MEAN = Measure[Prose](
    rhythm(
        "sentence_length",
        "Mean length of sentences",
        "words",
        "Words / sentences. Higher means longer sentences.",
        SICHEL,
    ),
    lambda c: c.words / c.sentences,
    least=0,
)
MEDIAN = Measure[Prose](
    rhythm(
        "sentence_median",
        "Median length of sentences",
        "words",
        "The length that half of the sentences do not pass. Higher means longer sentences; below the mean, a few are very long.",
        SICHEL,
    ),
    lambda c: c.median,
    least=0,
)
DEVIATION = Measure[Prose](
    rhythm(
        "sentence_deviation",
        "Standard deviation of the length of sentences",
        "words",
        "sqrt(sum of (length - mean)^2 / (sentences - 1)). Higher means sentences of more different lengths, wherever they stand.",
        SICHEL,
    ),
    lambda c: np.sqrt(np.maximum(c.squares - c.words**2 / c.sentences, 0) / (c.sentences - 1)),
    sentences=2,
    least=0,
)
SHORT_SHARE = Measure[Prose](
    rhythm(
        "short_sentences",
        "Share of short sentences",
        "share of sentences",
        f"Sentences of at most {SHORT} words / sentences, 0 to 1. Higher means more of them.",
        STYLE,
        f"the border of {SHORT} words is a convention of this package",
    ),
    lambda c: c.short / c.sentences,
    least=0,
    most=1,
)
LONG_SHARE = Measure[Prose](
    rhythm(
        "long_sentences",
        "Share of long sentences",
        "share of sentences",
        f"Sentences of {LONG} words and more / sentences, 0 to 1. Higher means more of them.",
        STYLE,
        f"the border of {LONG} words is a convention of this package",
    ),
    lambda c: c.long / c.sentences,
    least=0,
    most=1,
)
CHANGE = Measure[Prose](
    rhythm(
        "sentence_change",
        "Change of length from sentence to sentence",
        "share of the mean length",
        "Mean absolute difference in words between each sentence and the one before it / mean length. Higher means that short and long "
        "follow each other more; sentences of one length have 0.",
        STYLE,
        "neighbours are those of one voice, whatever another voice says between them",
    ),
    lambda c: (c.change / c.pairs) / (c.words / c.sentences),
    sentences=2,
    least=0,
)
RHYTHM = (MEAN, MEDIAN, DEVIATION, SHORT_SHARE, LONG_SHARE, CHANGE)


def changes(lengths: Floats, first: Bools) -> tuple[Floats, Floats]:
    """Return how much each sentence differs in length from the one before, and whether there is one before.

    Parameters
    ----------
    lengths : float64 array, shape (sentences,)
    first : bool array, shape (sentences,)
        Whether a sentence is the first of its text and voice.
    """
    change = np.abs(np.diff(lengths, prepend=lengths[:1]))
    return np.where(first, 0.0, change), np.where(first, 0.0, 1.0)


def medians(lengths: Floats, unit: Ints, units: int) -> Floats:
    """Return the median length of the sentences of each of so many units; NaN where there are none."""
    sizes = np.bincount(unit, minlength=units)
    ordered = lengths[np.lexsort((lengths, unit))]
    out = np.full(units, np.nan)
    some = sizes > 0
    start = (np.cumsum(sizes) - sizes)[some]
    low, high = start + (sizes[some] - 1) // 2, start + sizes[some] // 2
    out[some] = (ordered[low] + ordered[high]) / 2
    return out


def at_most(lengths: Floats) -> tuple[Floats, Floats]:
    """Return the distinct lengths, and for each sentence and each of them 1 where it is not longer, else 0."""
    distinct = np.unique(lengths)
    return distinct, (lengths[:, None] <= distinct).astype(np.float64)


def drawn_medians(distinct: Floats, cumulated: Floats) -> Floats:
    """Return the median of every draw.

    Parameters
    ----------
    distinct : float64 array, shape (lengths,)
    cumulated : float64 array, shape (draws, lengths)
        How many sentences of a draw are not longer; the last is all of them.
    """
    half = cumulated[:, -1:] / 2
    low = (cumulated < half - 1e-9).sum(axis=1)
    high = (cumulated < half + 1e-9).sum(axis=1)
    out: Floats = (distinct[low] + distinct[np.minimum(high, len(distinct) - 1)]) / 2
    return out
