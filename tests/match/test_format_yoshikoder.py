"""Yoshikoder's XML, and that of Lexicoder 2."""

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary, write_dictionary

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<dictionary style="050805" patternengine="substring">\n'


@pytest.fixture
def read(tmp_path):
    def reader(text, ending=".ykd"):
        path = tmp_path / f"d{ending}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_dictionary(path)

    return reader


def rows(dictionary):
    return [(e.key, e.pattern, e.weight, e.line) for e in dictionary.entries]


def test_the_outermost_category_names_the_dictionary(read):
    dictionary = read(
        HEAD
        + '<cnode name="My list" desc="">\n<cnode name="A" desc="">\n<pnode name="more"/>\n<pnode name="lamb*"/>\n'
        '<cnode name="B &amp; C">\n<pnode name="a &quot;b&quot;" score="-2.5"/></cnode></cnode>\n'
        '<cnode name="D"/></cnode></dictionary>'
    )
    assert dictionary.name == "My list"
    assert rows(dictionary) == [
        ("A", "more", 1.0, 5),
        ("A", "lamb*", 1.0, 6),
        ("A.B & C", 'a "b"', -2.5, 8),
    ]
    assert dictionary.keys == ("A", "A.B & C", "D")
    assert dictionary.notes == ()


def test_a_category_with_patterns_of_its_own_is_a_key(read):
    dictionary = read(
        HEAD
        + '<cnode name="A"><pnode name="x"/><cnode name="B"><pnode name="y"/></cnode></cnode></dictionary>'
    )
    assert [(e.key, e.pattern) for e in dictionary.entries] == [("A", "x"), ("A.B", "y")]
    assert dictionary.name == "d"


def test_a_score_of_a_category_is_that_of_its_patterns(read):
    dictionary = read(
        HEAD
        + '<cnode name="A" score="2"><pnode name="x"/><pnode name="y" score="3"/>\n<pnode name="z" score="much"/>'
        "<pnode/><remark/></cnode></dictionary>"
    )
    assert [(e.pattern, e.weight) for e in dictionary.entries] == [("x", 2.0), ("y", 3.0), ("z", 2.0)]
    assert dictionary.notes == (
        "line 3: the score of 'A' is taken for each of its patterns that has none",
        "line 4: the score 'much' is no number",
        "line 4: a pattern without a name",
        "line 4: <remark> is left out",
    )


def test_regular_expressions(read):
    dictionary = read(
        '<dictionary patternengine="regexp"><cnode name="A"><pnode name="colou?rs?"/>\n'
        '<pnode name="two words"/><pnode name="(?=x)"/></cnode></dictionary>'
    )
    assert [e.pattern for e in dictionary.entries] == ["/colou?rs?/"]
    assert (
        "line 2: the regular expression 'two words' is left out: it is more than one word" in dictionary.notes
    )
    assert len(dictionary.notes) == 2


def test_lexicoder_two(read):
    dictionary = read(
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<dictionary style="Lexicoder" name="topics">\n'
        '<cnode name="t1"><pnode name=" NBB "></pnode><pnode name="labour"></pnode></cnode></dictionary>',
        ".lcd",
    )
    assert dictionary.name == "topics"
    assert [(e.key, e.pattern) for e in dictionary.entries] == [("t1", "NBB"), ("t1", "labour")]
    assert dictionary.notes == (
        "1 patterns without a blank at their end are read as whole words, not as the start of longer ones",
    )


def test_other_encodings(read):
    text = '<?xml version="1.0" encoding="{}"?><dictionary><cnode name="A"><pnode name="café"/></cnode></dictionary>'
    for name in ("ISO-8859-1", "windows-1252", "UTF-16", "UTF-8"):
        assert [e.pattern for e in read(text.format(name).encode(name)).entries] == ["café"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + '<cnode name="A">\n<pnode name="x">\n</cnode>',
            r"d\.ykd:5: not valid XML: mismatched tag - mend",
        ),
        (
            HEAD + "<cnode>&a;</cnode></dictionary>",
            r"d\.ykd:3: not valid XML: undefined entity - mend this line",
        ),
        ("", r"d\.ykd:1: not valid XML: no element found"),
        ("<html/>", r"d\.ykd:1: the outermost element is <html>, not <dictionary> - check"),
        ('<!DOCTYPE d SYSTEM "http://x/y"><d/>', r"d\.ykd:1: a document type \(<!DOCTYPE>\) - remove it"),
        ('<?xml version="1.0" encoding="klingon"?><d/>', r"d\.ykd:1: not valid XML: .*"),
        (
            HEAD + '<pnode name="x"/></dictionary>',
            r"d\.ykd:3: a pattern without a category - put it into a <cnode>",
        ),
        (
            HEAD + "<cnode><pnode name='x'/></cnode></dictionary>",
            r"d\.ykd:3: a category without a name - give",
        ),
        (HEAD + '<cnode name="a">' * 60, r"d\.ykd:3: elements nested deeper than 40 - flatten"),
        (HEAD + '<cnode name="a"/></dictionary>', r"d\.ykd: no pattern in it"),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_writing(tmp_path):
    dictionary = Dictionary(
        'my "list"', (Entry("x", -2.0, key="a & b"), Entry("l*b", key="a & b.c")), ("a & b",)
    )
    assert write_dictionary(dictionary, tmp_path / "d.ykd") == ()
    assert '<pnode name="x" score="-2"/>' in (tmp_path / "d.ykd").read_text()
    back = read_dictionary(tmp_path / "d.ykd")
    assert back.name == 'my "list"'
    assert [(e.key, e.pattern, e.weight) for e in back.entries] == [
        ("a & b", "x", -2.0),
        ("a & b.c", "l*b", 1.0),
    ]
