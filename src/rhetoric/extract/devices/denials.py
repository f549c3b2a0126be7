"""Where a denial, or a choice, may put one thing aside for another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rhetoric.extract.devices.members import NOMINAL, SPLIT, STOPS, SUBJECTS, split
from rhetoric.extract.devices.traces import marked
from rhetoric.extract.devices.words import CONJUNCTIONS, DASHES, closed
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools
from rhetoric.model.tokens import folded_all

MERELY = closed("just only merely simply solely purely exclusively")
ASIDE = closed("not never cannot")
TURNS = closed("rather instead")
EARLY = 6  # tokens from the beginning of a sentence to the denial that the next sentence may turn
AGAIN = 32  # tokens from a denial to the clause that says of the same subject what is so
DENIAL, ONLY, BUT, PLAIN, DO, SUBJECT, TURN, JOIN, STOP, JOINT, THAN, CHOICE, OF = (1 << n for n in range(13))
CLASSES = (
    (DENIAL, ASIDE),
    (ONLY, MERELY),
    (BUT, closed("but")),
    (PLAIN, closed("not")),
    (DO, closed("do don't")),
    (TURN, TURNS | closed("all what")),
    (JOIN, CONJUNCTIONS),
    (STOP, STOPS),
    (JOINT, DASHES | closed(", and")),
    (THAN, closed("than instead")),
    (CHOICE, closed("rather less")),
    (OF, closed("of")),
    (SUBJECT, frozenset(w for w in SUBJECTS | NOMINAL | set(SPLIT) if split(w)[0] in SUBJECTS | NOMINAL)),
)
SIGNS = {w: sum(bit for bit, some in CLASSES if w in some) for _, every in CLASSES for w in every}


def judged(types: tuple[str, ...]) -> Array:
    """Return for each type what it may do in a correction, as bits."""
    told = (SIGNS.get(w, 0) | DENIAL * w.endswith("n't") for w in folded_all(types))
    return np.fromiter(told, np.uint16, len(types))


def corrected(lines: Lines, near: int) -> Bools:
    """Return the lines with a choice, or a denial that it or the next line may turn, and the next; `near` as in `Correction`."""
    tokens, word = lines.corpus.tokens, lines.word
    token = tokens.vocab.known("signs of a correction", judged)[tokens.ids]
    found = Signs(lines, token, token[word])
    at = np.flatnonzero(found.word & DENIAL != 0)
    line = lines.line[at]
    turned = found.within(at, ONLY, 1, 4) | found.within(at, BUT, 1, near) | resumed(found, at)
    turned |= (found.word[at] & PLAIN > 0) & (token[word[at] - 1] & JOINT > 0)
    after = np.minimum(line + 1, len(lines) - 1)
    opening, following = lines.begin[line], lines.begin[after]
    across = found.within(following, SUBJECT | TURN, 0, 2) | found.within(opening, DO, 0, 2)
    across &= at - opening <= EARLY
    return marked(lines, np.concatenate((line[turned], line[across], after[across], chosen(found))))


class Signs(NamedTuple):
    """Lines with what tokens and words may do in a correction, as bits."""

    lines: Lines
    token: Array
    word: Array

    def within(self, at: Array, bits: int, first: int, last: int) -> Bools:
        """Return for some words whether a word that is some sign stands so many words after, in the same line."""
        line, out = self.lines.line, np.zeros(len(at), np.bool_)
        for lag in range(first, last + 1):
            there = np.clip(at + lag, 0, len(line) - 1)
            out |= (self.word[there] & bits > 0) & (line[there] == line[at])
        return out


def resumed(found: Signs, at: Array) -> Bools:
    """Return for some denials whether a clause that opens with a subject, or any after 'do', comes soon after."""
    lines, size = found.lines, len(found.word)
    fresh = np.append(True, np.diff(lines.word) > 1)[:size]
    fresh[1:] |= found.word[:-1] & JOIN > 0
    heads = np.flatnonzero(fresh & (found.word & SUBJECT > 0))
    coming = np.append(heads, size + AGAIN + 9)[np.searchsorted(heads, at + 1)]
    told = (coming <= at + AGAIN + 4) & (lines.line[np.minimum(coming, size - 1)] == lines.line[at])
    stops = np.flatnonzero(found.token & (STOP | BUT) != 0)
    row = lines.word[at]
    stop = np.append(stops, 1 << 40)[np.searchsorted(stops, row + 2)]
    parted = (stop < row + AGAIN) & (stop < lines.last[lines.line[at]] - 2)
    out: Bools = told | (parted & found.within(at, DO, -13, 0))
    return out


def chosen(found: Signs) -> Array:
    """Return the lines with 'instead of', 'rather than', or 'less' not far before 'than'."""
    at = np.flatnonzero(found.word & THAN != 0)
    kept = found.within(at, OF, 1, 1) | found.within(at, CHOICE, -9, -1)
    rows: Array = found.lines.line[at[kept]]
    return rows
