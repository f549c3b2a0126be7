"""Tests for those who must report them, against worked numbers and a reference."""

import csv
import io
import math
import tarfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.compare.keyness import PRIOR, log_odds
from rhetoric.compare.significance import benjamini_hochberg, g2_p
from rhetoric.model.likelihood import g2

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "data" / "quanteda" / "quanteda_reference.tar.gz"
COUNTS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=20)


def reference(name):
    if not ARCHIVE.exists():
        pytest.skip("the shared evaluation data are not beside the checkout (quanteda_reference.tar.gz)")
    with tarfile.open(ARCHIVE) as archive:
        held = archive.extractfile(f"quanteda_reference/{name}")
        return list(csv.DictReader(io.TextIOWrapper(held, "utf-8")))


def test_g2_with_unequal_words_by_hand():
    # 7 in 2,000 and 8 in 1,000: expected 10 and 5; 2 * (7 ln 0.7 + 8 ln 1.6)
    expected = 2 * (7 * math.log(0.7) + 8 * math.log(1.6))
    assert expected == pytest.approx(2.5266, abs=1e-4)
    assert g2(np.array([7]), np.array([8]), 2000, 1000)[0] == pytest.approx(expected)


def test_g2_with_an_empty_side_by_hand():
    # 6 and 0 in equal words: 2 * 6 ln 2
    assert g2(np.array([6]), np.array([0]), 500, 500)[0] == pytest.approx(12 * math.log(2))
    assert g2_p(np.array([6]), np.array([0]), 500, 500)[0] == pytest.approx(0.00393, abs=1e-5)


@given(COUNTS, st.integers(600, 9000), st.integers(600, 9000))
def test_g2_is_never_negative_and_knows_no_sides(counts, words_a, words_b):
    a, b = np.array(counts).T
    one, other = g2(a, b, words_a, words_b), g2(b, a, words_b, words_a)
    assert (one >= 0).all()
    assert one == pytest.approx(other)


def test_benjamini_hochberg_worked_example():
    # the fifteen p-values of Benjamini and Hochberg (1995), section 3.2: four are rejected at .05
    small = "0.0001 0.0004 0.0019 0.0095 0.0201 0.0278 0.0298 0.0344 0.0459"
    p = np.array(f"{small} 0.3240 0.4262 0.5719 0.6528 0.7590 1.0".split(), np.float64)
    q = benjamini_hochberg(p)
    assert (q <= 0.05).sum() == 4
    # 15 * .0001 / 1, 15 * .0004 / 2, 15 * .0019 / 3, 15 * .0095 / 4
    assert q[:4] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])
    assert q[5] == pytest.approx(15 * 0.0298 / 7)  # the sixth takes the smaller value of the seventh
    assert q[-1] == 1


@given(st.lists(st.none() | st.floats(0, 1), max_size=30), st.randoms())
def test_q_keeps_order_and_gaps_and_is_no_less_than_p(values, random):
    p = np.array([math.nan if v is None else v for v in values], np.float64)
    q = benjamini_hochberg(p)
    known = np.isfinite(p)
    assert (np.isfinite(q) == known).all()
    assert (q[known] >= p[known] * (1 - 1e-12)).all()
    assert (q[known] <= 1).all()
    assert (np.diff(q[known][np.argsort(p[known], kind="stable")]) >= 0).all()
    turned = np.array(random.sample(range(len(p)), len(p)), np.int64)
    assert benjamini_hochberg(p[turned]) == pytest.approx(q[turned], nan_ok=True)


def test_log_odds_worked_example():
    # 30 and 10 of one word, 70 and 90 of another; the prior of the first is 500 * 40 / 200 = 100
    hits, words = np.array([[30.0, 70.0], [10.0, 90.0]]), np.array([100.0, 100.0])
    delta = math.log(130 / 470) - math.log(110 / 490)
    z = delta / math.sqrt(1 / 130 + 1 / 110)
    assert PRIOR == 500
    assert z == pytest.approx(1.6112, abs=1e-4)
    assert log_odds(hits, words)[0] == pytest.approx(z)
    assert log_odds(hits[::-1], words[::-1])[0] == pytest.approx(-z)


@pytest.mark.shared
def test_g2_agrees_with_the_reference_on_inaugurals():
    rows = reference("keyness_by_definition.csv")
    a, b = (np.array([float(r[c]) for r in rows]) for c in ("n_rep", "n_dem"))
    assert len(rows) > 1000
    assert g2(a, b, a.sum(), b.sum()) == pytest.approx(
        [float(r["LL_rayson_2term"]) for r in rows], rel=1e-9, abs=1e-9
    )


@pytest.mark.shared
def test_log_odds_agree_with_the_reference_on_inaugurals():
    rows = reference("logodds_monroe_informative_pooled_scaled500.csv")
    hits = np.array([[float(r["n_rep"]) for r in rows], [float(r["n_dem"]) for r in rows]])
    z = log_odds(hits, hits.sum(axis=1))
    assert z == pytest.approx([float(r["z"]) for r in rows], rel=1e-6, abs=1e-9)
