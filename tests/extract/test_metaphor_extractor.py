"""Metaphors on hand-counted texts."""

from __future__ import annotations

import pytest

from rhetoric.extract.metaphor import MetaphorExtractor
from rhetoric.extract.metaphorfile import parse_metaphors
from rhetoric.settings import Settings

FILE = """
version = 4
[[domain]]
name = "journey"
frame = "POLITICS IS A JOURNEY"
[[domain]]
name = "conflict"
[[entry]]
pattern = "path|road"
domain = "journey"
sure = 0.4
conventional = 0.9
unless = "car*|traffic"
[[entry]]
pattern = "road map"
domain = "journey"
sure = 0.8
[[entry]]
pattern = "fight*"
domain = "conflict"
sure = 0.7
when = "polic*|fight*"
[[entry]]
pattern = "road"
domain = "conflict"
[[not]]
pattern = "garden path"
why = "a path"
[[not]]
pattern = "dirt road"
why = "a road"
domain = "conflict"
"""


@pytest.fixture(scope="module")
def extractor() -> MetaphorExtractor:
    return MetaphorExtractor(parse_metaphors(FILE, "m.toml"))


def rows(extractor, corpus):
    """Return (domain, words, weight) of the evidence."""
    evidence = extractor.extract(corpus)
    text = corpus.documents[0].text
    return [
        (evidence.features[f].name[9:], text[s:e], w)
        for f, s, e, w in zip(evidence.feature, evidence.start, evidence.end, evidence.weight, strict=True)
    ]


def test_evidence_says_what_the_entry_says(extractor, corpus_of):
    evidence = extractor.extract(corpus_of("The path ahead."))
    assert str(evidence.features[0]) == "metaphor.journey@4"
    assert evidence.weight.tolist() == [0.0]  # .4 sure and .9 worn: a candidate
    assert evidence.attrs[0] == {"source": "journey", "target": None, "sure": 0.4, "conventional": 0.9}


def test_the_longest_counts_whatever_its_domain(extractor, corpus_of):
    assert rows(extractor, corpus_of("A road map.")) == [("journey", "road map", 0.8)]


def test_unless_looks_at_the_whole_sentence_and_no_further(extractor, corpus_of):
    assert rows(extractor, corpus_of("The path was full of cars. The path is long.")) == [
        ("journey", "path", 0.0)
    ]


def test_when_does_not_count_the_hit_itself(extractor, corpus_of):
    assert rows(extractor, corpus_of("They fight.")) == []
    assert rows(extractor, corpus_of("They fight over policy.")) == [("conflict", "fight", 0.7)]
    assert rows(extractor, corpus_of("They fight the fighters.")) == [
        ("conflict", "fight", 0.7),
        ("conflict", "fighters", 0.7),
    ]


def test_the_plain_list_finds_the_same_and_leaves_targets_out(extractor, corpus_of):
    corpus = corpus_of("Labour took the path of the party. They fight over policy, fight on. A road map.")
    whole = extractor.extract(corpus)
    plain = MetaphorExtractor(extractor.metaphors, "plain").extract(corpus)
    assert plain.features == whole.features
    for name in ("start", "end", "feature", "entry", "weight"):
        assert getattr(plain, name).tolist() == getattr(whole, name).tolist()
    assert list(plain.attrs) == [{**a, "target": None} for a in whole.attrs]
    assert plain.attrs[1] is plain.attrs[2]  # 'fight' twice: one entry, one mapping


def test_exclusions_are_for_all_domains_or_for_one(extractor, corpus_of):
    assert rows(extractor, corpus_of("The garden path.")) == []
    assert rows(extractor, corpus_of("A dirt road.")) == [("journey", "road", 0.0)]


def test_the_seed_page_holds_metaphors(seed):
    evidence = MetaphorExtractor.of(Settings()).extract(seed)
    found = {evidence.features[f].name for f in evidence.feature}
    assert len(found) >= 5
