"""Lexicoder's lists."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary, write_dictionary


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "d.lc3"
        path.write_text(text, newline="")
        return read_dictionary(path)

    return reader


def test_categories_and_patterns(read):
    dictionary = read("\ufeff+A category\r\nmore\r\nlamb*\r\n\r\n+ neg\r\nnot good\r\na lie?\r\n+none\r\n")
    assert [(e.key, e.pattern, e.line) for e in dictionary.entries] == [
        ("A category", "more", 2),
        ("A category", "lamb*", 3),
        ("neg", "not good", 6),
        ("neg", r"a lie /\?/", 7),
    ]
    assert dictionary.keys == ("A category", "neg", "none")
    assert dictionary.notes == ()


def test_blanks_at_the_ends_of_patterns_are_the_ends_of_words(read):
    dictionary = read("+a\n war \nlamb*\npeace\nlove\n")
    assert [e.pattern for e in dictionary.entries] == ["war", "lamb*", "peace", "love"]
    assert dictionary.notes == (
        "line 4: 1 patterns of the file have a blank at an end, which ends a word; 2 others, from here on, "
        "end in neither a blank nor a '*' and are read as whole words too",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\n+a\n", r"d\.lc3:1: the pattern 'word' comes before the first category - write a line '\+'"),
        ("+a\nx\n+ \n", r"d\.lc3:3: a category without a name - write it after the '\+'"),
        ("+a\n", r"d\.lc3: no pattern in it - add a pattern"),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_writing(tmp_path):
    entries = (Entry("x", key="b"), Entry("y*", key="a.c"), Entry("+1", key="b"), Entry("*z", key="b"))
    notes = write_dictionary(Dictionary("d", entries, ("a.c", "b", "e")), tmp_path / "d.lc3")
    assert (tmp_path / "d.lc3").read_text() == "+a.c\ny*\n+b\nx\n+e\n"
    assert notes == (
        "'+1' of 'b' is left out: Lexicoder's list cannot hold a pattern that begins with '+'",
        "'*z' of 'b' is left out: Lexicoder's list cannot hold a '*' that is not at the end",
    )
