"""JSON lines, and JSON lists, of texts."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput, InputError
from rhetoric.load import rows
from rhetoric.load.encoding import LARGEST, decode
from rhetoric.load.faults import AGAIN, refused, said
from rhetoric.load.lines import lines, unpacked
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

SHAPE = 'write one {"id": ..., "text": ...} a line'
LIST = 'write a list, [{"id": ..., "text": ...}, ...]'


@dataclass(frozen=True, slots=True)
class JsonLinesLoader:
    """Reads ``{"id": ..., "text": ...}``, one a line, and lists of such objects in ``.json`` (each also gzipped).

    The texts are kept to the character. A line that cannot be used is a problem, and the rest goes on; the file is
    never held as a whole, but for ``.json``.
    """

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".json", ".json.gz")
    rows: bool = True

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the texts of a file in its order; see `rhetoric.model.loaded.Loader`."""
        whole = path.name.lower().endswith((".json", ".json.gz"))
        found = items(path) if whole else objects(path)
        for line, value, repair in found:
            try:
                if isinstance(value, InputError):
                    raise value
                if not isinstance(value, dict):
                    raise InputError(
                        f"a {type(value).__name__} where an object should be",
                        LIST if whole else SHAPE,
                        str(path),
                        line,
                    )
                document = rows.document(value, path, line, settings)
            except InputError as fault:
                yield Problem.of(fault, str(path))
            else:
                yield document
                yield from rows.doubts(document, path, line, repair)


def objects(path: Path) -> Iterator[tuple[int, Any, str]]:
    """Yield number, value and repair of each line that is not blank; the value of a bad one is the error."""
    for line in lines(path):
        if line.fault:
            yield line.number, line.fault, ""
        elif line.text and not line.text.isspace():
            try:
                yield line.number, parsed(line.text), line.repair
            except (ValueError, RecursionError) as fault:
                yield line.number, not_json(fault, path, line.number, SHAPE), ""


def items(path: Path) -> Iterator[tuple[int, Any, str]]:
    """Yield the objects of a JSON list, numbered from 1; a single object is a list of one."""
    try:
        with unpacked(path) as file:
            raw = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error, ValueError) as fault:
        raise refused(fault, path) from None
    if len(raw) > LARGEST:
        what = f"it is larger than {LARGEST // 1_000_000} MB"
        raise InputError(what, "write it as JSON lines (.jsonl), which are read one at a time", str(path))
    if not raw.strip():
        raise EmptyInput("there is nothing in it", "leave it out", str(path))
    found = decode(raw, str(path))
    try:
        value = parsed(found.text)
    except (ValueError, RecursionError) as fault:
        do = f"{LIST}, or name the file .jsonl if it holds one object a line"
        raise not_json(fault, path, getattr(fault, "lineno", None), do) from None
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield number, item, found.repairs[0] if found.repairs else ""


def parsed(text: str) -> Any:
    """Return the value of some JSON, with U+FFFD for halves of surrogate pairs, which no file can hold."""
    value = json.loads(text)
    return complete(value) if "\\u" in text else value


def complete(value: Any) -> Any:
    """Return a value with every string in it made whole."""
    if isinstance(value, str):
        return rows.whole(value)
    if isinstance(value, list):
        return [complete(v) for v in value]
    if isinstance(value, dict):
        return {rows.whole(k): complete(v) for k, v in value.items()}
    return value


def not_json(fault: Exception, path: Path, line: int | None, do: str) -> InputError:
    """Return the error for what is no JSON."""
    if isinstance(fault, RecursionError):
        why = "brackets within brackets, too deep to be a text"
    elif not isinstance(fault, json.JSONDecodeError):
        why = said(fault)
    elif fault.pos >= len(fault.doc.rstrip()) or fault.msg.startswith("Unterminated string"):
        why, do = "it ends too early", f"{AGAIN} if it is cut off, or {do}"
    else:
        why = f"{fault.msg}, column {fault.colno}"
    return InputError(f"not valid JSON ({why})", do, str(path), line)
