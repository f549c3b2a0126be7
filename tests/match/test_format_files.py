"""Which reader and writer a file gets, and what the writers say."""

import os
import stat

import pytest

from rhetoric.errors import DictionaryError
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import FORMATS, read_dictionary, write_dictionary

RICH = Dictionary(
    "rich",
    (
        Entry("tax*", key="a"),
        Entry("tax cut*", 2.5, key="a", flip=True, priority=3),
        Entry("Labour", key="b", case=True, attrs={"by": "x"}),
        Entry("cut ... deep", key="b"),
        Entry("tax NEAR cut", key="b"),
        Entry("m?n", key="b"),
        Entry("/colou?r/", key="b"),
        Entry("work|works", -1.0, key="b"),
        Entry("bad |", key="b"),
        Entry("odd| x", key="b"),
    ),
    ("a", "b"),
)


def test_an_unknown_ending_lists_those_known(tmp_path):
    with pytest.raises(DictionaryError) as fault:
        read_dictionary(tmp_path / "a.docx")
    assert str(fault.value).endswith(
        "a.docx: unknown ending '.docx' - "
        "give the file one of .yml, .yaml, .dic, .dicx, .cat, .lc3, .ykd, .lcd, .csv, .tsv"
    )
    with pytest.raises(DictionaryError, match="no ending"):
        write_dictionary(RICH, tmp_path / "a")


def test_the_ending_may_be_in_capitals_and_a_format_overrules_it(tmp_path):
    (tmp_path / "A.LC3").write_text("+k\nword\n")
    (tmp_path / "a.txt").write_text("+k\nword\n")
    assert read_dictionary(tmp_path / "A.LC3").keys == ("k",)
    assert read_dictionary(str(tmp_path / "a.txt"), "lexicoder").name == "a"


@pytest.mark.parametrize(
    ("name", "do"), [("lexicodr", "did you mean 'lexicoder'"), ("zzz", "choose one of quanteda")]
)
def test_an_unknown_format_names_a_near_one(tmp_path, name, do):
    with pytest.raises(DictionaryError, match=do):
        read_dictionary(tmp_path / "a.dic", name)


def test_a_missing_file_and_a_folder(tmp_path):
    for path in (tmp_path / "none.dic", tmp_path, "a\0b.dic"):
        with pytest.raises(DictionaryError, match=r"cannot be read|no ending"):
            read_dictionary(path)


@pytest.mark.parametrize("ending", [e for f in FORMATS.values() for e in f.endings])
def test_an_empty_file_is_an_error_and_not_an_empty_dictionary(tmp_path, ending):
    path = tmp_path / f"a{ending}"
    for raw in (b"", b"\n\n", b"\xef\xbb\xbf"):
        path.write_bytes(raw)
        with pytest.raises(DictionaryError, match=r"a\.") as fault:
            read_dictionary(path)
        assert fault.value.do


@pytest.mark.parametrize("ending", [e for f in FORMATS.values() for e in f.endings if e != ".lcd"])
def test_what_a_format_cannot_hold_is_told_and_never_altered(tmp_path, ending):
    path = tmp_path / f"a{ending}"
    notes = write_dictionary(RICH, path)
    back = read_dictionary(path)
    told = "\n".join(notes)
    if ending in (".csv", ".tsv"):
        assert [(e.pattern, e.weight, e.key, e.flip, e.case, e.priority) for e in back.entries] == [
            (e.pattern, e.weight, e.key, e.flip, e.case, e.priority) for e in RICH.entries[:-1]
        ]
        assert notes == (
            "'Labour' of 'b' loses its other values (by)",
            "'odd| x' of 'b' is left out: pattern 'odd| x': an empty alternative",
        )
        return
    for pattern in ("cut ... deep", "tax NEAR cut", "/colou?r/", "odd| x"):
        assert f"{pattern!r} of 'b' is left out" in told
    for what in ("'tax cut*' of 'a' loses its priority 3", "'Labour' of 'b' loses its case"):
        assert what in told
    assert "'tax cut*' of 'a' loses the turn of its pole by a negator" in told
    assert "'work|works' of 'b' is written as 2 patterns" in told
    query = ending in (".yml", ".yaml", ".cat")
    assert ("'m?n' of 'b' is left out" in told) != query
    weights = ending in (".dicx", ".cat", ".ykd", ".lcd")
    assert ("'tax cut*' of 'a' loses its weight 2.5" in told) != weights
    assert {e.key: None for e in back.entries} == {"a": None, "b": None}
    assert {(e.pattern, e.weight) for e in back.entries} == {
        ("tax*", 1.0),
        ("tax cut*", 2.5 if weights else 1.0),
        ("Labour", 1.0),
        ("work", -1.0 if weights else 1.0),
        ("works", -1.0 if weights else 1.0),
        ("bad |", 1.0),
        *([("m?n", 1.0)] if query else []),
    }


def test_nothing_that_fits_is_an_error_and_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.lc3"
    path.write_text("old")
    with pytest.raises(
        DictionaryError, match=r"no pattern of it can be written there .*a gap.* - choose .csv"
    ):
        write_dictionary(Dictionary("d", (Entry("a ... b", key="k"),)), path)
    assert path.read_text() == "old"


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    write_dictionary(RICH, path)
    before = path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600

    def broken(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(DictionaryError, match=r"cannot be written .No space left on device."):
        write_dictionary(Dictionary("d", (Entry("a", key="k"),)), path)
    assert path.read_text() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(DictionaryError, match="cannot be written"):
        write_dictionary(RICH, tmp_path / "none" / "a.csv")


@pytest.mark.parametrize("ending", [f.endings[0] for f in FORMATS.values()])
def test_keys_weights_and_texts_that_no_file_has_room_for(tmp_path, ending):
    odd = Dictionary(
        "my.list",
        (
            Entry("word"),
            Entry("next", key=" a\tkey "),
            Entry("broken\ud800", key="k"),
            Entry("heavy", float("nan"), key="k"),
            Entry("lost", key="bad\udfff"),
            Entry("word", key=" a\tkey "),
        ),
    )
    notes = "\n".join(write_dictionary(odd, tmp_path / f"a{ending}"))
    back = read_dictionary(tmp_path / f"a{ending}")
    own = "my list"
    assert {(e.key, e.pattern) for e in back.entries} == {(own, "word"), ("a key", "next"), ("a key", "word")}
    assert f"patterns without a key are put under {own!r}" in notes
    assert "the key ' a\\tkey ' is written 'a key'" in notes
    assert "'lost' of 'bad\\udfff' is left out" in notes
    assert "'heavy' of 'k' is left out" in notes
    assert "'broken\\ud800' of 'k' is left out" in notes


def test_a_pattern_that_stands_twice_is_one(tmp_path):
    twice = Dictionary("d", (Entry("Tax", key="k"), Entry("tax", key="k"), Entry("tax|levy", key="k")))
    notes = write_dictionary(twice, tmp_path / "a.lc3")
    assert "'tax' of 'k' adds nothing to 'Tax' in Lexicoder's list" in notes
    assert [e.pattern for e in read_dictionary(tmp_path / "a.lc3").entries] == ["Tax", "levy"]


def test_lexicoder_two_is_only_read(tmp_path):
    with pytest.raises(DictionaryError, match=r"files of Lexicoder 2 are only read - choose \.lc3 or \.ykd"):
        write_dictionary(RICH, tmp_path / "a.lcd")
