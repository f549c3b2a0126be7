"""Sentiment lexicons of the user's own: LSD2015, NRC, LIWC and the like, from any dictionary file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.errors import DictionaryError
from rhetoric.extract.lexicon import hits_of
from rhetoric.match import Dictionary, Entry
from rhetoric.match.formats import read_dictionary
from rhetoric.model.columns import Floats, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.feature import Feature

POSITIVE = re.compile(r"^(?:pos|positive|posemo|positiv|emo_pos|tone_pos|neg_negative)$", re.IGNORECASE)
NEGATIVE = re.compile(r"^(?:neg|negative|negemo|negativ|emo_neg|tone_neg|neg_positive)$", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Opinion:
    """A lexicon with a sign for each of its patterns.

    Parameters
    ----------
    name : str
    entries : tuple of Entry
        Those that have a sign.
    weights : float64 array, shape (entries,)
    """

    name: str
    entries: tuple[Entry, ...]
    weights: Floats

    @property
    def feature(self) -> Feature:
        """Its feature, ``sentiment.<name>``."""
        return Feature(
            f"sentiment.{self.name}",
            1,
            f"Tone by {self.name}",
            measure="mean",
            unit="mean of sentences, -1 to 1",
            about="Positive less negative hits of a lexicon of your own, over both; 0 where a sentence has none.",
        )

    def tones(self, corpus: Corpus, rows: Ints) -> Floats:
        """Return (positive - negative) / (positive + negative) of sentences, by weight; 0 without a hit."""
        none = np.empty(0, np.int32)
        hits = hits_of(corpus, self.entries, (), np.zeros(len(self.entries), np.int32), none)
        sentence, weight = corpus.token_sentence[hits.first], self.weights[hits.entry]
        inside = sentence >= 0
        size = len(corpus.sentences)
        total = np.bincount(sentence[inside], weight[inside], size)
        both = np.bincount(sentence[inside], np.abs(weight[inside]), size)
        return np.asarray(np.round(np.where(both > 0, total / np.maximum(both, 1e-12), 0.0)[rows], 4))


def read_opinions(paths: Sequence[str]) -> tuple[Opinion, ...]:
    """Read lexicons; see `rhetoric.match.formats.read_dictionary` for the kinds of file.

    Raises
    ------
    DictionaryError
        If a file cannot be read, or none of its keys is called positive or negative (pos, neg, posemo, negemo, tone_pos, tone_neg;
        neg_positive and neg_negative of the Lexicoder dictionary count as what they mean) and none of its patterns has a weight.
    """
    return tuple(opinion(read_dictionary(path)) for path in paths)


def opinion(dictionary: Dictionary) -> Opinion:
    """Return a dictionary as a lexicon of opinion; see `read_opinions`."""
    signs = np.array([sign(e) for e in dictionary.entries], np.float64)
    if not signs.any() and any(e.weight not in (0.0, 1.0) for e in dictionary.entries):
        signs = np.array([e.weight for e in dictionary.entries], np.float64)
    if not signs.any():
        raise DictionaryError(
            "no key is called positive or negative, and no pattern has a weight",
            "name the keys positive and negative, or give each pattern a weight below or above 0",
            dictionary.where,
        )
    held = np.flatnonzero(signs)
    name = re.sub(r"[^a-z0-9_]+", "_", dictionary.name.lower()).strip("_") or "lexicon"
    return Opinion(name, tuple(dictionary.entries[n] for n in held), signs[held])


def sign(entry: Entry) -> float:
    """Return 1 or -1 for a pattern of a key that is called positive or negative, else 0."""
    last = entry.key.rsplit(".", 1)[-1]
    return float(bool(POSITIVE.match(last))) - float(bool(NEGATIVE.match(last)))
