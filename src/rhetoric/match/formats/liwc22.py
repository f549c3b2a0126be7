"""LIWC-22's table: a row for each term, a column for each category."""

from __future__ import annotations

from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats.delimited import rows, written
from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.encoding import clean, decoded
from rhetoric.match.formats.holding import Held, Holds, held
from rhetoric.match.formats.literal import pattern_of
from rhetoric.match.formats.numeral import number, value

TERM = "DicTerm"


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a LIWC-22 dictionary.

    Raises
    ------
    DictionaryError
        If the first column is not ``DicTerm``, or a category has no name or the name of another.
    """
    table = rows(decoded(raw, draft), draft)
    line, header = next(table, (1, []))
    names = [clean(name) for name in header]
    while names and not names[-1]:
        names.pop()
    if not names or names[0].lower() != TERM.lower():
        found = ", ".join(map(repr, names)) or "none"
        do = f"begin the file with a line '{TERM},' and the names of the categories"
        raise draft.fault(f"the first column is not '{TERM}' (columns: {found[:200]})", do, line)
    for n, name in enumerate(names[1:], 1):
        if not name or name in names[1:n]:
            what = f"two columns named {name!r}" if name else f"column {n + 1} has no name"
            raise draft.fault(what, "give each category a name of its own", line)
        draft.open(name)
    for line, cells in table:
        terms(names, cells, line, draft)


def terms(names: list[str], cells: list[str], line: int, draft: Draft) -> None:
    """Take one row."""
    pattern = pattern_of(cells[0])
    if not pattern:
        draft.note(line, "a row without a term")
        return
    if any(clean(cell) for cell in cells[len(names) :]):
        draft.note(line, f"{pattern!r} has more cells than there are categories")
    inside = False
    for name, cell in zip(names[1:], cells[1:], strict=False):
        found = weight(clean(cell))
        if found is None:
            draft.note(line, f"{clean(cell)[:40]!r} under {name!r} is neither X nor a number")
        elif found:
            inside = True
            draft.add(pattern, name, line, found)
    if not inside:
        draft.note(line, f"{pattern!r} is in no category")


def weight(cell: str) -> float | None:
    """Return the weight that a cell gives, 0 for none, or None where it is no weight."""
    if cell in ("X", "x", ""):
        return float(bool(cell))
    return value(cell)


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary LIWC-22 can hold; a weight of 0 would be no category."""
    part = held(dictionary, Holds("LIWC-22", weights=True, star="end"))
    none = [row for row in part.rows if not row.weight]
    notes = [f"{r.entry.pattern!r} of {r.entry.key!r} is left out: its weight is 0" for r in none]
    return Held(part.keys, tuple(r for r in part.rows if r.weight), (*part.notes, *notes))


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a LIWC-22 dictionary."""
    cells: dict[str, tuple[str, dict[str, str]]] = {}
    for row in part.rows:
        _, of = cells.setdefault(row.term.lower(), (row.term, {}))
        of[row.key] = "X" if row.weight == 1 else number(row.weight)
    body = [[term, *(of.get(key, "") for key in part.keys)] for term, of in cells.values()]
    return written([[TERM, *part.keys], *body])
