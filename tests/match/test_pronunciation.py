"""How words sound."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.match.pronunciation import LETTER, packed, shipped, unpacked

FOLDER = files("rhetoric") / "data" / "pronunciation"
ENTRY = st.tuples(
    st.integers(1, 9),
    st.sampled_from(["", LETTER["AH"]]),
    st.text(alphabet=sorted(LETTER.values()), min_size=1, max_size=5),
)


@pytest.mark.parametrize(
    ("word", "syllables", "vowel", "rhyme"),
    [
        ("nation", 2, "EY", "EY SH AH N"),
        ("station", 2, "EY", "EY SH AH N"),
        ("celebrate", 3, "EH", "EY T"),  # the rhyme begins with the second stress
        ("late", 1, "EY", "EY T"),
        ("the", 1, "AH", "AH"),  # no stress at all
        ("don't", 1, "OW", "OW N T"),
    ],
)
def test_words_of_the_dictionary(word, syllables, vowel, rhyme):
    sounds = shipped()
    assert (sounds.syllables(word), sounds.vowel(word), sounds.rhyme(word)) == (syllables, vowel, rhyme)


@pytest.mark.parametrize(
    ("word", "syllables", "rhyme"),
    [("nation's", 2, "EY SH AH N Z"), ("church's", 2, "ER CH IH Z"), ("state's", 1, "EY T S")],
)
def test_possessives_follow_their_words(word, syllables, rhyme):
    assert shipped().syllables(word) == syllables
    assert shipped().rhyme(word) == rhyme


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("favourable", "favorable"),
        ("criticised", "criticized"),
        ("decentralisation", "decentralization"),
        ("offences", "offenses"),
        ("programmes", "programs"),
        ("vigour", "vigor"),
    ],
)
def test_british_spellings_sound_like_american_ones(british, american):
    assert shipped().sound(british) == shipped().sound(american) is not None


def test_what_is_not_known_is_none():
    sounds = shipped()
    assert (
        sounds.sound("xqzt")
        is sounds.syllables("xqzt")
        is sounds.vowel("xqzt")
        is sounds.rhyme("xqzt")
        is None
    )


def test_what_ships_is_small_and_has_its_licence():
    assert len((FOLDER / "words.xz").read_bytes()) < 400_000
    assert "Carnegie Mellon University" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert len(shipped()) > 100_000


@given(st.dictionaries(st.text(alphabet="abcdez'é", min_size=1, max_size=30), ENTRY, min_size=1))
def test_packing_loses_nothing(words):
    assert unpacked(packed(words)) == words
