"""Intervals: known values, and what must hold of all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import hull
from rhetoric.compare.intervals import jeffreys, moving, overdispersion
from rhetoric.model.feature import Feature

ONE = [Feature("theme.x")]
MEAN = [Feature("sentiment.t", measure="mean")]


def test_jeffreys_of_known_counts():
    low, high = jeffreys(np.array([0.0, 10.0]), np.ones(2), 0.95)
    # quantiles of gamma(k + 1/2): for 0 hits .975 is 2.512; for 10 hits 5.14 and 17.74
    assert low[0] == 0
    assert high[0] == pytest.approx(2.512, abs=1e-3)
    assert (low[1], high[1]) == (pytest.approx(5.141, abs=1e-3), pytest.approx(17.739, abs=1e-3))


def test_overdispersion_by_hand():
    words = np.full(6, 10.0)
    assert overdispersion(np.array([[1.0]] * 6), words)[0] == 1  # even: never below 1
    # blocks of three: 6 and 0 against 3 and 3, chi2 = 6, one degree of freedom
    assert overdispersion(np.array([[2.0]] * 3 + [[0.0]] * 3), words)[0] == pytest.approx(6.0)


def test_moving_sums():
    assert moving(np.array([[1.0], [2.0], [3.0]]), 2).ravel().tolist() == [3.0, 5.0]


def test_no_hits_never_give_zero_as_upper_end():
    low, high = hull()(np.zeros((4, 1)), np.full(4, 25.0), "k", ONE)
    assert low[0] == 0
    assert high[0] == pytest.approx(25.12, abs=0.01)


def test_no_words_are_undefined():
    low, high = hull()(np.zeros((1, 1)), np.zeros(1), "k", ONE)
    assert np.isnan(low[0])
    assert np.isnan(high[0])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 40)), min_size=1, max_size=30), st.text(max_size=4)
)
def test_the_value_lies_inside_and_the_key_decides_the_draws(rows, key):
    hits = np.array([[float(h)] for h, _ in rows])
    words = np.array([float(w) for _, w in rows])
    low, high = hull(draws=50, seed=3)(hits, words, key, ONE)
    value = 1000 * hits.sum() / words.sum()
    assert low[0] <= value + 1e-9
    assert value <= high[0] + 1e-9
    assert 0 <= low[0] < high[0]
    again = hull(draws=50, seed=3)(np.hstack([hits, hits * 0]), words, key, ONE * 2)
    assert again[0][0] == pytest.approx(low[0], rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-1, 1), min_size=2, max_size=30))
def test_means_lie_inside_and_stay_in_range(weights):
    low, high = hull(draws=50)(np.array(weights)[:, None], np.full(len(weights), 9.0), "k", MEAN)
    assert -1 <= low[0] <= np.mean(weights) + 1e-9
    assert np.mean(weights) - 1e-9 <= high[0] <= 1
