"""Rich text: its words, a line for each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rhetoric.errors import InputError
from rhetoric.load.composed import composed
from rhetoric.load.encoding import read_bytes
from rhetoric.load.faults import ENDING
from rhetoric.load.pieces import Piece
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings


@dataclass(frozen=True, slots=True)
class RtfLoader:
    """Reads one text from one RTF file; headings are not told from paragraphs, for RTF does not say which are which."""

    suffixes: tuple[str, ...] = (".rtf",)

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        from striprtf.striprtf import rtf_to_text

        raw = read_bytes(path)
        if not raw.lstrip().startswith(b"{\\rtf"):
            raise InputError("it is no RTF, whatever its ending says", ENDING, str(path))
        text = rtf_to_text(raw.decode("latin-1"), encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
        yield composed(path, [Piece("paragraph", " ".join(line.split())) for line in text.split("\n")])
