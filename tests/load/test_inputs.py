"""What is named, and what is read of it: patterns, folders, links, standard input, odd names and encodings."""

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhetoric.load import lines, load, table

ENGLISH = (
    "The party has to decide what it is for, and it has to do so in the open, with all of its members. " * 6
)
PATH_SAFE = {"suppress_health_check": [HealthCheck.function_scoped_fixture]}


def put(path: Path, text: str | bytes = ENGLISH) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def failed(loaded) -> list[tuple[str, str]]:
    return [(p.error, p.message) for p in loaded.problems if p.level == "error"]


def test_a_pattern_without_a_fit_says_so(tmp_path):
    put(tmp_path / "a.txt")
    ((error, message),) = failed(load([f"{tmp_path}/*.md"]))
    assert error == "MissingInput"
    assert message.startswith("no file fits this pattern - check the pattern")
    assert [d.id for d in load([f"{tmp_path}/**/*.txt"]).documents] == ["a"]


def test_the_same_file_twice_is_said(tmp_path):
    file = put(tmp_path / "a.txt")
    loaded = load([file, file])
    assert [d.id for d in loaded.documents] == ["a", "a-2"]
    assert [p.error for p in loaded.problems] == ["name", "duplicate"]
    assert {p.level for p in loaded.problems} == {"warning"}


def test_three_levels_of_folders_in_the_order_of_their_names(tmp_path):
    for name in (
        "b/c/d/4.txt",
        "a/1.txt",
        "b/2.txt",
        "b/c/3.txt",
        "c.txt",
        "b/c/.hidden/5.txt",
        "b/~$2.docx",
    ):
        put(tmp_path / name, f"{name} {ENGLISH}")
    loaded = load([tmp_path])
    assert [d.id for d in loaded.documents] == ["1", "2", "3", "4", "c"]
    assert loaded.problems == ()


@pytest.mark.parametrize("raw", [ENGLISH.encode(), json.dumps({"id": "x", "text": ENGLISH}).encode() + b"\n"])
def test_standard_input(monkeypatch, raw):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    (document,) = load(["-"]).documents
    assert document.text == ENGLISH
    assert document.source.startswith("standard input")


def test_nothing_in_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    ((error, message),) = failed(load(["-"]))
    assert (error, message) == ("EmptyInput", "there is no text in it - leave it out")


@settings(max_examples=40, **PATH_SAFE)
@given(
    st.lists(st.sampled_from("café naïve it’s “said” £5 — façade, \n über".split(" "))).map(" ".join),
    st.sampled_from(["utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1252"]),
)
def test_encodings_give_one_text(tmp_path, more, encoding):
    text = f"{ENGLISH}\n{more} ’"
    loaded = load([put(tmp_path / "a.txt", text.encode(encoding))])
    assert [d.text for d in loaded.documents] == [text]
    assert failed(loaded) == []


def test_gzip_inside_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/one.txt.gz", gzip.compress(f"One {ENGLISH}".encode()))
        archive.writestr(
            "in/two.jsonl.gz", gzip.compress(json.dumps({"id": "two", "text": ENGLISH}).encode())
        )
        archive.writestr("in/bomb.txt.gz", gzip.compress(b" " * 20_000_000))
    loaded = load([tmp_path / "a.zip"])
    assert [d.id for d in loaded.documents] == ["one", "two"]
    ((_, message),) = failed(loaded)
    assert message.startswith("it unpacks to more than 200 times its size")
    assert loaded.documents[0].source.endswith("a.zip/in/one.txt.gz")


