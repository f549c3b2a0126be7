"""Neighbouring stretches of words that may answer to each other: pairs around a pause, and rows of pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from rhetoric.extract.devices.alignment import WIDTHS, common
from rhetoric.extract.devices.stretches import BULLET, NEXT, Bools, Ints, Stretches
from rhetoric.extract.devices.wordshapes import NOMINAL, OPENED
from rhetoric.model.columns import Floats

SHORT, LONG = 3, 40  # words of a stretch
EVEN = 0.5  # the shorter, at least, as a share of the longer
PIECES = 3  # how many pieces a stretch may have, unless it is a whole sentence
STEPS = 24  # how many words back of a pause a stretch may begin inside a piece
LEAST = (
    3  # words at the ends whose shapes must be the same; a first word that is the same counts for two more
)
LIKE = 0.32  # how alike they must be at first sight
KEPT = 2  # how many pairs of a pause are looked at closely
MOST = 5  # pairs of a row
WEAKEST, FURTHER = 0.35, 0.05  # how alike each pair of a row must be, and what each after the first adds


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

    def __len__(self) -> int:
        return len(self.a)

    @property
    def long(self) -> Ints:
        """The length of the longer, as far as it is compared."""
        out: Ints = np.minimum(np.maximum(self.b - self.a, self.d - self.c), WIDTHS[-1])
        return out

    @property
    def short(self) -> Ints:
        """The length of the shorter, as far as it is compared."""
        out: Ints = np.minimum(np.minimum(self.b - self.a, self.d - self.c), WIDTHS[-1])
        return out

    @property
    def like(self) -> Floats:
        """How alike they are, at first sight."""
        return (self.words + self.shapes) / (2 * self.long) + 0.03 * np.minimum(self.words, 4)

    @property
    def again(self) -> Bools:
        """Which pairs only say the same again."""
        out: Bools = (self.words == self.long) | ((self.words >= 0.9 * self.short) & (self.short > 9))
        return out


def pairs(text: Stretches) -> Pairs:
    """Return the pairs that may answer to each other."""
    at = joints(text)
    found = gathered(text, [*around(text, at), *inside(text, at)])
    shapes = common(text.shape.astype(np.int8), found.a, found.b, found.c, found.d)
    kept = shapes / found.long + 0.12 >= LIKE  # words that are the same have the same shape, but for a few
    found, shapes = found[kept], shapes[kept]
    words = common(text.form + 1, found.a, found.b, found.c, found.d)
    found = Pairs(found.a, found.b, found.c, found.d, found.at, words, shapes)
    found = found[(found.like >= LIKE) & ~found.again]
    return found[first(found, KEPT)]


def joints(text: Stretches) -> Ints:
    """Return the pieces before which two stretches may meet."""
    here = np.arange(1, max(1, len(text.first)))
    one, two = text.sentence[text.first[here - 1]], text.sentence[text.first[here]]
    near = (one == two) | ((two == one + 1) & (text.run[one] == text.run[two]))
    out: Ints = here[near & (text.parted[here] != BULLET)]
    return out


def gathered(text: Stretches, some: list[tuple[Ints, ...]]) -> Pairs:
    """Return the pairs that are likely, one behind another, each once, in order."""
    a, b, c, d, at = (np.concatenate(columns) for columns in zip(*some, strict=True))
    none = np.zeros(len(a), np.int64)
    found = Pairs(a, b, c, d, at, none, none)
    found = found[likely(text, found)]
    key = (found.at << 14) | ((found.b - found.a) << 7) | (found.d - found.c)
    return found[np.unique(key, return_index=True)[1]]


def around(text: Stretches, at: Ints) -> Iterator[tuple[Ints, ...]]:
    """Yield the pairs whose stretches are whole pieces, or whole sentences."""
    lefts, rights = [], []
    count = len(text.first) - 1
    for k in range(PIECES + 1):
        left, right = at - 1 - k, at + k
        fits, holds = left >= text.head[at - 1], right <= text.tail[at]
        if k == PIECES:
            left, right = text.head[at - 1], text.tail[at]
        lefts.append((text.first[np.maximum(left, 0)], fits))
        rights.append((text.last[np.minimum(right, count)], holds))
    b, c = text.last[at - 1], text.first[at]
    for a, fits in lefts:
        for d, holds in rights:
            rows = np.flatnonzero(fits & holds & even(b - a, d - c))
            yield a[rows], b[rows], c[rows], d[rows], at[rows]


def even(one: Ints, two: Ints) -> Bools:
    """Return where two lengths are near one another and not out of bounds."""
    short, long = np.minimum(one, two), np.maximum(one, two)
    return (short >= SHORT) & (long <= LONG) & (short >= EVEN * long)


def inside(text: Stretches, at: Ints) -> Iterator[tuple[Ints, ...]]:
    """Yield the pairs whose first stretch begins inside a piece, at the word that opens the second or at a verb or small word of its kind."""
    at = at[(text.parted[at] != NEXT) & (text.last[at - 1] - text.first[text.head[at - 1]] > SHORT)]
    begin, b, c = text.first[text.head[at]], text.last[at - 1], text.first[at]
    word, kind = text.form[c], text.shape[c]
    lone = np.isin(kind, NOMINAL)
    sizes = []
    for k in range(PIECES):
        size = text.last[np.minimum(at + k, len(text.first) - 1)] - c
        sizes.append(np.where(at + k <= text.tail[at], size, 99))
    near = np.full((2, PIECES, len(at)), 99)
    for step in range(SHORT, STEPS + 1):
        a = np.maximum(b - step, 0)
        open_ = b - step > begin
        for n, same in enumerate((text.form[a] == word, (text.shape[a] == kind) & ~lone)):
            rows = np.flatnonzero(same & open_)
            for k, size in enumerate(sizes):
                better = rows[np.abs(size[rows] - step) < np.abs(size[rows] - near[n, k, rows])]
                near[n, k, better] = step
    for n, k in np.ndindex(2, PIECES):
        rows = np.flatnonzero((near[n, k] < 99) & even(near[n, k], sizes[k]))
        yield b[rows] - near[n, k, rows], b[rows], c[rows], c[rows] + sizes[k][rows], at[rows]


def likely(text: Stretches, some: Pairs) -> Bools:
    """Return which pairs open with words of like kind and have a few more words alike at their ends."""
    shape, last = text.shape, len(text.shape) - 1
    alike = np.zeros(len(some), np.int64)
    for k in range(4):
        alike += shape[np.minimum(some.a + k, last)] == shape[np.minimum(some.c + k, last)]
    for k in range(1, 4):
        alike += shape[some.b - k] == shape[some.d - k]
    same = text.form[some.a] == text.form[some.c]
    apart = text.sentence[some.a] != text.sentence[some.c]
    whole = (text.first[text.head[some.at - 1]] == some.a) & (text.sentence[some.d] != text.sentence[some.c])
    opening = OPENED[shape[some.a]] == OPENED[shape[some.c]]
    least = LEAST + (some.long > WIDTHS[1])
    out: Bools = opening & (alike + 2 * same >= least) & (~apart | whole | same)
    return out


def first(some: Pairs, most: int) -> Ints:
    """Return so many of the pairs of every joint: those most alike."""
    order = np.lexsort((np.arange(len(some)), -some.like, some.at))
    at = some.at[order]
    rank = np.arange(len(at)) - np.searchsorted(at, at, "left")
    return np.sort(order[rank < most])


def rows(some: Pairs) -> tuple[Pairs, list[tuple[int, ...]]]:
    """Return rows: pairs, and pairs of which each begins with the stretch that the last ends with; of overlapping ones those most alike.

    They are given as numbers of the pairs that are returned before them.
    """
    found: list[Ints] = []
    scores = []
    like = some.like
    for group in chained(some):
        each = like[group]
        score = each.max(axis=1) + FURTHER * (group.shape[1] - 1)
        group, score = (x[each.min(axis=1) >= WEAKEST] for x in (group, score))
        wide = np.full((len(group), MOST), -1)
        wide[:, : group.shape[1]] = group
        found.append(np.column_stack((some.a[group[:, 0]], some.d[group[:, -1]], wide)))
        scores.append((-score).round(6))
    table = np.concatenate(found) if found else np.zeros((0, MOST + 2), np.int64)
    order = np.lexsort((*table.T[::-1], np.concatenate([*scores, np.zeros(0)])))
    ends: list[int] = []
    kept: list[tuple[int, tuple[int, ...]]] = []
    for start, end, *row in table[order].tolist():
        at = bisect_right(ends, start)
        if at == len(kept) or kept[at][0] >= end:
            ends.insert(at, end)
            kept.insert(at, (start, tuple(n for n in row if n >= 0)))
    used = sorted({n for _, row in kept for n in row})
    number = {n: k for k, n in enumerate(used)}
    return some[np.array(used, np.int64)], [tuple(number[n] for n in row) for _, row in kept]


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
