"""Texts and clusters as what is sampled: spread by hand, and what must hold of their ranges."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare.sampled import MANY_CLUSTERS, Sampled, own_interval, sampled_interval, texts_of
from rhetoric.compare.sides import Side
from rhetoric.settings import Settings

RATE, MEAN = np.array([False]), np.array([True])
STILL = Settings(draws=0)


def side(name, hits, words):
    return Sampled(name, np.array(hits, np.float64)[:, None], np.array(words, np.float64)[:, None])


def test_spread_by_hand():
    # four texts of 100 words with 1, 3, 1 and 3 hits: each is one off the mean of 2, so 4 / 3 * 4 = 16 / 3
    s = side("a", [1, 3, 1, 3], [100] * 4)
    assert s.value()[0] == pytest.approx(0.02)
    assert s.spread()[0] == pytest.approx(16 / 3)
    assert s.error()[0] == pytest.approx(math.sqrt(16 / 3) / 400)


def test_phi_by_hand():
    # 0 and 8 hits in equal words: spread 2 * (16 + 16) = 64, over 8 hits 8; t on one degree is 12.706, z is 1.95996
    assert side("a", [0, 8], [100, 100]).phi(0.95)[0] == pytest.approx(8 * (12.7062 / 1.95996) ** 2, rel=1e-4)
    # even texts are as steady as independent words, never more
    assert side("a", [4, 4], [100, 100]).phi(0.95)[0] == pytest.approx((12.7062 / 1.95996) ** 2, rel=1e-4)


def test_means_have_a_t_interval_by_hand():
    # texts of ten rows with means 0.1 and 0.3, against 0 and 0: mean 0.2, error sqrt(2 * (1 + 1)) / 20 = 0.1, t(1) = 12.706
    a, b = side("a", [1, 3], [10, 10]), side("b", [0, 0], [10, 10])
    low, high = sampled_interval(a, b, MEAN, STILL)
    assert (low[0], high[0]) == (
        pytest.approx(0.2 - 1.27062, abs=1e-4),
        pytest.approx(0.2 + 1.27062, abs=1e-4),
    )


def test_texts_of_a_side_are_summed_up():
    hits = np.array([[1, 0.5], [0, np.nan], [2, -0.1]])
    s = Side("a", hits, np.array([10.0, 20, 40]), np.array([3, 3, 7]), frozenset())
    t = texts_of(s, np.array([False, True]))
    assert t.above.tolist() == [[1, 0.5], [2, -0.1]]
    assert t.below.tolist() == [[30, 1], [40, 1]]


def test_no_hits_leave_the_upper_end_open():
    low, high = own_interval(side("a", [0] * 20, [100] * 20), RATE, Settings(draws=50))
    assert low[0] == 0
    assert high[0] > 1000 * 2.5 / 2000


def test_fewer_texts_are_never_surer():
    few, many = (
        sampled_interval(
            side("a", [1, 3] * n, [100] * 2 * n), side("b", [1, 2] * n, [100] * 2 * n), RATE, STILL
        )
        for n in (4, 40)
    )
    assert few[0][0] < many[0][0] < many[1][0] < few[1][0]
    assert MANY_CLUSTERS == 8


COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(50, 900)), min_size=2, max_size=30)


@settings(max_examples=60, deadline=None)
@given(COUNTS, COUNTS, st.sampled_from([0, 40]))
def test_the_range_holds_the_ratio_and_turns_round(a, b, draws):
    one, other = (side(n, *zip(*rows, strict=True)) for n, rows in (("a", a), ("b", b)))
    low, high = sampled_interval(one, other, RATE, Settings(draws=draws))
    back = sampled_interval(other, one, RATE, Settings(draws=draws))
    assert 0 <= low[0] < high[0]
    if one.above.sum() and other.above.sum():
        effect = one.value()[0] / other.value()[0]
        assert low[0] <= effect * (1 + 1e-9)
        assert high[0] >= effect * (1 - 1e-9)
    if not draws:
        assert back[1][0] == pytest.approx(1 / low[0], rel=1e-6)
        assert back[0][0] == pytest.approx(1 / high[0], rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(COUNTS)
def test_own_range_holds_the_own_value(rows):
    s = side("a", *zip(*rows, strict=True))
    low, high = own_interval(s, RATE, Settings(draws=40))
    assert low[0] <= 1000 * s.value()[0] + 1e-9
    assert 1000 * s.value()[0] <= high[0] + 1e-9
