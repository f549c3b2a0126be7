"""Tables on disk hold what was put in, and open safely."""

import pandas as pd
import pytest

from rhetoric.batch.store import Table, write
from rhetoric.errors import SettingsError

ROWS = pd.DataFrame(
    {"name": ["=1+1", "é, “q”\n2", None], "n": pd.array([1, None, 3], dtype="Int64"), "x": [0.5, None, 2]}
)
ROWS["name"] = ROWS["name"].astype("str")


def test_parquet_round_trip(tmp_path):
    write(ROWS, tmp_path / "t.parquet")
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "t.parquet"), ROWS, check_dtype=False)


def test_jsonl_keeps_null_and_characters(tmp_path):
    write(ROWS, tmp_path / "t.jsonl")
    lines = (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines[1] == '{"name":"é, “q”\\n2","n":null,"x":null}'


def test_csv_has_a_bom_and_no_formula(tmp_path):
    write(ROWS, tmp_path / "t.csv")
    raw = (tmp_path / "t.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    back = pd.read_csv(tmp_path / "t.csv", encoding="utf-8-sig")
    assert back["name"][0] == "'=1+1"
    assert back["name"][1] == "é, “q”\n2"


def test_parts_make_one_table(tmp_path):
    for kind in ("parquet", "csv", "jsonl"):
        with Table(tmp_path / f"t.{kind}", kind) as table:
            table.add(ROWS)
            table.add(ROWS[:0])
            table.add(ROWS)
    assert len(pd.read_parquet(tmp_path / "t.parquet")) == 6
    assert len(pd.read_csv(tmp_path / "t.csv", encoding="utf-8-sig")) == 6
    assert len(pd.read_json(tmp_path / "t.jsonl", lines=True)) == 6


def test_a_table_has_its_name_only_when_whole(tmp_path):
    with pytest.raises(RuntimeError), Table(tmp_path / "t.csv", "csv") as table:
        table.add(ROWS)
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_unknown_suffix(tmp_path):
    with pytest.raises(SettingsError, match=r"t\.xls: cannot write '\.xls' - use"):
        write(ROWS, tmp_path / "t.xls")
