"""Rank candidates of a figure by signs that can be named, with weights that were fitted to what readers judged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Any

from rhetoric.extract.finder import Figure

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A logistic model over named signs.

    Parameters
    ----------
    base : float
        The log odds of a candidate without a sign.
    weights : mapping of str to float
        What each sign adds; a sign that is not among them adds nothing.
    least : float
        The probability from which a candidate counts.
    floors : mapping of str to float
        The least probability of a candidate that shows a sign, for signs that are too rare to have a weight.
    """

    base: float
    weights: Mapping[str, float]
    least: float
    floors: Mapping[str, float] = field(default_factory=dict)

    def score(self, signs: Signs) -> float:
        """Return how likely readers would mark a candidate, 0 to 1."""
        return max(
            [chance(self.odds(signs)), *(floor for name, floor in self.floors.items() if name in signs)]
        )

    def odds(self, signs: Signs) -> float:
        """Return the log odds of a candidate."""
        return self.base + sum([self.weights.get(name, 0.0) * value for name, value in sorted(signs.items())])


def chance(odds: float) -> float:
    """Return log odds as a probability of three digits."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), 3)


def odds(chance: float) -> float:
    """Return a probability as log odds; 0 and 1 as .001 and .999."""
    held = max(0.001, min(0.999, chance))
    return log(held / (1 - held))


def ranked(some: Iterable[tuple[Figure, Signs]], ranking: Ranking, least: float) -> Iterator[Figure]:
    """Yield those of some candidates that are as likely by what they show, with that as their score."""
    for figure, shown in some:
        score = ranking.score(shown)
        if score >= least:
            yield replace(figure, score=score)


@cache
def rows() -> Mapping[str, Mapping[str, Any]]:
    """Return all that was fitted, by device."""
    path = files("rhetoric") / "data" / "models" / "figures.json"
    held: Mapping[str, Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return held


@cache
def shipped(device: str) -> Ranking:
    """Return the ranking of a device that ships; `tools/train_figures.py` fits it."""
    row = rows()[device]
    return Ranking(row["base"], row["weights"], row["least"], row.get("floors", {}))
