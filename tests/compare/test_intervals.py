"""The parts of the hull by hand, and what must hold of every interval."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rhetoric.compare import hull
from rhetoric.compare.drift import STRETCH
from rhetoric.compare.intervals import jeffreys, overdispersion, stream
from rhetoric.model.feature import Feature

ONE = [Feature("theme.x")]
MEAN = [Feature("sentiment.t", measure="mean")]
ROWS = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 40)), min_size=1, max_size=40)


def columns(rows):
    return np.array([[float(h)] for h, _ in rows]), np.array([float(w) for _, w in rows])


def test_overdispersion_widens_the_jeffreys_part_by_hand():
    # 4 hits, phi 2: twice the quantiles of gamma(4 / 2 + 1/2), and twice a gamma(5/2) is chi-square on five degrees
    low, high = jeffreys(np.array([4.0]), np.array([2.0]), 0.95)
    assert low[0] == pytest.approx(
        0.8312, abs=1e-4
    )  # the .025 quantile of chi-square on 5 degrees of freedom
    assert high[0] == pytest.approx(12.8325, abs=1e-4)  # the .975 quantile


def test_overdispersion_is_held_against_words_not_sentences():
    # blocks of 30 and 90 words with 3 and 9 hits: exactly in proportion
    hits = np.array([[1.0]] * 3 + [[3.0]] * 3)
    assert overdispersion(hits, np.array([10.0] * 3 + [30.0] * 3))[0] == 1
    # with equal words: expected 6 and 6, chi2 = 9/6 + 9/6 = 3 on one degree
    assert overdispersion(hits, np.full(6, 10.0))[0] == pytest.approx(3.0)


def test_t_interval_of_means_by_hand():
    # 0.1, 0.2, 0.3: mean 0.2, deviation 0.1, t(2, .975) = 4.3027; half width 4.3027 * 0.1 / sqrt(3) = 0.2484,
    # times sqrt(1 + 0.04 * 2) for three sentences that are alike: 0.2582
    low, high = hull(draws=0)(np.array([[0.1], [0.2], [0.3]]), np.ones(3), "k", MEAN)
    assert (low[0], high[0]) == (pytest.approx(-0.0582, abs=1e-4), pytest.approx(0.4582, abs=1e-4))


def test_one_row_has_a_mean_but_no_interval():
    low, high = hull()(np.array([[0.5], [math.nan]]), np.ones(2), "k", MEAN)
    assert np.isnan([low[0], high[0]]).all()


def test_a_bootstrap_needs_more_than_one_block():
    hits, words = np.array([[3.0], [0.0], [0.0], [0.0], [0.0]]), np.full(5, 10.0)
    assert hull(draws=500)(hits, words, "k", ONE) == hull(draws=0)(hits, words, "k", ONE)


def test_the_bootstrap_sees_what_the_jeffreys_part_does_not():
    # one long sentence without hits at the end: the rate depends on whether a draw takes it
    hits = np.array([[1.0]] * 30 + [[0.0]])
    words = np.array([5.0] * 30 + [600.0])
    assert hull(draws=500)(hits, words, "k", ONE)[1][0] > 1.3 * hull(draws=0)(hits, words, "k", ONE)[1][0]


def test_streams_are_keyed_by_seed_and_unit():
    first = stream(1, "d|Ann").random(3).tolist()
    assert stream(1, "d|Ann").random(3).tolist() == first
    assert stream(1, "d|Bob").random(3).tolist() != first
    assert stream(2, "d|Ann").random(3).tolist() != first


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_zero_hits_never_give_an_upper_end_of_zero(rows):
    hits, words = columns(rows)
    low, high = hull(draws=30)(hits * 0, words, "k", ONE)
    assert low[0] == 0
    assert high[0] == pytest.approx(1000 * 2.51194 / words.sum(), rel=1e-4)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.floats(0.02, 0.999), st.integers(0, 40), st.integers(0, 9))
def test_the_hull_contains_the_value_at_every_level(rows, level, draws, seed):
    hits, words = columns(rows)
    low, high = hull(level, draws, seed)(hits, words, "k", ONE)
    value = 1000 * hits.sum() / words.sum()
    assert 0 <= low[0] <= value + 1e-9
    assert value <= high[0] + 1e-9


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_a_higher_level_is_never_narrower(rows):
    hits, words = columns(rows)
    inner, outer = (hull(level, 60, 1)(hits, words, "k", ONE) for level in (0.8, 0.95))
    assert outer[0][0] <= inner[0][0] + 1e-9
    assert inner[1][0] <= outer[1][0] + 1e-9


@settings(max_examples=40, deadline=None)
@given(ROWS, st.integers(2, 9))
def test_rates_scale_with_words(rows, times):
    """Up to the length of a stretch: of what is longer the drift is a stretch's."""
    hits, words = columns(rows)
    assume(words.sum() * times < 1.5 * STRETCH)  # from there on it is two
    once, more = (hull(draws=40)(hits, words * k, "k", ONE) for k in (1, times))
    assert more[0] * times == pytest.approx(once[0], rel=1e-6, abs=1e-9)
    assert more[1] * times == pytest.approx(once[1], rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.none() | st.floats(-1, 1), min_size=1, max_size=60))
def test_means_with_gaps_stay_in_range_and_raise_no_warning(weights):
    series = np.array([[math.nan if w is None else w] for w in weights])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        low, high = hull(draws=5)(series, np.full(len(weights), 9.0), "k", MEAN)
    known = [w for w in weights if w is not None]
    if len(known) < 2:
        assert np.isnan(low[0])
    else:
        assert -1 <= low[0] <= np.mean(known) + 1e-9
        assert np.mean(known) - 1e-9 <= high[0] <= 1
