"""Scores to differences: intervals, contrasts, distinctive words."""

from rhetoric.compare.baseline import Baseline
from rhetoric.compare.collocations import collocates
from rhetoric.compare.contrast import contrast
from rhetoric.compare.instruments import instruments
from rhetoric.compare.intervals import Hull, hull
from rhetoric.compare.keyness import distinctive
from rhetoric.compare.resampling import resampling
from rhetoric.compare.stances import stances

__all__ = [
    "Baseline",
    "Hull",
    "collocates",
    "contrast",
    "distinctive",
    "hull",
    "instruments",
    "resampling",
    "stances",
]
