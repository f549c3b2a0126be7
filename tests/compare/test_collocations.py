"""Collocates, counted by hand."""

import pytest

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings


def test_counts_and_measures():
    text = "Labour lost power. Power corrupts Labour. The Greens lost. Trees grow green. Grass grows slowly."
    a = analyse_documents((Document("d", text),), Settings(layers=()))
    table = a.collocates("labour", window=2).set_index("word")
    assert table.loc["power", ["near", "total"]].tolist() == [2, 2]
    assert "lost" not in table.index  # near once only
    near, total, words = 4, 2, 15
    import math

    assert table.loc["power", "pmi"] == pytest.approx(math.log2(2 * words / (near * total)))
    assert table.loc["power", "log_likelihood"] > 0


def test_nothing_near():
    a = analyse_documents((Document("d", "One two."),), Settings(layers=()))
    assert list(a.collocates("three").columns) == ["word", "near", "total", "log_likelihood", "pmi"]
    assert len(a.collocates("three")) == 0
