"""The closed parts of the hull for all units at once: the same sums in the same order as unit by unit."""

from __future__ import annotations

import numpy as np

from rhetoric.compare.drift import ALIKE, STRETCH, drift_of
from rhetoric.model.columns import Array, Floats, distinct
from rhetoric.model.counts import Counts


def rates_of_all(counts: Counts, level: float, length: int) -> tuple[Floats, Floats]:
    """Return the Jeffreys part of every unit and rate, per 1,000 words.

    Parameters
    ----------
    counts : Counts
    level : float
    length : int
        Sentences in a block of overdispersion.

    Returns
    -------
    low, high : float64 arrays, shape (units, features)
        NaN for means, and for units without words.

    Notes
    -----
    A unit and feature without hits is steady, and its ends are those of no hits; only the others are looked at.
    """
    from scipy.special import gammaincinv

    tail = (1 - level) / 2
    total = np.where(counts.total > 0, counts.total, np.nan)[:, None]
    rate = np.where(counts.mean, np.nan, 1.0)
    low, high = 0.0 * rate / total, 1000 * (gammaincinv(0.5, 1 - tail) * rate) / total
    cells = np.flatnonzero(~counts.mean[counts.feature])
    pair, cell = distinct(counts.pair[cells])
    unit, feature = pair // counts.shape[1], pair % counts.shape[1]
    hits = np.bincount(cell, counts.hits[cells], len(pair)).astype(np.float64)
    phi = overdispersed(counts, length, unit, hits, cells, cell)
    phi = phi + drift_of(counts.features)[feature] * crowded(
        counts, hits, counts.row[cells], counts.hits[cells], cell
    )
    shape, place = np.unique(hits / phi + 0.5, return_inverse=True)  # many are alike, and a quantile is dear
    words = counts.total[unit]
    low[unit, feature] = 1000 * np.minimum(phi * gammaincinv(shape, tail)[place], hits) / words
    high[unit, feature] = 1000 * np.maximum(phi * gammaincinv(shape, 1 - tail)[place], hits) / words
    return low, high


def means_of_all(counts: Counts, level: float) -> tuple[Floats, Floats]:
    """Return the t part of every unit and mean; NaN for rates, and with fewer than two sentences."""
    from scipy.special import stdtrit

    low, high = np.full(counts.shape, np.nan), np.full(counts.shape, np.nan)
    cells = np.flatnonzero(counts.mean[counts.feature] & np.isfinite(counts.weight))
    cells = cells[np.argsort(counts.pair[cells], kind="stable")]
    pair, first, cell = np.unique(counts.pair[cells], return_index=True, return_inverse=True)
    sentences = np.bincount(cell, minlength=len(pair))
    together = crowded(counts, sentences.astype(np.float64), counts.row[cells], np.ones(len(cells)), cell)
    for n in np.unique(sentences[sentences > 1]).tolist():  # of one length, to be added up as each by itself
        alike = np.flatnonzero(sentences == n)
        known = counts.weight[cells[first[alike][:, None] + np.arange(n)]]
        error = known.std(axis=1, ddof=1) * np.sqrt((1 + ALIKE * (together[alike] - 1)) / n)
        half, middle = float(stdtrit(n - 1, 0.5 + level / 2)) * error, known.mean(axis=1)
        at = np.divmod(pair[alike], counts.shape[1])
        low[at], high[at] = np.maximum(-1.0, middle - half), np.minimum(1.0, middle + half)
    return low, high


def overdispersed(
    counts: Counts, length: int, unit: Array, hits: Floats, cells: Array, cell: Array
) -> Floats:
    """Return `rhetoric.compare.intervals.overdispersion` of pairs of a unit and a feature that have hits.

    Parameters
    ----------
    counts : Counts
    length : int
        Sentences in a block.
    unit : int array, shape (pairs,)
    hits : float64 array, shape (pairs,)
    cells, cell : int arrays, shape (n,)
        Cells that have hits, and the pair that each belongs to.
    """
    blocks = -(-np.diff(counts.first) // length)
    place = np.cumsum(blocks) - blocks
    within = (np.arange(len(counts.words)) - counts.first[counts.unit]) // length
    held = np.bincount(place[counts.unit] + within, counts.words, blocks.sum())
    many = blocks[unit]
    start = np.cumsum(many) - many
    pair = np.repeat(np.arange(len(unit)), many)
    share = (held / np.repeat(counts.total, blocks))[np.arange(len(pair)) + (place[unit] - start)[pair]]
    expected = share * hits[pair]
    observed = np.bincount(start[cell] + within[counts.row[cells]], counts.hits[cells], len(pair))
    with np.errstate(invalid="ignore", divide="ignore"):
        terms = np.where(expected > 0, (observed - expected) ** 2 / expected, 0.0)
    chi2 = np.bincount(pair, terms, len(unit))
    return np.where(many > 1, np.maximum(1.0, chi2 / np.maximum(many - 1, 1)), 1.0)


def crowded(counts: Counts, count: Floats, row: Array, hits: Floats, cell: Array) -> Floats:
    """Return `rhetoric.compare.drift.crowding` of pairs of a unit and a feature that have hits.

    Parameters
    ----------
    counts : Counts
    count : float64 array, shape (pairs,)
    row : int array, shape (n,)
        The sentence of each cell, rising in each pair.
    hits : float64 array, shape (n,)
    cell : int array, shape (n,)
        The pair of each cell.
    """
    if not len(cell):
        return np.zeros(len(count))
    many = np.maximum(1, np.round(counts.total / STRETCH))
    before = np.cumsum(counts.words) - counts.words
    before -= before[counts.first[:-1].clip(max=max(len(before) - 1, 0))][counts.unit]
    part = np.floor(before * many[counts.unit] / np.maximum(counts.total, 1)[counts.unit])
    part = np.minimum(part, many[counts.unit] - 1).astype(np.int64)
    most = int(many.max(initial=1))
    stretch, place = distinct(cell * most + part[row])
    held = np.bincount(place, hits, len(stretch))
    return np.bincount(stretch // most, held**2, len(count)) / np.maximum(count, 1)
