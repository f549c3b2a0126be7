"""A web page saved as HTML: its article, without what the page puts around it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput, InputError
from rhetoric.load.article import PROSE, Role, removed
from rhetoric.load.blocks import Block, laid_out
from rhetoric.load.encoding import BOMS, Decoded, decode, put_right
from rhetoric.load.faults import refused
from rhetoric.load.lines import stem, unpacked
from rhetoric.load.page import author, dated, marks, repairs
from rhetoric.load.plain import same
from rhetoric.load.signed import people
from rhetoric.load.units import Unit, lines
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,40})",
    re.I,
)
HEAD = 4_096
LARGEST = 32_000_000  # bytes: no page that people read is longer
LEAST = 10  # words: less is a link or a button
LANG = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.I)
OPINION = re.compile(
    r"\b(?:opinions?|op-?ed|comment|commentary|comment-?is-?free|commentisfree|columnists?|columns?|blogs?|editorials?|views?)\b",
    re.I,
)
INTERVIEW = re.compile(r"\binterview\b", re.I)
LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class HtmlLoader:
    """Reads the article on a saved web page: headline, paragraphs, crossheads, with title, author, date, outlet and address.

    The article is told from menus, captions, comments and lists of links by `trafilatura`, and the lines it lets through by the rules
    for plain pages, which mark them as furniture and leave them in the text. The text is the headline and the blocks of the
    article with an empty line between them.
    """

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".html.gz", ".htm.gz")

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the article of a page; see `rhetoric.model.loaded.Loader`."""
        page = put_right(decoded(page_bytes(path), str(path)), str(path))
        yield from repairs(page, path)
        yield article(page.text, stem(path), str(path))


def page_bytes(path: Path) -> bytes:
    """Return the bytes of a page, refusing one that is larger than any page.

    Raises
    ------
    InputError
    """
    try:
        with unpacked(path) as file:
            raw = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error, ValueError) as fault:
        raise refused(fault, path) from None
    if len(raw) > LARGEST:
        what = f"the page is larger than {LARGEST // 1_000_000} MB"
        raise InputError(what, "save the article alone, or as plain text", str(path))
    return raw


def decoded(raw: bytes, where: str) -> Decoded:
    """Return a page as text: by its mark, or as UTF-8, or as the page declares, or as `rhetoric.load.encoding.decode` guesses."""
    declared = DECLARED.search(raw[:HEAD])
    if not declared or any(raw.startswith(mark) for mark, *_ in BOMS):
        return decode(raw, where)
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    name = (declared[1] or declared[2]).decode("ascii")
    try:
        return Decoded(
            raw.decode("cp1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name)
        )
    except (UnicodeDecodeError, LookupError):
        return decode(raw, where)


def article(page: str, name: str, source: str) -> Document:
    """Return the article of a page.

    Raises
    ------
    EmptyInput
        If there is none to be found.
    """
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        page,
        include_comments=False,
        include_formatting=False,
        include_images=False,
        include_links=False,
        favor_precision=True,
        with_metadata=True,
    )
    blocks = [] if found is None or found.body is None else laid_out(found.body)
    if sum(len(b.text.split()) for b in blocks if b.kind != "heading") < LEAST:
        raise EmptyInput("no article was found on the page", "save its text as a .txt file", source)
    outlet = same(found.sitename or "")
    title = headline(same(found.title or ""), outlet, blocks)
    text, every, roles = put_together(title, blocks)
    return Document(
        id=name,
        text=text,
        title=title,
        author=names(found.author or "", outlet) or author(roles),
        date=found.date or dated(roles),
        kind=kind_of(found, title),
        source=source,
        lang=language(page),
        url=found.url or "",
        meta={"outlet": outlet} if outlet else {},
        layout=marks(every, roles),
    )


def headline(title: str, outlet: str, blocks: Sequence[Block]) -> str:
    """Return the title of a page without the name of its outlet; where the article begins with it, as it is printed there."""
    for block in blocks[:2]:
        if block.kind == "heading" and bare(block.text) and bare(block.text) in bare(title):
            return same(block.text)
    pieces = re.split(r" [|–—-] ", title)
    if outlet and len(pieces) > 1:
        kept = [p for p in pieces if bare(p) != bare(outlet)]
        if kept and len(kept) < len(pieces):
            return max(kept, key=len)
    return title


def bare(text: str) -> str:
    """Return the letters and digits of a text, small, for comparing titles."""
    return " ".join(LETTERS.findall(text.lower()))


def put_together(title: str, blocks: Sequence[Block]) -> tuple[str, list[Unit], list[Role]]:
    """Return the text of an article with its units and their roles; the headline stands first, once."""
    headings = [n for n, b in enumerate(blocks[:2]) if b.kind == "heading" and bare(b.text) == bare(title)]
    parts, kinds = ([title], ["headline"]) if title else ([], [])
    for n, block in enumerate(blocks):
        if n in headings:
            continue
        for line in block.text.split("\n"):
            parts.append(line)
            kinds.append("crosshead" if block.kind == "heading" else "paragraph")
    text = "\n\n".join(parts)
    every = lines(text)
    roles = removed(every)
    for n, kind in enumerate(kinds):
        if roles[n] is PROSE and kind != "paragraph":
            roles[n] = Role(kind)
    return text, every, roles


def names(given: str, outlet: str) -> str:
    """Return authors as a byline has them, 'A', 'A and B', 'A, B and C', without the outlet."""
    found = people([same(p) for p in given.split(";") if bare(p) and bare(p) != bare(outlet)])
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def kind_of(found: Any, title: str) -> str:
    """Return 'interview' or 'op-ed' where title, address or section say so, else nothing."""
    sections = " ".join([*(found.categories or []), *(found.tags or [])])
    address = (found.url or "").replace("/", " ").replace("_", " ")
    if INTERVIEW.search(f"{title} {address} {sections}"):
        return "interview"
    return "op-ed" if OPINION.search(f"{address.rsplit(' ', 1)[0]} {sections}") else ""


def language(page: str) -> str:
    """Return the language that a page says it is in, or an empty string."""
    match = LANG.search(page[: 4 * HEAD])
    return match[1].lower() if match else ""
