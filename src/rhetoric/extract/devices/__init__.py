"""Figures of speech, one file each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rhetoric.extract.devices.alliteration import Alliteration
from rhetoric.extract.devices.anadiplosis import Anadiplosis
from rhetoric.extract.devices.anaphora import Anaphora
from rhetoric.extract.devices.answered import QuestionAnswered
from rhetoric.extract.devices.antithesis import Antithesis
from rhetoric.extract.devices.apostrophe import Apostrophe
from rhetoric.extract.devices.assonance import Assonance
from rhetoric.extract.devices.asyndeton import Asyndeton
from rhetoric.extract.devices.chiasmus import Chiasmus
from rhetoric.extract.devices.climax import Climax
from rhetoric.extract.devices.concession import Concession
from rhetoric.extract.devices.correction import Correction
from rhetoric.extract.devices.diacope import Diacope
from rhetoric.extract.devices.enumeration import Enumeration
from rhetoric.extract.devices.epanalepsis import Epanalepsis
from rhetoric.extract.devices.epiphora import Epiphora
from rhetoric.extract.devices.epizeuxis import Epizeuxis
from rhetoric.extract.devices.exclamation import Exclamation
from rhetoric.extract.devices.imperative import Imperative
from rhetoric.extract.devices.litotes import Litotes
from rhetoric.extract.devices.minor import MinorSentence
from rhetoric.extract.devices.parallelism import Parallelism
from rhetoric.extract.devices.parenthesis import Parenthesis
from rhetoric.extract.devices.polyptoton import Polyptoton
from rhetoric.extract.devices.polysyndeton import Polysyndeton
from rhetoric.extract.devices.question import RhetoricalQuestion
from rhetoric.extract.devices.rhyme import Rhyme
from rhetoric.extract.devices.scare import ScareQuotes
from rhetoric.extract.devices.symploce import Symploce
from rhetoric.extract.devices.tricolon import Tricolon
from rhetoric.extract.finder import Device, gathered
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

FIGURES: tuple[Device, ...] = (
    RhetoricalQuestion(),
    QuestionAnswered(),
    Exclamation(),
    Imperative(),
    Apostrophe(),
    MinorSentence(),
    Parenthesis(),
    ScareQuotes(),
    Anaphora(),
    Tricolon(),
    Parallelism(),
    Epiphora(),
    Anadiplosis(),
    Epizeuxis(),
    Symploce(),
    Epanalepsis(),
    Diacope(),
    Climax(),
    Polyptoton(),
    Polysyndeton(),
    Asyndeton(),
    Enumeration(),
    Alliteration(),
    Assonance(),
    Rhyme(),
    Antithesis(),
    Correction(),
    Concession(),
    Litotes(),
    Chiasmus(),
)


QUICK = ("rhetorical_question", "question_answered", "exclamation", "epizeuxis", "correction", "litotes")


def sound(feature: Feature) -> bool:
    """Return whether a figure was measured, and what is found of it is right more often than not."""
    return feature.measured is not None and feature.measured.sound


@dataclass(frozen=True)
class DeviceExtractor:
    """Figures of speech by their form.

    Parameters
    ----------
    figures : tuple of Device
        The figures looked for, with their parameters.
    """

    figures: tuple[Device, ...] = FIGURES

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor of every figure that was measured and found sound, or of all if the settings say so.

        In the lexical tier these are the figures of `QUICK`: a mark or a few words tell where they can stand.
        """
        if settings.tier == "lexical":
            return cls(tuple(f for f in FIGURES if f.name in QUICK))
        figures = FIGURES
        if settings.device == "model":
            from rhetoric.extract.devices.judged import judged

            figures = tuple(judged(f) for f in FIGURES)
        return cls(tuple(f for f in figures if settings.unmeasured or sound(f.feature)))

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a figure."""
        return tuple(f.feature for f in self.figures)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every figure; the weight is its score, 0 to 1, and attrs ``parts`` its members as code points."""
        return gathered(corpus, self.figures)
