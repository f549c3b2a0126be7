"""Krippendorff's alpha and the figures of a validation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.compare.agreement import LEVELS, alpha, alpha_interval
from rhetoric.compare.validation import poles_right, validate

NO = None
PUBLISHED = [  # four coders, twelve units: Krippendorff, Computing Krippendorff's Alpha-Reliability
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NO, 3],
    [NO, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NO],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NO],
]


@pytest.mark.parametrize(
    ("level", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_example(level, value):
    assert round(alpha(PUBLISHED, level), 3) == value
    low, high = alpha_interval(PUBLISHED, level, 200)
    assert low < value < high


def test_by_hand():
    """Two coders, ten units, one difference: o_01 = 2 of n = 20, n_0 = 11, n_1 = 9."""
    one = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]
    two = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    assert alpha([one, two]) == pytest.approx(1 - 19 * 1 / (11 * 9))
    assert alpha([["a", "b"], ["a", "b"]]) == 1
    assert np.isnan(alpha([[1, 1], [1, 1]]))
    assert np.isnan(alpha([[1, NO], [NO, 2]]))
    assert all(map(np.isnan, alpha_interval([[1, 1], [1, 1]])))


def test_faults():
    with pytest.raises(ValueError, match="level 'odd'"):
        alpha([[1], [1]], "odd")
    with pytest.raises(ValueError, match="needs numbers"):
        alpha([["a"], ["b"]], "interval")
    with pytest.raises(ValueError, match="coders by units"):
        alpha([1, 2])


CODES = st.integers(1, 8).flatmap(
    lambda n: st.lists(
        st.lists(st.sampled_from([0, 1, 2, None]), min_size=n, max_size=n), min_size=2, max_size=4
    )
)


@given(CODES, st.permutations([0, 1, 2]), st.randoms())
def test_names_and_order_mean_nothing(codes, names, random):
    value = alpha(codes)
    renamed = [[None if c is None else "xyz"[names[c]] for c in row] for row in codes]
    assert alpha(renamed) == pytest.approx(value, nan_ok=True)
    turned = list(codes)
    random.shuffle(turned)
    assert alpha(turned) == pytest.approx(value, nan_ok=True)
    alone = [[*row, 2 if n == 0 else None] for n, row in enumerate(codes)]
    assert alpha(alone) == pytest.approx(value, nan_ok=True)
    moved = [[None if c is None else 3 * c - 7 for c in row] for row in codes]
    assert alpha(moved, "interval") == pytest.approx(alpha(codes, "interval"), nan_ok=True)


@given(CODES)
def test_no_level_exceeds_one(codes):
    assert all(np.isnan(a) or a <= 1 + 1e-9 for a in (alpha(codes, level) for level in LEVELS))


def test_a_census_gives_the_plain_counts():
    human, machine = [1, 1, 0, 0, 1], [1, 0, 1, 0, 1]
    found = validate(human, machine, [0, 0, 0, 0, 0], [5])
    assert (found.tp, found.fp, found.fn, found.tn) == (2, 1, 1, 1)
    assert found.precision.value == found.recall.value == pytest.approx(2 / 3)
    assert found.precision.low < 2 / 3 < found.precision.high
    assert found.prevalence.value == pytest.approx(0.6)


def test_strata_weigh_by_their_size():
    """Ten hits of ten coded, nine right; ten of 990 others coded, one missed: ninety-nine are missed in all."""
    human = [1] * 9 + [0] + [1] + [0] * 9
    machine = [1] * 10 + [0] * 10
    found = validate(human, machine, [0] * 10 + [1] * 10, [10, 990])
    assert (found.tp, found.fp, found.fn) == (9, 1, pytest.approx(99))
    assert found.recall.value == pytest.approx(9 / 108)
    assert found.recall.low < 9 / 108 < found.recall.high


def test_no_interval_is_a_point_and_undefined_is_nan():
    found = validate([1] * 8, [1] * 8, [0] * 8, [100])
    assert found.precision.value == 1
    assert 0.5 < found.precision.low < 0.99
    silent = validate([1, 0], [0, 0], [0, 0], [10])
    assert np.isnan(silent.precision.value)
    assert silent.recall.value == 0
    assert np.isnan(poles_right([], []).value)
    assert poles_right([1, -1], [1, 1]).value == 0.5


def test_the_true_value_lies_in_the_interval_as_often_as_it_says():
    inside = 0
    for seed in range(120):
        generator = np.random.default_rng(seed)
        truth = generator.random(3000) < 0.1
        machine = np.where(truth, generator.random(3000) < 0.7, generator.random(3000) < 0.05)
        stratum = np.where(machine, 0, 1)
        rows = np.concatenate([generator.permutation(np.flatnonzero(stratum == s))[:100] for s in (0, 1)])
        found = validate(truth[rows], machine[rows], stratum[rows], np.bincount(stratum), 300, seed)
        exact = (truth & machine).sum() / machine.sum()
        inside += found.precision.low <= exact <= found.precision.high
    assert inside >= 108


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        (([], [], [], [1]), "no coded sentence"),
        (([1], [1, 0], [0], [1]), "lengths differ"),
        (([1], [1], [1], [1]), "unknown stratum"),
        (([1, 1], [1, 1], [0, 0], [1]), "2 were coded"),
    ],
)
def test_what_cannot_be_validated(given_, words):
    with pytest.raises(ValueError, match=words):
        validate(*given_)


def test_same_seed_same_figures():
    human, machine = np.arange(50) % 3 == 0, np.arange(50) % 4 == 0
    assert validate(human, machine, [0] * 50, [80], seed=4) == validate(
        human, machine, [0] * 50, [80], seed=4
    )
    assert alpha_interval([human, machine], seed=4) == alpha_interval([human, machine], seed=4)
