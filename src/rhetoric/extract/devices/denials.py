"""Where a denial, or a choice, may put one thing aside for another: what is told of a correction before any word is read.

What is kept is never too little and at times too much; `correction` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from rhetoric.extract.devices.denialsigns import (
    BELOW,
    BESIDE,
    BUT,
    CLOSE,
    COMMA,
    DENIES,
    DO,
    ENDS_IS,
    FRAME,
    FRAMING,
    INSTEAD,
    IS,
    JOINT,
    LESS,
    NAMED,
    OF,
    ONLY,
    OTHER,
    PLAIN,
    RATHER,
    SAME,
    STOP,
    THAN,
    TURN,
    UNLIKE,
    WHO,
    WHOLE,
    Excerpt,
    judged,
)
from rhetoric.extract.devices.resumption import AGAIN, BEFORE
from rhetoric.extract.devices.traces import CHOICE, DENIAL, marked, traced
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools, ahead

EARLY = 6  # tokens from the beginning of a sentence to the denial that the next sentence may turn
LATE = 30  # tokens from that denial to the end of its sentence
LESS_BEFORE = 8  # tokens from a 'less' to its 'than'


def corrected(lines: Lines, reach: int) -> Bools:
    """Return the lines with a choice, or a denial that it or the next line may turn, and the next; `reach` as `Correction.near`."""
    denials = Denials.of(lines)
    turned = merely(denials) | replaced(denials, reach) | resumed(denials) | added(denials)
    turned &= denials.at + 2 < denials.end
    rows = denials.line[across(lines, denials)]
    return marked(lines, np.concatenate((denials.line[turned], rows, rows + 1, chosen(lines))))


@dataclass(frozen=True, eq=False)
class Denials:
    """The denials of the body.

    Parameters
    ----------
    text : Excerpt
        The lines that hold one, and those after them that may turn it.
    at : int array
        Each as a token of `text`.
    line : int array
        Its line.
    followed : bool array
        Whether the next line may turn it: it is the first of its own, early there, and the next goes on.
    """

    text: Excerpt
    at: Array
    line: Array
    followed: Bools

    @classmethod
    def of(cls, lines: Lines) -> Denials:
        """Return the denials of lines."""
        at, line = traced(lines, DENIAL)
        body = ~lines.heading[line]
        at, line = at[body], line[body]
        first, after = lines.first[line], np.minimum(line + 1, len(lines) - 1)
        followed = (np.diff(line, prepend=-1) > 0) & (lines.last[line] - at <= LATE)
        followed &= (at - first <= EARLY) | ~lines.corpus.tokens.is_word[first]  # marks are passed over
        followed &= (lines.run[after] == lines.run[line]) & ~lines.heading[after] & (after > line)
        held = marked(lines, np.append(line, after[followed]))
        text = Excerpt.of(lines, held)
        return cls(text, at - first + text.begin[line], line, followed)

    @cached_property
    def begin(self) -> Array:
        """The first token of the line of each."""
        return self.text.begin[self.line]

    @cached_property
    def end(self) -> Array:
        """The token after the line of each."""
        return self.text.end[self.line]


def merely(denials: Denials) -> Bools:
    """Return the denials that bear on an 'only' or 'just': those after which one stands before any mark or small word."""
    text = denials.text
    rows = np.minimum(denials.at[:, None] + np.arange(1, 5), text.nothing)
    only = text.has(rows, ONLY) & (rows < denials.end[:, None])
    breaks = ~text.is_word[rows] | text.has(rows, FRAMING)
    only &= np.cumsum(breaks, axis=1) <= breaks  # none before it
    out: Bools = np.logical_or.reduce(only, axis=1)
    return out


def replaced(denials: Denials, reach: int) -> Bools:
    """Return the denials whose first stop or 'but' is a 'but', within `reach`, and a word after it that may stand against a denied one."""
    text, at = denials.text, denials.at
    stops = np.flatnonzero(text.sign & (STOP | BUT) != 0)
    cut = np.append(stops, text.nothing)[np.searchsorted(stops, at + 2)]
    after = np.minimum(cut + 1, text.nothing)
    like = text.has(after, TURN | COMMA) | ~text.has(after, UNLIKE) | (text.form[after] == text.form[at + 1])
    out: Bools = like & text.has(cut, BUT) & (cut < np.minimum(at + 1 + reach, denials.end - 1))
    return out


def resumed(denials: Denials) -> Bools:
    """Return the denials after which a clause of the same line may say of the same subject what is so."""
    text, at = denials.text, denials.at
    cuts = np.flatnonzero(text.sign & (STOP | COMMA | BUT) != 0)
    cuts = cuts[~(text.has(cuts, COMMA) & text.has(cuts + 1, BUT))]
    final = np.append(np.flatnonzero(~text.has(cuts, COMMA)), len(cuts))  # a comma is passed over
    first = np.searchsorted(cuts, at + 2)
    last = np.searchsorted(cuts, np.minimum(at + AGAIN, denials.end - 2))
    last = np.minimum(last, final[np.searchsorted(final, first)] + 1)
    count = np.maximum(last - first, 0)
    which = np.repeat(np.arange(len(at)), count)
    cut = cuts[ahead(first, count)]
    joined = ~text.has(cut, CLOSE)
    which, cut = which[joined], cut[joined]
    out = np.zeros(len(at), np.bool_)
    before = np.append(-1, np.flatnonzero(text.sign & (STOP | COMMA) != 0))
    clause = np.maximum.reduce((denials.begin, at - BEFORE, before[np.searchsorted(before, at) - 1] + 1))
    told = same_said(text, (clause[which], at[which], cut), (cut + 1, denials.end[which]), text.sign[cut])
    out[which[told]] = True
    return out


def same_said(
    text: Excerpt, denial: tuple[Array, Array, Array], after: tuple[Array, Array], joint: Array
) -> Bools:
    """Return whether `resumption.same_said` may hold, by subjects and forms of 'be' alone; `joint` are the signs of the joints."""
    first, n, cut = denial
    heads = text.heads(*after, 10)
    told = (heads[:, 2] < text.nothing) & ~text.has(heads, DENIES).any(axis=1) & ~text.has(heads[:, 0], BELOW)
    (one, _), (two, being) = text.opening(first, cut), text.opening(*after)
    being = being & (text.has(n, IS) | (text.has(n, PLAIN) & text.has(n - 1, ENDS_IS)))
    same = (one == two) & SAME[two]
    nominal = NAMED[two] & OTHER[one] & (joint & BUT == 0) & being
    out: Bools = told & np.where(joint & COMMA > 0, same & being, same | nominal | (one == DO))
    return out


def added(denials: Denials) -> Bools:
    """Return each 'not' after a comma, a dash or 'and' before a word that may be denied by itself."""
    text, at = denials.text, denials.at
    out: Bools = (
        text.has(at, PLAIN) & text.has(at - 1, JOINT) & (at > denials.begin + 1) & ~text.has(at + 1, BESIDE)
    )
    return out


def across(lines: Lines, denials: Denials) -> Bools:
    """Return the denials that the next line may turn."""
    text = denials.text
    rows = np.flatnonzero(denials.followed)
    at, line, begin, end = (c[rows] for c in (denials.at, denials.line, denials.begin, denials.end))
    after = text.begin[line + 1], text.end[line + 1]
    opener, heads = text.heads(begin, end, 1)[:, 0], text.heads(*after, 3)
    subject = SAME[text.sign[heads[:, :2]] >> WHO]
    told = text.has(heads[:, 0], TURN) & text.has(heads[:, 0] + 1, COMMA)
    told |= text.has(heads[:, 0], WHOLE) & subject[:, 1]
    told |= merely(denials)[rows] & subject[:, 0]
    told |= same_said(text, (opener, at, end), after, np.full(len(rows), STOP))
    out = np.zeros(len(denials.at), np.bool_)
    out[rows] = told & (at - opener <= EARLY) & ~text.has(opener, BELOW) & (heads[:, 2] < text.nothing)
    return out


def chosen(lines: Lines) -> Array:
    """Return the lines with 'instead of', 'rather than', or 'less' not far before a 'than'."""
    tokens = lines.corpus.tokens
    at, line = traced(lines, CHOICE)
    rows = at[:, None] + np.arange(-LESS_BEFORE, 2)
    inside = (rows >= lines.first[line, None]) & (rows < lines.last[line, None])
    known = tokens.vocab.known("signs of a correction", judged)
    sign = np.where(inside, known[tokens.ids[np.where(inside, rows, 0)]], 0)
    before, here, after = sign[:, :-2], sign[:, -2], sign[:, -1]
    less = (before[:, :-1] & LESS > 0).any(axis=1) & (after & FRAME > 0)
    told = (here & THAN > 0) & (less | (before[:, -1] & RATHER > 0)) | (here & INSTEAD > 0) & (after & OF > 0)
    out: Array = line[told & ~lines.heading[line]]
    return out
