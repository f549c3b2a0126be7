"""How often each form occurs in each unit, and what each sentence adds to that."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rhetoric.model.columns import Floats, Ints
from rhetoric.score.texture.diversity import SAMPLE, missed
from rhetoric.score.texture.words import Words


class Frequency(NamedTuple):
    """Sums over the frequencies of the types of every unit; see `Variety`.

    Parameters
    ----------
    tokens, types, squares, logs, drawn : float64 arrays, shape (units,)
    each : float64 array, shape (words,)
        How often the form of every word occurs in its unit.
    """

    tokens: Floats
    types: Floats
    squares: Floats
    logs: Floats
    drawn: Floats
    each: Floats


def frequency(words: Words) -> Frequency:
    """Return the sums over the frequencies of the types of every unit."""
    order, start = words.by_form
    sizes = np.diff(np.append(start, len(order)))
    place, times = order[start], sizes.astype(np.float64)  # of each type, where it stands first
    each = np.empty(len(order))
    each[order] = np.repeat(times, sizes)
    tokens = np.diff(words.first).astype(np.float64)
    held = tokens[words.unit[place]]
    long = held >= SAMPLE
    met = np.zeros(len(place))
    met[long] = 1 - missed(held[long], times[long])

    def total(of_type: Floats) -> Floats:
        at_first = np.zeros(len(order))
        at_first[place] = (
            of_type  # in reading order, so that the sum is the same to the last digit whatever texts stand beside it
        )
        return np.bincount(words.unit, at_first, words.units).astype(np.float64)

    return Frequency(
        tokens,
        total(np.ones(len(place))),
        total(times**2),
        total(times * np.log(times)),
        np.where(tokens >= SAMPLE, total(met), np.nan),
        each,
    )


def shares(row: Ints, form: Ints, times: Floats, totals: Floats) -> Floats:
    """Return what each sentence of one unit adds to its sums.

    Parameters
    ----------
    row : int32 array, shape (words,)
        Number of the sentence in the unit, from 0, without a gap.
    form : int32 array, shape (words,)
        A number for the form of each word.
    times : float64 array, shape (words,)
        How often the form of each word occurs in the unit.
    totals : float64 array, shape (4,)
        Types, squares, logs and drawn of the unit.

    Returns
    -------
    float64 array, shape (sentences, 4)
        What is lost when that sentence alone is taken out, and an even share of what no sentence alone accounts for. Columns add up to
        the totals.

    Notes
    -----
    Sentences drawn with replacement would hold the same words twice, and every index would fall with it. What is lost with a
    sentence is its influence on the sum (Efron 1982), and influences can be drawn with replacement.

    References
    ----------
    Efron, Bradley (1982). The Jackknife, the Bootstrap and Other Resampling Plans. Philadelphia: SIAM.
    """
    key, at, count = np.unique(row.astype(np.int64) << 32 | form, return_index=True, return_counts=True)
    sentence, whole, part = key >> 32, times[at], count.astype(np.float64)
    many = int(row[-1]) + 1
    rest = whole - part
    lost = np.stack(
        [
            np.bincount(sentence, rest == 0, many),
            np.bincount(sentence, whole**2 - rest**2, many),
            np.bincount(sentence, whole * np.log(whole) - rest * np.log(np.maximum(rest, 1)), many),
            drawn_lost(
                sentence, whole, part, np.bincount(row, minlength=many).astype(np.float64), times, totals[3]
            ),
        ],
        axis=1,
    )
    out: Floats = lost + (totals - lost.sum(axis=0)) / many
    return out


def drawn_lost(
    sentence: Ints, whole: Floats, part: Floats, sizes: Floats, times: Floats, total: float
) -> Floats:
    """Return by how much the types expected in a sample fall when each sentence is taken out."""
    kept = len(times) - sizes
    if not kept.min() >= SAMPLE:
        return np.full(len(sizes), np.nan)
    frequencies, first = np.unique(times, return_inverse=True)
    types = np.bincount(first) / frequencies
    left, of = np.unique(kept, return_inverse=True)
    chance = missed(left[:, None], frequencies)
    expected = (types.sum() - chance @ types)[of]
    size = left[of[sentence]]
    gone = missed(size, whole - part) - chance[of[sentence], np.searchsorted(frequencies, whole)]
    out: Floats = total - (expected - np.bincount(sentence, gone, len(sizes)))
    return out
