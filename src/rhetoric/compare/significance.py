"""Tests, for those who must report them: they assume that words are independent, and they are not."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Floats


def g2(hits_a: npt.NDArray[Any], hits_b: npt.NDArray[Any], words_a: float, words_b: float) -> Floats:
    """Return the log-likelihood ratio statistic of two counts.

    ``2 * (a ln(a / Ea) + b ln(b / Eb))`` with expected counts in proportion to words (Rayson and Garside 2000), 0 or more.
    """
    a, b = np.asarray(hits_a, np.float64), np.asarray(hits_b, np.float64)
    expected_a = words_a * (a + b) / (words_a + words_b)
    expected_b = words_b * (a + b) / (words_a + words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(a > 0, a * np.log(a / expected_a), 0) + np.where(
            b > 0, b * np.log(b / expected_b), 0
        )
    out: Floats = np.maximum(2 * terms, 0.0)
    return out


def g2_p(hits_a: npt.NDArray[Any], hits_b: npt.NDArray[Any], words_a: float, words_b: float) -> Floats:
    """Return the p-value of `g2` on one degree of freedom."""
    from scipy.special import chdtrc

    p: Floats = chdtrc(1, g2(hits_a, hits_b, words_a, words_b))
    return p


def benjamini_hochberg(p: Floats) -> Floats:
    """Return q-values: p adjusted for the false discovery rate over all tests (Benjamini and Hochberg 1995); NaN stays."""
    known = np.flatnonzero(np.isfinite(p))
    q = np.full(len(p), np.nan)
    if len(known):
        order = known[np.argsort(p[known], kind="stable")]
        scaled = p[order] * len(known) / np.arange(1, len(known) + 1)
        q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q
