"""A TOML list of patterns that remembers its lines, so that every fault can be found by its author."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from rhetoric.errors import DictionaryError

HEADER = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
KEY = re.compile(r"\s*([\w-]+)\s*=")
PLACE = re.compile(r" ?\(at line (\d+), column \d+\)")

WORDS: dict[Any, str] = {
    str: "text in quotation marks",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list of texts in quotation marks",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand under one key.

    Parameters
    ----------
    kind : type
        `str`, `int`, `float` (whole numbers too), `bool`, or `list` (of texts).
    default : object
        What stands for a key left out; without one the key is needed.
    """

    kind: type
    default: Any = ...


Shape = Mapping[str, Key]


@dataclass(frozen=True, eq=False)
class Listing:
    """A parsed TOML file beside its own text.

    Parameters
    ----------
    where : str
        The file, as messages name it.
    text : str
        Its content.
    """

    where: str
    text: str

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the file says.

        Raises
        ------
        DictionaryError
            If it is not TOML.
        """
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as fault:
            place = PLACE.search(str(fault))
            what = PLACE.sub("", str(fault))
            line = int(place[1]) if place else self.text.count("\n") + 1
            raise DictionaryError(f"not valid TOML: {what}", "mend this line", self.where, line) from None

    @cached_property
    def lines(self) -> dict[tuple[str, int, str], int]:
        """The line of every key, by table (empty for the head), the table's number, and key (empty for its header)."""
        out: dict[tuple[str, int, str], int] = {}
        counts: dict[str, int] = {}
        table, number, quoted = "", 0, ""
        for n, line in enumerate(self.text.split("\n"), 1):
            if not quoted:
                if header := HEADER.match(line):
                    table = header[1]
                    number = counts[table] = counts.get(table, -1) + 1
                    out[table, number, ""] = n
                elif key := KEY.match(line):
                    out.setdefault((table, number, key[1]), n)
            for mark in ('"""', "'''"):
                if line.count(mark) % 2 and quoted in ("", mark):
                    quoted = "" if quoted else mark
        return out

    def line(self, table: str = "", number: int = 0, key: str = "") -> int:
        """Return the line of a key, else of its table, else the first."""
        for place in ((table, number, key), (key, 0, ""), (table, number, "")):
            if line := self.lines.get(place):
                return line
        return 1

    def fault(self, what: str, do: str, table: str = "", number: int = 0, key: str = "") -> DictionaryError:
        """Return an error that names this file and the line concerned."""
        return DictionaryError(what, do, self.where, self.line(table, number, key))

    def head(self, shape: Shape, tables: Sequence[str]) -> dict[str, Any]:
        """Return the keys above the first table, checked against their shape; `tables` may follow them."""
        plain = {k: v for k, v in self.values.items() if k not in tables}
        return self._checked(plain, shape, "", 0, (*shape, *tables))

    def rows(self, table: str, shape: Shape) -> list[dict[str, Any]]:
        """Return the tables of one name, each checked against its shape, with defaults filled in."""
        found = self.values.get(table, [])
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise self.fault(f"{table!r} is not a list of tables", f"write [[{table}]] above each", key=table)
        return [self._checked(row, shape, table, n, tuple(shape)) for n, row in enumerate(found)]

    def _checked(
        self, row: Mapping[str, Any], shape: Shape, table: str, number: int, names: Sequence[str]
    ) -> dict[str, Any]:
        place = f" in [[{table}]]" if table else ""
        for key, value in row.items():
            if key not in shape:
                near = get_close_matches(key, names, 1)
                do = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(names)}"
                raise self.fault(f"unknown key {key!r}{place}", do, table, number, key)
            if not fits(value, shape[key].kind):
                what = f"{key!r}{place} is {value!r}"
                raise self.fault(what, f"write {WORDS[shape[key].kind]}", table, number, key)
        for key, wanted in shape.items():
            if wanted.default is ... and key not in row:
                raise self.fault(f"no {key!r}{place}", f"add {key} = ...", table, number)
        return {k: row.get(k, wanted.default) for k, wanted in shape.items()}


def fits(value: Any, kind: type) -> bool:
    """Return whether a value is of a kind; ``true`` is no number, and a whole number will do for a fraction."""
    if kind in (int, float):
        return isinstance(value, int if kind is int else (int, float)) and not isinstance(value, bool)
    if kind is list:
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    return isinstance(value, kind)
