"""Krippendorff's alpha by hand, as published, and against the table of coincidences; then its laws."""

import math
import warnings
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rhetoric.compare import agreement
from rhetoric.compare.agreement import LEVELS, alpha, alpha_interval

NAN = math.nan
FOUR = [  # Krippendorff (2019), chapter 12: four coders, twelve units
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]

TABLES = st.tuples(st.integers(2, 4), st.integers(1, 9)).flatmap(
    lambda shape: st.lists(
        st.lists(st.sampled_from([NAN, 0, 1, 2, 5]), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)
LEVEL = st.sampled_from(LEVELS)


def by_the_table(codes, level):
    """Alpha by its definition: the table of coincidences and the table of differences, pair by pair."""
    units = [[c for c in unit if not math.isnan(c)] for unit in zip(*codes, strict=True)]
    units = [u for u in units if len(u) > 1]
    values = sorted({c for u in units for c in u})
    if len(values) < 2:
        return NAN
    together = dict.fromkeys([(a, b) for a in values for b in values], 0.0)
    for unit in units:
        for a, b in permutations(unit, 2):
            together[a, b] += 1 / (len(unit) - 1)
    margin = {a: sum(together[a, b] for b in values) for a in values}
    n = sum(margin.values())

    def apart(a, b):
        if a == b:
            return 0
        if level == "nominal":
            return 1
        if level == "ordinal":
            between = sum(margin[g] for g in values if min(a, b) <= g <= max(a, b))
            return (between - (margin[a] + margin[b]) / 2) ** 2
        return (a - b) ** 2 if level == "interval" else ((a - b) / (a + b)) ** 2

    observed = sum(together[a, b] * apart(a, b) for a in values for b in values)
    expected = sum(margin[a] * margin[b] * apart(a, b) for a in values for b in values)
    return 1 - (n - 1) * observed / expected


@pytest.mark.parametrize(
    ("level", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_example_of_four_coders(level, value):
    assert round(alpha(FOUR, level), 3) == value


def test_the_published_example_of_two_coders_and_two_values():
    # four units differ: o_01 = 4; fourteen 0 and six 1 among n = 20; 1 - 19 * 4 / (14 * 6) = .095
    one, two = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha([one, two]) == pytest.approx(1 - 19 * 4 / 84)
    assert all(alpha([one, two], level) == pytest.approx(0.0952381) for level in LEVELS)


def test_the_published_example_of_two_coders_and_five_names():
    assert round(alpha([list("aabbdccceDDa".lower()), list("babbbcccedDd".lower())]), 3) == 0.692


def test_each_level_by_hand():
    # two coders: (1, 1), (1, 2), (4, 4); n = 6; n_1 = 3, n_2 = 1, n_4 = 2; one unit differs: 2 ordered pairs
    codes = [[1, 1, 4], [1, 2, 4]]
    assert alpha(codes) == pytest.approx(1 - 5 * 2 / (36 - 9 - 1 - 4))
    # interval: 2 * 1 against 2 * (3*1*1 + 3*2*9 + 1*2*4) = 130
    assert alpha(codes, "interval") == pytest.approx(1 - 5 * 2 / 130)
    # middle ranks 1.5, 3.5, 5: 2 * 4 against 2 * (3*1*4 + 3*2*12.25 + 1*2*2.25) = 180
    assert alpha(codes, "ordinal") == pytest.approx(1 - 5 * 8 / 180)
    # ratio: 2 / 9 against 2 * (3 / 9 + 6 * 9 / 25 + 2 * 4 / 36)
    assert alpha(codes, "ratio") == pytest.approx(1 - 5 * (2 / 9) / (2 * (1 / 3 + 54 / 25 + 2 / 9)))


def test_three_codes_of_a_unit_count_half_each():
    # units (0, 0, 1) and (1, 1): 4 of 6 ordered pairs differ, each 1/2; n_0 = 2, n_1 = 3
    assert alpha([[0, 1], [0, 1], [1, None]]) == pytest.approx(1 - 4 * 2 / (2 * 2 * 3))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    "codes",
    [
        [[1, 1, 1], [1, 1, 1]],  # one value only
        [[1, None], [None, 2]],  # no pairs
        [[1, 2, 3]],  # one coder
        [[NAN, NAN], [NAN, NAN]],
        np.empty((2, 0)),
        [[0.1, 0.1, 7], [0.1, 0.1, None]],  # the second value pairs with nothing
    ],
)
def test_undefined_is_nan_without_a_warning(codes, level):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert math.isnan(alpha(codes, level))
        assert all(map(math.isnan, alpha_interval(codes, level, 20)))


def test_missing_codes_of_texts():
    whole = alpha([["a", "b", "a"], ["a", "b", "b"]])
    assert alpha([["a", "b", "a", "b"], ["a", "b", "b", None]]) == whole
    assert alpha([["a", "b", "a", "b"], ["a", "b", "b", NAN]]) == whole
    assert alpha(np.array([["a", "b", "a"], ["a", "b", "b"]])) == whole
    assert alpha([[True, False, True], [True, False, False]]) == whole


@pytest.mark.parametrize("size", [1e-300, 5e-324, 1e300])
@pytest.mark.parametrize("level", LEVELS)
def test_very_small_and_large_numbers(level, size):
    codes = np.array([[0, 1, 2, 2], [0, 1, 2, 1]]) * size
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert alpha(codes, level) == pytest.approx(alpha(codes / size, level))
        assert not np.isnan(alpha_interval([[0, 1e-273, 50], [0, 1e-273, 50]], level, 50)).any()


def test_two_zeros_do_not_differ_on_the_ratio_level():
    assert alpha([[0, 0, 2], [0, 0, 2]], "ratio") == 1


@pytest.mark.parametrize(
    ("codes", "level", "words"),
    [
        ([[1], [1]], "odd", "level 'odd'"),
        ([["a"], ["b"]], "interval", "needs numbers"),
        ([["1"], ["2"]], "ordinal", "needs numbers"),
        (np.array([["1"], ["2"]]), "ratio", "needs numbers"),
        ([[1], [object()]], "interval", "needs numbers"),
        ([[1.0, math.inf], [1.0, 2.0]], "interval", "finite"),
        ([[-1, 1], [1, 1]], "ratio", "0 or more"),
        ([1, 2], "nominal", "coders by units"),
    ],
)
def test_what_is_refused(codes, level, words):
    with pytest.raises(ValueError, match=words):
        alpha(codes, level)


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"confidence": 1.0}, {"confidence": 0.0}])
def test_draws_and_confidence_must_make_sense(wrong):
    with pytest.raises(ValueError, match="1 draw or more"):
        alpha_interval(FOUR, **wrong)


