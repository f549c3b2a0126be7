"""Clauses of a sentence: their beginnings, their introductions and their subjects."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed
from rhetoric.voice.phrases import Source, phrase_before, source_of, stops
from rhetoric.voice.words import Word, is_adverb

TIMES = listed("hours days weeks months years minutes moments seconds shortly asked speaking")


def chunks(row: Sequence[Word], first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches between commas of words `first` to `last` (exclusive); brackets belong to their stretch."""
    out: list[tuple[int, int]] = []
    at = first
    depth = 0
    for n in range(first, last):
        form = row[n].form
        if form in "([":
            depth += 1
        elif form in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and form in (",", "—", "–", "―", "--", "-"):
            if n > at:
                out.append((at, n))
            at = n + 1
    if last > at:
        out.append((at, last))
    return out


def clause_start(row: Sequence[Word], n: int) -> int:
    """Return the first word of the clause that word `n` stands in: after a quotation, a colon or a semicolon."""
    first = n
    depth = 0
    while first > 0:
        form = row[first - 1].form
        if form == ")":
            depth += 1
        elif form == "(":
            depth -= 1
        elif depth <= 0 and (form in (";", ":") or form in '"”' or form[0] == "\x00"):
            break
        first -= 1
    return first


def introductory(row: Sequence[Word], first: int, last: int) -> bool:
    """Whether a stretch before a comma introduces a clause and holds no subject of it."""
    low = row[first].low
    if (low in grammar.CONJUNCTIONS or low == "even") and first + 1 < last:
        low = row[first + 1].low
    if low == "even" and first + 2 < last:
        low = row[first + 2].low
    return (
        low in grammar.DAYS
        or low in grammar.MONTHS
        or low in TIMES
        or (last - first == 1 and row[first].form.isupper() and len(row[first].form) <= 3)
        or low in grammar.PREPOSITIONS
        or low in grammar.SUBORDINATORS
        or is_adverb(low)
        or low
        in (
            "asked",
            "speaking",
            "earlier",
            "last",
            "next",
            "yes",
            "no",
            "still",
            "to",
            "here",
            "there",
            "later",
            "well",
            "among",
        )
        or (low.endswith("ing") and not row[first].capital)
        or (low.endswith("ing") and first == 0 and low not in ("king",))
    )


def apposed(row: Sequence[Word], comma: int) -> Source | None:
    """Return the subject of a verb after 'NAME, apposition,': `comma` is the word before the verb group."""
    first = clause_start(row, comma)
    for a, b in chunks(row, first, comma):
        if introductory(row, a, b):
            continue
        found = phrase_before(row, b - 1)
        if found is None:
            continue
        # 'The chairman of the committee, Sher Khan, said': the name in apposition is the better mention
        after = list(range(b + 1, comma))
        if after and not row[b - 1].capital:
            stretch = []
            for k in after:
                if not row[k].capital and row[k].form not in ("-",):
                    break
                stretch.append(k)
            if 1 < len(stretch) <= 4 and (
                len(stretch) == len(after) or row[stretch[-1] + 1].form in (",", "(", "of")
            ):
                return Source(row[stretch[0]].start, row[stretch[-1]].end, row[stretch[-1]].end)
        return found
    return None


def first_subject(row: Sequence[Word], first: int, last: int) -> Source | None:
    """Return the first noun phrase of words `first` to `last` that does not introduce the clause."""
    for a, b in chunks(row, first, last):
        k = a
        while k < b and (row[k].low in grammar.CONJUNCTIONS or not row[k].word):
            k += 1
        if k >= b or (introductory(row, k, b) and (b < last)):
            continue
        while k < b and (is_adverb(row[k].low)):
            k += 1
        if k >= b:
            continue
        w = row[k]
        if w.low in grammar.SUBORDINATORS or w.low in grammar.PREPOSITIONS:
            found = next(
                (m for m in range(k + 1, b) if row[m].capital and row[m].low not in grammar.FUNCTION), None
            )
            if found is None:
                continue
            k = found
            w = row[k]
        if w.low in grammar.PRONOUNS:
            return Source(w.start, w.end, w.end)
        end = k
        if w.low in grammar.DETERMINERS or not w.capital:
            while (
                end + 1 < b
                and row[end + 1].word
                and not stops(row[end + 1])
                and row[end + 1].low not in grammar.PREPOSITIONS
                and not is_adverb(row[end + 1].low)
                and end - k < 6
                and not (row[end + 1].low.endswith("ed") and not row[end + 1].capital)
            ):
                if row[end].capital and not row[end + 1].capital and not row[end].possessive:
                    ahead = [w.low for w in row[end + 1 : min(b, end + 4)]]
                    if not any(low in grammar.ROLES or low in grammar.BODIES for low in ahead):
                        break
                end += 1
        else:
            while end + 1 < b and (
                row[end + 1].capital or row[end].possessive or row[end + 1].low in grammar.ROLES
            ):
                end += 1
        return source_of(row, k, end)
    return None


def subject_after_comma(row: Sequence[Word], n: int) -> Source | None:
    """Return the subject that follows an opening participle: 'Speaking in Leeds, Mr Smith said'."""
    comma = next((k for k in range(n, len(row)) if row[k].form == ","), None)
    return first_subject(row, comma + 1, len(row)) if comma is not None else None
