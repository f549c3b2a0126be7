"""Texts put end to end, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.joined import Joined, holder
from rhetoric.segment.paragraphs import trimmed

LETTERS = st.text(alphabet="ab \t\n\xa0\u2003\u3000\u3001é😀\ud83d\ude00", max_size=12)


def test_where_texts_begin():
    joined = Joined.of(["ab", "", "c\nd"])
    assert joined.text == "ab\n\nc\nd"
    assert joined.base.tolist() == [0, 3, 4, 8]
    assert joined.breaks.tolist() == [2, 3, 5]


def test_no_texts():
    assert Joined.of([]).base.tolist() == [0] and not len(Joined.of([]).codes)


@given(st.lists(LETTERS, max_size=4))
def test_every_code_point_is_one_number(texts):
    joined = Joined.of(texts)
    assert joined.codes.tolist() == [ord(x) for x in joined.text]


@given(LETTERS, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5))
def test_trimmed_as_one_by_one(text, spans):
    bounds = np.array([sorted(min(n, len(text)) for n in s) for s in spans], np.int64).reshape(-1, 2)
    start, end = Joined.of([text]).trimmed(bounds[:, 0], bounds[:, 1])
    wanted = [trimmed(text, s, e) for s, e in bounds.tolist()]
    assert list(zip(start.tolist(), end.tolist(), strict=True)) == wanted


@pytest.mark.parametrize(
    ("starts", "places", "expected"),
    [
        ([2, 5], [0, 2, 4, 5, 9], [-1, 0, 0, 1, 1]),
        ([0, 3, 3], [3], [2]),
        ([], [1], [-1]),
        ([1], [], []),
    ],
)
def test_holder(starts, places, expected):
    assert holder(np.array(starts, np.int64), np.array(places, np.int64)).tolist() == expected
