"""The block at the head of a file."""

import pytest

from rhetoric.errors import InputError
from rhetoric.load.frontmatter import read_front_matter


def test_lines_lists_and_quotation_marks():
    text = (
        "---\ntitle: Exclusive: a: b\n# a comment\n\nauthor: 'Ann O''Dea'\nmotto: \"say \\\"no\\\"\\n\"\ntags: [a, \"b, c\", 'd']\n"
        "crossheads:\n  - One way\n- '\"Two ways\"'\nurl:\n---\nBody\n---\n"
    )
    found = read_front_matter(text)
    assert found.fields == {
        "title": "Exclusive: a: b",
        "author": "Ann O'Dea",
        "motto": 'say "no"\n',
        "tags": ["a", "b, c", "d"],
        "crossheads": ["One way", '"Two ways"'],
        "url": "",
    }
    assert text[found.body :] == "Body\n---\n"


def test_toml():
    text = '+++\ntitle = "A"\ndate = 2016-12-02\ncrossheads = ["x"]\n+++\nBody'
    found = read_front_matter(text)
    assert found.fields == {"title": "A", "date": "2016-12-02", "crossheads": ["x"]}
    assert text[found.body :] == "Body"


@pytest.mark.parametrize(
    "text", ["", "Body", "---", "---\n\nA rule, then text.\n---\n", "--- a\nb: c\n---\n", "----\n"]
)
def test_no_front_matter(text):
    assert read_front_matter(text).body == 0


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("---\ntitle: A\nno colon here\n---\n", 3, "key: value"),
        ("---\ntitle: A\n- item\n---\n", 3, "key: value"),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "twice"),
        ("---\ntitle: 'A\n---\n", 2, "out of order"),
        ("---\ntitle: |\n---\n", 2, "more than"),
        ("---\ntags: [a, b\n---\n", 2, "no list"),
        ("---\ntags: [a [b]]\n---\n", 2, "no list"),
        ("---\ntitle: A\nBody", 1, "no end"),
        ("+++\ntitle = A\n+++\n", 2, "TOML"),
    ],
)
def test_faults_name_their_line(text, line, word):
    with pytest.raises(InputError) as caught:
        read_front_matter(text, "a.md")
    assert (caught.value.where, caught.value.line) == ("a.md", line)
    assert word in caught.value.what