@settings(deadline=None)
@given(TABLES, LEVEL)
def test_it_is_what_the_table_of_coincidences_gives(codes, level):
    assert alpha(codes, level) == pytest.approx(by_the_table(codes, level), nan_ok=True, abs=1e-12)


@settings(deadline=None)
@given(TABLES, st.permutations(["x", "y", "z", "w"]))
def test_names_mean_nothing(codes, names):
    renamed = [[None if math.isnan(c) else names[[0, 1, 2, 5].index(c)] for c in row] for row in codes]
    assert alpha(renamed) == pytest.approx(alpha(codes), nan_ok=True)


@settings(deadline=None)
@given(TABLES, LEVEL, st.randoms(use_true_random=False))
def test_the_order_of_coders_and_units_means_nothing(codes, level, random):
    turned = [list(row) for row in codes]
    random.shuffle(turned)
    columns = list(zip(*turned, strict=True))
    random.shuffle(columns)
    turned = list(zip(*columns, strict=True))
    assert repr(alpha(turned, level)) == repr(alpha(codes, level))
    assert repr(alpha_interval(turned, level, 20)) == repr(alpha_interval(codes, level, 20))


@settings(deadline=None)
@given(TABLES, LEVEL, st.lists(st.sampled_from([0, 1, 9]), max_size=4))
def test_units_with_a_single_code_add_nothing(codes, level, single):
    more = [[*row, *(single if n == 0 else [None] * len(single))] for n, row in enumerate(codes)]
    assert alpha(more, level) == pytest.approx(alpha(codes, level), nan_ok=True)
    assert alpha_interval(more, level, 20) == pytest.approx(
        alpha_interval(codes, level, 20), nan_ok=True, abs=1e-9
    )


@settings(deadline=None)
@given(TABLES, st.floats(0.01, 100), st.booleans(), st.floats(-1000, 1000))
def test_linear_maps_leave_the_interval_level_alone(codes, by, turn, plus):
    moved = [[c if math.isnan(c) else (-by if turn else by) * c + plus for c in row] for row in codes]
    assert alpha(moved, "interval") == pytest.approx(alpha(codes, "interval"), nan_ok=True, abs=1e-6)


