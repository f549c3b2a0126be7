"""How far a machine's codes are those of people, where the sentences coded were drawn by strata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
PRIOR = 0.25  # of each of the four outcomes in each stratum


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its interval; NaN where it is undefined.

    Parameters
    ----------
    value, low, high : float
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Validation:
    """Agreement of a machine with people, for the whole population.

    Parameters
    ----------
    n : int
        Sentences coded.
    tp, fp, fn, tn : float
        Sentences of the population that both say yes to, only the machine, only people, neither.
    precision, recall, f1, accuracy, prevalence : Interval
        Precision is undefined where the machine never says yes, recall where people never do.
    """

    n: int
    tp: float
    fp: float
    fn: float
    tn: float
    precision: Interval
    recall: Interval
    f1: Interval
    accuracy: Interval
    prevalence: Interval


def validate(
    human: Any,
    machine: Any,
    stratum: Any,
    sizes: Sequence[int] | npt.NDArray[Any],
    draws: int = 1000,
    seed: int = 0,
    confidence: float = 0.95,
) -> Validation:
    """Hold a machine's codes against people's.

    Parameters
    ----------
    human, machine : bool arrays, shape (n,)
    stratum : int array, shape (n,)
        Positions in `sizes`.
    sizes : sequence of int
        Sentences of the population in each stratum.
    draws : int
    seed : int
    confidence : float

    Raises
    ------
    ValueError
        If there is nothing to compare, lengths differ, or a stratum is unknown, or smaller than its sample.

    Notes
    -----
    Each sentence coded stands for ``size / sampled`` of its stratum (Horvitz and Thompson 1952). Intervals: percentiles
    of the figures when the four outcomes of each stratum are drawn from their Dirichlet posterior with a prior of 1/4
    each, so that no interval is a point, however few the errors (Gelman et al. 2013, chapter 3). That a stratum was
    coded as a whole does not narrow them.

    References
    ----------
    Horvitz, D. G. and Thompson, D. J. (1952). Journal of the American Statistical Association 47, 663-685.
    Gelman, Andrew et al. (2013). Bayesian Data Analysis. 3rd edition. CRC Press.
    """
    said, found, where = (np.asarray(a) for a in (human, machine, stratum))
    total = np.asarray(sizes, np.int64)
    if not len(said):
        raise ValueError("there is no coded sentence")
    if not len(said) == len(found) == len(where):
        raise ValueError(f"lengths differ: {len(said)} human, {len(found)} machine, {len(where)} strata")
    if where.min() < 0 or where.max() >= len(total):
        raise ValueError(f"unknown stratum {int(where.max())}: there are {len(total)}")
    sampled = np.bincount(where, minlength=len(total))
    if (sampled > total).any():
        wrong = int(np.flatnonzero(sampled > total)[0])
        raise ValueError(f"stratum {wrong} has {total[wrong]} sentences, but {sampled[wrong]} were coded")
    outcome = np.where(
        found.astype(bool), np.where(said.astype(bool), 0, 1), np.where(said.astype(bool), 2, 3)
    )
    counts = np.zeros((len(total), 4))
    np.add.at(counts, (where, outcome), 1)
    used = sampled > 0
    counts, total, sampled = counts[used], total[used], sampled[used]
    table = (counts / sampled[:, None] * total[:, None]).sum(axis=0)
    generator = np.random.default_rng([seed, len(said)])
    drawn = np.zeros((draws, 4))
    for row, size in zip(counts, total, strict=True):
        drawn += generator.dirichlet(row + PRIOR, draws) * size
    values, spread = figures(table[None, :]), figures(drawn)
    tail = 50 * (1 - confidence)

    def interval(name: str) -> Interval:
        value = float(values[name][0])
        if np.isnan(value):
            return Interval(value, value, value)
        low, high = np.nanpercentile(spread[name], [tail, 100 - tail])
        return Interval(value, min(value, float(low)), max(value, float(high)))

    both, alone, missed, neither = map(float, table)
    return Validation(
        len(said),
        both,
        alone,
        missed,
        neither,
        interval("precision"),
        interval("recall"),
        interval("f1"),
        interval("accuracy"),
        interval("prevalence"),
    )


def figures(table: Floats) -> dict[str, Floats]:
    """Return the figures of tables of outcomes, shape (n, 4): both, machine only, people only, neither."""
    both, wrong, missed, neither = table.T
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "precision": both / (both + wrong),
            "recall": both / (both + missed),
            "f1": 2 * both / (2 * both + wrong + missed),
            "accuracy": (both + neither) / table.sum(axis=1),
            "prevalence": (both + missed) / table.sum(axis=1),
        }


def poles_right(human: Any, machine: Any, confidence: float = 0.95) -> Interval:
    """Return the share of items whose pole is the same, with Jeffreys' interval; NaN where there are none.

    Parameters
    ----------
    human, machine : arrays of -1 and +1, shape (n,)
    confidence : float
    """
    from scipy.stats import beta

    one, two = np.asarray(human), np.asarray(machine)
    if not len(one):
        return Interval(float("nan"), float("nan"), float("nan"))
    same, n = int((one == two).sum()), len(one)
    low, high = beta.ppf([(1 - confidence) / 2, (1 + confidence) / 2], same + 0.5, n - same + 0.5)
    return Interval(same / n, 0.0 if same == 0 else float(low), 1.0 if same == n else float(high))
