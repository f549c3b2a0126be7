"""The partition of a text by voice."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import voiced

from rhetoric.voice.partition import partition, partitions

WORDS = st.lists(
    st.sampled_from(
        [
            "Jane Smith",
            "said",
            "he",
            "told",
            "that",
            "it",
            "was",
            '"',
            "“",
            "”",
            "'",
            ",",
            ".",
            "\n\n",
            "Q:",
            "A:",
            "TOM:",
            "was asked",
            "according to",
            "\x00",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 3)), max_size=8),
)
def test_every_character_has_the_last_layer_that_covers_it(
    length: int, layers: list[tuple[int, int, int]]
) -> None:
    painted = [0] * length
    for s, e, v in layers:
        for k in range(s, min(e, length)):
            painted[k] = v
    runs = partition(length, 0, layers)
    assert [v for s, e, v in runs for _ in range(s, e)] == painted
    assert all(a[1] == b[0] and a[2] != b[2] for a, b in pairwise(runs))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3), st.integers(7, 8)), max_size=4),
        ),
        max_size=4,
    )
)
def test_many_texts_are_parted_as_each_of_them(
    texts: list[tuple[int, list[tuple[int, int, int]]]],
) -> None:
    first, last, layers, expected, at = [], [], [], [], 0
    for n, (tail, pieces) in enumerate(texts):
        mine, end = [], 0
        for gap, size, voice in pieces:
            mine.append((end + gap, end + gap + size, voice))
            end += gap + size
        end += tail
        expected += [(n, at + s, at + e, v) for s, e, v in partition(end, n, mine)]
        layers += [(at + s, at + e, v) for s, e, v in mine]
        first.append(at)
        last.append(at + end)
        at += end + 1
    columns = np.array(layers[::-1], np.int64).reshape(-1, 3).T
    ends = np.array(first, np.int64), np.array(last, np.int64)
    runs = partitions(*ends, np.arange(len(texts)), (columns[0], columns[1], columns[2]))
    assert list(zip(*(c.tolist() for c in runs), strict=True)) == expected


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_every_text_is_covered_once(text: str) -> None:
    corpus = voiced(text)
    at = 0
    for s, e in zip(corpus.spoken.start.tolist(), corpus.spoken.end.tolist(), strict=True):
        assert s == at < e
        at = e
    assert at == len(text)
    for q in corpus.quotations:
        assert 0 <= q.start < q.end <= len(text)
        assert q.how and 0 <= q.sure <= 1
