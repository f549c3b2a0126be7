"""Neighbouring stretches of words that may answer to each other: pairs around a pause, and rows of pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.alignment import WIDTHS, common
from rhetoric.extract.devices.stretches import BULLET, NEXT, Stretches
from rhetoric.extract.devices.wordshapes import OPENING, SHAPES

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
SHORT, LONG = 3, 40  # words of a stretch
EVEN = 0.5  # the shorter, at least, as a share of the longer
PIECES = 4  # how many pieces a stretch may have, unless it is a whole sentence
LIKE = 0.25  # how alike they must be at first sight
KEPT = 3  # how many pairs of a joint are looked at closely
MOST = 5  # pairs of a row
WEAKEST = 0.35
FURTHER = 0.05  # what each pair of a row after the first adds to its likeness
OPENED = np.array([OPENING.get(n, 99) for n in range(len(SHAPES) + 1)], np.int32)


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of stretches, one a row.

    Parameters
    ----------
    a, b, c, d : int array
        The words of the first and of the second stretch, half-open.
    at : int array
        The piece that the second opens with.
    words, shapes : int array
        How many words, and shapes of words, they share in the same order.
    """

    a: Ints
    b: Ints
    c: Ints
    d: Ints
    at: Ints
    words: Ints
    shapes: Ints

    def __getitem__(self, rows: Ints | Bools) -> Pairs:
        return Pairs(*(getattr(self, f.name)[rows] for f in fields(self)))

    @property
    def long(self) -> Ints:
        """The length of the longer, as far as it is compared."""
        return np.minimum(np.maximum(self.b - self.a, self.d - self.c), WIDTHS[-1])

    @property
    def like(self) -> Floats:
        """How alike they are, at first sight."""
        return (self.words + self.shapes) / (2 * self.long) + 0.03 * np.minimum(self.words, 4)

    def __len__(self) -> int:
        return len(self.a)


def pairs(text: Stretches) -> Pairs:
    """Return the pairs that may answer to each other."""
    found = joined([*around(text), *inside(text)])
    found = found[likely(text, found)]
    a, b, c, d = found.a, found.b, found.c, found.d
    found = replace(found, words=common(text.form + 1, a, b, c, d), shapes=common(text.shape, a, b, c, d))
    found = found[found.like >= LIKE]
    return found[first(found, KEPT)]


def first(some: Pairs, most: int) -> Ints:
    """Return so many of the pairs of every joint: those most alike."""
    order = np.lexsort((np.arange(len(some)), -some.like, some.at))
    at = some.at[order]
    rank = np.arange(len(at)) - np.searchsorted(at, at, "left")
    return np.sort(order[rank < most])


def rows(some: Pairs) -> list[tuple[int, ...]]:
    """Return pairs, and rows of pairs of which each begins with the stretch that the last ends with; of overlapping ones that most alike."""
    found: list[tuple[float, int, int, tuple[int, ...]]] = []
    for group in chained(some):
        each = some.like[group]
        weak = each.min(axis=1) < (WEAKEST if group.shape[1] > 1 else 0)
        like = np.where(weak, -1, each.max(axis=1) + FURTHER * (group.shape[1] - 1))
        places = zip(
            (-like).round(6).tolist(),
            some.a[group[:, 0]].tolist(),
            some.d[group[:, -1]].tolist(),
            strict=True,
        )
        found += [(*place, tuple(row)) for place, row in zip(places, group.tolist(), strict=True)]
    ends: list[int] = []
    kept: list[tuple[int, tuple[int, ...]]] = []
    for _, start, end, row in sorted(found):
        at = bisect_right(ends, start)
        if at == len(kept) or kept[at][0] >= end:
            ends.insert(at, end)
            kept.insert(at, (start, row))
    return [row for _, row in kept]


def chained(some: Pairs) -> Iterator[Ints]:
    """Yield the rows of one pair, of two, of three and so on."""
    row = np.arange(len(some))[:, None]
    left, right = some.a * 64 + some.b - some.a, some.c * 64 + some.d - some.c
    order = np.argsort(left, kind="stable")
    left = left[order]
    while len(row) and row.shape[1] <= MOST:
        yield row
        end = right[row[:, -1]]
        low, high = np.searchsorted(left, end, "left"), np.searchsorted(left, end, "right")
        size = high - low
        at = np.repeat(np.arange(len(row)), size)
        step = np.arange(len(at)) - np.repeat(np.cumsum(size) - size, size)
        row = np.column_stack([row[at], order[low[at] + step]])


