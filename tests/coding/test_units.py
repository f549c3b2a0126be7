"""A worksheet for metaphor: words to be judged, blind to what was found."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from rhetoric.cli import app
from rhetoric.coding import read_key
from rhetoric.validation import validate

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def call(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


@pytest.fixture(name="sheet", scope="module")
def sheet_fixture(tmp_path_factory):
    path = tmp_path_factory.mktemp("sheet") / "metaphor.csv"
    done = call("code", "sample", CORPUS, "--layer", "metaphor", "-n", 80, "-o", path)
    assert done.exit_code == 0, done.output
    return path


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_unit_stands_in_its_sentence(sheet):
    rows = rows_of(sheet)
    assert len(rows) == 80
    assert all(r["unit"].lstrip("'") in r["sentence"] for r in rows)
    assert all(r["code"] == "" for r in rows)


def test_half_were_found_and_a_cue_is_no_verdict(sheet):
    key = read_key(sheet.parent / "metaphor.key.json")
    found = {i.id for i in key.items if i.machine}
    assert len(found) == 40
    rows = rows_of(sheet)
    assert any(not r["basic sense?"] for r in rows if r["item"] in found)


def test_codes_come_back_as_figures(sheet, tmp_path):
    key = read_key(sheet.parent / "metaphor.key.json")
    said = {i.id: "1" if i.machine else "0" for i in key.items}
    rows = [{**r, "code": said[r["item"]]} for r in rows_of(sheet)]
    path = sheet.parent / "anna.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    record = validate([path]).record
    assert record.precision.value == record.recall.value == 1
    assert record.signed == {}


def test_a_theme_must_be_named_for_sentences():
    done = call("code", "sample", CORPUS)
    assert done.exit_code == 2
    assert "--theme" in done.output
