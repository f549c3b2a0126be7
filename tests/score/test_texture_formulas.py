"""Indices of texture, worked out by hand."""

import math

import numpy as np
import pytest
from texture_texts import units

from rhetoric.score.texture.diversity import ENTROPY, GUIRAUD, HDD, HERDAN, MAAS, TTR, YULE_K
from rhetoric.score.texture.measure import Prose
from rhetoric.score.texture.mtld import MTLD, factors
from rhetoric.score.texture.readability import (
    ARI,
    COLEMAN_LIAU,
    FLESCH,
    FLESCH_KINCAID,
    FOG,
    FORCAST,
    LIX,
    RIX,
    SMOG,
)
from rhetoric.score.texture.rhythm import at_most, changes, drawn_medians, medians
from rhetoric.score.texture.table import FEATURES, OF_PROSE
from rhetoric.score.texture.variety import VarietyCounts
from rhetoric.score.texture.windows import segments, windows


def prose(**counts):
    return Prose(**{name: np.array([float(counts.get(name, 0))]) for name in Prose._fields})


def variety(*tokens):
    return VarietyCounts(units(*tokens)).total()


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (FLESCH, 206.835 - 1.015 * 20 - 84.6 * 1.5),
        (FLESCH_KINCAID, 0.39 * 20 + 11.8 * 1.5 - 15.59),
        (FOG, 0.4 * (20 + 10)),
        (SMOG, 1.043 * math.sqrt(30 * 2) + 3.1291),
        (COLEMAN_LIAU, 5.88 * 4.5 - 29.6 * 0.05 - 15.8),
        (ARI, 0.5 * 20 + 4.71 * 4.5 - 21.43),
        (LIX, 20 + 25),
        (RIX, 5),
        (FORCAST, 20 - 15 * 0.6),
    ],
)
def test_formulas_of_readability(measure, expected):
    counts = prose(
        words=200,
        sentences=10,
        characters=900,
        syllables=300,
        monosyllables=120,
        polysyllables=20,
        long_words=50,
    )
    assert measure(counts) == pytest.approx([expected])


@pytest.mark.parametrize("measure", OF_PROSE)
def test_nothing_to_divide_by_is_nan(measure):
    assert np.isnan(measure(prose(median=math.nan))).all()


def test_indices_of_frequency():
    counts = variety("aab")
    assert TTR(counts) == pytest.approx([2 / 3])
    assert GUIRAUD(counts) == pytest.approx([2 / math.sqrt(3)])
    assert HERDAN(counts) == pytest.approx([math.log(2) / math.log(3)])
    assert MAAS(counts) == pytest.approx([math.sqrt(math.log10(1.5)) / math.log10(3)])
    assert YULE_K(counts) == pytest.approx([1e4 * (4 + 1 - 3) / 9])
    assert ENTROPY(counts) == pytest.approx([-(2 / 3) * math.log2(2 / 3) - (1 / 3) * math.log2(1 / 3)])
    assert math.isnan(HDD(counts)[0])


def test_hdd_of_42_words_is_their_type_token_ratio():
    words = [f"w{n}" for n in range(40)] + ["w0", "w1"]
    assert HDD(variety(words)) == pytest.approx([40 / 42])


def test_hdd_of_43_words():
    # 41 types once, each drawn with chance 42/43; one type twice, of which one is always drawn
    words = [f"w{n}" for n in range(42)] + ["w0"]
    assert HDD(variety(words)) == pytest.approx([(41 * 42 / 43 + 1) / 42])


def test_mtld_of_a_word_and_another():
    # 1, 1, 2/3: a factor is full after three words, from either end
    assert MTLD(variety("ababab")) == pytest.approx([3.0])


def test_mtld_of_a_rest():
    # forward: aab is full at aa (1/2); then b, c, d, e, c keep 4/5, (1 - .8) / .28 of a factor
    forward, backward = factors(units("aabcdec"))
    assert forward == pytest.approx([1 + 0.2 / 0.28])
    # backward: c, e, d, c (3/4), b (4/5), a (5/6), a (5/7): full after seven words
    assert backward == pytest.approx([1.0])


def test_mtld_is_not_defined_without_a_full_factor():
    assert np.isnan(MTLD(variety("abcdefg", "abacdecf"))).all()


def test_windows_and_segments():
    # of three words: aba 2, bac 3; aba 2 and the rest is dropped
    words = units("abac")
    assert [x.tolist() for x in windows(words, 3)] == [[5.0], [6.0]]
    assert [x.tolist() for x in segments(words, 3)] == [[2.0], [3.0]]


def test_windows_do_not_reach_over_units_and_short_ones_have_none():
    types, tokens = windows(units("abab", "ab", "bbb"), 3)
    assert types.tolist() == [4.0, 0.0, 1.0]
    assert tokens.tolist() == [6.0, 0.0, 3.0]
    types, tokens = segments(units("abab", "ab", "bbb"), 3)
    assert types.tolist() == [2.0, 0.0, 1.0]
    assert tokens.tolist() == [3.0, 0.0, 3.0]


def test_a_window_belongs_to_the_sentence_of_its_middle_word():
    types, tokens = windows(units("abac", sentence=np.array([0, 0, 1, 1])), 3)
    assert types.tolist() == [2.0, 3.0]
    assert tokens.tolist() == [3.0, 3.0]


def test_changes_and_medians():
    lengths, unit = np.array([2.0, 6, 4, 9, 1]), np.array([0, 0, 0, 2, 2])
    change, pairs = changes(lengths, np.array([True, False, False, True, False]))
    assert change.tolist() == [0, 4, 2, 0, 8]
    assert pairs.tolist() == [0, 1, 1, 0, 1]
    assert medians(lengths, unit, 3) == pytest.approx([4, math.nan, 5], nan_ok=True)


def test_medians_of_draws_are_those_of_the_sentences():
    lengths = np.array([2.0, 6, 4, 9])
    distinct, cumulated = at_most(lengths)
    draws = [[0, 1, 2, 3], [0, 0, 1, 1], [3, 3, 3, 3], [0, 2, 2, 3]]
    sums = np.array([cumulated[draw].sum(axis=0) for draw in draws])
    assert drawn_medians(distinct, sums).tolist() == [np.median(lengths[draw]) for draw in draws]


def test_every_feature_says_what_it_is():
    assert len({f.name for f in FEATURES}) == len(FEATURES)
    for feature in FEATURES:
        assert feature.family == "texture"
        assert feature.measure == "index"
        assert feature.label and feature.unit and feature.cites and feature.limits
        assert "igher means" in feature.about


def test_counts_are_named_by_field():
    counts = variety("aab")
    assert counts.tokens.tolist() == [3]
    assert counts.types.tolist() == [2]
    assert counts.squares.tolist() == [5]
