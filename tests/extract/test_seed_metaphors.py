"""What a careful reader calls a metaphor in the two articles, and what the page shows of it."""

from __future__ import annotations

import pytest

from rhetoric.extract.metaphor import MetaphorExtractor
from rhetoric.settings import Settings

PLAIN = (
    "attack", "regroup", "terminal", "unburdened", "slow-paced", "rupture", "ray of light", "flood", "mountain", "fuse",
    "void", "safe house", "clung", "autumn sun", "wire", "Fast forward", "cemented", "wove", "magic", "lurch", "tent",
    "launched", "tool-kit", "hit squad", "tribalism",
)  # fmt: skip


@pytest.fixture(name="shown", scope="module")
def shown_fixture(seed):
    evidence = MetaphorExtractor.of(Settings()).extract(seed)
    return evidence.where(evidence.weight > 0)


def test_plain_metaphors_are_shown(shown, seed):
    text = seed.documents[0].text.replace("\N{NO-BREAK SPACE}", " ").replace("\n", " ")
    spans = [(int(s), int(e)) for s, e in zip(shown.start, shown.end, strict=True)]

    def covered(word):
        at = text.lower().find(word.lower())
        places = []
        while at >= 0:
            places.append(at)
            at = text.lower().find(word.lower(), at + 1)
        assert places, word
        return any(s <= p < e for p in places for s, e in spans)

    found = [w for w in PLAIN if covered(w)]
    assert len(found) >= 0.85 * len(PLAIN), sorted(set(PLAIN) - set(found))


def test_phrases_are_kept_whole(shown, seed):
    text = seed.documents[0].text
    words = {text[s:e] for s, e in zip(shown.start, shown.end, strict=True)}
    for phrase in (
        "spraying too much lead across the forecourt",
        "ray of light",
        "biggest tent in the campsite",
        "staring into the void",
    ):
        assert any(phrase in w for w in words), phrase
