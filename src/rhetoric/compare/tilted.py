"""Mean and variance of some values under exponentially tilted weights, as smooth functions of the tilt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from rhetoric.model.columns import Array, Floats

STEP = 0.05  # between nodes; cubic pieces on them are right to about a hundred-millionth
CELLS = 1 << 22  # exponentials taken at once
ROUNDS = 30
SMALL = 1e-12


@dataclass(frozen=True, eq=False)
class Tilted:
    """``log sum w exp(t x)`` and its derivatives, read off cubic pieces instead of summed anew for every ``t``.

    Parameters
    ----------
    low, high : float
        The tilts that it covers.
    total, mean, slope : callables
        The logarithm of the sum, its first derivative (the mean of ``x``) and its second (the variance), each of an array of tilts.
    """

    low: float
    high: float
    total: Callable[[Floats], Floats]
    mean: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]

    @classmethod
    def of(cls, values: Floats, weights: Floats, low: float, high: float) -> Tilted:
        """Tabulate between two tilts.

        Parameters
        ----------
        values, weights : float64 arrays, shape (n,)
            The values ``x`` and the logarithms of the weights ``w``.
        low, high : float
        """
        from scipy.interpolate import CubicHermiteSpline

        nodes = np.linspace(low, high, max(8, int(np.ceil((high - low) / STEP)) + 1))
        total, mean, spread = np.empty((3, len(nodes)))
        for start in range(0, len(nodes), rows := max(1, CELLS // max(1, len(values)))):
            part = slice(start, start + rows)
            total[part], mean[part], spread[part] = moments(values, weights, nodes[part])
        first: Any = CubicHermiteSpline(nodes, total, mean)
        second: Any = CubicHermiteSpline(nodes, mean, spread)
        return cls(low, high, first, second, second.derivative())

    def root(self, start: Floats, target: Floats, mass: Floats, precision: float) -> Floats:
        """Return where ``target = mass * mean(t) + precision * t``, held within the table.

        This is the maximum of a concave log-likelihood with a normal prior; Newton's method with steps of at most 1.
        """
        t = np.clip(start, self.low, self.high)
        for _ in range(ROUNDS):
            rise = target - mass * self.mean(t) - precision * t
            bend = np.maximum(mass * self.slope(t), SMALL) + precision
            moved = np.clip(t + np.clip(rise / bend, -1, 1), self.low, self.high)
            done = bool(np.max(np.abs(moved - t), initial=0) < 1e-8)
            t = moved
            if done:
                break
        return t


def moments(values: Floats, weights: Floats, tilts: Floats) -> tuple[Array, Array, Array]:
    """Return the logarithm of the sum, mean and variance at each tilt, shape (tilts,)."""
    power = weights + tilts[:, None] * values
    top = power.max(axis=1, keepdims=True)
    share = np.exp(power - top)
    total = share.sum(axis=1)
    mean = share @ values / total
    return np.log(total) + top[:, 0], mean, np.maximum(share @ values**2 / total - mean**2, 0)
