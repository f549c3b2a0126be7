"""What a crossing can score at most, told for all crossings at once: few need a closer look."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

import numpy as np

from rhetoric.extract.devices.crossing import JOINING, MARKS, OPPOSING, WEAK, Traits
from rhetoric.extract.devices.words import FUNCTION
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Array, Floats, Ints

LINKS = ("and", "or")


def highest(
    prose: Prose, keys: Ints, persons: AbstractSet[int], run: Ints, rows: Array, weights: Traits
) -> Floats:
    """Return the most that the weighted traits of crossings can sum up to; `rows` are their a, b, c and d."""
    total = np.zeros(rows.shape[1])
    if rows.shape[1]:
        low, high = bounds(prose, keys, persons, run, rows)
        for weight, least, most in zip(weights, low, high, strict=True):
            total += np.maximum(weight * np.asarray(least), weight * np.asarray(most))
    return total


def bounds(
    prose: Prose, keys: Ints, persons: AbstractSet[int], run: Ints, rows: Array
) -> tuple[list[Array | float], list[Array | float]]:
    """Return the least and the most that each of the traits can be, in the order of `Traits`."""
    a, b, c, d = rows
    form = prose.folded

    def of_forms(fits: Callable[[str], bool]) -> Array:
        return np.fromiter(map(fits, prose.forms), np.bool_, len(prose.forms))[form]

    mark = of_forms(MARKS.__contains__)
    telling = of_forms(lambda w: w not in FUNCTION and w not in MARKS)
    weak = of_forms(WEAK.__contains__).astype(np.int64)
    person = np.isin(keys, list(persons))
    marks, content, joins, opposes, links, named = (
        np.append(0, np.cumsum(some))
        for some in (
            mark,
            telling,
            of_forms(JOINING.__contains__),
            of_forms(OPPOSING.__contains__),
            of_forms(LINKS.__contains__),
            (keys >= 0) & ~person,
        )
    )

    def inside(of: Array, first: Array, last: Array) -> Array:
        held: Array = of[last] - of[first]
        return held

    pause = inside(marks, a + 1, b), inside(marks, c + 1, d)
    one, two = b - a - 1 - pause[0], d - c - 1 - pause[1]
    left, between, right = (inside(named, x + 1, y) for x, y in ((a, b), (b, c), (c, d)))
    third = np.minimum(
        (left + between + right) // 2, left + right
    )  # each stands in two of three, one of them a half
    listed = ((one == 1) & (inside(links, a + 1, b) == 1)) | ((two == 1) & (inside(links, c + 1, d) == 1))
    last = len(form) - 1
    framed = ((b - a > 1) & (d - c > 1)) * ((form[a + 1] == form[c + 1]) * 1 + (form[b - 1] == form[d - 1]))
    framed = framed + ((a > 0) & (run[a - 1] == run[a]) & (c - 1 > b) & (form[a - 1] == form[c - 1]))
    after = np.minimum(d + 1, last)
    framed = framed + ((d < last) & (run[after] == run[d]) & (c - b > 1) & (form[b + 1] == form[after]))
    exact = (form[a] == form[d]) * 1 + (form[b] == form[c])
    sure = {
        "exact": exact,
        "persons": person[a] * 1 + person[b],
        "weak": weak[a] + weak[b],
        "marks": pause[0] + pause[1],
        "other": inside(content, a + 1, b) + inside(content, c + 1, d),
        "difference": np.abs(one - two),
        "middle": c - b - 1,
        "parted": inside(marks, b + 1, c) > 0,
        "joined": inside(joins, b + 1, c) > 0,
        "framed": framed,
        "bare": (one == 0) & (two == 0),
        "listed": listed,
    }
    low: dict[str, Array | float] = {
        **sure,
        "opposed": inside(opposes, a, d) > 0,
        "like": 0.0,
        "again": 0.0,
        "third": 0.0,
    }
    high: dict[str, Array | float] = {
        **sure,
        "opposed": inside(opposes, np.maximum(a - 4, 0), d) > 0,
        "like": np.minimum(one, two) / np.maximum(np.maximum(one, two), 1),
        "again": left + between + right,
        "third": third,
    }
    return [low[name] for name in Traits._fields], [high[name] for name in Traits._fields]
