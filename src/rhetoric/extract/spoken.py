"""Whose words a whole sentence is."""

from __future__ import annotations

import dataclasses

import numpy as np

from rhetoric.model.columns import Bools, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence


def by_sentence(corpus: Corpus) -> tuple[Ints, Ints]:
    """Return the rows of the sentences that hold a word, and for each the voice with the most words in it.

    A sentence that voices share equally is the earlier one's.
    """
    counted = np.flatnonzero(corpus.tokens.is_word & (corpus.token_sentence >= 0) & ~corpus.token_removed)
    sentence, voice = corpus.token_sentence[counted], corpus.token_voice[counted]
    new = np.ones(len(counted), np.bool_)
    new[1:] = (sentence[1:] != sentence[:-1]) | (voice[1:] != voice[:-1])
    runs = np.flatnonzero(new)  # of one voice in one sentence
    size = len(corpus.voices) + 1
    key = sentence[runs].astype(np.int64) * size + voice[runs] + 1
    pairs, first, run = np.unique(key, return_index=True, return_inverse=True)
    words = np.bincount(run, np.diff(runs, append=len(counted)), len(pairs))
    sentence, voice = pairs // size, pairs % size - 1
    order = np.lexsort((first, -words, sentence))
    rows, best = np.unique(sentence[order], return_index=True)
    return rows.astype(np.int32), voice[order][best].astype(np.int32)


def given(found: Evidence, corpus: Corpus, rows: Ints, voices: Ints) -> Evidence:
    """Return evidence on whole sentences with the voices that `by_sentence` returned for their rows."""
    _, code = corpus.voice_ids
    voice = np.full(len(corpus.sentences), -1, np.int32)
    voice[rows] = code[voices]
    first = np.searchsorted(corpus.sentences.doc, np.arange(len(corpus)))
    return dataclasses.replace(found, voice=voice[first[found.doc] + found.sentence])


def mostly_repeated(corpus: Corpus) -> Bools:
    """Return which sentences have more than half of their words in passages printed already, shape (sentences,)."""
    worded = corpus.tokens.is_word & (corpus.token_sentence >= 0)
    size = len(corpus.sentences)
    words = np.bincount(corpus.token_sentence[worded], minlength=size)
    again = np.bincount(corpus.token_sentence[worded & corpus.token_repeat], minlength=size)
    return np.asarray(2 * again > words)
