"""quanteda's YAML in the shapes it comes in."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary, write_dictionary


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "d.yml"
        path.write_text(text)
        return read_dictionary(path)

    return reader


def pairs(dictionary):
    return [(e.key, e.pattern) for e in dictionary.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: word\n", [("a", "word")]),
        ("a: [x, 'y z']\n", [("a", "x"), ("a", "y z")]),
        ("a:\n  - x\n  - y*\n", [("a", "x"), ("a", "y*")]),
        ("a:\n- x\nb:\n  c:\n    d:\n    - y\n", [("a", "x"), ("b.c.d", "y")]),
        (
            "a:\n- no\n- on\n- 1.5\n- ~\n- 2001-01-01\n- 0x1F\n",
            [("a", w) for w in "no on 1.5 ~ 2001-01-01 0x1F".split()],
        ),
        ("no:\n- x\n1:\n- y\n", [("no", "x"), ("1", "y")]),
        ("a:\n- x\n- b:\n  - y\n  c: z\n- w\n", [("a", "x"), ("a.b", "y"), ("a.c", "z"), ("a", "w")]),
        ("a:\n  __:\n  - x\n  b:\n  - y\n", [("a", "x"), ("a.b", "y")]),
        ("a:\n- [x, [y, z]]\n", [("a", "x"), ("a", "y"), ("a", "z")]),
        ("%YAML 1.1\n---\n# a remark\na: {b: x, c: [y]}\n", [("a.b", "x"), ("a.c", "y")]),
        (
            "a:\n- new  politics\n- 'm?n'\n- 'a|b'\n- '...'\n",
            [("a", "new politics"), ("a", "m?n"), ("a", "a | b"), ("a", r"/\.{3}/")],
        ),
        ("a: |\n  two\n  lines\n", [("a", "two lines")]),
        ("a:\n- X\n- x\n", [("a", "X")]),
        ("a: &here\n- x\n", [("a", "x")]),
    ],
)
def test_shapes(read, text, expected):
    dictionary = read(text)
    assert pairs(dictionary) == expected
    assert dictionary.notes == ()


def test_keys_and_lines(read):
    dictionary = read("a:\n  b:\n  - x\n  - y\nc: []\nd:\n- z\n")
    assert dictionary.keys == ("a", "a.b", "c", "d")
    assert [e.line for e in dictionary.entries] == [3, 4, 7]


def test_what_says_nothing_is_told(read):
    dictionary = read("a:\nb:\n- x\n-\nc.d:\n- ''\n")
    assert dictionary.keys == ("a", "b", "c.d")
    assert dictionary.notes == (
        "line 1: nothing for the key 'a'",
        "line 4: nothing for the key 'b'",
        "line 5: the full stop in the name 'c.d' reads like the one between a key and its parts",
        "line 6: nothing for the key 'c.d'",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a:\n- *ism\n",
            r"d\.yml:2: '\*ism' refers to another place, as YAML has it - put a pattern .*: '\*ism'",
        ),
        ("a:\n- *ism*\n", r"d\.yml:2: .* - put .* in quotation marks"),
        ("a:\n\t- x\n", r"d\.yml:2: not valid YAML: .* - indent with blanks, not tabs"),
        ("a: [x\n", r"d\.yml:\d: not valid YAML: .* - mend this line"),
        ("a: x\nb: y\na: z\n", r"d\.yml:3: the key 'a' stands on line 1 already - put the patterns of both"),
        ("- x\n", r"d\.yml:1: a list without a key - write a key and a colon above it"),
        ("word\n", r"d\.yml:1: a text without a key - write keys"),
        ("? [a, b]\n: x\n", r"d\.yml:1: a key that is no text - write the key as a text"),
        ("'': x\n", r"d\.yml:1: a category without a name - give it a name"),
        ("a: x\n---\nb: y\n", r"d\.yml:2: a second document - remove the line '---'"),
        ("a: x\n\x07: y\n", r"d\.yml:2: a character that YAML does not allow - remove it"),
        (
            "".join(" " * n + "a:\n" for n in range(60)),
            r"d\.yml:41: categories nested deeper than 40 - flatten",
        ),
        ("a: " + "[" * 200, r"d\.yml:1: lists nested deeper than 80 - flatten"),
        ("a:\n", r"d\.yml: no pattern in it .line 1: nothing for the key 'a'. - add a pattern"),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_keys_within_keys_are_written_as_quanteda_writes_them(tmp_path):
    dictionary = Dictionary(
        "d", (Entry("x", key="a"), Entry("no", key="a.b"), Entry("*ism", key="c")), ("a", "e")
    )
    assert write_dictionary(dictionary, tmp_path / "d.yaml") == ()
    assert (tmp_path / "d.yaml").read_text() == "a:\n  __:\n  - x\n  b:\n  - 'no'\ne: []\nc:\n- '*ism'\n"


def test_a_key_named_as_quanteda_names_own_patterns_is_left_out(tmp_path):
    dictionary = Dictionary("d", (Entry("x", key="a.__"), Entry("y", key="b..c"), Entry("z", key="e")))
    notes = write_dictionary(dictionary, tmp_path / "d.yml")
    assert (
        "the key 'a.__' is left out: quanteda's YAML cannot hold the name '__', which has a meaning there"
        in notes
    )
    assert "'y' of 'b..c' is left out with its key" in notes
    assert pairs(read_dictionary(tmp_path / "d.yml")) == [("e", "z")]
