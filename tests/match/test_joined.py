"""Words as quanteda cuts them, and patterns against one batch of texts after another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import Encoder, tokenise
from rhetoric.errors import ContractError
from rhetoric.match import Entry, compile_patterns
from rhetoric.match.joined import joined
from rhetoric.match.stream import Stream


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("poverty—which was", ["poverty—which", "was"]),
        ("the office.Congress met.", ["the", "office.Congress", "met", "."]),
        ("a – b, a–b-c.", ["a", "–", "b", ",", "a–b-c", "."]),
        ("power--as both", ["power", "--", "as", "both"]),
        ("in 1997–98 and 5.Then", ["in", "1997–98", "and", "5", ".", "Then"]),
        ("end. Now—", ["end", ".", "Now", "—"]),
        ("a—b—c", ["a—b—c"]),
    ],
)
def test_cases(text, expected):
    tokens = joined(tokenise([text]))
    assert [tokens.text(n) for n in range(len(tokens))] == expected
    assert [text[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)] == expected


def test_texts_are_never_joined():
    tokens = joined(tokenise(["a—", "b", "—c"]))
    assert np.diff(tokens.splits).tolist() == [2, 1, 2]


TEXTS = st.lists(st.text("ab c—.-\n", max_size=20), max_size=4)


@given(TEXTS)
def test_cut_at_once_or_joined_afterwards_words_are_the_same(texts):
    one, two = joined(tokenise(texts)), Encoder(compound=True).tokens(texts)
    assert [one.text(n) for n in range(len(one))] == [two.text(n) for n in range(len(two))]
    for name in ("start", "end", "splits"):
        assert np.array_equal(getattr(one, name), getattr(two, name))


@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
def test_batches_hold_the_hits_of_the_whole(batches, compound):
    patterns = compile_patterns([Entry("a*"), Entry("b a"), Entry("*c ... a"), Entry("a—b")])
    stream, encoder = Stream(patterns), Encoder(compound=compound)
    found, base = [], 0

    def rows(hits, tokens, base=0):
        doc = tokens.doc[hits.first] + base
        return zip(doc.tolist(), hits.entry.tolist(), tokens.start[hits.first].tolist(), strict=True)

    for texts in batches:
        tokens = encoder.tokens(texts)
        found += rows(stream.hits(tokens), tokens, base)
        base += len(texts)
    tokens = Encoder(compound=compound).tokens([t for b in batches for t in b])
    assert sorted(found) == sorted(rows(Stream(patterns).hits(tokens), tokens))


def test_conditions_are_refused():
    with pytest.raises(ContractError, match="needs sentences"):
        Stream(compile_patterns([Entry("a NEAR b")]))
