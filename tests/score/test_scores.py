"""Rates and means, worked out by hand."""

import math

import numpy as np
import pytest

from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.score import rates

RATE, TONE = Feature("theme.x", label="X"), Feature("sentiment.t", label="T", measure="mean", unit="mean")


def exposure(*rows, docs=("d",), voices=("Ann", "Bob")):
    """Rows of doc, voice, sentence, words."""
    doc, voice, sentence, words = (np.array(c, np.int32) for c in zip(*rows, strict=True))
    return Exposure(doc, voice, sentence, words, words * 5, docs, voices)


def evidence(*rows, docs=("d",), voices=("Ann", "Bob")):
    """Rows of doc, feature, voice, sentence, weight, repeat."""
    doc, feature, voice, sentence, weight, repeat = zip(*rows, strict=True) if rows else ([],) * 6
    n = len(doc)
    zero = np.zeros(n, np.int32)
    return Evidence(
        doc, feature, zero, np.arange(n), np.arange(n) + 1, voice, sentence, weight, repeat, np.full(n, None, object),
        docs=docs, features=(RATE, TONE), entries=("e",), voices=voices,
    )  # fmt: skip


def table(e, x, interval=None):
    return rates(e, x, interval).set_index(["doc_id", "voice", "feature"])


def test_rates_by_hand():
    x = exposure((0, 0, 0, 100), (0, 0, 1, 300), (0, 1, 2, 100))
    e = evidence(
        (0, 0, 0, 0, 1.0, False), (0, 0, 0, 1, -1.0, False), (0, 0, 0, 1, 1.0, True), (0, 0, 1, 2, 0.0, False)
    )
    t = table(e, x)
    assert t.loc[("d", "Ann", "theme.x@1"), ["value", "hits", "exposure"]].tolist() == [5.0, 2, 400.0]
    assert t.loc[("d", "Bob", "theme.x@1"), ["value", "hits"]].tolist() == [0.0, 0]  # weight 0: a candidate
    assert t.loc[("d", "all", "theme.x@1"), ["value", "hits", "exposure"]].tolist() == [4.0, 2, 500.0]


def test_means_by_hand():
    x = exposure((0, 0, 0, 10), (0, 0, 1, 10), (0, 1, 2, 10))
    e = evidence((0, 1, 0, 0, 0.5, False), (0, 1, 0, 1, -0.1, False), (0, 1, 0, 1, 0.9, True))
    t = table(e, x)
    assert t.loc[("d", "Ann", "sentiment.t@1"), "value"] == pytest.approx(0.2)
    assert t.loc[("d", "Ann", "sentiment.t@1"), "hits"] == 2
    assert math.isnan(t.loc[("d", "Bob", "sentiment.t@1"), "value"])


def test_units_without_a_hit_are_there_and_a_text_without_words_is_undefined():
    x = exposure((0, 0, 0, 50), docs=("d", "empty"))
    t = table(evidence(docs=("d", "empty")), x)
    assert t.loc[("d", "Ann", "theme.x@1"), "value"] == 0
    assert math.isnan(t.loc[("empty", "all", "theme.x@1"), "value"])
    assert ("d", "Bob", "theme.x@1") not in t.index


def test_the_interval_is_asked_once_a_unit_with_its_sentences():
    asked = []

    def interval(hits, words, key, features):
        asked.append((key, hits.tolist(), words.tolist(), [f.measure for f in features]))
        return np.zeros(2), np.ones(2)

    x = exposure((0, 0, 0, 10), (0, 0, 2, 20), (0, 1, 1, 30))
    table(evidence((0, 0, 0, 2, 1.0, False), (0, 1, 0, 0, 0.5, False)), x, interval)
    nan = pytest.approx(float("nan"), nan_ok=True)
    assert asked[0] == ("d|Ann", [[0.0, 0.5], [1.0, nan]], [10.0, 20.0], ["rate", "mean"])
    assert [a[0] for a in asked] == ["d|Ann", "d|Bob", "d|all"]
    assert asked[2][2] == [10.0, 30.0, 20.0]


def test_codes_of_other_pools_are_translated():
    x = exposure((0, 0, 0, 100), docs=("d",), voices=("Bob",))
    e = evidence((1, 0, 1, 0, 1.0, False), docs=("other", "d"), voices=("Ann", "Bob"))
    assert table(e, x).loc[("d", "Bob", "theme.x@1"), "hits"] == 1
