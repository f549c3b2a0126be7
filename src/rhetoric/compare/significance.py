"""Tests, for those who must report them: they assume that words are independent, and they are not."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Floats
from rhetoric.model.likelihood import g2


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
