"""The blocks of an article: paragraphs, headings, list items, rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

HEADING = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
WHOLE = frozenset({"p", "item", "cell", "code", "ab", *HEADING})
BREAK = "lb"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article.

    Parameters
    ----------
    kind : {'paragraph', 'heading'}
    text : str
        Each run of white space one space; lines that the page breaks stand on lines of their own.
    """

    kind: str
    text: str


def laid_out(body: Any) -> list[Block]:
    """Return the blocks of the body of an article, an lxml element with TEI's names, in order."""
    return [b for b in blocks(body) if b.text]


def blocks(element: Any) -> Iterator[Block]:
    """Yield the blocks of an element: those inside it, and the words between them."""
    inside = [child for child in element if isinstance(child.tag, str)]
    nested = any(holds_blocks(child) for child in inside)
    if element.tag in WHOLE and not nested:
        yield Block("heading" if element.tag in HEADING else "paragraph", said(element))
        return
    loose = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and holds_blocks(child):
            yield Block("paragraph", tidy("".join(loose)))
            loose = []
            yield from blocks(child)
        else:
            loose.append(inner(child))
        loose.append(child.tail or "")
    yield Block("paragraph", tidy("".join(loose)))


def holds_blocks(element: Any) -> bool:
    """Whether an element is a block or has one in it."""
    return any(
        isinstance(e.tag, str) and (e.tag in WHOLE or e.tag in ("quote", "list", "table", "row"))
        for e in element.iter()
    )


def said(element: Any) -> str:
    """Return the words of an element."""
    return tidy(inner(element))


def inner(element: Any) -> str:
    """Return all text in an element, with a line break for each break in it."""
    if not isinstance(element.tag, str):
        return ""
    if element.tag == BREAK:
        return "\n"
    return "".join([element.text or "", *(inner(child) + (child.tail or "") for child in element)])


def tidy(text: str) -> str:
    """Return lines without white space around them, and none that are empty."""
    return "\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))
