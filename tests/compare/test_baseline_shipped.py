"""The same-author baseline: bands and families in general, and the one that ships."""

import json
import math
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.compare import Baseline
from rhetoric.pipeline import extractors
from rhetoric.settings import Settings

HELD = json.loads((files("rhetoric") / "data" / "baseline.json").read_text(encoding="utf-8"))
ROWS = [(n, b, r) for n, bands in HELD["quantiles"].items() for b, r in bands.items()]
MADE = Baseline(
    "made",
    (300, 900),
    {
        "theme": {"300": [0.0, 1.0, 2.0], "900": [0.0, 2.0, 4.0]},
        "theme.x": {"300": [0.0, 0.5, 1.0]},
    },
)


def test_the_band_is_that_of_the_shorter_text():
    assert MADE.percentile("theme.y", 300, 1.0) == 50
    assert MADE.percentile("theme.y", 899, 1.0) == 50
    assert MADE.percentile("theme.y", 900, 1.0) == 25
    assert math.isnan(MADE.percentile("theme.y", 299, 1.0))


def test_a_family_stands_in_for_a_measure_without_pairs_of_that_length():
    assert MADE.percentile("theme.x", 400, 0.5) == 50  # its own row
    assert MADE.percentile("theme.x", 1000, 1.0) == 25  # the family's


def test_ends_of_the_scale():
    assert MADE.percentile("theme", 500, 0.0) == 0
    assert MADE.percentile("theme", 500, 2.0) == 100
    assert MADE.percentile("theme", 500, 99.0) == 100
    assert math.isnan(MADE.percentile("theme", 500, math.inf))


@given(st.floats(0, 10), st.floats(0, 10), st.sampled_from([r[:2] for r in ROWS]))
def test_larger_differences_are_never_at_lower_percentiles(one, other, row):
    name, band = row
    less, more = (Baseline.read().percentile(name, int(band), s) for s in sorted((one, other)))
    assert 0 <= less <= more <= 100


def test_what_ships_has_the_form_that_is_read():
    assert HELD["bands"] == sorted(HELD["bands"])
    assert {b for _, b, _ in ROWS} <= {str(b) for b in HELD["bands"]}
    for name, band, row in ROWS:
        assert len(row) == 21, (name, band)
        assert row == sorted(row)
        assert np.isfinite(row).all()
        assert row[0] >= 0
    assert HELD["pairs"] == sum(b["pairs"] for b in HELD["behind"].values())
    assert all(b["pairs"] >= 30 and b["authors"] >= 10 for b in HELD["behind"].values())


def test_every_measure_that_ships_has_a_percentile_in_every_band():
    features = [f for e in extractors(Settings()) for f in e.features]
    assert features
    baseline = Baseline.read()
    missing = [
        (f.name, band)
        for f in features
        for band in baseline.bands
        if math.isnan(baseline.percentile(f.name, band, 1.0))
    ]
    assert not missing


@pytest.mark.parametrize(("size", "beyond"), [(0.1, False), (8.0, True)])
def test_small_differences_lie_within_and_huge_ones_beyond(size, beyond):
    assert (Baseline.read().percentile("discourse.hedge", 1000, size) >= 95) is beyond


def test_nothing_but_numbers_and_one_sentence_ships():
    def texts(value):
        if isinstance(value, dict):
            return [t for v in value.values() for t in texts(v)]
        return [t for v in value for t in texts(v)] if isinstance(value, list) else [value]

    assert [t for t in texts(HELD) if isinstance(t, str)] == [HELD["source"]]
