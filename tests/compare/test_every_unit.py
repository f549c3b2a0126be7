"""The hull of all units at once is that of each unit by itself, to the last digit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.compare import hull
from rhetoric.model.counts import Counts, EveryUnit
from rhetoric.model.feature import Feature

THEME, DEVICE = Feature("theme.x"), Feature("device.x")
TONES = Feature("sentiment.a", measure="mean"), Feature("sentiment.b", measure="mean")
FEATURES = (THEME, TONES[0], DEVICE, TONES[1])


def counts_of(units):
    """Counts of units, each a list of sentences: words, hits of two rates, two tones (None for no tone)."""
    first = np.cumsum([0, *map(len, units)])
    cells = []
    for row, (_, x, y, a, b) in enumerate(s for unit in units for s in unit):
        cells += [(row, 0, x, x)] if x else []
        cells += [(row, 1, 1, a)] if a is not None else []
        cells += [(row, 2, y, -y)] if y else []
        cells += [(row, 3, 1, b)] if b is not None else []
    row, feature, hits, weight = np.array(cells, np.float64).reshape(-1, 4).T
    words = np.array([s[0] for unit in units for s in unit], np.float64)
    return Counts(FEATURES, first, words, row.astype(int), feature.astype(int), hits, weight)


TONE = st.none() | st.sampled_from([-0.7421, -0.1, 0.0, 0.3333, 0.9])
SENTENCE = st.tuples(
    st.integers(1, 400), st.sampled_from([0, 0, 0, 1, 2, 5]), st.sampled_from([0, 0, 1]), TONE, TONE
)
UNITS = st.lists(st.lists(SENTENCE, min_size=1, max_size=40), min_size=1, max_size=5)


@pytest.mark.parametrize("draws", [0, 30])
@given(units=UNITS, level=st.sampled_from([0.8, 0.95]))
@settings(max_examples=80, deadline=None)
def test_all_at_once_is_one_by_one(draws, units, level):
    counts, one = counts_of(units), hull(level, draws, 7)
    assert isinstance(one, EveryUnit)
    low, high = one.of_all(counts, str)
    for unit in range(len(units)):
        alone = one(*counts.series(unit), str(unit), FEATURES)
        np.testing.assert_array_equal(np.stack([low[unit], high[unit]]), np.stack(alone))


def test_without_words_nothing_is_known():
    low, high = hull(0.95, 0, 0).of_all(counts_of([[], [(10, 0, 0, None, None)]]), str)
    assert np.isnan(low[0]).all() and np.isnan(high[0]).all()
    assert low[1, 0] == 0 < high[1, 0]  # no hits in ten words: something is known
    assert np.isnan(high[1, 1])  # no tone: nothing


def test_the_series_of_a_unit_by_hand():
    counts = counts_of([[(5, 1, 0, None, 0.5)], [(10, 0, 2, 0.25, None), (20, 3, 0, None, None)]])
    hits, words = counts.series(1)
    assert words.tolist() == [10, 20]
    np.testing.assert_array_equal(hits, [[0, 0.25, 2, np.nan], [3, np.nan, 0, np.nan]])
    assert counts.total.tolist() == [5, 30]
