"""The user's corrections: who really spoke."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rhetoric.errors import InputError, MissingInput

COLUMNS = ("doc_id", "start", "end", "speaker")


@dataclass(frozen=True, slots=True)
class Override:
    """One stretch of one text with its speaker as the user knows it.

    Parameters
    ----------
    doc_id : str
    start, end : int
        Half-open code points.
    speaker : str
        The voice's id; empty for words that are no quotation.
    """

    doc_id: str
    start: int
    end: int
    speaker: str


def read_overrides(path: str | Path) -> tuple[Override, ...]:
    """Read corrections from a CSV with the columns ``doc_id, start, end, speaker`` in any order.

    Raises
    ------
    MissingInput
        If there is no such file.
    InputError
        If a column is missing, or a row is malformed; the message names the line.
    """
    where = str(path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return tuple(rows(csv.reader(file), where))
    except (FileNotFoundError, IsADirectoryError):
        raise MissingInput("no such file of overrides", "check the path", where) from None
    except UnicodeDecodeError:
        raise InputError("the overrides are not UTF-8", "save the table as UTF-8 CSV", where) from None
    except csv.Error as fault:
        raise InputError(f"not a CSV table ({fault})", "save the table as CSV", where) from None


def rows(reader: Iterator[list[str]], where: str) -> Iterator[Override]:
    """Yield the corrections of a table."""
    head = [c.strip().lower() for c in next(reader, [])]
    lacking = [c for c in COLUMNS if c not in head]
    if lacking:
        raise InputError(
            f"no column {', '.join(lacking)}",
            f"name the columns {', '.join(COLUMNS)} in the first line",
            where,
            1,
        )
    for number, row in enumerate(reader, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < len(head):
            raise InputError(f"{len(row)} cells, expected {len(head)}", "fill every column", where, number)
        cell = {name: value.strip() for name, value in zip(head, row, strict=False)}
        try:
            start, end = int(cell["start"]), int(cell["end"])
        except ValueError:
            raise InputError(
                f"start {cell['start']!r} or end {cell['end']!r} is no whole number",
                "count code points from 0, as the quotations table does",
                where,
                number,
            ) from None
        if not 0 <= start < end:
            raise InputError(
                f"start {start} and end {end} are no span", "end must be greater than start", where, number
            )
        yield Override(cell["doc_id"], start, end, cell["speaker"])
