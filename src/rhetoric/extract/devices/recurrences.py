"""Where words come back at the edges of neighbouring sentences and clauses: what figures of repetition are looked for in.

What is kept is never too little and often too much; the finders decide.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rhetoric.extract.devices.clauses import JOINING, PAUSES
from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.traces import marked
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, closed
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools
from rhetoric.model.tokens import folded_all

PAUSE, JOIN, LIGHT, LINK, COMMA, SMALLER, POINTING = (1 << n for n in range(7))
CLASSES = (
    (PAUSE, PAUSES),
    (JOIN, JOINING),
    (LIGHT, SMALL),
    (LINK, closed("and or")),
    (COMMA, closed(", ;")),
    (SMALLER, FUNCTION),
    (POINTING, DETERMINERS),
)
EDGES = {w: sum(bit for bit, some in CLASSES if w in some) for _, every in CLASSES for w in every}


def judged(types: tuple[str, ...]) -> Array:
    """Return for each type at what edge of a clause it may stand, as bits."""
    return np.fromiter((EDGES.get(w, 0) for w in folded_all(types)), np.uint8, len(types))


def edges(lines: Lines) -> Array:
    """Return at what edge of a clause every token of the corpus may stand, as bits."""
    tokens = lines.corpus.tokens
    return tokens.vocab.known("edges of clauses", judged)[tokens.ids]


def paused(lines: Lines, token: Array) -> Bools:
    """Return for each word whether a pause stands between it and the next word."""
    out = np.zeros(len(lines.word) + 1, np.bool_)  # the last for marks before the first word
    out[np.searchsorted(lines.word, np.flatnonzero(token & PAUSE != 0)) - 1] = True
    return out[:-1]


def closing(lines: Lines) -> Bools:
    """Return for each word whether it is the last one of its line."""
    out = np.zeros(len(lines.word), np.bool_)
    out[lines.begin[1:] - 1] = True
    return out


def shifted(values: Array, by: int) -> Array:
    """Return values moved on by one place or back by one, with 0 where there is none."""
    out = np.zeros_like(values)
    if by > 0:
        out[1:] = values[:-1]
    else:
        out[:-1] = values[1:]
    return out


def ended_alike(lines: Lines) -> Bools:
    """Return the lines that end with the same word as a neighbour, and those with neighbouring clauses that end with one."""
    token, form, line = edges(lines), lines.form, lines.line
    word = token[lines.word]
    body = np.flatnonzero(~lines.heading)
    last = lines.begin[body + 1] - 1
    same = (form[last[1:]] == form[last[:-1]]) & (lines.run[body[1:]] == lines.run[body[:-1]])
    same &= word[last[1:]] & LIGHT == 0
    end = closing(lines) | paused(lines, token) | (shifted(word, -1) & JOIN > 0)
    at = np.flatnonzero(end & (word & JOIN == 0))
    inner = (form[at[1:]] == form[at[:-1]]) & (line[at[1:]] == line[at[:-1]]) & (word[at[1:]] & LIGHT == 0)
    rows = np.concatenate((body[1:][same], body[:-1][same], line[at[1:][inner]]))
    return lines.with_headings(marked(lines, rows))


def taken_up(lines: Lines, longest: int) -> Bools:
    """Return the lines where up to so many words before a pause or at the end come again right after it."""
    token, form = edges(lines), lines.form
    word = token[lines.word]
    at = np.flatnonzero((closing(lines) | paused(lines, token)) & (word & LIGHT == 0))
    begin = at + 1
    rest = np.arange(len(at))
    while len(rest):  # past each 'and' and the like
        rest = rest[begin[rest] < len(form)]
        rest = rest[word[begin[rest]] & JOIN > 0]
        begin[rest] += 1
    found = np.zeros(len(at), np.bool_)
    for size in range(1, longest + 1):
        held = np.flatnonzero((at - size + 1 >= 0) & (begin + size <= len(form)))
        a, b = at[held], begin[held]
        found[held] |= (form[a] == form[b + size - 1]) & (form[a - size + 1] == form[b])
    rows = np.append(lines.line[at[found]], lines.line[begin[found]])
    return lines.with_headings(marked(lines, rows))


def opened_alike(lines: Lines) -> Bools:
    """Return the lines that open like their neighbours, and those with clauses that may open like one before."""
    token = edges(lines)
    word = token[lines.word]
    return lines.with_headings(rows_alike(lines, word) | clauses_alike(lines, word, paused(lines, token)))


def rows_alike(lines: Lines, word: Array) -> Bools:
    """Return the lines in a row that open with one word, where there are three or two of them share the next word too."""
    body = np.flatnonzero(~lines.heading)
    if not len(body):
        return np.zeros(len(lines), np.bool_)
    at, end = lines.begin[body], lines.begin[body + 1]
    at = at + ((word[at] & JOIN > 0) & (at + 1 < end))
    one, two = lines.form[at], np.where(at + 1 < end, shifted(lines.form, -1)[at], -1)
    same = np.append(False, (one[1:] == one[:-1]) & (lines.run[body[1:]] == lines.run[body[:-1]]))
    group = np.cumsum(~same) - 1
    rich = np.bincount(group, minlength=len(body)) > 2
    rich[group[1:][same[1:] & (two[1:] == two[:-1])]] = True
    return marked(lines, body[rich[group]])


def clauses_alike(lines: Lines, word: Array, pause: Bools) -> Bools:
    """Return the lines in which a clause opens with two words that stood there before, or two clauses with one word that did."""
    form, line, begin = lines.form, lines.line, lines.begin
    at = np.flatnonzero(shifted(pause, 1) | (shifted(word, 1) & JOIN > 0))
    place = at - begin[line[at]]
    at, place = at[place > 0], place[place > 0]
    order = np.argsort(
        -place, kind="stable"
    )  # those late in their lines first, so that each step back leaves some out
    at, place = at[order], place[order]
    pair = shifted(form, -1).astype(np.int64) << 32 | form
    of_one, of_two = form[at], pair[at]
    once, twice = np.zeros(len(at), np.bool_), np.zeros(len(at), np.bool_)
    sizes = np.searchsorted(-place, -np.arange(1, place.max(initial=0) + 1), "right")
    for back, size in enumerate(sizes.tolist(), 1):
        there = at[:size] - back
        once[:size] |= form[there] == of_one[:size]
        twice[:size] |= pair[there] == of_two[:size]
    twice &= ~closing(lines)[at]
    key, times = np.unique(line[at[once]].astype(np.int64) << 32 | of_one[once], return_counts=True)
    return marked(lines, np.append(line[at[twice]], key[times > 1] >> 32))


def brief(lines: Lines, most: int) -> Bools:
    """Return the lines with two clauses in a row of up to so many words that end with different words of content."""
    token, form, line = edges(lines), lines.form, lines.line
    word = token[lines.word]
    end = closing(lines) | paused(lines, token) | (shifted(word, -1) & JOIN > 0)
    at = np.flatnonzero(end & (word & JOIN == 0))
    counted = np.cumsum(word & JOIN == 0)
    before = np.append(-1, at[:-1])
    first = lines.begin[line[at]] - 1  # the last word of the line before
    size = counted[at] - np.append(counted, 0)[np.maximum(before, first)]
    short = (size <= most) & (word[at] & LIGHT == 0)
    found = short[1:] & short[:-1] & (line[at[1:]] == line[at[:-1]]) & (form[at[1:]] != form[at[:-1]])
    return marked(lines, line[at[1:][found]])


def coordinated(lines: Lines, fits: Callable[[str, str], bool]) -> Bools:
    """Return the lines with two words of content about an 'and' or 'or' of which something is so."""
    token, form = edges(lines), lines.form
    word = token[lines.word]
    beside = np.diff(lines.word) == 1
    at = 1 + np.flatnonzero((word[1:-1] & LINK > 0) & (word[:-2] & LIGHT == 0) & (word[2:] & LIGHT == 0))
    at = at[beside[at - 1] & beside[at] & (lines.line[at - 1] == lines.line[at + 1])]
    forms = lines.corpus.tokens.vocab.folding[0]
    pairs = zip(at.tolist(), form[at - 1].tolist(), form[at + 1].tolist(), strict=True)
    rows = np.array([n for n, a, b in pairs if fits(forms[a], forms[b])], np.int64)
    return marked(lines, lines.line[rows])


def chained(lines: Lines, longest: int) -> Bools:
    """Return the lines with the same conjunction twice and up to so many words between."""
    token, form, line = edges(lines), lines.form, lines.line
    at = np.flatnonzero(token[lines.word] & LINK != 0)
    one, two = at[:-1], at[1:]
    marks = np.append(np.diff(lines.word) > 1, True)  # a mark after a conjunction is what joins
    near = (two - one <= longest + 1) & (line[one] == line[two])
    return marked(lines, line[one[near & ((form[one] == form[two]) | (marks[one] & marks[two]))]])


def rowed(lines: Lines) -> Bools:
    """Return the lines with two pieces in a row that open alike, or a single word, between commas."""
    token, form, line = edges(lines), lines.form, lines.line
    word = token[lines.word]
    link = word & LINK > 0
    fresh = np.append(True, np.diff(lines.word) > 1)[: len(form)] | shifted(link, 1)
    fresh[lines.begin[:-1]] = True
    at = np.flatnonzero(fresh & ~link)
    before = (token[lines.word[at] - 1] & COMMA > 0) & ~shifted(link, 1)[at]
    one, two = at[:-1], at[1:]
    alike = (form[one] == form[two]) & (word[one] & POINTING == 0)
    single = before[:-1] & (two - one == 1) & (word[one] & SMALLER == 0)
    near = before[1:] & (line[one] == line[two]) & (alike | single)
    return marked(lines, line[one[near]])
