"""What the few letters beside a stop say for certain of whether a sentence ends there.

All stops of many texts are judged at once, as arrays; each reason below is one way through the rules of
`rhetoric.segment.sentences`, and what none of them settles is left to these.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from rhetoric.model.columns import Array, Bools
from rhetoric.model.joined import MARGIN
from rhetoric.segment.letters import LETTER, among, digit, letter, lower, upper
from rhetoric.segment.sentences import ABBREVIATIONS, CLOSERS, OPENERS, SHORT, STARTERS, TITLES

LONGEST = 4  # letters of a word that are looked at; of longer ones the last
NUMERALS = "ivx"
NO_STOP = ",;:-/@_%"  # what a mark cannot end a sentence before
AROUND = ' \n("“'  # what may stand before a word and is no part of it
OUTSIDE = ')]%"”'  # what a word before a stop cannot end with, so that no abbreviation stands there


def packed(word: str) -> int:
    """Return letters as one number."""
    number = 0
    for sign in word:
        number = number << 5 | int(LETTER[ord(sign)])
    return number


def flags(words: Iterable[str], length: int) -> Bools:
    """Return for every word of so many letters, packed, whether it is one of some words."""
    out = np.zeros(1 << 5 * length, np.bool_)
    out[[packed(w) for w in words]] = True
    return out


def numerals(length: int) -> list[str]:
    """Return all words of so many letters that may be Roman numbers."""
    words = [""]
    for _ in range(length):
        words = [w + sign for w in words for sign in NUMERALS]
    return words


LENGTHS = range(2, LONGEST + 1)
KNOWN = {
    n: flags([w[-n:] for w in ABBREVIATIONS if len(w) == n or len(w) > n == LONGEST] + numerals(n), n)
    for n in LENGTHS
}  # words by their length that may be followed by a stop and go on, and at the longest the ends of longer ones
TITLED = {n: flags([w for w in TITLES | SHORT if len(w) == n], n) for n in LENGTHS}  # that always go on
STARTING = flags([w[:2] for w in STARTERS if len(w) > 1], 2)  # first two letters of words that open
STARTING[packed("a") << 5] = STARTING[packed("i") << 5] = True


def judged(codes: Array, place: Array, capitals: Bools) -> tuple[Bools, Array, Bools]:
    """Return which marks end a sentence for certain, where it ends, and which the rules must judge.

    Parameters
    ----------
    codes : array
        The letters as numbers, with `MARGIN` empty places on both sides.
    place : int64 array, shape (marks,)
        Where marks stand, in order; none ends its stretch.
    capitals : bool array, shape (marks,)
        Whether the stretch is known to hold a capital.
    """
    at = place + MARGIN
    dot = codes[at] == 46
    last = codes[at - 1]
    near = [codes[at + n] for n in range(1, 5)]
    closed = among(near[0], CLOSERS)
    after = [np.where(closed, near[n + 1], near[n]) for n in range(3)]
    spaced = (after[0] == 32) | (after[0] == 10)
    opened = among(after[1], OPENERS)
    capital = upper(np.where(opened, after[2], after[1]))
    word, title, short = words_before(codes, at)
    outright = closed | (codes[at] == 0x2026)
    certain = spaced & capital & (outright | np.where(dot, word | among(last, OUTSIDE), letter(last) > 0))

    goes_on = lower(near[0]) | digit(near[0]) | among(near[0], NO_STOP)
    goes_on |= dot & upper(near[0]) & (last < 128) & ~lower(last)  # 'U.S'
    goes_on |= spaced & capitals & lower(after[1]) & (after[2] < 128) & ~upper(after[2])
    named = dot & ~closed & spaced & ((letter(after[1]) > 0) | digit(after[1]))
    starting = STARTING[letter(after[1]) << 5 | letter(after[2])] | (after[2] >= 128)
    goes_on |= named & (title | short & ~lower(after[1]) & ~starting)
    return certain, place + 1 + closed, ~certain & ~goes_on


def words_before(codes: Array, at: Array) -> tuple[Bools, Bools, Bools]:
    """Return which marks stand after a word that is no abbreviation and no number, a title, and an initial or two."""
    before = [codes[at - n] for n in range(1, LONGEST + 2)]
    letters = [letter(x) for x in before]
    bound = [among(x, AROUND) for x in before]
    run, number = letters[0] > 0, letters[0]
    word, title = np.zeros(len(at), np.bool_), np.zeros(len(at), np.bool_)
    for n in LENGTHS:
        run = run & (letters[n - 1] > 0)
        number = number | letters[n - 1] << 5 * (n - 1)
        word |= run & (bound[n] | (n == LONGEST)) & ~KNOWN[n][number]
        title |= run & bound[n] & TITLED[n][number]
    word |= digit(before[0]) & digit(before[1]) & digit(before[2]) & digit(before[3])
    initials = upper(before[0]) & bound[1]
    initials |= (letters[0] > 0) & (before[1] == 46) & (letters[2] > 0) & bound[3]
    return word, title, initials
