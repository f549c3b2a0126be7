"""What a sentence appeals to, read by its meaning: a second instrument beside the word lists."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

import numpy as np

from rhetoric.embed import THEMES, read
from rhetoric.extract.spoken import by_sentence, given, mostly_repeated
from rhetoric.extract.themefile import shipped
from rhetoric.extract.themes import listed
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
    "taught by sentences that language models coded with the codebook, not by people: see docs/themes.md",
    "it gives no words, only the sentence: why it fired cannot be read off, so hold it against the word list",
    "it knows what the word list found: the two instruments are not independent of each other",
    "poles are the weakest part: sentences that oppose a value are rare in what it was taught",
)


NEAR_ONE = 4.0  # vectors are of length 1: so much longer, their numbers are about 1 and weigh like the others


@dataclass(frozen=True, eq=False)
class Heads:
    """One logistic regression a theme, over a sentence's vector and what the word lists find in it.

    Parameters
    ----------
    version : int
    weights : float64 array, shape (themes, 384 + 2 + themes)
    bias, threshold : float64 arrays, shape (themes,)
        The threshold is the probability from which a sentence is taken to appeal to the theme.
    """

    version: int
    weights: Floats
    bias: Floats
    threshold: Floats

    def chances(self, vectors: Floats, signs: Floats) -> Floats:
        """Return how likely sentences appeal to each theme.

        Parameters
        ----------
        vectors : float array, shape (n, 384)
        signs : float array, shape (n, themes)
            +1, -1 or 0: what the lists find.

        Returns
        -------
        float64 array, shape (n, themes)
            Probabilities, rounded to four places.
        """
        out = np.empty((len(vectors), len(THEMES)))
        for k in range(len(THEMES)):
            odds = inputs(vectors, signs, k) @ self.weights[k] + self.bias[k]
            out[:, k] = 1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30)))
        return np.round(out, 4)


def inputs(vectors: Floats, signs: Floats, theme: int) -> Floats:
    """Return what the head of a theme is given, shape (n, 384 + 2 + themes).

    The vector; the sign of the theme's own hits, and whether there are any; whether each list has any.
    """
    own = signs[:, [theme]]
    return np.hstack([vectors * NEAR_ONE, own, 1.5 * (own != 0), 0.7 * (signs != 0)])


@cache
def heads() -> Heads:
    """Return the heads that ship, as `tools/train_meaning.py` wrote them; their figures are in ``docs/themes.md``."""
    path = files("rhetoric") / "data" / "models" / "meaning.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    rows = [held["themes"][name] for name in THEMES]
    columns = (np.array([r[k] for r in rows], np.float64) for k in ("weights", "bias", "threshold"))
    return Heads(int(held["version"]), *columns)


def found_by_lists(corpus: Corpus) -> Floats:
    """Return the sign of what the lists that ship find in each sentence, shape (sentences, themes)."""
    lists = {t.feature.name.split(".", 1)[1]: t for t in shipped()}
    hits = listed(corpus, [lists[name] for name in THEMES])
    signs = np.zeros((len(corpus.sentences), len(THEMES)))
    first = np.searchsorted(corpus.sentences.doc, np.arange(len(corpus)))
    within = hits.sentence >= 0
    np.add.at(
        signs, (first[hits.doc[within]] + hits.sentence[within], hits.feature[within]), hits.weight[within]
    )
    seen = np.zeros_like(signs)
    np.add.at(seen, (first[hits.doc[within]] + hits.sentence[within], hits.feature[within]), 1)
    return np.where(seen > 0, np.where(signs >= 0, 1.0, -1.0), 0.0)


def chances(corpus: Corpus) -> tuple[Floats, Floats]:
    """Return how likely every sentence appeals to each theme, and the pole if it does.

    Returns
    -------
    float64 array, shape (sentences, themes)
        Probabilities.
    float64 array, shape (sentences, themes)
        +1 for the theme, -1 against it: as the list has it, else as the encoder reads it.
    """
    reading, signs = read(corpus), found_by_lists(corpus)
    pole = np.where(reading.themes[:, len(THEMES) :] >= 0, 1.0, -1.0)
    chance = heads().chances(reading.vectors.astype(np.float64), signs)
    return chance, np.where(signs != 0, signs, pole)


@dataclass(frozen=True)
class MeaningExtractor:
    """The sentences that appeal to a theme, as a classifier over sentence vectors and hits of word lists reads them.

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
                heads().version,
                f"{themes[name].label}, by meaning",
                unit=UNIT,
                about="Sentences read as appeals to the theme.",
                cites=CITES,
                limits=KNOWN_LIMITS,
            )
            for name in THEMES
        )

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every sentence that appeals to a theme."""
        rows, voices = by_sentence(corpus)
        chance, pole = chances(corpus)
        at, theme = np.nonzero(chance[rows] >= heads().threshold)
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
        again = mostly_repeated(corpus)[corpus.rows_at(corpus.sentences, found.doc, found.start)]
        return dataclasses.replace(given(found, corpus, rows, voices), repeat=found.repeat | again)
