"""What a figure of speech is to the extractor: a definition, its parameters, and a way to find it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.prose import Part, Prose
from rhetoric.model.feature import Feature


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it was found.

    Parameters
    ----------
    doc : int
        Position in `Corpus.documents`.
    rule : str
        What it was known by.
    parts : sequence of (start, end)
        Its members, as code points, in order.
    score : float
        How good an example it is, 0 to 1.
    """

    doc: int
    rule: str
    parts: Sequence[Part]
    score: float


@dataclass(frozen=True)
class Device:
    """Base of the figures; the fields of a subclass are its parameters."""

    name: ClassVar[str]
    version: ClassVar[int] = 1
    label: ClassVar[str]
    definition: ClassVar[str]
    source: ClassVar[tuple[str, ...]]
    limits: ClassVar[tuple[str, ...]]

    @property
    def feature(self) -> Feature:
        """The feature that its evidence is for."""
        return Feature(
            f"device.{self.name}",
            self.version,
            self.label,
            about=self.definition,
            cites=self.source,
            limits=self.limits,
        )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every example, in one pass."""
        raise NotImplementedError


def best(figures: list[Figure]) -> list[Figure]:
    """Return the figures of one sentence that do not overlap a better one, in order."""
    ends: list[int] = []
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (-f.score, f.parts[0][0], f.parts[0][0] - f.parts[-1][1])):
        start, end = figure.parts[0][0], figure.parts[-1][1]
        at = bisect_right(ends, start)
        if at == len(kept) or kept[at].parts[0][0] >= end:
            ends.insert(at, end)
            kept.insert(at, figure)
    return kept
