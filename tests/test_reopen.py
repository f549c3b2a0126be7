"""Results read back make the same report as the inputs did, and nothing is extracted again."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from rhetoric.batch.run import run
from rhetoric.errors import InputError, MissingInput, SettingsError
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.pipeline import analyse, reopen
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
QUICK = Settings(draws=50, metaphor="lexical", tone="lexical")


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Return a result directory of the two pieces."""
    folder = tmp_path_factory.mktemp("pair") / "results"
    run([ROOT / "corpus"], folder, QUICK, ("parquet", "jsonl"))
    return folder


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """Return JSON lines with metadata and with lines that cannot be read, and the results of them."""
    folder = tmp_path_factory.mktemp("rows")
    prose = (ROOT / "corpus" / "lawson-progressive-alliance.md").read_text(encoding="utf-8").split("\n\n")
    lines = [
        json.dumps(
            {"id": f"t{n}", "text": "\n\n".join(prose[n : n + 8]), "party": "AB"[n % 2], "date": f"20{n:02}"}
        )
        for n in range(1, 9)
    ]
    lines[2:2] = [
        "{not json",
        json.dumps({"id": "de", "text": "Wir sind das Volk, und wir bleiben hier. " * 20}),
    ]
    (folder / "texts.jsonl").write_text("\n".join([*lines, "[]"]), encoding="utf-8")
    run([folder / "texts.jsonl"], folder / "results", QUICK)
    return folder


def test_the_pair_gives_the_same_page(stored):
    direct = analyse(ROOT / "corpus", QUICK)
    assert reopen(stored).report(command="x").html() == direct.report(command="x").html()


def test_json_lines_serve_as_well(stored, tmp_path):
    for path in stored.iterdir():
        if path.suffix != ".parquet":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    a, b = reopen(stored), reopen(tmp_path)
    assert a.evidence.table({d.id: d.text for d in a.corpus.documents}).equals(
        b.evidence.table({d.id: d.text for d in b.corpus.documents})
    )
    assert a.corpus.documents == b.corpus.documents


def told(problem):
    """Return what the tables keep of a problem: a text that was left out has no id there."""
    return problem.source, problem.line, problem.error, problem.message, problem.level


@pytest.mark.parametrize("by", ["voice", "doc_id", "party"])
def test_metadata_and_problems_come_back(rows, by):
    direct = analyse(rows / "texts.jsonl", QUICK, by=by)
    again = reopen(rows / "results", by=by)
    assert again.corpus.documents == direct.corpus.documents
    assert list(map(told, again.problems)) == list(map(told, direct.problems))
    assert len([p for p in again.problems if p.level == "error"]) == 3
    assert again.report(command="x").html() == direct.report(command="x").html()


def test_nothing_is_extracted_again(stored, monkeypatch):
    def refuse(self, corpus):
        raise AssertionError("extracted again")

    monkeypatch.setattr(ThemeExtractor, "extract", refuse)
    assert len(reopen(stored).evidence)


def test_texts_may_be_left_out_afterwards(stored):
    html = reopen(stored, text="none").report().html()
    assert not re.search("<article", html)


def test_other_settings_are_refused(stored):
    with pytest.raises(SettingsError, match="run 'rhetoric batch' again"):
        reopen(stored, layers=("theme",))


def test_no_results(tmp_path):
    with pytest.raises(MissingInput, match=r"run\.json"):
        reopen(tmp_path)


def copied(folder, into):
    for path in folder.glob("*"):
        (into / path.name).write_bytes(path.read_bytes())
    return into


def test_a_table_lacks(stored, tmp_path):
    copied(stored, tmp_path)
    for path in tmp_path.glob("evidence.*"):
        path.unlink()
    with pytest.raises(MissingInput, match="evidence"):
        reopen(tmp_path)


def test_another_text_is_refused(stored, tmp_path):
    copied(stored, tmp_path)
    table = pd.read_parquet(tmp_path / "documents.parquet")
    table.loc[0, "text"] = table.loc[0, "text"].replace("the", "The", 1)
    table.to_parquet(tmp_path / "documents.parquet")
    with pytest.raises(InputError, match="not the one analysed"):
        reopen(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"), [("lexicons", []), ("models", []), ("dictionaries", [{}]), ("features", ["x@1"])]
)
def test_other_lists_or_models_are_refused(stored, tmp_path, name, value):
    copied(stored, tmp_path)
    manifest = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    (tmp_path / "run.json").write_text(json.dumps({**manifest, name: value}), encoding="utf-8")
    with pytest.raises(SettingsError, match="changed since the results were made"):
        reopen(tmp_path)


def test_another_version_is_told(stored, tmp_path):
    copied(stored, tmp_path)
    manifest = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    (tmp_path / "run.json").write_text(json.dumps({**manifest, "version": "0.0.1"}), encoding="utf-8")
    assert "version 0.0.1" in reopen(tmp_path).problems[-1].message
