"""What pairs of stretches show: how long, how alike, how joined, and what is in them; one column a sign."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.alignment import common
from rhetoric.extract.devices.isocola import Pairs
from rhetoric.extract.devices.stretches import COLON, COMMA, DASH, HALF, NEXT, STOP, Stretches
from rhetoric.extract.devices.wordshapes import CODE, COARSE, LIGHT

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Columns = dict[str, Floats]
MARKS = {COMMA: ",", COLON: ":", DASH: "-", STOP: ")", HALF: ";", NEXT: "."}
WORDS = {1: "and", 2: "or", 3: "but", 4: "nor", 5: "while"}
FINITE = tuple(CODE[k] for k in ("be", "have", "do", "modal"))
CROSSED = (
    "words",
    "shapes",
    "beyond words",
    "beyond shapes",
    "small",
    "even",
    "size",
    "content",
    "names",
    "weight",
    "three words",
    "opens 1",
    "opens 2",
    "opens 3",
    "same shapes",
    "closes alike",
    "closes 1",
    "one content",
    "begins",
    "ends",
    "number both",
    "denial one",
)
OPENERS = (
    "not to of article own pointer amount subject asking relative if degree adverb be have modal number preposition base s ed ing "
    "adjective abstract plural noun"
).split()


def columns(text: Stretches, some: Pairs) -> Columns:
    """Return the signs of pairs by name."""
    out: Columns = {}
    for part in (
        sizes(some),
        shared(text, some),
        edges(text, some),
        joint(text, some),
        held(text, some),
        place(text, some),
        tone(text, some),
    ):
        out |= {name: np.asarray(values, np.float64) for name, values in part}
    one, two = text.sentence[some.a], text.sentence[some.c]
    apart = one != two
    clause = ~apart & (out["finite both"] > 0)
    for name in CROSSED:
        values = out[name]
        for kind, where in (("sentences", apart), ("clauses", clause), ("phrases", ~apart & ~clause)):
            out[f"{kind}: {name}"] = values * where
    out["is clause"] = clause.astype(np.float64)
    out["is sentences"] = apart.astype(np.float64)
    return out


def sizes(some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield how long the stretches are, and how near one another in length."""
    one, two = some.b - some.a, some.d - some.c
    short, long = np.minimum(one, two), np.maximum(one, two)
    yield "even", short / long
    yield "equal", one == two
    yield "size", np.log(long)
    yield "three words", short == 3
    yield "four words", short == 4
    yield "long", long > 14
    yield "growing", two > 1.25 * one
    yield "shrinking", one > 1.25 * two


