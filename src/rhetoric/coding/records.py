"""Records of validations, read from wherever they lie."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from rhetoric.errors import InputError, MissingInput
from rhetoric.model.record import Record

RECORD = ".validation.json"


def read_record(path: Path) -> Record:
    """Read what `rhetoric validate` wrote.

    Raises
    ------
    InputError
        If it is missing or something else.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise MissingInput(f"cannot be read ({fault.strerror})", "check the path", str(path)) from None
    except ValueError as fault:
        raise InputError(f"not JSON ({fault})", "name what 'rhetoric validate' wrote", str(path)) from None
    if not isinstance(values, dict):
        raise InputError("not a validation record", "name what 'rhetoric validate' wrote", str(path))
    return Record.of(values, str(path))


def records_beside(inputs: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the records that lie beside some inputs, or in a folder among them, or in the working folder."""
    seen: set[Path] = set()
    for given in (*map(Path, inputs), Path()):
        folder = given if given.is_dir() else given.parent
        for path in sorted(folder.glob(f"*{RECORD}")):
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path
