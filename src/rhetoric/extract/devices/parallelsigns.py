"""What pairs of stretches show: how long, how alike, how joined, and what is in them; one column a sign."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.alignment import common
from rhetoric.extract.devices.isocola import Pairs
from rhetoric.extract.devices.stretches import (
    COLON,
    COMMA,
    DASH,
    HALF,
    NEXT,
    STOP,
    WORDS,
    Bools,
    Ints,
    Stretches,
    among,
)
from rhetoric.extract.devices.wordshapes import CODE, LIGHT
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Floats

Column = npt.NDArray[np.float64] | npt.NDArray[np.int64] | npt.NDArray[np.bool_]
Columns = dict[str, Floats]
MARKS = {COMMA: ",", COLON: ":", DASH: "-", STOP: ")", HALF: ";", NEXT: "."}
JOINS = {1: "and", 2: "or", 3: "but", 4: "nor", 5: "while"}
FINITE = tuple(CODE[k] for k in ("be", "have", "do", "modal"))
OPENERS = (
    "not to of article own pointer amount subject asking relative if degree adverb be have modal number preposition base s ed ing "
    "adjective noun"
).split()
VERBAL = [CODE[name] for name in ("base", "s", "ed", "ing")]
OURS = [WORDS[word] for word in ("we", "our", "you", "your")]
QUOTES = frozenset('"“”')
HELD = (
    ("finite", FINITE),
    *((name, (CODE[name],)) for name in ("subject", "relative", "not", "degree", "number", "of", "own")),
    ("verb", tuple(CODE[k] for k in ("base", "s", "ed"))),
)


def columns(text: Stretches, prose: Prose, some: Pairs) -> Columns:
    """Return the signs of pairs by name."""
    out: Columns = {}
    named = capitals(text, prose, some)
    for part in (
        sizes(text, some),
        shared(text, some),
        edges(text, some),
        joint(text, some),
        held(text, some, named),
        said(text, prose, some),
        place(text, some),
    ):
        out |= {name: np.asarray(values, np.float64) for name, values in part}
    return out


def count(column: Column, first: Ints, last: Ints) -> Ints:
    """Return the sum of a column over stretches."""
    sums = np.zeros(len(column) + 1, np.int32)
    np.cumsum(column, out=sums[1:], dtype=np.int32)
    return (sums[last] - sums[first]).astype(np.int64)


def capitals(text: Stretches, prose: Prose, some: Pairs) -> Bools:
    """Return which words of some pairs are names: written with a capital inside a sentence."""
    covered = np.zeros(len(text.token) + 1, np.int64)
    for begin, end in ((some.a, some.b), (some.c, some.d)):
        np.add.at(covered, begin, 1)
        np.add.at(covered, end, -1)
    asked = np.flatnonzero((np.cumsum(covered)[:-1] > 0) & (text.shape > LIGHT) & (text.mark < NEXT))
    out = np.zeros(len(text.token), np.bool_)
    out[asked] = [prose.shown[n] != prose.words[n] for n in text.token[asked].tolist()]
    return out


def sizes(text: Stretches, some: Pairs) -> Iterator[tuple[str, Column]]:
    """Yield how long the stretches are, and how near one another in length."""
    one, two = some.b - some.a, some.d - some.c
    yield "even", some.short / some.long
    yield "equal", one == two
    yield "size", np.log(np.maximum(one, two))
    yield "growing", two > 1.25 * one
    yield "shrinking", one > 1.25 * two
    one, two = count(text.letters, some.a, some.b), count(text.letters, some.c, some.d)
    yield "letters even", np.minimum(one, two) / np.maximum(1, np.maximum(one, two))


def shared(text: Stretches, some: Pairs) -> Iterator[tuple[str, Column]]:
    """Yield what they share in the same order: words, shapes, small words; how far it is above chance; what is left to be filled."""
    a, b, c, d, long = some.a, some.b, some.c, some.d, some.long
    words, shapes = some.words, some.shapes
    size = long.astype(np.float64)
    small = text.shape <= LIGHT
    little = common(np.where(small, text.shape, 0), a, b, c, d)
    here, there = count(small, a, b), count(small, c, d)
    most = np.maximum(here, there)
    content = np.minimum(b - a - here, d - c - there)
    front = run(text.form, some, 8)
    yield "words", words / size
    yield "words of the shorter", words / some.short
    yield "no words", words == 0
    yield "shapes", shapes / size
    yield "shapes of the shorter", shapes / some.short
    yield "words over", np.clip((words / size - 0.15 + 0.3 / size) / (0.05 + 0.35 / size), 0, 6)
    yield "shapes over", np.maximum(0, (shapes / size - 0.29 - 2.6 / size**2) / (0.05 + 0.75 / size))
    yield "small", little / np.maximum(1, most)
    yield "no small", most == 0
    yield "slots", (shapes - words) / size
    yield "beyond words", (words - front) / np.maximum(1, long - front)
    yield "beyond shapes", (shapes - front) / np.maximum(1, long - front)
    yield "beyond none", words == front
    yield "same shapes", (shapes == long) & (b - a == d - c)
    yield "most shapes", (shapes >= long - 1) & (long >= 5)
    yield "one word other", (words == long - 1) & (b - a == d - c)
    yield "one content", content <= 1
    yield "two content", content == 2


def run(column: Ints, some: Pairs, most: int, back: bool = False) -> Ints:
    """Return how many values two stretches share at their beginning, or at their end."""
    on = np.ones(len(some), np.bool_)
    out = np.zeros(len(some), np.int64)
    for k in range(most):
        one, two = (some.b - 1 - k, some.d - 1 - k) if back else (some.a + k, some.c + k)
        on &= (column[np.minimum(one, len(column) - 1)] == column[np.minimum(two, len(column) - 1)]) & (
            k < some.short
        )
        out += on
    return out


def edges(text: Stretches, some: Pairs) -> Iterator[tuple[str, Column]]:
    """Yield how alike they open and close."""
    front, back = run(text.form, some, 3), run(text.form, some, 2, back=True)
    yield from ((f"opens {n}", front >= n) for n in (1, 2, 3))
    yield from ((f"closes {n}", back >= n) for n in (1, 2))
    yield "front", np.minimum(run(text.shape, some, 8), 6)
    yield "back", run(text.shape, some, 4, back=True)
    one, two = text.shape[some.a], text.shape[some.c]
    last, end = text.shape[some.b - 1], text.shape[some.d - 1]
    yield from ((f"open {name}", (one == CODE[name]) & (two == CODE[name])) for name in OPENERS)
    yield "open verb", among(one, VERBAL) & among(two, VERBAL)
    yield "open unlike", one != two
    yield "framed", (front > 0) & (back > 0)
    yield "close alike", last == end
    yield "close small", (last <= LIGHT) & (end <= LIGHT)


def joint(text: Stretches, some: Pairs) -> Iterator[tuple[str, Column]]:
    """Yield what stands between them."""
    mark, word = text.parted[some.at], text.joined[some.at]
    for code, name in MARKS.items():
        yield f"joint {name}", (mark == code) & (word == 0)
        if code in (COMMA, HALF, NEXT):
            yield f"joint {name} and", (mark == code) & (word > 0)
    yield from ((f"joint {name}", word == code) for code, name in JOINS.items())
    yield "joint bare", mark == 0


def held(text: Stretches, some: Pairs, named: Bools) -> Iterator[tuple[str, Column]]:
    """Yield what is in them: verbs, denials, numbers, names, pauses."""
    a, b, c, d = some.a, some.b, some.c, some.d
    for name, codes in HELD:
        column = among(text.shape, codes)
        one, two = count(column, a, b), count(column, c, d)
        yield f"{name} both", (one > 0) & (two > 0)
        yield f"{name} one", (one > 0) != (two > 0)
        yield f"{name} same", (one == two) & (one > 0)
    one, two = count(named, a, b), count(named, c, d)
    yield "names", (one + two) / (b - a + d - c)
    yield "names both", (one > 0) & (two > 0)
    pause = (text.mark > 0) & (text.mark < NEXT)
    one, two = count(pause, a + 1, b), count(pause, c + 1, d)
    yield "pauses same", one == two
    yield "pauses", np.minimum(one + two, 4)


def said(text: Stretches, prose: Prose, some: Pairs) -> Iterator[tuple[str, Column]]:
    """Yield by which word both open, whether they deny, and whether somebody's words are cut in them."""
    one, two = text.word[some.a], text.word[some.c]
    yield from ((f"first {word}", (one == code) & (two == code)) for word, code in WORDS.items())
    one, two = count(text.denial, some.a, some.b), count(text.denial, some.c, some.d)
    yield "denial one", (one > 0) != (two > 0)
    yield "denial both", (one > 0) & (two > 0)
    marks = np.array(prose.rows_of(QUOTES).tokens, np.int64)
    ends = text.token[some.a], text.token[some.b - 1], text.token[some.c], text.token[some.d - 1]
    at = [np.searchsorted(marks, end) for end in ends]
    yield "quotes", at[3] > at[0]
    yield "quotes between", at[2] > at[1]


