"""The tone of every sentence, by VADER."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from rhetoric.extract.spoken import by_sentence, given
from rhetoric.extract.vader import mapped, scores
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
        rows, voices = by_sentence(corpus)
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
        return given(found, corpus, rows, voices)
