"""JSON lines and tables."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.errors import BinaryInput, EmptyInput, InputError
from rhetoric.load import load
from rhetoric.load.jsonl import JsonLinesLoader
from rhetoric.load.rows import SURROGATE, whole
from rhetoric.load.table import TableLoader
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings
from rhetoric.testing import check_loader

TEXT = " “Curly”\u00a0text,\r\nGetty\n \u2028 é "


def read(loader, path, **choices):
    items = list(loader.read(path, Settings(**choices)))
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Problem)]


def write(path, *rows):
    path.write_bytes(b"\n".join(r if isinstance(r, bytes) else json.dumps(r).encode() for r in rows))
    return path


def test_json_rows_keep_text_and_fields(tmp_path):
    targets = [{"start": 1, "end": 3}]
    row = {
        "id": "a",
        "text": TEXT,
        "title": "T",
        "author": "Ann Lee",
        "date": 2016,
        "kind": None,
        "party": "G",
    }
    file = write(
        tmp_path / "in.jsonl",
        row | {"targets": targets, "source": "x", "lang": "en", "url": "u"},
        b"",
        {"text": "B"},
    )
    (one, two), problems = read(JsonLinesLoader(), file)
    assert one == Document(
        "a",
        TEXT,
        title="T",
        author="Ann Lee",
        date="2016",
        source=f"{file}:1",
        lang="en",
        url="u",
        meta={"kind": None, "party": "G", "targets": targets, "source": "x"},
    )
    assert (two.id, two.source, two.meta) == ("in-3", f"{file}:3", {})
    assert not problems


def test_bad_json_rows_are_named_and_the_rest_goes_on(tmp_path):
    file = write(
        tmp_path / "in.jsonl",
        b"{broken",
        {"id": "b", "body": "no text"},
        {"id": "c", "text": "  "},
        {"id": "d", "text": 3},
        [1],
        b"[" * 100_000,
        b"1" * 5000,
        b'"\x01\x00\x01"',
        {"id": 7, "text": "good"},
        {"id": "e", "text": None},
    )
    found, problems = read(JsonLinesLoader(), file)
    assert [(d.id, d.source) for d in found] == [("7", f"{file}:9")]
    assert [p.line for p in problems] == [1, 2, 3, 4, 5, 6, 7, 8, 10]
    assert "'body'" in problems[1].message
    assert "--text-column" in problems[1].message
    assert {p.level for p in problems} == {"error"}
    assert {p.source for p in problems} == {str(file)}


def test_other_columns(tmp_path):
    file = write(tmp_path / "in.ndjson", {"key": "a", "body": "B", "text": "T", "id": "no"})
    (one,), _ = read(JsonLinesLoader(), file, text_column="body", id_column="key")
    assert (one.id, one.text, one.meta) == ("a", "B", {"text": "T", "id": "no"})


def test_encodings_of_rows(tmp_path):
    rows = [
        b"\xef\xbb\xbf" + json.dumps({"text": "a"}).encode(),
        '{"text": "didn’t"}'.encode("cp1252"),
        '{"text": "itâ€™s"}'.encode(),
        b'{"text": "half \\ud800"}',
    ]
    found, problems = read(JsonLinesLoader(), write(tmp_path / "in.jsonl", *rows))
    assert [d.text for d in found] == ["a", "didn’t", "itâ€™s", "half \ufffd"]
    assert [(p.line, p.level) for p in problems] == [(2, "warning"), (3, "warning"), (4, "warning")]
    wide = tmp_path / "wide.jsonl"
    wide.write_bytes('{"text": "“a”"}\n{"text": "b"}\n'.encode("utf-16"))
    assert [d.text for d in read(JsonLinesLoader(), wide)[0]] == ["“a”", "b"]


def test_gzip(tmp_path):
    whole = gzip.compress(b'{"text": "a"}\n{"text": "b"}\n')
    (tmp_path / "in.jsonl.gz").write_bytes(whole)
    found, _ = read(JsonLinesLoader(), tmp_path / "in.jsonl.gz")
    assert [d.id for d in found] == ["in-1", "in-2"]
    for damaged in (whole[:-12], b"no gzip", whole[:12] + b"\xff" * 9):
        (tmp_path / "bad.jsonl.gz").write_bytes(damaged)
        with pytest.raises(InputError):
            read(JsonLinesLoader(), tmp_path / "bad.jsonl.gz")


def test_json_lists(tmp_path):
    file = tmp_path / "in.json"
    file.write_text(json.dumps([{"text": "a"}, 3, {"text": "b", "id": "x"}]))
    found, problems = read(JsonLinesLoader(), file)
    assert [(d.id, d.source) for d in found] == [("in-1", f"{file}:1"), ("x", f"{file}:3")]
    assert [p.line for p in problems] == [2]
    file.write_text('[{"text": "a"},\n broken]')
    with pytest.raises(InputError) as caught:
        read(JsonLinesLoader(), file)
    assert caught.value.line == 2


@pytest.mark.parametrize("loader", [JsonLinesLoader(), TableLoader()])
def test_files_that_are_no_rows(tmp_path, loader):
    file = tmp_path / f"a{loader.suffixes[0]}"
    file.write_bytes(b"")
    with pytest.raises(EmptyInput):
        read(loader, file)
    file.write_bytes(b"PK\x03\x04\x00\x00\x00")
    with pytest.raises(BinaryInput):
        read(loader, file)


def table(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def test_table_rows_keep_text_and_fields(tmp_path):
    text = 'id,text,date,party,none\r\na," “Curly”\u00a0text,\r\nGetty ""here"" ",2016,Green,\r\n\r\nb,Two,,,\r\n'
    file = table(tmp_path / "in.csv", text)
    (one, two), problems = read(TableLoader(), file)
    assert one == Document(
        "a", ' “Curly”\u00a0text,\r\nGetty "here" ', date="2016", source=f"{file}:2", meta={"party": "Green"}
    )
    assert (two.id, two.source, two.meta) == ("b", f"{file}:5", {})
    assert not problems


@pytest.mark.parametrize(
    ("mark", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.csv"), ("|", "a.csv"), ("\t", "a.tsv")]
)
def test_delimiters(tmp_path, mark, name):
    file = table(tmp_path / name, f"Text{mark}id\nSo{mark}x\n")
    ((one,), _) = read(TableLoader(), file)
    assert (one.id, one.text, one.meta) == ("x", "So", {})


def test_bad_table_rows_are_named_and_the_rest_goes_on(tmp_path):
    long = "word " * 100_000
    file = table(tmp_path / "in.csv", f'n,text\n1,one\n2,\n3,a,b\n4,"x"y\n5,{long}\n6\n7,seven,,\n8,"open')
    found, problems = read(TableLoader(), file)
    assert [d.text for d in found] == ["one", long, "seven"]
    assert [d.id for d in found] == ["in-2", "in-6", "in-8"]
    assert [p.line for p in problems] == [3, 4, 5, 7, 9]
    assert [p.error for p in problems] == [
        "EmptyInput",
        "InputError",
        "InputError",
        "EmptyInput",
        "InputError",
    ]


def test_a_table_without_the_text_column_says_what_it_has(tmp_path):
    file = table(tmp_path / "in.csv", "id;speech;party\na;b;c\n")
    with pytest.raises(InputError) as caught:
        read(TableLoader(), file)
    assert "'id', 'speech', 'party'" in caught.value.what
    assert "--text-column" in caught.value.do
    assert [d.text for d in read(TableLoader(), file, text_column="speech")[0]] == ["b"]


def test_encodings_of_tables(tmp_path):
    text = "id,text\na,didn’t\nb,plain\n"
    for encoding, warned in (("cp1252", [2]), ("utf-8-sig", []), ("utf-16", [2, 3])):
        found, problems = read(TableLoader(), table(tmp_path / "in.csv", text, encoding))
        assert [(d.id, d.text) for d in found] == [("a", "didn’t"), ("b", "plain")]
        assert [p.line for p in problems] == warned


def test_contract(tmp_path):
    check_loader(JsonLinesLoader(), write(tmp_path / "in.jsonl", {"text": "a"}, {"text": "b"}))
    check_loader(TableLoader(), table(tmp_path / "in.csv", "text\na\nb\n"))


def test_a_speaker_is_the_author_of_a_row_that_names_no_other(tmp_path):
    file = tmp_path / "speeches.csv"
    file.write_text(
        "id,text,speaker,author\na,We shall.,Ann Lee,\nb,We shall not.,Bob Hay,Cy Ray\n", encoding="utf-8"
    )
    loaded = load([file], Settings())
    assert [d.author for d in loaded.documents] == ["Ann Lee", "Cy Ray"]
    assert loaded.documents[0].meta["speaker"] == "Ann Lee"


@given(st.text(st.characters() | st.sampled_from("aé\ud800\udfff😀")))
def test_a_whole_text_has_no_half_of_a_pair(text):
    assert whole(text) == SURROGATE.sub("\ufffd", text)
