"""Tables as parts keep them come back as they were."""

import pyarrow as pa
import pytest

from rhetoric.batch.kept import kept, public, schema
from rhetoric.batch.part import Part, joined
from rhetoric.batch.plan import PARTS, Shard, plan
from rhetoric.batch.shard import analysed
from rhetoric.model.document import Document
from rhetoric.model.schema import TABLES, arrow_schema
from rhetoric.settings import Settings

SETTINGS = Settings(tier="lexical")
TEXTS = (
    Document("a", "“We must fight for café owners,” said Ann Lee. Prices rose — again, again and again."),
    Document("b", "The storm is a disaster. Is it not? It is the worst storm, and we are proud of them."),
)


@pytest.fixture(scope="module")
def parts():
    return [analysed(Shard((d,), ()), SETTINGS) for d in TEXTS]


def test_the_words_of_evidence_are_not_kept_and_come_back(parts):
    for part, text in zip(parts, TEXTS, strict=True):
        assert "text" not in part.held["evidence"].column_names
        rows = Part.unpacked(part.packed()).tables["evidence"].to_pylist()
        assert rows
        assert [r["text"] for r in rows] == [text.text[r["start"] : r["end"]] for r in rows]


def test_every_table_comes_back_with_its_columns(parts):
    for part in parts:
        back = Part.unpacked(part.packed())
        for name in TABLES:
            assert back.held[name].schema == schema(name)
            assert back.tables[name].equals(part.tables[name])
            assert back.tables[name].schema == arrow_schema(name)


def test_a_string_is_kept_once(parts):
    voice = parts[0].held["scores"]["voice"].chunk(0)
    assert len(voice.dictionary) < len(voice)
    assert voice.dictionary.value_counts().field("counts").to_pylist() == [1] * len(voice.dictionary)


def test_parts_that_are_joined_have_the_rows_of_each(parts):
    one = Part.unpacked(joined(parts, "").packed()).tables
    for name in TABLES:
        assert one[name].equals(pa.concat_tables([p.tables[name] for p in parts]).combine_chunks()), name


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_comes_back(name):
    empty, texts = (kept(n, arrow_schema(n).empty_table()) for n in (name, "documents"))
    assert public(name, empty, texts).equals(arrow_schema(name).empty_table())


def test_the_plan_tells_how_parts_are_kept():
    assert plan(["x.txt"], "out", SETTINGS, ("parquet",))["parts"] == PARTS
