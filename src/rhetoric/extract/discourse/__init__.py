"""How a text positions itself and argues: lists of words, and markers that need more than a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rhetoric.extract.finder import Marker, gathered
from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themes import listed
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

MARKERS: tuple[Marker, ...] = ()


@dataclass(frozen=True)
class DiscourseExtractor:
    """Markers of stance, engagement, agency, time and argument.

    Parameters
    ----------
    lists : tuple of Theme
        Kept and matched as themes are; see `rhetoric.extract.themefile`. An entry that ``also`` means something else says so in attrs.
    markers : tuple of Marker
        Those that look at the sentence around the words.
    """

    lists: tuple[Theme, ...]
    markers: tuple[Marker, ...] = MARKERS

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor of what ships and was measured, or of all that ships if the settings say so."""
        lists = tuple(
            t for t in shipped("lexicons/discourse", "discourse") if t.feature.measured or settings.unmeasured
        )
        return cls(lists, tuple(m for m in MARKERS if m.measured or settings.unmeasured))

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a list, and one a marker."""
        return (*(t.feature for t in self.lists), *(m.feature for m in self.markers))

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every place."""
        return Evidence.concat([listed(corpus, self.lists), gathered(corpus, self.markers)])
