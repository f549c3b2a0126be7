"""Noun phrases in a row of words, found from one of their ends without a parser.

The words are those of a sentence with `PAD` stops before and after, so that no rule has to ask for the edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from rhetoric.extract.wordclass import (
    ADJECTIVES,
    COMMA,
    DATES,
    DEGREES,
    EMPTY,
    GOVERNORS,
    LINKS,
    OPENERS,
    QUANTITIES,
    RELATIVES,
    adjective,
    adverb,
    manner,
    nominal,
    past,
    possessive,
    progressive,
)

Words = Sequence[str]
Span = tuple[int, int]

PAD = 4
LONGEST = 7
LEADING = OPENERS | DEGREES | {"that"}  # what a phrase may begin with before its own words
HEADLESS = EMPTY | PREPOSITIONS
FINITE = GOVERNORS - RELATIVES - {"to"}  # what a verb follows, and no noun


def after(words: Words, at: int) -> Span | None:
    """Return the noun phrase that begins at a place, without its determiners, or None.

    Of a quantity, what there is so much of: 'a range of **topics**'; of a gerund, its object: 'hiding the
    **truth**'.
    """
    start = at
    while words[start] in LEADING or manner(words[start]):
        start += 1
    if start > at and words[start] == "of" and words[start - 1] in QUANTITIES:
        return after(words, start + 1)
    end = start
    while end - start < LONGEST and continues(words, start, end):
        end += 1
    if start == end:
        return None
    if words[end] == "of" and words[end - 1] in QUANTITIES:
        return after(words, end + 1)
    if progressive(words[start]) and end - start == 1:
        if words[end] in OPENERS or words[end] in ("and", "or"):
            return after(words, end + (words[end] not in OPENERS))
        if words[end] == "that":
            return None
    several = words[end] in ("and", "or", COMMA) and nominal(words[end + 1]) and nominal(words[end + 2])
    if several and (adjective(words[end - 1]) or adjective(words[end + 1])):
        return after(words, end + 1)
    while end - start > 1 and trailing(words, end - 1):
        end -= 1
    if adjective(words[start]) and substantive(words, start, end):
        return start, end
    return meant(words, start, end)


def continues(words: Words, start: int, at: int) -> bool:
    """Return whether a phrase that begins at `start` goes on at a place: not with a past after its noun."""
    word, previous = words[at], words[at - 1]
    if at == start:
        return nominal(word) or (word in AUXILIARIES and previous in DETERMINERS and words[at + 1] == "of")
    if word in DEGREES:
        return possessive(previous)
    return nominal(word) and not (past(word) and nominal(previous) and not adjective(previous))


def trailing(words: Words, at: int) -> bool:
    """Return whether the last word of a phrase is none of it: 'plans tomorrow', 'strategy going forward'."""
    word, following = words[at], words[at + 1]
    if progressive(word):
        return following in OPENERS or adverb(following)
    return word in ADJECTIVES or word in DATES


def before(words: Words, end: int, hop: bool = True) -> Span | None:
    """Return the noun phrase that ends at a place, without its determiners, or None.

    What follows its head is left out unless `hop` is false: '**attacks** on the party', '**voters** who
    live in London'.
    """
    start = left_edge(words, end)
    if start == end:
        return None
    outer = outer_end(words, determined(words, start)) if hop else 0
    if outer:
        return before(words, outer)
    while end - start > 1 and past(words[end - 1]):
        end -= 1
    return meant(words, start, end)


def outer_end(words: Words, at: int) -> int:
    """Return the end of the phrase that one which begins at a place belongs to, or 0."""
    link, word = words[at - 1], words[at - 2]
    if link in ("who", "which"):
        return at - 2 if word == COMMA else at - 1
    if link in ("and", "or"):
        first = determined(words, left_edge(words, at - 1))
        return at - 1 if first < at - 1 and linked(words, first) else 0
    if not linked(words, at):
        return 0
    if words[at - 3] in RELATIVES and nominal(words[at - 4]):
        return at - 3
    if word not in QUANTITIES:
        return at - 1
    first = left_edge(words, at - 1)
    return first - 1 if linked(words, first) else 0


def linked(words: Words, at: int) -> bool:
    """Return whether a preposition before a place binds the phrase there to a noun, or to its participle."""
    link, word = words[at - 1], words[at - 2]
    if past(word):
        return (link in LINKS or link == "by") and nominal(words[at - 3])
    return link in LINKS and nominal(word) and words[at - 3] not in FINITE


def left_edge(words: Words, end: int) -> int:
    """Return where the noun phrase that ends at a place begins, after determiners and a verb before it."""
    start = end
    while end - start < LONGEST and nominal(words[start - 1]):
        start -= 1
    return start + 1 if end - start > 1 and governing(words, start) else start


def determined(words: Words, start: int) -> int:
    """Return where the determiners before a place begin."""
    while words[start - 1] in OPENERS or (words[start - 1] == "that" and words[start - 2] in PREPOSITIONS):
        start -= 1
    return start


def governing(words: Words, at: int) -> bool:
    """Return whether the word at a place is a verb: 'to create', 'they create', 'has created', 'creating'."""
    previous = words[at - 1]
    if previous in OPENERS:
        return False
    return previous in GOVERNORS or progressive(words[at]) or (previous in AUXILIARIES and past(words[at]))


def meant(words: Words, start: int, end: int) -> Span | None:
    """Return a phrase, or None where its head is an adjective or has no meaning of its own."""
    head = words[end - 1]
    if head in HEADLESS:
        return None
    rejected = head in ADJECTIVES if end - start > 1 else adjective(head)
    return None if rejected else (start, end)


def substantive(words: Words, start: int, end: int) -> bool:
    """Return whether an adjective stands for a noun: 'the poor', 'an additive'."""
    if end - start > 1 or words[end] == COMMA or nominal(words[end]):
        return False
    return words[start - 1] == "the" or (words[start - 1] in OPENERS and words[start] not in ADJECTIVES)
