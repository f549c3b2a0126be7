"""Stretches of texts, cut all at once, are those that slices give."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.model.stretches import cut

TEXT = st.text(st.sampled_from("aé“€😀\n\x00 ") | st.characters(codec="utf-8"), max_size=60)


@st.composite
def asked(draw):
    texts = draw(st.lists(TEXT, min_size=1, max_size=5))
    rows = []
    for which in draw(st.lists(st.integers(0, len(texts) - 1), max_size=8)):
        ends = st.integers(0, len(texts[which]))
        rows.append((which, *sorted((draw(ends), draw(ends)))))
    return texts, rows


@given(asked(), st.integers(0, 2))
def test_a_stretch_is_a_slice(asked, skipped):
    texts, rows = asked
    held = pa.array(["é" * 5] * skipped + texts, pa.large_string())[skipped:]
    which, start, end = np.array(rows, np.int64).reshape(-1, 3).T
    found = cut(held, which, start, end)
    assert found.type == pa.large_string()
    assert found.to_pylist() == [texts[w][s:e] for w, s, e in rows]


def test_short_and_long_stretches_are_whole():
    text = "“" + "x" * 12 + "”" + "y" * 13
    none = np.array([0, 0, 0, 0])
    found = cut(
        pa.array([text], pa.large_string()), none, np.array([1, 0, 13, 27]), np.array([13, 13, 27, 27])
    )
    assert found.to_pylist() == ["x" * 12, "“" + "x" * 12, "”" + "y" * 13, ""]


def test_no_texts_have_no_stretches():
    none = np.empty(0, np.int64)
    assert len(cut(pa.array([], pa.large_string()), none, none, none)) == 0
