"""Readability: how hard the prose is by the length of its words and sentences."""

from __future__ import annotations

import numpy as np

from rhetoric.model.feature import Feature
from rhetoric.score.texture.measure import Measure, Prose

LEAST = 100  # words: the sample that Flesch (1948) and his successors count in
LIMITS = (
    "lengths of words and sentences are all it sees: it knows nothing of rare words, of order, argument or tone, and was fitted to "
    "school texts",
    "long sentences of a transcript are as long as its editor made them: compare speech with speech",
    "one long sentence moves the value of a short text: below 300 words hold no two texts against each other",
)
POLITICS = "Benoit, Kenneth, Munger, Kevin and Spirling, Arthur (2019). Measuring and Explaining Political Sophistication through Textual Complexity. American Journal of Political Science 63(2), 491-508."


def grade(
    name: str, label: str, formula: str, cite: str, *limits: str, unit: str = "years of school"
) -> Feature:
    """Return a feature of readability where higher means harder."""
    return Feature(
        f"texture.{name}",
        label=label,
        measure="index",
        unit=unit,
        about=f"{formula}. Higher means harder to read.",
        cites=(cite, POLITICS),
        limits=(*limits, *LIMITS),
    )


FLESCH = Measure[Prose](
    Feature(
        "texture.flesch",
        label="Flesch Reading Ease",
        measure="index",
        unit="points",
        about=(
            "206.835 - 1.015 * words / sentences - 84.6 * syllables / words. Higher means easier to read: about 30 is scholarly, 60 "
            "plain, 90 very easy; it can leave 0 to 100."
        ),
        cites=(
            "Flesch, Rudolf (1948). A New Readability Yardstick. Journal of Applied Psychology 32(3), 221-233.",
            POLITICS,
        ),
        limits=LIMITS,
    ),
    lambda c: 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words,
    words=LEAST,
)
FLESCH_KINCAID = Measure[Prose](
    grade(
        "flesch_kincaid",
        "Flesch-Kincaid grade",
        "0.39 * words / sentences + 11.8 * syllables / words - 15.59",
        "Kincaid, J. Peter, Fishburne, Robert P., Rogers, Richard L. and Chissom, Brad S. (1975). Derivation of New Readability Formulas for Navy Enlisted Personnel. Millington, TN: Naval Technical Training Command.",
    ),
    lambda c: 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59,
    words=LEAST,
)
FOG = Measure[Prose](
    grade(
        "fog",
        "Gunning FOG index",
        "0.4 * (words / sentences + 100 * words of three or more syllables / words)",
        "Gunning, Robert (1952). The Technique of Clear Writing. New York: McGraw-Hill.",
        "names, compounds and words that an ending makes long ('-es', '-ed') count as hard, which Gunning left out by hand",
    ),
    lambda c: 0.4 * (c.words / c.sentences + 100 * c.polysyllables / c.words),
    least=0,
    words=LEAST,
)
SMOG = Measure[Prose](
    grade(
        "smog",
        "SMOG grade",
        "1.043 * sqrt(30 * words of three or more syllables / sentences) + 3.1291",
        "McLaughlin, G. Harry (1969). SMOG Grading: A New Readability Formula. Journal of Reading 12(8), 639-646.",
        "made for 30 sentences; with fewer it is projected to 30",
    ),
    lambda c: 1.043 * np.sqrt(30 * c.polysyllables / c.sentences) + 3.1291,
    least=3.1291,
    words=LEAST,
)
COLEMAN_LIAU = Measure[Prose](
    grade(
        "coleman_liau",
        "Coleman-Liau index",
        "5.88 * characters / words - 29.6 * sentences / words - 15.8",
        "Coleman, Meri and Liau, T. L. (1975). A Computer Readability Formula Designed for Machine Scoring. Journal of Applied Psychology 60(2), 283-284.",
    ),
    lambda c: 5.88 * c.characters / c.words - 29.6 * c.sentences / c.words - 15.8,
    words=LEAST,
)
ARI = Measure[Prose](
    grade(
        "ari",
        "Automated Readability Index",
        "0.5 * words / sentences + 4.71 * characters / words - 21.43",
        "Smith, Edgar A. and Senter, R. J. (1967). Automated Readability Index. Wright-Patterson Air Force Base, OH: Aerospace Medical Research Laboratories.",
    ),
    lambda c: 0.5 * c.words / c.sentences + 4.71 * c.characters / c.words - 21.43,
    words=LEAST,
)
LIX = Measure[Prose](
    grade(
        "lix",
        "LIX",
        "words / sentences + 100 * words of seven or more characters / words; 30 is easy, 60 very hard",
        "Björnsson, Carl-Hugo (1968). Läsbarhet. Stockholm: Liber.",
        unit="points",
    ),
    lambda c: c.words / c.sentences + 100 * c.long_words / c.words,
    least=0,
    words=LEAST,
)
RIX = Measure[Prose](
    grade(
        "rix",
        "RIX",
        "Words of seven or more characters / sentences",
        "Anderson, Jonathan (1983). Lix and Rix: Variations on a Little-Known Readability Index. Journal of Reading 26(6), 490-496.",
        unit="long words per sentence",
    ),
    lambda c: c.long_words / c.sentences,
    least=0,
    words=LEAST,
)
FORCAST = Measure[Prose](
    grade(
        "forcast",
        "FORCAST grade",
        "20 - 15 * words of one syllable / words; it looks at no sentences",
        "Caylor, John S., Sticht, Thomas G., Fox, Lynn C. and Ford, J. Patrick (1973). Methodologies for Determining Reading Requirements of Military Occupational Specialties. Alexandria, VA: Human Resources Research Organization.",
    ),
    lambda c: 20 - 15 * c.monosyllables / c.words,
    words=LEAST,
)
SYLLABLES = Measure[Prose](
    grade(
        "syllables",
        "Syllables per word",
        "Syllables / words",
        "Flesch, Rudolf (1948). A New Readability Yardstick. Journal of Applied Psychology 32(3), 221-233.",
        unit="syllables",
    ),
    lambda c: c.syllables / c.words,
    least=1,
)
CHARACTERS = Measure[Prose](
    grade(
        "characters",
        "Characters per word",
        "Characters of words, inner marks included / words",
        "Smith, Edgar A. and Senter, R. J. (1967). Automated Readability Index. Wright-Patterson Air Force Base, OH: Aerospace Medical Research Laboratories.",
        unit="characters",
    ),
    lambda c: c.characters / c.words,
    least=1,
)
READABILITY = (
    FLESCH, FLESCH_KINCAID, FOG, SMOG, COLEMAN_LIAU, ARI, LIX, RIX, FORCAST, SYLLABLES, CHARACTERS,
)  # fmt: skip
