"""LIWC's dictionaries in the shapes they come in."""

import pytest

from rhetoric.encode import encode
from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry, compile_patterns, find
from rhetoric.match.formats import read_dictionary, write_dictionary
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.segment import segment

HEAD = "%\n1\tone\n2\ttwo\n%\n"


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "d.dic"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_dictionary(path)

    return reader


def pairs(dictionary):
    return [(e.pattern, e.key) for e in dictionary.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "lamb\t1\nhad\t2", [("lamb", "one"), ("had", "two")]),
        (HEAD + "lamb\t\t1\t\t2\t\t\n", [("lamb", "one"), ("lamb", "two")]),
        (HEAD + "lamb   1 2  \n", [("lamb", "one"), ("lamb", "two")]),
        (HEAD + "lamb \t 1\n\n \t\nhad\t02\n", [("lamb", "one"), ("had", "two")]),
        (HEAD + "lamb\t1\nlamb\t1\t2\nLamb\t2\n", [("lamb", "one"), ("lamb", "two")]),
        (HEAD.replace("\n", "\r\n") + "lamb\t1\r\n", [("lamb", "one")]),
        ("\ufeff" + HEAD + "lamb\t1", [("lamb", "one")]),
        ("%\t\n01\tone\n 002 \ttwo\n % \nlamb\t1\nhad\t2", [("lamb", "one"), ("had", "two")]),
        (
            "%\n1\tall words (All)\n\t2\t\tinner  part\n%\nlamb\t1\t2",
            [("lamb", "all words (All)"), ("lamb", "inner part")],
        ),
        (HEAD + "little lamb*\t1", [("little lamb*", "one")]),
        (HEAD + "little lamb 1 2", [("little lamb", "one"), ("little lamb", "two")]),
        (HEAD + "catch 22\t1", [("catch 22", "one")]),
        (HEAD + "1984\t1", [("1984", "one")]),
        (HEAD + "*lamb\t1\nl*b\t2", [("*lamb", "one"), ("l*b", "two")]),
        (HEAD + ":)\t1\n(:\t2\n:|\t1", [(":)", "one"), ("(:", "two"), (": |", "one")]),
        (HEAD + "why?\t1", [(r"why /\?/", "one")]),
        (HEAD + "the day BEFORE\t1", [("the day before", "one")]),
    ],
)
def test_terms_and_codes(read, text, expected):
    dictionary = read(text)
    assert pairs(dictionary) == expected
    assert dictionary.notes == ()


def test_lines_and_keys_are_kept(read):
    dictionary = read(HEAD + "\nlamb\t1\n")
    assert [e.line for e in dictionary.entries] == [6]
    assert dictionary.keys == ("one", "two")
    assert (dictionary.name, len(dictionary)) == ("d", 1)


def test_bytes_of_an_old_windows_file(read):
    dictionary = read((HEAD + "café\t1\nnaïve – so\t2").encode("cp1252"))
    assert pairs(dictionary) == [("café", "one"), ("naïve – so", "two")]
    assert dictionary.notes == ("line 5: not UTF-8, read as Windows-1252",)
    assert read(HEAD.encode() + b"caf\xe9\x81\t1").notes == ("line 5: not UTF-8, read as Latin-1",)


@pytest.mark.parametrize(
    "line",
    [
        "kind\t<of>1/2",
        "kind <of>1/2",
        "kind\t<of> 1 / 2",
        "kind\t3 <of>01/02",
        "kind\t<of>1/2\t3",
        "kind <of>1/2\t3",
    ],
)
def test_a_term_before_of_counts_elsewhere_than_the_others(read, line):
    dictionary = read(HEAD.replace("%\n1", "%\n3\tthree\n1") + line)
    assert set(pairs(dictionary)) - {("kind", "three")} == {
        ("kind BEFORE of WITHIN 1", "one"),
        ("kind UNLESS BEFORE of WITHIN 1", "two"),
    }
    assert dictionary.notes == ()


def test_the_engine_counts_kind_and_kind_of_apart(read):
    dictionary = read(HEAD + "kind\t<of>1/2")
    text = "Be kind. A kind of magic, kind and good, a kind word of praise."
    corpus = encode(segment(Corpus((Document("d", text),))))
    hits = find(compile_patterns(dictionary.entries), corpus)
    keys = [dictionary.entries[n].key for n in hits.entry]
    assert (keys.count("one"), keys.count("two")) == (1, 3)


