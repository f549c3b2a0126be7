"""LIWC-22's tables."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary, write_dictionary


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "d.dicx"
        path.write_text(text, newline="")
        return read_dictionary(path)

    return reader


def test_marks_and_weights(read):
    dictionary = read("DicTerm,one,two\nlamb*,X,\nlittle lamb,x,-0.5\nhad,0.0,1.2\n,,\n")
    assert [(e.pattern, e.key, e.weight, e.line) for e in dictionary.entries] == [
        ("lamb*", "one", 1.0, 2),
        ("little lamb", "one", 1.0, 3),
        ("little lamb", "two", -0.5, 3),
        ("had", "two", 1.2, 4),
    ]
    assert dictionary.keys == ("one", "two")
    assert dictionary.notes == ()


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_delimiters_a_mark_at_the_start_and_other_line_ends(read, mark):
    text = "\ufeffdicterm,one,two,\r\nlamb,X,,\r\n".replace(",", mark)
    dictionary = read(text)
    assert [(e.pattern, e.key) for e in dictionary.entries] == [("lamb", "one")]
    assert dictionary.keys == ("one", "two")


def test_lines_stay_right_after_a_cell_of_two_lines(read):
    dictionary = read('DicTerm,"one\ncategory"\n"a\nb",X\nc,X\n')
    assert [(e.pattern, e.key, e.line) for e in dictionary.entries] == [
        ("a b", "one category", 3),
        ("c", "one category", 5),
    ]


def test_cells_that_say_nothing_are_told(read):
    dictionary = read("DicTerm,one\na,X,X\nb,?\n,X\nc,\nd,inf\n")
    assert dictionary.notes == (
        "line 2: 'a' has more cells than there are categories",
        "line 3: '?' under 'one' is neither X nor a number",
        "line 3: 'b' is in no category",
        "line 4: a row without a term",
        "line 5: 'c' is in no category",
        "line 6: 'inf' under 'one' is neither X nor a number",
        "line 6: 'd' is in no category",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,one\na,X\n", r"d\.dicx:1: the first column is not 'DicTerm' .columns: 'term', 'one'. - begin"),
        ("DicTerm,one,one\na,X,\n", r"d\.dicx:1: two columns named 'one' - give each category a name"),
        ("DicTerm,,one\na,X,\n", r"d\.dicx:1: column 2 has no name"),
        ("DicTerm,one\na,\n", r"d\.dicx: no pattern in it .line 2: 'a' is in no category. - add"),
        ('DicTerm,one\n"a,X\n', r"d\.dicx:2: not a table: .* - close the quotation marks"),
        ("DicTerm,one\n" + "a" * 140_000 + ",X\n", r"d\.dicx:2: not a table: field larger .* under 131072"),
        ("sep=;\nDicTerm;one\na;X\n", r"d\.dicx:1: a line 'sep=' before the header - remove the line"),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_a_row_for_each_term_and_no_weight_of_nought(tmp_path):
    dictionary = Dictionary(
        "d",
        (
            Entry("a", key="one"),
            Entry("A", -0.25, key="two"),
            Entry("b, c", 2.0, key="two"),
            Entry("z", 0.0, key="two"),
        ),
        ("one", "two", "three"),
    )
    notes = write_dictionary(dictionary, tmp_path / "d.dicx")
    assert notes == ("'z' of 'two' is left out: its weight is 0",)
    assert (tmp_path / "d.dicx").read_text() == 'DicTerm,one,two,three\na,X,-0.25,\n"b, c",,2,\n'
