"""Tests and information from two by two counts: by hand, against the reference, and what must hold of all."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inaugurals import column, table

from rhetoric.compare.association import (
    bayes_factor,
    chi_squared,
    direction,
    divisor,
    dunning_g2,
    numbers,
    pmi,
    shift,
    signed_g2,
    tables,
)
from rhetoric.compare.exact import conditional_odds, fisher
from rhetoric.errors import SettingsError

# 3 of 10 words against 1 of 10: expected 2 and 2, and 8 and 8 of the rest
CASE = (3, 1, 10, 10)
LR = 2 * (3 * math.log(3 / 2) + math.log(1 / 2) + 7 * math.log(7 / 8) + 9 * math.log(9 / 8))
Q = 1 + (20 / 4 + 20 / 16 - 1) * (20 / 10 + 20 / 10 - 1) / (6 * 20)


def test_chi_squared_by_hand():
    assert chi_squared(*CASE) == pytest.approx(1 / 2 + 1 / 2 + 1 / 8 + 1 / 8)
    assert chi_squared(*CASE, "yates") == pytest.approx(0.25 / 2 + 0.25 / 2 + 0.25 / 8 + 0.25 / 8)
    assert chi_squared(*CASE, "yates-small") == chi_squared(*CASE, "yates")
    assert chi_squared(*CASE, "williams") == pytest.approx(1.25 / Q)


def test_log_likelihood_by_hand():
    assert dunning_g2(*CASE) == pytest.approx(LR)
    assert dunning_g2(*CASE, "williams") == pytest.approx(LR / Q)
    moved = 2 * (2.5 * math.log(2.5 / 2) + 1.5 * math.log(1.5 / 2))
    moved += 2 * (7.5 * math.log(7.5 / 8) + 8.5 * math.log(8.5 / 8))
    assert dunning_g2(*CASE, "yates") == pytest.approx(moved)
    two = 2 * (3 * math.log(3 / 2) + math.log(1 / 2))
    assert signed_g2(*CASE) == pytest.approx(two)
    assert bayes_factor(*CASE) == pytest.approx(two - math.log(20))


def test_the_small_correction_leaves_large_tables_alone():
    large = (30, 10, 100, 100)
    assert chi_squared(*large, "yates-small") == chi_squared(*large)
    assert chi_squared(*large, "yates") < chi_squared(*large)


def test_yates_never_moves_past_what_is_expected():
    # 4 of 10 and 4 of 11: expected 3.81, nearer than a half
    assert chi_squared(4, 4, 10, 11, "yates") == pytest.approx(0)
    assert chi_squared(4, 4, 10, 11, "yates-small") == chi_squared(4, 4, 10, 11)


def test_information_by_hand():
    assert pmi(*CASE) == pytest.approx(math.log2(3 / 2))
    assert math.isnan(pmi(0, 1, 10, 10))


def test_exact_by_hand():
    # four hits among twenty words: 210, 1200, 2025, 1200, 210 ways of 4845; all but the middle are no likelier
    assert fisher(*CASE) == pytest.approx(2820 / 4845)
    assert fisher(0, 4, 10, 10) == pytest.approx(420 / 4845)
    assert fisher(2, 2, 10, 10) == pytest.approx(1)


def test_conditional_odds_by_hand():
    # one hit and one of each side's two words: ways 1, 4, 1 times odds 0, 1, 2; the mean is 1 where odds are 1
    assert conditional_odds(1, 1, 2, 2) == pytest.approx(1)
    assert conditional_odds(0, 3, 10, 10) == 0
    assert math.isnan(conditional_odds(3, 0, 10, 10))


def test_unknown_correction_is_refused():
    with pytest.raises(SettingsError, match="williams"):
        chi_squared(*CASE, "bonferroni")


WORDS = st.integers(1, 5000)
TABLES = st.tuples(WORDS, WORDS).flatmap(
    lambda w: st.tuples(st.integers(0, w[0]), st.integers(0, w[1]), st.just(w[0]), st.just(w[1]))
)
CORRECTIONS = st.sampled_from(["none", "yates", "yates-small", "williams"])


@given(TABLES, CORRECTIONS)
def test_sides_turned_round_turn_signs_round(case, correction):
    a, b, wa, wb = case
    for measure in (chi_squared, dunning_g2):
        one, other = measure(a, b, wa, wb, correction), measure(b, a, wb, wa, correction)
        assert one == pytest.approx(-other, nan_ok=True, abs=1e-9)
        assert not np.isinf(one)
        assert np.isnan(one) or np.sign(one) in (0, np.sign(a * wb - b * wa))
    assert signed_g2(a, b, wa, wb) == pytest.approx(-signed_g2(b, a, wb, wa))
    assert bayes_factor(a, b, wa, wb) == pytest.approx(bayes_factor(b, a, wb, wa))


@given(TABLES)
def test_corrections_only_take_away(case):
    for measure in (chi_squared, dunning_g2):
        plain = abs(measure(*case))
        for correction in ("yates", "yates-small", "williams"):
            corrected = abs(measure(*case, correction))
            assert np.isnan(plain) or corrected <= plain + 1e-9


@given(TABLES, st.integers(2, 9))
def test_tests_grow_with_the_texts_and_information_does_not(case, times):
    larger = tuple(times * n for n in case)
    for measure in (chi_squared, dunning_g2, signed_g2):
        assert measure(*larger) == pytest.approx(times * measure(*case), nan_ok=True, abs=1e-7)
    assert pmi(*larger) == pytest.approx(pmi(*case), nan_ok=True)


@given(TABLES)
def test_exact_agrees_with_scipy(case):
    from scipy.stats import fisher_exact

    a, b, wa, wb = case
    assert fisher(*case) == pytest.approx(
        fisher_exact([[a, b], [wa - a, wb - b]]).pvalue, rel=1e-6, abs=1e-12
    )


def test_a_side_without_words_is_undefined():
    for measure in (chi_squared, dunning_g2, signed_g2, pmi, fisher, conditional_odds, bayes_factor):
        assert np.isnan(measure(0, 3, 0, 10)), measure
        assert np.isnan(measure(3, 0, 10, 0)), measure


# -- the reference -----------------------------------------------------------------------------------------


def keys(name, measure):
    rows = table(f"keyness_repub_vs_dem_{name}.csv")
    assert len(rows) == 4440
    a, b = column(rows, "n_target"), column(rows, "n_reference")
    return (*numbers(a, b, a.sum(), b.sum()), column(rows, measure), column(rows, "p"))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "correction"), [("none", "none"), ("yates", "yates-small"), ("default", "yates-small")]
)
def test_chi_squared_agrees_with_quanteda(name, correction):
    # quanteda's 'yates' is our 'yates-small': it corrects only where a cell is expected below 5
    *case, value, _ = keys(f"chi2_{name}", "chi2")
    assert chi_squared(*case, correction) == pytest.approx(value, abs=1e-6)


@pytest.mark.shared
def test_williams_chi_squared_follows_the_formula_and_not_quanteda():
    # quanteda multiplies by Williams's factor, where he divides, and takes 1 for it where a cell is 0
    *case, value, _ = keys("chi2_williams", "chi2")
    q = divisor(*case, "williams")
    theirs = np.where((case[0] > 0) & (case[1] > 0), q * q, q)
    assert chi_squared(*case, "williams") * theirs == pytest.approx(value, abs=1e-6)
    assert (np.abs(value) >= np.abs(chi_squared(*case)) - 1e-9).all()  # so theirs is no correction


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "correction"),
    [("none", "none"), ("yates", "yates-small"), ("default", "yates-small"), ("williams", "williams")],
)
def test_log_likelihood_agrees_with_quanteda(name, correction):
    # quanteda adds 1e-9 inside every logarithm, which adds twice that times the expected count of each cell with hits;
    # and takes 1 for Williams's factor where a cell is 0
    *case, value, _ = keys(f"lr_{name}", "G2")
    cells, expected = tables(*case)
    cells = cells + shift(cells, expected, correction)
    added = 2e-9 * np.where(cells > 0, expected, 0).sum(axis=0) / divisor(*case, correction)
    whole = (case[0] > 0) & (case[1] > 0)
    ours = dunning_g2(*case, correction) + added * direction(*case)
    assert ours * np.where(whole, 1, divisor(*case, correction)) == pytest.approx(value, abs=1e-6)
    assert added.max() < 8e-5  # so it is all below the fourth decimal place


@pytest.mark.shared
def test_information_agrees_with_quanteda():
    # theirs is in nats, and the logarithm of 1e-9 where there is no hit; ours is undefined there
    *case, value, _ = keys("pmi_default", "pmi")
    some = case[0] > 0
    ours = pmi(*case)
    assert ours[some] * math.log(2) == pytest.approx(value[some], abs=1e-6)
    assert np.isnan(ours[~some]).all()
    assert value[~some] == pytest.approx(math.log(1e-9))


@pytest.mark.shared
def test_exact_agrees_with_quanteda():
    # R's fisher.test finds its odds to 1e-4 only; ours are those of SciPy, which finds them to 1e-9
    from scipy.stats.contingency import odds_ratio

    *case, value, p = keys("exact_default", "exact")
    assert fisher(*case) == pytest.approx(p, abs=1e-6)
    ours, some = conditional_odds(*case), (case[0] > 0) & (case[1] > 0)
    assert ours[some] == pytest.approx(value[some], rel=3e-4)
    assert (ours[case[0] == 0] == 0).all()
    assert np.isnan(ours[np.isinf(value)]).all()
    for n in np.flatnonzero(some)[::100]:
        a, b, wa, wb = (int(x[n]) for x in case)
        theirs = odds_ratio([[a, wa - a], [b, wb - b]]).statistic
        assert ours[n] == pytest.approx(theirs, rel=1e-6)


@pytest.mark.shared
def test_both_log_likelihoods_agree_with_their_definitions():
    rows = table("keyness_by_definition.csv")
    a, b = column(rows, "n_rep"), column(rows, "n_dem")
    case = (a, b, a.sum(), b.sum())
    assert np.abs(signed_g2(*case)) == pytest.approx(column(rows, "LL_rayson_2term"), abs=1e-6)
    assert np.abs(dunning_g2(*case)) == pytest.approx(column(rows, "G2_4term"), abs=1e-6)
