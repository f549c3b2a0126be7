"""A measure of texture: what it is called, and its formula over named counts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from rhetoric.model.columns import Floats
from rhetoric.model.feature import Feature


class Prose(NamedTuple):
    """Counts of whole sentences, one element for each text and voice, or for each draw of one.

    Parameters
    ----------
    words, sentences : float64 arrays
    characters : float64 array
        Of the words, inner hyphens and apostrophes included.
    syllables : float64 array
    monosyllables : float64 array
        Words of one syllable.
    polysyllables : float64 array
        Words of three syllables or more.
    long_words : float64 array
        Words of seven characters or more.
    squares : float64 array
        Sum of the squared lengths of sentences, in words.
    short, long : float64 arrays
        Sentences of at most five words, and of thirty or more.
    change : float64 array
        Sum of the absolute differences in length between each sentence and the one before.
    pairs : float64 array
        How many sentences have one before.
    median : float64 array
        Median length of a sentence, in words.
    """

    words: Floats
    sentences: Floats
    characters: Floats
    syllables: Floats
    monosyllables: Floats
    polysyllables: Floats
    long_words: Floats
    squares: Floats
    short: Floats
    long: Floats
    change: Floats
    pairs: Floats
    median: Floats


class Variety(NamedTuple):
    """Counts of running words and their types, one element for each text and voice, or for each draw of one.

    Parameters
    ----------
    tokens, types : float64 arrays
    squares : float64 array
        Sum of the squared frequencies of the types.
    logs : float64 array
        Sum of ``f * ln(f)`` over the frequencies of the types.
    drawn : float64 array
        Types expected among 42 words drawn without replacement; NaN for fewer words.
    window_types, window_tokens : float64 arrays
        Types and words of every run of 100 words, summed up.
    segment_types, segment_tokens : float64 arrays
        Types and words of consecutive segments of 100 words, summed up.
    factors_forward, factors_backward : float64 arrays
        Factors of MTLD read from the front and from the back; NaN where none is complete.
    """

    tokens: Floats
    types: Floats
    squares: Floats
    logs: Floats
    drawn: Floats
    window_types: Floats
    window_tokens: Floats
    segment_types: Floats
    segment_tokens: Floats
    factors_forward: Floats
    factors_backward: Floats


Counts = TypeVar("Counts", Prose, Variety)


@dataclass(frozen=True)
class Measure(Generic[Counts]):
    """One measure of texture.

    Parameters
    ----------
    feature : Feature
    formula : callable
        Counts to values, element by element.
    words, sentences : int
        With fewer it is not defined, and NaN.
    least, most : float
        What no value can pass; intervals end there.
    """

    feature: Feature
    formula: Callable[[Counts], Floats]
    words: int = 1
    sentences: int = 1
    least: float = -math.inf
    most: float = math.inf

    def __call__(self, counts: Counts) -> Floats:
        """Return the values; NaN, never 0 or infinity, where the formula divides by nothing."""
        with np.errstate(divide="ignore", invalid="ignore"):
            values = np.asarray(self.formula(counts), np.float64)
        return np.where(np.isfinite(values), values, np.nan)
