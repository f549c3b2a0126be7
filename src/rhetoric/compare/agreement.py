"""Krippendorff's alpha: how far coders agree beyond chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rhetoric.compare.intervals import stream
from rhetoric.model.columns import Floats

Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS = ("nominal", "ordinal", "interval", "ratio")
CELLS = 4_000_000  # the most cells of one working table: 32 MB
Codes = npt.NDArray[np.int64]


def alpha(codes: Any, level: Level = "nominal") -> float:
    """Return Krippendorff's alpha.

    Parameters
    ----------
    codes : array-like, shape (coders, units)
        Numbers, or (nominal) anything that can be told apart, such as texts; None or NaN where a coder said
        nothing.
    level : {'nominal', 'ordinal', 'interval', 'ratio'}

    Returns
    -------
    float
        1 for perfect agreement, 0 for what chance would give, below 0 for less than that. NaN where alpha is
        undefined: no unit has two codes, or everybody used one value, so that agreement cannot be told from
        chance.

    Raises
    ------
    ValueError
        If the level is unknown, the codes are no table, a level of numbers is given texts or infinities, or
        the ratio level is given negative numbers.

    See Also
    --------
    alpha_interval : How far alpha would move with other units.

    Notes
    -----
    With ``o_ck`` the coincidences of values ``c`` and ``k`` within units (every ordered pair of a unit with
    ``m`` codes counts as ``1 / (m - 1)``), their margins ``n_c``, which sum to ``n``, and the squared
    difference ``d_ck`` of the level::

        alpha = 1 - (n - 1) * sum(o_ck * d_ck) / sum(n_c * n_k * d_ck)

        nominal   d_ck = 1 where c and k differ
        ordinal   d_ck = (n_c / 2 + what lies between + n_k / 2) ** 2
        interval  d_ck = (c - k) ** 2
        ratio     d_ck = ((c - k) / (c + k)) ** 2, and 0 for c = k = 0

    Units with one code or none pair with nothing and are left out. The table of coincidences is never made:
    the upper sum is gathered unit by unit, and the lower is ``n ** 2 - sum(n_c ** 2)`` for names and
    ``2 n * sum(n_c * (x_c - mean) ** 2)`` for numbers and ranks, so memory grows with units and values, not
    with the square of values. Only the ratio level has no such form; there the squared differences are taken
    in blocks of rows: little memory, and time that grows with the square of the distinct values.

    References
    ----------
    Krippendorff, Klaus (2019). Content Analysis: An Introduction to Its Methodology. 4th edition. Sage,
    chapter 12.
    Hayes, Andrew F. and Krippendorff, Klaus (2007). Answering the call for a standard reliability measure for
    coding data. Communication Methods and Measures 1 (1), 77-89.

    Examples
    --------
    >>> round(alpha([[1, 1, 0, 0], [1, 1, 0, 1]]), 3)
    0.533
    """
    units = gathered(codes, level)
    return float(units.alphas(units.times[None, :].astype(np.float64))[0])


def alpha_interval(
    codes: Any, level: Level = "nominal", draws: int = 1000, seed: int = 0, confidence: float = 0.95
) -> tuple[float, float]:
    """Return the percentile interval of `alpha` over resampled units.

    Parameters
    ----------
    codes : array-like, shape (coders, units)
    level : {'nominal', 'ordinal', 'interval', 'ratio'}
    draws : int
        Bootstrap draws, 1 or more.
    seed : int
    confidence : float
        Coverage aimed at, in (0, 1).

    Returns
    -------
    low, high : float
        NaN where alpha is undefined.

    Raises
    ------
    ValueError
        As `alpha` does, and if there are no draws or the confidence lies outside (0, 1).

    See Also
    --------
    alpha : The value, and what it means.

    Notes
    -----
    Units are drawn with replacement from those with two codes or more (Efron and Tibshirani 1993, chapter
    13). Units with the same codes are drawn as one with the chance of all, so the order of coders and units
    changes no draw, and few categories make little work. Draws that used one value only are left out. Perfect
    agreement stays perfect in every draw: there the interval is the point 1 and says nothing of how few the
    units were.

    References
    ----------
    Efron, Bradley and Tibshirani, Robert J. (1993). An Introduction to the Bootstrap. Chapman and Hall.
    """
    if draws < 1 or not 0 < confidence < 1:
        raise ValueError(
            f"{draws} draws, confidence {confidence}: take 1 draw or more, and a share between 0 and 1"
        )
    units = gathered(codes, level)
    if np.isnan(units.alphas(units.times[None, :].astype(np.float64))[0]):
        return float("nan"), float("nan")
    drawn = np.concatenate([units.alphas(times) for times in units.resampled(draws, seed)])
    drawn = drawn[np.isfinite(drawn)]
    if not len(drawn):
        return float("nan"), float("nan")
    tail = 50 * (1 - confidence)
    low, high = np.percentile(drawn, [tail, 100 - tail])
    return float(low), float(high)


@dataclass(frozen=True, eq=False)
class Units:
    """What coders said of units, each different set of codes once.

    Parameters
    ----------
    level : {'nominal', 'ordinal', 'interval', 'ratio'}
    values : float64 array, shape (values,)
        In rising order, scaled; names are places in a list.
    codes : int64 array, shape (sets, coders)
        Positions in `values`, sorted within a set; -1 where nothing was said.
    times : int64 array, shape (sets,)
        How many units have these codes.
    """

    level: Level
    values: Floats
    codes: Codes
    times: Codes

    def resampled(self, draws: int, seed: int) -> Iterator[Floats]:
        """Yield how often each set is drawn, shape (some draws, sets), in blocks that fit in memory."""
        generator, n = stream(seed, "alpha"), int(self.times.sum())
        block = max(1, CELLS // max(len(self.times), len(self.values)))
        for start in range(0, draws, block):
            size = min(block, draws - start)
            yield generator.multinomial(n, self.times / n, size=size).astype(np.float64)

    def alphas(self, times: Floats) -> Floats:
        """Return alpha of every row of `times`, shape (draws, sets); NaN where it is undefined."""
        from scipy.sparse import csr_array

        draws, sets = times.shape
        if not sets:
            return np.full(draws, np.nan)
        row, column = np.nonzero(self.codes >= 0)
        held = csr_array(
            (np.ones(len(row)), (row, self.codes[row, column])), shape=(sets, len(self.values))
        )  # sums up codes that a set holds twice
        margin: Floats = times @ held
        total = margin.sum(axis=1)
        if self.level == "ordinal":
            score = np.cumsum(margin, axis=1) - margin / 2 - total[:, None] / 2
            observed, expected = self.ranks_apart(times, score), spread(margin, score)
        else:
            observed = times @ self.apart()
            expected = self.expected(margin)
        known = ((margin > 0).sum(axis=1) > 1) & (expected > 0)  # 0 where differences are too small to square
        out = np.full(draws, np.nan)
        out[known] = 1 - (total[known] - 1) * observed[known] / expected[known]
        return out

    def expected(self, margin: Floats) -> Floats:
        """Return ``sum(n_c * n_k * d_ck)`` of every row of margins, shape (draws, values)."""
        total: Floats = margin.sum(axis=1)
        if self.level == "nominal":
            names: Floats = total**2 - np.square(margin).sum(axis=1)
            return names
        if self.level == "interval":
            return spread(margin, np.broadcast_to(self.values, margin.shape))
        out, block = np.zeros(len(margin)), max(1, CELLS // len(self.values))
        for start in range(0, len(self.values), block):
            some = slice(start, start + block)
            apart = squared(self.values[:, None], self.values[None, some], self.level)
            out += (margin[:, some] * (margin @ apart)).sum(axis=1)
        return out

    def apart(self) -> Floats:
        """Return what each set adds to ``sum(o_ck * d_ck)``, for levels whose ``d`` is fixed."""
        total = np.zeros(len(self.codes))
        for one, two in combinations(self.codes.T, 2):
            both = (one >= 0) & (two >= 0)
            total[both] += 2 * squared(self.values[one[both]], self.values[two[both]], self.level)
        out: Floats = total / ((self.codes >= 0).sum(axis=1) - 1)
        return out

    def ranks_apart(self, times: Floats, score: Floats) -> Floats:
        """Return ``sum(o_ck * d_ck)`` of every draw from its own middle ranks, shape (draws, values)."""
        size = (self.codes >= 0).sum(axis=1)
        first, second = np.zeros_like(times), np.zeros_like(times)
        for coder in self.codes.T:
            there = np.flatnonzero(coder >= 0)
            rank = score[:, coder[there]]
            first[:, there] += rank
            second[:, there] += np.square(rank)
        out: Floats = (times * 2 * (size * second - np.square(first)) / (size - 1)).sum(axis=1)
        return out


def gathered(codes: Any, level: Level) -> Units:
    """Return the units with two codes or more."""
    if level not in LEVELS:
        raise ValueError(f"level {level!r}: choose {', '.join(LEVELS)}")
    table = codes if isinstance(codes, np.ndarray) else np.asarray(codes, object)
    if table.ndim != 2:
        raise ValueError("codes must be a table of coders by units")
    there = ~missing(table)
    if level != "nominal":
        found, table = numbers(table[there], level), np.full(table.shape, np.nan)
        table[there] = found
    there &= there.sum(axis=0) > 1
    values, position = told_apart(table[there])
    places = np.full(table.shape, -1, np.int64)
    places[there] = position
    sets, times = np.unique(np.sort(places[:, there.any(axis=0)], axis=0).T, axis=0, return_counts=True)
    return Units(level, scaled(values), sets, times.astype(np.int64))


def scaled(values: Floats) -> Floats:
    """Return values divided by the power of two that brings the largest near 1: it changes no alpha."""
    if not len(values):
        return values
    out: Floats = np.ldexp(values, -np.frexp(np.abs(values).max())[1])
    return out


def missing(table: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Return where nothing was said: None, and what does not equal itself."""
    if table.dtype.kind != "O":
        return np.asarray(table != table, np.bool_)
    return np.array([absent(v) for v in table.flat], np.bool_).reshape(table.shape)


