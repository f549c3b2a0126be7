"""Noun phrases of a sentence: where one that names somebody begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rhetoric.naming import grammar
from rhetoric.voice.cues import CUES, NOUNS
from rhetoric.voice.words import Word, is_adverb


class Source(NamedTuple):
    """Where a sentence names somebody.

    Parameters
    ----------
    start, end : int
        The noun phrase, name or pronoun.
    head : int
        The end of its head part, before 'of', 'for', 'with', ...
    """

    start: int
    end: int
    head: int


ENDLESS = grammar.DETERMINERS - grammar.NUMBERS
STOPS = (grammar.SUBORDINATORS - {"once", "even"}) | grammar.AUXILIARIES | grammar.OBJECTS | grammar.VERBS
VERBS = CUES.keys() - NOUNS
DATES = grammar.DAYS | grammar.MONTHS
NO_NOUNS = grammar.SUBORDINATORS - {"who", "which", "that", "even"}
PARTITIVE = grammar.LINKS


def several(row: Sequence[Word], at: int) -> bool:
    """Whether the noun phrase that ends at `at` is plural: 'Aides to Clinton', 'Bush and Christie', 'six in 10'."""
    found = phrase_before(row, at)
    if found is None:
        return False
    inside = [w for w in row if found.start <= w.start < found.head]
    return (
        row[at].low.isdigit() or any(w.low == "and" for w in inside) or (bool(inside) and plural(inside[-1]))
    )


def plural(word: Word) -> bool:
    """Whether a word can be the subject of a verb in its base form."""
    low = word.low
    return low in (
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "some",
        "many",
        "others",
        "people",
        "men",
        "women",
        "police",
        "both",
        "most",
        "and",
        "few",
        "several",
        ",",
        ")",
        "—",
        "–",
        "―",
        "--",
        "-",
    ) or (low.endswith("s") and not low.endswith(("ss", "'s")))


def nominal(row: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` can end a subject, so that a verb or noun form after it is a verb."""
    w = row[at]
    if w.low in grammar.SUBJECTS or w.form in (",", ")"):
        return True
    if w.possessive or not w.word or w.low.endswith("ous"):
        return False
    if w.capital:
        return True
    return (
        w.low in grammar.ROLES
        or w.low in grammar.BODIES
        or (w.low.endswith("s") and not w.low.endswith("ss"))
    )


def stops(word: Word) -> bool:
    """Whether a noun phrase cannot reach over a word."""
    return (
        (not word.word and word.form not in ("-", "/"))
        or word.low in STOPS
        or (word.low in VERBS and not word.capital)
    )


def phrase_before(row: Sequence[Word], at: int) -> Source | None:
    """Return the noun phrase that ends with the word at `at`."""
    if at < 0:
        return None
    last = row[at]
    if last.form == ")":
        depth = at
        while depth >= 0 and row[depth].form != "(":
            depth -= 1
        inner = phrase_before(row, depth - 1)
        return Source(inner.start, last.end, inner.head) if inner else None
    if last.form == "%":
        return Source(row[at - 1].start, last.end, last.end) if at and row[at - 1].form[0].isdigit() else None
    if last.low in grammar.SUBJECTS and not last.possessive:
        return Source(last.start, last.end, last.end)
    if not last.word or last.possessive or last.low in grammar.OBJECTS:
        return None
    if last.low in grammar.PREPOSITIONS or last.low in grammar.AUXILIARIES or last.low in ENDLESS:
        return None
    if (last.form in CUES and last.form not in NOUNS) or last.low in NO_NOUNS:
        return None
    first = at
    while first > 0 and not stops(row[first - 1]):
        before = row[first - 1]
        if before.low in grammar.PRONOUNS:
            break
        if before.low in grammar.CONJUNCTIONS and not (
            (row[first].capital and first > 1 and row[first - 2].capital) or paired(row, first)
        ):
            break
        first -= 1
    while first < at and (
        row[first].low in grammar.CONJUNCTIONS
        or (is_adverb(row[first].low) and not (first > 0 and row[first].capital and row[first + 1].capital))
    ):
        first += 1
    if (
        row[first].low in grammar.PREPOSITIONS
        or row[first].low in grammar.SUBORDINATORS
        or row[first].low == "according"
        or at - first > 12
    ):
        first = trailing(row, first, at)
    if first > at:
        return None
    return source_of(row, first, at)


def paired(row: Sequence[Word], first: int) -> bool:
    """Whether 'and' before word `first` joins two adjectives at the beginning of a clause: 'current and former'."""
    two = row[first - 2] if first > 1 else None
    return (
        two is not None
        and not row[first].capital
        and two.word
        and not stops(two)
        and two.low not in grammar.FUNCTION
        and (first == 2 or row[first - 3].form in (",", "—", "–", "―", "--", "-", ";"))
    )


def trailing(row: Sequence[Word], first: int, at: int) -> int:
    """Return where the last noun phrase of ``row[first : at + 1]`` begins: at its determiner or its run of capitals."""
    k = at
    if row[at].capital:
        while (
            k > first
            and (row[k - 1].capital or row[k - 1].low in ("de", "van", "von", "bin", "al", "der", "la", "&"))
            and row[k - 1].low not in DATES
            and not row[k - 1].possessive
        ):
            k -= 1
        while k > first + 1 and (
            row[k - 1].low in grammar.ROLES or row[k - 1].low in ("former", "vice", "presidential")
        ):
            k -= 1
        if k > first and row[k - 1].low in grammar.DETERMINERS:
            k -= 1
        return k
    while k > first and row[k].low not in grammar.DETERMINERS and not row[k].possessive:
        k -= 1
    if row[k].low in grammar.PREPOSITIONS:
        k += 1
    return k


def source_of(row: Sequence[Word], first: int, last: int) -> Source:
    """Return the noun phrase of words `first` to `last` with the end of its head part."""
    head = last
    for n in range(first + 1, last + 1):
        if row[n].low in PARTITIVE and not row[n].capital:
            head = n - 1
            break
    return Source(row[first].start, row[last].end, row[head].end)


def phrase_after(row: Sequence[Word], at: int) -> Source | None:
    """Return the noun phrase that begins with the word at `at`."""
    if at >= len(row):
        return None
    first = row[at]
    if first.low in grammar.OBJECTS or first.low in ("him", "her", "them") or first.low in grammar.PRONOUNS:
        return Source(first.start, first.end, first.end)
    if not first.word or (first.low in grammar.PREPOSITIONS and not first.capital):
        return None
    last = at
    while last + 1 < len(row):
        w = row[last + 1]
        if (
            (not w.word)
            or w.low in grammar.AUXILIARIES
            or w.low in grammar.SUBORDINATORS
            or w.low in grammar.DAYS
        ):
            break
        if w.low in grammar.PREPOSITIONS and w.low not in ("of", "for"):
            break
        if w.low in grammar.CONJUNCTIONS and not (
            row[last].capital and last + 2 < len(row) and row[last + 2].capital
        ):
            break
        if is_adverb(w.low) and not w.capital:
            break
        if w.low in CUES and not w.capital and w.low not in NOUNS:
            break
        last += 1
    return source_of(row, at, last)
