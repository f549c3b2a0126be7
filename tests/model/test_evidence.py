"""Evidence as rows, as Arrow and in order; exposure by text and voice."""

import json

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.batch.kept import kept, public
from rhetoric.batch.part import arrow
from rhetoric.model.columns import order_of
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Exposure, Finding, encoded
from rhetoric.model.feature import Feature
from rhetoric.model.schema import arrow_schema
from rhetoric.pipeline import read
from rhetoric.settings import Settings

TEXTS = {"a": "“Café first,” said Ann Lee. The rest came late.", "b": "Nothing.", "c": ""}
SHARED = {"why": "é", "sure": 0.5}
FOUND = [
    Finding(0, 1, "late", 42, 46, -1.0, SHARED),
    Finding(0, 0, "first", 1, 11, 1.0, SHARED),
    Finding(1, 0, "none", 0, 7, float("nan")),
    Finding(0, 1, "first", 1, 11, 0.0, {"b": [1, {"x": None}], "a": "\0"}),
]


@pytest.fixture
def evidence():
    corpus = read([Document(name, text) for name, text in TEXTS.items()], Settings())
    return Evidence.gather(corpus, (Feature("theme.x"), Feature("theme.y", 2)), FOUND)


def written(evidence):
    texts = pa.table({"doc_id": list(TEXTS), "text": pa.array(TEXTS.values(), pa.large_string())})
    return public("evidence", kept("evidence", evidence.arrow()), texts)


def test_arrow_is_the_table(evidence):
    made = written(evidence)
    assert made.schema == arrow_schema("evidence")
    assert made.equals(arrow("evidence", evidence.table(TEXTS)))
    assert made["text"].to_pylist() == ["Café first", "Café first", "late", "Nothing"]
    assert made["feature"].to_pylist() == ["theme.x@1", "theme.y@2", "theme.y@2", "theme.x@1"]
    assert made["weight"].to_pylist() == [1.0, 0.0, -1.0, None]
    assert made["attrs"].to_pylist()[2:] == ['{"sure": 0.5, "why": "é"}', "{}"]


def test_no_evidence_is_a_table_without_rows(evidence):
    none = evidence.where(slice(0, 0))
    assert written(none).equals(arrow_schema("evidence").empty_table())
    assert none.table(TEXTS).dtypes.equals(evidence.table(TEXTS).dtypes)


@given(
    st.lists(
        st.none()
        | st.dictionaries(st.text(max_size=3), st.lists(st.sampled_from(["\0", '", "', "", 1]), max_size=3))
    )
)
def test_attrs_written_together_are_those_written_alone(attrs):
    assert encoded(attrs) == [json.dumps(a or {}, ensure_ascii=False, sort_keys=True) for a in attrs]


@given(
    st.lists(
        st.tuples(st.integers(-3, 3), st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1), st.integers(0, 9))
    )
)
def test_order_is_that_of_all_columns(rows):
    columns = np.array(rows, np.int32).reshape(-1, 4).T
    for some in (columns, columns[[0, 3]]):  # too wide for one number, and narrow
        want = np.lexsort(some[::-1])
        got = order_of(list(some))
        np.testing.assert_array_equal(np.arange(len(rows)) if got is None else got, want)


def test_exposure_by_text_and_voice_by_hand():
    exposure = Exposure(
        doc=np.array([0, 0, 0, 1, 0]),
        voice=np.array([0, 1, 0, 1, 0]),
        sentence=np.array([2, 1, 2, 0, 3]),
        words=np.array([3, 4, 5, 6, 1]),
        chars=np.array([9, 8, 7, 6, 2]),
        docs=("one", "two"),
        voices=("Zoe", "Ann"),
    )
    assert exposure.table().to_numpy().tolist() == [
        ["one", "Ann", 4, 1, 8],  # Ann speaks first
        ["one", "Zoe", 9, 2, 18],
        ["two", "Ann", 6, 1, 6],
    ]
