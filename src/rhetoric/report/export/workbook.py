"""All tables as one workbook that opens safely, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from rhetoric.model.spreadsheet import DANGEROUS
from rhetoric.report.export.latex import missing
from rhetoric.report.export.table import Table

EPOCH = datetime(1980, 1, 1)
MOST_ROWS = 100_000
MOST_LETTERS = 32_000  # of a cell; Excel holds 32,767
NARROWEST, WIDEST = 8, 60
FIRST, COLUMNS = "Read me", "Columns"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
DATE = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)")


def workbook(
    tables: Sequence[Table], notes: Sequence[str], meanings: Sequence[tuple[str, str, str]]
) -> bytes:
    """Return tables as XLSX.

    Parameters
    ----------
    tables : sequence of Table
        One sheet each, its header frozen; of more than 100,000 rows the first are there.
    notes : sequence of str
        The lines of the first sheet.
    meanings : sequence of (table, column, meaning)
        The second sheet.

    Notes
    -----
    No cell is a formula: what begins like one is text, and stays so when it is edited.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "rhetoric"
    book.properties.created = book.properties.modified = EPOCH
    first = book.worksheets[0]
    first.title = FIRST
    told(first, [*notes, "", *(line(t) for t in tables)])
    filled(book.create_sheet(COLUMNS), pd.DataFrame(meanings, columns=["sheet", "column", "meaning"]))
    names = {FIRST.lower(), COLUMNS.lower()}
    for table in tables:
        filled(book.create_sheet(sheet_name(table.name, names)), table.frame.head(MOST_ROWS))
    buffer = io.BytesIO()
    book.save(buffer)
    return timeless(buffer.getvalue())


def line(table: Table) -> str:
    """Return what the first sheet says of a table."""
    cut = f"; the first {MOST_ROWS:,} are here, all in the CSV" if len(table.frame) > MOST_ROWS else ""
    title = f"{table.title}. " if table.title else ""
    return f"{table.name} ({len(table.frame):,} rows{cut}): {title}{table.about}"


def sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that a sheet can have and none has yet; it is then taken."""
    short = re.sub(r"[\[\]:*?/\\]", "-", name)[:31]
    found, n = short, 2
    while found.lower() in taken:
        found, n = f"{short[:28]}-{n}", n + 1
    taken.add(found.lower())
    return found


def told(sheet: Any, lines: Sequence[str]) -> None:
    """Write lines of prose."""
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = 110
    for n, text in enumerate(lines, 1):
        cell = sheet.cell(n, 1)
        written(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True, size=14)


def filled(sheet: Any, frame: pd.DataFrame) -> None:
    """Write a frame: bold frozen header, a filter, number formats, and columns as wide as they need."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    bold = Font(bold=True)
    for c, name in enumerate(frame.columns, 1):
        head = sheet.cell(1, c)
        written(head, str(name))
        head.font = bold
        values = frame[name].tolist()
        form = number_format(frame[name])
        for r, value in enumerate(values, 2):
            if not missing(value):
                cell = sheet.cell(r, c)
                written(cell, value)
                if form:
                    cell.number_format = form
        longest = max((len(str(v)) if not form else 9 for v in values[:2000] if not missing(v)), default=0)
        wide = min(WIDEST, max(NARROWEST, longest + 1, len(str(name)) + 3))
        sheet.column_dimensions[get_column_letter(c)].width = wide
    sheet.freeze_panes = "A2"
    if len(frame.columns):
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(frame.columns))}{len(frame) + 1}"


def number_format(values: pd.Series) -> str:
    """Return how a column's numbers are shown; empty for words."""
    if pd.api.types.is_bool_dtype(values) or not pd.api.types.is_numeric_dtype(values):
        return ""
    if pd.api.types.is_integer_dtype(values):
        return "0"
    return "0.000" if all(abs(v) < 2 for v in values.dropna()) else "0.00"


def written(cell: Any, value: Any) -> None:
    """Write a value; words are never a formula."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = FORBIDDEN.sub("", value)[:MOST_LETTERS]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(DANGEROUS):
        cell.number_format = "@"  # stays text when it is edited


def timeless(book: bytes) -> bytes:
    """Return a workbook without the time at which it was written."""
    buffer = io.BytesIO()
    stamp = EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = DATE.sub(rb"\g<1>" + stamp + rb"\g<3>", part)
            entry = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, part)
    return buffer.getvalue()