def test_a_damaged_member_does_not_cost_the_others(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in "abc":
            archive.writestr(f"{name}.txt", f"{name} {ENGLISH}")
    raw = (tmp_path / "a.zip").read_bytes()
    put(tmp_path / "a.zip", raw.replace(b"b The party", b"b The PARTY", 1))
    loaded = load([tmp_path / "a.zip"])
    assert [d.id for d in loaded.documents] == ["a", "c"]
    assert [m for _, m in failed(loaded)] == [
        "it is damaged (Bad CRC-32 for file 'b.txt') - copy or download it again"
    ]


def test_links_are_not_followed_out_of_a_folder(tmp_path):
    secret = put(tmp_path / "home" / "secret.txt", f"Secret. {ENGLISH}")
    folder = tmp_path / "corpus"
    put(folder / "a.txt")
    put(folder / "deep" / "b.txt", f"B {ENGLISH}")
    (folder / "inside.txt").symlink_to(folder / "deep" / "b.txt")
    (folder / "out.txt").symlink_to(secret)
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "folder").symlink_to(secret.parent)
    (folder / "gone.png").symlink_to(folder / "nothing.png")
    (folder / "self").symlink_to(folder)
    loaded = load([folder])
    assert [d.id for d in loaded.documents] == ["a", "b", "inside"]
    assert {
        Path(p.source).name: p.message.split(" - ")[0] for p in loaded.problems if p.level == "error"
    } == {
        "folder": "it is a link to a folder, which is not followed",
        "self": "it is a link to a folder, which is not followed",
        "gone.txt": "it is a link to a file that is not there",
        "out.txt": "it is a link that leads out of the folder, which is not followed",
    }
    assert [d.id for d in load([folder / "out.txt"]).documents] == ["out"]
    assert [d.id for d in load([folder / "folder"]).documents] == ["secret"]


def test_a_pipe_does_not_hang(tmp_path):
    put(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    loaded = load([tmp_path])
    assert [d.id for d in loaded.documents] == ["a"]
    assert [m for _, m in failed(loaded)] == ["it is no file but a device, a pipe or a socket - leave it out"]


def test_names_that_are_no_utf8(tmp_path):
    for raw in (b"caf\xe9.txt", b"caf\xe8.txt"):
        path = os.path.join(os.fsencode(tmp_path), raw)  # noqa: PTH118
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(raw[3:4] + ENGLISH.encode())
    put(
        tmp_path / "meta.jsonl",
        json.dumps({"id": "m", "text": ENGLISH, "party": "\ud800", "\udfff": ["\U0001f600"]}),
    )
    loaded = load([tmp_path])
    assert [d.id for d in loaded.documents] == ["caf\ufffd", "caf\ufffd-2", "m"]
    assert dict(loaded.documents[2].meta) == {"party": "\ufffd", "\ufffd": ["\U0001f600"]}
    assert all(d.source.encode() for d in loaded.documents)
    assert all(p.source.encode() for p in loaded.problems)


def test_lines_and_cells_without_an_end_cost_only_themselves(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "LONGEST", 5_000)
    row = json.dumps({"text": ENGLISH})
    loaded = load([put(tmp_path / "a.jsonl", f"{row}\n{'x' * 20_001}\n{row}\n")])
    assert [d.id for d in loaded.documents] == ["a-1", "a-3"]
    assert [(p.line, p.message) for p in loaded.problems if p.level == "error"] == [
        (2, "the line is longer than 0 MB - write one text a line")
    ]
    monkeypatch.setattr(table, "LONGEST_CELL", 1_000)
    rows = "".join(f'{n},"{ENGLISH}"\n' for n in range(9)).replace('0,"', '0,"', 1)
    broken = (
        f'id,text\na,"{ENGLISH}"\nb,"{"never closed " * 9}\n' + f"c,{ENGLISH.replace(',', ' ')}\n" * 3 + rows
    )
    found = load([put(tmp_path / "a.csv", broken)])
    assert found.documents[0].id == "a"
    assert [d.id for d in found.documents][-8:] == [str(n) for n in range(1, 9)]
    assert "quotation mark" in failed(found)[0][1]


def test_a_bomb_in_any_packed_format_is_refused(tmp_path):
    for ending in ("txt", "jsonl", "csv", "json", "xml", "html", "tsv"):
        put(tmp_path / f"{ending}.{ending}.gz", gzip.compress(b"<a>" + b" " * 12_000_000))
    loaded = load([tmp_path])
    assert loaded.documents == ()
    assert [m for _, m in failed(loaded)] == [
        "it unpacks to more than 200 times its size - unpack it yourself if you trust it"
    ] * 7
