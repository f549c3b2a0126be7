"""What comes out of loading, and what a loader is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of some inputs, and everything their user should know about the reading.

    Parameters
    ----------
    documents : tuple of Document
        In the order of the inputs.
    problems : tuple of Problem
        Inputs left out (errors) and repairs (warnings).
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


@runtime_checkable
class Loader(Protocol):
    """Anything that reads one kind of file."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings it reads, in lower case with their dot."""
        ...

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the documents of one file, and a problem for whatever could not be read or was repaired.

        It may also raise an `InputError`, where nothing of the file can be read.
        """
        ...
