"""Inputs and results by URL are those of the same files here."""

import json

import fsspec
import pandas as pd
import pytest
from batchtexts import LIGHT, line

from rhetoric.batch.run import run
from rhetoric.errors import EmptyInput, SettingsError


@pytest.fixture
def memory():
    """Return an empty file system in memory with three files in it."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    for n, name in enumerate(("a.jsonl", "b.jsonl", "deep/c.jsonl")):
        with files.open(f"/texts/{name}", "wt") as file:
            file.write("\n".join([line(n), "{broken"]))
    yield files
    files.store.clear()


@pytest.mark.parametrize(
    ("url", "ids"),
    [
        ("memory://texts", ["t000", "t001", "t002"]),
        ("memory://texts/a.jsonl", ["t000"]),
        ("memory://texts/*.jsonl", ["t000", "t001"]),
    ],
)
def test_files_folders_and_patterns_are_read(memory, tmp_path, url, ids):
    run([url], tmp_path / "out", LIGHT)
    documents = pd.read_parquet(tmp_path / "out" / "documents.parquet")
    assert list(documents["doc_id"]) == ids
    assert documents["source"].str.startswith("memory://").all()
    errors = pd.read_parquet(tmp_path / "out" / "errors.parquet")
    assert errors["source"].str.startswith("memory://").all()
    assert errors["source"].str.contains("/texts/").all()


def test_results_are_put_up_and_nothing_is_left_here(memory, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    url = "memory://results/one"
    run(["memory://texts/a.jsonl"], url, LIGHT)
    assert json.loads(memory.cat_file("/results/one/run.json"))["counts"]["documents"] == 1
    assert "/results/one/documents.parquet" in memory.find("/results")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SettingsError, match="there are results already"):
        run(["memory://texts/a.jsonl"], url, LIGHT)
    run(["memory://texts"], url, LIGHT, force=True)
    assert json.loads(memory.cat_file("/results/one/run.json"))["counts"]["documents"] == 3


def test_a_file_url_is_the_file(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text(line(1), encoding="utf-8")
    run([f"file://{file}"], f"file://{tmp_path}/there", LIGHT)
    run([file], tmp_path / "here", LIGHT)
    for name in ("evidence", "scores"):
        one, other = (pd.read_parquet(tmp_path / f / f"{name}.parquet") for f in ("here", "there"))
        pd.testing.assert_frame_equal(one, other)


def test_what_is_not_there_is_an_error(memory, tmp_path):
    with pytest.raises(EmptyInput, match=r"nothing: no such file or folder"):
        run(["memory://nothing"], tmp_path / "out", LIGHT)
    with pytest.raises(SettingsError, match="it cannot be opened"):
        run(["nosuch://x/y"], tmp_path / "other", LIGHT)
