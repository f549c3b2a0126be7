"""Hedges, boosters and the inclusive 'we' on the seed page."""

from __future__ import annotations

import pytest

from rhetoric.extract.discourse import DiscourseExtractor
from rhetoric.settings import Settings

DISCOURSE = DiscourseExtractor.of(Settings(unmeasured=True))


def test_the_first_three_features_are_there():
    names = {f.name for f in DISCOURSE.features}
    assert {"discourse.hedge", "discourse.booster", "discourse.inclusive_we"} <= names


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("discourse.hedge", {"Arguably", "maybe", "a bit", "seems to me"}),
        ("discourse.booster", {"very much", "definitely", "Let's be clear", "really", "of course"}),
        ("discourse.inclusive_we", {"we", "We"}),
    ],
)
def test_the_seed_page(feature, words, seed, found):
    assert words <= set(found(DISCOURSE, seed, feature))


def test_the_magazine_is_not_taken_for_the_nation(seed, found):
    text = seed.documents[0].text
    for row in [DISCOURSE.extract(seed).of("discourse.inclusive_we")]:
        after = [text[s : s + 14] for s in row.start]
    assert "our 5 July iss" not in after and "our last issue" not in after
