"""How a text positions itself and argues: lists of words, and markers that need more than a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rhetoric.extract.discourse.citation import Citation
from rhetoric.extract.discourse.claim import Claim
from rhetoric.extract.discourse.exclusive_we import ExclusiveWe
from rhetoric.extract.discourse.future import Future
from rhetoric.extract.discourse.intensifier import Intensifier
from rhetoric.extract.discourse.logos_number import LogosNumber
from rhetoric.extract.discourse.passive import Passive
from rhetoric.extract.discourse.past import Past
from rhetoric.extract.discourse.present import Present
from rhetoric.extract.discourse.reason import Reason
from rhetoric.extract.discourse.slogan_form import SloganForm
from rhetoric.extract.discourse.we_named import WeNamed
from rhetoric.extract.discourse.whataboutism import Whataboutism
from rhetoric.extract.finder import Marker, gathered
from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themes import listed
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

MARKERS: tuple[Marker, ...] = (
    Claim(),
    ExclusiveWe(),
    Intensifier(),
    LogosNumber(),
    Reason(),
    SloganForm(),
    WeNamed(),
    Whataboutism(),
    Citation(),
    Future(),
    Passive(),
    Past(),
    Present(),
)


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
        """Return the extractor of what was measured and found sound, or of all that ships if the settings say so."""
        lists = shipped("lexicons/discourse", "discourse")
        if settings.unmeasured:
            return cls(lists)
        return cls(
            tuple(t for t in lists if t.feature.measured and t.feature.measured.sound),
            tuple(m for m in MARKERS if m.measured and m.measured.sound),
        )

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a list, and one a marker."""
        return (*(t.feature for t in self.lists), *(m.feature for m in self.markers))

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every place."""
        return Evidence.concat([listed(corpus, self.lists), gathered(corpus, self.markers)])
