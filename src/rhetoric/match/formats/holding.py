"""What a format can hold of a dictionary, and what of it is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isfinite

from rhetoric.errors import DictionaryError
from rhetoric.match.dictionary import Dictionary
from rhetoric.match.entry import Entry
from rhetoric.match.formats.draft import DEEPEST
from rhetoric.match.formats.encoding import clean
from rhetoric.match.formats.literal import terms_of
from rhetoric.match.formats.numeral import number
from rhetoric.match.pattern import parse


def none(_: str) -> str:
    """Find no fault."""
    return ""


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format has room for.

    Parameters
    ----------
    format : str
        Its name, with an article.
    weights : bool
    query : bool
        Whether it knows ``?`` as a wildcard.
    star : {'anywhere', 'end'}
        Where it takes a ``*``.
    nested : bool
        Whether keys stand within keys.
    term_fault, key_fault : callable
        What is wrong with a term or the name of a key there, or an empty text.
    """

    format: str
    weights: bool = False
    query: bool = False
    star: str = "anywhere"
    nested: bool = False
    term_fault: Callable[[str], str] = none
    key_fault: Callable[[str], str] = none


@dataclass(frozen=True, slots=True)
class Row:
    """A term as it will stand in the file.

    Parameters
    ----------
    key : str
    term : str
    weight : float
        1 where the format has no weights.
    entry : Entry
        What it comes from.
    """

    key: str
    term: str
    weight: float
    entry: Entry


@dataclass(frozen=True, slots=True)
class Held:
    """What of a dictionary fits into a format.

    Parameters
    ----------
    keys : tuple of str
    rows : tuple of Row
    notes : tuple of str
        What does not.
    """

    keys: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def held(dictionary: Dictionary, holds: Holds, head: Callable[[Entry], str] = lambda e: e.pattern) -> Held:
    """Find what of a dictionary fits into a format.

    Parameters
    ----------
    dictionary : Dictionary
    holds : Holds
    head : callable
        The part of an entry's pattern that becomes the term.
    """
    notes: list[str] = []
    keys = named(dictionary, holds, notes)
    rows: dict[tuple[str, str, str], Row] = {}
    for entry in dictionary.entries:
        tell = teller(notes, entry)
        if not (key := keys.get(entry.key, "")):
            tell("is left out with its key")
            continue
        try:
            parse(entry)
        except DictionaryError as fault:
            tell(f"is left out: {fault.what}")
            continue
        terms, reason = terms_of(head(entry), holds.query, holds.star)
        reason = reason or next(filter(None, map(holds.term_fault, terms)), "") or unwritable(*terms)
        if reason:
            tell(f"is left out: {holds.format} cannot hold {reason}")
            continue
        if len(terms) > 1:
            tell(f"is written as {len(terms)} patterns, one for each alternative")
        if not isfinite(entry.weight):
            tell(f"is left out: {entry.weight} is no weight")
            continue
        for what in lost(entry, holds):
            tell(f"loses {what}")
        for term in terms:
            row = Row(key, term, entry.weight if holds.weights else 1.0, entry)
            first = rows.setdefault(
                (key, term.lower(), entry.pattern if head(entry) != entry.pattern else ""), row
            )
            if first is not row:
                tell(f"adds nothing to {first.entry.pattern!r} in {holds.format}")
    return Held(tuple(dict.fromkeys(k for k in keys.values() if k)), tuple(rows.values()), tuple(notes))


def teller(notes: list[str], entry: Entry) -> Callable[[str], None]:
    """Return a function that takes notes on one entry."""
    return lambda what: notes.append(f"{entry.pattern!r} of {entry.key!r} {what}")


def lost(entry: Entry, holds: Holds) -> Iterable[str]:
    """Name what an entry says and the format has no place for."""
    if not holds.weights and entry.weight != 1:
        yield f"its weight {number(entry.weight)}"
    if entry.case:
        yield "its case"
    if entry.priority:
        yield f"its priority {entry.priority}"
    if entry.flip:
        yield "the turn of its pole by a negator"
    if entry.attrs:
        yield f"its other values ({', '.join(map(str, entry.attrs))})"


def named(dictionary: Dictionary, holds: Holds, notes: list[str]) -> dict[str, str]:
    """Return how each key of a dictionary is called in the file, empty where it cannot be."""
    out: dict[str, str] = {}
    for key in dict.fromkeys((*dictionary.keys, *(e.key for e in dictionary.entries))):
        name = clean(key)
        if not name:
            name = clean(dictionary.name).replace(".", " ").strip() or "dictionary"
            notes.append(f"patterns without a key are put under {name!r}")
        parts = name.split(".") if holds.nested else [name]
        reason = next(filter(None, map(holds.key_fault, parts)), "") or unwritable(name)
        if holds.nested and any(p != clean(p) or not p for p in parts):
            reason = "a key with an empty part"
        if holds.nested and len(parts) > DEEPEST:
            reason = f"categories nested deeper than {DEEPEST}"
        if name != key and key:
            notes.append(f"the key {key!r} is written {name!r}")
        if reason:
            notes.append(f"the key {key!r} is left out: {holds.format} cannot hold {reason}")
        out[key] = "" if reason else name
    return out


def unwritable(*texts: str) -> str:
    """Say whether any of some texts has characters that no file can have."""
    broken = any(0xD800 <= ord(c) <= 0xDFFF or c in "\ufffe\uffff" for t in texts for c in t)
    return "characters that are no text" if broken else ""
