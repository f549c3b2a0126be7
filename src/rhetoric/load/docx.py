"""Word documents: paragraphs by their styles, with the document's own title, author and date."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import InputError
from rhetoric.load.archive import opened
from rhetoric.load.composed import composed
from rhetoric.load.faults import said
from rhetoric.load.pieces import Piece
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

STYLES = {"title": "headline", "subtitle": "standfirst"}
HEADING = re.compile(r"heading \d", re.IGNORECASE)
MAKERS = frozenset(("python-docx", ""))


@dataclass(frozen=True, slots=True)
class DocxLoader:
    """Reads one text from one Word document (``.docx``): paragraphs and cells of tables in their order.

    The styles Title and Subtitle are headline and standfirst, Heading 1 to 9 crossheads. Headers, footers, footnotes, comments and
    deleted words are left out.
    """

    suffixes: tuple[str, ...] = (".docx",)

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        from docx import Document as word

        with opened(path):
            try:
                file = word(str(path))
                pieces = list(blocks(file))
            except (zipfile.BadZipFile, zlib.error):
                raise
            except Exception as fault:  # a damaged file fails in ways of its own
                what = f"it is damaged or no Word document ({said(fault)})"
                raise InputError(what, "save it as .docx again", str(path)) from None
        about = file.core_properties
        author = about.author or ""
        made = about.created if author not in MAKERS else None
        yield composed(
            path,
            pieces,
            title=about.title or "",
            author="" if author in MAKERS else author,
            date=made.date().isoformat() if made else "",
        )


def blocks(file: Any) -> Iterator[Piece]:
    """Yield the paragraphs of a document, those in tables where they stand."""
    for block in file.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in dict.fromkeys(row.cells):
                    yield from (Piece("paragraph", tidy(p.text)) for p in cell.paragraphs)
        else:
            style = (block.style.name or "") if block.style is not None else ""
            kind = "crosshead" if HEADING.match(style) else STYLES.get(style.lower(), "paragraph")
            yield Piece(kind, tidy(block.text))


def tidy(text: str) -> str:
    """Return a paragraph with each run of white space one space."""
    return " ".join(text.split())
