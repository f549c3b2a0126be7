"""SQL over results sees their tables, and nothing else."""

import json

import pandas as pd
import pytest
from click.testing import CliRunner

import rhetoric
from rhetoric.batch.query import open_results
from rhetoric.batch.run import run
from rhetoric.cli import app
from rhetoric.errors import MissingInput, NotFound, SettingsError
from rhetoric.settings import Settings

LIGHT = Settings(draws=0, layers=("theme",))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("query")
    texts = [
        {
            "id": f"t{n}",
            "text": f'Line one, "fair" play.\nWe must work together, {n} of us. ' * 3,
            "party": "AB"[n % 2],
        }
        for n in range(5)
    ]
    file = home / "in.jsonl"
    file.write_text("\n".join([*map(json.dumps, texts), "{broken"]), encoding="utf-8")
    run([file], home / "out", LIGHT, ("parquet", "csv", "jsonl"))
    (home / "secret.csv").write_text("a\n1\n")
    return home / "out"


def only(folder, ending, tmp_path):
    for path in folder.glob(f"*.{ending}"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return open_results(tmp_path)


def test_a_query_counts_what_is_there(folder):
    found = rhetoric.open_results(folder).sql(
        "select meta->>'party' as party, count(*) as texts from documents group by 1 order by 1"
    )
    assert found.to_dict("records") == [{"party": "A", "texts": 3}, {"party": "B", "texts": 2}]


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_every_format_gives_the_same_answer(folder, ending, tmp_path):
    query = "select doc_id, sum(words) as w, count(*) as n from exposure group by 1 order by 1"
    whole = "select doc_id, words, text, author from documents order by 1"
    for q in (query, whole, "select line, error from errors"):
        pd.testing.assert_frame_equal(only(folder, ending, tmp_path).sql(q), open_results(folder).sql(q))


def test_a_whole_table_and_some_columns(folder):
    results = open_results(folder)
    assert results.table("scores").equals(pd.read_parquet(folder / "scores.parquet"))
    assert list(results.table("documents", ["doc_id"]).columns) == ["doc_id"]
    with pytest.raises(NotFound, match="no table 'score' - choose from documents"):
        results.table("score")
    with pytest.raises(NotFound, match="no column 'id' in documents - choose from doc_id"):
        results.table("documents", ["id"])


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_csv('{home}/secret.csv')",
        "select * from '{home}/secret.csv'",
        "select * from read_text('/etc/hostname')",
        "select * from glob('/*')",
        "copy documents to '{home}/out.csv'",
        "attach '{home}/x.db'",
        "install httpfs",
        "set enable_external_access = true",
        "create table x as select 1",
        "select 1; select 2",
        "select * from results",
    ],
)
def test_a_query_reads_nothing_else(folder, query):
    before = sorted(p.name for p in folder.parent.iterdir())
    with pytest.raises(SettingsError):
        open_results(folder).sql(query.format(home=folder.parent))
    assert sorted(p.name for p in folder.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select * from scorse", "did you mean 'scores'"),
        ("select wrods from documents", r"There is documents\(doc_id"),
        ("select featur from scores", r"did you mean 'feature'\? There is scores\(doc_id"),
        ("select", "SQL: "),
        ("select cast(doc_id as int) from documents", "SQL: "),
    ],
)
def test_a_wrong_query_is_told_what_there_is(folder, query, said):
    with pytest.raises(SettingsError, match=said):
        open_results(folder).sql(query)


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx"])
def test_an_answer_is_saved(folder, ending, tmp_path):
    out = tmp_path / f"a.{ending}"
    assert open_results(folder).save("select doc_id, words, '=1+1' as f from documents order by 1", out) == 5
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "xlsx": pd.read_excel}
    back = read[ending](out) if ending in read else pd.read_json(out, lines=True)
    assert list(back["doc_id"]) == [f"t{n}" for n in range(5)]
    assert set(back["f"]) == ({"'=1+1"} if ending in ("csv", "xlsx") else {"=1+1"})


def test_no_results(tmp_path):
    with pytest.raises(MissingInput, match="no tables in it"):
        open_results(tmp_path)


def test_the_command_lists_asks_and_saves(folder, tmp_path):
    listed = CliRunner().invoke(app, ["query", str(folder)])
    assert "sha256" in listed.output
    asked = CliRunner().invoke(app, ["query", str(folder), "select count(*) as n from documents"])
    assert asked.output.split() == ["n", "─", "5"] or "5" in asked.output.split()
    saved = CliRunner().invoke(app, ["query", str(folder), "select 1 as x", "-o", str(tmp_path / "x.csv")])
    assert saved.output.endswith("x.csv: 1 rows\n")


def test_cells_of_csv_that_look_like_nothing_or_are_long(tmp_path):
    texts = [
        {"id": "NA", "text": "We must work together. " * 9, "title": "null"},
        {"id": "b", "text": "A fair deal. " * 200_000},
    ]
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    run([file], tmp_path / "out", LIGHT, ("csv",))
    found = open_results(tmp_path / "out").sql("select doc_id, title, length(text) as n from documents")
    assert found["doc_id"].tolist() == ["NA", "b"]
    assert found["title"][0] == "null"
    assert pd.isna(found["title"][1])
    assert found["n"].tolist() == [len(t["text"]) for t in texts]
