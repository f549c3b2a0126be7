"""The encoder: a sentence's result depends on nothing but the sentence."""

from __future__ import annotations

import numpy as np
import pytest

from rhetoric.embed import SIZE, THEMES, shipped
from rhetoric.embed.reading import read, read_by
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

ONE = "The progressive alliance won because activists of all parties worked together."
TWO = "It was a ray of light. The era of majoritarian victories is at an end!"


def corpus_of(*texts: str) -> Corpus:
    return prepared(Document(f"d{n}", text) for n, text in enumerate(texts))


def test_shapes():
    corpus = corpus_of(ONE, TWO)
    reading = read(corpus)
    assert reading.vectors.shape == (3, SIZE)
    assert reading.themes.shape == (3, 2 * len(THEMES))
    assert np.allclose(np.linalg.norm(reading.vectors, axis=1), 1, atol=1e-5)
    words = corpus.tokens.is_word
    assert np.isfinite(reading.metaphor[words]).all()
    assert np.isnan(reading.metaphor[~words]).all()


def test_neighbours_threads_and_repeats_change_nothing():
    alone, together = (
        read_by(shipped(), corpus_of(ONE)),
        read_by(shipped(), corpus_of(TWO, ONE, ONE), threads=3),
    )
    one = read_by(shipped(), corpus_of(TWO, ONE, ONE), threads=1)
    for name in ("vectors", "themes"):
        assert np.array_equal(getattr(alone, name)[0], getattr(together, name)[2])
        assert np.array_equal(getattr(together, name)[2], getattr(together, name)[3])
        assert np.array_equal(getattr(together, name), getattr(one, name))


def test_curly_marks_read_as_straight_ones():
    curly, straight = corpus_of("We don’t like “it” – at all."), corpus_of('We don\'t like "it" - at all.')
    assert np.array_equal(read(curly).vectors, read(straight).vectors)


def test_a_sentence_longer_than_the_model_reads_at_once():
    reading = read(corpus_of("They fought and " + "fought and " * 400 + "won."))
    assert np.isfinite(reading.themes).all()
    assert np.linalg.norm(reading.vectors[0]) == pytest.approx(1, abs=1e-5)


def test_what_holds_no_word_has_no_themes():
    corpus = corpus_of("?! ... !!\n\n" + ONE)
    reading = read(corpus)
    for n in range(len(corpus.sentences)):
        start, end = int(corpus.sentences.start[n]), int(corpus.sentences.end[n])
        worded = any(c.isalnum() for c in corpus.documents[0].text[start:end])
        assert np.isfinite(reading.themes[n]).all() == worded


def test_nothing_to_read():
    reading = read(corpus_of(""))
    assert len(reading.vectors) == len(reading.metaphor) == len(reading.themes) == 0


def test_asked_again_nothing_is_read_twice():
    corpus = corpus_of(ONE)
    assert read(corpus) is read(corpus)


def test_likeness_follows_meaning():
    """Vectors of sentences that say the same in other words lie closer than those of others."""
    corpus = corpus_of(
        "The government will cut taxes for small firms.\n\nMinisters plan to lower what small businesses pay in tax."
        "\n\nThe choir sang in the old church on Sunday."
    )
    a, b, c = read(corpus).vectors
    assert a @ b > 0.5 > a @ c
