"""Where words are said again at once, for epizeuxis to be looked for there alone."""

from __future__ import annotations

import numpy as np

from rhetoric.extract.devices.words import DASHES, closed
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools
from rhetoric.model.tokens import Tokens, folded_all

MARKS = DASHES | {",", ";", "!", "?", "."}
DEGREES = closed("very far many much long really never no so")  # repeated with no mark between
CALLS = closed("hear order aye division ayes noes amp")  # called out in the House; a mark of web pages
PAUSE, DEGREE, UNCOUNTED = (1 << n for n in range(3))


def uncounted(word: str) -> bool:
    """Return whether a word never counts as said again: a number, a call, a letter."""
    return not word[0].isalpha() or word in CALLS or (len(word) == 1 and word not in "ia")


def judged(tokens: Tokens, rows: Array) -> Array:
    """Return for some tokens what they are in a repetition, as bits."""
    some, back = np.unique(tokens.ids[rows], return_inverse=True)
    words = folded_all([tokens.vocab.types[n] for n in some.tolist()])
    told = [PAUSE * (w in MARKS) | DEGREE * (w in DEGREES) | UNCOUNTED * uncounted(w) for w in words]
    return np.array(told, np.uint8)[back].reshape(rows.shape)


def doubled(lines: Lines, longest: int) -> Bools:
    """Return the lines in which up to so many words are said again at once, be it over their ends; headings are passed over.

    Those are left in which all that is said again is so with other words or no mark between, as by a slip, or never counts.
    """
    tokens = lines.corpus.tokens
    body = lines.line_of_sentence >= 0
    body[lines.number[lines.heading]] = False
    token = np.flatnonzero(tokens.is_word & body[lines.corpus.token_sentence])
    form = tokens.folded[token]
    again, meant = (np.zeros(len(lines), np.bool_) for _ in range(2))
    for size in range(1, longest + 1):
        at = np.flatnonzero(repeated(form, size))
        row = token[at[:, None] + np.arange(2 * size)]
        last, first = row[:, size - 1], row[:, size]
        kind = judged(tokens, np.column_stack((row[:, :size], last + 1, first - 1)))
        paused = kind[:, size] & kind[:, size + 1] & PAUSE > 0
        fits = paused | ((kind[:, 0] & DEGREE > 0) & (first == last + 1) & (size == 1))
        fits &= (kind[:, :size] & UNCOUNTED == 0).all(axis=1)
        line = lines.line_of_sentence[lines.corpus.token_sentence[row]]
        again[line] = True
        meant[line[fits]] = True
    prose = np.flatnonzero(~lines.heading)
    run = np.cumsum(
        np.diff(again[prose], prepend=False)
    )  # what is said a third time may go on in the next line
    held = np.bincount(run, meant[prose], len(prose) + 1) > 0
    again[prose] &= held[run]
    return lines.with_headings(again)


def repeated(form: Array, size: int) -> Bools:
    """Return for each place whether so many forms stand there twice in a row; places near the end are left out."""
    same = form[size:] == form[:-size]
    out: Bools = same[: max(len(same) - size + 1, 0)].copy()
    for n in range(1, size):
        out &= same[n : n + len(out)]
    return out
