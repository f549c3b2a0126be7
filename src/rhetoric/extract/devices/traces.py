"""By what words and marks the few sentences are known that can hold a figure: these alone are read."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rhetoric.extract.devices.words import DASHES, closed
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools
from rhetoric.model.tokens import folded_all

QUESTION, EXCLAMATION, DENIAL, THAN, NEGATOR, PAUSE, LINK = (1 << n for n in range(7))
PAUSES = DASHES | closed(", ; : . ! ? but")
LINKS = closed("and")
ASIDE = closed("not never cannot")
NEGATORS = closed("not no nor")
THANS = closed("than instead")


def judged(types: tuple[str, ...]) -> Array:
    """Return for each type what it may be a trace of, as bits."""
    return np.fromiter(map(traces_of, folded_all(types)), np.uint8, len(types))


def traces_of(word: str) -> int:
    """Return what a folded word may be a trace of, as bits."""
    short = word.endswith("n't")
    return (
        QUESTION * (word[:1] == "?")
        | EXCLAMATION * (word == "!")
        | DENIAL * (short or word in ASIDE)
        | THAN * (word in THANS)
        | NEGATOR * (short or word in NEGATORS)
        | PAUSE * (word in PAUSES)
        | LINK * (word in LINKS)
    )


def traces(lines: Lines) -> Array:
    """Return what every token of the corpus may be a trace of, as bits."""
    tokens = lines.corpus.tokens
    return tokens.vocab.known("traces of figures", judged)[tokens.ids]


def holding(lines: Lines, bits: int) -> Bools:
    """Return the lines that hold a token which is some trace."""
    return marked(lines, lines.line_of_token[np.flatnonzero(traces(lines) & bits)])


def turning(lines: Lines, early: int) -> Bools:
    """Return the lines that hold a denial and a pause after it or just before it, and those whose denial stands early, with the next."""
    found = traces(lines)
    denials = np.flatnonzero((found & DENIAL > 0) & (lines.line_of_token >= 0))
    line = lines.line_of_token[denials]
    pauses = np.flatnonzero(found & PAUSE)
    last = np.append(-1, pauses)[np.searchsorted(pauses, lines.last)]  # of each line, or of one before it
    paused = (last[line] > denials) | (found[denials - 1] & (PAUSE | LINK) > 0)
    soon = denials - lines.word[lines.begin[:-1]][line] <= early
    return marked(lines, line[paused]) | near(marked(lines, line[soon]), 0, 1)


def followed(lines: Lines, reach: int, what: str, judge: Callable[[tuple[str, ...]], Array]) -> Bools:
    """Return the lines with a negator that a word of some kind follows within so many tokens."""
    tokens = lines.corpus.tokens
    kind = np.append(tokens.vocab.known(what, judge)[tokens.ids], np.zeros(reach, np.bool_))
    at = np.flatnonzero(traces(lines) & NEGATOR)
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
    """Return the lines in which up to so many words stand that are said again at once, be it over their ends."""
    form, line = lines.form, lines.line
    found = np.zeros(len(lines), np.bool_)
    for size in range(1, longest + 1):
        span = len(form) - 2 * size + 1
        if span > 0:
            same = np.ones(span, np.bool_)
            for k in range(size):
                same &= form[k : k + span] == form[k + size : k + size + span]
            at = np.flatnonzero(same)
            found[line[at]] = found[line[at + 2 * size - 1]] = True
    return found
