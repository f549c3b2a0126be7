"""Themes by meaning, and word lists held against it."""

from __future__ import annotations

import numpy as np

from rhetoric.embed import THEMES
from rhetoric.extract.meaning import MeaningExtractor, chances, found_by_lists, heads, inputs
from rhetoric.extract.themefile import shipped
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.settings import Settings

PLEA = (
    "We must work together with the other parties in a spirit of compromise and respect. "
    "The train leaves at nine from platform four."
)


def test_taught_themes_are_those_that_ship():
    assert sorted(t.feature.name.split(".")[1] for t in shipped()) == sorted(THEMES)


def test_a_plea_is_found_and_a_timetable_is_not(corpus_of):
    found = MeaningExtractor().extract(corpus_of(PLEA))
    names = {found.features[f].name for f in found.feature}
    assert "meaning.pluralism" in names
    assert set(found.sentence.tolist()) == {0}
    assert PLEA[found.start[0] : found.end[0]].startswith("We must")


def test_chances_are_probabilities(corpus_of):
    chance, pole = chances(corpus_of(PLEA))
    assert chance.shape == pole.shape == (2, len(THEMES))
    assert ((chance >= 0) & (chance <= 1)).all()
    assert set(np.unique(pole)) <= {-1.0, 1.0}


def test_what_the_lists_find_is_given_by_sentence(corpus_of):
    signs = found_by_lists(corpus_of(PLEA))
    assert signs[0, THEMES.index("pluralism")] == 1
    assert not signs[1].any()


def test_inputs_are_vector_own_hits_and_all_hits():
    given = inputs(np.zeros((2, 384)), np.eye(2, len(THEMES)), 1)
    assert given.shape == (2, 384 + 2 + len(THEMES)) == (2, heads().weights.shape[1])
    assert given[1, 384:386].tolist() == [1.0, 1.5]
    assert given[0, 384:386].tolist() == [0.0, 0.0]


def test_own_themes_do_not_change_the_reading(corpus_of, tmp_path):
    path = tmp_path / "trains.toml"
    path.write_text('name = "trains"\n[[entry]]\npattern = "train*"\n', encoding="utf-8")
    extractor = ThemeExtractor.of(Settings(themes=(str(path),)))
    assert len(extractor.extract(corpus_of(PLEA))) == 1


def test_a_sentence_printed_again_does_not_count_twice(corpus_of):
    plea = "We will work together with the other parties in a spirit of compromise and of mutual respect, whoever wins."
    corpus = corpus_of(f"{plea}\n\nThe train leaves at nine.\n\n“{plea}”")
    found = MeaningExtractor().extract(corpus)
    mine = found.where(found.feature == THEMES.index("pluralism"))
    assert mine.repeat.tolist() == [False, True]
