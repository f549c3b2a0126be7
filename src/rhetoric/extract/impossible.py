"""Patterns that never count, whatever the text, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import translate

from rhetoric.extract.themefile import Theme
from rhetoric.match import Entry
from rhetoric.match.pattern import Condition, Element, Rule, parse
from rhetoric.match.regular import is_regular
from rhetoric.model.tokens import fold

BLANK = re.compile(r"(?<!\\)(?:\\\\)*\\s")
HANGING = re.compile(r"(?:^|\s)[-‐‑]([^\W_]+)")


def impossible(theme: Theme) -> Iterator[tuple[Entry, str]]:
    """Yield the entries of a theme that can never count by themselves, each with the reason.

    Parameters
    ----------
    theme : Theme
    """
    rules = [parse(e) for e in theme.entries]
    barred = [(e, parse(e)) for e in theme.nots]
    for n, (entry, rule) in enumerate(zip(theme.entries, rules, strict=True)):
        why = contradiction(rule) or unreachable(entry, rule) or excluded(rule, entry, barred)
        if not why:
            why = shadowed(entry, rule, zip(theme.entries, rules, strict=True), n)
        if why:
            yield entry, why


def contradiction(rule: Rule) -> str:
    """Return why the conditions of a pattern cannot hold together, or an empty text."""
    for asked in rule.conditions:
        for denied in rule.conditions:
            if denied.unless and not asked.unless and opposite(asked, denied):
                return "one of its conditions asks for what another rules out"
    return ""


def opposite(asked: Condition, denied: Condition) -> bool:
    """Whether wherever the first condition holds the second is broken."""
    far = denied.within == 0 or 0 < asked.within <= denied.within
    near = denied.order in ("near", asked.order)
    wide = denied.span == "paragraph" or asked.span == "sentence"
    return far and near and wide and denied.elements == asked.elements


def unreachable(entry: Entry, rule: Rule) -> str:
    """Return why no token fits a place of a pattern, or hardly any, or an empty text."""
    for word in (w for e in rule.elements for w in e.words if is_regular(w)):
        if BLANK.search(word):
            return rf"no token holds white space, so {word} with its \s fits none"
    if found := HANGING.search(entry.pattern):
        word = found[1]
        return (
            f"a word with a hyphen in it is one token, so this fits only a hyphen by itself: write *-{word}"
        )
    return ""


def excluded(rule: Rule, entry: Entry, barred: Sequence[tuple[Entry, Rule]]) -> str:
    """Return which exclusion drops every hit of a pattern, or an empty text."""
    for other, its in barred:
        if (
            not its.conditions
            and (not other.case or entry.case)
            and any(covers(its.elements, part) for part in parts(rule))
        ):
            place = f" on line {other.line}" if other.line else ""
            return f"the exclusion {other.pattern!r}{place} drops every hit"
    return ""


def parts(rule: Rule) -> Iterator[tuple[Element, ...]]:
    """Yield every run of places of a phrase without gaps."""
    size = len(rule.elements)
    if not any(e.gap for e in rule.elements):
        for first in range(size):
            for last in range(first + 1, size + 1):
                yield rule.elements[first:last]


def shadowed(entry: Entry, rule: Rule, others: Iterator[tuple[Entry, Rule]], own: int) -> str:
    """Return which other pattern of its key counts wherever a pattern stands, or an empty text."""
    for n, (other, its) in enumerate(others):
        if n == own or other.key != entry.key or its.conditions or (other.case and not entry.case):
            continue
        first = other.priority > entry.priority or (other.priority == entry.priority and n < own)
        if first and len(its.elements) == len(rule.elements) and covers(its.elements, rule.elements):
            place = f" on line {other.line}" if other.line else ""
            return f"{other.pattern!r}{place} fits all that it fits, and counts first"
    return ""


def covers(wide: Sequence[Element], narrow: Sequence[Element]) -> bool:
    """Whether one phrase fits all that another of equal length fits; false where that is hard to say."""
    if len(wide) != len(narrow) or any(w.gap != n.gap for w, n in zip(wide, narrow, strict=True)):
        return False
    return all(
        all(any(holds(fold(a), fold(b)) for a in w.words) for b in n.words)
        for w, n in zip(wide, narrow, strict=True)
    )


def holds(wide: str, narrow: str) -> bool:
    """Whether a word with wildcards fits all that another one fits; false where that is hard to say."""
    if wide == narrow:
        return True
    if is_regular(wide) or is_regular(narrow):
        return False
    if not wide.strip("*"):
        return any(map(str.isalnum, narrow))
    stands = narrow.replace("*", "\ue000").replace(
        "?", "\ue001"
    )  # wildcards of the narrow one are letters here
    return "?" not in wide and re.fullmatch(translate(wide), stands) is not None
