"""The command line as a person and a script use it."""

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from rhetoric.cli import COMMANDS, app, main

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
GERMAN = (
    "Die Regierung hat gestern beschlossen, dass die Steuern im nächsten Jahr nicht erhöht werden. "
    "Der Minister sagte, es sei ein guter Tag für das Land und für alle, die hier leben und arbeiten. "
) * 8


def call(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples(name):
    shown = call(name, "--help")
    assert shown.exit_code == 0
    assert f"rhetoric {name}" in shown.output


def test_report_of_two_texts(tmp_path):
    page = tmp_path / "page.html"
    done = call(
        "report", CORPUS / "cruddas-interview.md", CORPUS / "lawson-progressive-alliance.md", "-o", page
    )
    assert done.exit_code == 0, done.output
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "Jon Cruddas" in text
    assert str(tmp_path) not in text


def test_voices(tmp_path):
    shown = call("voices", CORPUS / "cruddas-interview.md")
    assert shown.exit_code == 0
    assert "Maurice Glasman" in shown.output
    inline = call("voices", CORPUS / "cruddas-interview.md", "--text")
    assert "[Jon Cruddas] I very much echo where Maurice is on some of this" in inline.output


def test_kwic_saves(tmp_path):
    done = call("kwic", "progressive alliance", CORPUS, "-o", tmp_path / "k.csv")
    assert done.exit_code == 0
    rows = pd.read_csv(tmp_path / "k.csv")
    assert set(rows["hit"].str.lower()) == {"progressive alliance"}
    assert call("kwic", "plural*", CORPUS).exit_code == 0


def test_score_saves(tmp_path):
    done = call("score", CORPUS, "--feature", "theme.", "-o", tmp_path / "s.jsonl", "--draws", 50)
    assert done.exit_code == 0
    rows = [json.loads(x) for x in (tmp_path / "s.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {r["feature"].split(".")[0] for r in rows} == {"theme"}


def test_batch_with_some_bad_inputs_ends_with_3_and_names_each(tmp_path):
    good, empty, binary, german, short = (
        tmp_path / n for n in ("good.txt", "empty.txt", "bin.txt", "de.txt", "short.txt")
    )
    good.write_text('"We must work together," said Ann Lee. ' * 12)
    empty.write_text("")
    binary.write_bytes(bytes(range(256)) * 20)
    german.write_text(GERMAN)
    short.write_text(
        "Only a very short text of twenty words stands here, and it is far too short to say much at all."
    )
    inputs = (good, empty, binary, german, short, tmp_path / "missing.txt")
    done = call("batch", *inputs, "-o", tmp_path / "out", "--format", "jsonl")
    assert done.exit_code == 3, done.output
    errors = [json.loads(x) for x in (tmp_path / "out" / "errors.jsonl").read_text().splitlines()]
    named = {Path(e["source"]).name: e["error"] for e in errors}
    assert named == {
        "empty.txt": "EmptyInput",
        "bin.txt": "BinaryInput",
        "de.txt": "NotEnglish",
        "missing.txt": "MissingInput",
    }
    manifest = json.loads((tmp_path / "out" / "run.json").read_text())
    assert any(Path(w["source"]).name == "short.txt" for w in manifest["warnings"])
    assert manifest["counts"]["documents"] == 2


def test_report_goes_on_without_a_bad_input(tmp_path):
    one = tmp_path / "one.txt"
    one.write_text('"We must work together," said Ann Lee. ' * 30)
    done = call("report", one, tmp_path / "missing.txt", "-o", tmp_path / "r.html")
    assert done.exit_code == 3
    assert "missing.txt" in done.output
    assert (tmp_path / "r.html").exists()


def test_nothing_readable_ends_with_1(tmp_path, capsys):
    with pytest.raises(SystemExit) as end:
        main(["report", str(tmp_path / "missing.txt"), "-o", str(tmp_path / "r.html")])
    assert end.value.code == 1
    assert "missing.txt" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("voices",), ("kwic", "word")])
def test_commands_that_read_nothing_say_so(tmp_path, words):
    done = call(*words, tmp_path / "missing.txt")
    assert done.exit_code == 1
    assert "no such file" in done.output
    assert "nothing could be read" in done.output


def test_mistyped_options_end_with_2():
    assert call("score", "--layer", "theme", CORPUS).exit_code == 2
    shown = call("score", "--layers", "themes", CORPUS)
    assert shown.exit_code == 2
    assert "choose from theme" in shown.output


YAML = "economy:\n  - tax*\n  - 'interest rate*'\nwar:\n  - war\n"


def test_count_shows_and_saves(tmp_path):
    (tmp_path / "d.yml").write_text(YAML, encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text(
        "Taxes and interest rates. " * 20 + "It was the war of the rich on the poor.", encoding="utf-8"
    )
    shown = call("count", text, "--themes", tmp_path / "d.yml")
    assert shown.exit_code == 0, shown.output
    assert [
        line.split("┃")[-1].split("│")[-1].strip()
        for line in shown.output.splitlines()[3:]
        if line[1:2].isalpha()
    ] == ["90", "40", "1"]
    for suffix in ("csv", "jsonl", "parquet"):
        out = tmp_path / f"c.{suffix}"
        assert call("count", text, "--themes", tmp_path / "d.yml", "-o", out).exit_code == 0
    rows = pd.read_parquet(tmp_path / "c.parquet")
    assert rows.columns.tolist() == ["doc_id", "words", "theme.economy", "theme.war"]
    assert pd.read_csv(tmp_path / "c.csv").equals(pd.read_json(tmp_path / "c.jsonl", lines=True))
    assert "cannot write '.xls'" in str(call("count", text, "-o", tmp_path / "c.xls").exception)


def test_kwic_by_voice_and_order():
    rows = call("kwic", "liberal*", CORPUS, "--voice", "cruddas", "--sort", "right").output.splitlines()
    assert rows[0].startswith("5 × liberal*")
    assert all("Jon Cruddas" in row or "Jon C" in row for row in rows[1:])


def test_check_of_a_dictionary_names_what_never_counts(tmp_path):
    file = tmp_path / "d.yml"
    file.write_text("liberal:\n  - liberal*\n  - liberals\nparty:\n  - labour\n  - tory\n", encoding="utf-8")
    shown = call("themes", "check", file, CORPUS, "-o", tmp_path / "p.csv")
    assert shown.exit_code == 0, shown.output
    assert "Patterns that never count" in shown.output
    rows = pd.read_csv(tmp_path / "p.csv").set_index("pattern")
    assert rows.loc["liberal*", "hits"] == 12
    assert rows.loc["liberals", "hits"] == 0


def test_convert_there_and_back(tmp_path):
    file = tmp_path / "d.yml"
    file.write_text(YAML, encoding="utf-8")
    assert call("themes", "convert", file, tmp_path / "d.csv").exit_code == 0
    assert call("themes", "convert", tmp_path / "d.csv", tmp_path / "themes").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "themes").iterdir()) == ["economy.toml", "war.toml"]
    assert call("themes", "convert", tmp_path / "themes", tmp_path / "e.yml").exit_code == 0
    shown = call("themes", "show", tmp_path / "e.yml")
    assert all(pattern in shown.output for pattern in ("tax*", "interest rate*", "war"))
    again = call("themes", "convert", file, tmp_path / "e.yml")
    assert "there is one already" in str(again.exception)


def test_convert_lists_what_is_lost(tmp_path):
    (tmp_path / "d.csv").write_text("key,pattern,weight\nx,tax NEAR cut,2\nx,tax,1\n", encoding="utf-8")
    done = call("themes", "convert", tmp_path / "d.csv", tmp_path / "d.dic")
    assert done.exit_code == 0, done.output
    assert "tax NEAR cut" in done.output
    assert "1 keys, 1 patterns" in done.output
