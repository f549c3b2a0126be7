"""The split-half check by hand."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare.halves import halves
from rhetoric.compare.sides import Side

RATE, MEAN = np.array([False]), np.array([True])


def side(*hits, words=10.0):
    return Side(
        "s",
        np.array(hits, np.float64)[:, None],
        np.full(len(hits), words),
        np.zeros(len(hits), int),
        frozenset(),
    )


def test_a_difference_in_every_half_holds_in_four():
    held, own_a, own_b = halves(side(*[2] * 20), side(*[1] * 20), RATE)
    assert (held[0], own_a[0], own_b[0]) == (4, 1, 1)


def test_a_difference_in_one_half_only():
    # a has all its hits in the first half, b is even and lower as a whole: only the first half of a lies above b
    held, own_a, _ = halves(side(*[4] * 10, *[0] * 10), side(*[1] * 20), RATE)
    assert held[0] == 2
    assert own_a[0] == 81  # 40.5 against 0.5 in as many words


def test_ties_do_not_hold():
    # a1 = 3, a2 = 1 against b = 1 throughout: a2 ties with both
    assert halves(side(*[3] * 10, *[1] * 10), side(*[1] * 20), RATE)[0][0] == 2


def test_what_does_not_differ_has_no_direction():
    held, own_a, own_b = halves(side(*[0] * 20), side(*[0] * 20), RATE)
    assert all(math.isnan(x[0]) for x in (held, own_a, own_b))


def test_one_block_cannot_be_split():
    assert math.isnan(halves(side(2, 2, 2), side(1, 1, 1), RATE)[0][0])


def test_means_are_differences():
    held, own_a, _ = halves(side(*[0.5] * 10, *[0.3] * 10), side(*[-0.1] * 20), MEAN)
    assert held[0] == 4
    assert np.isclose(own_a[0], 0.2)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=11, max_size=40),
    st.lists(st.integers(0, 4), min_size=11, max_size=40),
)
def test_sides_turned_round_hold_as_often(a, b):
    one, other = halves(side(*a), side(*b), RATE), halves(side(*b), side(*a), RATE)
    assert np.array_equal(one[0], other[0], equal_nan=True)
    assert np.array_equal(one[1], other[2], equal_nan=True)
    assert math.isnan(one[0][0]) or 0 <= one[0][0] <= 4
