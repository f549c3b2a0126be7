"""Whether a word and a side go together: tests and information, from a table of two by two counts.

Every function takes ``hits_a`` and ``hits_b``, how often a word stands on either side, and ``words_a`` and ``words_b``, how
many words each side has; numbers or arrays that broadcast. The four cells are the hits and the words that are no hit.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from rhetoric.errors import SettingsError
from rhetoric.model.columns import Array, Floats
from rhetoric.model.likelihood import g2

Counts = npt.ArrayLike
Correction = Literal["none", "yates", "yates-small", "williams"]
FEW = 5  # below so many expected hits the chi-squared distribution fits badly (Cochran 1954)


def signed_g2(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts) -> Floats:
    """Return the log-likelihood ratio of the two counts of hits, with the sign of the side that has more.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.

    Returns
    -------
    float64 array
        Above 0 where `a` uses the word more, below 0 where `b` does; NaN where a side has no words.

    Notes
    -----
    Rayson and Garside (2000): the two cells of hits only; see `rhetoric.model.likelihood.g2`. It grows with the number of
    words, and takes them as independent: words cluster in texts, so it overstates. It is no size of a difference.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.where((wa > 0) & (wb > 0), g2(a, b, wa, wb), np.nan)
    return size * direction(a, b, wa, wb)


def dunning_g2(
    hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts, correction: Correction = "none"
) -> Floats:
    """Return the log-likelihood ratio of all four cells, with the sign of the side that has more.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.
    correction : {'none', 'yates', 'yates-small', 'williams'}
        See `chi_squared`.

    Returns
    -------
    float64 array
        Above 0 where `a` uses the word more; NaN where a side has no words.

    Notes
    -----
    Dunning (1993): ``2 * sum(observed * ln(observed / expected))`` over the four cells. It differs from `signed_g2` by the
    words that are no hit, which matter for frequent words. The same limits hold.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    cells, expected = tables(a, b, wa, wb)
    cells = cells + shift(cells, expected, correction)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(cells > 0, cells * np.log(cells / expected), 0.0)
        size = np.maximum(2 * terms.sum(axis=0), 0.0)
    return known(size / divisor(a, b, wa, wb, correction), wa, wb) * direction(a, b, wa, wb)


def chi_squared(
    hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts, correction: Correction = "none"
) -> Floats:
    """Return Pearson's chi-squared of the four cells, with the sign of the side that has more.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.
    correction : {'none', 'yates', 'yates-small', 'williams'}
        ``'yates'`` moves every cell by a half toward what is expected, but not past it (Yates 1934); ``'yates-small'`` does
        so only where a cell is expected below 5 and the difference is a half or more; ``'williams'`` divides by
        Williams's (1976) factor, which is 1 or more.

    Returns
    -------
    float64 array
        Above 0 where `a` uses the word more; NaN where a side has no words, and where every word or none is a hit.

    Notes
    -----
    ``sum((observed - expected)^2 / expected)``. Unfit where fewer than 5 hits are expected (Dunning 1993); it grows with
    the number of words, and takes them as independent.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    cells, expected = tables(a, b, wa, wb)
    cells = cells + shift(cells, expected, correction)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = ((cells - expected) ** 2 / expected).sum(axis=0)
    return known(size / divisor(a, b, wa, wb, correction), wa, wb) * direction(a, b, wa, wb)


def pmi(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts) -> Floats:
    """Return the pointwise mutual information of a word and side `a`, in bits.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.

    Returns
    -------
    float64 array
        Above 0 where `a` uses the word more than both together; NaN where `a` does not use it (it would be without end),
        and where a side has no words.

    Notes
    -----
    ``log2(hits_a / expected_a)`` (Church and Hanks 1990). It favours rare words: any word that stands on side `a` only
    has the same value.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        bits = np.where(a > 0, np.log2(a * (wa + wb) / (wa * (a + b))), np.nan)
    return known(bits, wa, wb)


def bayes_factor(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts) -> Floats:
    """Return the evidence for a difference by the Bayesian information criterion.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.

    Returns
    -------
    float64 array
        Higher means more evidence that the rates differ, whichever way; below 0 the words are likelier under one rate.

    Notes
    -----
    ``G2 - ln(words_a + words_b)`` (Wilson 2013), which is about twice the logarithm of the Bayes factor; above 2 positive,
    6 strong, 10 very strong. Words are taken as independent.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        out: Floats = np.abs(signed_g2(a, b, wa, wb)) - np.log(wa + wb)
    return out


# -- the table ------------------------------------------------------------------------------------------


def numbers(*given: Counts) -> tuple[Floats, ...]:
    """Return numbers and arrays as arrays of one shape."""
    return tuple(np.broadcast_arrays(*(np.asarray(g, np.float64) for g in given)))


def tables(a: Floats, b: Floats, wa: Floats, wb: Floats) -> tuple[Array, Array]:
    """Return the four cells (hits of a, hits of b, the rest of a, the rest of b) as they are and as expected."""
    cells = np.stack([a, b, wa - a, wb - b])
    total = wa + wb
    with np.errstate(divide="ignore", invalid="ignore"):
        hits, rest = (a + b) / total, (total - a - b) / total
    return cells, np.stack([hits * wa, hits * wb, rest * wa, rest * wb])


def direction(a: Floats, b: Floats, wa: Floats, wb: Floats) -> Floats:
    """Return 1 where side `a` has the higher rate, -1 where `b` has, 0 where they are the same."""
    out: Floats = np.sign(a * wb - b * wa)
    return out


def known(size: Floats, wa: Floats, wb: Floats) -> Floats:
    """Return a measure, NaN where a side has no words."""
    out: Floats = np.where((wa > 0) & (wb > 0), size, np.nan)
    return out


def shift(cells: Array, expected: Array, correction: Correction) -> Array:
    """Return what Yates's correction adds to each cell."""
    if correction not in get_args(Correction):
        choice = ", ".join(get_args(Correction))
        raise SettingsError(f"unknown correction {correction!r}", f"choose from {choice}", "correction")
    if not correction.startswith("yates"):
        return np.zeros_like(cells)
    gap = expected - cells
    move: Array = np.sign(gap) * np.minimum(0.5, np.abs(gap))
    if correction == "yates-small":
        small = (expected < FEW).any(axis=0) & (np.abs(gap[0]) >= 0.5 * (1 - 1e-12))
        return np.where(small, move, 0.0)
    return move


def divisor(a: Floats, b: Floats, wa: Floats, wb: Floats, correction: Correction) -> Floats:
    """Return what Williams's correction divides by: 1 or more, the more the fewer the expected hits."""
    if correction != "williams":
        return np.ones_like(a)
    total, hits = wa + wb, a + b
    with np.errstate(divide="ignore", invalid="ignore"):
        columns = total / hits + total / (total - hits) - 1
        rows = total / wa + total / wb - 1
        out: Floats = 1 + columns * rows / (6 * total)
    return out
