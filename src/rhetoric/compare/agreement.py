"""Krippendorff's alpha: how far coders agree beyond chance."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS = ("nominal", "ordinal", "interval", "ratio")
Floats = npt.NDArray[np.float64]


def alpha(codes: Any, level: Level = "nominal") -> float:
    """Return Krippendorff's alpha.

    Parameters
    ----------
    codes : array-like, shape (coders, units)
        Numbers, or (nominal) texts; NaN or None where a coder said nothing.
    level : {'nominal', 'ordinal', 'interval', 'ratio'}

    Returns
    -------
    float
        1 for perfect agreement, 0 for what chance would give, below 0 for less; NaN where no unit has two codes, or all
        codes are one value: agreement beyond chance cannot be told then.

    Raises
    ------
    ValueError
        If the level is unknown, the codes are no table, or texts are given for a level of numbers.

    Notes
    -----
    ``1 - (n - 1) * sum(o_ck d_ck) / sum(n_c n_k d_ck)`` over pairs of values ``c < k``, with the coincidences ``o`` of
    values within units, their margins ``n_c``, and the squared difference ``d`` of the level.

    References
    ----------
    Krippendorff, Klaus (2019). Content Analysis: An Introduction to Its Methodology. 4th edition. Sage, chapter 12.

    Examples
    --------
    >>> round(alpha([[1, 1, 0, 0], [1, 1, 0, 1]]), 3)
    0.533
    """
    counts, values = counted(codes, level)
    return of_counts(counts, values, np.ones(len(counts)), level)


def alpha_interval(
    codes: Any, level: Level = "nominal", draws: int = 1000, seed: int = 0, confidence: float = 0.95
) -> tuple[float, float]:
    """Return the percentile interval of alpha over resampled units; NaN where alpha is undefined.

    Parameters
    ----------
    codes, level : see `alpha`
    draws : int
    seed : int
    confidence : float
        Coverage aimed at, in (0, 1).

    Notes
    -----
    Draws in which alpha is undefined are left out.
    """
    counts, values = counted(codes, level)
    if np.isnan(of_counts(counts, values, np.ones(len(counts)), level)):
        return float("nan"), float("nan")
    generator = np.random.default_rng([seed, len(counts)])
    times = generator.multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=draws)
    drawn = np.array([of_counts(counts, values, row.astype(float), level) for row in times])
    tail = 50 * (1 - confidence)
    low, high = np.nanpercentile(drawn, [tail, 100 - tail])
    return float(low), float(high)


def counted(codes: Any, level: Level) -> tuple[Floats, Floats]:
    """Return how often each value stands in each unit that has two codes or more, and the values as numbers."""
    if level not in LEVELS:
        raise ValueError(f"level {level!r}: choose {', '.join(LEVELS)}")
    table = np.asarray(codes, object)
    if table.ndim != 2:
        raise ValueError("codes must be a table of coders by units")
    there = np.array([[v is not None and v == v for v in row] for row in table], np.bool_).reshape(
        table.shape
    )
    given = table[there]
    if level == "nominal":
        names: dict[Any, int] = {}
        numbers = np.array([names.setdefault(v, len(names)) for v in given], np.int64)
        values = np.arange(len(names), dtype=float)
    else:
        try:
            values, numbers = np.unique(given.astype(float), return_inverse=True)
        except (TypeError, ValueError):
            raise ValueError(f"level {level!r} needs numbers") from None
    unit = np.nonzero(there)[1]
    counts = np.zeros((table.shape[1], len(values)))
    np.add.at(counts, (unit, numbers), 1)
    return counts[counts.sum(axis=1) > 1], values


def of_counts(counts: Floats, values: Floats, weight: Floats, level: Level) -> float:
    """Return alpha from the counts of values in units, each unit taken so many times."""
    if not len(counts):
        return float("nan")
    each = weight / (counts.sum(axis=1) - 1)
    coincidence = (counts.T * each) @ counts - np.diag(each @ counts)
    margin = coincidence.sum(axis=0)
    total = margin.sum()
    apart = distance(values, margin, level)
    expected = margin @ apart @ margin
    if total < 2 or expected <= 0:
        return float("nan")
    return float(1 - (total - 1) * (coincidence * apart).sum() / expected)


def distance(values: Floats, margin: Floats, level: Level) -> Floats:
    """Return the squared difference of every two values."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        upto = np.cumsum(margin) - margin / 2
        return np.square(upto[:, None] - upto[None, :])
    gap = values[:, None] - values[None, :]
    if level == "interval":
        return np.square(gap)
    both = values[:, None] + values[None, :]
    return np.square(np.divide(gap, both, out=np.zeros_like(gap), where=both != 0))
