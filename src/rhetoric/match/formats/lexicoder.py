"""Lexicoder's list: a line ``+CATEGORY``, then a pattern a line."""

from __future__ import annotations

from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.encoding import clean, decoded
from rhetoric.match.formats.holding import Held, Holds, held
from rhetoric.match.formats.literal import pattern_of


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a list of Lexicoder 3.

    Raises
    ------
    DictionaryError
        If a pattern comes before the first category, or a category has no name.
    """
    key = ""
    outer = 0
    inner: list[int] = []
    for line, text in enumerate(decoded(raw, draft).split("\n"), 1):
        term = clean(text)
        if term.startswith("+"):
            key = clean(term[1:])
            if not key:
                raise draft.fault("a category without a name", "write it after the '+'", line)
            draft.open(key)
        elif term:
            if not key:
                do = "write a line '+' and the name of the category above it"
                raise draft.fault(f"the pattern {term!r} comes before the first category", do, line)
            draft.add(pattern_of(term), key, line)
            outer += text[:1] == " " or text[-1:] == " "
            if text[-1:] not in (" ", "*"):
                inner.append(line)
    boundaries(outer, inner, draft)


def boundaries(outer: int, inner: list[int], draft: Draft) -> None:
    """Note patterns that may be meant for the inside of words too: others have blanks at their ends."""
    if outer and inner:
        what = (
            f"{outer} patterns of the file have a blank at an end, which ends a word; "
            f"{len(inner)} others, from here on, end in neither a blank nor a '*' "
            "and are read as whole words too"
        )
        draft.note(inner[0], what)


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary Lexicoder can hold."""

    def plus(text: str) -> str:
        return "a pattern that begins with '+'" if text.startswith("+") else ""

    return held(dictionary, Holds("Lexicoder's list", star="end", term_fault=plus))


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a list."""
    terms: dict[str, list[str]] = {key: [] for key in part.keys}
    for row in part.rows:
        terms[row.key].append(row.term)
    return "".join(f"+{key}\n" + "".join(f"{t}\n" for t in terms[key]) for key in part.keys)
