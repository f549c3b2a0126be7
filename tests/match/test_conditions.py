"""Patterns that ask for another phrase before, after or near."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.errors import DictionaryError
from rhetoric.match import Entry, compile_patterns, find
from rhetoric.match.condition import accompanied
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment


def corpus_of(*texts):
    return encode(segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts)))))


def starts(pattern, *texts):
    """The places of the hits, in words of their text."""
    corpus = corpus_of(*texts)
    found = find(compile_patterns([Entry(pattern)]), corpus)
    words = np.cumsum(corpus.tokens.is_word) - 1
    first = words[corpus.tokens.splits[:-1]] if len(corpus.tokens) else []
    return [int(words[f] - first[corpus.tokens.doc[f]]) for f in found.first]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("tax* BEFORE cut*", "tax and cut", [0]),
        ("tax* BEFORE cut*", "cut the tax", []),
        ("tax* AFTER cut*", "cut the tax, tax", [2, 3]),
        ("tax* NEAR cut*", "cut the tax. A tax. Tax to cut.", [2, 5]),
        ("tax BEFORE cut WITHIN 1", "tax cut, tax a cut", [0]),
        ("tax BEFORE cut WITHIN 2", "tax cut, tax a cut", [0, 2]),
        ("tax BEFORE cut WITHIN 2", "tax, a — cut", [0]),
        ("tax BEFORE cut WITHIN SENTENCE", "tax. A cut.", []),
        ("tax BEFORE cut WITHIN PARAGRAPH", "A tax. A cut.\n\nA tax.\n\nA cut.", [1]),
        ("good UNLESS AFTER not WITHIN 3", "not a very good, good and not good", [4]),
        ("good UNLESS AFTER not|never WITHIN 1", "never good, good", [2]),
        ("good UNLESS BEFORE grief", "good grief! Good work.", [2]),
        ("kind UNLESS BEFORE of WITHIN 1", "kind of man, kind man of kind", [3, 6]),
        ("new york UNLESS BEFORE times WITHIN 1", "New York Times of New York", [4]),
        ("tax NEAR bee NEAR sea", "Tax bee. Tax sea. Tax bee sea.", [4]),
        ("tax NEAR bee UNLESS NEAR sea", "Tax bee. Tax sea. Tax bee sea.", [0]),
        ("liberal* NEAR attack* ...3 on WITHIN 5", "an attack was made on the Liberals", [6]),
        ("a NEAR a", "a b. A a.", [2, 3]),
        ("/t.x/ BEFORE /c.t/", "tax cut. Tex.", [0]),
    ],
)
def test_conditions(pattern, text, expected):
    assert starts(pattern, text) == expected


def test_no_condition_looks_into_the_next_text():
    assert starts("tax BEFORE cut", "tax", "cut") == []
    assert starts("tax UNLESS BEFORE cut WITHIN PARAGRAPH", "tax", "cut") == [0]


@pytest.mark.parametrize("word", ["near", "before", "AFTER", "within", "unless"])
def test_a_keyword_alone_or_in_small_letters_is_a_word(word):
    assert starts(word, f"It stood {word} it") == [2]
    assert starts(f"stood {word.lower()}", f"It stood {word} it") == [1]


@pytest.mark.parametrize(
    ("pattern", "part", "remedy"),
    [
        ("NEAR b", "nothing before NEAR", "write first"),
        ("a NEAR", "nothing after NEAR", "write a word"),
        ("a UNLESS b", "UNLESS is followed by 'b'", "BEFORE, AFTER or NEAR"),
        ("a UNLESS", "UNLESS is followed by 'nothing'", "BEFORE, AFTER or NEAR"),
        ("a WITHIN 3", "WITHIN stands alone", "BEFORE, AFTER or NEAR"),
        ("a NEAR b WITHIN", "WITHIN is followed by 'nothing'", "a number of words"),
        ("a NEAR b WITHIN 0", "WITHIN is followed by '0'", "a number of words"),
        ("a NEAR b WITHIN 9999999999999", "WITHIN is followed by", "a number of words"),
        ("a NEAR b WITHIN TEXT", "WITHIN is followed by 'TEXT'", "SENTENCE or PARAGRAPH"),
        ("a NEAR b WITHIN 3 c", "'c' after WITHIN 3", "put the phrase before WITHIN"),
        ("a NEAR ... b", "a gap must stand between two words", "add the word"),
        ("* ... tax", "a gap after nothing but bare wildcards", "put a word before the gap"),
        ("/(a/", "missing )", "one whole token"),
        ("/(?=a)b/", "no look-around", "one whole token"),
        (r"/(a)\1/", "no back reference", "one whole token"),
        ("/((a{90}){90}){90}/", "repetition", "one whole token"),
        ("/a*/", "fits the empty text", "one whole token"),
        ("a " * 101, "a phrase of 101 words", "at most 100"),
        (f"/{'a' * 600}/", "602 characters", "one whole token"),
    ],
)
def test_malformed_conditions_say_what_and_what_to_do(pattern, part, remedy):
    with pytest.raises(DictionaryError) as fault:
        compile_patterns([Entry(pattern, where="t.yml", line=7)])
    assert str(fault.value).startswith(f"t.yml:7: pattern {pattern!r}: ")
    assert part in fault.value.what
    assert remedy in fault.value.do


ORDERS = st.sampled_from(["BEFORE", "AFTER", "NEAR"])
WORDS = st.lists(st.sampled_from(["a", "b", "c", ",", "."]), max_size=14)


@given(WORDS, ORDERS, st.integers(0, 4), st.booleans())
def test_conditions_agree_with_a_plain_search(words, order, within, unless):
    text = " ".join(words)
    pattern = f"a {'UNLESS ' * unless}{order} b" + f" WITHIN {within}" * bool(within)
    corpus = corpus_of(text)
    found = find(compile_patterns([Entry(pattern)]), corpus)
    sentence = corpus.token_sentence
    forms = [corpus.tokens.text(n) for n in range(len(corpus.tokens))]
    place = np.cumsum(corpus.tokens.is_word)
    expected = []
    for n, form in enumerate(forms):
        if form != "a":
            continue
        near = [
            abs(int(place[m] - place[n]))
            for m, other in enumerate(forms)
            if other == "b"
            and sentence[m] == sentence[n]
            and (order == "NEAR" or (m > n) == (order == "BEFORE"))
        ]
        if (min(near, default=99) <= (within or 98)) != unless:
            expected.append(n)
    assert found.first.tolist() == expected


@given(st.text(max_size=40))
def test_no_text_is_read_as_a_pattern_without_a_clear_error(text):
    try:
        rule = compile_patterns([Entry(text, where="x", line=1)]).rules[0]
    except DictionaryError as fault:
        assert re.match(r"x:1: pattern ", str(fault))
        assert fault.do
    else:
        assert rule.elements


def test_hostile_patterns_and_texts_take_linear_memory():
    corpus = corpus_of("ab " * 40_000)
    patterns = [
        Entry("*a* ...20 *b* ...20 *a* ...20 x"),
        Entry("/(a|b|ab)*c/"),
        Entry("ab NEAR ab UNLESS NEAR x"),
    ]
    found = find(compile_patterns(patterns), corpus)
    assert np.bincount(found.entry, minlength=3).tolist() == [0, 0, 40_000]
    assert len(find(compile_patterns([Entry("/(a+)+b/")]), corpus_of("a" * 100_000))) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A road for cars.", [True]),
        ("A road. Two cars.", [False]),
        ("Cars, a road. A road.", [True, False]),
        ("A road car road.", [True, True]),
    ],
)
def test_what_stands_beside_a_hit_in_its_sentence(text, expected):
    corpus = corpus_of(text)
    hits = find(compile_patterns([Entry("road")]), corpus)
    words = compile_patterns([Entry("bus"), Entry("car*")])
    assert accompanied(words, corpus, hits, np.ones(len(hits), np.int32)).tolist() == expected
    assert not accompanied(words, corpus, hits, np.zeros(len(hits), np.int32)).any()


def test_a_hit_does_not_accompany_itself():
    corpus = corpus_of("A car park. A car park, a car.")
    hits = find(compile_patterns([Entry("car park")]), corpus)
    cars = compile_patterns([Entry("car")])
    assert accompanied(cars, corpus, hits, np.zeros(len(hits), np.int32)).tolist() == [False, True]
