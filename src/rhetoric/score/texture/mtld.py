"""MTLD: how many words in a row keep the type-token ratio up."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Floats
from rhetoric.score.texture.diversity import diversity
from rhetoric.score.texture.measure import Measure, Variety
from rhetoric.score.texture.words import Words

FLOOR = 0.72  # the type-token ratio that ends a factor (McCarthy and Jarvis 2010)

MTLD = Measure[Variety](
    diversity(
        "mtld",
        "Measure of textual lexical diversity",
        "words",
        f"Mean number of words in a row before types / words falls to {FLOOR}, the rest at the end as a part of such a run; mean of reading "
        "forward and backward. Higher means more different words. It hardly depends on length.",
        "McCarthy, Philip M. and Jarvis, Scott (2010). MTLD, vocd-D, and HD-D: A Validation Study of Sophisticated Approaches to Lexical Diversity Assessment. Behavior Research Methods 42(2), 381-392.",
        f"not defined where the ratio never falls to {FLOOR}, as in most texts below 100 words",
    ),
    lambda c: (c.tokens / c.factors_forward + c.tokens / c.factors_backward) / 2,
    least=0,
)


def factors(words: Words) -> tuple[Floats, Floats]:
    """Return the factors that each sentence has a part in, read forward and backward.

    Returns
    -------
    forward, backward : float64 arrays, shape (sentences,)
        A factor is shared out evenly among its words; NaN in all sentences of a unit in which none is complete.
    """
    size = len(words)
    after = np.full(size, -1, np.int64)  # where each form stood last, seen from the end
    again = np.flatnonzero(words.before >= 0)
    after[words.before[again]] = size - 1 - again
    forward = per_word(words.before, words.first)
    backward = per_word(after[::-1], size - words.first[::-1])[::-1]
    sentences = len(words.row_unit)
    parts = np.bincount(words.row, forward, sentences), np.bincount(words.row, backward, sentences)
    return parts[0].astype(np.float64), parts[1].astype(np.float64)


def per_word(before: npt.NDArray[Any], first: npt.NDArray[Any]) -> Floats:
    """Return the part of a factor that each word is, unit after unit.

    Parameters
    ----------
    before : int array, shape (words,)
        Where the form of each word stood last, or -1.
    first : int array, shape (units + 1,)
        Where each unit begins.
    """
    seen = before.tolist()
    bounds = first.tolist()
    lengths: list[int] = []
    parts: list[float] = []
    for begin, end in pairwise(bounds):
        start, types, done = begin, 0, len(lengths)
        for place in range(begin, end):
            if seen[place] < start:
                types += 1
            if types / (place + 1 - start) <= FLOOR:
                lengths.append(place + 1 - start)
                parts.append(1.0)
                start, types = place + 1, 0
        if start < end:
            complete = len(lengths) > done
            lengths.append(end - start)
            parts.append((1 - types / (end - start)) / (1 - FLOOR) if complete else np.nan)
    return np.repeat(np.array(parts) / np.maximum(lengths, 1), lengths)
