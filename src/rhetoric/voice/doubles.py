"""What stands between double quotation marks, in many paragraphs at once.

Where the marks of a paragraph open and close by turns, which is nearly everywhere, the stretches follow from arrays.
The rule of `rhetoric.voice.quotations` is asked about the other paragraphs, one by one.
"""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Array, Bools
from rhetoric.model.joined import MARGIN
from rhetoric.voice.quotations import AFTER_CLOSING, BEFORE_OPENING, OPENING, STRAIGHT, double_marks
from rhetoric.voice.sheet import Sheet

LONG_STOPS = ".,;:?!"  # what a mark before it does not open
NO_BREAK = 0xA0


def codes_of(signs: set[str] | frozenset[str]) -> Array:
    """Return the code points of single characters."""
    return np.array(sorted(ord(s) for s in signs if len(s) == 1), np.uint32)


SIGNS = codes_of(frozenset('"“”„‟«»″'))  # the marks of one character
STRAIGHTS, OPENINGS = codes_of(STRAIGHT), codes_of(OPENING)
BEFORE, AFTER = codes_of(BEFORE_OPENING | set('"“')), codes_of(AFTER_CLOSING | set('"”'))
BESIDE = codes_of({s for s in AFTER_CLOSING | set('"”') if not s.isspace()} - set(LONG_STOPS))


def places(sheet: Sheet) -> Array:
    """Return where double marks of one character stand."""
    curly = sheet.rare[np.isin(sheet.codes[sheet.rare], SIGNS)]
    return np.sort(np.concatenate([sheet.standing('"'), curly]))


def sides(codes: Array, place: Array, begins: Bools, ends: Bools) -> Array:
    """Return what `rhetoric.voice.quotations.sides` does: 1 for a mark that opens, -1 for one that closes, else 0.

    Parameters
    ----------
    codes : array
        Letters as numbers; every mark has a neighbour on both sides.
    place : int array, shape (marks,)
    begins, ends : bool arrays, shape (marks,)
        Whether a mark is the first or the last character of its paragraph.
    """
    sign, before, after = codes[place], codes[place - 1], codes[place + 1]
    spaced = begins | np.isin(before, BEFORE)
    ended = ends | np.isin(after, AFTER)
    beside = ended & ~ends & np.isin(after, BESIDE)
    straight = np.where(spaced == ended, np.where(spaced & (beside | begins), 1, 0), np.where(spaced, 1, -1))
    opening = np.where(~spaced & ended, -1, 1)
    closing = np.where(spaced & ~ended & (begins | (before != NO_BREAK)), 1, -1)
    other = np.where(np.isin(sign, OPENINGS), opening, closing)
    return np.where(np.isin(sign, STRAIGHTS), straight, other)


def stretches(sheet: Sheet, starts: Array, stops: Array, floors: Array) -> tuple[Array, Array, Array]:
    """Return what stands between double marks: for each stretch its paragraph, its start and its end.

    Parameters
    ----------
    sheet : Sheet
        Without double marks of two characters in the paragraphs.
    starts, stops : int arrays, shape (paragraphs,)
        In order, without overlap, none empty.
    floors : int array, shape (paragraphs,)
        Where the text of each paragraph begins; a quotation goes on from the paragraph before only in the same text.
    """
    place = places(sheet)
    row = np.searchsorted(starts, place, side="right") - 1
    inside = (row >= 0) & (place < (stops[row] if len(stops) else 0))
    place, row = place[inside], row[inside]
    if not len(place):
        return place, place, place
    head = np.flatnonzero(np.diff(row, prepend=-1))  # the first mark of each paragraph that has any
    many = np.diff(head, append=len(place))
    opens = (np.arange(len(place)) - np.repeat(head, many)) % 2 == 0  # if marks open and close by turns
    last = np.append(row[1:] != row[:-1], True)
    side = sides(sheet.joined.padded, place + MARGIN, place == starts[row], place + 1 == stops[row])
    odd = np.logical_or.reduceat(np.where(opens, side < 0, side > 0), head)
    taken = opens & np.repeat(~odd, many)
    closed = ~last[taken]
    end = np.where(closed, np.append(place[1:], 0)[taken], stops[row[taken]])
    start, end = sheet.joined.trimmed(place[taken] + 1, end)
    kept = end > start
    found = row[taken][kept], start[kept], end[kept]
    left_open = np.zeros(len(starts), np.bool_)
    left_open[found[0]] = ~closed[kept]  # the last stretch of a paragraph wins
    return with_odd(sheet.text, row[head[odd]], (starts, stops, floors), left_open, found)


def with_odd(
    text: str,
    odd: Array,
    paragraphs: tuple[Array, Array, Array],
    left_open: Bools,
    found: tuple[Array, Array, Array],
) -> tuple[Array, Array, Array]:
    """Return the stretches found, and in order among them those of the paragraphs that the rule is asked about."""
    if not len(odd):
        return found
    starts, stops, floors = paragraphs
    more: list[tuple[int, int, int]] = []
    for n, start, stop in zip(odd.tolist(), starts[odd].tolist(), stops[odd].tolist(), strict=True):
        carried = bool(n and floors[n - 1] == floors[n] and left_open[n - 1])
        marks = double_marks(text[start:stop].replace("\n", " "), 0, stop - start, carried)
        left_open[n] = bool(marks) and not marks[-1].closed
        more += [(n, start + m.start, start + m.end) for m in marks]
    row, start, end = (
        np.concatenate([a, b]) for a, b in zip(found, np.array(more, np.int64).reshape(-1, 3).T, strict=True)
    )
    order = np.argsort(start, kind="stable")
    return row[order], start[order], end[order]
