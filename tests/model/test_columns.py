"""Columns of numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.columns import distinct


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 5)))
def test_distinct_values_and_their_places(keys):
    values, place = distinct(np.array(keys, np.int64))
    assert values.tolist() == sorted(set(keys))
    assert values[place].tolist() == keys
