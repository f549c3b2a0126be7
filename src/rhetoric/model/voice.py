"""Whose words a stretch of text holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from rhetoric.model.columns import Columns, Ints

Role = Literal["author", "speaker", "quoted", "reported", "unknown"]
QuotationKind = Literal["direct", "partial", "indirect", "turn", "phrase"]

HEADINGS_VOICE = "headings"
UNATTRIBUTED = "unattributed"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice in one text.

    Parameters
    ----------
    id : str
        The same for one person in every text: the full name where it is known; ``'author of DOC'`` for an author
        without a name, ``'headings'`` for headline, standfirst and crossheads (an editor's words, as a rule),
        ``'unattributed'`` for quoted words without a source.
    name : str
        What a reader is shown.
    role : {'author', 'speaker', 'quoted', 'reported', 'unknown'}
        What the voice does in this text.
    how : str
        The rule that decided.
    sure : float
        How sure it is, 0 to 1.
    """

    id: str
    name: str
    role: Role
    how: str
    sure: float


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a text gives to somebody.

    Parameters
    ----------
    doc : int
        Position of the document in `Corpus.documents`.
    start, end : int
        The content without its outer marks.
    kind : {'direct', 'partial', 'indirect', 'turn', 'phrase'}
        A full utterance in marks; quoted words inside a reporting sentence; a reported clause; a turn of a
        transcript; marked words that are no speech.
    speaker : str or None
        The `Voice.id` of the source.
    mention : tuple of int or None
        Where the text names the source.
    cue : tuple of int or None
        Where the cue stands (``says``, ``according to``).
    how : str
        The rule that attributed it.
    sure : float
        How sure that is, 0 to 1.
    """

    doc: int
    start: int
    end: int
    kind: QuotationKind
    speaker: str | None = None
    mention: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    how: str = ""
    sure: float = 0.0


@dataclass(frozen=True, eq=False, repr=False)
class Spoken(Columns):
    """The partition of every text by voice: each character belongs to exactly one row.

    Parameters
    ----------
    doc : int32 array
        Position of the document in `Corpus.documents`.
    start, end : int32 arrays
        Half-open code points; rows are sorted, touch each other, and cover the text.
    voice : int32 array
        Position in `Corpus.voices`.
    """

    doc: Ints
    start: Ints
    end: Ints
    voice: Ints
    types: ClassVar[dict[str, Any]] = {"doc": np.int32, "start": np.int32, "end": np.int32, "voice": np.int32}
