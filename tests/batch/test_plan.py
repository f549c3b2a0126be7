"""A stream is cut into shards without loss."""

from hypothesis import given
from hypothesis import strategies as st

from rhetoric.batch.plan import shards
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem

LENGTHS = st.lists(st.one_of(st.none(), st.integers(0, 40)), max_size=30)


@given(LENGTHS, st.integers(1, 60), st.integers(1, 5))
def test_nothing_is_lost_and_limits_hold(lengths, characters, documents):
    stream = [
        Problem(f"p{n}", None, "X", "x") if size is None else Document(f"d{n}", "a" * size)
        for n, size in enumerate(lengths)
    ]
    cut = list(shards(stream, characters, documents))
    assert [d for s in cut for d in s.documents] == [x for x in stream if isinstance(x, Document)]
    assert [p for s in cut for p in s.problems] == [x for x in stream if isinstance(x, Problem)]
    for shard in cut:
        assert len(shard.documents) <= documents
        assert len(shard.documents) <= 1 or sum(len(d.text) for d in shard.documents) <= characters
