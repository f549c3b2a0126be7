"""Runs of words that the body of a text prints a second time."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rhetoric.segment.sequence import Span, WordRow

SEED = 5  # words in a row that must agree before anything is compared
LEAST = 8  # words that a repeated run must have in quotation marks
PLAIN = 20  # and elsewhere
COVER = 0.7  # share of its sentence that a short run must fill
EDIT = 2  # words that an edit may replace, add or leave out
AGREE = 3  # words that must agree after an edit; after one word put for another, one fewer
MATCHED = 4  # words that must agree for each word edited
REACH = 5_000  # characters looked back for the mark that opens a quotation
NEAR = 400  # characters looked at on both sides for the ends of a sentence
FACTOR = np.uint64(0x9E3779B97F4A7C15)
BOUND = re.compile(r"[.!?…][\"”’')\]]*(?=\s|$)|[“”\"]|\n")
WORD = re.compile(r"\S*[^\W_]\S*")


def runs(body: WordRow) -> list[tuple[int, int, int, int]]:
    """Return every run that came before in the body: where it stands, and where the first stands."""
    twice, earlier = recurring(body)
    if not len(twice):
        return []
    words, block = body.words.tolist(), body.block.tolist()
    out: list[tuple[int, int, int, int]] = []
    since = 0
    for again, first in zip(twice.tolist(), earlier.tolist(), strict=True):
        if (
            again < since
            or first + SEED > again
            or words[first : first + SEED] != words[again : again + SEED]
        ):
            continue
        b, a = extended(words, block, again, first, since)
        length = b[1] - b[0]
        if length < LEAST:
            continue
        here, there = body.span(*b), body.span(*a)
        if length >= PLAIN or (
            any(quoted(body.text, s) for s in (here, there)) and covers(body.text, here, there)
        ):
            out.append((*here, *there))
            since = b[1]
    return out


def recurring(body: WordRow) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the places where `SEED` words of one block stand that stood before, and the first place of each.

    Notes
    -----
    Words are compared by a 64-bit hash of each window, sorted: time is n log n.
    """
    n = len(body.words) - SEED + 1
    if n < 2:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    values = body.words.astype(np.uint64)
    key = np.zeros(n, np.uint64)
    for k in range(SEED):
        key = (key ^ (key >> np.uint64(29))) * FACTOR + values[k : k + n]
    within = np.flatnonzero(body.block[:n] == body.block[SEED - 1 :])
    order = within[np.argsort(key[within], kind="stable")]
    same = np.append(False, np.diff(key[order]) == 0)[: len(order)]
    head = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
    twice, earlier = order[same], order[head[same]]
    in_order = np.argsort(twice)
    return twice[in_order], earlier[in_order]


def extended(
    words: Sequence[int], block: Sequence[int], again: int, first: int, since: int
) -> tuple[Span, Span]:
    """Return the two runs that agree around a seed, each within its block; small edits do not end them.

    Parameters
    ----------
    words, block : sequences of int
    again, first : int
        Where the seed stands the second and the first time.
    since : int
        The second run does not reach back beyond it.
    """
    low_b, low_a = max(since, first + SEED), 0
    b, a, matched, edited = again, first, SEED, 0
    while True:
        step = agreeing(words, block, (b - 1, a - 1), -1, (low_b, low_a), matched, edited)
        if step is None:
            break
        b, a, matched, edited = b - step[0], a - step[1], matched + step[2], edited + step[3]
    d, c = again + SEED, first + SEED
    while True:
        step = agreeing(words, block, (d, c), 1, (len(words) - 1, b - 1), matched, edited)
        if step is None:
            break
        d, c, matched, edited = d + step[0], c + step[1], matched + step[2], edited + step[3]
    return (b, d), (a, c)


def agreeing(
    words: Sequence[int],
    block: Sequence[int],
    at: Span,
    way: int,
    limit: Span,
    matched: int,
    edited: int,
) -> tuple[int, int, int, int] | None:
    """Return one step along both runs: words passed in each, words that agree, words edited; `None` at the end."""

    def same(x: int, y: int) -> bool:
        inside = way * x <= way * limit[0] and way * y <= way * limit[1]
        return (
            inside
            and words[x] == words[y]
            and block[x] == block[at[0] - way]
            and block[y] == block[at[1] - way]
        )

    if same(*at):
        return 1, 1, 1, 0
    for size in range(1, EDIT + 1):
        if matched < MATCHED * (edited + size):
            return None
        for skip in ((size, size), (size, 0), (0, size), (size, size - 1), (size - 1, size)):
            x, y = at[0] + way * skip[0], at[1] + way * skip[1]
            agree = AGREE - (skip == (1, 1))
            if max(skip) == size and all(same(x + way * k, y + way * k) for k in range(agree)):
                return skip[0] + agree, skip[1] + agree, agree, size
    return None


def quoted(text: str, span: Span) -> bool:
    """Return whether a span stands in double quotation marks that open in its paragraph."""
    before = text[start_of_line(text, span[0]) : span[0]]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def covers(text: str, *spans: Span) -> bool:
    """Return whether one of some spans fills most of the words between the marks around it."""
    for start, end in spans:
        line = max(start_of_line(text, start), start - NEAR)
        begin = max((m.end() for m in BOUND.finditer(text, line, start)), default=line)
        stop = BOUND.search(text, end, end + NEAR)
        close = stop.start() if stop else min(len(text), end + NEAR)
        words = sum(1 for _ in WORD.finditer(text, begin, close))
        if sum(1 for _ in WORD.finditer(text, start, end)) >= COVER * words:
            return True
    return False


def start_of_line(text: str, place: int) -> int:
    """Return where the line of a place begins, or a place not too far before."""
    far = max(0, place - REACH)
    return max(text.rfind("\n", far, place) + 1, far)