def joined(some: list[Pairs]) -> Pairs:
    """Return pairs put one behind another, each once, in order."""
    a, b, c, d, at = (
        np.concatenate([getattr(p, k) for p in some]).astype(np.int64) for k in "a b c d at".split()
    )
    key = (at * 128 + np.minimum(b - a, 127)) * 128 + np.minimum(d - c, 127)
    rows = np.unique(key, return_index=True)[1]
    return plain(a[rows], b[rows], c[rows], d[rows], at[rows])


def plain(a: Ints, b: Ints, c: Ints, d: Ints, at: Ints) -> Pairs:
    """Return pairs that were not compared yet."""
    return Pairs(a, b, c, d, at, np.zeros_like(a), np.zeros_like(a))


def joints(text: Stretches) -> Ints:
    """Return the pieces before which two stretches may meet."""
    here = np.arange(1, len(text.first))
    one, two = text.sentence[text.first[here - 1]], text.sentence[text.first[here]]
    near = (one == two) | ((two == one + 1) & (text.run[one] == text.run[two]))
    return here[near & (text.parted[here] != BULLET)]


def around(text: Stretches) -> Iterator[Pairs]:
    """Yield the pairs whose stretches are whole pieces."""
    at = joints(text)
    text.parted[at] != NEXT
    lefts, rights = [], []
    for k in range(PIECES + 1):
        left, right = at - 1 - k, at + k
        if k == PIECES:
            left, right = np.minimum(text.head[at - 1], left + 1), np.maximum(text.tail[at], right - 1)
            fits = left < at - k, right >= at + k
        else:
            fits = left >= text.head[at - 1], right <= text.tail[at]
        left, right = np.maximum(left, 0), np.minimum(right, len(text.first) - 1)
        lefts.append((text.first[left], fits[0]))
        rights.append((text.last[right], fits[1]))
    b, c = text.last[at - 1], text.first[at]
    for a, fits in lefts:
        for d, holds in rights:
            rows = np.flatnonzero(fits & holds & even(b - a, d - c))
            yield plain(a[rows], b[rows], c[rows], d[rows], at[rows])


def even(one: Ints, two: Ints) -> Bools:
    """Return where two lengths are near one another and not out of bounds."""
    short, long = np.minimum(one, two), np.maximum(one, two)
    return (short >= SHORT) & (long <= LONG) & (short >= EVEN * long)


def inside(text: Stretches) -> Iterator[Pairs]:
    """Yield the pairs whose first stretch begins inside a piece, at the word that opens the second or at one of its kind."""
    at = joints(text)
    at = at[text.parted[at] != NEXT]
    begin = text.first[text.head[at]]
    b, c = text.last[at - 1], text.first[at]
    word, kind = text.form[c], text.shape[c]
    ends = []
    for k in range(PIECES):
        right = np.minimum(at + k, len(text.first) - 1)
        ends.append((text.last[right] - c, at + k <= text.tail[at]))
    near = [np.full((2, len(at)), 99) for _ in ends]
    for step in range(SHORT, 25):
        a = np.maximum(b - step, 0)
        for n, same in enumerate((text.form[a] == word, text.shape[a] == kind)):
            same &= b - step > begin
            for k, (size, _) in enumerate(ends):
                better = same & (np.abs(size - step) < np.abs(size - near[k][n]))
                near[k][n][better] = step
    for k, (size, fits) in enumerate(ends):
        for steps in near[k]:
            rows = np.flatnonzero(fits & (steps < 99) & even(steps, size))
            yield plain(b[rows] - steps[rows], b[rows], c[rows], c[rows] + size[rows], at[rows])


def likely(text: Stretches, some: Pairs) -> Bools:
    """Return which pairs open alike in kind and have a few more words alike at their ends."""
    shape = text.shape
    score = np.zeros(len(some))
    for k in range(4):
        score += shape[some.a + k] == shape[np.minimum(some.c + k, len(shape) - 1)]
    for k in range(1, 4):
        score += shape[some.b - k] == shape[some.d - k]
    opening = OPENED[shape[some.a]] == OPENED[shape[some.c]]
    same = text.form[some.a] == text.form[some.c]
    apart = text.sentence[some.a] != text.sentence[some.c]
    whole = (text.first[text.head[some.at - 1]] == some.a) & (text.sentence[some.d] != text.sentence[some.c])
    return opening & (score + same >= 2) & (~apart | whole | same)
