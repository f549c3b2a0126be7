"""WordStat's categories: indented names, and items with a weight in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.encoding import clean, decoded
from rhetoric.match.formats.holding import Held, Holds, held
from rhetoric.match.formats.literal import pattern_of
from rhetoric.match.formats.nesting import Branch, nested
from rhetoric.match.formats.numeral import number, value

WEIGHT = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something.

    Parameters
    ----------
    at : int
    indent : int
        How many tabs, or blanks where there are no tabs, stand before it.
    text : str
        Without its weight.
    weight : float or None
        Items have one, categories none.
    """

    at: int
    indent: int
    text: str
    weight: float | None


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a file of categories.

    Raises
    ------
    DictionaryError
        If an item stands under no category, or categories are nested too deep.
    """
    said = [
        line
        for n, text in enumerate(decoded(raw, draft).split("\n"), 1)
        if (line := parsed(n, text)) and not remark(line)
    ]
    bare = bool(said) and not any(line.weight is not None for line in said)
    above: list[tuple[int, str]] = []
    for n, line in enumerate(said):
        while above and above[-1][0] >= line.indent:
            above.pop()
        key = above[-1][1] if above else ""
        leaf = n + 1 == len(said) or said[n + 1].indent <= line.indent
        if line.text.startswith("@"):
            do = "write it as a pattern with NEAR, BEFORE or AFTER"
            draft.note(line.at, f"the rule {line.text!r} is left out; {do}")
        elif line.weight is not None or (bare and leaf and key):
            item(line, key, draft)
        else:
            name = draft.below(key, clean(line.text), len(above), line.at)
            above.append((line.indent, name))
            if leaf and not bare:
                draft.note(
                    line.at, f"{line.text!r} has no weight and nothing below: a category without patterns"
                )
    if bare:
        draft.note(None, "no item has a weight; the innermost lines are read as items of weight 1")


def parsed(at: int, text: str) -> Line | None:
    """Return a line with its indent and weight, or None where it is blank."""
    said = clean(text)
    if not said:
        return None
    before = text[: len(text) - len(text.lstrip(" \t\ufeff"))]
    indent = before.count("\t") or before.count(" ")
    head, bracket, rest = said.rpartition("(")
    weight = rest[:-1].strip() if bracket and rest.endswith(")") else ""
    amount = value(weight.replace(",", ".")) if WEIGHT.fullmatch(weight) else None
    if head.strip() and amount is not None:
        return Line(at, indent, head.strip(), amount)
    return Line(at, indent, said, None)


def remark(line: Line) -> bool:
    """Whether a line is a remark."""
    return line.text.startswith("#") and line.weight is None


def item(line: Line, key: str, draft: Draft) -> None:
    """Take one item; ``_`` joins the words of a phrase."""
    if not key:
        do = "write the name of its category above it, and a tab before it"
        raise draft.fault(f"the item {line.text!r} stands under no category", do, line.at)
    pattern = pattern_of(line.text.replace("_", " "), query=True)
    if pattern:
        draft.add(pattern, key, line.at, 1.0 if line.weight is None else line.weight)
    else:
        draft.note(line.at, f"the item {line.text!r} has no word")


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary WordStat can hold; rules are not written."""

    def term(text: str) -> str:
        if "_" in text:
            return "an underscore within a word"
        return "an item that begins with '@', as a rule does" if text.startswith("@") else ""

    def name(text: str) -> str:
        line = parsed(1, text)
        if line is None or line.weight is not None or text.startswith(("@", "#")):
            return "a name of that form for a category"
        return ""

    limits = Holds("WordStat", weights=True, query=True, nested=True, term_fault=term, key_fault=name)
    return held(dictionary, limits)


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a file of categories."""
    return "".join(f"{line}\n" for line in lines(nested(part), 0))


def lines(branch: Branch, depth: int) -> Iterator[str]:
    """Yield the lines of a category, its own items first."""
    tabs = "\t" * depth
    for row in branch.rows:
        yield f"{tabs}{row.term.replace(' ', '_')} ({number(row.weight)})"
    for name, below in branch.below.items():
        yield tabs + name
        yield from lines(below, depth + 1)
