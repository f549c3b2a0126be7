"""Draws of texts."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from rhetoric.compare import redrawn as module
from rhetoric.compare.redrawn import redrawn
from rhetoric.compare.terms import Units

NAMES = ("red", "blue", "gold")


def units(*sizes):
    """Return groups of so many texts of ten words, with one to three hits of each of four terms."""
    random = np.random.default_rng(1)
    counts = csr_matrix(random.integers(1, 4, size=(sum(sizes), 4)))
    return Units(counts, np.repeat(np.arange(len(sizes)), sizes), np.full(sum(sizes), 10.0))


def test_only_groups_of_twenty_texts_against_twenty_texts():
    assert set(redrawn(units(20, 19, 30), NAMES, (0, 1, 2), 0.95, 50, 0)) == {0, 2}
    assert redrawn(units(30, 19), NAMES[:2], (0, 1), 0.95, 50, 0) == {}
    assert set(redrawn(units(20, 30), NAMES[:2], (1,), 0.95, 50, 0)) == {1}
    assert redrawn(units(20, 20), NAMES[:2], (0, 1), 0.95, 0, 0) == {}
    fixed = (np.full(4, 100.0), 1000.0)
    assert set(redrawn(units(20, 3), NAMES[:2], (0, 1), 0.95, 50, 0, fixed)) == {0}


def test_a_group_that_is_the_same_in_every_text_has_no_width():
    texts = units(20, 20)
    same = Units(csr_matrix(np.full((40, 4), 2)), texts.group, texts.words)
    low, high = redrawn(same, NAMES[:2], (0,), 0.95, 100, 0)[0]
    assert low == pytest.approx(np.zeros(4))
    assert high == pytest.approx(np.zeros(4))


def test_ends_are_those_of_plain_draws():
    texts = units(20, 25)
    low, high = redrawn(texts, NAMES[:2], (0,), 0.95, 4000, 0)[0]
    random, dense = np.random.default_rng(5), texts.counts.toarray()
    drawn = []
    for _ in range(4000):
        red, blue = (
            dense[random.integers(0, 20, 20)].sum(axis=0),
            dense[random.integers(20, 45, 25)].sum(axis=0),
        )
        drawn.append(np.log2((red + 0.5) / 200) - np.log2((blue + 0.5) / 250))
    assert low == pytest.approx(np.percentile(drawn, 2.5, axis=0), abs=0.04)
    assert high == pytest.approx(np.percentile(drawn, 97.5, axis=0), abs=0.04)


def test_seeds_and_blocks(monkeypatch):
    texts = units(20, 20)
    one = redrawn(texts, NAMES[:2], (0,), 0.95, 200, 0)[0]
    again = redrawn(texts, NAMES[:2], (0, 1), 0.95, 200, 0)[0]  # whoever else is asked for
    assert np.array_equal(one, again)
    assert not np.array_equal(one, redrawn(texts, NAMES[:2], (0,), 0.95, 200, 1)[0])
    monkeypatch.setattr(module, "CELLS", 1)  # one term at a time
    assert np.array_equal(one, redrawn(texts, NAMES[:2], (0,), 0.95, 200, 0)[0])
