"""Samples for coders, their sheets, and what is refused when they come back."""

import csv
import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from rhetoric import Document, Settings, analyse_documents
from rhetoric.cli import app
from rhetoric.coding import draw, find_key, read_codes, read_key, write_key, write_sheet
from rhetoric.coding.draw import allotted
from rhetoric.errors import InputError, MissingInput, RhetoricError, SettingsError, TooFewTexts

FILLER = [f"Sentence number {n} speaks of the weather and the trains." for n in range(60)]
TEXT = " ".join(
    [
        "We believe in pluralism and in working with other parties." if n % 6 == 0 else s
        for n, s in enumerate(FILLER)
    ]
    + ["Working with neighbours matters and we believe in it."] * 2
)


@pytest.fixture(name="analysis", scope="module")
def analysis_fixture():
    settings = Settings(layers=("theme",), draws=0)
    return analyse_documents(
        [Document("a", TEXT), Document("b", "Nothing here is about the subject at all.")], settings
    )


@pytest.fixture(name="sample", scope="module")
def sample_fixture(analysis):
    return draw(analysis.corpus, analysis.evidence, "theme.pluralism", 20, 3)


def filled(path, codes):
    """Fill a CSV sheet, as a coder would; `codes` gives cells by item."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row.update(codes(row))
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return rows


def test_strata_hold_the_whole_corpus_once(analysis, sample):
    assert sum(sample.sizes.values()) == len(analysis.corpus.sentences)
    assert sample.sizes["hits"] == 10
    assert len(sample.items) == len({i.id for i in sample.items}) == 20
    texts = {d.id: d.text for d in analysis.corpus.documents}
    for i in sample.items:
        assert texts[i.doc_id][i.start : i.end].strip() == i.sentence
        assert i.machine == (i.stratum == "hits") == ("pluralism" in i.sentence)
        assert i.machine == bool(i.found) == bool(i.pole)


def test_the_same_seed_draws_the_same_and_another_does_not(analysis, sample):
    again = draw(analysis.corpus, analysis.evidence, "theme.pluralism", 20, 3)
    other = draw(analysis.corpus, analysis.evidence, "theme.pluralism", 20, 4)
    assert again == sample
    assert {i.id for i in other.items} != {i.id for i in sample.items}


@given(*[st.integers(0, 50)] * 4)
def test_what_one_stratum_lacks_the_others_give(n, hits, near, rest):
    there = {"hits": hits, "near": near, "rest": rest}
    wanted = {"hits": round(n * 0.4), "near": round(n * 0.3), "rest": n - round(n * 0.4) - round(n * 0.3)}
    out = allotted(wanted, there, n)
    assert sum(out.values()) == min(n, hits + near + rest)
    assert all(0 <= out[k] <= there[k] for k in there)


def test_an_empty_corpus_has_nothing_to_code(analysis):
    empty = analyse_documents([], Settings(layers=("theme",)))
    with pytest.raises(TooFewTexts):
        draw(empty.corpus, empty.evidence, "theme.pluralism")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_sheet_is_blind_and_comes_back(tmp_path, sample, suffix):
    sheet = tmp_path / f"s.{suffix}"
    write_sheet(sample, sheet)
    codes, problems = read_codes(sheet, sample)
    assert (dict(codes.present), problems, codes.blank) == ({}, [], 20)
    if suffix == "csv":
        text = sheet.read_text(encoding="utf-8-sig")
        assert not any(word in text for word in ("hits", "near", "machine", "pole,+"))
        assert text.startswith("item,text,voice,before,sentence,after,code,pole,note")
    with pytest.raises(SettingsError, match="perhaps with codes"):
        write_sheet(sample, sheet)


def test_codes_of_a_workbook(tmp_path, sample):
    from openpyxl import load_workbook

    sheet = tmp_path / "anna.xlsx"
    write_sheet(sample, sheet)
    book = load_workbook(sheet)
    for n, (code, pole) in enumerate([(1, "+"), (0, None), ("may", None), ("yes", "-"), (True, None)], 2):
        book.active.cell(n, 7).value, book.active.cell(n, 8).value = code, pole
    book.save(sheet)
    codes, problems = read_codes(sheet, sample)
    ids = [i.id for i in sample.items]
    assert problems == []
    assert codes.coder == "anna"
    assert codes.present == {ids[0]: True, ids[1]: False, ids[3]: True, ids[4]: True}
    assert codes.poles == {ids[0]: 1, ids[3]: -1}
    assert codes.blank == 15


def test_bad_rows_are_refused_one_by_one(tmp_path, sample):
    sheet = tmp_path / "s.csv"
    write_sheet(sample, sheet)
    rows = filled(sheet, lambda row: {"code": "1", "pole": "+"})
    rows[0]["code"] = "maybe so"
    rows[1]["pole"] = "up"
    rows[2]["item"] = "ffffffffffff"
    rows[3]["sentence"] += " And more."
    rows.append(dict(rows[4]))
    with sheet.open("w", encoding="cp1252", newline="") as out:
        writer = csv.DictWriter(out, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    codes, problems = read_codes(sheet, sample)
    assert [(p.line, p.message.split(" - ")[0][:24]) for p in problems] == [
        (2, "unknown code 'maybe so'"),
        (3, "unknown pole 'up'"),
        (4, "'ffffffffffff' is no ite"),
        (5, f"the sentence of item {rows[3]['item'][:3]}"),
        (22, f"item {rows[4]['item']} stands"),
    ]
    assert len(codes.present) == 16


def test_files_that_are_no_sheets(tmp_path, sample):
    other = tmp_path / "o.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="no columns 'item' and 'code'"):
        read_codes(other, sample)
    (tmp_path / "o.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(InputError, match="not a workbook"):
        read_codes(tmp_path / "o.xlsx", sample)
    with pytest.raises(MissingInput):
        read_codes(tmp_path / "absent.csv", sample)
    with pytest.raises(SettingsError, match=r"\.csv or \.xlsx"):
        write_sheet(sample, tmp_path / "o.ods")


def test_keys_are_found_and_never_replaced(tmp_path, sample, analysis):
    sheet = tmp_path / "s.csv"
    key = write_key(sample, sheet)
    assert read_key(key) == sample
    assert find_key([tmp_path / "s-anna.csv"]) == key
    write_key(sample, sheet)
    with pytest.raises(SettingsError, match="another sample"):
        write_key(draw(analysis.corpus, analysis.evidence, "theme.pluralism", 20, 9), sheet)
    (tmp_path / "t.key.json").write_text("{}", encoding="utf-8")
    with pytest.raises(MissingInput, match="2 keys"):
        find_key([tmp_path / "u.csv"])
    with pytest.raises(InputError, match="not the key"):
        read_key(tmp_path / "t.key.json")
    key.write_text("[1", encoding="utf-8")
    with pytest.raises(InputError, match="not JSON"):
        read_key(key)


def test_the_command(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    sheet = tmp_path / "s.csv"
    done = CliRunner().invoke(
        app, ["code", "sample", str(text), "--theme", "pluralism", "-n", "20", "-o", str(sheet)]
    )
    assert done.exit_code == 0, done.output
    assert "20 sentences" in done.output
    assert json.loads((tmp_path / "s.key.json").read_text(encoding="utf-8"))["feature"].startswith(
        "theme.pluralism@"
    )
    wrong = CliRunner().invoke(app, ["code", "sample", str(text), "--theme", "pluralsm"])
    assert isinstance(wrong.exception, RhetoricError)
    assert "did you mean 'pluralism'" in str(wrong.exception)
