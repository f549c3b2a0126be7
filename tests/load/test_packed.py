"""Archives, standard input, patterns, and tables that are no plain text."""

import datetime
import gzip
import io
import stat
import zipfile

import pandas as pd
import pytest

from rhetoric.errors import InputError
from rhetoric.load import load
from rhetoric.load.archive import opened
from rhetoric.settings import Settings

TEXT = "We must mend the bridge, and we must mend it before the winter comes to the valley."
OTHER = "Nobody who was in the hall that night could say afterwards what had been decided there."


def archive(path, members, **how):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **how) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_zip(tmp_path):
    members = {
        "b/two.md": OTHER,
        "one.txt": TEXT,
        "pic.png": b"x",
        "__MACOSX/one.txt": "x",
        "t.csv": f"id;text\nr1;Third. {TEXT}\n",
    }
    file = archive(tmp_path / "all.zip", members)
    found = load([file])
    assert [(d.id, d.source) for d in found.documents] == [
        ("two", f"{file}/b/two.md"),
        ("one", f"{file}/one.txt"),
        ("r1", f"{file}/t.csv:2"),
    ]
    assert [p.error for p in found.problems if p.error == "skipped"] == ["skipped"]
    assert not any("/tmp" in p.message for p in found.problems)


def test_members_cannot_leave(tmp_path):
    file = archive(tmp_path / "evil.zip", {"../../out.txt": TEXT, "/abs.txt": TEXT, "good.txt": OTHER})
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "a") as more:
        more.writestr(link, "/etc/passwd")
    found = load([file])
    assert [d.id for d in found.documents] == ["good"]
    assert [p.error for p in found.problems if p.level == "error"] == ["unsafe"] * 3
    assert not (tmp_path.parent / "out.txt").exists()


def test_bombs_are_refused_before_they_are_read(tmp_path):
    file = archive(tmp_path / "bomb.zip", {"zeros.txt": b"0" * 30_000_000}, compresslevel=9)
    with pytest.raises(InputError, match="would unpack"), opened(file):
        pass
    assert [p.level for p in load([file]).problems] == ["error"]


def test_a_member_larger_than_it_says(tmp_path):
    file = archive(tmp_path / "liar.zip", {"a.txt": TEXT})
    raw = bytearray(file.read_bytes())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (3).to_bytes(4, "little")  # the size it claims in the directory
    file.write_bytes(raw)
    found = load([file])
    assert [p.level for p in found.problems] == ["error"]
    assert all(len(d.text) <= 3 for d in found.documents)


def test_gzip_of_any_format(tmp_path):
    (tmp_path / "one.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    found = load([tmp_path / "one.txt.gz"])
    assert [(d.id, d.text) for d in found.documents] == [("one", TEXT)]


def test_archive_in_archive_is_left_out(tmp_path):
    inner = archive(tmp_path / "inner.zip", {"a.txt": TEXT})
    file = archive(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes(), "b.txt": OTHER})
    assert [d.id for d in load([file]).documents] == ["b"]


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (f"{TEXT}\n\n{OTHER}", ["stdin"]),
        (f'{{"id": "a", "text": "{TEXT}"}}\n{{"id": "b", "text": "{OTHER}"}}\n', ["a", "b"]),
    ],
)
def test_standard_input(monkeypatch, given, ids):
    class Standard:
        buffer = io.BytesIO(given.encode())

    monkeypatch.setattr("sys.stdin", Standard())
    found = load(["-"])
    assert [d.id for d in found.documents] == ids
    assert found.documents[0].source.startswith("standard input")


def test_patterns(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    assert [d.id for d in load([f"{tmp_path}/*.txt"]).documents] == ["a", "b"]
    assert [d.id for d in load([f"{tmp_path}/**/c.txt"]).documents] == ["c"]
    assert load([f"{tmp_path}/*.md"]).problems[0].error == "MissingInput"


ROWS = pd.DataFrame(
    {
        "Key": ["a", "b", "c"],
        "speech": [TEXT, None, OTHER],
        "party": ["Labour", "Green", None],
        "date": [datetime.date(2016, 12, 2)] * 3,
    }
)


@pytest.mark.parametrize("name", ["t.xlsx", "t.parquet"])
def test_sheets(tmp_path, name):
    file = tmp_path / name
    if name.endswith("xlsx"):
        with pd.ExcelWriter(file) as book:
            pd.DataFrame({"about": ["notes"]}).to_excel(book, sheet_name="Read me", index=False)
            ROWS.to_excel(book, sheet_name="Data", index=False)
    else:
        ROWS.to_parquet(file)
    found = load([file], Settings(text_column="speech", id_column="key"))
    assert [(d.id, d.text, d.date, dict(d.meta)) for d in found.documents] == [
        ("a", TEXT, "2016-12-02", {"party": "Labour"}),
        ("c", OTHER, "2016-12-02", {}),
    ]
    assert [(p.error, p.line) for p in found.problems if p.level == "error"] == [("EmptyInput", 3)]
    wrong = load([file])
    assert "no column 'text'" in wrong.problems[0].message
