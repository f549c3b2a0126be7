"""Key words and collocations on the command line."""

import time
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from rhetoric.cli import app

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def call(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


@pytest.fixture
def speeches(tmp_path):
    rows = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "text": [
                "We mend the roads, and roads, and the roads of England again.",
                "They see the rivers, and rivers, and the rivers of England again.",
                "We all see the hope, and hope, and the hope of England again.",
            ],
            "party": ["Red", "Blue", "Gold"],
        }
    )
    path = tmp_path / "speeches.csv"
    rows.to_csv(path, index=False)
    return path


def test_groups_on_screen(speeches):
    shown = call("keyness", speeches, "--by", "party")
    assert shown.exit_code == 0, shown.output
    assert "Red, against all others" in shown.output
    assert "Gold, against all others" in shown.output
    assert " p " not in shown.output


def test_a_pair_shows_both_ends_and_p_only_when_asked(speeches):
    shown = call("keyness", speeches, "--by", "party", "--target", "Red", "--against", "Blue", "--p-values")
    assert shown.exit_code == 0, shown.output
    first, second = shown.output.split("Red uses less than Blue")
    assert "roads" in first
    assert "rivers" not in first
    assert "rivers" in second
    assert "not" in second.splitlines()[-1]  # independent


def test_saved_rows_are_all_there(speeches, tmp_path):
    done = call("keyness", speeches, "--by", "party", "-o", tmp_path / "k.csv", "--least", 1)
    assert done.exit_code == 0, done.output
    rows = pd.read_csv(tmp_path / "k.csv")
    assert rows["group"].unique().tolist() == ["Red", "Blue", "Gold"]
    assert rows[rows["word"] == "roads"]["hits"].tolist() == [
        3,
        0,
    ]  # Blue, the shorter, would have less than one
    top = call("keyness", speeches, "--by", "party", "-o", tmp_path / "t.parquet", "--least", 1, "--top", 2)
    assert top.exit_code == 0
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == 6


def test_references(speeches, tmp_path):
    english = call("keyness", speeches, "--by", "party", "--target", "Red", "--reference", "english")
    assert english.exit_code == 0, english.output
    assert "Red, against english" in english.output
    (tmp_path / "mine.csv").write_text("word,count\nroads,1\nthe,90\n", encoding="utf-8")
    mine = call("keyness", speeches, "--by", "party", "--reference", tmp_path / "mine.csv")
    assert "against mine.csv" in mine.output
    missing = call("keyness", speeches, "--by", "party", "--reference", tmp_path / "none.txt")
    assert missing.exit_code == 1
    assert "reference could not be read" in str(missing.exception or missing.output)


def test_collocates(tmp_path):
    shown = call("collocates", "alliance*", CORPUS)
    assert shown.exit_code == 0, shown.output
    assert "words near alliance*" in shown.output
    done = call("collocates", "alliance*", CORPUS, "-o", tmp_path / "c.csv")
    assert done.exit_code == 0
    assert "progressive" in set(pd.read_csv(tmp_path / "c.csv")["word"])


def test_collocations(tmp_path):
    shown = call("collocations", CORPUS, "--no-function-words", "--least", 3)
    assert "progressive alliance" in shown.output
    done = call("collocations", CORPUS, "--size", 3, "--least", 2, "-o", tmp_path / "c.jsonl")
    assert done.exit_code == 0, done.output
    assert set(pd.read_json(tmp_path / "c.jsonl", lines=True)["size"]) == {3}


def test_no_model_is_read(speeches):
    begun = time.perf_counter()
    assert call("keyness", speeches, "--by", "party").exit_code == 0
    assert time.perf_counter() - begun < 5  # seconds; the encoder alone takes longer to load
