"""How much one author differs from himself: quantiles of |log2 ratio| between texts by one author."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Baseline:
    """Quantiles of the difference between two texts by one author.

    Parameters
    ----------
    source : str
        What texts they were computed from.
    quantiles : mapping
        By measure or family, then by length band, the 0th to 100th percentiles in steps of 5 of
        ``|log2 ratio|`` (rates, with 0.5 added to both counts) or ``|difference|`` (means).
    bands : tuple of int
        The lower ends of the length bands, in words of the shorter text.
    """

    source: str
    bands: tuple[int, ...]
    quantiles: Mapping[str, Mapping[str, list[float]]]

    @classmethod
    def read(cls) -> Baseline:
        """Return the baseline that ships."""
        return shipped()

    def percentile(self, feature: str, words: float, size: float) -> float:
        """Return the share of same-author pairs that differ less, 0 to 100, or NaN where none were measured.

        Parameters
        ----------
        feature : str
            ``family.name``; a family pooled over its features stands in for a feature without pairs of that length.
        words : float
            Words of the shorter side.
        size : float
            ``|log2 ratio|`` or ``|difference|``.
        """
        band = max((b for b in self.bands if b <= words), default=None)
        names = (feature, feature.split(".", 1)[0])
        row = next((r for n in names if (r := self.quantiles.get(n, {}).get(str(band)))), None)
        if not row or not np.isfinite(size):
            return float("nan")
        steps = np.linspace(0, 100, len(row))
        return float(np.interp(size, row, steps, left=0.0, right=100.0))


@lru_cache(maxsize=1)
def shipped() -> Baseline:
    """Read the baseline that ships."""
    values: dict[str, Any] = json.loads(
        (files("rhetoric") / "data" / "baseline.json").read_text(encoding="utf-8")
    )
    return Baseline(values["source"], tuple(values["bands"]), values["quantiles"])
