"""The signs of rows of pairs: the mean of what the pairs show, how much of it there is in steps, and for clauses, phrases and sentences apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from rhetoric.extract.devices.parallelsigns import Column, Columns
from rhetoric.extract.devices.stretches import Ints

STEPS = (
    ("words over", (1, 2, 3, 4, 5)),
    ("shapes over", (0.7, 1.4, 2.1, 2.8)),
    ("beyond shapes", (0.3, 0.5, 0.7)),
    ("beyond words", (0.1, 0.25, 0.4, 0.6)),
    ("even", (0.65, 0.8, 0.95)),
    ("letters even", (0.7, 0.85)),
    ("share", (0.3, 0.6, 0.9)),
)
SIZES = ((0, 3.5), (3.5, 4.5), (4.5, 5.5), (5.5, 7.5), (7.5, 10.5), (10.5, 15.5), (15.5, 99))
CROSSED = (
    *(f"open {k}" for k in "base ing s ed subject article own preposition to if relative asking not verb".split()),
    *("names both", "number both", "begins", "ends", "halves", "same shapes", "after comma", "opens 1", "opens 2"),
    *("joint ,", "joint ;", "joint and", "close alike", "closes 1", "framed"),
)  # fmt: skip
CROSSED_STEPS = (("words over", (1, 2, 3, 4)), ("shapes over", (0.7, 1.4, 2.1)))


def of_rows(shown: Columns, rows: Sequence[Sequence[int]]) -> Columns:
    """Return the signs of rows by name; `shown` are those of the pairs, `rows` the pairs of each row."""
    flat = np.fromiter((k for row in rows for k in row), np.int64)
    count = np.fromiter(map(len, rows), np.int64, len(rows))
    starts = np.cumsum(count) - count
    means: Columns = {name: np.add.reduceat(values[flat], starts) / count for name, values in shown.items()}
    more = {name: np.asarray(values, np.float64) for name, values in stepped(means, count)}
    return means | more


def stepped(means: Columns, count: Ints) -> Iterator[tuple[str, Column]]:
    """Yield what is told apart in steps and by kind."""
    size = np.exp(means["size"])
    yield from ((f"size to {high}", (size > low) & (size <= high)) for low, high in SIZES)
    for name, steps in STEPS:
        yield from ((f"{name} from {step}", means[name] >= step) for step in steps)
    apart = means["apart"] > 0.5
    clause = ~apart & (means["finite both"] > 0.5)
    several = count > 1
    yield "members 3", count == 2
    yield "members 4", count > 2
    kinds = {
        "sentences": apart,
        "clauses": clause,
        "phrases": ~apart & ~clause,
        "two": ~several,
        "several": several,
    }
    for kind, where in kinds.items():
        yield f"is {kind}", where
        yield from ((f"{kind}: {name}", where & (means[name] > 0.5)) for name in CROSSED)
        for name, steps in CROSSED_STEPS:
            yield from ((f"{kind}: {name} from {step}", where & (means[name] >= step)) for step in steps)
    for kind, where in (("sentences", apart), ("clauses", clause), ("phrases", ~apart & ~clause)):
        yield f"{kind} several", where & several
        yield f"{kind}: size", where * means["size"]
    yield "words and shapes over", means["words over"] * means["shapes over"] / 4
    yield "even shapes over", means["even"] * means["shapes over"]
