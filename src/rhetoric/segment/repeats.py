"""Passages that one text prints twice: a repeated quotation, a pull quote, a crosshead taken from the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from rhetoric.model.document import Mark
from rhetoric.model.tokens import fold

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SEED = 5  # words in a row that must agree before anything is compared
LEAST = 8  # words that a repeated run must have in quoted words
PLAIN = 20  # and elsewhere, because formulas of eight words recur in honest prose
ALIKE = 0.8  # share of a heading's or sentence's words that must come again in order
HEADINGS = {"headline", "standfirst", "crosshead"}
Words = list[tuple[str, int, int]]
Span = tuple[int, int]


def repeats(text: str, blocks: Sequence[Mark]) -> list[tuple[int, int, int, int]]:
    """Return what is printed twice: start and end of the repeat, start and end of what counts.

    Parameters
    ----------
    text : str
    blocks : sequence of Mark
        The blocks that count, in order.

    Notes
    -----
    In the body, a run of at least eight quoted or twenty other words that came before, small edits allowed, is a repeat
    of the first. A heading is a repeat where all its words, or four fifths of six and more, stand in one run in the body.
    """
    body = [words_of(text, b) for b in blocks if b.kind not in HEADINGS]
    out = [
        r
        for r in (echo(words_of(text, b), body) for b in blocks if b.kind in {"standfirst", "crosshead"})
        if r
    ]
    return sorted(out + within(text, blocks))


def words_of(text: str, block: Mark) -> Words:
    """Return the words of a block, folded, with their places."""
    return [(fold(m[0]), m.start(), m.end()) for m in WORD.finditer(text, block.start, block.end)]


def echo(heading: Words, body: Sequence[Words]) -> tuple[int, int, int, int] | None:
    """Return the repeat that a heading is, if the body holds its words in one run."""
    n = len(heading)
    if n < 4:
        return None
    mine = [w for w, _, _ in heading]
    for words in body:
        theirs = [w for w, _, _ in words]
        if len(set(mine) & set(theirs)) < ALIKE * len(set(mine)):
            continue
        blocks = [
            b for b in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if b.size
        ]
        same = sum(b.size for b in blocks)
        first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
        compact = last - first <= n + 2
        if compact and (same == n or (n >= 6 and same >= ALIKE * n)):
            return heading[0][1], heading[-1][2], words[first][1], words[last - 1][2]
    return None


def within(text: str, blocks: Sequence[Mark]) -> list[tuple[int, int, int, int]]:
    """Return the runs of the body that came before in it."""
    kept = [b for b in blocks if b.kind not in HEADINGS]
    body = [words_of(text, b) for b in kept]
    words = [w for block in body for w in block]
    block_of = [n for n, block in enumerate(body) for _ in block]
    forms = [w for w, _, _ in words]
    seen: dict[tuple[str, ...], int] = {}
    out: list[tuple[int, int, int, int]] = []
    at, since = 0, 0
    while at + SEED <= len(forms):
        key = tuple(forms[at : at + SEED])
        first = seen.get(key)
        if first is not None and first + SEED <= at:
            b, e = extended(forms, block_of, first, at, since)
            length = e[1] - b[1]
            if length >= PLAIN or (length >= LEAST and quoted(text, kept[block_of[at]], words[b[1]][1])):
                out.append((words[b[1]][1], words[e[1] - 1][2], words[b[0]][1], words[e[0] - 1][2]))
                for k in range(at, min(e[1], len(forms) - SEED + 1)):
                    seen.setdefault(tuple(forms[k : k + SEED]), k)
                at = since = e[1]
                continue
        seen.setdefault(key, at)
        at += 1
    return out


def quoted(text: str, block: Mark, start: int) -> bool:
    """Return whether a quotation mark stands in a block before a place."""
    return any(mark in text[block.start : start] for mark in '"“')


def extended(
    forms: Sequence[str], block_of: Sequence[int], first: int, again: int, since: int
) -> tuple[Span, Span]:
    """Return where two runs that agree begin and end, stepping over one changed word at a time."""
    a, b = first, again
    while a > 0 and b > since and block_of[a - 1] == block_of[first] and block_of[b - 1] == block_of[again]:
        if forms[a - 1] == forms[b - 1]:
            a, b = a - 1, b - 1
        elif a > 1 and b > since + 1 and forms[a - 2] == forms[b - 2] and block_of[b - 2] == block_of[again]:
            a, b = a - 2, b - 2
        else:
            break
    c, d = first + SEED, again + SEED
    while c < again and d < len(forms) and block_of[d] == block_of[again] and block_of[c] == block_of[first]:
        if forms[c] == forms[d]:
            c, d = c + 1, d + 1
        elif (
            c + 1 < again
            and d + 1 < len(forms)
            and forms[c + 1] == forms[d + 1]
            and block_of[d + 1] == block_of[again]
        ):
            c, d = c + 2, d + 2
        else:
            break
    return (a, b), (c, d)
