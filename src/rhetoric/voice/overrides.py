"""The user's corrections: who really spoke."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rhetoric.errors import InputError, MissingInput
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.voice.twins import Attributed

PLACE = ("start", "end")
NUMBER = "quotation"


@dataclass(frozen=True, slots=True)
class Override:
    """One stretch of one text with its speaker as the user knows it.

    Parameters
    ----------
    doc_id : str
    start, end : int
        Half-open code points; both 0 where a quotation is named by its number.
    speaker : str
        The voice's id; empty for words that are no quotation.
    quotation : int
        The number of the quotation in its text, from 1, as ``rhetoric voices`` prints it; 0 where a place is given.
    source : str
        The file and line that it came from, for messages.
    """

    doc_id: str
    start: int
    end: int
    speaker: str
    quotation: int = 0
    source: str = ""


def read_overrides(path: str | Path) -> tuple[Override, ...]:
    """Read corrections from a CSV with the columns ``doc_id, speaker`` and ``start, end`` or ``quotation``, in any order.

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
    lacking = [c for c in ("doc_id", "speaker") if c not in head]
    if NUMBER not in head:
        lacking += [c for c in PLACE if c not in head]
    if lacking:
        raise InputError(
            f"no column {', '.join(lacking)}",
            "name the columns doc_id, start, end, speaker (or doc_id, quotation, speaker) in the first line",
            where,
            1,
        )
    for number, row in enumerate(reader, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < len(head):
            raise InputError(f"{len(row)} cells, expected {len(head)}", "fill every column", where, number)
        cell = {name: value.strip() for name, value in zip(head, row, strict=False)}
        source = f"{where}:{number}"
        if cell.get(NUMBER):
            at = whole(
                cell[NUMBER], NUMBER, "number quotations from 1, as 'rhetoric voices' does", where, number
            )
            yield Override(cell["doc_id"], 0, 0, cell["speaker"], max(1, at), source)
            continue
        advice = "count code points from 0, as the quotations table does"
        start, end = (whole(cell.get(name, ""), name, advice, where, number) for name in PLACE)
        if not 0 <= start < end:
            raise InputError(
                f"start {start} and end {end} are no span", "end must be greater than start", where, number
            )
        yield Override(cell["doc_id"], start, end, cell["speaker"], 0, source)


def whole(value: str, name: str, advice: str, where: str, line: int) -> int:
    """Return a cell as a whole number, or raise an error that names it."""
    try:
        return int(value)
    except ValueError:
        raise InputError(f"{name} {value!r} is no whole number", advice, where, line) from None


def misplaced(
    overrides: Iterable[Override], documents: Iterable[Document], others: Iterable[str] = ()
) -> list[Problem]:
    """Return a warning for each correction that fits no text.

    Parameters
    ----------
    overrides : iterable of Override
    documents : iterable of Document
        The texts at hand.
    others : iterable of str
        Ids of texts that are not at hand.
    """
    lengths = {d.id: len(d.text) for d in documents}
    known = set(others) | set(lengths)
    out = []
    for o in overrides:
        if o.doc_id not in known:
            what = f"no text has the id {o.doc_id!r}; the correction was not used - copy ids from the quotations table"
        elif o.doc_id in lengths and o.start >= lengths[o.doc_id]:
            what = (
                f"start {o.start} lies behind the end of {o.doc_id!r} ({lengths[o.doc_id]} characters); the correction"
                " was not used - copy places from the quotations table"
            )
        else:
            continue
        file, _, line = o.source.rpartition(":")
        out.append(
            Problem(
                file or "overrides",
                int(line) if line.isdigit() else None,
                "override",
                what,
                "warning",
                o.doc_id,
            )
        )
    return out


def corrected(rows: Sequence[Attributed], overrides: Sequence[Override], length: int) -> list[Attributed]:
    """Return the quotations of one text with the user's corrections: what a correction covers is replaced.

    A correction of just the words of one quotation keeps its kind, its mention and its cue. A number without a
    quotation, or a place behind the end of the text, corrects nothing.
    """
    if not overrides:
        return list(rows)
    numbered = sorted(rows, key=lambda r: (r.start, r.end))
    out = list(rows)
    for o in overrides:
        if o.quotation:
            if o.quotation > len(numbered):
                continue
            row = numbered[o.quotation - 1]
            o = replace(o, start=row.start, end=row.end)
        if o.start >= length:
            continue
        same = [r for r in out if (r.start, r.end) == (o.start, o.end)]
        inside = same[:1] or [
            r for r in out if o.start <= r.start and r.end <= o.end and r.kind != "indirect"
        ]
        old = inside[0] if inside else None
        kind = old.kind if old and len(inside) == 1 and old.kind != "phrase" else "direct"
        new = Attributed(
            o.start,
            min(o.end, length),
            kind if o.speaker else "phrase",
            o.speaker or None,
            old.mention if old else None,
            old.cue if old else None,
            "user",
            1.0,
        )
        out = [r for r in out if r not in inside]
        if o.speaker or kind != "indirect":
            out.append(new)
    return out
