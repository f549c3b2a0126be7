"""The command line of a report: results as input, what is refused, what is said of size and of the folder beside."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rhetoric.cli import app
from rhetoric.report import size

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("--draws", "50", "--tone", "lexical", "--metaphor", "lexical")


def told(*words):
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Return a folder with JSON lines of pieces of both texts by party, and the results of them."""
    folder = tmp_path_factory.mktemp("cli")
    parts = [
        p for f in sorted((ROOT / "corpus").glob("*.md")) for p in f.read_text(encoding="utf-8").split("\n\n")
    ]
    lines = [
        json.dumps({"id": f"t{n}", "text": "\n\n".join(parts[n : n + 6]), "party": "AB"[n % 2]})
        for n in range(2, 26, 3)
    ]
    (folder / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert told("batch", folder / "texts.jsonl", "-o", folder / "results", *QUICK).exit_code == 0
    return folder


def test_results_give_the_page_of_the_inputs_but_for_the_command(stored):
    direct = told("report", stored / "texts.jsonl", "--by", "party", "-o", stored / "a.html", *QUICK)
    again = told("report", stored / "results", "--by", "party", "-o", stored / "b.html")
    assert (direct.exit_code, again.exit_code) == (0, 0), again.output
    a, b = ((stored / f"{n}.html").read_text(encoding="utf-8") for n in "ab")
    command = "rhetoric report texts.jsonl --by party --metaphor lexical --tone lexical"
    assert command in a
    assert a.replace(command, "rhetoric report results --by party") == b


def test_results_of_csv_alone_give_the_same_page(stored):
    made = told("batch", stored / "texts.jsonl", "-o", stored / "csv" / "results", "--format", "csv", *QUICK)
    assert made.exit_code == 0
    pages = []
    for folder in (stored / "results", stored / "csv" / "results"):
        result = told("report", folder, "--by", "party", "-o", stored / "e.html")
        assert result.exit_code == 0, result.output
        pages.append((stored / "e.html").read_bytes())
    assert pages[0] == pages[1]


def test_settings_of_a_run_stay(stored):
    result = told("report", stored / "results", "-o", stored / "c.html", "--layers", "theme")
    assert result.exit_code == 1
    assert "run 'rhetoric batch' again with it" in str(result.exception)
    assert not (stored / "c.html").exists()


def test_only_english_pages(stored):
    result = told("report", stored / "results", "-o", stored / "c.html", "--lang", "de")
    assert result.exit_code == 2
    assert "'en'" in result.output


def test_a_page_over_budget_is_written_with_advice(stored, monkeypatch):
    monkeypatch.setattr(size, "BUDGETS", ((20, 1000),))
    result = told("report", stored / "results", "-o", stored / "d.html")
    assert result.exit_code == 0
    assert "largest: " in result.output
    assert (stored / "d.html").exists()
