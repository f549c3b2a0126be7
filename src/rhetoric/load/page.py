"""A page copied off the web as plain text, with one article on it or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rhetoric.load.article import Role, roles, split
from rhetoric.load.biography import outlet
from rhetoric.load.encoding import Decoded, read_text
from rhetoric.load.units import Unit, units
from rhetoric.model.document import Document, Mark
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)')
CREDITS = ("picture credit", "page control")


@dataclass(frozen=True, slots=True)
class PageLoader:
    """Splits a page into its articles and marks in each what is headline, byline and page furniture.

    The text of an article is the stretch of the page from its headline to the last line before the next headline: nothing
    is cut out, and the texts with the white space between them are the page. Furniture between two articles belongs
    to the first. Title, author, date and outlet are filled in only where the page gives them.
    """

    suffixes: tuple[str, ...] = (".txt",)

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the articles of a page in its order; see `rhetoric.model.loaded.Loader`."""
        page = read_text(path)
        yield from repairs(page, path)
        every = units(page.text)
        parts = split(every)
        for number, (first, last) in enumerate(parts, 1):
            name = path.stem if len(parts) == 1 else f"{path.stem}-{number}"
            yield article(page.text, every[first:last], name, str(path))


def repairs(read: Decoded, path: Path) -> Iterator[Problem]:
    """Yield a warning for each thing that was repaired in reading a file."""
    for repair in read.repairs:
        yield Problem(str(path), None, "encoding", f"{repair} - check the text", "warning")


def looks_like_page(text: str) -> bool:
    """Whether a text shows signs of a web page: a biography at its end, a byline at its head, or two bits of furniture."""
    every = units(text)
    parts = split(every)
    if len(parts) > 1:
        return True
    found = roles(every)
    headed = any(role.kind == "headline" for role in found)
    signed = any(role.kind == "byline" for role in found)
    return (headed and signed) or sum(role.note in CREDITS for role in found) > 1


def article(page: str, of: Sequence[Unit], name: str, source: str) -> Document:
    """Return one article of a page.

    Parameters
    ----------
    page : str
    of : sequence of Unit
        The units of the article.
    name : str
        Its identifier.
    source : str
        The file; the line of the first unit is added.
    """
    start = of[0].start
    found = roles(of)
    line = page.count("\n", 0, start) + 1
    headlines = [u.text for u, role in zip(of, found, strict=True) if role.kind == "headline"]
    about = " ".join(u.text for u, role in zip(of, found, strict=True) if role.note == "biography")
    text = page[start : of[-1].end]
    paper = outlet(about, text)
    return Document(
        id=name,
        text=text,
        title=next(iter(headlines), ""),
        author=author(found),
        date=dated(found),
        kind=kind(of, found),
        source=f"{source}:{line}",
        meta={"outlet": paper} if paper else {},
        layout=marks(of, found, start),
    )


def marks(of: Sequence[Unit], found: Sequence[Role], start: int = 0) -> tuple[Mark, ...]:
    """Return a mark for each unit that is no prose; furniture of one kind on neighbouring lines is marked by line."""
    return tuple(
        Mark(role.kind, u.start - start, u.end - start, role.note)
        for u, role in zip(of, found, strict=True)
        if role.kind != "paragraph"
    )


def author(found: Sequence[Role]) -> str:
    """Return the author that a byline names, or else those whose biographies stand at the end."""
    for note in ("byline", "biography"):
        names = list(dict.fromkeys(role.value for role in found if role.note == note and role.value))
        if names:
            return " and ".join(names)
    return ""


def dated(found: Sequence[Role]) -> str:
    """Return the first date that a line gives, as ISO 8601."""
    return next((role.value for role in found if role.note == "date line"), "")


def kind(of: Sequence[Unit], found: Sequence[Role]) -> str:
    """Guess whether an article is an interview: its furniture says so, or most of its words are quoted."""
    prose = [u for u, role in zip(of, found, strict=True) if role.kind == "paragraph"]
    named = any(
        "interview" in u.text.lower() for u, role in zip(of, found, strict=True) if role.kind == "boilerplate"
    )
    quoted = sum(len(m.group().split()) for u in prose for m in QUOTED.finditer(u.text))
    return "interview" if named or 2 * quoted > sum(u.words for u in prose) else "op-ed"
