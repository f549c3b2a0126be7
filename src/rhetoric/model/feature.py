"""What is measured, and who measures it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    from rhetoric.model.corpus import Corpus
    from rhetoric.model.evidence import Evidence


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
    measure : {'rate', 'mean'}
        A rate counts evidence per 1,000 words; a mean averages the weights of the evidence, one row a sentence.
    unit : str
        The unit of its values.
    about : str
        One sentence on what it counts and which direction is which.
    cites : tuple of str
        References.
    limits : tuple of str
        Known failures.
    """

    name: str
    version: int = 1
    label: str = ""
    measure: Literal["rate", "mean"] = "rate"
    unit: str = "per 1,000 words"
    about: str = ""
    cites: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()

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
