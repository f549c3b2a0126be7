"""Electronic books: the chapters in the order of their spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from rhetoric.errors import InputError
from rhetoric.load.archive import member, opened
from rhetoric.load.composed import composed
from rhetoric.load.faults import ENDING
from rhetoric.load.markup import DC, first, parsed
from rhetoric.load.pieces import Piece
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

START, LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
XMLENC = "{http://www.w3.org/2001/04/xmlenc#}"
CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
OPF = "{http://www.idpf.org/2007/opf}"
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = frozenset(("p", "li", "blockquote", "dd", "dt", "td", "pre", "div", *HEADINGS))
LEFT_OUT = frozenset(("script", "style", "head", "nav", "sup", "aside"))


@dataclass(frozen=True, slots=True)
class EpubLoader:
    """Reads one text from one book (``.epub``): headings are crossheads; its table of contents and notes on the side are left out."""

    suffixes: tuple[str, ...] = (".epub",)

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        with opened(path) as archive:
            if START not in archive.namelist():
                raise InputError(f"it is no EPUB (there is no {START} in it)", ENDING, str(path))
            container = parsed(member(archive, START, path), str(path))
            root = container.find(f".//{CONTAINER}rootfile")
            if root is None:
                raise InputError("it does not say where its contents are", "save it again", str(path))
            package = root.get("full-path", "")
            book = parsed(member(archive, package, path), str(path))
            items = {i.get("id"): i for i in book.iter(f"{OPF}item")}
            locked = protected(archive, path)
            pieces: list[Piece] = []
            for reference in book.iter(f"{OPF}itemref"):
                item = items.get(reference.get("idref"))
                if item is None or "nav" in item.get("properties", "").split():
                    continue
                name = posixpath.normpath(
                    posixpath.join(posixpath.dirname(package), unquote(item.get("href", "")))
                )
                if name in locked:
                    what = "its chapters are protected against copying (DRM)"
                    raise InputError(what, "ask its publisher for a copy without", str(path))
                pieces += chapter(member(archive, name, path))
        yield composed(
            path,
            pieces,
            title=first(book, f"{DC}title"),
            author=first(book, f"{DC}creator"),
            date=first(book, f"{DC}date")[:10],
            lang=first(book, f"{DC}language").lower(),
        )


def protected(archive: ZipFile, path: Path) -> set[str]:
    """Return the files of a book that are encrypted."""
    if LOCKS not in archive.namelist():
        return set()
    locks = parsed(member(archive, LOCKS, path), str(path))
    return {unquote(e.get("URI", "")).lstrip("/") for e in locks.iter(f"{XMLENC}CipherReference")}


def chapter(raw: bytes) -> list[Piece]:
    """Return the headings and paragraphs of one chapter."""
    from lxml import html

    if not raw.strip():
        return []
    tree = html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    body = tree.find("body")
    return [p for p in blocks(tree if body is None else body) if p.text]


def blocks(element: Any) -> Iterator[Piece]:
    """Yield the blocks of an element, and the words between them."""
    loose = [element.text or ""]
    kind = "crosshead" if element.tag in HEADINGS else "paragraph"
    for child in element:
        if isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            if any(e.tag in BLOCKS for e in child.iter()):
                yield Piece(kind, " ".join("".join(loose).split()))
                loose = []
                yield from blocks(child)
            else:
                loose.append(
                    " ".join(["", *child.itertext()]) if child.tag == "br" else "".join(child.itertext())
                )
        loose.append(child.tail or "")
    yield Piece(kind, " ".join("".join(loose).split()))
