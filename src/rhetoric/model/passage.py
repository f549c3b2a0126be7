"""Stretches of a text by kind: a layer for each kind, sorted and without overlap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Columns, Ints, Objects


class Kind(IntEnum):
    """The kinds of passage. Each is a layer of its own: within it passages are sorted and do not overlap."""

    HEADLINE = 0
    STANDFIRST = 1
    CROSSHEAD = 2
    PARAGRAPH = 3
    SENTENCE = 4
    TURN = 5
    QUOTATION = 6
    BYLINE = 7
    BOILERPLATE = 8
    REPEAT = 9

    @property
    def label(self) -> str:
        """The name in lower case, as tables and `Mark` write it."""
        return self.name.lower()


HEADINGS = (Kind.HEADLINE, Kind.STANDFIRST, Kind.CROSSHEAD)
REMOVED = (Kind.BYLINE, Kind.BOILERPLATE)
BLOCKS = (*HEADINGS, Kind.PARAGRAPH, Kind.TURN, *REMOVED)


@dataclass(frozen=True, eq=False, repr=False)
class Passages(Columns):
    """Passages of a corpus, sorted by document, kind and start.

    Parameters
    ----------
    doc : int32 array
        Position of the document in `Corpus.documents`.
    kind : int8 array
        A `Kind`.
    start, end : int32 arrays
        Half-open code points into the document's text.
    note : object array of str
        Why: the reason a stretch was taken for boilerplate, the ``start:end`` that a repeat repeats, a turn's speaker.
    """

    doc: Ints
    kind: npt.NDArray[np.int8]
    start: Ints
    end: Ints
    note: Objects
    types: ClassVar[dict[str, Any]] = {
        "doc": np.int32,
        "kind": np.int8,
        "start": np.int32,
        "end": np.int32,
        "note": np.object_,
    }

    def of(self, *kinds: Kind) -> Passages:
        """Return the passages of the given kinds, by document and start."""
        return self.where(np.isin(self.kind, kinds)).sorted_by("doc", "start", "end")

    def in_document(self, doc: int) -> Passages:
        """Return the passages of one document."""
        return self.where(self.doc == doc)
