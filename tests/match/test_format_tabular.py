"""Tables of patterns."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match.formats import read_dictionary, write_dictionary


@pytest.fixture
def read(tmp_path):
    def reader(text, ending=".csv"):
        path = tmp_path / f"d{ending}"
        path.write_text(text, newline="")
        return read_dictionary(path)

    return reader


def rows(dictionary):
    return [(e.key, e.pattern, e.weight, e.line) for e in dictionary.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("key,pattern\na,x\n\nb,y z\n", [("a", "x", 1.0, 2), ("b", "y z", 1.0, 4)]),
        ("Word;Category\nx;a\n", [("a", "x", 1.0, 2)]),
        ("\ufeffterm\ttheme\tscore\r\nx\ta\t-2\r\n", [("a", "x", -2.0, 2)]),
        ("word,sentiment\nx,positive\n", [("positive", "x", 1.0, 2)]),
        (
            "key,pattern,weight,pole\na,x,2,-\na,y,,-\na,z,3,+\na,w,-4,\n",
            [("a", "x", -2.0, 2), ("a", "y", -1.0, 3), ("a", "z", 3.0, 4), ("a", "w", -4.0, 5)],
        ),
        ('key,pattern\na,"x\ny"\nb,z\n', [("a", "x y", 1.0, 2), ("b", "z", 1.0, 4)]),
        ('feature,pattern\na,"tax, NEAR cut WITHIN 5"\n', [("a", "tax, NEAR cut WITHIN 5", 1.0, 2)]),
        ("key,pattern\na,x|y ...2 z\n", [("a", "x|y ...2 z", 1.0, 2)]),
    ],
)
def test_shapes(read, text, expected):
    dictionary = read(text)
    assert rows(dictionary) == expected
    assert dictionary.notes == ()


def test_case_priority_and_flip(read):
    dictionary = read("key,pattern,case,priority,flip\na,X,yes,2,TRUE\na,y,0,-1,\n")
    assert [(e.case, e.priority, e.flip) for e in dictionary.entries] == [(True, 2, True), (False, -1, False)]


def test_case_tells_patterns_apart(read):
    dictionary = read("key,pattern,case\na,Labour,true\na,labour,true\na,Tax,\na,tax,\n")
    assert [e.pattern for e in dictionary.entries] == ["Labour", "labour", "Tax"]


def test_what_is_not_read_is_told(read):
    dictionary = read("key,pattern,colour,category\na,x,red,b,more\n")
    assert dictionary.notes == (
        "line 1: the column 'colour' is left out",
        "line 1: the column 'category' is left out",
        "line 2: more cells than the header has",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "key,colour\na,x\n",
            r"d\.csv:1: no column 'pattern' .columns: 'key', 'colour'. - add a column 'pattern'",
        ),
        ("keys,pattern\na,x\n", r"d\.csv:1: no column 'key' .* - name 'keys' 'key'"),
        ("key,pattern\n,x\n", r"d\.csv:2: no key - fill the cell, or remove the row"),
        ("key,pattern\na,\n", r"d\.csv:2: no pattern - fill"),
        ("key,pattern,weight\na,x,much\n", r"d\.csv:2: weight 'much' is no number - write a number"),
        ("key,pattern,weight\na,x,nan\n", r"d\.csv:2: weight 'nan' is no number"),
        ("key,pattern,pole\na,x,up\n", r"d\.csv:2: unknown pole 'up' - write '\+' or '-'"),
        ("key,pattern,weight,pole\na,x,-1,+\n", r"d\.csv:2: pole '\+' with the weight -1 - leave out one"),
        ("key,pattern,case\na,x,perhaps\n", r"d\.csv:2: case is 'perhaps' - write true or false"),
        ("key,pattern,priority\na,x,1.5\n", r"d\.csv:2: priority '1.5' is no whole number - write 1"),
        ('key,pattern\na,"x\nb\n', r"d\.csv:2: not a table: .* - close the quotation marks"),
        ("key,pattern\n", r"d\.csv: no pattern in it"),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_writing(tmp_path, read):
    dictionary = read("key,pattern,weight,case\na,tax ... cut,-2,\na,Labour,,x\n")
    assert write_dictionary(dictionary, tmp_path / "e.tsv") == ()
    assert (tmp_path / "e.tsv").read_text() == (
        "key\tpattern\tweight\tcase\tpriority\tflip\na\ttax ... cut\t-2\tfalse\t0\tfalse\na\tLabour\t1\ttrue\t0\tfalse\n"
    )


def test_an_empty_key_is_told(tmp_path, read):
    dictionary = read("a:\n- x\nb: []\n", ".yml")
    assert write_dictionary(dictionary, tmp_path / "e.csv") == ("the key 'b' is left out: it has no pattern",)
