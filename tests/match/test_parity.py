"""Counts beside quanteda's on ten megabytes of political prose."""

import csv
import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from rhetoric.encode import encode
from rhetoric.match import Entry, compile_patterns, find, longest
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document

BENCH = Path(__file__).resolve().parents[3] / "shared" / "data" / "bench"


def themes(path):
    """Read a file of ``name:`` lines, each followed by ``- "pattern"`` lines."""
    entries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            key = line[:-1]
        elif line.strip():
            entries.append(Entry(json.loads(line.strip().removeprefix("- ")), key=key))
    return entries


@pytest.mark.shared
def test_counts_agree_with_quanteda():
    if not BENCH.exists():
        pytest.skip("the shared prose is not beside the checkout")
    with gzip.open(BENCH / "docs10.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = tuple(Document(r["id"], r["text"]) for r in map(json.loads, lines))
    with gzip.open(BENCH / "quanteda_counts_docs10.csv.gz", "rt", encoding="utf-8") as lines:
        theirs = {row.pop("id"): row for row in csv.DictReader(lines)}
    entries = themes(BENCH / "themes.yml")
    names = list(dict.fromkeys(e.key for e in entries))
    keys = np.array([names.index(e.key) for e in entries])

    corpus = encode(Corpus(documents))
    hits = find(compile_patterns(entries), corpus)
    hits = longest(hits, keys[hits.entry])
    ours = np.zeros((len(documents), len(names)), int)
    np.add.at(ours, (corpus.tokens.doc[hits.first], keys[hits.entry]), 1)

    expected = np.array([[int(theirs[d.id][n]) for n in names] for d in documents])
    # Where we differ quanteda keeps words together that a dash or a missing space joins: 'office.Congress'
    assert (ours != expected).mean() < 0.001
    assert (ours >= expected).all()
