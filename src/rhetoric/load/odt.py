"""OpenDocument texts, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
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

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
MANIFEST = "META-INF/manifest.xml"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
LEFT_OUT = frozenset(
    (f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}table-of-content")
)
SPACES = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": " "}
KINDS = {"title": "headline", "subtitle": "standfirst"}


@dataclass(frozen=True, slots=True)
class OdtLoader:
    """Reads one text from one OpenDocument file (``.odt``): headings and paragraphs; notes and comments are left out."""

    suffixes: tuple[str, ...] = (".odt",)

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        with opened(path) as archive:
            check(archive, path)
            content = parsed(member(archive, "content.xml", path), str(path))
            about = (
                parsed(member(archive, "meta.xml", path), str(path))
                if "meta.xml" in archive.namelist()
                else None
            )
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise InputError("it holds no text", "save it as an OpenDocument text", str(path))
        styles = {
            s.get(f"{STYLE}name"): s.get(f"{STYLE}parent-style-name", "")
            for s in content.iter(f"{STYLE}style")
        }
        yield composed(
            path,
            list(blocks(body, styles)),
            title=first(about, f"{DC}title"),
            author=first(about, f"{META}initial-creator") or first(about, f"{DC}creator"),
            date=(first(about, f"{META}creation-date") or first(about, f"{DC}date"))[:10],
        )


def check(archive: ZipFile, path: Path) -> None:
    """See that an archive is an OpenDocument file without a password.

    Raises
    ------
    InputError
    """
    names = archive.namelist()
    if "content.xml" not in names:
        raise InputError("it is no OpenDocument file (there is no content.xml in it)", ENDING, str(path))
    if MANIFEST in names and b"encryption-data" in member(archive, MANIFEST, path):
        raise InputError("it asks for a password", "save it without one", str(path))


def blocks(element: Any, styles: dict[str | None, str]) -> Iterator[Piece]:
    """Yield the headings and paragraphs in an element, in order."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in LEFT_OUT:
            continue
        if child.tag == f"{TEXT}h":
            yield Piece("crosshead", said(child))
        elif child.tag == f"{TEXT}p":
            style = child.get(f"{TEXT}style-name", "")
            yield Piece(KINDS.get((styles.get(style) or style).lower(), "paragraph"), said(child))
        else:
            yield from blocks(child, styles)


def said(element: Any) -> str:
    """Return the words of an element, without notes and comments in it."""
    return " ".join("".join(inner(element)).split())


def inner(element: Any) -> Iterator[str]:
    """Yield the text of an element and of those in it."""
    yield SPACES.get(element.tag, "") + (element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            yield from inner(child)
        yield child.tail or ""
