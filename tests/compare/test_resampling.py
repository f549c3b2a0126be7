"""The range of an index: sentences drawn again in blocks."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from rhetoric.compare.resampling import resampling


def ratio(sums):
    return sums[:, :1] / sums[:, 1:2]


def columns(*values):
    return np.stack([np.array(values, float), np.ones(len(values))], axis=1)


@given(st.integers(10, 40), st.text(max_size=5))
def test_draws_are_as_long_as_the_text_and_the_same_for_one_key(size, key):
    held = columns(*range(size))
    interval = resampling(0.95, 30, 3)
    sums = interval.sums(held, key)
    assert sums[:, 1] == pytest.approx(np.full(30, size))
    np.testing.assert_array_equal(sums, interval.sums(held, key))


def test_another_key_or_seed_gives_other_draws():
    held = columns(*range(20))
    one = resampling(0.95, 30, 3).sums(held, "a")
    assert not np.array_equal(one, resampling(0.95, 30, 3).sums(held, "b"))
    assert not np.array_equal(one, resampling(0.95, 30, 4).sums(held, "a"))


def test_every_sentence_is_drawn_as_often_as_any_other():
    held = np.eye(12)
    sums = resampling(0.95, 20_000, 1).sums(held, "a")
    assert sums.mean(axis=0) == pytest.approx(np.ones(12), abs=0.03)


def test_width_by_hand():
    # four blocks of five in a ring of 20: each draw is the mean of four of the twenty runs of five
    held = columns(*[1, 1, 1, 1, 1, 0, 0, 0, 0, 0] * 2)
    low, high = resampling(0.95, 20_000, 1)(held, ratio, "a")
    runs = np.array([sum(held[(n + k) % 20, 0] for k in range(5)) for n in range(20)])
    spread = runs.std() / 5 / math.sqrt(4)
    half = stdtrit(3, 0.975) * math.sqrt(4 / 3) * spread
    assert low == pytest.approx([0.5 - half], abs=0.02)
    assert high == pytest.approx([0.5 + half], abs=0.02)


@pytest.mark.parametrize(
    ("held", "draws"),
    [
        (columns(*range(9)), 50),  # too few sentences
        (columns(*range(20)), 0),
        (columns(*[3] * 20), 50),  # all draws agree
    ],
)
def test_no_range(held, draws):
    low, high = resampling(0.95, draws, 1)(held, ratio, "a")
    assert np.isnan(low).all() and np.isnan(high).all()


def test_an_index_that_is_often_undefined_has_no_range():
    held = columns(*[1] + [0] * 19)
    low, high = resampling(0.95, 200, 1)(held, lambda s: 1 / np.where(s[:, :1] > 0, s[:, :1], np.nan), "a")
    assert np.isnan(low).all() and np.isnan(high).all()
