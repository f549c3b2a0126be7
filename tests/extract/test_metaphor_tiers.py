"""Metaphors by list, by word model and by encoder."""

from __future__ import annotations

import numpy as np
import pytest

from rhetoric.errors import SettingsError
from rhetoric.extract.metaphor import BY_MODEL, MetaphorExtractor, senses
from rhetoric.extract.metaphorwords import features, shipped_words, stem
from rhetoric.settings import Settings
from rhetoric.testing import check_extractor

TEXTS = (
    "The alliance was a ray of light. They attacked the Liberals, and the party spilt over.",
    "It rained all day. The bus stopped at the church, and she bought bread.",
)


def found(tier, corpus):
    return MetaphorExtractor.of(Settings(metaphor=tier)).extract(corpus)


@pytest.mark.parametrize("tier", ["model", "lexical", "list"])
def test_contract(tier, corpus_of):
    check_extractor(MetaphorExtractor.of(Settings(metaphor=tier)), corpus_of(*TEXTS))


@pytest.mark.parametrize("tier", ["model", "lexical", "list"])
def test_phrases_are_kept_whole(tier, corpus_of):
    evidence = found(tier, corpus_of(*TEXTS))
    words = {TEXTS[d][s:e] for d, s, e in zip(evidence.doc, evidence.start, evidence.end, strict=True)}
    assert "ray of light" in words


def test_the_encoder_finds_what_no_list_names(corpus_of):
    evidence = found("model", corpus_of("The report sheds its skin and the plan germinates in committee."))
    assert BY_MODEL in {evidence.entries[n] for n in evidence.entry}


def test_plain_words_do_not_count(corpus_of):
    evidence = found("model", corpus_of(*TEXTS))
    assert not (evidence.doc[evidence.weight > 0] == 1).any()


@pytest.mark.parametrize("tier", ["model", "lexical"])
def test_function_words_are_found_but_held_back(tier, corpus_of):
    evidence = found(tier, corpus_of("We live in hope, and in fear of what lies in the future."))
    rows = [n for n in range(len(evidence)) if evidence.end[n] - evidence.start[n] == 2]
    assert rows
    assert all(evidence.weight[n] == 0 for n in rows)


def test_unknown_tier_is_refused():
    with pytest.raises(SettingsError, match="metaphor"):
        Settings(metaphor="oracle")  # type: ignore[arg-type]


def test_stems_gather_the_forms_of_a_word():
    assert len({stem(w) for w in ("attack", "attacks", "attacked", "attacking")}) == 1


def test_what_is_common_is_worn():
    worn = shipped_words().conventional(["make", "spatula", "take"])
    assert worn[0] > 0.6 < worn[2]
    assert worn[1] < 0.4


def test_word_features_stop_at_the_end_of_the_sentence(corpus_of):
    one = np.stack(features(corpus_of("They fought. Peace came."), 1 << 12))
    two = np.stack(features(corpus_of("They fought. Rain fell."), 1 << 12))
    assert (one[:, :3] == two[:, :3]).all()


def test_cues_of_a_worksheet_do_not_depend_on_what_was_found(corpus_of):
    corpus = corpus_of("They cemented the progressive alliance.")
    assert senses(corpus, [(1, 2)]) == [("Building and structure?", "of progressive alliance?")]
