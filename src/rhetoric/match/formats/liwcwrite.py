"""How a dictionary is written for LIWC."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from rhetoric.match.dictionary import Dictionary
from rhetoric.match.entry import Entry
from rhetoric.match.formats.holding import Held, Holds, Row, held, teller
from rhetoric.match.formats.literal import pattern_of
from rhetoric.match.formats.liwc import CATEGORY, phrase
from rhetoric.match.formats.liwcline import Coding, parsed

OF = re.compile(r"(\S+(?: (?!UNLESS |BEFORE |AFTER |NEAR |WITHIN )\S+)*) (UNLESS )?BEFORE of WITHIN 1")


def head(entry: Entry) -> str:
    """Return a pattern without the condition ``[UNLESS] BEFORE of WITHIN 1``, which LIWC has a sign for."""
    pattern = " ".join(entry.pattern.split())
    found = OF.fullmatch(pattern)
    return found[1] if found else pattern


def sides(rows: Iterable[Row]) -> dict[str, tuple[list[Row], list[Row]]]:
    """Return, for each term with a condition, the rows for 'before of' and those for elsewhere."""
    out: dict[str, tuple[list[Row], list[Row]]] = {}
    for row in rows:
        if found := OF.fullmatch(" ".join(row.entry.pattern.split())):
            out.setdefault(row.term.lower(), ([], []))[bool(found[2])].append(row)
    return out


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary LIWC can hold; of conditions only 'before of' paired with 'elsewhere'."""

    def term(text: str) -> str:
        said = parsed(f"{text}\t1")
        if (
            text == "%"
            or said.term != text
            or said.codings != (Coding("1"),)
            or phrase(text)[0] != pattern_of(text)
        ):
            return "a term of that form"
        return ""

    def name(text: str) -> str:
        return "" if CATEGORY.fullmatch(f"1\t{text}") else "a name of that form"

    part = held(dictionary, Holds("LIWC", star="end", term_fault=term, key_fault=name), head)
    single: list[Row] = []
    for before, elsewhere in sides(part.rows).values():
        paired = min(len(before), len(elsewhere))
        single += before[paired:] + elsewhere[paired:]
    notes = list(part.notes)
    alone = {id(row) for row in single}
    for row in single:
        tell = teller(notes, row.entry)
        tell("is left out: LIWC holds such a condition only beside the category of the term elsewhere")
    return Held(part.keys, tuple(r for r in part.rows if id(r) not in alone), tuple(notes))


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a LIWC dictionary."""
    codes = {key: str(n) for n, key in enumerate(part.keys, 1)}
    pairs = sides(part.rows)
    terms: dict[str, tuple[str, list[str]]] = {}
    for row in part.rows:
        _, cells = terms.setdefault(row.term.lower(), (row.term, []))
        if head(row.entry) == " ".join(row.entry.pattern.split()):
            cells.append(codes[row.key])
    for low, (before, elsewhere) in pairs.items():
        for yes, no in zip_longest(before, elsewhere):
            terms[low][1].append(f"<of>{codes[yes.key]}/{codes[no.key]}")
    out = ["%", *(f"{code}\t{key}" for key, code in codes.items()), "%"]
    out += ["\t".join((term, *cells)) for term, cells in terms.values()]
    return "".join(f"{line}\n" for line in out)
