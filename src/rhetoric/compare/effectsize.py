"""How large the difference of a word between two sides is.

Every function takes ``hits_a`` and ``hits_b``, how often a word stands on either side, and ``words_a`` and ``words_b``, how
many words each side has; numbers or arrays that broadcast. Intervals take words as independent: they are the least that can be
doubted.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from rhetoric.compare.association import Counts, numbers
from rhetoric.errors import SettingsError
from rhetoric.model.columns import Floats

HALF = 0.5  # added to counts, so that a word that one side does not use has a ratio
SIMPLE = 1.0  # per million words, the constant of simple maths
Zeros = Literal["added", "replaced"]
Between = tuple[Floats, Floats, Floats]


def normal(level: float) -> float:
    """Return how many standard errors an interval reaches each way: 1.96 for .95."""
    from scipy.special import ndtri

    return float(ndtri(0.5 + level / 2))


def log_ratio(
    hits_a: Counts,
    hits_b: Counts,
    words_a: Counts,
    words_b: Counts,
    level: float = 0.95,
    zeros: Zeros = "added",
) -> Between:
    """Return the binary logarithm of the ratio of the two rates, with its interval.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.
    level : float
        Coverage aimed at, in (0, 1).
    zeros : {'added', 'replaced'}
        Add a half to every count, or put a half only where there is no hit, as Hardie does.

    Returns
    -------
    value, low, high : float64 arrays
        Above 0 where `a` uses the word more: 1 is twice as often, 2 four times. NaN where a side has no words.

    Notes
    -----
    ``log2((hits_a / words_a) / (hits_b / words_b))`` (Hardie 2014). With a half added to all counts the rare words shrink
    a little, and the ranks do not jump between no hit and one. The interval is normal on the log scale with variance
    ``1 / (hits_a + .5) + 1 / (hits_b + .5)``.
    """
    if zeros not in ("added", "replaced"):
        raise SettingsError(f"unknown zeros {zeros!r}", "choose added or replaced", "zeros")
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    one, other = (h + HALF if zeros == "added" else np.where(h > 0, h, HALF) for h in (a, b))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where((wa > 0) & (wb > 0), np.log2((one / wa) / (other / wb)), np.nan)
    half = normal(level) * np.sqrt(1 / (a + HALF) + 1 / (b + HALF)) / np.log(2)
    return value, value - half, value + half


def percent_diff(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts) -> Floats:
    """Return by how many per cent the rate of `a` lies above that of `b`.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.

    Returns
    -------
    float64 array
        -100 or more; above 0 where `a` uses the word more. NaN where `b` does not use the word: the ratio has no end.

    Notes
    -----
    ``100 * (rate_a - rate_b) / rate_b`` (Gabrielatos and Marchi 2011). It is lopsided: half as often is -50, twice as often 100.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (a / wa) / (b / wb)
        out: Floats = np.where((b > 0) & (wa > 0), 100 * (ratio - 1), np.nan)
    return out


def odds_ratio(
    hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts, level: float = 0.95
) -> Between:
    """Return the ratio of the odds that a word is this one, with its interval.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.
    level : float
        Coverage aimed at, in (0, 1).

    Returns
    -------
    value, low, high : float64 arrays
        Above 1 where `a` uses the word more. NaN where a side has no words.

    Notes
    -----
    ``(a + .5)(d + .5) / ((b + .5)(c + .5))`` with `c` and `d` the words that are no hit (Haldane 1956), and Woolf's (1955)
    interval on the log scale, variance ``1/(a+.5) + 1/(b+.5) + 1/(c+.5) + 1/(d+.5)``. For rare words it is the ratio of
    the rates.
    """
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    cells = [x + HALF for x in (a, b, wa - a, wb - b)]
    held = (wa > 0) & (wb > 0)
    logged = np.where(held, np.log(cells[0]) + np.log(cells[3]) - np.log(cells[1]) - np.log(cells[2]), np.nan)
    half = normal(level) * np.sqrt(sum(1 / c for c in cells))
    return np.exp(logged), np.exp(logged - half), np.exp(logged + half)


def simple_maths(
    hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts, constant: float = SIMPLE
) -> Floats:
    """Return the ratio of the two rates with a constant added to each.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.
    constant : float
        Above 0, in hits per million words: 1 brings rare words up, 100 and 1,000 common ones.

    Returns
    -------
    float64 array
        Above 1 where `a` uses the word more. NaN where a side has no words.

    Notes
    -----
    ``(rate_a + n) / (rate_b + n)``, rates per million words (Kilgarriff 2009). In short texts one hit is hundreds per
    million, so that a constant of 1 hardly acts: take 100 or more.
    """
    if constant <= 0:
        raise SettingsError(f"constant {constant} is not above 0", "use 1", "constant")
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        out: Floats = (1e6 * a / wa + constant) / (1e6 * b / wb + constant)
    return out


def log_odds(
    hits_a: Counts,
    hits_b: Counts,
    words_a: Counts,
    words_b: Counts,
    prior: Counts,
    prior_words: Counts,
) -> tuple[Floats, Floats]:
    """Return the log-odds ratio with a Dirichlet prior, and its standard error.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more.
    prior : number or array
        What each word has before anything is counted, above 0: `flat`, `pooled`, or counts of a background.
    prior_words : float
        The sum of the prior over all words.

    Returns
    -------
    value, error : float64 arrays
        The value is in nats, above 0 where `a` uses the word more; their quotient is Monroe's z. NaN where a word is all that a side has, and where a side has no words.

    Notes
    -----
    With ``h = hits + prior`` and ``n = words + prior_words`` on each side, the difference of ``ln(h / (n - h))``; variance
    ``1 / h_a + 1 / h_b`` (Monroe, Colaresi and Quinn 2008, equations 15-22). An informative prior draws rare words to no
    difference, so that neither rare nor common words fill the top. The error takes words as independent.
    """
    a, b, wa, wb, p = numbers(hits_a, hits_b, words_a, words_b, prior)
    total = np.asarray(prior_words, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = [(h + p) / (w + total - h - p) for h, w in ((a, wa), (b, wb))]
        value = np.log(odds[0]) - np.log(odds[1])
        error = np.sqrt(1 / (a + p) + 1 / (b + p))
    sound = np.isfinite(value) & np.isfinite(error) & (wa > 0) & (wb > 0)
    return np.where(sound, value, np.nan), np.where(sound, error, np.nan)


def flat(each: float, words: int) -> tuple[float, float]:
    """Return a prior that gives every one of some distinct words the same, and its sum."""
    return each, each * words


def pooled(hits_a: Counts, hits_b: Counts, scaled: float | None = None) -> tuple[Floats, float]:
    """Return the prior of the two sides' joint frequencies over the whole vocabulary, and its sum.

    Parameters
    ----------
    hits_a, hits_b : arrays
        The hits of every word.
    scaled : float, optional
        How many words the prior is worth; by default as many as both sides have.
    """
    a, b = numbers(hits_a, hits_b)
    total = float((a + b).sum())
    weight = 1.0 if scaled is None or not total else scaled / total
    return (a + b) * weight, total * weight
