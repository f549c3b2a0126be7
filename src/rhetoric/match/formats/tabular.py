"""A table of patterns, which holds everything that an entry says."""

from __future__ import annotations

import re
from difflib import get_close_matches
from math import isfinite

from rhetoric.errors import DictionaryError
from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats.delimited import rows, written
from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.encoding import clean, decoded
from rhetoric.match.formats.holding import Held, Holds, Row, lost, named, teller, unwritable
from rhetoric.match.formats.numeral import number, value
from rhetoric.match.pattern import parse

NAMES = {
    "key": ("key", "category", "theme", "feature", "sentiment"),
    "pattern": ("pattern", "word", "term"),
    "weight": ("weight", "value", "score"),
    "pole": ("pole",),
    "case": ("case",),
    "priority": ("priority",),
    "flip": ("flip",),
}
POLES = {"+": 1.0, "-": -1.0, "−": -1.0, "": 0.0}
ANSWERS = {
    "": False,
    "false": False,
    "no": False,
    "0": False,
    "true": True,
    "yes": True,
    "1": True,
    "x": True,
}
WRITTEN = ("key", "pattern", "weight", "case", "priority", "flip")
WHOLE = re.compile(r"[-+]?\d{1,9}")
HOLDS = Holds("a table", weights=True)


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a table; its patterns are in the pattern language.

    Raises
    ------
    DictionaryError
        If a column is missing or named twice, or a cell does not hold what its column asks for.
    """
    table = rows(decoded(raw, draft), draft)
    line, header = next(table, (1, []))
    at = columns([clean(name).lower() for name in header], line, draft)
    for line, cells in table:
        said = {name: clean(cells[n]) if n < len(cells) else "" for name, n in at.items()}
        if len(cells) > len(header) and any(clean(cell) for cell in cells[len(header) :]):
            draft.note(line, "more cells than the header has")
        for name in ("key", "pattern"):
            if not said[name]:
                raise draft.fault(f"no {name}", "fill the cell, or remove the row", line)
        draft.add(
            said["pattern"],
            said["key"],
            line,
            weight(said.get("weight", ""), said.get("pole", ""), line, draft),
            answer("case", said.get("case", ""), line, draft),
            priority(said.get("priority", ""), line, draft),
            answer("flip", said.get("flip", ""), line, draft),
        )


def columns(header: list[str], line: int, draft: Draft) -> dict[str, int]:
    """Return where each thing stands.

    Raises
    ------
    DictionaryError
        If there is no column for keys or for patterns.
    """
    at: dict[str, int] = {}
    for name, others in NAMES.items():
        found = [n for other in others for n, column in enumerate(header) if column == other]
        if found:
            at[name] = found[0]
    shown = ", ".join(repr(name[:40]) for name in header[:20]) or "none"
    for name in ("key", "pattern"):
        if name not in at:
            near = next((h for h in header if get_close_matches(h[:40], NAMES[name], 1)), "")
            do = f"name {near!r} {name!r}" if near else f"add a column {name!r}"
            raise draft.fault(f"no column {name!r} (columns: {shown})", do, line)
    for n, name in enumerate(header):
        if n not in at.values() and name:
            draft.note(line, f"the column {name!r} is left out")
    return at


def weight(text: str, pole: str, line: int, draft: Draft) -> float:
    """Return the weight of a row, its sign the pole.

    Raises
    ------
    DictionaryError
        If it is no number, the pole is neither + nor -, or the two contradict each other.
    """
    found = value(text) if text else 1.0
    if found is None:
        raise draft.fault(
            f"weight {text[:40]!r} is no number", "write a number with a full stop, as 0.5", line
        )
    if pole not in POLES:
        raise draft.fault(f"unknown pole {pole[:40]!r}", "write '+' or '-'", line)
    if pole == "+" and found < 0:
        raise draft.fault(f"pole '+' with the weight {text}", "leave out one of the two", line)
    return -abs(found) if POLES[pole] < 0 else found


def answer(name: str, text: str, line: int, draft: Draft) -> bool:
    """Return whether a cell says yes.

    Raises
    ------
    DictionaryError
        If it says neither yes nor no.
    """
    if text.lower() not in ANSWERS:
        raise draft.fault(f"{name} is {text[:40]!r}", "write true or false", line)
    return ANSWERS[text.lower()]


def priority(text: str, line: int, draft: Draft) -> int:
    """Return the priority of a row.

    Raises
    ------
    DictionaryError
        If it is no whole number.
    """
    if text and not WHOLE.fullmatch(text):
        raise draft.fault(f"priority {text[:40]!r} is no whole number", "write 1, 2 or so", line)
    return int(text or 0)


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary a table can hold: all but empty keys and what `Entry.attrs` says."""
    notes: list[str] = []
    keys = named(dictionary, HOLDS, notes)
    out: list[Row] = []
    for entry in dictionary.entries:
        tell = teller(notes, entry)
        try:
            parse(entry)
        except DictionaryError as fault:
            tell(f"is left out: {fault.what}")
            continue
        term = " ".join(entry.pattern.split())
        reason = unwritable(term) or ("" if isfinite(entry.weight) else "a weight that is no number")
        reason = reason or ("control characters" if clean(term) != term else "")
        if reason or not keys[entry.key]:
            tell(f"is left out: a table cannot hold {reason or 'its key'}")
            continue
        if entry.attrs:
            tell(f"loses {list(lost(entry, HOLDS))[-1]}")
        out.append(Row(keys[entry.key], term, entry.weight, entry))
    full = {row.key for row in out}
    notes += [
        f"the key {key!r} is left out: it has no pattern" for key in keys.values() if key and key not in full
    ]
    return Held(tuple(dict.fromkeys(keys.values())), tuple(out), tuple(notes))


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a table with commas."""
    return written(body(part))


def write_tabs(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a table with tabs."""
    return written(body(part), "\t")


def body(part: Held) -> list[list[str]]:
    """Return the header and the rows."""
    out = [list(WRITTEN)]
    for row in part.rows:
        case, flip = ("true" if answer else "false" for answer in (row.entry.case, row.entry.flip))
        out.append([row.key, row.term, number(row.weight), case, str(row.entry.priority), flip])
    return out
