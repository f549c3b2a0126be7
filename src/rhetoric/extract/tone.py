"""The tone of sentences, from several instruments at once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from rhetoric.extract.mentions import mentions
from rhetoric.extract.stance import Asked, places
from rhetoric.extract.tonewords import judged, shipped_tone_words
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


def tones(
    corpus: Corpus, rows: Ints, tier: str, actors: str = "", plain: Floats | None = None
) -> tuple[Floats, Floats]:
    """Return the tone of sentences, and how far VADER's score, in the same unit, lies from it.

    Parameters
    ----------
    corpus : Corpus
    rows : int32 array, shape (n,)
        Rows of ``corpus.sentences``.
    tier : {'model', 'lexical'}
    actors : str
        Path of the user's own actors.
    plain : float64 array, shape (n,), optional
        VADER's scores of these sentences with their names, where they are known.

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
    vader = blanked_scores(corpus, rows, barred, plain)
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
    warm = judged(corpus.tokens.vocab, "names of politics", NAMES.__contains__, np.bool_)
    return np.asarray((np.cumsum(inside[:-1]) > 0) | warm[corpus.tokens.ids])


def blanked_scores(corpus: Corpus, rows: Ints, barred: Bools, plain: Floats | None = None) -> Floats:
    """Return VADER's scores of sentences in which names are blank; where `plain` has their scores as they are, only those with names are read."""
    tokens, spans = corpus.tokens, corpus.sentences
    at = np.flatnonzero(barred & (corpus.token_sentence >= 0))
    of = corpus.token_sentence[at]
    first, last = np.searchsorted(of, rows), np.searchsorted(of, rows, side="right")
    read = np.flatnonzero(last > first) if plain is not None else np.arange(len(rows))
    blanks = list(zip(tokens.start[at].tolist(), tokens.end[at].tolist(), strict=True))
    held = rows[read]
    columns = (spans.doc[held], spans.start[held], spans.end[held], first[read], last[read])
    texts = [mapped(d.text) for d in corpus.documents]
    given = []
    for doc, start, end, one, other in zip(*(c.tolist() for c in columns), strict=True):
        text = texts[doc][start:end]
        for a, b in blanks[one:other]:
            text = f"{text[: a - start]}{' ' * (b - a)}{text[b - start :]}"
        given.append(text)
    out = np.zeros(len(rows)) if plain is None else plain.copy()
    out[read] = scores(given)[0]
    return out
