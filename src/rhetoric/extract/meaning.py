"""What a sentence appeals to, read by its meaning: a second instrument beside the word lists."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

import numpy as np

from rhetoric.embed import THEMES, read
from rhetoric.extract.spoken import by_sentence, given
from rhetoric.extract.themefile import shipped
from rhetoric.model.columns import Floats
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

UNIT = "sentences per 1,000 words"
CITES = (
    "Reimers, Nils and Gurevych, Iryna (2019). Sentence-BERT: Sentence Embeddings using Siamese BERT-Networks. "
    "Proceedings of EMNLP-IJCNLP, 3982-3992.",
    "Laurer, Moritz, van Atteveldt, Wouter, Casas, Andreu and Welbers, Kasper (2024). Less Annotating, More "
    "Classifying. Political Analysis 32 (1), 84-100.",
)
KNOWN_LIMITS = (
    "a sentence is read alone: what 'it' or 'they' stand for is not known",
    "taught by sentences that language models coded with the codebook, not by people: see docs/models/meaning.md",
    "it gives no words, only the sentence: why it fired cannot be read off, so hold it against the word list",
    "poles are the weakest part: sentences that oppose a value are rare in what it was taught",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """From where the encoder's word counts.

    Parameters
    ----------
    version : int
    threshold : float
        The probability from which a sentence is taken to appeal to a theme.
    doubt : float
        The probability below which a hit of a word list is no appeal.
    """

    version: int
    threshold: float
    doubt: float


@cache
def limits() -> Limits:
    """Return the limits that `tools/set_limits.py` chose; see ``docs/models/meaning.md``."""
    path = files("rhetoric") / "data" / "models" / "meaning.json"
    return Limits(**json.loads(path.read_text(encoding="utf-8")))


def chances(corpus: Corpus) -> tuple[Floats, Floats]:
    """Return how likely every sentence appeals to each theme, and the pole if it does.

    Returns
    -------
    float64 array, shape (sentences, themes)
        Probabilities, rounded to four places; NaN for a sentence without a word.
    float64 array, shape (sentences, themes)
        +1 for the theme, -1 against it.
    """
    odds = read(corpus).themes.astype(np.float64)
    n = len(THEMES)
    chance = np.round(1.0 / (1.0 + np.exp(-np.clip(odds[:, :n], -30, 30))), 4)
    return chance, np.where(odds[:, n:] >= 0, 1.0, -1.0)


@dataclass(frozen=True)
class MeaningExtractor:
    """The sentences that appeal to a theme, as a classifier over sentence vectors reads them.

    Notes
    -----
    One piece of evidence a sentence and theme, the whole sentence its span; the weight is the probability, below 0 for
    the pole that opposes the theme. A sentence that several voices share belongs to the voice with most words in it.
    Only the twelve themes that ship can be read so: for a theme of your own there are no codes to learn from.

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
        """One feature a theme."""
        themes = {t.feature.name.split(".", 1)[1]: t.feature for t in shipped()}
        return tuple(
            Feature(
                f"meaning.{name}",
                limits().version,
                f"{themes[name].label}, by meaning",
                unit=UNIT,
                about=f"Sentences that a classifier takes for appeals to the theme: {themes[name].label}.",
                cites=CITES,
                limits=KNOWN_LIMITS,
            )
            for name in THEMES
        )

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every sentence that appeals to a theme."""
        rows, voices = by_sentence(corpus)
        chance, pole = chances(corpus)
        at, theme = np.nonzero(chance[rows] >= limits().threshold)
        sentences = corpus.sentences.where(rows[at])
        found = Evidence.build(
            corpus,
            self.features,
            ("sentence",),
            doc=sentences.doc,
            feature=theme.astype(np.int32),
            entry=np.zeros(len(at), np.int32),
            start=sentences.start,
            end=sentences.end,
            weight=(chance * pole)[rows[at], theme],
            attrs=np.full(len(at), None, object),
        )
        return given(found, corpus, rows, voices)
