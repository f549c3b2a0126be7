"""Coding sheets, written for coders and read from them; CSV and XLSX."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.coding.jsonfile import read_object
from rhetoric.errors import InputError, MissingInput, SettingsError
from rhetoric.model.coding import Item, Sample
from rhetoric.model.problem import Problem

COLUMNS = ("item", "text", "voice", "before", "sentence", "after", "code", "pole", "note")
UNIT_COLUMNS = (*COLUMNS[:6], "unit", "basic sense?", "what it means here?", "code", "note")
UNIT_WIDTHS = (14, 18, 18, 30, 60, 30, 18, 30, 30, 8, 30)
WIDTHS = (14, 18, 18, 40, 70, 40, 8, 8, 30)
YES, NO = (
    frozenset(("1", "1.0", "yes", "y", "true", "x", "+", "-")),
    frozenset(("0", "0.0", "no", "n", "false")),
)
UNSURE = frozenset(("may", "?", "unsure"))
POLES = {"+": 1, "1": 1, "plus": 1, "-": -1, "-1": -1, "−": -1, "–": -1, "minus": -1}
KEY = ".key.json"


@dataclass(frozen=True, slots=True)
class Codes:
    """What one coder said.

    Parameters
    ----------
    coder : str
        The name of the sheet's file.
    present : mapping of str to bool
        By item; one that was left blank, or coded as unsure, is missing.
    poles : mapping of str to int
        +1 or -1, by item, where one was given.
    blank : int
        Items without a code.
    """

    coder: str
    present: Mapping[str, bool]
    poles: Mapping[str, int]
    blank: int


def write_sheet(sample: Sample, path: Path) -> None:
    """Write the sheet that a coder fills; it says nothing of what the machine found.

    Raises
    ------
    SettingsError
        If the ending is not .csv or .xlsx, or there is a file already: nothing that was typed is ever overwritten.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise SettingsError(
            f"cannot write {path.suffix or 'a file without an ending'!r}", "use .csv or .xlsx", str(path)
        )
    if path.exists():
        raise SettingsError("there is a sheet already, perhaps with codes", "name another file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    units = any(i.unit for i in sample.items)
    rows = [
        [
            plain(v)
            for v in (i.id, i.doc_id, i.voice, i.before, i.sentence, i.after)
            + ((i.unit, i.basic, i.context, "", "") if units else ("", "", ""))
        ]
        for i in sample.items
    ]
    head, widths = (UNIT_COLUMNS, UNIT_WIDTHS) if units else (COLUMNS, WIDTHS)
    if path.suffix.lower() == ".csv":
        with path.open("x", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([head, *rows])
    else:
        write_workbook(head, widths, rows, path)


def write_workbook(
    head: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]], path: Path
) -> None:
    """Write a sheet for a spreadsheet program: wrapped lines, a fixed head, a list to choose codes from."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "codes"
    page.append(list(head))
    for row in rows:
        page.append([str(v) for v in row])
    for n, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(n)].width = width
    for cells in page.iter_rows():
        for name, cell in zip(head, cells, strict=True):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1 or name in ("sentence", "unit"))
            cell.data_type = "s"
    for name, choice in (("code", '"1,0,may"'), ("pole", '"+,-"')):
        if name not in head:
            continue
        column = get_column_letter(head.index(name) + 1)
        chosen = DataValidation(type="list", formula1=choice, allow_blank=True)
        page.add_data_validation(chosen)
        chosen.add(f"{column}2:{column}{len(rows) + 1}")
    page.freeze_panes = "A2"
    book.save(path)


def plain(value: str) -> str:
    """Return a text that no spreadsheet program runs as a formula, on one line."""
    text = " ".join(value.split())
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def write_key(sample: Sample, sheet: Path) -> Path:
    """Write what the machine found beside the sheet, for `rhetoric validate`; coders should not look into it.

    Raises
    ------
    SettingsError
        If the key of another sample lies there: codes made with it would be lost.
    """
    path = sheet.with_name(sheet.stem + KEY)
    text = json.dumps(sample.plain(), ensure_ascii=False, indent=1) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise SettingsError("the key of another sample lies there", "name another sheet", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read_key(path: Path) -> Sample:
    """Read what `write_key` wrote.

    Raises
    ------
    InputError
        If it is missing or something else.
    """
    return Sample.of(read_object(path, "name the .key.json file"), str(path))


def find_key(sheets: Sequence[Path]) -> Path:
    """Return the key that lies beside some sheets.

    Raises
    ------
    MissingInput
        If there is none, or more than one.
    """
    for sheet in sheets:
        if (own := sheet.with_name(sheet.stem + KEY)).exists():
            return own
    found = sorted({p for sheet in sheets for p in sheet.parent.glob(f"*{KEY}")})
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} keys lie beside the sheets" if found else "no key lies beside the sheets"
    raise MissingInput(what, "name it with --key FILE.key.json", str(sheets[0]))


def read_codes(path: Path, sample: Sample) -> tuple[Codes, list[Problem]]:
    """Read one coder's sheet.

    Returns
    -------
    Codes
    list of Problem
        Rows that are refused, each with its line and reason: an item that is not in the sample, one that stands there
        twice, a sentence that is another one, a code that is unknown.

    Raises
    ------
    InputError
        If the file cannot be read, or lacks the columns ``item`` and ``code``.
    """
    items = {i.id: i for i in sample.items}
    present: dict[str, bool] = {}
    poles: dict[str, int] = {}
    seen: dict[str, int] = {}
    problems = []
    blank = 0
    for line, row in rows_of(path):
        name, code, pole = (row.get(k, "").strip().lower() for k in ("item", "code", "pole"))
        if not any(v.strip() for v in row.values()):
            continue
        why = refused(name, code, pole, row, items, seen)
        if why:
            problems.append(Problem(str(path), line, "code", why))
            continue
        seen[name] = line
        if not code or code in UNSURE:
            blank += not code
            continue
        present[name] = code in YES
        if present[name] and (sign := POLES.get(pole) or POLES.get(code if code in "+-" else "")):
            poles[name] = sign
    return Codes(path.stem, present, poles, blank), problems


def refused(
    name: str,
    code: str,
    pole: str,
    row: Mapping[str, str],
    items: Mapping[str, Item],
    seen: Mapping[str, int],
) -> str:
    """Return why a row of a sheet cannot be used, or an empty text."""
    if name not in items:
        return f"{name or 'no item'!r} is no item of this sample - was the sheet made from another corpus or theme?"
    if name in seen:
        return f"item {name} stands on line {seen[name]} already - keep one of the two"
    if "sentence" in row and plain(items[name].sentence).lstrip("'") != " ".join(
        row["sentence"].split()
    ).lstrip("'"):
        return f"the sentence of item {name} is another one - restore it from the sheet as it was written"
    if code and code not in YES | NO | UNSURE:
        return f"unknown code {code!r} - write 1, 0 or may"
    if pole and pole not in POLES:
        return f"unknown pole {pole!r} - write + or -"
    return ""


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield number and cells of every row of a sheet."""
    try:
        table = list(workbook(path)) if path.suffix.lower() == ".xlsx" else list(delimited(path))
    except OSError as fault:
        raise MissingInput(
            f"cannot be read ({fault.strerror or fault})", "check the path", str(path)
        ) from None
    head = [str(v).strip().lower() for v in table[0][1]] if table else []
    if "item" not in head or "code" not in head:
        what = f"no columns 'item' and 'code'; its columns are {', '.join(map(repr, head[:12])) or 'none'}"
        raise InputError(what, "use the sheet that 'rhetoric code sample' wrote", str(path), 1)
    for line, cells in table[1:]:
        yield line, dict(zip(head, cells, strict=False))


def delimited(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV, with commas, semicolons or tabs, as Excel may have saved it."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def workbook(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first sheet of a workbook."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as fault:
        raise InputError(f"not a workbook ({fault})", "save it as .xlsx or .csv", str(path)) from None
    for line, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
        yield line, [cell(v) for v in row]


def cell(value: Any) -> str:
    """Return a cell as text."""
    return "" if value is None else str(value)
