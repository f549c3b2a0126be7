"""A smooth line through values over time, and the change a year that they show."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Bools, Floats

NEAREST = 0.6  # share of the points that a line is fitted to
LEAST_POINTS = 5
ROUNDS = 40


def smoother(at: Floats, weights: Floats) -> Floats:
    """Return the matrix that takes values at some times to a local regression through them.

    Parameters
    ----------
    at : float64 array, shape (points,)
        Times.
    weights : float64 array, shape (points,)
        What each value rests on; points with 0 have no value.

    Returns
    -------
    float64 array, shape (points, points)
        ``matrix @ values`` is the line; NaN throughout with fewer than five points that have a value.

    Notes
    -----
    Local linear regression with tricube weights over the nearest 60 % of the points, five at least, times `weights` (Cleveland 1979, without
    robustness rounds). It is linear in the values, so the band around it comes from the same line through drawn values.
    """
    known = np.flatnonzero(weights > 0)
    if len(known) < LEAST_POINTS:
        return np.full((len(at), len(at)), np.nan)
    many = max(LEAST_POINTS, int(np.ceil(NEAREST * len(known))))
    out = np.zeros((len(at), len(at)))
    for n, here in enumerate(at):
        away = np.abs(at[known] - here)
        reach = np.sort(away)[many - 1] * 1.0001
        w = weights[known] * np.clip(1 - (away / reach) ** 3, 0, 1) ** 3
        x = at[known] - here
        s0, s1, s2 = w.sum(), w @ x, w @ x**2
        flat = s0 * s2 - s1**2
        out[n, known] = w * (s2 - s1 * x) / flat if flat > 1e-12 * s0 * s2 else w / s0
    return out


def log_slope(hits: Floats, words: Floats, at: Floats) -> Floats:
    """Return the slope of log rates over time.

    Parameters
    ----------
    hits, words : float64 arrays, shape (..., points)
    at : float64 array, shape (points,)
        Times in years.

    Returns
    -------
    float64 array, shape (...)
        The change a year of the log rate; NaN without hits, or where all hits lie at one end.

    Notes
    -----
    The slope ``b`` of a Poisson regression with words as exposure: the mean time of the hits equals the mean time of the words weighted by
    ``exp(b t)``. Newton's method, within 50 over the span either way.
    """
    x = at - at.mean()
    reach = 50 / max(float(np.ptp(at)), 1e-9)
    total = hits.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        target = hits @ x / total
        b = np.zeros(target.shape)
        for _ in range(ROUNDS):
            w = words * np.exp(np.clip(b[..., None] * x, -60, 60))
            held = w.sum(axis=-1)
            mean = w @ x / held
            step = (target - mean) / np.maximum(w @ x**2 / held - mean**2, 1e-12)
            b = np.clip(b + np.clip(step, -reach / 10, reach / 10), -reach, reach)
            if not (np.abs(step) > 1e-9).any():
                break
    out: Floats = np.where((total > 0) & (np.abs(b) < reach), b, np.nan)
    return out


def log_slope_error(hits: Floats, words: Floats, at: Floats, slope: float) -> float:
    """Return the quasi-Poisson standard error of a slope: Poisson, times the root of Pearson's chi-squared a degree of freedom, 1 at least."""
    known = words > 0
    x = (at - at.mean())[known]
    w = words[known] * np.exp(np.clip(slope * x, -60, 60))
    expected = w * hits[known].sum() / w.sum()
    mean = expected @ x / expected.sum()
    information = expected @ (x - mean) ** 2
    freedom = int(known.sum()) - 2
    chi2 = ((hits[known] - expected) ** 2 / np.maximum(expected, 1e-12)).sum()
    wide = max(1.0, chi2 / freedom) if freedom > 0 else 1.0
    return float(np.sqrt(wide / information)) if information > 0 else np.nan


def line_slope(values: Floats, weights: Floats, at: Floats) -> Floats:
    """Return the slope of a weighted straight line through values over time; shapes as in `log_slope`."""
    known: Bools = np.isfinite(values) & (weights > 0)
    w = np.where(known, weights, 0)
    v = np.where(known, values, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        held = w.sum(axis=-1, keepdims=True)
        x = at - (w @ at)[..., None] / held
        out: Floats = (w * x * v).sum(axis=-1) / (w * x**2).sum(axis=-1)
    return out


def line_slope_error(values: Floats, weights: Floats, at: Floats, slope: float) -> float:
    """Return the standard error of the slope of a weighted straight line, from the spread of the values around it."""
    known = np.isfinite(values) & (weights > 0)
    if known.sum() < 3:
        return np.nan
    w, v, t = weights[known], values[known], at[known]
    x = t - w @ t / w.sum()
    left = v - w @ v / w.sum() - slope * x
    return float(np.sqrt(w @ left**2 / (known.sum() - 2) / (w @ x**2)))
