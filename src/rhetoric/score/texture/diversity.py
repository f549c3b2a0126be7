"""Lexical diversity from how often each word form occurs, whatever the order of the words."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Floats
from rhetoric.model.feature import Feature
from rhetoric.score.texture.measure import Measure, Variety

SAMPLE = 42  # words drawn by HD-D (McCarthy and Jarvis 2007)
SOFT = (
    "below 500 words values of different texts are hardly comparable",
    "word forms are counted, not lemmas: 'tax' and 'taxes' are two types",
)
LENGTH = "longer texts have other values by their length alone: compare texts of like length, or use MTLD, HD-D or MATTR"
TWEEDIE = "Tweedie, Fiona J. and Baayen, R. Harald (1998). How Variable May a Constant Be? Measures of Lexical Richness in Perspective. Computers and the Humanities 32(5), 323-352."


def diversity(name: str, label: str, unit: str, about: str, cite: str, *limits: str) -> Feature:
    """Return a feature of lexical diversity."""
    return Feature(
        f"texture.{name}",
        label=label,
        measure="index",
        unit=unit,
        about=about,
        cites=(cite, TWEEDIE),
        limits=(*limits, *SOFT),
    )


TTR = Measure[Variety](
    diversity(
        "ttr",
        "Type-token ratio",
        "types per word",
        "Types / words, 0 to 1. Higher means more different words.",
        "Johnson, Wendell (1944). Studies in Language Behavior: A Program of Research. Psychological Monographs 56(2), 1-15.",
        LENGTH,
    ),
    lambda c: c.types / c.tokens,
    least=0,
    most=1,
)
GUIRAUD = Measure[Variety](
    diversity(
        "guiraud",
        "Guiraud's R",
        "types per square root of words",
        "Types / sqrt(words). Higher means more different words.",
        "Guiraud, Pierre (1954). Les caractères statistiques du vocabulaire. Paris: Presses Universitaires de France.",
        LENGTH,
    ),
    lambda c: c.types / np.sqrt(c.tokens),
    least=0,
)
HERDAN = Measure[Variety](
    diversity(
        "herdan",
        "Herdan's C",
        "ratio of logarithms",
        "log(types) / log(words), 0 to 1. Higher means more different words.",
        "Herdan, Gustav (1960). Type-Token Mathematics: A Textbook of Mathematical Linguistics. The Hague: Mouton.",
        LENGTH,
    ),
    lambda c: np.log(c.types) / np.log(c.tokens),
    least=0,
    most=1,
    words=2,
)
MAAS = Measure[Variety](
    diversity(
        "maas",
        "Maas' a",
        "index",
        "sqrt((log10(words) - log10(types)) / log10(words)^2). Higher means fewer different words: the one index of this family that falls "
        "with diversity. Some write its square, a^2, and some take natural logarithms.",
        "Maas, Heinz-Dieter (1972). Über den Zusammenhang zwischen Wortschatzumfang und Länge eines Textes. Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73-96.",
        "depends on length less than TTR does, but still does",
    ),
    lambda c: np.sqrt(np.maximum(np.log10(c.tokens / c.types), 0)) / np.log10(c.tokens),
    least=0,
    words=2,
)
YULE_K = Measure[Variety](
    diversity(
        "yule_k",
        "Yule's K",
        "repeats in 10,000 pairs of words",
        "10,000 * (sum of squared frequencies - words) / words^2: how often two words drawn at random are the same. Higher means fewer "
        "different words.",
        "Yule, G. Udny (1944). The Statistical Study of Literary Vocabulary. Cambridge: Cambridge University Press.",
        "ruled by 'the', 'of' and the like: it tells of grammar and style more than of the breadth of the vocabulary",
    ),
    lambda c: 1e4 * (c.squares - c.tokens) / c.tokens**2,
    least=0,
)
ENTROPY = Measure[Variety](
    diversity(
        "entropy",
        "Entropy of words",
        "bits",
        "-sum of p * log2(p) over the shares p of the types. Higher means more different words, more evenly used.",
        "Shannon, Claude E. (1948). A Mathematical Theory of Communication. Bell System Technical Journal 27(3), 379-423.",
        LENGTH,
    ),
    lambda c: (np.log(c.tokens) - c.logs / c.tokens) / np.log(2),
    least=0,
)
HDD = Measure[Variety](
    diversity(
        "hdd",
        "HD-D",
        "types per word",
        f"Expected type-token ratio of {SAMPLE} words drawn without replacement, by the hypergeometric distribution; 0 to 1. Higher means "
        "more different words.",
        "McCarthy, Philip M. and Jarvis, Scott (2007). vocd: A Theoretical and Empirical Evaluation. Language Testing 24(4), 459-488.",
        f"not defined below {SAMPLE} words",
    ),
    lambda c: c.drawn / SAMPLE,
    least=0,
    most=1,
    words=SAMPLE,
)
BY_FREQUENCY = (TTR, GUIRAUD, HERDAN, MAAS, YULE_K, ENTROPY, HDD)


def missed(words: Floats, times: Floats, sample: int = SAMPLE) -> Floats:
    """Return the chance that none of `sample` words drawn without replacement is of a type.

    Parameters
    ----------
    words : float64 array
        Words drawn from, `sample` or more.
    times : float64 array
        How many of them are of the type.
    """
    from scipy.special import gammaln

    rest = words - times
    enough = rest >= sample
    rest = np.where(enough, rest, sample)
    chance = np.exp(
        gammaln(rest + 1) - gammaln(rest - sample + 1) - gammaln(words + 1) + gammaln(words - sample + 1)
    )
    out: Floats = np.where(enough, chance, 0.0)
    return out
