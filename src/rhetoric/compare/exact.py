"""Fisher's exact test of a word on two sides."""

from __future__ import annotations

import numpy as np

from rhetoric.compare.association import Counts, numbers
from rhetoric.model.columns import Floats

SAME = 1 + 1e-7  # tables as likely as the one at hand, but for rounding, count as extreme
STEPS = 200  # of halving the logarithm of the odds


def fisher(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts) -> Floats:
    """Return the two-sided p-value of Fisher's exact test.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more, whole.

    Returns
    -------
    float64 array
        In (0, 1]; lower means that so uneven a split is less likely by chance. NaN where a side has no words.

    Notes
    -----
    The sum of the probabilities of all tables with the same margins that are no likelier than the one at hand (Fisher
    1935, by R's and SciPy's definition of two sides). Exact for independent words only, which words are not: it is no more to
    be trusted than G2.
    """
    return by_table(hits_a, hits_b, words_a, words_b, two_sided)


def conditional_odds(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts) -> Floats:
    """Return the odds ratio under which the split at hand is the likeliest, given the margins.

    Parameters
    ----------
    hits_a, hits_b, words_a, words_b : number or array
        0 or more, whole.

    Returns
    -------
    float64 array
        Above 1 where `a` uses the word more; 0 where it does not use it at all; NaN where `b` does not: it would be without end.

    Notes
    -----
    The conditional maximum likelihood estimate (Cornfield 1956), which R's ``fisher.test`` prints: the odds for which the
    mean of Fisher's noncentral hypergeometric distribution is `hits_a`.
    """
    return by_table(hits_a, hits_b, words_a, words_b, likeliest)


def by_table(hits_a: Counts, hits_b: Counts, words_a: Counts, words_b: Counts, measure: object) -> Floats:
    """Return a measure of every table, worked out once for tables that are the same."""
    a, b, wa, wb = numbers(hits_a, hits_b, words_a, words_b)
    rows = np.stack([x.ravel() for x in (a, b, wa, wb)], axis=1)
    different, back = np.unique(rows, axis=0, return_inverse=True)
    out = np.array([measure(*row) for row in different.tolist()], np.float64)  # type: ignore[operator]
    return out[back.ravel()].reshape(a.shape)


def two_sided(a: float, b: float, wa: float, wb: float) -> float:
    """Return the p-value of one table."""
    if not wa or not wb:
        return np.nan
    support, chance = split(a + b, wa, wb)
    relative = np.exp(chance - chance.max())
    at = relative[int(a - support[0])]
    return float(min(1.0, relative[relative <= at * SAME].sum() / relative.sum()))


def likeliest(a: float, b: float, wa: float, wb: float) -> float:
    """Return the conditional odds ratio of one table."""
    if not wa or not wb:
        return np.nan
    support, chance = split(a + b, wa, wb)
    if len(support) == 1 or a == support[-1]:
        return np.nan
    if a == support[0]:
        return 0.0
    low, high = -50.0, 50.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        weight = chance + support * middle
        weight = np.exp(weight - weight.max())
        if (weight * support).sum() / weight.sum() < a:
            low = middle
        else:
            high = middle
        if high - low < 1e-13:
            break
    return float(np.exp((low + high) / 2))


def split(hits: float, wa: float, wb: float) -> tuple[Floats, Floats]:
    """Return how many of some hits can fall on side `a`, and the logarithm of the chance of each but for a constant."""
    from scipy.special import gammaln

    support = np.arange(max(0.0, hits - wb), min(hits, wa) + 1)
    other = hits - support
    chance = -(
        gammaln(support + 1) + gammaln(wa - support + 1) + gammaln(other + 1) + gammaln(wb - other + 1)
    )
    return support, chance
