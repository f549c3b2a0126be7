"""What went wrong with an input, or what its reader should know, kept as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from rhetoric.errors import RhetoricError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell the user about one input; the rest of the run goes on.

    Parameters
    ----------
    source : str
        The file or document.
    line : int or None
        The line or row in it, from 1.
    error : str
        A short name, such as ``'MissingInput'`` or ``'encoding'``.
    message : str
        What is wrong or was repaired, and what to do.
    level : {'error', 'warning'}
        An error means that the input was left out; a warning that it was used.
    doc_id : str
        The document concerned, where there is one.
    """

    source: str
    line: int | None
    error: str
    message: str
    level: Literal["error", "warning"] = "error"
    doc_id: str = ""

    @classmethod
    def of(cls, fault: RhetoricError, source: str = "") -> Self:
        """Make a row of an error that was raised."""
        message = f"{fault.what} - {fault.do}" if fault.do else fault.what
        return cls(fault.where or source, fault.line, type(fault).__name__, message)
