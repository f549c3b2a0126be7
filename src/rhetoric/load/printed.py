"""Lines of printed pages to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

HEAD = 100  # letters: no running head is longer
EDGE = 2  # lines at the head and the foot of a page that may be running heads
SHORT = 0.8  # a line that ends a sentence and is shorter than this share of the usual ends a paragraph
LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00ad": "-",
        "\u00a0": " ",
    }
)
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(r"(?:page )?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})(?: of \d{1,4})?[-–—|\s]*", re.IGNORECASE)
BROKEN = re.compile(r"([^\W\d_]+)-$")
STOPS = (".", "!", "?", "…", ":", '"', "”", "’", ")")


def paragraphs(pages: Sequence[str]) -> list[str]:
    """Return the paragraphs of printed pages.

    Parameters
    ----------
    pages : sequence of str
        The lines of each page.

    Notes
    -----
    A paragraph ends at an empty line, and at a line that ends a sentence well short of the usual width. A line at the edge of a page
    that comes back on three pages or more, whatever its numbers, is a running head; one that is a number alone is a page
    number.
    """
    kept = [line for page in without_heads([lines(p) for p in pages]) for line in page]
    filled = [len(line) for line in kept if line]
    width = sorted(filled)[int(0.75 * (len(filled) - 1))] if filled else 0
    words = Counter(w.lower() for line in kept for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line))
    out: list[str] = []
    current = ""
    for line in kept:
        if not line:
            if current and current.endswith(STOPS):
                out.append(current)
                current = ""
            continue
        current = continued(current, line, words)
        if line.endswith(STOPS) and len(line) < SHORT * width:
            out.append(current)
            current = ""
    return out + [current] * bool(current)


def lines(page: str) -> list[str]:
    """Return the lines of a page, ligatures taken apart, each run of white space one space."""
    return [" ".join(line.split()) for line in page.translate(LIGATURES).split("\n")]


def without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of pages without running heads and page numbers."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({shape(page[n]) for n in at_edge(page)})
    often = {s for s, n in edges.items() if n >= max(3, len(pages) / 3)}
    out = []
    for page in pages:
        gone = {n for n in at_edge(page) if shape(page[n]) in often or NUMBER.fullmatch(page[n])}
        out.append([line for n, line in enumerate(page) if n not in gone])
    return out


def at_edge(page: Sequence[str]) -> set[int]:
    """Return the places of the first and last lines of a page that are not empty and short enough for a running head."""
    filled = [n for n, line in enumerate(page) if line]
    return {n for n in (*filled[:EDGE], *filled[-EDGE:]) if len(page[n]) <= HEAD}


def shape(line: str) -> str:
    """Return a line with every number the same."""
    return DIGITS.sub("0", line.lower())


def continued(text: str, line: str, words: Counter[str]) -> str:
    """Return a paragraph with one more line; a word broken between them is put together.

    The hyphen stays where the text prints the word with it elsewhere more often than without it.
    """
    broken = BROKEN.search(text)
    if not broken or not line[:1].islower():
        return f"{text} {line}" if text else line
    rest = re.match(r"[^\W\d_]+", line)
    first, second = broken[1].lower(), rest[0].lower() if rest else ""
    if words[f"{first}-{second}"] > words[first + second]:
        return text + line
    return text[:-1] + line
