"""Sentences of many stretches of text at once.

What the rules of `rhetoric.segment.sentences` say of most stops follows from the few letters beside them. These are
judged as arrays; the rules are asked about the others, one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.model.columns import Array, Bools
from rhetoric.segment.sentences import ABBREVIATIONS, CLOSERS, OPENERS, STOP, ends

MARGIN = 8  # empty places on both sides, so that every letter has neighbours
LONGEST = 5  # letters of a word that are looked at; of longer ones the last
NUMERALS = frozenset("ivx")
WHITE = np.array([n for n in range(0x3001) if chr(n).isspace()], np.uint32)
NO_STOP = ",;:-/@_%"  # what a mark cannot end a sentence before


def packed(word: str) -> int:
    """Return small letters as one number."""
    number = 0
    for letter in word:
        number = number << 5 | (ord(letter) - 96)
    return number


def numerals(length: int) -> list[int]:
    """Return all words of so many letters that may be Roman numbers, packed."""
    words = [""]
    for _ in range(length):
        words = [w + letter for w in words for letter in sorted(NUMERALS)]
    return [packed(w) for w in words]


KNOWN = {
    n: np.array(
        [packed(w[-n:]) for w in sorted(ABBREVIATIONS) if len(w) == n or len(w) > n == LONGEST] + numerals(n),
        np.int64,
    )
    for n in range(2, LONGEST + 1)
}  # words by their length that the rules are asked about


def sentences_of(text: str, starts: Array, stops: Array) -> tuple[Array, Array]:
    """Return where the sentences of some stretches begin and end: in each what `rhetoric.segment.sentences` finds.

    Parameters
    ----------
    text : str
    starts, stops : int64 arrays, shape (stretches,)
        In order, without overlap, each without white space at its ends, none empty.

    Returns
    -------
    start, end : int64 arrays, shape (sentences,)
    """
    if not len(starts):
        return starts, stops
    blank = "\0" * MARGIN
    codes = np.frombuffer(f"{blank}{text}{blank}".encode("utf-32-le", "surrogatepass"), np.uint32)
    inner = codes[MARGIN:-MARGIN]
    place = np.flatnonzero((inner == 46) | (inner == 33) | (inner == 63) | (inner == 0x2026))
    stretch = np.searchsorted(starts, place, side="right") - 1
    inside = (stretch >= 0) & (place + 1 < stops[stretch])  # a stretch ends where its last sentence does
    place, stretch = place[inside], stretch[inside]
    plain, cut, unsure = judged(codes, place)
    plain &= cut < stops[stretch]
    found = cut[plain]
    asked = by_rule(text, place[unsure], starts[stretch[unsure]], stops[stretch[unsure]], found)
    cuts = np.unique(np.concatenate([found, np.array(asked, np.int64)]))
    begin = cuts.copy()
    while (white := np.isin(inner[begin], WHITE)).any():
        begin[white] += 1
    return np.sort(np.concatenate([starts, begin])), np.sort(np.concatenate([stops, cuts]))


def judged(codes: Array, place: Array) -> tuple[Bools, Array, Bools]:
    """Return which marks end a sentence for certain, where it ends, and which the rules must judge."""
    at = place + MARGIN
    mark, near = codes[at], [codes[at + n] for n in range(1, 5)]
    closed = np.isin(near[0], codes_of(CLOSERS))
    after = [np.where(closed, near[n + 1], near[n]) for n in range(3)]
    spaced = (after[0] == 32) | (after[0] == 10)
    opened = np.isin(after[1], codes_of(OPENERS))
    following = np.where(opened, after[2], after[1])
    capital = (following >= 65) & (following <= 90)
    certain = spaced & capital & (closed | (mark == 0x2026) | ended_word(codes, at, mark == 46))
    small = (near[0] >= 97) & (near[0] <= 122) | (near[0] >= 48) & (near[0] <= 57)
    never = small | np.isin(near[0], codes_of(NO_STOP))
    return certain, place + 1 + closed, ~certain & ~never


def ended_word(codes: Array, at: Array, dot: Bools) -> Bools:
    """Return which marks stand after a word in small letters that is no abbreviation and no number."""
    letters = [codes[at - n].astype(np.int64) - 96 for n in range(1, LONGEST + 1)]
    small = [(x >= 1) & (x <= 26) for x in letters]
    run, number = small[0], letters[0]
    whole = np.zeros(len(at), np.bool_)
    for length in range(2, LONGEST + 1):
        run = run & small[length - 1]
        number = number | letters[length - 1] << 5 * (length - 1)
        before = codes[at - length - 1]
        alone = (before == 32) | (before == 10) if length < LONGEST else True
        whole |= run & alone & ~np.isin(number, KNOWN[length])
    return np.where(dot, whole, small[0])


def by_rule(text: str, place: Array, starts: Array, stops: Array, found: Array) -> Sequence[int]:
    """Return where sentences end by the rules, asked about some marks in order; `found` are the ends known already."""
    before = np.searchsorted(found, place, side="right") - 1
    known = (
        np.where(before >= 0, found[np.maximum(before, 0)], 0)
        if len(found)
        else np.zeros(len(place), np.int64)
    )
    out: list[int] = []
    passed = last = 0
    for mark, start, stop, end in zip(
        place.tolist(), starts.tolist(), stops.tolist(), known.tolist(), strict=True
    ):
        if mark < passed or (match := STOP.match(text, mark, stop)) is None:
            continue
        passed = match.end()
        if passed == stop:
            continue
        at = max(start, end, last)
        while text[at].isspace():
            at += 1
        if ends(text, at, match, stop, small=text[start:stop].islower()):
            last = passed
            out.append(last)
    return out


def codes_of(letters: str) -> Array:
    """Return letters as numbers."""
    return np.array([ord(x) for x in letters], np.uint32)
