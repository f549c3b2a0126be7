"""Drift: how much of it a measure has, and how it averages out over stretches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.compare.drift import crowding, drift_of
from rhetoric.compare.intervals import unsteadiness
from rhetoric.model.feature import Feature


def column(*values):
    return np.array(values, np.float64)[:, None]


def test_topics_drift_more_than_manner():
    features = [Feature("theme.pluralism"), Feature("meaning.pluralism"), Feature("discourse.hedge")]
    theme, meaning, hedge = drift_of(features)
    assert theme == meaning > hedge > 0


def test_one_stretch_holds_all_hits():
    assert crowding(column(1, 0, 3), np.array([30.0, 30, 30]))[0] == 4


def test_stretches_by_hand():
    # 4,000 words are two stretches with 3 and 1 hits: (9 + 1) / 4
    assert crowding(column(3, 0, 1, 0), np.full(4, 1000.0))[0] == pytest.approx(2.5)
    # three texts of 100 words with 2, 2 and 0 hits: (4 + 4) / 4
    hits, words = column(1, 1, 2, 0), np.array([50.0, 50, 100, 100])
    assert crowding(hits, words, np.array([0, 0, 1, 2]))[0] == pytest.approx(2.0)


def test_without_hits_there_is_nothing_to_crowd():
    assert crowding(column(0, 0), np.array([9.0, 9]))[0] == 0


def test_overdispersion_and_drift_add_up_by_hand():
    # blocks of three: 6 and 0 hits in equal words give chi2 / df = 6; drift of 0.1 on 6 hits gives 0.6
    assert unsteadiness(column(2, 2, 2, 0, 0, 0), np.full(6, 10.0), 0.1)[0] == pytest.approx(6.6)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 900)), min_size=1, max_size=40), st.data())
def test_crowding_lies_between_one_hit_and_all(rows, data):
    hits, words = column(*(h for h, _ in rows)), np.array([float(w) for _, w in rows])
    text = np.sort(data.draw(st.lists(st.integers(0, 3), min_size=len(rows), max_size=len(rows))))
    total = hits.sum()
    assert min(1, total) <= crowding(hits, words, text)[0] <= total + 1e-9
    assert crowding(hits, words, text)[0] <= crowding(hits, words * 1e-6)[0] + 1e-9  # one short text
