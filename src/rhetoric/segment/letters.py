"""Letters as numbers: of which kind each is."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from rhetoric.model.columns import Array, Bools

LETTER = np.array([ord(c.lower()) - 96 if c.isascii() and c.isalpha() else 0 for c in map(chr, range(129))])
# from 1 to 26 by ASCII code, 0 for what is no letter


def letter(codes: Array) -> Array:
    """Return letters from 1 to 26, and 0 for what is no ASCII letter."""
    found: Array = LETTER[np.minimum(codes, 128)]
    return found


def lower(codes: Array) -> Bools:
    """Return which are small ASCII letters."""
    return (codes >= 97) & (codes <= 122)


def upper(codes: Array) -> Bools:
    """Return which are ASCII capitals."""
    return (codes >= 65) & (codes <= 90)


def digit(codes: Array) -> Bools:
    """Return which are ASCII digits."""
    return (codes >= 48) & (codes <= 57)


def among(codes: Array, letters: Iterable[str]) -> Bools:
    """Return which are one of a few letters."""
    found = np.zeros(len(codes), np.bool_)
    for sign in letters:
        found |= codes == ord(sign)
    return found
