"""Results read back: CSV gives what Parquet gives, whatever the texts hold."""

import json

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rhetoric.batch.run import run
from rhetoric.batch.store import write
from rhetoric.errors import InputError, MissingInput
from rhetoric.load.results import from_csv, results, table
from rhetoric.model import schema
from rhetoric.model.spreadsheet import neutral, restored
from rhetoric.settings import Settings

QUICK = Settings(draws=50, layers=("theme",))
AWKWARD = [
    "=SUM(A1)", "'=SUM(A1)", "''=SUM(A1)", "'quoted' he said", "-5", "+", "@you", "\tindented", "\rold line", "'\t", "NA", "null", "nan",
    'a "word", two\r\nlines\nthree', " spaced ", "True", "1.0", "é’—\u2028x", "a,b;c",
]  # fmt: skip
words = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30),
)


@pytest.mark.parametrize("word", AWKWARD)
def test_neutral_cells_are_restored(word):
    cells = pd.DataFrame({"x": pd.Series([word, None], dtype="str")})
    shut = neutral(cells)
    assert shut["x"][0][0] not in "=+-@\t\r"
    pd.testing.assert_frame_equal(restored(shut), cells)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(words, words, st.none() | words, st.floats(allow_nan=True), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_csv_gives_back_every_cell(tmp_path, rows):
    evidence = pd.DataFrame(
        [(a, "theme.x", b, 3, 9, b, a, 0, weight, repeat, "{}") for a, b, _, weight, repeat in rows],
        columns=[c for c, _ in schema.TABLES["evidence"]],
    )
    documents = pd.DataFrame(
        [(a, c, c, c, c, a, c, 5, a, b, c, "{}", "[]") for a, b, c, _, _ in rows],
        columns=[c for c, _ in schema.TABLES["documents"]],
    )
    for name, made in (("evidence", evidence), ("documents", documents)):
        held = schema.table(name, made)
        write(held, tmp_path / f"{name}.csv")
        write(held, tmp_path / f"{name}.parquet")
        pd.testing.assert_frame_equal(
            from_csv(tmp_path / f"{name}.csv", name), pd.read_parquet(tmp_path / f"{name}.parquet")
        )


def test_long_texts_come_back(tmp_path):
    long = pd.DataFrame({c: ["x"] for c, _ in schema.TABLES["documents"]}).assign(
        words=1, text="A long line, with commas.\n" * 200_000
    )
    write(schema.table("documents", long), tmp_path / "documents.csv")
    assert from_csv(tmp_path / "documents.csv", "documents")["text"][0] == long["text"][0]


@pytest.fixture
def stored(tmp_path):
    """Return a folder with results as CSV of texts that spreadsheets would run."""
    lines = [
        json.dumps(
            {"id": word, "title": word, "text": f"{word} and a fair deal, we must work together. " * 9}
        )
        for word in AWKWARD
    ]
    (tmp_path / "in.jsonl").write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    run([tmp_path / "in.jsonl"], tmp_path / "out", QUICK, ("csv", "parquet"))
    return tmp_path / "out"


def test_results_of_csv_alone_are_those_of_parquet(stored):
    whole = results(stored)
    for file in stored.glob("*.parquet"):
        file.unlink()
    found = results(stored)
    assert found.documents == whole.documents
    assert found.problems == whole.problems
    pd.testing.assert_frame_equal(found.evidence, whole.evidence)
    pd.testing.assert_frame_equal(found.scores, whole.scores)


def test_a_table_that_was_edited_or_is_gone(stored):
    for file in stored.glob("*.parquet"):
        file.unlink()
    file = stored / "scores.csv"
    kept = file.read_text(encoding="utf-8")
    file.write_text(kept.replace("hits", "Hits", 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"scores.csv: it is not as it was written .* spreadsheet"):
        results(stored)
    file.unlink()
    with pytest.raises(MissingInput, match="the scores table is not in it"):
        table(stored, "scores")
    documents = stored / "documents.csv"
    documents.write_text(
        documents.read_text(encoding="utf-8").replace("fair deal", "bad deal", 1), encoding="utf-8"
    )
    with pytest.raises(InputError, match="is not the one analysed"):
        results(stored)
