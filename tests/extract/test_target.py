"""What a metaphor is about, on sentences read by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rhetoric.extract.target import targets
from rhetoric.match import Hits


def about(corpus_of, text, hit):
    corpus = corpus_of(text)
    tokens = corpus.tokens
    start = text.index(hit)
    first = int(np.searchsorted(tokens.start, start))
    last = int(np.searchsorted(tokens.start, start + len(hit)))
    return targets(
        corpus, Hits(np.zeros(1, np.int32), np.array([first], np.int32), np.array([last], np.int32))
    )[0]


@pytest.mark.parametrize(
    ("text", "hit", "target"),
    [
        ("Attacking the Liberals is wrong.", "Attacking", "Liberals"),
        ("It was the terminal decline of the Labour Party.", "terminal decline", "Labour Party"),
        (
            "His subsequent attacks on the Liberal leadership, they say, went on.",
            "attacks",
            "Liberal leadership",
        ),
        ("They cemented the progressive alliance.", "cemented", "progressive alliance"),
        ("The progressive alliance is a safe house for ideas.", "safe house", "progressive alliance"),
        ("Then Labour lurched, as everybody saw.", "lurched", "Labour"),
        ("A slow-paced Labour campaign.", "slow-paced", "Labour campaign"),
    ],
)
def test_read_from_the_words_around(corpus_of, text, hit, target):
    assert about(corpus_of, text, hit) == target


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("They were staring into the void.", "staring into the void"),  # a pronoun is no answer
        ("It was a ray of light.", "ray of light"),
        ("Forward!", "Forward"),
        ("At times he stumbles a bit.", "stumbles"),
    ],
)
def test_unknown_is_an_answer(corpus_of, text, hit):
    assert about(corpus_of, text, hit) is None


def test_never_out_of_its_own_sentence(corpus_of):
    assert about(corpus_of, "The unions met. They clung on. The Tories left.", "clung on") is None
