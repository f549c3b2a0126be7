"""Figures of a validation by hand, what must hold of all of them, and how often their intervals cover."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import validation
from rhetoric.compare.agreement import alpha
from rhetoric.compare.validation import poles_right, validate

NAMES = ("precision", "recall", "f1", "accuracy", "prevalence", "alpha")
ROWS = st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 2)), min_size=1, max_size=40)


def columns(rows):
    """Human, machine and stratum of drawn rows, with strata counted without gaps."""
    human, machine, stratum = (np.array(c) for c in zip(*rows, strict=True))
    return human, machine, np.unique(stratum, return_inverse=True)[1]


def figures(found):
    return {name: getattr(found, name) for name in NAMES}


def test_two_strata_by_hand():
    # ten of 20 hits coded, nine right, each for two; ten of 990 others, one missed, each for ninety-nine
    human = [1] * 9 + [0] + [1] + [0] * 9
    found = validate(human, [1] * 10 + [0] * 10, [0] * 10 + [1] * 10, [20, 990])
    assert (found.n, found.tp, found.fp, found.fn, found.tn) == (20, 18, 2, 99, 891)
    assert found.precision.value == pytest.approx(0.9)
    assert found.recall.value == pytest.approx(18 / 117)
    assert found.f1.value == pytest.approx(36 / 137)
    assert found.accuracy.value == pytest.approx(909 / 1010)
    assert found.prevalence.value == pytest.approx(117 / 1010)
    assert found.alpha.value == pytest.approx(1 - 2019 * 101 / (137 * 1883))


def test_a_machine_that_never_says_yes_has_no_precision():
    found = validate([1, 0, 0], [0, 0, 0], [0, 0, 0], [30])
    assert all(map(math.isnan, (found.precision.value, found.precision.low, found.precision.high)))
    assert found.recall.value == found.f1.value == found.recall.low == 0
    assert 0 < found.recall.high < 1


def test_people_who_never_say_yes_leave_no_recall():
    found = validate([0, 0], [1, 0], [0, 0], [30])
    assert math.isnan(found.recall.value)
    assert found.precision.value == 0
    assert found.precision.high > 0
    silent = validate([0, 0], [0, 0], [0, 0], [30])
    assert math.isnan(silent.f1.value)
    assert math.isnan(silent.alpha.value)
    assert silent.accuracy.value == 1


def test_an_interval_at_the_edge_is_near_jeffreys():
    # one stratum, eight of eight right: the .025 quantile of Beta(8.5, 0.5) is .738
    found = validate([1] * 8, [1] * 8, [0] * 8, [100], draws=20_000)
    assert found.precision.low == pytest.approx(0.738, abs=0.01)
    assert found.precision.high == 1


def test_an_unseen_miss_in_a_large_stratum_widens_recall():
    # none of 40 others missed is anything up to some five in a hundred of 10,000, beside 95 true hits
    human, machine = [1] * 19 + [0] + [0] * 40, [1] * 20 + [0] * 40
    found = validate(human, machine, [0] * 20 + [1] * 40, [100, 10_000])
    assert found.recall.value == 1
    assert found.recall.low < 0.4
    assert (
        found.precision.low > 0.7
    )  # while the large stratum, where the machine says no, tells nothing of it


def test_many_thin_strata_do_not_add_up_to_misses_that_nobody_saw():
    one = validate([0] * 120, [0] * 120, [0] * 120, [12_000]).prevalence
    ten = validate([0] * 120, [0] * 120, np.arange(120) % 10, [1200] * 10).prevalence
    assert ten.high == pytest.approx(one.high, rel=0.35)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (([], [], [], [1]), "no coded sentence"),
        (([1], [1, 0], [0], [1]), "lengths differ: 1 human, 2 machine, 1 strata"),
        (([1], [1], [0, 0], [1]), "lengths differ"),
        (([1], [1], [1], [1]), "unknown stratum 1"),
        (([1], [1], [-1], [1]), "unknown stratum -1"),
        (([1], [1], [0], []), "unknown stratum 0"),
        (([1, 1], [1, 1], [0, 0], [1]), "stratum 0 has 1 sentences, but 2 were coded"),
        (([1], [1], [0], [1, 0]), "stratum 1 has size 0"),
        (([1], [1], [0], [1, -4]), "stratum 1 has size -4"),
        (([1], [1], [0], [1, 40]), "stratum 1 has 40 sentences, and none was coded"),
        (([1, math.nan], [1, 1], [0, 0], [2]), "human has NaN"),
        (([1, None], [1, 1], [0, 0], [2]), "human has NaN"),
        (([1, 1], [math.nan, 1], [0, 0], [2]), "machine has NaN"),
        (([1, 1], [1, 1], [0, math.nan], [2]), "stratum has NaN"),
        (([1, 1], [1, 1], [0, 0], [math.nan]), "sizes has NaN"),
        (([1, 1], [1, 1], [0, 0.5], [2]), "stratum must be whole"),
        (([1, 1], [1, 1], ["a", "b"], [2]), "stratum must be whole"),
        (([1, 2], [1, 1], [0, 0], [2]), "human must be yes or no"),
        ((["yes"], [1], [0], [2]), "human must be yes or no"),
        (([[1]], [1], [0], [2]), "human must be a list"),
        (([1], [1], [[0]], [2]), "stratum must be a list"),
    ],
)
def test_what_is_refused(codes, words):
    with pytest.raises(ValueError, match=words):
        validate(*codes)


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"confidence": 1.0}])
def test_draws_and_confidence_must_make_sense(wrong):
    with pytest.raises(ValueError, match="1 draw or more"):
        validate([1], [1], [0], [2], **wrong)


@settings(deadline=None)
@given(ROWS)
def test_where_every_sentence_is_coded_the_figures_are_the_plain_ones(rows):
    human, machine, stratum = columns(rows)
    found = validate(human, machine, stratum, np.bincount(stratum), draws=20)
    counts = [(human & machine).sum(), (~human & machine).sum(), (human & ~machine).sum()]
    assert [found.tp, found.fp, found.fn, found.tn] == [*counts, (~human & ~machine).sum()]
    assert found.alpha.value == pytest.approx(alpha([human, machine]), nan_ok=True)
    tp, fp, fn = map(int, counts)
    assert found.precision.value == pytest.approx(tp / (tp + fp) if tp + fp else math.nan, nan_ok=True)
    assert found.recall.value == pytest.approx(tp / (tp + fn) if tp + fn else math.nan, nan_ok=True)
    assert found.accuracy.value == pytest.approx((human == machine).mean())


@settings(deadline=None)
@given(ROWS, st.lists(st.integers(0, 5000), min_size=3, max_size=3), st.integers(0, 9))
def test_every_figure_lies_in_an_interval_that_is_no_point(rows, more, seed):
    human, machine, stratum = columns(rows)
    sizes = np.bincount(stratum) + more[: stratum.max() + 1]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = validate(human, machine, stratum, sizes, draws=200, seed=seed)
    for name, one in figures(found).items():
        if math.isnan(one.value):
            assert math.isnan(one.low) and math.isnan(one.high)
        else:
            assert one.low <= one.value <= one.high
            assert one.low < one.high
            assert one.high <= 1
            assert one.low >= (-1 if name == "alpha" else 0)
    assert found.tp + found.fp + found.fn + found.tn == pytest.approx(sizes.sum())


@settings(deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_sentences_means_nothing(rows, random):
    turned = list(rows)
    random.shuffle(turned)
    first, second = (
        validate(human, machine, stratum, [50] * (stratum.max() + 1), draws=20)
        for human, machine, stratum in map(columns, (rows, turned))
    )
    assert repr(first) == repr(second)


@settings(deadline=None)
@given(ROWS)
def test_swapping_people_and_machine_swaps_precision_and_recall(rows):
    human, machine, stratum = columns(rows)
    sizes = [90] * (stratum.max() + 1)
    one, two = validate(human, machine, stratum, sizes, 20), validate(machine, human, stratum, sizes, 20)
    assert one.precision.value == pytest.approx(two.recall.value, nan_ok=True)
    assert one.f1.value == pytest.approx(two.f1.value, nan_ok=True)
    assert one.alpha.value == pytest.approx(two.alpha.value, nan_ok=True)


@settings(deadline=None)
@given(ROWS, st.integers(2, 9))
def test_strata_that_are_alike_can_be_one(rows, times):
    human, machine, _ = columns(rows)
    n = len(rows)
    one = validate(human, machine, [0] * n, [n * times], draws=20)
    two = validate([*human, *human], [*machine, *machine], [0] * n + [1] * n, [n * times] * 2, draws=20)
    for name in NAMES[:-1]:
        assert getattr(one, name).value == pytest.approx(getattr(two, name).value, nan_ok=True)


def population(seed, size=5000):
    """Truth, machine and stratum: a tenth is yes; near misses are a stratum of their own."""
    generator = np.random.default_rng(seed)
    truth = generator.random(size) < 0.1
    machine = np.where(truth, generator.random(size) < 0.7, generator.random(size) < 0.03)
    near = np.where(truth, generator.random(size) < 0.6, generator.random(size) < 0.1)
    return truth, machine, np.where(machine, 0, np.where(near, 1, 2)), generator


def coded(stratum, generator, each):
    return np.concatenate([generator.permutation(np.flatnonzero(stratum == s))[:each] for s in range(3)])


def test_weights_undo_the_sampling():
    truth, machine, stratum, generator = population(1)
    sizes = np.bincount(stratum)
    found = []
    for _ in range(300):
        rows = coded(stratum, generator, 60)
        one = validate(truth[rows], machine[rows], stratum[rows], sizes, draws=1)
        found.append([one.tp, one.fp, one.fn, one.precision.value, one.recall.value, one.prevalence.value])
    both, alone, missed = (truth & machine).sum(), (~truth & machine).sum(), (truth & ~machine).sum()
    mean = np.mean(found, axis=0)
    assert mean[:3] == pytest.approx([both, alone, missed], rel=0.05)
    assert mean[3:] == pytest.approx([both / (both + alone), both / (both + missed), truth.mean()], rel=0.05)
    unweighted = truth[coded(stratum, generator, 60)].mean()
    assert unweighted > 2 * truth.mean()


def test_intervals_cover_as_often_as_they_say():
    inside = np.zeros(5)
    for seed in range(200):
        truth, machine, stratum, generator = population(seed)
        rows = coded(stratum, generator, 70)
        sizes = np.bincount(stratum)
        found = validate(truth[rows], machine[rows], stratum[rows], sizes, draws=300, seed=seed)
        whole = validate(truth, machine, stratum, sizes, draws=1)
        for n, name in enumerate(("precision", "recall", "f1", "prevalence", "alpha")):
            one = getattr(found, name)
            inside[n] += one.low <= getattr(whole, name).value <= one.high
    assert (inside >= 180).all()
    assert inside.mean() <= 199


def test_same_seed_same_bytes():
    human, machine, stratum = np.arange(50) % 3 == 0, np.arange(50) % 4 == 0, np.arange(50) % 2
    first = validate(human, machine, stratum, [80, 900], seed=4)
    assert repr(first) == repr(validate(human, machine, stratum, [80, 900], seed=4))
    other = validate(human, machine, stratum, [80, 900], seed=5)
    assert (first.recall.value, first.recall.low) != (other.recall.value, other.recall.low)
    assert first.recall.value == other.recall.value


def test_small_blocks_of_memory_change_nothing(monkeypatch):
    codes = np.arange(50) % 3 == 0, np.arange(50) % 4 == 0, np.arange(50) % 2, [80, 900]
    whole = validate(*codes, draws=50)
    monkeypatch.setattr(validation, "CELLS", 20)
    assert repr(validate(*codes, draws=50)) == repr(whole)


def test_ten_thousand_sentences_are_no_trouble():
    generator = np.random.default_rng(0)
    human = generator.random(10_000) < 0.3
    machine = np.where(generator.random(10_000) < 0.9, human, ~human)
    found = validate(human, machine, generator.integers(0, 20, 10_000), [5000] * 20)
    assert found.recall.value == pytest.approx(0.9, abs=0.02)
    assert 0.01 < found.recall.high - found.recall.low < 0.04


def test_poles_by_hand():
    # three of four: quantiles .025 and .975 of Beta(3.5, 1.5)
    found = poles_right([1, -1, -1, 1], [1, -1, 1, 1])
    assert found.value == 0.75
    assert (found.low, found.high) == (pytest.approx(0.28375, abs=1e-5), pytest.approx(0.97153, abs=1e-5))


def test_poles_that_the_machine_leaves_open_are_not_right():
    assert poles_right([1, -1], [1, 0]).value == 0.5


def test_poles_at_the_edge_are_no_point():
    right, wrong = poles_right([1] * 3, [1] * 3), poles_right([1] * 3, [-1] * 3)
    assert (right.value, right.high) == (1, 1)
    assert (wrong.value, wrong.low) == (0, 0)
    assert right.low == pytest.approx(1 - wrong.high)
    assert 0.3 < right.low < 0.6
    assert all(map(math.isnan, (poles_right([], []).value, poles_right([], []).low)))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([-1, 1]), st.sampled_from([-1, 0, 1])), min_size=1, max_size=30))
def test_turning_every_pole_changes_nothing(items):
    human, machine = np.array(items).T
    found = poles_right(human, machine)
    assert found == poles_right(-human, -machine)
    assert found.low <= found.value <= found.high
    assert found.low < found.high


@pytest.mark.parametrize(
    ("human", "machine", "words"),
    [
        ([1], [1, 1], "lengths differ"),
        ([0], [1], "poles are"),
        ([1], [2], "poles are"),
        ([math.nan], [1], "human has NaN"),
    ],
)
def test_poles_that_are_none(human, machine, words):
    with pytest.raises(ValueError, match=words):
        poles_right(human, machine)
    with pytest.raises(ValueError, match="confidence"):
        poles_right([1], [1], confidence=1.5)
