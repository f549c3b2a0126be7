"""Syllables by dictionary and by rule."""

import pytest

from rhetoric.match.pronunciation import Pronunciations
from rhetoric.score.texture.syllables import by_rule, of_number, syllables

NOTHING = Pronunciations({})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("minister", 3),
        ("labour", 2),
        ("cat", 1),
        ("like-minded", 3),
        ("minister's", 3),
        ("nhs", 3),  # spelt out
        ("www", 9),
        ("u.k.", 2),
        ("1945", 5),
        ("1,000", 3),
        ("48-hour", 5),  # the dictionary has 'hour' with two
        ("21st", 3),
        ("fáil", 1),
        ("'", 1),
    ],
)
def test_words(word, expected):
    assert syllables([word]).tolist() == [expected]


@pytest.mark.parametrize(
    "word",
    """note=1 notes=1 noted=2 named=1 wishes=2 table=2 tables=2 disabled=3 league=1 techniques=2 closely=2 settlement=3
    peaceful=2 useless=2 lifetime=2 therefore=2 being=2 trying=2 playing=2 taxpayer=3 employed=2 media=3 social=2
    nation=2 period=3 serious=3 science=2 patient=2 society=4 earlier=3 annual=3 question=2 influence=3 video=3
    create=2 european=4 museum=3 populism=4 rhythm=2 basically=3 acre=2 yes=1 beyond=2 anti=2""".split(),
)
def test_rules(word):
    form, expected = word.split("=")
    assert by_rule(form) == int(expected)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("0", 2),  # zero
        ("7", 2),
        ("12", 1),
        ("70", 3),
        ("77", 5),
        ("100", 3),  # one hundred
        ("1900", 4),  # nineteen hundred
        ("1905", 4),  # nineteen oh five
        ("2005", 4),  # two thousand five
        ("1000000", 3),
    ],
)
def test_numbers_are_read_aloud(digits, expected):
    assert of_number(digits) == expected


def test_without_a_dictionary_all_goes_by_rule():
    assert syllables(["minister", "a-b", "xyz"], NOTHING).tolist() == [3, 2, 1]
