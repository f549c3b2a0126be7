"""Type-token ratios of stretches of one length: moving windows (MATTR) and segments (MSTTR)."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Floats
from rhetoric.score.texture.diversity import diversity
from rhetoric.score.texture.measure import Measure, Variety
from rhetoric.score.texture.words import Words

WINDOW = 100  # words, as in quanteda and koRpus

MATTR = Measure[Variety](
    diversity(
        "mattr",
        "Moving-average type-token ratio",
        "types per word",
        f"Mean of types / words over every run of {WINDOW} words, 0 to 1. Higher means more different words. It does not depend on length.",
        "Covington, Michael A. and McFall, Joe D. (2010). Cutting the Gordian Knot: The Moving-Average Type-Token Ratio (MATTR). Journal of Quantitative Linguistics 17(2), 94-100.",
        f"not defined below {WINDOW} words; values of other windows are not comparable",
    ),
    lambda c: c.window_types / c.window_tokens,
    words=WINDOW,
    least=0,
    most=1,
)
MSTTR = Measure[Variety](
    diversity(
        "msttr",
        "Mean segmental type-token ratio",
        "types per word",
        f"Mean of types / words over consecutive segments of {WINDOW} words, 0 to 1; the words left at the end are dropped. Higher means "
        "more different words.",
        "Johnson, Wendell (1944). Studies in Language Behavior: A Program of Research. Psychological Monographs 56(2), 1-15.",
        f"not defined below {WINDOW} words",
    ),
    lambda c: c.segment_types / c.segment_tokens,
    words=WINDOW,
    least=0,
    most=1,
)
BY_WINDOW = (MATTR, MSTTR)


def windows(words: Words, window: int = WINDOW) -> tuple[Floats, Floats]:
    """Return types and words of all windows, by sentence; a window belongs to the sentence of its middle word.

    Returns
    -------
    types, tokens : float64 arrays, shape (sentences,)

    Notes
    -----
    A word is new to all windows that begin after its form stood last, so one pass over the words counts the types of every window.
    """
    place = np.arange(len(words))
    first, last = words.first[words.unit], words.first[words.unit + 1] - window  # where a window may begin
    low = np.maximum(np.maximum(words.before + 1, place - window + 1), first)
    high = np.minimum(place, last)
    new = low <= high
    turns = np.bincount(low[new], minlength=len(words) + 1) - np.bincount(
        high[new] + 1, minlength=len(words) + 1
    )
    begins = np.flatnonzero(place <= last)
    types = np.cumsum(turns)[begins]
    middle = words.row[begins + window // 2]
    sentences = len(words.row_unit)
    tokens = np.bincount(middle, minlength=sentences) * float(window)
    return np.bincount(middle, types, sentences).astype(np.float64), tokens.astype(np.float64)


def segments(words: Words, window: int = WINDOW) -> tuple[Floats, Floats]:
    """Return types and words of all segments, by sentence; each word counts in its own.

    Returns
    -------
    types, tokens : float64 arrays, shape (sentences,)
    """
    first = words.first[words.unit]
    within = np.arange(len(words)) - first
    sizes = np.diff(words.first)[words.unit]
    inside = within < sizes // window * window
    new = inside & (words.before < first + within // window * window)
    sentences = len(words.row_unit)
    return (
        np.bincount(words.row[new], minlength=sentences).astype(np.float64),
        np.bincount(words.row[inside], minlength=sentences).astype(np.float64),
    )
