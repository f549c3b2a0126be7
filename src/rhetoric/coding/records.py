"""Records of validations, read from wherever they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rhetoric.coding.jsonfile import read_object
from rhetoric.model.record import Record

RECORD = ".validation.json"


def read_record(path: Path) -> Record:
    """Read what `rhetoric validate` wrote.

    Raises
    ------
    InputError
        If it is missing or something else.
    """
    return Record.of(read_object(path, "name what 'rhetoric validate' wrote"), str(path))


def records_beside(inputs: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the records that lie beside some inputs, or in a folder among them, or in the working folder."""
    seen: set[Path] = set()
    for given in (*map(Path, inputs), Path()):
        folder = given if given.is_dir() else given.parent
        for path in sorted(folder.glob(f"*{RECORD}")):
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path
