"""Figures of speech, one file each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rhetoric.extract.devices.anaphora import Anaphora
from rhetoric.extract.devices.antithesis import Antithesis
from rhetoric.extract.devices.figure import Device
from rhetoric.extract.devices.prose import read
from rhetoric.extract.devices.question import RhetoricalQuestion
from rhetoric.extract.devices.tricolon import Tricolon
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Finding
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

FIGURES: tuple[Device, ...] = (RhetoricalQuestion(), Anaphora(), Tricolon(), Antithesis())


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
        """Return the extractor of every figure, as it ships."""
        return cls()

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a figure."""
        return tuple(f.feature for f in self.figures)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every figure; the weight is its score, 0 to 1, and attrs ``parts`` its members as code points."""
        prose = read(corpus)
        found = [
            Finding(
                figure.doc,
                n,
                figure.rule,
                figure.parts[0][0],
                figure.parts[-1][1],
                figure.score,
                {"parts": [list(part) for part in figure.parts]},
            )
            for n, device in enumerate(self.figures)
            for figure in device.find(prose)
        ]
        return Evidence.gather(corpus, self.features, found)
