"""By what words and marks the few sentences are known that can hold a figure: these alone are read."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rhetoric.extract.devices.words import closed
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools
from rhetoric.model.tokens import folded_all

QUESTION, EXCLAMATION, NEGATOR = (1 << n for n in range(3))
NEGATORS = closed("not no nor")


def judged(types: tuple[str, ...]) -> Array:
    """Return for each type what it may be a trace of, as bits."""
    return np.fromiter(map(traces_of, folded_all(types)), np.uint8, len(types))


def traces_of(word: str) -> int:
    """Return what a folded word may be a trace of, as bits."""
    return (
        QUESTION * (word[:1] == "?")
        | EXCLAMATION * (word == "!")
        | NEGATOR * (word in NEGATORS or word.endswith("n't"))
    )


def traces(lines: Lines) -> Array:
    """Return what every token of the corpus may be a trace of, as bits."""
    tokens = lines.corpus.tokens
    return tokens.vocab.known("traces of figures", judged)[tokens.ids]


def holding(lines: Lines, bits: int) -> Bools:
    """Return the lines that hold a token which is some trace."""
    return marked(lines, lines.line_of_token[np.flatnonzero(traces(lines) & bits != 0)])


def followed(lines: Lines, reach: int, what: str, judge: Callable[[tuple[str, ...]], Array]) -> Bools:
    """Return the lines with a negator that a word of some kind follows within so many tokens."""
    tokens = lines.corpus.tokens
    kind = np.append(tokens.vocab.known(what, judge)[tokens.ids], np.zeros(reach, np.bool_))
    at = np.flatnonzero(traces(lines) & NEGATOR != 0)
    near_by = np.logical_or.reduce([kind[at + n] for n in range(1, reach + 1)])
    return marked(lines, lines.line_of_token[at[near_by]])


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


def doubled(lines: Lines, longest: int) -> Bools:
    """Return the lines in which up to so many words stand that are said again at once, be it over their ends; headings are passed over."""
    body = ~lines.heading[lines.line]
    form, line = lines.form[body], lines.line[body]
    found = np.zeros(len(lines), np.bool_)
    for size in range(1, longest + 1):
        span = len(form) - 2 * size + 1
        if span > 0:
            same = np.ones(span, np.bool_)
            for k in range(size):
                same &= form[k : k + span] == form[k + size : k + size + span]
            at = np.flatnonzero(same)
            for k in range(2 * size):
                found[line[at + k]] = True
    return lines.with_headings(found)
