"""How far a machine's codes are those of people, where the sentences coded were drawn by strata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.compare.intervals import stream
from rhetoric.model.columns import Bools, Floats

PRIOR = 0.5  # of a yes and of a no by people, over all strata together: Jeffreys
CELLS = 4_000_000  # the most cells of one working table: 32 MB


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its interval; NaN, all three, where it is undefined.

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
    precision : Interval
        ``tp / (tp + fp)``; undefined where the machine never says yes.
    recall : Interval
        ``tp / (tp + fn)``; undefined where people never say yes.
    f1 : Interval
        ``2 tp / (2 tp + fp + fn)``; undefined where nobody ever says yes.
    accuracy : Interval
        ``(tp + tn) / all``.
    prevalence : Interval
        ``(tp + fn) / all``: the share that people say yes to.
    alpha : Interval
        Krippendorff's alpha (nominal) between people and machine; undefined where both only ever say one
        thing.
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
    alpha: Interval


def validate(
    human: Any,
    machine: Any,
    stratum: Any,
    sizes: Any,
    draws: int = 1000,
    seed: int = 0,
    confidence: float = 0.95,
) -> Validation:
    """Hold a machine's codes against people's.

    Parameters
    ----------
    human, machine : array-like of bool, shape (n,)
    stratum : array-like of int, shape (n,)
        Positions in `sizes`.
    sizes : array-like of int, shape (strata,)
        Sentences of the population in each stratum.
    draws : int
        Draws behind each interval, 1 or more.
    seed : int
    confidence : float
        Coverage aimed at, in (0, 1).

    Returns
    -------
    Validation
        The same bytes for the same codes, seed and draws, in whatever order the sentences come.

    Raises
    ------
    ValueError
        If there is nothing to compare, lengths differ, something is NaN or neither yes nor no, or a stratum
        is unknown, empty, smaller than its sample, or without a coded sentence.

    Notes
    -----
    Each sentence coded stands for ``size / sampled`` of its stratum (Horvitz and Thompson 1952; Lohr 2022,
    chapter 3), so every figure is the population's, alpha too: ``1 - (2 N - 1) * (fp + fn) / (yes * no)``,
    with `yes` and `no` over both and `N` sentences. Where every sentence is coded the figures are the plain
    ones.

    Intervals are percentiles of a Bayesian bootstrap within strata (Rubin 1981): the shares of the outcomes
    of a stratum are drawn from a Dirichlet distribution of their counts. A plain bootstrap cannot draw an
    error that no sample shows, and one missed sentence in a large stratum outweighs many in a small one. So
    the counts get the half a yes and half a no of Jeffreys (Brown, Cai and DasGupta 2001), once for what the
    machine says yes to and once for the rest, spread over strata by their estimated sentences. No interval is
    a point, then, however few the errors, and many thin strata do not add up to errors that nobody saw. In
    trials with six designs of 60 to 200 sentences the intervals of precision, recall, F1 and prevalence
    covered 92 to 100 % (benchmarks/validation.py).

    A stratum in which the machine's code never varies is taken to be so throughout, as where strata are made
    by that code. That a stratum was coded as a whole narrows nothing: intervals are for text like this, coded
    by people like these.

    References
    ----------
    Horvitz, D. G. and Thompson, D. J. (1952). A generalization of sampling without replacement from a finite
    universe. Journal of the American Statistical Association 47, 663-685.
    Lohr, Sharon L. (2022). Sampling: Design and Analysis. 3rd edition. CRC Press, chapter 3.
    Rubin, Donald B. (1981). The Bayesian bootstrap. Annals of Statistics 9 (1), 130-134.
    Brown, Lawrence D., Cai, T. Tony and DasGupta, Anirban (2001). Interval estimation for a binomial
    proportion. Statistical Science 16 (2), 101-133.

    Examples
    --------
    >>> found = validate([1, 1, 0, 1, 0, 0], [1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [3, 30])
    >>> found.tp, found.fp, found.fn, found.tn
    (2.0, 1.0, 10.0, 20.0)
    """
    if draws < 1 or not 0 < confidence < 1:
        raise ValueError(
            f"{draws} draws, confidence {confidence}: take 1 draw or more, and a share between 0 and 1"
        )
    said, found = answers("human", human), answers("machine", machine)
    where, total = whole("stratum", stratum), whole("sizes", sizes)
    if not len(said):
        raise ValueError("there is no coded sentence")
    if not len(said) == len(found) == len(where):
        raise ValueError(f"lengths differ: {len(said)} human, {len(found)} machine, {len(where)} strata")
    fits(where, total)
    outcome = np.where(found, np.where(said, 0, 1), np.where(said, 2, 3))
    counts = np.bincount(4 * where + outcome, minlength=4 * len(total)).reshape(-1, 4).astype(np.float64)
    table = (counts * (total / counts.sum(axis=1))[:, None]).sum(axis=0)
    values, drawn = figures(table[None, :]), figures(resampled(counts, total.astype(np.float64), draws, seed))
    tail = 50 * (1 - confidence)

    def interval(name: str) -> Interval:
        value, all_ = float(values[name][0]), drawn[name]
        all_ = all_[np.isfinite(all_)]
        if np.isnan(value) or not len(all_):
            return Interval(value, float("nan"), float("nan"))
        low, high = np.percentile(all_, [tail, 100 - tail])
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
        interval("alpha"),
    )


def answers(name: str, values: Any) -> Bools:
    """Return codes as yes and no."""
    given = np.asarray(values)
    if given.ndim != 1:
        raise ValueError(f"{name} must be a list of yes and no")
    try:
        numbers = given.astype(np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be yes or no, as true or false or 1 or 0") from None
    if np.isnan(numbers).any():
        raise ValueError(f"{name} has NaN: leave out sentences without a code")
    if not np.isin(numbers, (0, 1)).all():
        raise ValueError(f"{name} must be yes or no, as true or false or 1 or 0")
    return np.asarray(numbers == 1, np.bool_)


def whole(name: str, values: Any) -> npt.NDArray[np.int64]:
    """Return whole numbers."""
    given = np.asarray(values)
    if given.ndim != 1:
        raise ValueError(f"{name} must be a list of whole numbers")
    if given.dtype.kind in "iu":
        return given.astype(np.int64)
    try:
        numbers = given.astype(np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must be whole numbers") from None
    if not np.isfinite(numbers).all():
        raise ValueError(f"{name} has NaN or infinity: it must be whole numbers")
    if (numbers != np.floor(numbers)).any():
        raise ValueError(f"{name} must be whole numbers")
    return numbers.astype(np.int64)


def fits(where: npt.NDArray[np.int64], total: npt.NDArray[np.int64]) -> None:
    """Raise ValueError if the sentences coded cannot have come from strata of these sizes."""
    unknown = where[(where < 0) | (where >= len(total))]
    if len(unknown):
        raise ValueError(f"unknown stratum {int(unknown[0])}: there are {len(total)}, counted from 0")
    sampled = np.bincount(where, minlength=len(total))
    for n, (size, coded) in enumerate(zip(total.tolist(), sampled.tolist(), strict=True)):
        if size < 1:
            raise ValueError(f"stratum {n} has size {size}: leave it out")
        if coded > size:
            raise ValueError(f"stratum {n} has {size} sentences, but {coded} were coded")
        if not coded:
            raise ValueError(
                f"stratum {n} has {size} sentences, and none was coded: merge it or leave it out"
            )


def resampled(counts: Floats, total: Floats, draws: int, seed: int) -> Floats:
    """Return tables of the population's outcomes, shape (draws, 4); see `validate`."""
    generator, shape = stream(seed, "validation"), counts + PRIOR * portions(counts, total)
    out = np.empty((draws, 4))
    block = max(1, CELLS // shape.size)
    for start in range(0, draws, block):
        share = generator.standard_gamma(shape, size=(min(block, draws - start), *shape.shape))
        share /= share.sum(axis=2, keepdims=True)
        out[start : start + block] = np.einsum("dso,s->do", share, total)
    return out


def portions(counts: Floats, total: Floats) -> Floats:
    """Return how much of one prior each outcome of each stratum gets, shape (strata, 4).

    Columns sum to one. What the machine never said in the whole sample goes by the sizes of strata.
    """
    by_machine = np.stack([counts[:, 0] + counts[:, 1], counts[:, 2] + counts[:, 3]], axis=1)
    held = by_machine * (total / counts.sum(axis=1))[:, None]
    all_ = held.sum(axis=0)
    share = np.where(all_ > 0, held / np.where(all_ > 0, all_, 1), (total / total.sum())[:, None])
    out: Floats = share[:, [0, 0, 1, 1]]
    return out


def figures(table: Floats) -> dict[str, Floats]:
    """Return the figures of tables of outcomes, shape (n, 4): both, machine only, people only, neither."""
    both, alone, missed, neither = table.T
    total = table.sum(axis=1)
    yes, no = 2 * both + alone + missed, 2 * neither + alone + missed
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "precision": both / (both + alone),
            "recall": both / (both + missed),
            "f1": 2 * both / yes,
            "accuracy": (both + neither) / total,
            "prevalence": (both + missed) / total,
            "alpha": np.where(yes * no > 0, 1 - (2 * total - 1) * (alone + missed) / (yes * no), np.nan),
        }


def poles_right(human: Any, machine: Any, confidence: float = 0.95) -> Interval:
    """Return the share of items whose pole the machine has right, with Jeffreys' interval.

    Parameters
    ----------
    human : array-like of -1 and +1, shape (n,)
        Of the items that people and machine both find.
    machine : array-like of -1 and +1, shape (n,)
        0 where the machine found the item but no pole: that is not right.
    confidence : float
        Coverage aimed at, in (0, 1).

    Returns
    -------
    Interval
        NaN where there are no items. The ends are 0 and 1 where none and all are right, and never both.

    Raises
    ------
    ValueError
        If lengths differ, or something is no pole.

    Notes
    -----
    Quantiles of ``Beta(right + 1/2, wrong + 1/2)`` (Brown, Cai and DasGupta 2001). Items count alike,
    whatever stratum they came from.

    References
    ----------
    Brown, Lawrence D., Cai, T. Tony and DasGupta, Anirban (2001). Interval estimation for a binomial
    proportion. Statistical Science 16 (2), 101-133.
    """
    from scipy.special import betaincinv

    if not 0 < confidence < 1:
        raise ValueError(f"confidence {confidence}: take a share between 0 and 1")
    one, two = whole("human", human), whole("machine", machine)
    if len(one) != len(two):
        raise ValueError(f"lengths differ: {len(one)} human, {len(two)} machine")
    if not (np.isin(one, (-1, 1)).all() and np.isin(two, (-1, 0, 1)).all()):
        raise ValueError("poles are -1 and +1")
    if not len(one):
        return Interval(float("nan"), float("nan"), float("nan"))
    right, n = int((one == two).sum()), len(one)
    tails = np.array([(1 - confidence) / 2, (1 + confidence) / 2])
    low, high = betaincinv(right + 0.5, n - right + 0.5, tails)
    return Interval(right / n, float(low) if right else 0.0, float(high) if right < n else 1.0)
