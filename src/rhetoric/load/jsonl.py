"""JSON lines, and JSON lists, of texts."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import InputError
from rhetoric.load import rows
from rhetoric.load.encoding import decode, refused
from rhetoric.load.lines import lines, unpacked
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

SHAPE = 'write one {"id": ..., "text": ...} a line'


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
                        f"a {type(value).__name__} where an object should be", SHAPE, str(path), line
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
                yield line.number, json.loads(line.text), line.repair
            except (ValueError, RecursionError) as fault:
                yield line.number, not_json(fault, path, line.number), ""


def items(path: Path) -> Iterator[tuple[int, Any, str]]:
    """Yield the objects of a JSON list, numbered from 1; a single object is a list of one."""
    try:
        with unpacked(path) as file:
            raw = file.read()
    except (OSError, EOFError, zlib.error, ValueError) as fault:
        raise refused(fault, path) from None
    found = decode(raw, str(path))
    try:
        value = json.loads(found.text)
    except (ValueError, RecursionError) as fault:
        raise not_json(fault, path, getattr(fault, "lineno", None)) from None
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield number, item, found.repairs[0] if found.repairs else ""


def not_json(fault: Exception, path: Path, line: int | None) -> InputError:
    """Return the error for what is no JSON."""
    why = f"{fault.msg}, column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else "out of bounds"
    return InputError(f"not valid JSON ({why})", SHAPE, str(path), line)
