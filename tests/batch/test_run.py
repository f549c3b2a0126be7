"""A batch gives the public tables, whatever its input holds."""

import json

import pandas as pd
import pytest

from rhetoric.batch import plan
from rhetoric.batch.run import run
from rhetoric.errors import EmptyInput, SettingsError
from rhetoric.model.schema import TABLES
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

GOOD = 'Ann Lee spoke first. "We must work together," said Lee. Nobody left the hall. '
QUICK = Settings(draws=50)


@pytest.fixture
def rows(tmp_path):
    file = tmp_path / "in.jsonl"
    lines = [
        json.dumps({"id": "a", "text": GOOD * 3, "party": "Green"}),
        "{broken",
        json.dumps({"id": "c", "words": "no text field"}),
        json.dumps({"id": "b", "text": "A fair deal. " * 5}),
        json.dumps({"id": "e", "text": ""}),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_tables_hold_the_contract(rows, tmp_path):
    out = tmp_path / "out"
    summary = run([rows], out, QUICK, ("parquet", "csv", "jsonl"))
    assert (summary.documents, summary.errors) == (2, 3)
    for name, columns in TABLES.items():
        for table in (pd.read_parquet(out / f"{name}.parquet"), pd.read_csv(out / f"{name}.csv")):
            assert list(table.columns) == [c for c, _ in columns]
    errors = pd.read_parquet(out / "errors.parquet")
    assert list(errors["line"]) == [2, 3, 5]
    documents = pd.read_parquet(out / "documents.parquet")
    assert list(documents["doc_id"]) == ["a", "b"]
    manifest = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["documents"] == 2
    assert manifest["inputs"][0]["sha256"] == documents["sha256"][0]
    assert str(tmp_path) not in (out / "run.json").read_text(encoding="utf-8")


def test_evidence_is_what_the_text_says(rows, tmp_path):
    run([rows], tmp_path / "out", QUICK)
    texts = pd.read_parquet(tmp_path / "out" / "documents.parquet").set_index("doc_id")["text"]
    evidence = pd.read_parquet(tmp_path / "out" / "evidence.parquet")
    assert len(evidence)
    for row in evidence.itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.text


def test_two_runs_give_the_same_bytes(rows, tmp_path):
    for name in ("one", "two"):
        run([rows], tmp_path / name / "out", QUICK, ("parquet", "csv"))
    files = sorted(p.name for p in (tmp_path / "one" / "out").iterdir())
    for name in files:
        assert (tmp_path / "one" / "out" / name).read_bytes() == (
            tmp_path / "two" / "out" / name
        ).read_bytes()


def test_shards_do_not_change_a_number(rows, tmp_path, monkeypatch):
    run([rows], tmp_path / "whole", QUICK)
    monkeypatch.setitem(plan.SHARD, "full", (1, 1))
    run([rows], tmp_path / "cut", QUICK)
    for name in TABLES:
        whole, cut = (pd.read_parquet(tmp_path / f / f"{name}.parquet") for f in ("whole", "cut"))
        pd.testing.assert_frame_equal(whole, cut)


def test_results_are_not_overwritten_unasked(rows, tmp_path):
    run([rows], tmp_path / "out", QUICK)
    with pytest.raises(SettingsError, match="there are results already"):
        run([rows], tmp_path / "out", QUICK)
    run([rows], tmp_path / "out", QUICK, force=True)


def test_a_text_that_breaks_the_analysis_costs_only_itself(rows, tmp_path, monkeypatch):
    def fragile(documents, settings, encoder=None):
        if any(d.id == "b" for d in documents):
            raise ZeroDivisionError("boom")
        return analyse_documents(documents, settings)

    monkeypatch.setattr("rhetoric.batch.shard.analyse_documents", fragile)
    summary = run([rows], tmp_path / "out", QUICK)
    assert summary.documents == 1
    errors = pd.read_parquet(tmp_path / "out" / "errors.parquet")
    assert "ZeroDivisionError" in set(errors["error"])


def test_nothing_readable(tmp_path):
    with pytest.raises(EmptyInput, match=r"nothing could be read .*gone\.txt"):
        run([tmp_path / "gone.txt"], tmp_path / "out", QUICK)
    assert (tmp_path / "out" / "errors.parquet").exists()
