"""Parties, institutions, outlets and groups with every name they go by: those that ship, and the user's own."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from rhetoric.errors import InputError, MissingInput
from rhetoric.match import Entry, parse

KINDS = ("person", "party", "institution", "outlet", "group")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, under one name.

    Parameters
    ----------
    name : str
        The name that all others are gathered under.
    kind : {'person', 'party', 'institution', 'outlet', 'group'}
    land : str
        Two letters, or nothing.
    alias : tuple of str
        Other names; capitals count in those that have any.
    weak : tuple of str
        Names that mean this actor only in a text that also prints the name or an alias.
    barred : tuple of str
        Longer phrases in which an alias is somebody or something else.
    """

    name: str
    kind: str
    land: str = ""
    alias: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


@cache
def shipped_actors() -> tuple[Actor, ...]:
    """Return the actors that ship."""
    path = files("rhetoric") / "data" / "lexicons" / "actors.toml"
    held = tomllib.loads(path.read_text(encoding="utf-8"))["actor"]
    return tuple(
        Actor(
            a["name"], a["kind"], a.get("land", ""), *(tuple(a.get(k, ())) for k in ("alias", "weak", "not"))
        )
        for a in held
    )


def read_actors(path: str | Path) -> tuple[Actor, ...]:
    """Read actors from a CSV with the columns ``actor, alias`` and, if wanted, ``kind``; one alias a row.

    Parameters
    ----------
    path : path
        An empty alias names the actor alone. An alias may hold ``*`` and ``?`` as in every pattern. ``kind`` is person, party, institution, outlet or group (the default).

    Raises
    ------
    MissingInput
        If there is no such file.
    InputError
        If it is no UTF-8 CSV, lacks a column, or has a row without an actor or of an unknown kind; the line is named.
    DictionaryError
        If a name cannot be looked for; the line is named.
    """
    where = str(path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            found = list(rows(csv.reader(lines), where))
    except (FileNotFoundError, IsADirectoryError):
        raise MissingInput("no such file of actors", "check the path", where) from None
    except UnicodeDecodeError:
        raise InputError("the actors are not UTF-8", "save the table as UTF-8 CSV", where) from None
    except csv.Error as fault:
        raise InputError(f"not a CSV table ({fault})", "save the table as CSV", where) from None
    out: dict[str, Actor] = {}
    for name, alias, kind in found:
        old = out.get(name, Actor(name, kind))
        out[name] = Actor(name, old.kind, "", (*old.alias, alias) if alias else old.alias)
    return tuple(out.values())


def rows(reader: Iterator[list[str]], where: str) -> Iterator[tuple[str, str, str]]:
    """Yield actor, alias and kind of each row."""
    head = [c.strip().lower() for c in next(reader, [])]
    if lacking := [c for c in ("actor", "alias") if c not in head]:
        raise InputError(
            f"no column {', '.join(lacking)}",
            "name the columns actor, alias, kind in the first line",
            where,
            1,
        )
    for number, row in enumerate(reader, start=2):
        cells = dict(zip(head, (c.strip() for c in row), strict=False))
        if not any(cells.values()):
            continue
        name, kind = cells.get("actor", ""), cells.get("kind", "").lower() or "group"
        if not name:
            raise InputError("a row without an actor", "name the actor", where, number)
        if kind not in KINDS:
            raise InputError(f"unknown kind {kind!r}", f"choose from {', '.join(KINDS)}", where, number)
        for pattern in filter(None, (name, cells.get("alias", ""))):
            parse(Entry(pattern, where=where, line=number))
        yield name, cells.get("alias", ""), kind
