"""What is measured, and who measures it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    from rhetoric.model.corpus import Corpus
    from rhetoric.model.evidence import Evidence


SOUND = 0.5  # precision


@dataclass(frozen=True, slots=True)
class Measured:
    """How far the places that are found are right, as readers judged them.

    Parameters
    ----------
    right, judged : int
        Of so many places that were found and judged, how many were right.
    found, marked : int
        Of so many places that readers marked in texts read whole, how many were found; 0 of 0 where nobody looked for what is missed.
    on : str
        The texts.
    by : str
        Who read them.
    """

    right: int
    judged: int
    found: int = 0
    marked: int = 0
    on: str = ""
    by: str = "language models"

    @property
    def precision(self) -> float:
        """The share of what is found that is right, 0 to 1."""
        return self.right / self.judged if self.judged else math.nan

    @property
    def recall(self) -> float:
        """The share of what is there that is found, 0 to 1; NaN where it was not measured."""
        return self.found / self.marked if self.marked else math.nan

    @property
    def sound(self) -> bool:
        """Whether what is found is right more often than not, so that it is looked for unasked."""
        return self.precision > SOUND

    def __str__(self) -> str:
        missed = f", {self.found} of {self.marked} marks found" if self.marked else ""
        return f"{self.right} of {self.judged} finds right{missed} ({self.on}; judged by {self.by})"


@dataclass(frozen=True, slots=True)
class Feature:
    """A measure as a value; it prints as its identity, such as ``theme.pluralism@1``.

    Parameters
    ----------
    name : str
        ``family.name``.
    version : int
        Rises whenever the meaning changes.
    label : str
        What a reader is shown.
    measure : {'rate', 'mean', 'index'}
        A rate counts evidence per 1,000 words; a mean averages the weights of the evidence, one row a sentence; an index is a
        formula over counts of words and sentences, without evidence.
    unit : str
        The unit of its values.
    about : str
        One sentence on what it counts and which direction is which.
    cites : tuple of str
        References.
    limits : tuple of str
        Known failures.
    measured : Measured or None
        How far its evidence is right; ``None`` where that was not measured, or is measured another way.
    """

    name: str
    version: int = 1
    label: str = ""
    measure: Literal["rate", "mean", "index"] = "rate"
    unit: str = "per 1,000 words"
    about: str = ""
    cites: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    measured: Measured | None = None

    def __str__(self) -> str:
        return f"{self.name}@{self.version}"

    @property
    def family(self) -> str:
        """The part of the name before the first dot."""
        return self.name.split(".", 1)[0]


@runtime_checkable
class Extractor(Protocol):
    """Anything that finds evidence for features in a corpus.

    `extract` must obey the shard law: what it finds in two corpora put together is what it finds in each.
    """

    @property
    def features(self) -> tuple[Feature, ...]:
        """The features it can find."""
        ...

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every piece of evidence in a corpus; the corpus is not changed."""
        ...
