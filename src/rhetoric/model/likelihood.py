"""The log-likelihood ratio of two counts, which several stages ask for."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Floats


def g2(
    hits_a: npt.NDArray[Any],
    hits_b: npt.NDArray[Any],
    words_a: float | Floats,
    words_b: float | Floats,
) -> Floats:
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
