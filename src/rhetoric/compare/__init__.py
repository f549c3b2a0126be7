"""Scores to differences: intervals, contrasts, distinctive words."""

from rhetoric.compare.baseline import Baseline
from rhetoric.compare.collocations import collocates
from rhetoric.compare.contrast import contrast
from rhetoric.compare.cooccurrence import cooccurrence
from rhetoric.compare.dispersion import dispersion
from rhetoric.compare.groups import compared, groups, spoken_for, words_of
from rhetoric.compare.instruments import instruments
from rhetoric.compare.intervals import Hull, hull
from rhetoric.compare.joint import Unit
from rhetoric.compare.keyness import distinctive
from rhetoric.compare.keywords import KeynessOptions, keyness
from rhetoric.compare.lss import SEEDS, lss
from rhetoric.compare.ngrams import collocations
from rhetoric.compare.reference import Reference
from rhetoric.compare.resampling import resampling
from rhetoric.compare.stances import stances
from rhetoric.compare.textfacts import text_facts
from rhetoric.compare.together import together
from rhetoric.compare.topics import topics
from rhetoric.compare.trend import trend
from rhetoric.compare.wordcounts import WordCounts, word_counts
from rhetoric.compare.wordfish import wordfish
from rhetoric.compare.wordscores import wordscores

__all__ = [
    "SEEDS",
    "Baseline",
    "Hull",
    "KeynessOptions",
    "Reference",
    "Unit",
    "WordCounts",
    "collocates",
    "collocations",
    "compared",
    "contrast",
    "cooccurrence",
    "dispersion",
    "distinctive",
    "groups",
    "hull",
    "instruments",
    "keyness",
    "lss",
    "resampling",
    "spoken_for",
    "stances",
    "text_facts",
    "together",
    "topics",
    "trend",
    "word_counts",
    "wordfish",
    "words_of",
    "wordscores",
]
