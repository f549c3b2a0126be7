"""Sizes of differences: by hand, against the reference, and what must hold of all."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inaugurals import column, table

from rhetoric.compare.effectsize import (
    flat,
    log_odds,
    log_ratio,
    odds_ratio,
    percent_diff,
    pooled,
    simple_maths,
)
from rhetoric.errors import SettingsError

CASE = (3, 1, 10, 10)


def test_log_ratio_by_hand():
    value, low, high = log_ratio(*CASE)
    assert value == pytest.approx(math.log2(3.5 / 1.5))
    half = 1.959964 * math.sqrt(1 / 3.5 + 1 / 1.5) / math.log(2)
    assert (low, high) == pytest.approx((value - half, value + half), rel=1e-6)
    assert log_ratio(*CASE, zeros="replaced")[0] == pytest.approx(math.log2(3))
    assert log_ratio(3, 0, 10, 10, zeros="replaced")[0] == pytest.approx(math.log2(6))


def test_the_others_by_hand():
    assert percent_diff(*CASE) == pytest.approx(200)
    assert percent_diff(0, 1, 10, 10) == -100
    assert math.isnan(percent_diff(1, 0, 10, 10))
    assert simple_maths(*CASE) == pytest.approx(300_001 / 100_001)
    assert simple_maths(*CASE, constant=100_000) == pytest.approx(2)
    value, low, high = odds_ratio(*CASE)
    assert value == pytest.approx(3.5 * 9.5 / (1.5 * 7.5))
    half = 1.959964 * math.sqrt(1 / 3.5 + 1 / 1.5 + 1 / 7.5 + 1 / 9.5)
    assert (low, high) == pytest.approx((value / math.exp(half), value * math.exp(half)), rel=1e-6)


def test_log_odds_by_hand():
    # a flat prior of 1 for each of two words: 4 of 12 against 8, 2 of 12 against 10
    value, error = log_odds(*CASE, *flat(1, 2))
    assert value == pytest.approx(math.log(4 / 8) - math.log(2 / 10))
    assert error == pytest.approx(math.sqrt(1 / 4 + 1 / 2))


def test_the_pooled_prior_is_worth_what_it_is_scaled_to():
    prior, words = pooled([3, 7], [1, 9])
    assert (prior.tolist(), words) == ([4, 16], 20)
    prior, words = pooled([3, 7], [1, 9], scaled=5)
    assert (prior.tolist(), words) == ([1, 4], 5)


def test_what_makes_no_sense_is_refused():
    with pytest.raises(SettingsError, match="above 0"):
        simple_maths(*CASE, constant=0)
    with pytest.raises(SettingsError, match="replaced"):
        log_ratio(*CASE, zeros="dropped")


WORDS = st.integers(1, 5000)
TABLES = st.tuples(WORDS, WORDS).flatmap(
    lambda w: st.tuples(st.integers(0, w[0]), st.integers(0, w[1]), st.just(w[0]), st.just(w[1]))
)


@given(TABLES)
def test_sides_turned_round_turn_signs_round(case):
    a, b, wa, wb = case
    turned = (b, a, wb, wa)
    value, low, high = log_ratio(*case)
    assert [-value, -high, -low] == pytest.approx([float(x) for x in log_ratio(*turned)])
    assert low < value < high
    value, low, high = odds_ratio(*case)
    assert [1 / value, 1 / high, 1 / low] == pytest.approx([float(x) for x in odds_ratio(*turned)])
    assert log_odds(*case, 1, 50)[0] == pytest.approx(-log_odds(*turned, 1, 50)[0])
    assert simple_maths(*case) == pytest.approx(1 / simple_maths(*turned))


@given(TABLES, st.integers(2, 9))
def test_longer_texts_make_differences_surer_and_not_larger(case, times):
    larger = tuple(times * n for n in case)
    assert percent_diff(*larger) == pytest.approx(percent_diff(*case), nan_ok=True)
    assert simple_maths(*larger) == pytest.approx(simple_maths(*case))
    if case[0] and case[1]:
        assert log_ratio(*larger, zeros="replaced")[0] == pytest.approx(log_ratio(*case, zeros="replaced")[0])
    for measure in (log_ratio, odds_ratio):
        _, low, high = measure(*case)
        _, narrow, wide = measure(*larger)
        if measure is odds_ratio:
            low, high, narrow, wide = np.log([low, high, narrow, wide])
        assert wide - narrow < high - low + 1e-9


@given(TABLES, st.floats(0.01, 50))
def test_no_size_is_without_end(case, prior):
    for value in (*log_ratio(*case), *odds_ratio(*case), simple_maths(*case)):
        assert np.isfinite(value)
    assert not np.isinf(percent_diff(*case))
    assert not np.isinf(log_odds(*case, prior, prior * 2)).any()


def test_a_side_without_words_is_undefined():
    for value in (log_ratio(0, 3, 0, 10)[0], odds_ratio(0, 3, 0, 10)[0], simple_maths(0, 3, 0, 10)):
        assert np.isnan(value)
    assert np.isnan(percent_diff(0, 3, 0, 10))
    assert np.isnan(log_odds(0, 3, 0, 10, 1, 50)).all()


@pytest.mark.shared
def test_sizes_agree_with_their_definitions():
    rows = table("keyness_by_definition.csv")
    a, b = column(rows, "n_rep"), column(rows, "n_dem")
    case = (a, b, a.sum(), b.sum())
    assert log_ratio(*case, zeros="replaced")[0] == pytest.approx(
        column(rows, "log_ratio_hardie_0.5"), abs=1e-6
    )
    assert simple_maths(*case) == pytest.approx(column(rows, "simple_maths_k1_per_million"), abs=1e-6)
    theirs, some = column(rows, "pct_diff"), b > 0
    assert percent_diff(*case)[some] == pytest.approx(theirs[some], abs=1e-6)
    assert np.isinf(theirs[~some]).all()  # a word that the other side does not use: ours is undefined
    assert np.isnan(percent_diff(*case)[~some]).all()


@pytest.mark.shared
@pytest.mark.parametrize("name", ["flat0.01", "informative_pooled_full", "informative_pooled_scaled500"])
def test_log_odds_agree_with_their_definition(name):
    rows = table(f"logodds_monroe_{name}.csv")
    a, b = column(rows, "n_rep"), column(rows, "n_dem")
    prior = {
        "flat0.01": flat(0.01, len(rows)),
        "informative_pooled_full": pooled(a, b),
        "informative_pooled_scaled500": pooled(a, b, scaled=500),
    }[name]
    value, error = log_odds(a, b, a.sum(), b.sum(), *prior)
    assert value == pytest.approx(column(rows, "delta"), abs=1e-6)
    assert value / error == pytest.approx(column(rows, "z"), abs=1e-6)
