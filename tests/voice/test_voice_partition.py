"""The partition of a text by voice."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import voiced

from rhetoric.voice.partition import partition

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
