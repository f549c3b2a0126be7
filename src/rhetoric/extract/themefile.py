"""Read and check a theme: one TOML file that says what is looked for, what only looks like it, and proves it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rhetoric.errors import DictionaryError
from rhetoric.extract.listing import Key, Listing, Shape
from rhetoric.match import Entry
from rhetoric.model.feature import Feature, Measured

NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
POLES = {"+": 1.0, "-": -1.0}

HEAD: Shape = {
    "name": Key(str),
    "version": Key(int, 1),
    "label": Key(str, ""),
    "about": Key(str, ""),
    "source": Key(str, ""),
    "licence": Key(str, ""),
    "limits": Key(list, []),
    "joined": Key(bool, False),
    "right": Key(int, 0),
    "judged": Key(int, 0),
    "judged_on": Key(str, ""),
}
ENTRY: Shape = {
    "pattern": Key(str),
    "weight": Key(float, 1.0),
    "pole": Key(str, "+"),
    "flip": Key(bool, False),
    "case": Key(bool, False),
    "priority": Key(int, 0),
    "also": Key(str, ""),
}
NOT: Shape = {"pattern": Key(str), "why": Key(str, ""), "case": Key(bool, False)}
TEST: Shape = {"text": Key(str), "hits": Key(int), "pole": Key(str, "")}


@dataclass(frozen=True, slots=True)
class Case:
    """A text that a list must get right.

    Parameters
    ----------
    text : str
    hits : int
        How many pieces of evidence the list must find in it.
    pole : {'', '+', '-'}
        The sign that all of them must have, where it is given.
    where : str
    line : int
    """

    text: str
    hits: int
    pole: str
    where: str
    line: int


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as its file says it.

    Parameters
    ----------
    feature : Feature
        Named ``FAMILY.name``; `cites` are the file's sources, a line each.
    licence : str
    entries : tuple of Entry
        What is looked for; the sign of `Entry.weight` is the pole.
    nots : tuple of Entry
        What only looks like it: a hit that overlaps one is dropped.
    cases : tuple of Case
    where : str
        The file.
    joined : bool
        Whether words that a dash or a full stop joins without a blank are one word; see `rhetoric.match.joined`.
    """

    feature: Feature
    licence: str
    entries: tuple[Entry, ...]
    nots: tuple[Entry, ...]
    cases: tuple[Case, ...]
    where: str
    joined: bool = False


def read_theme(path: str | Path, family: str = "theme") -> Theme:
    """Read a theme file.

    Parameters
    ----------
    path : path
        A TOML file.
    family : str
        The first part of the feature's name.

    Raises
    ------
    DictionaryError
        If there is no such file, or anything in it is malformed or unknown; the message names the line.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        raise DictionaryError("not UTF-8", "save the file as UTF-8", str(path), line) from None
    except OSError as fault:
        raise DictionaryError(f"cannot be read ({fault.strerror})", "check the path", str(path)) from None
    return parse_theme(text, str(path), family)


def parse_theme(text: str, where: str, family: str = "theme") -> Theme:
    """Make a theme of a file's content; see `read_theme`."""
    listing = Listing(where, text)
    head = listing.head(HEAD, ("entry", "not", "test"))
    name, label = head["name"], head["label"]
    if not NAME.fullmatch(name):
        do = "use lower-case letters, digits and single _ or -, such as 'national_identity'"
        raise listing.fault(f"{name!r} cannot name a theme", do, key="name")
    if head["version"] < 1:
        raise listing.fault("version is less than 1", "count versions from 1", key="version")
    entries = [
        Entry(
            row["pattern"],
            weight=row["weight"] * POLES[row["pole"]],
            key=name,
            flip=row["flip"],
            case=row["case"],
            priority=row["priority"],
            attrs={"also": row["also"]} if row["also"] else None,
            where=where,
            line=listing.line("entry", n, "pattern"),
        )
        for n, row in enumerate(checked_entries(listing))
    ]
    if not 0 <= head["right"] <= head["judged"]:
        do = "say how many finds were judged, and how many of these were right"
        raise listing.fault(f"right is {head['right']} of {head['judged']} judged", do, key="right")
    if not entries:
        raise listing.fault("no entries", 'add [[entry]] and pattern = "..." below it')
    nots = [
        Entry(row["pattern"], key=name, case=row["case"], where=where, line=listing.line("not", n, "pattern"))
        for n, row in enumerate(listing.rows("not", NOT))
    ]
    return Theme(
        Feature(
            f"{family}.{name}",
            head["version"],
            label or name.replace("_", " ").replace("-", " ").capitalize(),
            about=" ".join(head["about"].split()),
            cites=tuple(line.strip() for line in head["source"].splitlines() if line.strip()),
            limits=tuple(head["limits"]),
            measured=Measured(head["right"], head["judged"], on=head["judged_on"])
            if head["judged"]
            else None,
        ),
        head["licence"],
        tuple(entries),
        tuple(nots),
        tuple(cases(listing)),
        where,
        head["joined"],
    )


def checked_entries(listing: Listing) -> list[dict[str, Any]]:
    """Return the entries, once their poles and weights are right and no pattern stands there twice."""
    rows = listing.rows("entry", ENTRY)
    seen: dict[tuple[str, bool], int] = {}
    for n, row in enumerate(rows):
        if row["pole"] not in POLES:
            raise listing.fault(f"unknown pole {row['pole']!r}", "write '+' or '-'", "entry", n, "pole")
        if not 0 < row["weight"] <= 100:
            do = "give a weight above 0, at most 100; pole = '-' makes it negative"
            raise listing.fault(f"weight {row['weight']} is out of range", do, "entry", n, "weight")
        first = seen.setdefault((" ".join(row["pattern"].split()), row["case"]), n)
        if first != n:
            line = listing.line("entry", first, "pattern")
            what = f"pattern {row['pattern']!r} stands on line {line} already"
            raise listing.fault(what, "keep one of the two", "entry", n, "pattern")
    return rows


def cases(listing: Listing) -> list[Case]:
    """Return the tests that a file brings with it."""
    out = []
    for n, row in enumerate(listing.rows("test", TEST)):
        if row["pole"] not in ("", *POLES):
            raise listing.fault(f"unknown pole {row['pole']!r}", "write '+' or '-'", "test", n, "pole")
        if row["hits"] < 0:
            raise listing.fault("hits is negative", "count the hits from 0", "test", n, "hits")
        out.append(Case(row["text"], row["hits"], row["pole"], listing.where, listing.line("test", n)))
    return out


@lru_cache(maxsize=8)
def shipped(folder: str = "themes", family: str = "theme", names: tuple[str, ...] = ()) -> tuple[Theme, ...]:
    """Return the lists of a data folder of the package: those named, or all of them by file name."""
    root = files("rhetoric") / "data" / folder
    chosen = [f"{n}.toml" for n in names] or sorted(
        f.name for f in root.iterdir() if f.name.endswith(".toml")
    )
    return tuple(parse_theme((root / n).read_text(encoding="utf-8"), f"{folder}/{n}", family) for n in chosen)