@settings(deadline=None)
@given(TABLES, st.floats(0.01, 100))
def test_a_change_of_unit_leaves_the_ratio_level_alone(codes, by):
    assert alpha(np.array(codes) * by, "ratio") == pytest.approx(alpha(codes, "ratio"), nan_ok=True, abs=1e-9)


@settings(deadline=None)
@given(TABLES)
def test_rising_maps_leave_the_ordinal_level_alone(codes):
    assert repr(alpha(np.exp(np.array(codes)), "ordinal")) == repr(alpha(codes, "ordinal"))


@settings(deadline=None)
@given(st.lists(st.floats(0, 50), min_size=2, max_size=20), st.integers(2, 4), LEVEL)
def test_perfect_agreement_is_one(row, coders, level):
    assume(len(set(row)) > 1)
    assert alpha([row] * coders, level) == 1
    assert alpha_interval([row] * coders, level, 30) == (1, 1)


@settings(deadline=None)
@given(TABLES, LEVEL)
def test_it_never_exceeds_one(codes, level):
    assert not alpha(codes, level) > 1


def test_chance_gives_about_nothing():
    codes = np.random.default_rng(3).integers(0, 4, (3, 5000))
    assert all(abs(alpha(codes, level)) < 0.03 for level in LEVELS)


@pytest.mark.parametrize("level", LEVELS)
def test_same_seed_same_bytes(level):
    assert repr(alpha_interval(FOUR, level, 200, seed=4)) == repr(alpha_interval(FOUR, level, 200, seed=4))
    assert alpha_interval(FOUR, level, 200, seed=4) != alpha_interval(FOUR, level, 200, seed=5)


@pytest.mark.parametrize("level", LEVELS)
def test_small_blocks_of_memory_change_nothing(level, monkeypatch):
    codes = np.random.default_rng(2).random((3, 40)).round(2)
    codes[0, :5] = NAN
    whole = alpha(codes, level), *alpha_interval(codes, level, 50)
    monkeypatch.setattr(agreement, "CELLS", 100)
    assert (alpha(codes, level), *alpha_interval(codes, level, 50)) == pytest.approx(whole, rel=1e-12)


@pytest.mark.parametrize("level", LEVELS)
def test_a_draw_is_alpha_of_the_units_drawn(level):
    units = agreement.gathered(FOUR, level)
    times = np.array([2, 0, 1, 3, 1, 1, 0, 2, 1][: len(units.times)], float)
    drawn = [codes for codes, n in zip(units.codes, times, strict=True) for _ in range(int(n))]
    table = np.array([[units.values[c] if c >= 0 else NAN for c in codes] for codes in drawn]).T
    assert units.alphas(times[None, :])[0] == pytest.approx(alpha(table, level))


def test_a_list_and_an_array_give_the_same_interval():
    codes = np.random.default_rng(1).integers(0, 12, (2, 60))
    assert alpha_interval(codes.tolist(), draws=50) == alpha_interval(codes, draws=50)


def test_a_wider_confidence_is_a_wider_interval():
    inner, outer = (alpha_interval(FOUR, confidence=c) for c in (0.5, 0.95))
    assert outer[0] < inner[0] <= inner[1] <= outer[1]


def test_the_interval_covers_as_often_as_it_says():
    # two coders see the truth (a fair coin) four times in five, else guess: alpha of all units is .64
    inside = 0
    for seed in range(200):
        generator = np.random.default_rng(seed)
        truth = generator.integers(0, 2, 150)
        codes = [
            np.where(generator.random(150) < 0.8, truth, generator.integers(0, 2, 150)) for _ in range(2)
        ]
        low, high = alpha_interval(codes, draws=300, seed=seed)
        inside += low <= 0.64 <= high
    assert 180 <= inside <= 199


def test_ten_thousand_units_are_no_trouble():
    generator = np.random.default_rng(0)
    truth = generator.integers(0, 4, 10_000)
    codes = np.where(generator.random((3, 10_000)) < 0.8, truth, generator.integers(0, 4, (3, 10_000)))
    for level in LEVELS:
        low, high = alpha_interval(codes, level)
        assert low < alpha(codes, level) < high
        assert high - low < 0.05
