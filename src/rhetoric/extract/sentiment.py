"""The tone of every sentence: an ensemble, and each lexicon's own score beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self

import numpy as np

from rhetoric.extract.opinion import Opinion, read_opinions
from rhetoric.extract.spoken import by_sentence, given
from rhetoric.extract.tone import tones
from rhetoric.extract.vader import scores_of
from rhetoric.model.columns import Array
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

UNIT = "mean of sentences, -1 to 1"
HUTTO = (
    "Hutto, C. J. and Gilbert, Eric (2014). VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text. "
    "Proceedings of ICWSM 8, 216-225."
)
TONE = Feature(
    "sentiment.tone",
    2,
    "Tone",
    measure="mean",
    unit=UNIT,
    about=(
        "How warm or cold a sentence reads, as twenty raters of op-ed sentences would say: above 0 positive, below 0 negative. The scale "
        "of the raters, -4 to 4, is divided by 4."
    ),
    cites=(HUTTO,),
    limits=(
        "it is not a stance toward anybody: 'Attacking the Liberals is wrong' is cold and kind to the Liberals; see stance.toward",
        "learned from op-eds of one American newspaper of 2013, rated by people without context",
        "scores are drawn toward 0, as those of careful raters are: compare them with one another, not with 1",
        "irony and praise of an opponent's failure are mostly read literally",
    ),
)
VADER = Feature(
    "sentiment.vader",
    1,
    "Tone by VADER",
    measure="mean",
    unit=UNIT,
    about=(
        "How warm the words of a sentence are by one lexicon alone, as published; 0 where no word of the lexicon was found, or where what was "
        "found cancels out."
    ),
    cites=(HUTTO,),
    limits=(
        "it hears the warmth of words, not what the speaker approves of",
        "'party', 'united', 'alliance' and 'progressive' count as warm words where they are names, as in the Labour "
        "Party or the progressive alliance",
        "made for short posts: against twenty raters of op-ed sentences it reaches a correlation of about .5",
    ),
)


@dataclass(frozen=True)
class SentimentExtractor:
    """For each sentence that holds a word: its tone, VADER's compound score as published, and the score of each lexicon of the user's.

    Parameters
    ----------
    tier : {'model', 'lexical', 'vader'}
        Whether the encoder takes part in the tone; with 'vader' there is no tone, which takes most of the time.
    lexicons : tuple of str
        Paths of the user's own lexicons; see `rhetoric.extract.opinion.read_opinions`.
    actors : str
        Path of the user's own actors: names do not set the tone.

    Notes
    -----
    Curly marks are read as straight ones. A sentence that several voices share belongs to the voice that has the most words in it, the
    earlier one if they have equally many. A sentence without a word has no tone. attrs of the tone: ``words``, what VADER hears and
    how strongly; ``vader``, its score; ``spread``, how far that lies from the tone, in the tone's unit: a warning where it is large.
    Without a tone, VADER's score has ``words`` itself.

    References
    ----------
    See `features`.
    """

    tier: Literal["model", "lexical", "vader"] = "model"
    lexicons: tuple[str, ...] = ()
    actors: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor with what the settings choose."""
        return cls(settings.tone, settings.lexicons, settings.actors)

    @property
    def features(self) -> tuple[Feature, ...]:
        """`sentiment.tone`, unless the tier is 'vader'; `sentiment.vader`; and one feature a lexicon of the user's."""
        own = (VADER, *(o.feature for o in opinions(self.lexicons)))
        return own if self.tier == "vader" else (TONE, *own)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return one row a sentence and feature."""
        rows, voices = by_sentence(corpus)
        sentences = corpus.sentences.where(rows)
        vader, words, which = scores_of(corpus, rows)
        own = [o.tones(corpus, rows) for o in opinions(self.lexicons)]
        entries, heard = ["vader", *(o.name for o in opinions(self.lexicons))], [vader, *own]
        accounts = np.empty(len(words), object)
        accounts[:] = [{"words": w} if w else None for w in words]
        notes: Array = accounts[which]
        if self.tier != "vader":
            tone, spread = tones(corpus, rows, self.tier, self.actors, vader)
            entries, heard = ["ensemble", *entries], [tone, *heard]
            notes[:] = [
                {**(note or {}), "vader": v, "spread": s}
                for note, v, s in zip(notes, vader.tolist(), spread.tolist(), strict=True)
            ]
        n, kinds = len(rows), len(heard)
        attrs = np.full(kinds * n, None, object)
        attrs[:n] = notes
        found = Evidence.build(
            corpus,
            self.features,
            entries,
            doc=np.tile(sentences.doc, kinds),
            feature=np.repeat(np.arange(kinds, dtype=np.int32), n),
            entry=np.repeat(np.arange(kinds, dtype=np.int32), n),
            start=np.tile(sentences.start, kinds),
            end=np.tile(sentences.end, kinds),
            weight=np.concatenate(heard),
            attrs=attrs,
        )
        return given(found, corpus, rows, voices)


@lru_cache(maxsize=4)
def opinions(paths: tuple[str, ...]) -> tuple[Opinion, ...]:
    """Return the user's lexicons, read once."""
    return read_opinions(paths)
