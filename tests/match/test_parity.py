"""Counts beside quanteda's on ten megabytes of political prose."""

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from rhetoric import Settings, ThemeCounter
from rhetoric.batch.run import run

BENCH = Path(__file__).resolve().parents[3] / "shared" / "data" / "bench"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not BENCH.exists(), reason="the shared prose is not beside the checkout"),
]


def read():
    with gzip.open(BENCH / "docs10.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    with gzip.open(BENCH / "quanteda_counts_docs10.csv.gz", "rt", encoding="utf-8") as lines:
        theirs = {row.pop("id"): row for row in csv.DictReader(lines)}
    return documents, theirs


def test_counts_are_those_of_quanteda_in_every_cell():
    documents, theirs = read()
    counter = ThemeCounter(BENCH / "themes.yml")
    ours = counter.fit_transform([d["text"] for d in documents]).toarray()
    names = counter.get_feature_names_out()
    expected = np.array([[int(theirs[d["id"]][n]) for n in names] for d in documents])
    assert ours.shape == expected.shape == (2313, 12)
    assert (ours != expected).sum() == 0


def test_evidence_of_a_batch_counts_as_quanteda_does(tmp_path):
    documents, theirs = read()
    source = tmp_path / "sample.jsonl"
    source.write_text("".join(json.dumps(d) + "\n" for d in documents[::23]), encoding="utf-8")
    run([source], tmp_path / "out", Settings(layers=("theme",), themes=(str(BENCH / "themes.yml"),), draws=0))
    found = pd.read_parquet(tmp_path / "out" / "evidence.parquet")
    ours = found.groupby(["doc_id", "feature"]).size()
    unlike = [
        (d["id"], name)
        for d in documents[::23]
        for name, value in theirs[d["id"]].items()
        if ours.get((d["id"], f"theme.{name}@1"), 0) != int(value)
    ]
    assert unlike == []
