"""Linear models over named features: small enough to read, quick enough for every clause."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True)
class Linear:
    """A logistic regression over features that are there or not.

    Parameters
    ----------
    weights : mapping of str to float
        One weight for each feature; a feature without one weighs nothing.
    bias : float
    threshold : float
        The probability from which the answer is yes.
    """

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability of 'yes', 0 to 1.

        Examples
        --------
        >>> Linear({"word=that": 2.0}, -2.0, 0.5).probability(["word=that", "unknown"])
        0.5
        """
        get = self.weights.get
        total = self.bias
        for feature in features:
            total += get(feature, 0.0)
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


@cache
def models(name: str) -> Mapping[str, Linear]:
    """Return the models of one file under ``data/models``, by name; each file has its card in ``docs/models``."""
    text = files("rhetoric").joinpath("data", "models", f"{name}.json").read_text(encoding="utf-8")
    return {
        key: Linear(row["weights"], row["bias"], row["threshold"])
        for key, row in json.loads(text)["models"].items()
    }
