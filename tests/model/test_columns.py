"""Columns of numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.columns import ahead, distinct


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 5)))
def test_distinct_values_and_their_places(keys):
    values, place = distinct(np.array(keys, np.int64))
    assert values.tolist() == sorted(set(keys))
    assert values[place].tolist() == keys


@given(st.lists(st.tuples(st.integers(-9, 1_000), st.integers(0, 5))))
def test_runs_of_numbers_end_to_end(runs):
    begin, sizes = np.array(runs, np.int64).reshape(-1, 2).T
    assert ahead(begin, sizes).tolist() == [n for first, size in runs for n in range(first, first + size)]
