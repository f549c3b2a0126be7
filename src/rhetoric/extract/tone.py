"""The tone of sentences, from several instruments at once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from rhetoric.extract.mentions import mentions
from rhetoric.extract.stance import Asked, places
from rhetoric.extract.tonewords import shipped_tone_words
from rhetoric.extract.vader import mapped, scores
from rhetoric.model.columns import Bools, Floats, Ints
from rhetoric.model.corpus import Corpus

NAMES = frozenset(
    "party parties alliance alliances united progressive progressives".split()
)  # of politics, not of warmth


@dataclass(frozen=True, eq=False)
class ToneHead:
    """A ridge regression over what the encoder says of a sentence, the word model and VADER.

    Parameters
    ----------
    weights : float64 array, shape (384 + 3 + 2,)
        Of the mean state, of leaning (against, neither, for), of the word model's tone and of VADER's score.
    bias : float
    slope : float
        Tone per unit of VADER's score: what makes the two comparable.
    """

    weights: Floats
    bias: float
    slope: float

    def tones(self, states: Floats, leaning: Floats, lexical: Floats, vader: Floats) -> Floats:
        """Return the tone of sentences, before it is cut to -1 and 1."""
        given = np.hstack([states, leaning, lexical[:, None], vader[:, None]])
        return np.asarray(
            (given * self.weights).sum(axis=1) + self.bias
        )  # not by BLAS: a row must not depend on others


@cache
def shipped_head() -> ToneHead:
    """Return the head that ships, as ``tools/train_tone.py`` wrote it; its card is ``docs/models/tone.md``."""
    held = json.loads((files("rhetoric") / "data" / "models" / "tone.json").read_text(encoding="utf-8"))
    return ToneHead(np.array(held["weights"], np.float64), float(held["bias"]), float(held["slope"]))


def tones(corpus: Corpus, rows: Ints, tier: str, actors: str = "") -> tuple[Floats, Floats]:
    """Return the tone of sentences, and how far VADER's score, in the same unit, lies from it.

    Parameters
    ----------
    corpus : Corpus
    rows : int32 array, shape (n,)
        Rows of ``corpus.sentences``.
    tier : {'model', 'lexical'}
    actors : str
        Path of the user's own actors.

    Returns
    -------
    tone : float64 array, shape (n,)
        -1 to 1, four places.
    spread : float64 array, shape (n,)
        Absolute distance, two places.

    Notes
    -----
    Names do not set the tone: neither VADER nor the word model sees the words of a mention, nor those of `NAMES`.
    """
    barred = named(corpus, actors)
    vader = blanked_scores(corpus, rows, barred)
    whole = np.zeros(len(corpus.sentences))
    whole[rows] = vader
    tone = shipped_tone_words().tones(corpus, barred, whole)[rows]
    if tier == "model":
        from rhetoric.embed import leaning, leanings

        states, leans = (x[rows].astype(np.float64) for x in (leanings(corpus).states, leaning(corpus)))
        tone = shipped_head().tones(states, leans, tone, vader)
    kept: Floats = np.asarray(np.round(np.clip(tone, -1, 1), 4), np.float64)
    return kept, np.asarray(np.round(np.abs(kept - shipped_head().slope * vader), 2), np.float64)


def named(corpus: Corpus, actors: str = "") -> Bools:
    """Return which tokens are names: words of a mention, and words of politics that lexicons take for warm ones."""
    found = [
        Asked(m.doc, m.start, m.end, m.actor, m.kind, m.how)
        for m in mentions(corpus, actors)
        if m.how != "pronoun"
    ]
    first, last = places(corpus, found)
    inside = np.zeros(len(corpus.tokens) + 1, np.int64)
    np.add.at(inside, first, 1)
    np.subtract.at(inside, last, 1)
    forms, _ = corpus.tokens.vocab.folding
    words = np.array([w in NAMES for w in forms] or [False], np.bool_)
    plain = words[corpus.tokens.folded] if len(corpus.tokens) else np.empty(0, np.bool_)
    return np.asarray((np.cumsum(inside[:-1]) > 0) | plain)


def blanked_scores(corpus: Corpus, rows: Ints, barred: Bools) -> Floats:
    """Return VADER's scores of sentences in which names are blank."""
    tokens, sentence = corpus.tokens, corpus.token_sentence
    texts = [mapped(d.text) for d in corpus.documents]
    spans = corpus.sentences
    blanks: dict[int, list[int]] = {}
    for at in np.flatnonzero(barred & (sentence >= 0)).tolist():
        blanks.setdefault(int(sentence[at]), []).append(at)
    given = []
    for row in rows.tolist():
        start, end = int(spans.start[row]), int(spans.end[row])
        text = texts[spans.doc[row]][start:end]
        for at in blanks.get(row, ()):
            a, b = int(tokens.start[at]) - start, int(tokens.end[at]) - start
            text = f"{text[:a]}{' ' * (b - a)}{text[b:]}"
        given.append(text)
    return scores(given)[0]