def place(text: Stretches, some: Pairs) -> Iterator[tuple[str, Column]]:
    """Yield where they stand in the sentence, and what is around them."""
    first, last = text.first[text.head[some.at - 1]], text.last[text.tail[some.at]]
    one, two = text.sentence[some.a], text.sentence[some.c]
    begins, ends = first == some.a, last == some.d
    size = last - first
    after = text.mark[some.d]
    yield "apart", one != two
    yield "begins", begins
    yield "ends", ends
    yield "halves", begins & ends & (one == two)
    yield "sentences", begins & ends & (one != two)
    yield "piece", (text.mark[some.a] > 0) | (text.shape[np.maximum(some.a - 1, 0)] == CODE["and"])
    yield "after comma", after == COMMA
    yield "after and", ~ends & (after == 0)
    yield "share", np.where(one == two, np.minimum(1, (some.d - some.a) / np.maximum(1, size)), 1)
    yield "around size", np.log(np.maximum(1, size))
    for name, column in (
        ("numbers", text.shape == CODE["number"]),
        ("ours", np.isin(text.word, OURS)),
        ("modal", text.shape == CODE["modal"]),
        ("marks", (text.mark > 0) & (text.mark < NEXT)),
    ):
        yield f"around {name}", count(column, first, last) / np.maximum(1, size)
