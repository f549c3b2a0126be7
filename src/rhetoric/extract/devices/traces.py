"""By what words and marks the few sentences are known that can hold a figure: these alone are read."""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat

import numpy as np

from rhetoric.extract.devices.words import closed
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Rows
from rhetoric.model.columns import Array, Bools
from rhetoric.model.tokens import folded_all

QUESTION, EXCLAMATION, NEGATOR, DENIAL, CHOICE = (1 << n for n in range(5))
NEGATORS = closed("not no nor")
ASIDE = closed("not never cannot")
CHOOSING = closed("than instead")


def judged(types: tuple[str, ...]) -> Array:
    """Return for each type what it may be a trace of, as bits."""
    words = folded_all(types)
    trace = np.fromiter(map(TRACES.get, words, repeat(0)), np.uint8, len(words))
    for n, word in enumerate(words):
        if word[:1] == "?" or word.endswith("n't"):
            trace[n] = traces_of(word)
    return trace


def traces_of(word: str) -> int:
    """Return what a folded word may be a trace of, as bits."""
    return (
        QUESTION * (word[:1] == "?")
        | EXCLAMATION * (word == "!")
        | NEGATOR * (word in NEGATORS or word.endswith("n't"))
        | DENIAL * (word in ASIDE or word.endswith("n't"))
        | CHOICE * (word in CHOOSING)
    )


TRACES = {w: traces_of(w) for w in ("!", *NEGATORS, *ASIDE, *CHOOSING)}


def tracing(prose: Prose, bits: int) -> Rows:
    """Return the tokens of prose that are some trace."""
    return Rows(np.flatnonzero(prose.judged("traces of figures", judged) & bits != 0).tolist())


def traced(lines: Lines, bits: int) -> tuple[Array, Array]:
    """Return the tokens of lines that are some trace, and the line of each."""
    at, line, trace = lines.told("traces of figures", judged)
    some = trace & bits != 0
    return at[some], line[some]


def holding(lines: Lines, bits: int) -> Bools:
    """Return the lines that hold a token which is some trace."""
    return marked(lines, traced(lines, bits)[1])


def followed(lines: Lines, reach: int, what: str, judge: Callable[[tuple[str, ...]], Array]) -> Bools:
    """Return the lines with a negator that a word of some kind follows within so many tokens."""
    tokens = lines.corpus.tokens
    kind = tokens.vocab.known(what, judge)
    at, line = traced(lines, NEGATOR)
    rows = at[:, None] + np.arange(1, reach + 1)
    near_by = kind[tokens.ids[np.minimum(rows, len(tokens) - 1)]] & (rows < len(tokens))
    return marked(lines, line[near_by.any(axis=1)])


def marked(lines: Lines, rows: Array) -> Bools:
    """Return a mask of lines from their numbers; those below 0 are none."""
    out = np.zeros(len(lines), np.bool_)
    out[rows[rows >= 0]] = True
    return out


def near(kept: Bools, before: int, after: int) -> Bools:
    """Return lines with so many before and after each."""
    out = kept.copy()
    for n in range(1, before + 1):
        out[:-n] |= kept[n:]
    for n in range(1, after + 1):
        out[n:] |= kept[:-n]
    return out
