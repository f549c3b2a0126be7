"""Amounts put in numbers, and numbers that are none."""

from __future__ import annotations

import pytest

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.extract.discourse.logos_number import LogosNumber

FIGURES = DiscourseExtractor((), (LogosNumber(),))
NUMBER = "discourse.logos_number"

YES = [
    ("Some 45.5% of homes are damp.", ["45.5%"]),
    ("It fell by 20 per cent. in a year.", ["20 per cent"]),
    ("A 15 percent rate applies.", ["15 percent"]),
    ("The bill comes to £3.2 million and $400,000.", ["£3.2 million", "$400,000"]),
    ("It cost 130 billion dollars.", ["130 billion dollars"]),
    ("They paid £4½ million for it.", ["£4½ million"]),
    ("One in five goes to bed hungry.", ["One in five"]),
    ("Nine out of ten agree.", ["Nine out of ten"]),
    ("About two-thirds of them left.", ["two-thirds"]),
    ("A quarter of our towns flood.", ["A quarter"]),
    ("Rents have doubled.", ["doubled"]),
    ("They pay twice as much.", ["twice as much"]),
    ("Imports rose ten times as fast.", ["ten times as"]),
    ("We lost 12,000 skilled jobs.", ["12,000 skilled jobs"]),
    ("It housed 1, 000 men.", ["1, 000 men"]),
    ("There are 313 ships and two million sailors.", ["313 ships", "two million sailors"]),
    ("We saw 600 or 700 asylum seekers.", ["700 asylum seekers"]),
    ("Half a million people marched.", ["Half a million people"]),
    ("The threefold rise shocked us.", ["threefold"]),
]
NO = [
    "It was passed in 1998.",
    "On 5th May we vote.",
    "See Clause 4 and Section 28 provisions.",
    "Amendments Nos. 127, 128, 130, 131, 141 and 142 were taken.",
    "The sitting rose at 10.30 p.m.",
    "He waited 15 years and 20 minutes.",
    "The first of these points is weak.",
    "Number 10 declined to comment.",
    "The third of these questions was mine.",
    "I offer two thoughts.",
    "He is aged 65.",
    "By Executive Order No. 10,925 it was done.",
    "Turn to page 250 lines below.",
    "The 2005 bills were lost.",
]


@pytest.mark.parametrize(("text", "words"), YES)
def test_an_amount(text, words, corpus_of, found):
    assert found(FIGURES, corpus_of(text), NUMBER) == words


@pytest.mark.parametrize("text", NO)
def test_no_amount(text, corpus_of, found):
    assert found(FIGURES, corpus_of(text), NUMBER) == []


def test_an_item_of_a_list_is_left_out(corpus_of, found):
    assert found(FIGURES, corpus_of("* $500,000 for a bridge\n\nIt cost £5."), NUMBER) == ["£5"]


def test_the_rule_is_the_kind_of_figure(corpus_of):
    evidence = FIGURES.extract(corpus_of("Prices doubled to £5, or 3 per cent, for 900 homes."))
    assert [evidence.entries[e] for e in evidence.entry] == ["multiple", "money", "share", "count"]


def test_a_text_is_read_alone(corpus_of, found):
    one, two = "The House has 650 Members.", "It cost £5."
    apart = [*found(FIGURES, corpus_of(one)), *found(FIGURES, corpus_of(two))]
    assert found(FIGURES, corpus_of(one, two)) == apart
