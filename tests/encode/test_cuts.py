"""Cutting before looking: it must not change what the pattern of one token makes of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode.chunks import Encoder
from rhetoric.encode.cuts import pieces, sorts
from rhetoric.model.wordform import PLAIN, joined_spans, spans


def cut(text):
    data = text.encode() + b"\n\n"
    start, end = pieces(sorts(data))
    return [data[s:e].decode() for s, e in zip(start, end, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He "said so".', ["He", '"', "said", 'so"', "."]),
        ('"Go," (he) said.', ['"', "Go", ",", '"', "(", "he", ")", "said", "."]),
        ("the U.K. at 3.5. A. p.m., no", ["the", "U.K.", "at", "3.5", ".", "A.", "p.m.", ",", "no"]),
        ("wait... what?! $5 'tis 'em'", ["wait...", "what", "?", "!", "$", "5", "'", "tis", "'", "em", "'"]),
        ('" ( ." )', ['"', "(", ".", '"', ")"]),
        ("“Why?” café.", ["“Why?”", "café."]),
        (" \t\n", []),
    ],
)
def test_cuts(text, expected):
    assert cut(text) == expected


TEXT = st.one_of(
    st.text("abÉ9'’&@#_-–.,…!?\"”()[]$*%;:/w \n\xa0", max_size=40),
    st.lists(
        st.sampled_from(
            [*"www. http:// a.b U.S. x@y.z 3,5 -- ... … \" ' ( ) , . ; ab b2 9 \n ’".split(" "), " ", "\xa0"]
        ),
        max_size=14,
    ).map("".join),
    st.text(max_size=30),
)


@given(st.lists(st.lists(TEXT, max_size=4), min_size=1, max_size=3), st.booleans())
def test_tokens_are_those_of_whole_chunks_in_every_batch(batches, compound):
    """White space in ASCII cuts a text, and the pattern cuts what is between; types are numbered as they first appear."""
    encoder, types = Encoder(compound=compound), {}
    for texts in batches:
        expected = []
        for n, text in enumerate(texts):
            marked = "".join(" " if c.isascii() and c.isspace() else c for c in text)
            at = 0
            for chunk in marked.split(" "):
                for start, end in (joined_spans if compound else spans)(chunk):
                    word = chunk[start:end]
                    expected.append((n, types.setdefault(word, len(types)), at + start, at + end))
                at += len(chunk) + 1
        tokens = encoder.tokens(texts)
        found = zip(tokens.doc, tokens.ids, tokens.start, tokens.end, strict=True)
        assert [tuple(map(int, row)) for row in found] == expected
        assert tokens.vocab.types == tuple(types)


@given(st.text("ab9Z'-.,", max_size=8))
def test_a_plain_token_is_one_token(word):
    if PLAIN.fullmatch(word):
        assert spans(word) == joined_spans(word) == [(0, len(word))]