def absent(value: Any) -> bool:
    """Whether a code is None, NaN or another mark that does not equal itself."""
    try:
        return value is None or bool(value != value)
    except TypeError:  # a mark that cannot say whether it equals itself
        return True


def numbers(given: npt.NDArray[Any], level: Level) -> Floats:
    """Return codes as numbers that the level can measure."""
    wrong = f"level {level!r} needs numbers"
    if given.dtype.kind in "SU" or any(isinstance(v, str | bytes) for v in given.flat):
        raise ValueError(wrong)
    try:
        out = given.astype(np.float64)
    except (TypeError, ValueError):
        raise ValueError(wrong) from None
    if not np.isfinite(out).all():
        raise ValueError(f"{wrong} that are finite")
    if level == "ratio" and (out < 0).any():
        raise ValueError(f"{wrong} of 0 or more")
    return out


def told_apart(given: npt.NDArray[Any]) -> tuple[Floats, Codes]:
    """Return the different codes in order (names: places in a list) and every code's position there."""
    if given.dtype.kind != "O":
        values, position = np.unique(given, return_inverse=True)
        numeric = values.dtype == np.float64
        return values if numeric else np.arange(len(values), dtype=np.float64), position.astype(np.int64)
    names = sorted(set(given.tolist()), key=order)
    place = {name: n for n, name in enumerate(names)}
    return np.arange(len(names), dtype=np.float64), np.array([place[v] for v in given], np.int64)


def order(name: Any) -> tuple[int, float, str]:
    """Return what names are sorted by: numbers by size, then the rest as they print."""
    if isinstance(name, int | float | np.number | np.bool_):
        return 0, float(name), ""
    return 1, 0.0, f"{type(name).__name__} {name}"


def squared(one: Floats, two: Floats, level: Level) -> Floats:
    """Return the squared difference of values on a level whose ``d`` does not depend on margins."""
    if level == "nominal":
        return np.asarray(one != two, np.float64)
    gap = one - two
    if level == "ratio":
        gap = np.divide(gap, one + two, out=np.zeros_like(gap), where=one + two > 0)
    out: Floats = np.square(gap)
    return out


def spread(margin: Floats, score: Floats) -> Floats:
    """Return ``sum(n_c * n_k * (x_c - x_k) ** 2)`` of every row, from its mean; see `alpha`."""
    total = margin.sum(axis=1)
    mean = (margin * score).sum(axis=1) / np.maximum(total, 1)
    out: Floats = 2 * total * (margin * np.square(score - mean[:, None])).sum(axis=1)
    return out
