"""Lines and paragraphs of many stretches of text at once.

Whether a line goes on in the next is plain of most from their lengths and last letters, which are judged as arrays; the
rules of `rhetoric.segment.wrapping` are asked about the others, one by one.
"""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Array, Bools, ahead
from rhetoric.model.joined import MARGIN, Joined
from rhetoric.segment.letters import among, lower
from rhetoric.segment.wrapping import FEWEST, FULL, NARROWEST, RUNNING, STOPS, WIDEST, Wrapping

CLOSERS = "\"”’')]"
LONGEST = 5  # letters of a word after which nobody ends a paragraph
DEEP = 4  # letters looked at for the stop that ends a line

Spans = tuple[Array, Array, Array]  # number of the stretch, start, end


def lines_of(joined: Joined, start: Array, end: Array) -> Spans:
    """Return the lines of some stretches, without white space at their ends; none is empty."""
    stretch, first, last, _ = numbered_lines(joined, start, end)
    return stretch, first, last


def paragraphs_of(joined: Joined, start: Array, end: Array) -> Spans:
    """Return the paragraphs of some stretches: in each what `rhetoric.segment.paragraphs` finds."""
    stretch, first, last, number = numbered_lines(joined, start, end)
    if not len(stretch):
        return stretch, first, last
    touching = (np.diff(stretch) == 0) & (np.diff(number) == 1)
    goes_on = joins(joined, touching, stretch, first, last)
    opens, closes = np.append(True, ~goes_on), np.append(~goes_on, True)
    return stretch[opens], first[opens], last[closes]


def numbered_lines(joined: Joined, start: Array, end: Array) -> tuple[Array, Array, Array, Array]:
    """Return the lines of some stretches that are not empty: stretch, start, end and number in the stretch."""
    low, high = np.searchsorted(joined.breaks, start), np.searchsorted(joined.breaks, end)
    size = np.maximum(high - low, 0) + 1
    stretch = np.repeat(np.arange(len(size)), size)
    number = ahead(np.zeros_like(size), size)
    breaks = np.append(joined.breaks, 0)  # which stands for the end of the last stretch, and is never used
    at = low[stretch] + number
    first = np.where(number == 0, start[stretch], breaks[at - 1] + 1)
    last = np.where(number == size[stretch] - 1, end[stretch], breaks[at])
    first, last = joined.trimmed(first, last)
    held = first < last
    return stretch[held], first[held], last[held], number[held]


def joins(joined: Joined, touching: Bools, stretch: Array, start: Array, end: Array) -> Bools:
    """Return which lines, but for the last, go on in the next."""
    ended, length = stopped(joined, start, end)[:-1], (end - start)[:-1]
    width = widths(touching, stretch[:-1], length, ended)
    following = joined.codes[start[1:]]
    broken = ~ended & (length >= RUNNING)
    broken &= lower(following) | (following >= 128) | short_word(joined, end[:-1])
    full = (width > 0) & (length >= FULL * width)
    rows = np.flatnonzero(touching & (broken | full))
    bounds = zip(*(x.tolist() for x in (start[rows], end[rows], start[rows + 1], end[rows + 1])), strict=True)
    columns = {size: Wrapping(size) for size in np.unique(width[rows]).tolist()}
    out = np.zeros(len(touching), np.bool_)
    out[rows] = [
        columns[size].joins(joined.text, (s, e), (s2, e2))
        for size, (s, e, s2, e2) in zip(width[rows].tolist(), bounds, strict=True)
    ]
    return out


def short_word(joined: Joined, end: Array) -> Bools:
    """Return which lines end in a word of at most `LONGEST` small letters, or of its last letters."""
    back = [lower(joined.padded[end - n + MARGIN]) for n in range(1, LONGEST + 2)]
    found: Bools = back[0] & ~np.logical_and.reduce(back[1:])
    return found


def widths(touching: Bools, stretch: Array, length: Array, ended: Bools) -> Array:
    """Return for each line the column that its stretch was wrapped to, as `Wrapping.of` measures it."""
    size = int(stretch.max(initial=0)) + 1
    stretches, lengths = stretch[touching], length[touching]
    count = np.bincount(stretches, minlength=size)
    ordered = np.sort(stretches << 32 | lengths) & 0xFFFFFFFF
    most = np.flatnonzero(count >= FEWEST)
    width = np.zeros(size, np.int64)
    width[most] = ordered[(np.cumsum(count) - count)[most] + (0.9 * (count[most] - 1)).astype(np.int64)]
    full = lengths >= FULL * width[stretches]
    filled = np.bincount(stretches[full], minlength=size)
    open_ended = np.bincount(stretches[full & ~ended[touching]], minlength=size)
    fits = (width >= NARROWEST) & (width <= WIDEST)
    fits &= (filled > count / 2) & (open_ended > 0.6 * filled)
    whole: Array = np.where(fits, width, 0)[stretch]
    return whole


def stopped(joined: Joined, start: Array, end: Array) -> Bools:
    """Return which lines end like a sentence."""
    out, closing = np.zeros(len(start), np.bool_), np.ones(len(start), np.bool_)
    for back in range(1, DEEP + 1):
        letter = joined.padded[end - back + MARGIN]
        closing &= end - back >= start
        out |= closing & among(letter, STOPS)
        closing &= among(letter, CLOSERS)
    return out
