"""PDF: the layer of text, put back together from lines into paragraphs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import InputError
from rhetoric.load.composed import composed
from rhetoric.load.encoding import read_bytes
from rhetoric.load.faults import ENDING, said
from rhetoric.load.pieces import Piece
from rhetoric.load.printed import paragraphs
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

LEAST = 20  # letters a page, below which it is the picture of a page
MOST_PAGES = 5_000
MARK, HEAD = b"%PDF-", 1_024  # how a PDF begins, and within how many bytes


@dataclass(frozen=True, slots=True)
class PdfLoader:
    """Reads one text from the text layer of one PDF.

    Lines are joined into paragraphs, words broken at the end of a line are put together, ligatures are taken apart, and lines that come back
    on page after page (running heads, page numbers) are dropped. Which lines are headings a PDF does not say. A scan, which holds
    pictures of pages, is refused.
    """

    suffixes: tuple[str, ...] = (".pdf",)

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        pages, about = read_pages(path)
        letters = [sum(map(str.isalnum, p)) for p in pages]
        if sum(letters) < LEAST * len(pages):
            what = "it holds pictures of pages and no text (a scan)"
            raise InputError(what, "put it through text recognition (OCR) first", str(path))
        if empty := sum(n < LEAST for n in letters):
            what = f"{empty} of {len(pages)} pages hold no text (pictures?) - check the text"
            yield Problem(str(path), None, "scan", what, "warning")
        yield composed(path, [Piece("paragraph", p) for p in paragraphs(pages)], **about)


def read_pages(path: Path) -> tuple[list[str], dict[str, str]]:
    """Return the text of every page, and what the file says of itself.

    Raises
    ------
    InputError
        If it is no PDF, is damaged, or asks for a password.
    """
    import io

    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    raw = read_bytes(path)
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("it asks for a password", "save it without one", str(path))
        if len(reader.pages) > MOST_PAGES:
            raise InputError(
                f"it has {len(reader.pages):,} pages", f"split it: {MOST_PAGES:,} are the most", str(path)
            )
        pages = [page.extract_text() or "" for page in reader.pages]
        about = described(reader.metadata)
    except InputError:
        raise
    except DependencyError as fault:
        do = "install what is named, or save it without protection"
        raise InputError(f"it is protected ({said(fault)})", do, str(path)) from None
    except Exception as fault:  # a damaged file fails in ways of its own
        if MARK not in raw[:HEAD]:
            raise InputError("it is no PDF, whatever its ending says", ENDING, str(path)) from None
        what = f"it is cut off or damaged ({said(fault)})"
        raise InputError(what, "open it and save it again, or download it again", str(path)) from None
    return pages, about


def described(metadata: Any) -> dict[str, str]:
    """Return title, author and date of a file's own description; what looks like a file name is no title."""
    if metadata is None:
        return {}
    title, author = (str(x or "").strip() for x in (metadata.title, metadata.author))
    if title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".qxd")) or title.lower().startswith(
        ("microsoft word", "untitled")
    ):
        title = ""
    try:
        made = metadata.creation_date
    except (ValueError, TypeError):
        made = None
    return {
        "title": title,
        "author": author,
        "date": made.date().isoformat() if made and (title or author) else "",
    }
