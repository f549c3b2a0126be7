"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput
from rhetoric.load.article import PROSE, Role, removed
from rhetoric.load.encoding import read_text
from rhetoric.load.frontmatter import read_front_matter
from rhetoric.load.page import author, dated, marks, repairs
from rhetoric.load.units import Unit, lines, units
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

FIELDS = ("title", "author", "date", "kind", "url", "lang", "source", "id")
MARKDOWN = (".md", ".markdown")
HEADING = re.compile(r"(#{1,6}[ \t]+)(.*?)(?:[ \t]+#+)?")


@dataclass(frozen=True, slots=True)
class PlainLoader:
    r"""Reads one text from one file, to the character; only a byte-order mark and ``\r\n`` are normalised.

    Front matter fills the fields of its names and the metadata; the text begins with the character after it. A line that
    is the `title`, the `standfirst` or one of the `crossheads` of the front matter is marked as such, and so are
    Markdown headings, without their ``#``. Page furniture and biographies are marked too.
    """

    suffixes: tuple[str, ...] = (".txt", ".md", ".markdown", ".text")

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        file = read_text(path)
        yield from repairs(file, path)
        front = read_front_matter(file.text, str(path))
        text = file.text[front.body :]
        if not text.strip():
            raise EmptyInput("there is no text below the front matter", "add it", str(path))
        markdown = path.suffix.lower() in MARKDOWN
        every = lines(text) if markdown else units(text)
        found = removed(every)
        if markdown:
            every, found = headed(text, every, found)
        found = named(every, found, front.fields)
        given = {name: said(front.fields.get(name)) for name in FIELDS}
        titles = [u.text for u, role in zip(every, found, strict=True) if role.kind == "headline"]
        yield Document(
            id=given["id"] or path.stem,
            text=text,
            title=given["title"] or next(iter(titles), ""),
            author=given["author"] or author(found),
            date=given["date"] or dated(found),
            kind=given["kind"],
            source=given["source"] or str(path),
            lang=given["lang"],
            url=given["url"],
            meta={name: value for name, value in front.fields.items() if name not in FIELDS},
            layout=marks(every, found),
        )


def said(value: Any) -> str:
    """Return a field of front matter as text; a list is joined by 'and'."""
    if isinstance(value, list):
        return " and ".join(map(str, value))
    return "" if value is None else str(value)


def headed(text: str, every: Sequence[Unit], found: Sequence[Role]) -> tuple[list[Unit], list[Role]]:
    """Return units and roles with Markdown headings: the first line of a text is its headline, the rest crossheads."""
    parts, roles = list(every), list(found)
    for n, u in enumerate(every):
        match = HEADING.fullmatch(text, u.start, u.end)
        if match and match[2]:
            parts[n] = Unit(match.start(2), match.end(2), same(match[2]))
            roles[n] = Role("headline" if n == 0 else "crosshead")
    return parts, roles


def named(every: Sequence[Unit], found: Sequence[Role], fields: Mapping[str, Any]) -> list[Role]:
    """Return the roles with the headings that the front matter names."""
    roles = list(found)
    crossheads = fields.get("crossheads") or []
    crossheads = {same(str(x)) for x in (crossheads if isinstance(crossheads, list) else [crossheads])}
    for kind in ("headline", "standfirst"):
        wanted = same(str(fields.get("title" if kind == "headline" else kind) or ""))
        if wanted and not any(role.kind == kind for role in roles):
            for n, u in enumerate(every):
                if same(u.text) == wanted:
                    roles[n] = Role(kind)
                    break
    for n, u in enumerate(every):
        if roles[n] is PROSE and same(u.text) in crossheads:
            roles[n] = Role("crosshead")
    return roles


def same(text: str) -> str:
    """Return a text with each run of white space one space."""
    return " ".join(text.split())
