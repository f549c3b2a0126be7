"""How sure a voice sounds, and whom it takes in: hedges, boosters, and the inclusive 'we'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themes import listed
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

LISTS = ("hedges", "boosters", "inclusive_we")


@dataclass(frozen=True)
class DiscourseExtractor:
    """Markers of stance and engagement, by lists of the package's own.

    Parameters
    ----------
    lists : tuple of Theme
        Kept and matched as themes are; see `rhetoric.extract.themefile`.
    """

    lists: tuple[Theme, ...]

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor of the lists that ship."""
        return cls(shipped("lexicons", "discourse", LISTS))

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a list."""
        return tuple(t.feature for t in self.lists)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every marker."""
        return listed(corpus, self.lists)
