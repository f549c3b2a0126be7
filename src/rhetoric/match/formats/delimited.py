"""Rows of a table with the lines they stand on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from rhetoric.match.formats.draft import Draft

DELIMITERS = ",;\t"
LONGEST = 131072


def rows(text: str, draft: Draft) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, each with its first line; the first row says how cells are parted.

    Raises
    ------
    DictionaryError
        If quotation marks are not closed, or a cell is too long.
    """
    text = text.lstrip("\ufeff")
    first = text.lstrip("\n").split("\n", 1)[0]
    if first.lower().startswith("sep=") and len(first) == 5:
        raise draft.fault("a line 'sep=' before the header", "remove the line", 1)
    reader = csv.reader(io.StringIO(text), delimiter=max(DELIMITERS, key=first.count), strict=True)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            what = f"not a table: {fault}"
            do = f"close the quotation marks, and keep cells under {LONGEST} characters"
            raise draft.fault(what, do, line) from None
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def written(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Return the text of a table."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()
