"""Who is named: people, parties, institutions, outlets and groups, as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from rhetoric.extract.actorfile import KINDS
from rhetoric.extract.mentions import mentions
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

ABOUT = {
    "person": ("People", "People named, by their names or by a pronoun that plainly means them."),
    "party": ("Parties", "Parties named, and their members and offices as far as they stand for them."),
    "institution": (
        "Institutions",
        "Parliaments, governments, ministries, courts, banks and international bodies named.",
    ),
    "outlet": ("News outlets", "Newspapers, broadcasters, magazines and sites named."),
    "group": ("Groups and bodies", "Unions, pressure groups, alliances and other bodies named."),
}
LIMITS = (
    "names come from a list of some 450 bodies, from a list of first names, and from what a text itself shows: a person with a rare first name "
    "and no title is missed, and a namesake is taken for the one who is known",
    "a pronoun counts only where it is plain whom it means; 'they', 'it' and descriptions ('his brother') are not followed",
)


@dataclass(frozen=True)
class ActorExtractor:
    """Every mention of somebody who acts, gathered under one name.

    Parameters
    ----------
    actors : str
        Path of the user's own actors; see `rhetoric.extract.actorfile.read_actors`.

    Notes
    -----
    The entry is the name that all names of an actor are gathered under. attrs: ``actor``; ``how``: 'name', 'pronoun', or 'member' for what a
    person belongs to ('the Tory MP Zac Goldsmith'). How each voice names an actor is the text of the evidence.
    """

    actors: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor with the user's actors, if there are some."""
        return cls(settings.actors)

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a kind."""
        return tuple(
            Feature(f"actor.{kind}", 1, f"{ABOUT[kind][0]} named", about=ABOUT[kind][1], limits=LIMITS)
            for kind in KINDS
        )

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every mention."""
        found = mentions(corpus, self.actors)
        names: dict[str, int] = {}
        attrs = np.empty(len(found), object)
        attrs[:] = [{"actor": m.actor, "how": m.how} for m in found]
        return Evidence.build(
            corpus,
            self.features,
            tuple(dict.fromkeys(m.actor for m in found)),
            doc=np.array([m.doc for m in found], np.int32),
            feature=np.array([KINDS.index(m.kind) for m in found], np.int32),
            entry=np.array([names.setdefault(m.actor, len(names)) for m in found], np.int32),
            start=np.array([m.start for m in found], np.int32),
            end=np.array([m.end for m in found], np.int32),
            weight=np.ones(len(found)),
            attrs=attrs,
        )
