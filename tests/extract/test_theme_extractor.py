"""Themes on hand-counted texts."""

from __future__ import annotations

import pytest

from rhetoric.extract.themefile import parse_theme
from rhetoric.extract.themes import ThemeExtractor
from rhetoric.settings import Settings

COMMON = """
name = "common"
version = 2
limits = ["one"]
source = "Someone (1900)."

[[entry]]
pattern = "good"

[[entry]]
pattern = "common good"
weight = 2

[[entry]]
pattern = "tribal"
pole = "-"
flip = true

[[entry]]
pattern = "share|shares ...2 power"

[[not]]
pattern = "good friday"
why = "a day"
"""
RARE = 'name = "rare"\n[[entry]]\npattern = "good"\n[[entry]]\npattern = "Labour"\ncase = true\n'


@pytest.fixture(scope="module")
def extractor() -> ThemeExtractor:
    return ThemeExtractor((parse_theme(COMMON, "common.toml"), parse_theme(RARE, "rare.toml")))


def rows(extractor, corpus):
    """Return (feature, words, weight) of the evidence."""
    table = extractor.extract(corpus).table({d.id: d.text for d in corpus.documents})
    return list(zip(table["feature"], table["text"], table["weight"], strict=True))


def test_the_longest_hit_of_a_theme_counts_once_and_themes_do_not_compete(extractor, corpus_of):
    assert rows(extractor, corpus_of("The Common Good.")) == [
        ("theme.common@2", "Common Good", 2.0),
        ("theme.rare@1", "Good", 1.0),
    ]


def test_of_overlapping_hits_the_longest_stays_and_then_the_first(corpus_of):
    text = 'name = "x"\n' + "".join(f'[[entry]]\npattern = "{p}"\n' for p in ("a b", "b c d", "d e", "e f"))
    corpus = corpus_of("a b c d e f. a b d e f.")
    assert [t for _, t, _ in rows(ThemeExtractor((parse_theme(text, "x"),)), corpus)] == [
        "b c d",
        "e f",
        "a b",
        "d e",
    ]


def test_a_pole_is_a_sign_and_a_denial_turns_it_round(extractor, corpus_of):
    text = "He is tribal. She is not tribal."
    assert rows(extractor, corpus_of(text)) == [
        ("theme.common@2", "tribal", -1.0),
        ("theme.common@2", "tribal", 1.0),
    ]
    evidence = extractor.extract(corpus_of(text))
    assert evidence.attrs.tolist() == [None, {"negated": True}]


def test_without_flip_a_denial_changes_nothing(extractor, corpus_of):
    assert rows(extractor, corpus_of("Not the common good."))[0] == ("theme.common@2", "common good", 2.0)


def test_an_exclusion_drops_hits_of_its_own_theme_only(extractor, corpus_of):
    assert rows(extractor, corpus_of("On Good Friday we met.")) == [("theme.rare@1", "Good", 1.0)]


def test_gaps_are_bridged_up_to_their_size(extractor, corpus_of):
    assert rows(extractor, corpus_of("They share all their power.")) == [
        ("theme.common@2", "share all their power", 1.0)
    ]
    assert rows(extractor, corpus_of("They share all of their power.")) == []


def test_case_counts_where_it_is_asked_for(extractor, corpus_of):
    assert rows(extractor, corpus_of("Labour and labour.")) == [("theme.rare@1", "Labour", 1.0)]


def test_features_carry_what_the_file_says(extractor):
    feature = extractor.features[0]
    assert (feature.cites, feature.limits, feature.family) == (("Someone (1900).",), ("one",), "theme")


def test_nothing_is_found_in_nothing(extractor, corpus_of):
    evidence = extractor.extract(corpus_of("", "."))
    assert len(evidence) == 0 and len(evidence.features) == 2


def test_the_seed_page_holds_the_core_themes(seed):
    evidence = ThemeExtractor.of(Settings(layers=("theme",))).extract(seed)
    for name in ("pluralism", "communitarianism", "realignment"):
        assert len(evidence.of(f"theme.{name}")), name
