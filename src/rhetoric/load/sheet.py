"""Tables of texts that are no plain text: Excel workbooks and Parquet files."""

from __future__ import annotations

import datetime
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import InputError
from rhetoric.load import rows
from rhetoric.load.archive import opened
from rhetoric.load.faults import refused, said
from rhetoric.load.table import named
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings

BATCH = 1_000  # rows of a Parquet file at a time


@dataclass(frozen=True, slots=True)
class SheetLoader:
    """Reads one text a row from the first sheet of an Excel workbook (``.xlsx``) that has the text column, or from a Parquet file.

    Rows are read a few at a time. Cells are kept to the character; empty ones are left out.
    """

    suffixes: tuple[str, ...] = (".xlsx", ".parquet")
    rows: bool = True

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the texts of a file in its order; see `rhetoric.model.loaded.Loader`."""
        found = parquet(path, settings) if path.suffix.lower() == ".parquet" else workbook(path, settings)
        for line, fields in found:
            try:
                document = rows.document(fields, path, line, settings)
            except InputError as fault:
                yield Problem.of(fault, str(path))
            else:
                yield document
                yield from rows.doubts(document, path, line)


def workbook(path: Path, settings: Settings) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a workbook with their numbers.

    Raises
    ------
    InputError
        If it is no workbook, or no sheet has the text column.
    """
    with opened(path):
        yield from first_sheet(path, settings)


def first_sheet(path: Path, settings: Settings) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of the first sheet that has the text column."""
    from openpyxl import load_workbook

    book = None
    heads: list[str] = []
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            table = sheet.iter_rows(values_only=True)
            heads = [str(c or "").strip() for c in next(table, ())]
            if named(heads, settings.text_column):
                columns = own_names(heads, settings)
                for line, cells in enumerate(table, 2):
                    if any(c is not None for c in cells):
                        yield line, fields(dict(zip(columns, cells, strict=False)), settings)
                return
    except (zipfile.BadZipFile, zlib.error):
        raise
    except Exception as fault:  # a damaged file fails in ways of its own
        what = f"it is damaged or no Excel workbook ({said(fault)})"
        raise InputError(what, "save it as .xlsx again", str(path)) from None
    finally:
        if book is not None:
            book.close()
    raise missing(heads, settings, path)


def parquet(path: Path, settings: Settings) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a Parquet file with their numbers.

    Raises
    ------
    InputError
        If it is no Parquet file, or has no text column.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            heads = file.schema_arrow.names
            if not named(heads, settings.text_column):
                raise missing(heads, settings, path)
            columns, line = own_names(heads, settings), 1
            for batch in file.iter_batches(batch_size=BATCH):
                for row in batch.rename_columns(columns).to_pylist():
                    line += 1
                    yield line, fields(row, settings)
    except (pa.ArrowException, UnicodeDecodeError) as fault:
        why = "its mark is missing at the end" if "magic bytes" in str(fault) else said(fault)
        raise InputError(
            f"it is cut off, damaged or no Parquet file ({why})", "write it again", str(path)
        ) from None
    except OSError as fault:
        raise refused(fault, path) from None


def own_names(heads: list[str], settings: Settings) -> list[str]:
    """Return the names of columns, those of text and identifier as the settings spell them."""
    text, key = named(heads, settings.text_column), named(heads, settings.id_column)
    own = {text: settings.text_column} | ({key: settings.id_column} if key else {})
    return [own.get(name, name) for name in heads]


def missing(heads: list[str], settings: Settings, path: Path) -> InputError:
    """Return the error for a table without the text column."""
    what = f"no column {settings.text_column!r}; the columns are {', '.join(map(repr, heads)) or 'none'}"
    return InputError(what, "name the one that holds the text with --text-column", str(path), 1)


def fields(row: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Return the cells of a row that are not empty, dates as text."""
    out: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, datetime.datetime):
            value = value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
        elif isinstance(value, datetime.date):
            value = value.isoformat()
        if name and (value is not None or name == settings.text_column):
            out[name] = value
    return out
