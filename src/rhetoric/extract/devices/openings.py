"""How sentences and clauses open: the words they have in common with their neighbours, and whether these tell anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rhetoric.extract.devices.clauses import JOINING
from rhetoric.extract.devices.likeness import MOST, repeated
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, QUESTION_WORDS, closed
from rhetoric.extract.prose import Prose

TELLING = QUESTION_WORDS | closed(
    "if because until unless without no not never cannot every nothing nobody none only must let all let's"
)
EMPTY = (
    (FUNCTION - TELLING)
    | JOINING
    | closed(
        "also now then one like order view regards respect relation terms far case addition accordance connection "
        "aware sure glad grateful delighted pleased sorry afraid certain convinced surprised able"
    )
)
POINTERS = closed("this that these those")
TOPICS = DETERMINERS - TELLING - POINTERS
DENIALS = closed("no not")
SUBJECTS = closed("i we you he she it they there this that")
HEADS = closed("most only")  # after an article, words that give it weight, as any superlative does
BULLETS = frozenset("*•·>")
FORMULAS = closed(
    "think believe hope know suppose understand wish suggest agree beg refer ask turn mention notice note see feel say "
    "thank accept welcome should shall would am have had was will"
)


@dataclass(frozen=True)
class Unit:
    """A sentence or clause that may open like its neighbour.

    Parameters
    ----------
    first, last : int
        Its tokens, half-open.
    opening : tuple of str
        Its first words.
    named : tuple of bool
        Whether each of them is written with a capital, the first only if the second is too.
    """

    first: int
    last: int
    opening: tuple[str, ...]
    named: tuple[bool, ...]


def unit(prose: Prose, first: int, last: int, most: int) -> Unit:
    """Return some tokens as a unit with so many opening words; 'and' and 'but' before these are passed over."""
    rows = prose.openers(first, last, most + 1)
    begin = rows[0]
    if len(rows) > 1 and prose.words[rows[0]] in JOINING:
        rows = rows[1:]
    rows = rows[:most]
    capital = [prose.shown[n][:1].isupper() and prose.shown[n][1:].islower() for n in rows]
    named = (len(rows) > 1 and capital[0] and capital[1], *capital[1:])
    return Unit(begin, last, tuple(prose.words[n] for n in rows), named)


def strong(units: Sequence[Unit], opening: Sequence[str]) -> bool:
    """Return whether a common opening holds a telling word."""
    empty = EMPTY | DENIALS if opening[0] == "i" else EMPTY
    telling = (w not in empty and not any(u.named[n] for u in units) for n, w in enumerate(opening))
    return any(telling)


def topical(opening: Sequence[str], units: int) -> bool:
    """Return whether an opening of some units only names a topic again: 'the bill', 'these divisions', 'if the'."""
    if len(opening) > 1 and (opening[1] in HEADS or opening[1].endswith("est")):
        return False
    if opening[0] in TOPICS or opening[-1] in TOPICS:
        return opening[0] in TOPICS or len(opening) == units == 2
    return opening[0] in POINTERS and len(opening) > 1 and opening[1] not in FUNCTION


def said_twice(stretches: Sequence[Sequence[str]]) -> bool:
    """Return whether a stretch holds nearly all of the next or the last, as a headline and the text under it do."""
    return any(
        repeated(a, b) > 0.85 * min(len(a), len(b), MOST)
        for a, b in pairwise(stretches)
        if min(len(a), len(b)) > 9
    )


def listed(prose: Prose, units: Sequence[Unit], opening: Sequence[str]) -> bool:
    """Return whether units are items of a list: after numbers, or with bullets between them."""
    if any(word[:1].isdigit() or (len(word) == 1 and word not in "ioa") for word in opening):
        return True
    return any(not BULLETS.isdisjoint(prose.words[a.last - 1 : b.first]) for a, b in pairwise(units))


def common(units: Sequence[Unit]) -> int:
    """Return how many opening words all units share."""
    shared = 0
    for column in zip(*(u.opening for u in units), strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    return shared