@pytest.mark.parametrize(
    "line", ["like\t(1 2)2/3\t(1 2)1\t4", "like (1 2)2/3 (1 2)1 4", "like (01 02)2/3\t(1 2)1\t4"]
)
def test_a_condition_on_the_categories_before_is_told(read, line):
    dictionary = read("%\n1\tone\n2\ttwo\n3\tthree\n4\tfour\n%\n" + line)
    assert pairs(dictionary) == [("like", "three"), ("like", "four")]
    assert dictionary.notes == (
        "line 7: 'like' is not in 'two', where it counts only after a word of 'one', 'two'",
        "line 7: 'like' counts for 'three' everywhere, not only where no word of 'one', 'two' stands before it",
        "line 7: 'like' is not in 'one', where it counts only after a word of 'one', 'two'",
    )


def test_a_word_or_codes_in_parentheses_before_the_term(read):
    dictionary = read(HEAD + "(i) like*\t1\n(1 2) love\t2\n")
    assert pairs(dictionary) == [("like* AFTER i WITHIN 1", "one"), ("love", "two")]
    assert dictionary.notes == (
        "line 5: (i) before 'like*' is taken for the word that must stand before it",
        "line 6: (1 2) before 'love' is left out: what categories the word before has is not asked",
    )


def test_codes_that_are_not_in_the_list(read):
    dictionary = read(HEAD + "lamb\t1\t9\nhad\t8\nodd\tx\t2\nbare\n")
    assert pairs(dictionary) == [("lamb", "one"), ("odd", "two")]
    assert dictionary.notes == (
        "line 5: the code 9 of 'lamb' is not in the list of categories",
        "line 6: the code 8 of 'had' is not in the list of categories",
        "line 7: 'x' is no code",
        "line 8: 'bare' has no code",
    )


def test_a_list_of_categories_that_lacks_a_percent_sign(read):
    closing = read("%\n1\tone\n2\ttwo\n\nlamb\t1\n1984\t2\n")
    assert pairs(closing) == [("lamb", "one"), ("1984", "two")]
    assert "no '%' closes the list" in closing.notes[0]
    opening = read("1\tone\n2\ttwo\n%\nlamb\t1\n")
    assert pairs(opening) == [("lamb", "one")]
    assert opening.notes == ("line 3: no '%' opens the list of categories; it is taken to begin at the top",)
    above = read("my list\n" + HEAD + "lamb\t1\n%\n")
    assert above.notes == ("line 1: what stands before the first '%' is left out",)


def test_a_line_of_the_list_that_is_no_category_and_a_name_twice(read):
    dictionary = read("%\nGroup\n1\tone\n2\tone\n%\na\t1\nb\t2")
    assert pairs(dictionary) == [("a", "one"), ("b", "one")]
    assert dictionary.notes == (
        "line 2: 'Group' is no code and name of a category",
        "line 4: a second category named 'one' is joined with the first",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lamb\t1\n", r"d\.dic:1: no list of categories - begin the file with a line '%'"),
        ("%\n%\nlamb\t1", r"d\.dic:2: the list of categories is empty - begin"),
        (
            "%\n1\ta\n01\tb\n%\n",
            r"d\.dic:3: the code 1 stands on line 2 already, for 'a' - give each category",
        ),
        (
            HEAD + "lamb\t7\n",
            r"d\.dic:5: no term has a code that the list .* - use the codes of the list .1, 2.",
        ),
        (HEAD, r"d\.dic: no pattern in it - add a pattern"),
        (b"%\n1\ta\0\n%", r"d\.dic:2: not text - save the dictionary as UTF-8 text"),
        (b"%\n\xff\0", r"d\.dic:2: not text"),
    ],
)
def test_errors_name_line_and_remedy(read, text, message):
    with pytest.raises(DictionaryError, match=message):
        read(text)


def test_conditions_on_of_are_written_in_pairs(tmp_path, read):
    text = "%\n1\tone\n2\ttwo\n3\tthree\n%\nkind\t3\t<of>1/2\t<of>3/1\nlamb*\t1\t2\n"
    dictionary = read(text)
    assert write_dictionary(dictionary, tmp_path / "b.dic") == ()
    assert (tmp_path / "b.dic").read_text() == text


def test_a_condition_without_its_pair_is_left_out(tmp_path):
    alone = Dictionary("d", (Entry("kind BEFORE of WITHIN 1", key="a"), Entry("good", key="a")))
    notes = write_dictionary(alone, tmp_path / "b.dic")
    assert notes == (
        "'kind BEFORE of WITHIN 1' of 'a' is left out: "
        "LIWC holds such a condition only beside the category of the term elsewhere",
    )


def test_terms_that_liwc_would_read_otherwise_are_left_out(tmp_path):
    odd = Dictionary("d", tuple(Entry(p, key="a") for p in ("(i) like", "%", "x (1)2", "good")))
    notes = write_dictionary(odd, tmp_path / "b.dic")
    assert len(notes) == 3
    assert all("LIWC cannot hold a term of that form" in note for note in notes)
