"""Two instruments held against each other, counted by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rhetoric.compare import instruments
from rhetoric.compare.agreement import alpha
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature

FEATURES = (Feature("theme.care", label="Care"), Feature("meaning.care"), Feature("theme.own"))


def evidence_of(rows):
    """Make evidence of (feature, sentence, weight, repeat) in one text."""
    n = len(rows)
    columns = dict(zip(("feature", "sentence", "weight", "repeat"), zip(*rows, strict=True), strict=True))
    zeros = np.zeros(n, np.int32)
    return Evidence(
        doc=zeros,
        feature=np.array(columns["feature"], np.int32),
        entry=zeros,
        start=np.arange(n, dtype=np.int32),
        end=np.arange(1, n + 1, dtype=np.int32),
        voice=zeros,
        sentence=np.array(columns["sentence"], np.int32),
        weight=np.array(columns["weight"], np.float64),
        repeat=np.array(columns["repeat"], np.bool_),
        attrs=np.full(n, None, object),
        docs=("a",),
        features=FEATURES,
        entries=("x",),
        voices=("v",),
    )


def exposure_of(sentences):
    zeros = np.zeros(sentences, np.int32)
    return Exposure(
        doc=zeros,
        voice=zeros,
        sentence=np.arange(sentences, dtype=np.int32),
        words=zeros + 5,
        chars=zeros + 20,
        docs=("a",),
        voices=("v",),
    )


def test_counted_by_hand():
    found = evidence_of(
        [
            (0, 0, 1.0, False),
            (0, 0, 1.0, False),  # twice in a sentence is one sentence
            (1, 0, 0.9, False),
            (0, 1, -1.0, False),
            (1, 2, 0.7, False),
            (1, 3, 0.7, True),  # printed twice: does not count
            (0, 4, 0.0, False),  # a candidate: does not count
        ]
    )
    table = instruments(found, exposure_of(6))
    assert list(table["theme"]) == ["care"]  # `own` has one instrument only
    row = table.iloc[0]
    assert (row.both, row.only_list, row.only_meaning, row.neither, row.sentences) == (1, 1, 1, 3, 6)
    assert row.alpha == pytest.approx(alpha([[1, 1, 0, 0, 0, 0], [1, 0, 1, 0, 0, 0]]))


def test_nothing_found_is_undefined_not_perfect():
    table = instruments(evidence_of([(2, 0, 1.0, False)]), exposure_of(4))
    assert math.isnan(table.iloc[0].alpha)
    assert table.iloc[0].neither == 4
