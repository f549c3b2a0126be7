"""The same-author baseline."""

import math

from rhetoric.compare import Baseline

MADE = Baseline("made", (300, 900), {"theme": {"300": [0.0, 1.0, 2.0]}, "theme.x": {"900": [0.0, 4.0]}})


def test_percentile_by_hand():
    assert MADE.percentile("theme.y", 500, 1.5) == 75.0
    assert MADE.percentile("theme.y", 500, 9.0) == 100.0
    assert MADE.percentile("theme.x", 2000, 1.0) == 25.0


def test_what_was_not_measured_is_undefined():
    assert math.isnan(MADE.percentile("theme.y", 200, 1.0))
    assert math.isnan(MADE.percentile("metaphor.z", 500, 1.0))
    assert math.isnan(MADE.percentile("theme.y", 500, float("nan")))


def test_the_one_that_ships_rises_and_holds_no_text():
    baseline = Baseline.read()
    assert baseline.quantiles
    for by_band in baseline.quantiles.values():
        for row in by_band.values():
            assert row == sorted(row)
            assert len(row) == 21
    assert baseline.percentile("theme.pluralism", 900, 0.0) <= baseline.percentile(
        "theme.pluralism", 900, 2.0
    )
