"""What is looked for one sentence at a time: a definition, its parameters, how it was measured, and a way to find it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Part, Prose, prose_of
from rhetoric.model.columns import Bools
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Finding
from rhetoric.model.feature import Feature, Measured


@dataclass(frozen=True, slots=True)
class Figure:
    """A place as it was found.

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
    attrs : mapping or None
        Anything else, JSON-ready, for the evidence's attrs beside ``parts``.
    """

    doc: int
    rule: str
    parts: Sequence[Part]
    score: float
    attrs: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Finder:
    """Base of all that is found in sentences; the fields of a subclass are its parameters."""

    family: ClassVar[str]
    name: ClassVar[str]
    version: ClassVar[int] = 1
    label: ClassVar[str]
    definition: ClassVar[str]
    source: ClassVar[tuple[str, ...]]
    limits: ClassVar[tuple[str, ...]]
    measured: ClassVar[Measured | None] = None

    @property
    def feature(self) -> Feature:
        """The feature that its evidence is for."""
        return Feature(
            f"{self.family}.{self.name}",
            self.version,
            self.label,
            about=self.definition,
            cites=self.source,
            limits=self.limits,
            measured=self.measured,
        )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every example, in one pass."""
        raise NotImplementedError

    def places(self, lines: Lines) -> Bools | None:
        """Return the sentences that `find` must see to yield every example, with neighbours that decide on it; None for all."""
        return None


@dataclass(frozen=True)
class Device(Finder):
    """Base of the figures of speech."""

    family: ClassVar[str] = "device"


@dataclass(frozen=True)
class Marker(Finder):
    """Base of the markers of discourse that need more than a list of words."""

    family: ClassVar[str] = "discourse"


def gathered(corpus: Corpus, finders: Sequence[Finder]) -> Evidence:
    """Return all that some finders find; the weight is the score, and attrs ``parts`` the members as code points."""
    lines = Lines.of(corpus)
    places = [finder.places(lines) for finder in finders]
    some = [kept for kept in places if kept is not None]
    prose = prose_of(lines, np.logical_or.reduce(some) if some and len(some) == len(finders) else None)
    read: dict[bytes, Prose] = {}  # some look at the same sentences
    for kept in some:
        if (key := kept.tobytes()) not in read:
            read[key] = prose.only(kept)
    found = [
        Finding(
            figure.doc,
            n,
            figure.rule,
            figure.parts[0][0],
            figure.parts[-1][1],
            figure.score,
            {**(figure.attrs or {}), "parts": [list(part) for part in figure.parts]},
        )
        for n, (finder, kept) in enumerate(zip(finders, places, strict=True))
        for figure in finder.find(prose if kept is None else read[kept.tobytes()])
    ]
    return Evidence.gather(corpus, tuple(f.feature for f in finders), found)


def best_of_each(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures of every text that do not overlap a better one, text by text in order."""
    by_text: dict[int, list[Figure]] = {}
    for figure in figures:
        by_text.setdefault(figure.doc, []).append(figure)
    for doc in sorted(by_text):
        yield from best(by_text[doc])


def best(figures: list[Figure]) -> list[Figure]:
    """Return the figures that do not overlap a better one, in order."""
    ends: list[int] = []
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (-f.score, f.parts[0][0], f.parts[0][0] - f.parts[-1][1])):
        start, end = figure.parts[0][0], figure.parts[-1][1]
        at = bisect_right(ends, start)
        if at == len(kept) or kept[at].parts[0][0] >= end:
            ends.insert(at, end)
            kept.insert(at, figure)
    return kept
