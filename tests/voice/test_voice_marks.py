"""Quotation marks to spans."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.voice.quotations import marked


def spans(text: str, carried: bool = False, following: str = "") -> list[str]:
    return [text[m.start : m.end] for m in marked(text, 0, len(text), carried, following)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We won." Then he left.', ["We won."]),
        ("He said: “We won.” Then he left.", ["We won."]),
        ("''We won,'' he said.", ["We won,"]),
        ("He said: 'We won.' Then he left.", ["We won."]),
        ("‘We won,’ he said, ‘and we’ll win again.’", ["We won,", "and we’ll win again."]),
        ("The workers' party said 'no'.", ["no"]),
        ("'The workers' party has won,' he said.", ["The workers' party has won,"]),
        ("In the '90s they said it wasn't so.", []),
        ("'Twas the night before.", []),
        ('"One. "Two," he said.', ["One.", "Two,"]),
        (
            '"When he was "Father of the House" he spoke," she said.',
            ['When he was "Father of the House" he spoke,'],
        ),
        ("“He called it ‘a farce’ twice,” she said.", ["He called it ‘a farce’ twice,"]),
        ("'He called it \"a farce\" twice,' she said.", ['He called it "a farce" twice,']),
        ('"It is “Shark Tank.” But not now," he said.', ["It is “Shark Tank.” But not now,"]),
        ('“Mixed marks," he said.', ["Mixed marks,"]),
        ("”Wrong way round” he said.", ["Wrong way round"]),
        ('"Never closed, he said.', ["Never closed, he said."]),
        ("“ Space inside. ”", ["Space inside."]),
        ('A 6" gun and nothing else.', []),
        ('It rose. We will not stop," he said.', ["We will not stop,"]),
        ('"Is it true?" she asked. "[sic] yes ..."', ["Is it true?", "[sic] yes ..."]),
        ("", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_a_paragraph_that_goes_on_begins_where_it_does() -> None:
    assert spans('and so on to the end," he said.', carried=True) == ["and so on to the end,"]


def test_single_marks_go_on_only_into_a_marked_paragraph() -> None:
    assert spans("‘It began there.", following="‘") == ["It began there."]
    assert spans("‘It began there.", following="T") == []


@given(st.text(alphabet=" \"'“”‘’a.,?A\n", max_size=80))
def test_spans_are_sorted_lie_inside_and_do_not_overlap(text: str) -> None:
    at = 0
    for m in marked(text, 0, len(text)):
        assert at <= m.left <= m.start < m.end <= m.right <= len(text)
        at = m.right


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", '" a ', '“"‘', '"A. '])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    began = time.perf_counter()
    marked(text, 0, len(text))
    assert time.perf_counter() - began < 2
