"""Tokens, counted by hand, and what always holds of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode, tokenise
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.tokens import Tokens


def words(text):
    tokens = tokenise([text])
    return [tokens.text(n) for n in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t stop, Women's day.", ["Don’t", "stop", ",", "Women's", "day", "."]),
        ("centre-left co-operate by-election", ["centre-left", "co-operate", "by-election"]),
        ("The U.K. and e.g. 5 p.m.", ["The", "U.K.", "and", "e.g.", "5", "p.m."]),
        ("£3.2bn, 10,000 and 48-hour 1990s", ["£", "3.2bn", ",", "10,000", "and", "48-hour", "1990s"]),
        ("majoritarian [sic] victories", ["majoritarian", "[", "sic", "]", "victories"]),
        ("power -- as both", ["power", "--", "as", "both"]),
        ("strategy – to end", ["strategy", "–", "to", "end"]),
        ("wait... what… now", ["wait", "...", "what", "…", "now"]),
        ("“Why?” ‘No.’", ["“", "Why", "?", "”", "‘", "No", ".", "’"]),
        ("see https://example.org/a?b=c, now", ["see", "https://example.org/a?b=c", ",", "now"]),
        ("mail a.b@example.org or @lee #vote", ["mail", "a.b@example.org", "or", "@lee", "#vote"]),
        ("workers’ rights", ["workers", "’", "rights"]),
        ("R&D is café-style naïve", ["R&D", "is", "café-style", "naïve"]),
        ("fast\xa0forward", ["fast", "forward"]),
        ("", []),
    ],
)
def test_cases(text, expected):
    assert words(text) == expected


TEXT = st.text(alphabet=st.sampled_from("abÉ9'’-–.,…!?\"“”[]()£&@#_ \n\xa0\u2028🙂\u202e\ufffd"), max_size=60)


@given(st.lists(st.one_of(TEXT, st.text(max_size=30)), max_size=4))
def test_every_character_but_white_space_is_in_exactly_one_token(texts):
    tokens = tokenise(texts)
    for n, text in enumerate(texts):
        a, b = tokens.splits[n], tokens.splits[n + 1]
        covered = np.zeros(len(text), int)
        for row in range(a, b):
            s, e = tokens.start[row], tokens.end[row]
            assert text[s:e] == tokens.text(row)
            covered[s:e] += 1
        assert all((c == 0) == ch.isspace() for c, ch in zip(covered, text, strict=True))
        assert covered.max(initial=0) <= 1
        assert np.all(np.diff(tokens.start[a:b]) > 0)


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_shards_put_together_are_the_whole(texts):
    whole, parts = tokenise(texts), Tokens.join([tokenise([t]) for t in texts])
    assert [whole.text(n) for n in range(len(whole))] == [parts.text(n) for n in range(len(parts))]
    for name in ("start", "end", "splits"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))


def test_encode_changes_nothing_else():
    before = Corpus((Document("a", "One two."),))
    after = encode(before)
    assert len(before.tokens) == 0
    assert after.documents is before.documents
    assert list(after.tokens.is_word) == [True, True, False]
