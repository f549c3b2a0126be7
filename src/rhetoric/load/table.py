"""Tables of texts: CSV and TSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from rhetoric.errors import InputError
from rhetoric.load import rows
from rhetoric.load.lines import Line, lines
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

DELIMITERS = ",;\t|"
LONGEST_CELL = 32_000_000  # characters: no text is longer, but the rest of a table may be, after a quotation mark that is not closed


@dataclass(frozen=True, slots=True)
class TableLoader:
    """Reads one text a row, from the column that `Settings.text_column` names.

    The delimiter is the tab for ``.tsv``; for ``.csv`` it is the one of comma, semicolon, tab and bar that brings the
    text column out of the header. Cells are kept to the character; empty ones are left out. A row that cannot be used is
    a problem, and the rest goes on.
    """

    suffixes: tuple[str, ...] = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
    rows: bool = True

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the texts of a file in its order; see `rhetoric.model.loaded.Loader`."""
        source = lines(path)
        first = next((line for line in source if line.fault or line.text.strip()), None)
        if first is None:
            raise InputError("there is no header", "begin with the names of the columns", str(path))
        if first.fault:
            raise first.fault
        mark = "\t" if ".tsv" in path.name.lower() else delimiter(first.text, settings.text_column)
        table = table_rows(chain([first], source), mark)
        header = next(table)
        if header.fault:
            raise InputError(header.fault, "mend its quotation marks", str(path), header.line)
        columns = [name.strip() for name in header.cells]
        text, key = named(columns, settings.text_column), named(columns, settings.id_column)
        if not text:
            what = f"no column {settings.text_column!r}; the columns are {', '.join(map(repr, columns))}"
            raise InputError(
                what, "name the one that holds the text with --text-column", str(path), header.line
            )
        own = {text: settings.text_column} | ({key: settings.id_column} if key else {})
        columns = [own.get(name, name) for name in columns]
        for row in table:
            try:
                fields = by_name(row, columns, settings.text_column, path)
                document = rows.document(fields, path, row.line, settings)
            except InputError as fault:
                yield Problem.of(fault, str(path))
            else:
                yield document
                yield from rows.doubts(document, path, row.line, row.repair)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table before it is a text.

    Parameters
    ----------
    line : int
        The line on which it begins.
    cells : list of str
    fault : str
        Why it cannot be used, or an empty string.
    repair : str
        What was guessed to decode it.
    """

    line: int
    cells: list[str]
    fault: str = ""
    repair: str = ""


def table_rows(source: Iterator[Line], mark: str) -> Iterator[Row]:
    """Yield the rows of a table that are not blank; `mark` stands between two cells."""
    taken: list[Line] = []

    def texts() -> Iterator[str]:
        for line in source:
            taken.append(line)
            yield line.text or "\n"

    reader = csv.reader(texts(), delimiter=mark, strict=True)
    while True:
        taken.clear()
        cells: list[str] = []
        fault = ""
        limit = csv.field_size_limit(LONGEST_CELL)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = unread(str(error), taken[0].number, taken[-1].number) if taken else str(error)
        finally:
            csv.field_size_limit(limit)
        bad = next((line.fault.what for line in taken if line.fault), "")
        if taken and (cells or fault or bad):
            yield Row(taken[0].number, cells, bad or fault, next((x.repair for x in taken if x.repair), ""))


def unread(fault: str, first: int, last: int) -> str:
    """Return in words why a row cannot be read, and which lines are left out with it."""
    rows = "the row cannot be read" if first == last else f"the row, lines {first} to {last}, cannot be read"
    if fault.startswith(("unexpected end", "field larger")):
        return f"{rows}: a quotation mark in it is not closed"
    return (
        f"{rows}: {'a quotation mark inside a cell is not doubled' if 'expected after' in fault else fault}"
    )


def delimiter(header: str, column: str) -> str:
    """Return the delimiter that brings a column out of a header, or the one that brings out most columns."""
    found: dict[str, list[str]] = {}
    for mark in DELIMITERS:
        try:
            found[mark] = next(csv.reader([header], delimiter=mark), [])
        except csv.Error:
            found[mark] = []
    for mark, names in found.items():
        if named([name.strip() for name in names], column):
            return mark
    return max(found, key=lambda mark: len(found[mark]))


def named(columns: list[str], wanted: str) -> str:
    """Return the column of a name, or the one that differs in capitals only, or an empty string."""
    if wanted in columns:
        return wanted
    return next((name for name in columns if name.casefold() == wanted.casefold()), "")


def by_name(row: Row, columns: list[str], text: str, path: Path) -> dict[str, str]:
    """Return the cells of a row by the names of their columns; empty ones are left out, but for the text.

    Raises
    ------
    InputError
        If its quotation marks are out of order, or it has more cells than the header.
    """
    if row.fault:
        raise InputError(row.fault, "mend its quotation marks", str(path), row.line)
    if any(row.cells[len(columns) :]):
        what = f"the row has {len(row.cells)} cells, the header {len(columns)}"
        raise InputError(what, "put texts that hold the delimiter in quotation marks", str(path), row.line)
    cells = dict(zip(columns, row.cells, strict=False)) | (
        {} if len(row.cells) > columns.index(text) else {text: ""}
    )
    return {name: cell for name, cell in cells.items() if name and (cell or name == text)}
