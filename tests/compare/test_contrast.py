"""Two sides: effects by hand, words of strength, warnings."""

import math

import numpy as np
import pytest

from rhetoric.compare import Baseline, contrast
from rhetoric.compare.contrast import strength
from rhetoric.compare.significance import benjamini_hochberg, g2_p
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.model.likelihood import g2
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

X = Feature("theme.x", label="X")
NONE = Baseline("", (), {})
TABLE = Baseline("made", (0,), {"theme": {"0": [0.0, 1.0, 2.0]}})


def made(hits_a, hits_b, words=1000, sentences=100, texts=1):
    """Two sides with hits spread evenly over sentences of ten words."""
    docs = tuple(f"{v}{n}" for v in "ab" for n in range(texts))
    doc, voice, sentence = zip(
        *((v * texts + n, v, s) for v in (0, 1) for n in range(texts) for s in range(sentences)), strict=True
    )
    size = np.full(len(doc), words // sentences, np.int32)
    exposure = Exposure(doc, voice, sentence, size, size, docs, ("Ann", "Bob"))
    rows = [
        (v * texts, v, s * sentences // max(1, n)) for v, n in ((0, hits_a), (1, hits_b)) for s in range(n)
    ]
    d, v, s = zip(*rows, strict=True) if rows else ([], [], [])
    n = len(d)
    evidence = Evidence(
        d, np.zeros(n), np.zeros(n), np.arange(n), np.arange(n) + 1, v, s, np.ones(n), np.zeros(n, bool),
        np.full(n, None, object), docs=docs, features=(X,), entries=("e",), voices=("Ann", "Bob"),
    )  # fmt: skip
    sides = {(x, "Ann" if x[0] == "a" else "Bob"): "Ann" if x[0] == "a" else "Bob" for x in docs}
    return evidence, exposure, sides


def compared(hits_a, hits_b, baseline=NONE, **choices):
    evidence, exposure, sides = made(hits_a, hits_b, **choices)
    settings = Settings(draws=200)
    return contrast(
        evidence, exposure, a="Ann", b="Bob", by="voice", sides=sides, settings=settings, baseline=baseline
    )


def test_ratio_by_hand():
    row = compared(20, 10).table.iloc[0]
    assert (row["value_a"], row["value_b"], row["effect"]) == (20.0, 10.0, 2.0)
    assert row["low"] < 2 < row["high"]
    assert row["effect_kind"] == "ratio"


def test_a_half_is_added_only_where_one_side_has_none():
    assert compared(6, 0).table["effect"][0] == pytest.approx(13.0)
    assert math.isnan(compared(0, 0).table["effect"][0])
    assert math.isnan(compared(0, 0).table["high"][0])


def test_sides_turned_round_turn_the_ratio_round():
    assert compared(20, 10).table["effect"][0] == pytest.approx(1 / compared(10, 20).table["effect"][0])


@pytest.mark.parametrize(
    ("hits", "excludes", "blocks", "percentile", "shorter", "expected"),
    [
        (10, True, 3, 95.0, 900, "clear"),
        (9, True, 3, 95.0, 900, "uncertain"),
        (10, False, 3, 95.0, 900, "uncertain"),
        (10, True, 2, 95.0, 900, "uncertain"),
        (10, True, 3, 94.9, 900, "uncertain"),
        (10, True, 3, float("nan"), 900, "uncertain"),
        (10, True, 3, 95.0, 899, "uncertain"),
        (10, True, 3, 95.0, 299, "too few to say"),
        (5, False, 1, 5.0, 300, "uncertain"),
        (4, True, 3, 95.0, 900, "too few to say"),
    ],
)
def test_words_of_strength(hits, excludes, blocks, percentile, shorter, expected):
    assert strength(X, hits, excludes, blocks, percentile, shorter)[0] == expected


def test_clear_needs_a_baseline():
    assert compared(60, 5).table["strength"][0] == "uncertain"
    assert compared(60, 5, TABLE).table["strength"][0] == "clear"
    assert compared(60, 5, TABLE).table["percentile"][0] == 100


def test_twenty_texts_a_side_are_resampled_as_texts():
    assert "bootstrap of texts" in compared(60, 20, texts=20).table["method"][0]
    assert "blocks" in compared(60, 20, texts=19).table["method"][0]


def test_warnings():
    documents = (
        Document(
            "a", "".join(f"We met member{n} today. " for n in range(80)), author="Ann Lee", kind="interview"
        ),
        Document("b", "Nobody left. " * 10, author="Bob Hay", kind="op-ed"),
    )
    said = " ".join(analyse_documents(documents, Settings(draws=20)).compare().warnings)
    assert "These are two texts." in said
    assert "kinds of text differ (interview; op-ed)" in said
    assert "much longer" in said
    assert "Bob Hay has 20 words" in said


def test_every_measure_is_listed_in_a_stable_order():
    documents = (
        Document("a", "One two. " * 9, author="Ann Lee"),
        Document("b", "One two. " * 9, author="Bob Hay"),
    )
    a = analyse_documents(documents, Settings(draws=0))
    assert list(a.compare().table["feature"]) == [str(f) for f in a.evidence.features]


def test_g2_by_hand():
    # 20 and 10 hits in 1,000 words each: 2 * (20 ln(20/15) + 10 ln(10/15))
    assert g2(np.array([20]), np.array([10]), 1000, 1000)[0] == pytest.approx(3.3979, abs=1e-4)
    assert g2_p(np.array([20]), np.array([10]), 1000, 1000)[0] == pytest.approx(0.0653, abs=1e-4)
    assert g2(np.array([0]), np.array([0]), 10, 10)[0] == 0


def test_benjamini_hochberg_by_hand():
    p = np.array([0.01, float("nan"), 0.04, 0.03, 0.5])
    assert benjamini_hochberg(p) == pytest.approx(
        [0.04, float("nan"), 0.05333, 0.05333, 0.5], abs=1e-4, nan_ok=True
    )
