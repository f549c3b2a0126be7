"""Kinds of letters, by hand."""

import numpy as np

from rhetoric.segment.letters import among, digit, letter, lower, upper

CODES = np.array([ord(x) for x in "azAZ09@[`{/:é\u2014"], np.uint16)


def test_kinds():
    assert np.flatnonzero(lower(CODES)).tolist() == [0, 1]
    assert np.flatnonzero(upper(CODES)).tolist() == [2, 3]
    assert np.flatnonzero(digit(CODES)).tolist() == [4, 5]
    assert np.flatnonzero(among(CODES, "/\u2014")).tolist() == [10, 13]


def test_letters_are_numbers_and_nothing_else_is():
    assert letter(CODES).tolist() == [1, 26, 1, 26] + [0] * 10
