"""Which types fit which places, looked up at once or as a vocabulary grows."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.match import Entry, compile_patterns
from rhetoric.match.places import Places, places_of
from rhetoric.match.resolve import alphabetical
from rhetoric.match.wanted import SHIFT, distinct
from rhetoric.model.tokens import Vocabulary


def pairs(patterns, vocab):
    """Places and the types that fit them, as words."""
    key = places_of(patterns, vocab).key
    return [(k >> SHIFT, vocab.types[k & 0xFFFFFFFF]) for k in key.tolist()]


@pytest.mark.parametrize(
    ("pattern", "case", "expected"),
    [
        ("tax|Cut", False, [(0, "Tax"), (0, "tax"), (0, "cut")]),
        ("Tax", True, [(0, "Tax")]),
        ("T*", True, [(0, "Tax")]),
        ("t?x cut*", False, [(0, "Tax"), (0, "tax"), (1, "cut"), (1, "cuts")]),
        ("*", False, [(0, "Tax"), (0, "tax"), (0, "cut"), (0, "cuts")]),
        ("*u*|cut*", False, [(0, "cut"), (0, "cuts")]),
        ("/c.*/|cut", False, [(0, "cut"), (0, "cuts")]),
        ("*s", False, [(0, "cuts")]),
        (",", False, [(0, ",")]),
    ],
)
def test_words_with_their_places(pattern, case, expected):
    if pattern.startswith("/"):
        pattern = pattern.split("|")[0]
    vocab = Vocabulary(("Tax", "tax", ",", "cut", "cuts"))
    assert pairs(compile_patterns([Entry(pattern, case=case)]), vocab) == expected


@given(st.lists(st.text("abAB", min_size=1, max_size=4), unique=True), st.integers(0, 20))
def test_a_grown_vocabulary_is_known_as_a_whole_one(types, cut):
    entries = [
        Entry("a*"),
        Entry("*b a"),
        Entry("a?|b"),
        Entry("Ab", case=True),
        Entry("/a+b/"),
        Entry("*a*"),
    ]
    patterns = compile_patterns(entries)
    early = Vocabulary(tuple(types[:cut]))
    places_of(patterns, early)
    grown, whole = early.grown(tuple(types)), Vocabulary(tuple(types))
    assert np.array_equal(places_of(patterns, grown).key, places_of(patterns, whole).key)


@given(st.lists(st.text("abAB", min_size=1, max_size=4), unique=True))
def test_what_fits_and_nothing_else(types):
    patterns = compile_patterns([Entry("a*b"), Entry("b"), Entry("?a*")])
    places = places_of(patterns, Vocabulary(tuple(types)))
    ids = np.arange(len(types), dtype=np.int32)
    for place, form in enumerate(("a.*b", "b", ".a.*")):
        fits = np.isin(np.arange(len(types)), places.fitting(np.full(len(types), place), ids))
        assert fits.tolist() == [re.fullmatch(form, t.lower()) is not None for t in types]


@pytest.mark.parametrize("size", [0, 1, 3000])
def test_keys_that_share_a_slot_are_told_apart(size):
    random = np.random.default_rng(1)
    key = distinct(random.integers(0, 400, size) << SHIFT | random.integers(0, 400, size))
    one = np.ones(400, np.int64)
    places = Places(key, 400, np.arange(400), one, 0 * one)
    assert (places.slots < 0).any() == (size == 3000)
    place, types = np.divmod(np.arange(400 * 400), 400)
    assert np.array_equal(places.fitting(place, types), np.flatnonzero(np.isin(place << SHIFT | types, key)))


def test_types_that_open_phrases():
    vocab = Vocabulary(("tax", "Tax", "cut", "rise", "cuts"))
    places = places_of(compile_patterns([Entry("tax cut"), Entry("cut*"), Entry("rise|tax")]), vocab)
    assert places.openings(np.array([0, 0])).tolist() == [True, True, False, False, False]
    assert places.openings(np.array([1, 2])).tolist() == [True, True, True, True, True]


@given(st.lists(st.text(max_size=5), max_size=8))
def test_alphabetical_order_is_that_of_characters(words):
    assert [words[n] for n in alphabetical(words).tolist()] == sorted(words)
