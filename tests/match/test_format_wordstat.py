"""WordStat's categories."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary, write_dictionary


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "d.cat"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_dictionary(path)

    return reader


def rows(dictionary):
    return [(e.key, e.pattern, e.weight) for e in dictionary.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n\tMORE (1)\n\tLAMB (2)\n", [("A", "MORE", 1.0), ("A", "LAMB", 2.0)]),
        (
            "A\n\tB\n\t\tX (1)\n\tC\n\t\tY (1)\nD\n\tZ (1)\n",
            [("A.B", "X", 1.0), ("A.C", "Y", 1.0), ("D", "Z", 1.0)],
        ),
        (
            "A\n   \tNA\n   \t\tCape Town (1)\n   \t\tcapes* (1)\n",
            [("A.NA", "Cape Town", 1.0), ("A.NA", "capes*", 1.0)],
        ),
        ("A\n  B\n    X (1)\n  Y (1)\n", [("A.B", "X", 1.0), ("A", "Y", 1.0)]),
        ("\ufeffA\r\n\tNEW_POLITICS (1)\r\n\r\n", [("A", "NEW POLITICS", 1.0)]),
        (
            "# a remark\nA\n\t#brexit (1)\n\tX(1)\n\tY (0.5)\n\tZ (-2)\n\tW (1,5)\n",
            [("A", "#brexit", 1.0), ("A", "X", 1.0), ("A", "Y", 0.5), ("A", "Z", -2.0), ("A", "W", 1.5)],
        ),
        ("A\n\tGROUP (X) (1)\n\tDAY BEFORE (1)\n", [("A", "GROUP (X)", 1.0), ("A", "DAY before", 1.0)]),
        ("+STATE+\n\tX (1)\n", [("+STATE+", "X", 1.0)]),
    ],
)
def test_shapes(read, text, expected):
    dictionary = read(text)
    assert rows(dictionary) == expected
    assert dictionary.notes == ()


def test_rules_are_told_by_line(read):
    dictionary = read("A\n\t@RULE1 [TAX* NEAR CUT* /C 5] (1)\n\tX (1)\n\t@NOT_X [X NOT NEAR Y]\n")
    assert rows(dictionary) == [("A", "X", 1.0)]
    do = "write it as a pattern with NEAR, BEFORE or AFTER"
    assert dictionary.notes == (
        f"line 2: the rule '@RULE1 [TAX* NEAR CUT* /C 5]' is left out; {do}",
        f"line 4: the rule '@NOT_X [X NOT NEAR Y]' is left out; {do}",
    )


def test_categories_without_items_and_items_without_weights(read):
    empty = read("A\n\tB\n\tC\n\t\tX (1)\n\t\t_ (1)\n")
    assert empty.keys == ("A", "A.B", "A.C")
    assert empty.notes == (
        "line 2: 'B' has no weight and nothing below: a category without patterns",
        "line 5: the item '_' has no word",
    )
    bare = read("A\n\tX\n\tB\n\t\tY\n")
    assert rows(bare) == [("A", "X", 1.0), ("A.B", "Y", 1.0)]
    assert bare.notes == ("no item has a weight; the innermost lines are read as items of weight 1",)


def test_the_same_item_with_another_weight_is_told(read):
    dictionary = read("A\n\tX (1)\n\tx (2)\n")
    assert dictionary.notes == ("line 3: 'x' stands on line 2 with other values; those of the first count",)


def test_old_bytes(read):
    assert rows(read("A\n\tCAFÉ (1)\n".encode("cp1252"))) == [("A", "CAFÉ", 1.0)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "X (1)\n",
            r"d\.cat:1: the item 'X' stands under no category - write the name of its category above it",
        ),
        ("A\n", r"d\.cat: no pattern in it"),
        (
            "".join("\t" * n + "A\n" for n in range(50)),
            r"d\.cat:41: categories nested deeper than 40 - flatten",
        ),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_writing(tmp_path):
    dictionary = Dictionary(
        "d",
        (
            Entry("y", key="a.b"),
            Entry("new politics", 2.0, key="a"),
            Entry("z", -0.5, key="c"),
            Entry("w", key="a.b"),
        ),
    )
    assert write_dictionary(dictionary, tmp_path / "d.cat") == ()
    assert (
        tmp_path / "d.cat"
    ).read_text() == "a\n\tnew_politics (2)\n\tb\n\t\ty (1)\n\t\tw (1)\nc\n\tz (-0.5)\n"


def test_what_would_be_read_otherwise_is_left_out(tmp_path):
    dictionary = Dictionary(
        "d",
        (
            Entry("a_b", key="k"),
            Entry("@x", key="k"),
            Entry("y", key="k (1)"),
            Entry("z", key="#k"),
            Entry("q", key="k"),
        ),
    )
    notes = "\n".join(write_dictionary(dictionary, tmp_path / "d.cat"))
    for said in (
        "'a_b' of 'k' is left out",
        "'@x' of 'k' is left out",
        "the key 'k (1)' is left out",
        "the key '#k' is left out",
    ):
        assert said in notes
