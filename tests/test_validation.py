"""From a coding sheet to a record that the report prints."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rhetoric.cli import app
from rhetoric.coding import read_key, read_record
from rhetoric.errors import InputError, TooFewTexts
from rhetoric.validation import majority, validate

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def call(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


@pytest.fixture(name="folder")
def folder_fixture(tmp_path):
    done = call("code", "sample", CORPUS, "--theme", "pluralism", "-n", 60, "-o", tmp_path / "s.csv")
    assert done.exit_code == 0, done.output
    return tmp_path


def coded(folder, name, code):
    """Fill a copy of the sheet; `code` gives code and pole of an item."""
    sample = read_key(folder / "s.key.json")
    items = {i.id: i for i in sample.items}
    with (folder / "s.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for n, row in enumerate(rows):
        row["code"], row["pole"] = code(n, items[row["item"]])
    with (folder / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return folder / name


def agreeing(_, item):
    return ("1" if item.machine else "0", item.pole)


def test_a_coder_who_sees_what_the_machine_sees(folder):
    found = validate([coded(folder, "anna.csv", agreeing)])
    record = found.record
    assert record.precision.value == record.recall.value == record.machine.value == record.poles.value == 1
    assert record.precision.low < 1
    assert len(found.errors) == 0
    assert record.coded == ("anna",)
    sizes = read_key(folder / "s.key.json").sizes
    assert record.prevalence.value == pytest.approx(sizes["hits"] / sum(sizes.values()))


def test_two_coders_who_differ(folder):
    anna = coded(folder, "anna.csv", agreeing)
    ben = coded(folder, "ben.csv", lambda n, i: agreeing(n, i) if n % 5 else ("0" if i.machine else "1", ""))
    found = validate([anna, ben])
    assert found.record.sentences == 48
    assert 0 < found.record.coders.value < 1
    assert found.record.coders.low < found.record.coders.value < found.record.coders.high
    assert found.items["human"].isna().sum() == 12
    assert majority([True, None, False]) is None
    assert majority([True, True, False]) is True


def test_errors_are_listed_with_what_was_found(folder):
    wrong = coded(folder, "anna.csv", lambda n, i: ("0", "") if i.machine and n % 2 else agreeing(n, i))
    found = validate([wrong])
    assert set(found.errors["error"]) == {"wrongly found"}
    assert (found.errors["found"] != "").all()
    assert found.record.precision.value < 1
    assert found.record.recall.value == 1


def test_too_few_codes_are_refused(folder):
    few = coded(folder, "anna.csv", lambda n, i: ("1", "") if n < 5 else ("", ""))
    with pytest.raises(TooFewTexts, match="5 sentences"):
        validate([few])


def test_a_stratum_that_nobody_coded_is_refused(folder):
    """Codes of hits alone would make recall look perfect."""
    hits = coded(folder, "anna.csv", lambda n, i: agreeing(n, i) if i.stratum == "hits" else ("", ""))
    with pytest.raises(TooFewTexts, match="no sentence of the stratum"):
        validate([hits])


def test_the_report_prints_the_record_from_then_on(folder):
    anna = coded(folder, "anna.csv", agreeing)
    done = call("validate", anna, "--errors", folder / "e.csv")
    assert done.exit_code == 0, done.output
    record = read_record(folder / "pluralism.validation.json")
    assert record.line() in done.output
    before, after = folder / "before.html", folder / "after.html"
    paths = [CORPUS / "cruddas-interview.md", CORPUS / "lawson-progressive-alliance.md"]
    assert call("report", *paths, "-o", before, "--draws", 50).exit_code == 0
    record_file = folder / "pluralism.validation.json"
    assert call("report", *paths, "-o", after, "--draws", 50, "--validation", record_file).exit_code == 0
    assert "not validated on your texts; on ours: precision" in before.read_text(encoding="utf-8")
    assert "validated on 60 sentences of these texts by one coder: precision 1.00 [" in after.read_text(
        encoding="utf-8"
    )


def test_records_that_are_none(tmp_path):
    bad = tmp_path / "x.validation.json"
    bad.write_text(json.dumps({"feature": "a"}), encoding="utf-8")
    with pytest.raises(InputError, match="not a validation record"):
        read_record(bad)
    bad.write_text("[", encoding="utf-8")
    with pytest.raises(InputError, match="not JSON"):
        read_record(bad)


def test_agreement_of_codes_with_their_poles_at_three_levels(folder):
    def opposing(n, item):
        code, pole = agreeing(n, item)
        return code, {"+": "-", "-": "+"}.get(pole, "") if n % 5 == 0 else pole

    record = validate([coded(folder, "anna.csv", agreeing), coded(folder, "ben.csv", opposing)]).record
    assert list(record.signed) == ["nominal", "ordinal", "interval"]
    assert record.coders.value == 1  # both see the same sentences
    assert all(coders.value < 1 for coders, _ in record.signed.values())
    interval, nominal = record.signed["interval"][0].value, record.signed["nominal"][0].value
    assert interval < nominal  # a turned pole is two steps apart, an absence one
    from rhetoric.model.record import Record

    assert Record.of(record.plain(), "").plain() == record.plain()


def test_no_poles_no_agreement_about_them(folder):
    record = validate([coded(folder, "anna.csv", lambda n, i: ("1" if i.machine else "0", ""))]).record
    assert record.signed == {}
