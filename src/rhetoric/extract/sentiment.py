"""The tone of every sentence, by VADER."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Self

import numpy as np

from rhetoric.extract.vader import mapped, scores
from rhetoric.model.columns import Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

TONE = Feature(
    "sentiment.tone",
    1,
    "Tone",
    measure="mean",
    unit="mean of sentences, -1 to 1",
    about=(
        "How warm the words of a sentence are: above 0 positive, below 0 negative; 0 where no word of the lexicon "
        "was found, or where what was found cancels out."
    ),
    cites=(
        "Hutto, C. J. and Gilbert, Eric (2014). VADER: A Parsimonious Rule-based Model for Sentiment Analysis of "
        "Social Media Text. Proceedings of ICWSM 8, 216-225.",
    ),
    limits=(
        "it hears the warmth of words, not what the speaker approves of",
        "'party', 'united', 'alliance' and 'progressive' count as warm words where they are names, as in the Labour "
        "Party or the progressive alliance",
        "irony and praise of an opponent's failure are read literally",
        "made for short posts: against twenty raters of op-ed sentences it reaches a correlation of about .5",
    ),
)


@dataclass(frozen=True)
class SentimentExtractor:
    """One piece of evidence a sentence, its weight the compound score, equal to the published one.

    Curly marks are read as straight ones. A sentence that several voices share belongs to the voice that has the most
    words in it, the earlier one if they have equally many. A sentence without a word has no tone.

    References
    ----------
    See `features`.
    """

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor; it has no choices."""
        return cls()

    @property
    def features(self) -> tuple[Feature, ...]:
        """The one feature, `sentiment.tone`."""
        return (TONE,)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return the tone of every sentence that holds a word; attrs ``words`` are those that made it."""
        rows, voices = spoken_by(corpus)
        sentences = corpus.sentences.where(rows)
        texts = [mapped(d.text) for d in corpus.documents]
        spans = zip(sentences.doc.tolist(), sentences.start.tolist(), sentences.end.tolist(), strict=True)
        weights, words = scores([texts[doc][start:end] for doc, start, end in spans])
        attrs = np.full(len(rows), None, object)
        attrs[:] = [{"words": added} if added else None for added in words]
        found = Evidence.build(
            corpus,
            self.features,
            ("vader",),
            doc=sentences.doc,
            feature=np.zeros(len(rows), np.int32),
            entry=np.zeros(len(rows), np.int32),
            start=sentences.start,
            end=sentences.end,
            weight=weights,
            attrs=attrs,
        )
        at = corpus.rows_at(sentences, found.doc, found.start)
        names = {v: n for n, v in enumerate(found.voices)}
        code = np.array([*(names[v.id] for v in corpus.voices), -1], np.int32)
        return dataclasses.replace(found, voice=code[voices[at]])


def spoken_by(corpus: Corpus) -> tuple[Ints, Ints]:
    """Return the rows of the sentences that hold a word, and for each the voice with the most words in it."""
    counted = np.flatnonzero(corpus.tokens.is_word & (corpus.token_sentence >= 0) & ~corpus.token_removed)
    size = len(corpus.voices) + 1
    key = corpus.token_sentence[counted].astype(np.int64) * size + corpus.token_voice[counted] + 1
    pairs, first, words = np.unique(key, return_index=True, return_counts=True)
    sentence, voice = pairs // size, pairs % size - 1
    order = np.lexsort((first, -words, sentence))
    rows, best = np.unique(sentence[order], return_index=True)
    return rows.astype(np.int32), voice[order][best].astype(np.int32)
