"""The lines of a large file, plain or gzipped, one at a time."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rhetoric.errors import BinaryInput, EmptyInput, InputError
from rhetoric.load.archive import gunzipped
from rhetoric.load.encoding import BOMS, decode, not_text
from rhetoric.load.faults import refused

HEAD = 4_096
LONGEST = 50_000_000  # bytes of a line: no text is longer


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file.

    Parameters
    ----------
    number : int
        From 1.
    text : str
        With its line break; empty where `fault` is set.
    repair : str
        What was guessed to decode it, or an empty string.
    fault : InputError or None
        Why it could not be decoded, or that it is too long to be a text.
    """

    number: int
    text: str
    repair: str = ""
    fault: InputError | None = None


def lines(path: Path) -> Iterator[Line]:
    r"""Yield the lines of a file, cut at ``\n`` and nowhere else; the characters are left as they are.

    Each line is decoded by itself: UTF-8, or else as `rhetoric.load.encoding.decode` guesses. A file that begins with
    the mark of UTF-16 or UTF-32 is read as such.

    Raises
    ------
    EmptyInput
        If the file is empty.
    BinaryInput
        If its head holds NUL bytes.
    InputError
        If it cannot be opened, or is gzipped and damaged.
    """
    try:
        with unpacked(path) as file:
            yield from decoded(file, path)
    except (OSError, EOFError, zlib.error, ValueError) as fault:
        raise refused(fault, path) from None


def stem(path: Path) -> str:
    """Return the name of a file without its endings ``.gz`` and the one before."""
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    return Path(name).stem


def unpacked(path: Path) -> io.BufferedReader:
    """Open a file for reading bytes, through gzip where its name says so."""
    return gunzipped(path) if path.name.lower().endswith(".gz") else path.open("rb")


def decoded(file: io.BufferedReader, path: Path) -> Iterator[Line]:
    """Yield the lines of an open file."""
    start = file.peek(HEAD)
    if not start:
        raise EmptyInput("there is nothing in it", "leave it out", str(path))
    mark = next((b for b in BOMS if start.startswith(b[0])), None)
    if mark and mark[1] != "utf-8":
        file.read(len(mark[0]))
        wide = io.TextIOWrapper(file, mark[1], errors="replace", newline="\n")
        for number, text in enumerate(iter(lambda: wide.readline(LONGEST), ""), 1):
            yield Line(number, text, f"read as {mark[2]}")
        return
    if b"\x00" in start:
        raise not_text(str(path))
    if mark:
        file.read(len(mark[0]))
    for number, raw in enumerate(iter(lambda: file.readline(LONGEST), b""), 1):
        yield line_of(number, raw, str(path)) if len(raw) < LONGEST else rest(file, number, str(path))


def rest(file: io.BufferedReader, number: int, where: str) -> Line:
    """Pass over the rest of a line that is too long."""
    while (raw := file.readline(LONGEST)) and not raw.endswith(b"\n"):
        pass
    what = f"the line is longer than {LONGEST // 1_000_000} MB"
    return Line(number, "", fault=InputError(what, "write one text a line", where, number))


def line_of(number: int, raw: bytes, where: str) -> Line:
    """Decode one line."""
    try:
        return Line(number, raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    try:
        found = decode(raw)
    except BinaryInput as fault:
        return Line(number, "", fault=BinaryInput(fault.what, fault.do, where, number))
    return Line(number, found.text, found.repairs[0])