def shared(text: Stretches, some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield what they share in the same order: words, shapes, small words, words of content."""
    a, b, c, d = some.a, some.b, some.c, some.d
    long, short = np.minimum(np.maximum(b - a, d - c), 32), np.minimum(np.minimum(b - a, d - c), 32)
    words, shapes = some.words, some.shapes
    small = text.shape <= LIGHT
    little = common(np.where(small, text.shape, 0), a, b, c, d)
    most = np.maximum(count(small, a, b), count(small, c, d))
    light = common(np.where(small, text.form + 1, 0), a, b, c, d)
    yield "words", words / long
    yield "words of the shorter", words / short
    yield "words three", np.minimum(words, 4)
    yield "no words", words == 0
    yield "shapes", shapes / long
    yield "shapes of the shorter", shapes / short
    yield "small", little / np.maximum(1, most)
    yield "no small", most == 0
    yield "light", light / np.maximum(1, most)
    yield "content", np.minimum(words - light, 4) / 2
    for least in (0.3, 0.45, 0.6, 0.75):
        yield f"words from {least}", words >= least * long
        yield f"shapes from {least}", shapes >= least * long
    yield "words and shapes", words * shapes / long**2
    front = run(text.form, some, 8)
    kinds = common(np.append(0, COARSE)[text.shape], a, b, c, d)
    yield "kinds", kinds / long
    yield "kinds of the shorter", kinds / short
    yield "kinds all", kinds == long
    size = long.astype(np.float64)
    yield "words over", np.minimum(6, (words / size - 0.15 + 0.3 / size) / (0.05 + 0.35 / size))
    yield "shapes over", (shapes / size - 0.29 - 2.6 / size**2) / (0.05 + 0.75 / size)
    yield "slots", np.minimum(4, shapes - words)
    yield "slots share", (shapes - words) / long
    yield "beyond words", (words - front) / np.maximum(1, long - front)
    yield "beyond shapes", (shapes - front) / np.maximum(1, long - front)
    yield "beyond none", words == front
    yield "same shapes", (shapes == long) & one_size(some)
    yield "same shapes long", (shapes == long) & one_size(some) & (long >= 5)
    yield "most shapes", (shapes >= long - 1) & (long >= 5)
    yield "identical", words == long
    inner = ~small
    here, there = count(inner, a, b), count(inner, c, d)
    yield "one content", np.minimum(here, there) <= 1
    yield "two content", np.minimum(here, there) == 2
    yield "content even", np.minimum(here, there) / np.maximum(1, np.maximum(here, there))
    yield "copied", words >= 0.9 * long
    yield "one word other", (words == long - 1) & (one_size(some))
    yield "two words other", (words == long - 2) & (one_size(some))


def one_size(some: Pairs) -> npt.NDArray[np.bool_]:
    """Return where both stretches have as many words."""
    return some.b - some.a == some.d - some.c


def count(column: npt.NDArray[np.bool_], first: Ints, last: Ints) -> Ints:
    """Return how many words of stretches have a quality."""
    sums = np.concatenate([[0], np.cumsum(column)])
    return sums[last] - sums[first]


def run(column: npt.NDArray[np.int32], some: Pairs, most: int, back: bool = False) -> Ints:
    """Return how many values two stretches share at their beginning, or at their end."""
    size = np.minimum(some.b - some.a, some.d - some.c)
    on = np.ones(len(some), np.bool_)
    out = np.zeros(len(some), np.int64)
    for k in range(most):
        one = column[some.b - 1 - k] if back else column[np.minimum(some.a + k, len(column) - 1)]
        two = column[some.d - 1 - k] if back else column[np.minimum(some.c + k, len(column) - 1)]
        on &= (one == two) & (k < size)
        out += on
    return out


def edges(text: Stretches, some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield how alike they open and close."""
    front, back = run(text.form, some, 5), run(text.form, some, 4, back=True)
    for n in (1, 2, 3):
        yield f"opens {n}", front >= n
        yield f"closes {n}", back >= n
    yield "front", np.minimum(run(text.shape, some, 8), 6)
    yield "back", run(text.shape, some, 4, back=True)
    one, two = text.shape[some.a], text.shape[some.c]
    last, end = text.shape[some.b - 1], text.shape[some.d - 1]
    yield "closes alike", last == end
    for name in OPENERS:
        yield f"open {name}", (one == CODE[name]) & (two == CODE[name])
    yield "open unlike", one != two
    for name in ("plural", "abstract", "noun", "adjective", "ed", "base", "ing"):
        yield f"close {name}", (last == CODE[name]) & (end == CODE[name])
    yield "close small", (last <= LIGHT) & (end <= LIGHT)


def joint(text: Stretches, some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield what stands between them."""
    mark, word = text.parted[some.at], text.joined[some.at]
    for code, name in MARKS.items():
        yield f"joint {name}", (mark == code) & (word == 0)
        if code in (COMMA, HALF, NEXT):
            yield f"joint {name} and", (mark == code) & (word > 0)
    for code, name in WORDS.items():
        yield f"joint {name}", word == code
    yield "joint bare", mark == 0


def held(text: Stretches, some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield what is in them: verbs, denials, numbers, pauses."""
    a, b, c, d = some.a, some.b, some.c, some.d
    for name, codes in (
        ("finite", FINITE),
        ("subject", (CODE["subject"],)),
        ("relative", (CODE["relative"],)),
        ("not", (CODE["not"],)),
        ("degree", (CODE["degree"],)),
        ("number", (CODE["number"],)),
        ("of", (CODE["of"],)),
        ("verb", tuple(CODE[k] for k in ("base", "s", "ed"))),
        ("own", (CODE["own"],)),
    ):
        column = np.isin(text.shape, codes)
        one, two = count(column, a, b), count(column, c, d)
        yield f"{name} both", (one > 0) & (two > 0)
        yield f"{name} one", (one > 0) != (two > 0)
        yield f"{name} same", (one == two) & (one > 0)
    names, titles = text.named, text.title
    size = (b - a) + (d - c)
    yield "names", (count(names, a, b) + count(names, c, d)) / size
    yield "names both", (count(names, a, b) > 0) & (count(names, c, d) > 0)
    yield "titles", (count(titles, a, b) + count(titles, c, d)) / size
    pause = (text.mark > 0) & (text.mark < NEXT)
    one, two = count(pause, a + 1, b), count(pause, c + 1, d)
    yield "pauses same", one == two
    yield "pauses", np.minimum(one + two, 4)


def place(text: Stretches, some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield where they stand in the sentence."""
    one, two = text.sentence[some.a], text.sentence[some.c]
    begins = text.first[text.head[some.at - 1]] == some.a
    ends = text.sentence[some.d] != two
    yield "begins", begins
    yield "ends", ends
    yield "halves", begins & ends & (one == two)
    yield (
        "sentences",
        begins
        & ends
        & (one != two)
        & (text.first[text.head[some.at]] == some.c)
        & (text.sentence[some.b] != one),
    )
    yield "piece", (text.mark[some.a] > 0) | (text.shape[some.a - 1] == CODE["and"])
    after = text.mark[np.minimum(some.d, len(text.mark) - 1)]
    yield "after comma", after == COMMA
    yield "after and", ~ends & (after == 0)
    whole = text.last[text.tail[some.at]] - text.first[text.head[some.at]]
    yield "share", np.where(one == two, np.minimum(1.0, (some.d - some.a) / np.maximum(1, whole)), 1.0)


def tone(text: Stretches, some: Pairs) -> Iterator[tuple[str, Floats]]:
    """Yield how the words weigh, sound and deny."""
    a, b, c, d = some.a, some.b, some.c, some.d
    sums = np.concatenate([[0.0], np.cumsum(np.where(text.shape > LIGHT, text.weight, 0))])
    inner = np.concatenate([[0], np.cumsum(text.shape > LIGHT)])
    one, two = (
        (sums[b] - sums[a]) / np.maximum(1, inner[b] - inner[a]),
        (sums[d] - sums[c]) / np.maximum(1, inner[d] - inner[c]),
    )
    yield "weight", (one + two) / 2
    yield "weight least", np.minimum(one, two)
    yield "weight last", (text.weight[b - 1] + text.weight[d - 1]) / 2
    yield "rhyme", (text.rhyme[b - 1] == text.rhyme[d - 1]) & (text.form[b - 1] != text.form[d - 1])
    one, two = count(text.denial, a, b), count(text.denial, c, d)
    yield "denial one", (one > 0) != (two > 0)
    yield "denial both", (one > 0) & (two > 0)
    long = np.concatenate([[0], np.cumsum(text.letters)])
    one, two = long[b] - long[a], long[d] - long[c]
    yield "letters even", np.minimum(one, two) / np.maximum(one, two)
