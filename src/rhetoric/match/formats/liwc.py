"""LIWC's dictionary: a list of categories between two lines ``%``, then terms with the codes of theirs."""

from __future__ import annotations

import re

from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.encoding import CONTROLS, clean, decoded
from rhetoric.match.formats.literal import pattern_of
from rhetoric.match.formats.liwcline import PREFIX, Coding, bare, parsed

CATEGORY = re.compile(r"(\d+)\s+(\S.*)")
BESIDE = {code: " " for code in CONTROLS if code != 9}
DO = "begin the file with a line '%', then a code, a tab and a name for each category, then another line '%'"


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a LIWC dictionary.

    Raises
    ------
    DictionaryError
        If there is no list of categories, a code stands in it twice, or no term has a code from it.
    """
    lines = [text.translate(BESIDE).strip() for text in decoded(raw, draft).split("\n")]
    first, last, body = sections(lines, draft)
    names = categories(lines, first, last, draft)
    known = 0
    for n in range(body, len(lines)):
        if lines[n] and lines[n] != "%":
            known += term(lines[n], n + 1, names, draft)
    if not known and any(lines[body:]):
        listed = ", ".join(list(names)[:10])
        do = f"use the codes of the list ({listed}), or add to it"
        raise draft.fault("no term has a code that the list of categories has", do, body + 1)


def sections(lines: list[str], draft: Draft) -> tuple[int, int, int]:
    """Return where the list of categories begins and ends, and where the terms begin.

    Raises
    ------
    DictionaryError
        If no line is ``%``.
    """
    marks = [n for n, text in enumerate(lines) if text == "%"]
    if not marks:
        raise draft.fault("no list of categories", DO, 1)
    before = [n for n in range(marks[0]) if lines[n]]
    if len(marks) > 1:
        if before:
            draft.note(before[0] + 1, "what stands before the first '%' is left out")
        return marks[0] + 1, marks[1], marks[1] + 1
    if before and all(CATEGORY.fullmatch(lines[n]) for n in before):
        draft.note(marks[0] + 1, "no '%' opens the list of categories; it is taken to begin at the top")
        return 0, marks[0], marks[0] + 1
    end = marks[0] + 1
    while end < len(lines) and (not lines[end] or heading(lines[end])):
        end += 1
    draft.note(end + 1, "no '%' closes the list of categories; it is taken to end above this line")
    return marks[0] + 1, end, end


def heading(text: str) -> bool:
    """Whether a line is a code and a name, and not a term and its codes."""
    found = CATEGORY.fullmatch(text)
    return bool(found and re.search(r"[^\d\s()/<>]", found[2]))


def categories(lines: list[str], first: int, last: int, draft: Draft) -> dict[str, str]:
    """Return the names by code.

    Raises
    ------
    DictionaryError
        If a code stands there twice, or there is none.
    """
    names: dict[str, str] = {}
    at: dict[str, int] = {}
    for n in range(first, last):
        found = CATEGORY.fullmatch(lines[n])
        if not found:
            if lines[n]:
                draft.note(n + 1, f"{lines[n][:80]!r} is no code and name of a category")
            continue
        code, name = bare(found[1]), clean(found[2])
        if code in names:
            what = f"the code {code} stands on line {at[code]} already, for {names[code]!r}"
            raise draft.fault(what, "give each category a code of its own", n + 1)
        if name in draft.keys:
            draft.note(n + 1, f"a second category named {name!r} is joined with the first")
        names[code], at[code] = name, n + 1
        draft.open(name)
    if not names:
        raise draft.fault("the list of categories is empty", DO, first + 1)
    return names


def term(text: str, line: int, names: dict[str, str], draft: Draft) -> int:
    """Take one term, and return how many codes of its are in the list."""
    said = parsed(text)
    for token in said.strange[:3]:
        draft.note(line, f"{token[:80]!r} is no code")
    pattern, hint = phrase(said.term)
    if hint:
        draft.note(line, hint)
    if not said.codings:
        draft.note(line, f"{said.term[:80]!r} has no code")
        return 0
    known = 0
    for coding in said.codings:
        if coding.code not in names:
            draft.note(
                line, f"the code {coding.code[:20]} of {said.term[:80]!r} is not in the list of categories"
            )
            continue
        known += 1
        if coding.after:
            draft.note(line, approximated(coding, said.term, names))
            if not coding.unless:
                continue
        draft.add(conditioned(pattern, coding), names[coding.code], line)
    return known


def phrase(term: str) -> tuple[str, str]:
    """Return the pattern of a term, and what is to be noted on it; ``(i) like`` is 'like' after 'i'."""
    found = PREFIX.fullmatch(term)
    if not found:
        return pattern_of(term), ""
    rest = pattern_of(found[2])
    if re.fullmatch(r"[\d\s,]+", found[1]):
        return (
            rest,
            f"({found[1]}) before {rest!r} is left out: what categories the word before has is not asked",
        )
    return (
        f"{rest} AFTER {pattern_of(found[1])} WITHIN 1",
        f"({found[1]}) before {rest!r} is taken for the word that must stand before it",
    )


def conditioned(pattern: str, coding: Coding) -> str:
    """Return a pattern with the condition on the word that follows."""
    if not coding.next:
        return pattern
    return f"{pattern} {'UNLESS ' if coding.unless else ''}BEFORE {pattern_of(coding.next)} WITHIN 1"


def approximated(coding: Coding, term: str, names: dict[str, str]) -> str:
    """Say what becomes of a condition on the categories of the word before."""
    after = ", ".join(repr(names.get(code, code)) for code in coding.after[:10])
    name = names[coding.code]
    if coding.unless:
        return f"{term!r} counts for {name!r} everywhere, not only where no word of {after} stands before it"
    return f"{term!r} is not in {name!r}, where it counts only after a word of {after}"
