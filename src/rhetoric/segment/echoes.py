"""Headings that were taken from the body."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.segment.sequence import WordRow

FEWEST = 4  # words of a heading that is looked for at all
LOOSE = 6  # from so many words on, small changes are allowed
ALIKE = 0.8  # share of the words that must come again in order
SPARE = 2  # words that the body may hold in between
TRIES = 25  # places of the body that are compared word by word
MOST = 150  # words of a heading; longer ones are no headings


def echo(heading: WordRow, body: WordRow, *, whole: bool = True) -> list[tuple[int, int, int, int]]:
    """Return the repeat that a heading is, if the body holds its words in one run, and where that is.

    Parameters
    ----------
    heading, body : WordRow
    whole : bool
        Whether a heading of four and five words counts.
    """
    n = len(heading.words)
    if not (FEWEST if whole else LOOSE) <= n <= MOST or not len(body.words):
        return []
    wide = n + SPARE
    mine = heading.words.tolist()
    for start in likely(heading, body, wide):
        theirs = body.words[start : start + 2 * wide].tolist()
        matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
        matches = [m for m in matcher.get_matching_blocks() if m.size]
        same = sum(m.size for m in matches)
        if same < (n if n < LOOSE else ALIKE * n):
            continue
        first, last = start + matches[0].b, start + matches[-1].b + matches[-1].size
        if last - first <= wide and body.block[first] == body.block[last - 1]:
            return [(*heading.span(0, n), *body.span(first, last))]
    return []


def likely(heading: WordRow, body: WordRow, wide: int) -> list[int]:
    """Return where the body may hold a heading's words: the places that share its rarest words first.

    Parameters
    ----------
    heading, body : WordRow
    wide : int
        How many words of the body are looked at in each place.
    """
    held = np.isin(body.words, heading.words)
    _, kind, count = np.unique(body.words[held], return_inverse=True, return_counts=True)
    rarity = np.zeros(len(held))
    rarity[held] = 1 / count[kind]
    near = np.flatnonzero(moving(held, wide) >= ALIKE * len(heading.words))
    if not len(near):
        return []
    group = near // wide
    first = np.flatnonzero(np.append(True, np.diff(group) > 0))
    shared = np.maximum.reduceat(moving(rarity, wide)[near], first)
    best = np.argsort(-shared, kind="stable")[:TRIES]
    return [int(n) for n in near[first[best]]]


def moving(values: npt.NDArray[Any], wide: int) -> npt.NDArray[Any]:
    """Return the sum of each value and those that follow it, so many in all."""
    sums = np.concatenate([[0], np.cumsum(values)])
    at = np.arange(len(values))
    total: npt.NDArray[Any] = sums[np.minimum(at + wide, len(values))] - sums[at]
    return total
