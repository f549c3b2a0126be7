"""``rhetoric stance`` on the two articles, without the encoder."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from rhetoric.asking import COLUMNS
from rhetoric.cli import app, main
from rhetoric.compare.stances import COLUMNS as SUMMARY

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
ARTICLES = (CORPUS / "cruddas-interview.md", CORPUS / "lawson-progressive-alliance.md")


def call(*args):
    return CliRunner().invoke(app, ["stance", *map(str, ARTICLES), "--tone", "lexical", *map(str, args)])


def saved(path, *args):
    done = call(*args, "-o", path)
    assert done.exit_code == 0, done.output
    return pd.read_csv(path)


def test_who_is_for_or_against_whom():
    shown = call()
    assert shown.exit_code == 0, shown.output
    assert "Who is for or against whom" in shown.output
    for word in ("Neal Lawson", "Progressive", "Tories", "mixed or", "acts against"):
        assert word in shown.output
    assert max(map(len, shown.output.splitlines())) <= 80


def test_the_table_is_saved(tmp_path):
    rows = saved(tmp_path / "s.csv")
    assert tuple(rows.columns) == SUMMARY
    assert len(rows) > 30
    assert "act" in set(rows["kind"])
    assert "act" not in set(saved(tmp_path / "n.csv", "--no-acts")["kind"])
    only = saved(tmp_path / "v.csv", "--voice", "cruddas")
    assert set(only["holder"]) == {"Jon Cruddas"}


def test_the_sentences_of_a_target():
    shown = call("--target", "Liberal Democrats")
    assert shown.exit_code == 0, shown.output
    assert shown.output.startswith("Toward Liberal Democrats")
    lines = shown.output.splitlines()
    first = next(n for n, line in enumerate(lines) if "Attacking the Liberals is wrong." in line)
    assert lines[first - 1].startswith(("+ +0.80", "- -0.80"))
    assert "Jon Cruddas" in lines[first - 1]
    assert "cruddas-interview" in lines[first - 1]
    assert lines[first + 1].strip() == "'attacking the liberals' is called 'wrong'"


def test_the_sentences_are_saved(tmp_path):
    rows = saved(tmp_path / "t.csv", "--target", "Liberal Democrats", "--no-acts")
    assert tuple(rows.columns) == COLUMNS
    assert set(rows["target"]) == {"Liberal Democrats"}
    texts = {p.stem: p.read_text(encoding="utf-8") for p in ARTICLES}
    assert all(r.sentence.strip() in texts[r.doc_id] for r in rows.itertuples())
    judged = rows[rows["rule"] == "act judged"]
    assert set(judged["holder"]) == {"Jon Cruddas"}
    assert set(judged["label"]) == {"positive"}
    acts = saved(tmp_path / "a.csv", "--target", "Liberal Democrats")
    assert set(acts["target"]) == {"Liberal Democrats", "acts against Liberal Democrats"}
    for suffix in ("jsonl", "parquet"):
        assert call("--target", "lib dems", "-o", tmp_path / f"t.{suffix}").exit_code == 0
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == len(acts)


@pytest.mark.parametrize("alias", ["lib dems", "the Liberals", "LIBERAL DEMOCRAT"])
def test_aliases_are_understood(tmp_path, alias):
    rows = saved(tmp_path / "t.csv", "--target", alias)
    assert rows.equals(saved(tmp_path / "u.csv", "--target", "Liberal Democrats"))


def test_a_name_that_fits_several_takes_all_and_says_so():
    shown = call("--target", "miliband")
    assert "'miliband' fits 2: David Miliband, Ed Miliband; all are shown" in shown.output
    assert "fits" not in call("--target", "David Miliband").output


def test_words_that_are_no_name_are_asked_about_where_they_stand(tmp_path):
    rows = saved(tmp_path / "t.csv", "--target", "the City", "--target", "new politics")
    assert rows["text"].tolist() == ["the City", "new politics", "new politics"]
    assert rows["target"].tolist() == rows["text"].tolist()
    shown = call("--target", "the City", "--voice", "nobody")
    assert shown.exit_code == 0
    assert "nothing is said" in shown.output


def test_an_unknown_target_ends_with_1_and_offers_names(capsys):
    assert call("--target", "Librals").exit_code == 1
    with pytest.raises(SystemExit) as end:
        main(["stance", *map(str, ARTICLES), "--tone", "lexical", "--target", "Librals"])
    assert end.value.code == 1
    assert "did you mean 'Liberal Democrats'?" in capsys.readouterr().err


def test_one_s_own_actors(tmp_path):
    (tmp_path / "mine.csv").write_text("actor,alias,kind\nVolunteers,activists,group\n", encoding="utf-8")
    shown = call("--actors", tmp_path / "mine.csv", "--target", "volunteers")
    assert shown.exit_code == 0, shown.output
    assert "activists" in shown.output
    (tmp_path / "bad.csv").write_text("who\nVolunteers\n", encoding="utf-8")
    assert "bad.csv:1: no column actor, alias" in str(call("--actors", tmp_path / "bad.csv").exception)


def test_inputs_that_cannot_be_read(tmp_path):
    assert call(tmp_path / "missing.txt").exit_code == 3
    done = CliRunner().invoke(app, ["stance", str(tmp_path / "missing.txt"), "--tone", "lexical"])
    assert done.exit_code == 1


@pytest.mark.parametrize("name", ["report", "score", "batch", "voices"])
def test_commands_with_settings_take_the_options(name):
    shown = CliRunner().invoke(app, [name, "--help"]).output
    for option in ("--tone", "--actors", "--lexicon"):
        assert option in shown
