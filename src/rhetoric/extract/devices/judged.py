"""Figures whose candidates the encoder of figures judges too: what their signs say and what it says, weighed together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar, Protocol

from rhetoric.embed import Candidate, likely
from rhetoric.extract.devices.anaphora import Anaphora
from rhetoric.extract.devices.antithesis import Antithesis
from rhetoric.extract.devices.concession import Concession
from rhetoric.extract.devices.parallelism import Parallelism
from rhetoric.extract.devices.question import RhetoricalQuestion
from rhetoric.extract.devices.ranking import Signs, chance, odds, rows
from rhetoric.extract.devices.scare import ScareQuotes
from rhetoric.extract.devices.tricolon import Tricolon
from rhetoric.extract.finder import Device, Figure, best_of_each
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Feature, Measured

UNKNOWN = {"right": 0, "judged": 0}  # until `tools/set_measured.py` has written it


class Proposer(Protocol):
    """A figure of speech that tells what may be one, and how likely it is by its signs."""

    name: ClassVar[str]
    version: ClassVar[int]

    @property
    def feature(self) -> Feature:
        """The feature that its evidence is for."""
        ...

    def places(self, lines: Lines) -> Bools | None:
        """Return the sentences that decide on it; None for all."""
        ...

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be one, with what it shows."""
        ...

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every candidate that is as likely by its signs alone, overlapping ones too."""
        ...


JUDGED: tuple[Proposer, ...] = (
    Anaphora(),
    Antithesis(),
    Concession(),
    Parallelism(),
    RhetoricalQuestion(),
    ScareQuotes(),
    Tricolon(),
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """How what the signs say and what the encoder says are weighed.

    Parameters
    ----------
    base, signs, network : float
        The log odds of a candidate are ``base + signs * (log odds by its signs) + network * (log odds by the encoder)``.
    gate : float
        The probability by its signs that a candidate needs to be shown to the encoder.
    least : float
        The probability from which it counts.
    measured : Measured
        How far what counts is right.
    """

    base: float
    signs: float
    network: float
    gate: float
    least: float
    measured: Measured

    def score(self, by_signs: float, said: float) -> float:
        """Return how likely readers would mark a candidate, 0 to 1."""
        return chance(self.base + self.signs * odds(by_signs) + self.network * said)


@cache
def weighings() -> Mapping[str, Weighing]:
    """Return the weighings that ship, by figure; `tools/train_figures.py` fits them."""
    return {
        name: Weighing(**{**row["network"], "measured": Measured(**row["network"].get("measured", UNKNOWN))})
        for name, row in rows().items()
        if "network" in row
    }


@dataclass(frozen=True)
class Judged(Device):
    """A figure by its signs and by the encoder.

    Parameters
    ----------
    figure : Proposer
    weighing : Weighing
    """

    figure: Proposer
    weighing: Weighing

    @property
    def feature(self) -> Feature:
        """That of the figure, with what was measured of both together."""
        return replace(self.figure.feature, measured=self.weighing.measured)

    def places(self, lines: Lines) -> Bools | None:
        """Return the sentences that decide on it; None for all."""
        return self.figure.places(lines)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every candidate that is likely enough, of overlapping ones the likeliest."""
        weighing = self.weighing
        some = list(self.figure.proposed(prose, weighing.gate))
        said = likely(prose.corpus, [Candidate(self.figure.name, f.doc, f.parts) for f in some])
        scored = (
            replace(f, score=weighing.score(f.score, one)) for f, one in zip(some, said.tolist(), strict=True)
        )
        return best_of_each(f for f in scored if f.score >= weighing.least)


def judged(figure: Device) -> Device:
    """Return a figure as the encoder judges it too, or as it is where none was taught to."""
    for one in JUDGED:
        if one.name == figure.name and one.name in weighings():
            return Judged(one, weighings()[one.name])
    return figure
