"""Front matter: the lines between ``---`` or ``+++`` at the head of a text file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from rhetoric.errors import InputError

KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
QUOTED = re.compile(r"'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\"")
PLAIN_ITEM = re.compile(r"[^,\[\]\"']+[^,\[\]]*")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")
SHOWN = 60  # letters of a line that a message shows
Value = str | list[str]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the head of a file, and where the text begins.

    Parameters
    ----------
    fields : dict
        By name in the order of the file; values of ``---`` blocks are strings and lists of strings.
    body : int
        Offset of the first character after the block; 0 without one.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    body: int = 0


def read_front_matter(text: str, where: str = "") -> FrontMatter:
    """Return the front matter of a text.

    Between ``---`` and ``---`` stand lines ``key: value``; a value is the rest of its line (colons and all), or stands
    in quotation marks, or is a list, ``[a, b]`` or one ``- item`` a line below its key. Lines that begin with ``#`` are
    comments. Between ``+++`` and ``+++`` stands TOML. A text whose ``---`` is a mere rule has no front matter.

    Raises
    ------
    InputError
        If a line fits none of this, a key comes twice, or the block has no end; it names the line.
    """
    lines = text.split("\n")
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return FrontMatter()
    last = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == fence), 0)
    if (
        fence == "---"
        and (len(lines) < 2 or not (KEY.match(lines[1]) or lines[1].startswith("#")))
        and last != 1
    ):
        return FrontMatter()
    if not last:
        raise InputError("the front matter has no end", f"close it with a line {fence}", where, 1)
    body = sum(len(line) + 1 for line in lines[: last + 1])
    block = lines[1:last]
    return FrontMatter(toml(block, where) if fence == "+++" else pairs(block, where), min(body, len(text)))


def toml(block: list[str], where: str) -> dict[str, Any]:
    """Return the fields of a TOML block; dates and times become text."""
    try:
        found = tomllib.loads("\n".join(block))
    except tomllib.TOMLDecodeError as fault:
        at = TOML_LINE.search(str(fault))
        line = int(at[1]) + 1 if at else 1
        raise InputError(
            f"the front matter is not valid TOML ({fault})", "mend the line", where, line
        ) from None
    return {k: v.isoformat() if isinstance(v, date | time) else v for k, v in found.items()}


def pairs(block: list[str], where: str) -> dict[str, Value]:
    """Return the fields of a block of ``key: value`` lines."""
    found: dict[str, Value] = {}
    open_list: list[str] | None = None
    for number, line in enumerate(block, 2):
        if not line.strip() or line.startswith("#"):
            continue
        item = ITEM.match(line)
        if item and open_list is not None:
            open_list.append(scalar(item[1], where, number))
            continue
        match = KEY.match(line.rstrip())
        if not match:
            what = f"{shortened(line)!r} is no 'key: value'"
            raise InputError(what, "write one on each line", where, number)
        key, value = match[1], (match[2] or "").strip()
        if key in found:
            raise InputError(f"{key!r} comes twice", "keep one", where, number)
        open_list = None
        if value.startswith("["):
            found[key] = inline_list(value, where, number)
        elif value:
            found[key] = scalar(value, where, number)
        else:
            open_list = []
            found[key] = open_list
    return {key: value or "" for key, value in found.items()}


def shortened(line: str) -> str:
    """Return a line as a message can hold it."""
    line = line.strip()
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}..."


def scalar(value: str, where: str, line: int) -> str:
    """Return one value, out of its quotation marks if it has any."""
    value = value.strip()
    if value in ("|", ">", "|-", ">-") or value[:1] in "&*{":
        what = f"{shortened(value)!r} is more than front matter can hold here"
        raise InputError(what, "write the value on the line of its key, in quotation marks", where, line)
    if value[:1] not in ("'", '"') or not value:
        return value
    match = QUOTED.fullmatch(value)
    if not match:
        raise InputError(
            f"the quotation marks of {shortened(value)} are out of order", "close them", where, line
        )
    if match[1] is not None:
        return match[1].replace("''", "'")
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[0]), match[2])


def inline_list(value: str, where: str, line: int) -> list[str]:
    """Return the items of ``[a, "b, c"]``."""
    out: list[str] = []
    at, inner = 0, value[1:-1].strip()
    fault = InputError(f"{shortened(value)} is no list", "write [one, two]", where, line)
    if not value.endswith("]"):
        raise fault
    while at < len(inner):
        match = QUOTED.match(inner, at) or PLAIN_ITEM.match(inner, at)
        if not match:
            raise fault
        out.append(scalar(match.group(), where, line))
        rest = inner[match.end() :].lstrip()
        if rest and not rest.startswith(","):
            raise fault
        at = len(inner) - len(rest[1:].lstrip()) if rest else len(inner)
    return out
