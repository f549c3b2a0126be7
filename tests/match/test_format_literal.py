"""Foreign terms as patterns, and patterns as foreign terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.encode import encode
from rhetoric.match import Entry, compile_patterns, find, parse
from rhetoric.match.formats.literal import pattern_of, terms_of
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment


@pytest.mark.parametrize(
    ("term", "pattern"),
    [
        ("  new \t politics ", "new politics"),
        ("plural*", "plural*"),
        (":|", ": |"),
        ("a|b", "a | b"),
        ("|", "|"),
        ("well ... no", r"well /\.{3}/ no"),
        ("...3", r"/\.{3}/ 3"),
        ("…", "/…/"),
        ("wait...", "wait..."),
        ("/s/", "/ s /"),
        ("////", "/ / / /"),
        ("//a//", "/ / a / /"),
        ("and/or", "and/or"),
        ("what?", r"what /\?/"),
        ("the day BEFORE", "the day before"),
        ("NEAR", "near"),
        (":-?|", r":- /\?/ |"),
        ("a\x01b", "a b"),
        ("", ""),
    ],
)
def test_a_term_is_read_letter_by_letter(term, pattern):
    assert pattern_of(term) == pattern


def test_a_query_stays_a_wildcard_where_the_other_program_has_it():
    assert pattern_of("m?n a|b ?", query=True) == "m?n a | b ?"


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (":|", "So so :| he said."),
        ("well ... no", "Well ... no matter."),
        ("...", "And then ... nothing"),
        ("/s/", "Great plan /s/ they said"),
        ("what?", "You did what? Nothing."),
        ("NEAR", "near it"),
        ("the day BEFORE", "The day before yesterday"),
        ("a|b", "either a|b or c"),
    ],
)
def test_the_engine_finds_the_term_itself(term, text):
    corpus = encode(segment(Corpus((Document("d", text),))))
    assert len(find(compile_patterns([Entry(pattern_of(term))]), corpus).first) == 1


@given(st.text(max_size=30) | st.text("ab|?*./…N 3", max_size=12), st.booleans())
def test_every_term_gives_a_pattern_that_can_be_read(term, query):
    pattern = pattern_of(term, query)
    if pattern:
        parse(Entry(pattern))
        assert (
            pattern_of(terms_of(pattern, query)[0][0] if terms_of(pattern, query)[0] else term, query)
            == pattern
        )


@pytest.mark.parametrize(
    ("pattern", "terms"),
    [
        ("work|working with|for", ["work with", "work for", "working with", "working for"]),
        (": |", [": |"]),
        (r"well /\.{3}/ no", ["well ... no"]),
        (r"what /\?/", ["what ?"]),
        ("politic*", ["politic*"]),
    ],
)
def test_a_pattern_is_written_as_terms(pattern, terms):
    assert terms_of(pattern) == (terms, "")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("tax ... cut", "a gap"),
        ("tax …2 cut", "a gap"),
        ("tax NEAR cut", "a condition"),
        ("/colou?r/", "a regular expression"),
        ("m?n", "the wildcard '?'"),
        ("a|b|c|d|e a|b|c|d|e a|b|c|d|e", "more than 64 alternatives"),
        ("*ism", "a '*' that is not at the end"),
        ("*", "a '*' that is not at the end"),
        ("tax NEAR", "a condition"),
        ("NEAR", "what would be read back as 'near'"),
    ],
)
def test_what_no_term_can_say_is_refused(pattern, reason):
    assert terms_of(pattern, star="end") == ([], reason)
