"""What every text and voice has in each of its sentences: the material of scores and of their intervals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, runtime_checkable

import numpy as np

from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.feature import Feature


@dataclass(frozen=True, eq=False, repr=False)
class Counts:
    """Words, hits and weights by sentence of every unit; cells of a sentence and a feature without hits are left out.

    Parameters
    ----------
    features : tuple of Feature
    first : int array, shape (units + 1,)
        The sentences of unit ``u`` are rows ``first[u]`` to ``first[u + 1]``.
    words : float64 array, shape (sentences,)
    row, feature : int arrays, shape (cells,)
        Of every cell, sorted by row and then feature.
    hits, weight : float64 arrays, shape (cells,)
        How many pieces of evidence it has, and the sum of their weights.
    """

    features: tuple[Feature, ...]
    first: Array
    words: Floats
    row: Array
    feature: Array
    hits: Floats
    weight: Floats

    @cached_property
    def mean(self) -> Bools:
        """Which features are means over sentences; the others are rates."""
        return np.array([f.measure == "mean" for f in self.features], np.bool_)

    @cached_property
    def shape(self) -> tuple[int, int]:
        """How many units and features there are."""
        return len(self.first) - 1, len(self.features)

    @cached_property
    def unit(self) -> Array:
        """The unit of every sentence."""
        return np.repeat(np.arange(self.shape[0]), np.diff(self.first))

    @cached_property
    def total(self) -> Floats:
        """The words of every unit."""
        return np.asarray(np.bincount(self.unit, self.words, self.shape[0]), np.float64)

    @cached_property
    def pair(self) -> Array:
        """The unit and feature of every cell as one number: ``unit * features + feature``."""
        return self.unit[self.row] * self.shape[1] + self.feature

    def summed(self, cells: Floats) -> Floats:
        """Return the sum over sentences of a number for each cell, in their order; shape (units, features)."""
        units, features = self.shape
        return np.asarray(np.bincount(self.pair, cells, units * features), np.float64).reshape(self.shape)

    def series(self, unit: int) -> tuple[Floats, Floats]:
        """Return one unit as intervals take it: hits of rates and weights of means, shape (sentences, features), and words.

        A weight is NaN where a sentence has none.
        """
        start, end = self.first[unit : unit + 2]
        part = slice(*np.searchsorted(self.row, (start, end)))
        out = np.zeros((end - start, len(self.features)))
        out[:, self.mean] = np.nan
        feature = self.feature[part]
        out[self.row[part] - start, feature] = np.where(
            self.mean[feature], self.weight[part], self.hits[part]
        )
        return out, self.words[start:end]


@runtime_checkable
class EveryUnit(Protocol):
    """An interval that takes all units at once."""

    def of_all(self, counts: Counts, key: Callable[[int], str]) -> tuple[Floats, Floats]:
        """Return both ends, shape (units, features); `key` names a unit by number."""
        ...
