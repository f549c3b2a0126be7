"""Topics: words that come together over many texts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.compare.wordcounts import WordCounts
from rhetoric.errors import SettingsError, TooFewTexts
from rhetoric.model.columns import Floats
from rhetoric.model.topics import Topics

LEAST_TEXTS = 50
EACH = 5  # texts for each topic, at least
RARE, COMMON = 5, 0.7  # a word must stand in so many texts, and in no larger share of them
STARTS = 4  # further fits from random starts, for stability
ROUNDS = 400
SHOWN, KEPT = 10, 40  # words of a topic named in its row, and listed
STEADY = 0.7
LIGHT = 0.01


def topics(counts: WordCounts, many: int = 10, seed: int = 20101216) -> Topics:
    """Return the topics of a corpus.

    Parameters
    ----------
    counts : WordCounts
        From `rhetoric.compare.word_counts`.
    many : int
        How many topics; there is no right number.
    seed : int
        Of the random starts that stability is measured with.

    Returns
    -------
    Topics

    Raises
    ------
    TooFewTexts
        With fewer than 50 texts, or five for each topic.
    SettingsError
        If fewer than two topics are asked for.

    Notes
    -----
    Non-negative matrix factorisation (Lee and Seung 1999) of the texts' word counts, weighted by ``1 + log(n / texts with the word)`` and each text
    brought to length 1, from a start that draws nothing (NNDSVD, Boutsidis and Gallopoulos 2008), by scikit-learn. Function words, words in
    fewer than five texts and words in more than seven of ten are left out. A topic is a habit of words, and not a theme: give it no name
    before you have read its texts. ``stability`` is the share of its ten heaviest words that a topic has in common with its
    partner in fits from four random starts, on average; topics are paired one to one so that the sum is largest. Under .7 a topic is an accident of
    the fit.
    """
    if many < 2:
        raise SettingsError(f"{many} topics", "ask for two or more", "topics")
    need = max(LEAST_TEXTS, EACH * many)
    texts = int((counts.size > 0).sum())
    if texts < need:
        what = f"{many} topics need {need} texts, and there are {texts}"
        raise TooFewTexts(
            what, "add texts, ask for fewer topics, or compare themes instead (compare, keyness)"
        )
    often = counts.texts
    plain = np.array([w not in FUNCTION_WORDS and any(map(str.isalpha, w)) for w in counts.words], np.bool_)
    kept = counts.kept(plain & (often >= RARE) & (often <= COMMON * texts))
    if len(kept.words) < EACH * many:
        raise TooFewTexts("the texts share too few words", "add texts, or ask for fewer topics")
    table = weighted(kept)
    shares, words = fitted(table, many, None)
    order = np.argsort(-np.nansum(shares, axis=0), kind="stable")
    shares, words = shares[:, order], words[order]
    steady = stability(table, words, seed)
    labels = [f"topic_{k + 1}" for k in range(many)]
    first = np.argsort(-words, axis=1, kind="stable")[:, :KEPT]
    named = [", ".join(kept.words[w] for w in row[:SHOWN] if words[k, w] > 0) for k, row in enumerate(first)]
    known = np.nan_to_num(shares, nan=-1.0)
    rows = {
        "topic": np.arange(1, many + 1),
        "share": np.nanmean(shares, axis=0),
        "stability": steady,
        "words": named,
        "text": [counts.units[n] for n in known.argmax(axis=0)],
    }
    long = [
        (k + 1, kept.words[w], float(words[k, w])) for k in range(many) for w in first[k] if words[k, w] > 0
    ]
    loose = int((steady < STEADY).sum())
    notes = (
        (f"{loose} of {many} topics come out otherwise from another start: do not rest on them.",)
        if loose
        else ()
    )
    return Topics(
        pd.DataFrame(rows),
        pd.DataFrame(shares, columns=labels).assign(doc_id=list(counts.units))[["doc_id", *labels]],
        pd.DataFrame(long, columns=["topic", "word", "weight"]),
        {"topics": many, "texts": texts, "words": len(kept.words), "seed": seed, "starts": STARTS},
        notes,
    )


def weighted(counts: WordCounts) -> Any:
    """Return counts weighted by how rare words are, each text of length 1; a sparse table."""
    from sklearn.feature_extraction.text import TfidfTransformer

    return TfidfTransformer(sublinear_tf=True).fit_transform(counts.table)


def fitted(table: Any, many: int, seed: int | None) -> tuple[Floats, Floats]:
    """Return the shares of topics in texts, shape (texts, topics), and of words in topics, shape (topics, words); rows add up to 1."""
    from warnings import catch_warnings, simplefilter

    from sklearn.decomposition import NMF

    start = {"init": "nndsvd"} if seed is None else {"init": "random", "random_state": seed}
    model = NMF(many, max_iter=ROUNDS, **start)
    with catch_warnings():
        simplefilter("ignore")  # a fit that still moves a little is good enough
        loads = model.fit_transform(table)
    size = model.components_.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        words: Floats = np.nan_to_num(model.components_ / size[:, None])
        heavy = loads * size
        shares: Floats = heavy / heavy.sum(axis=1, keepdims=True)
    return shares, words


def stability(table: Any, words: Floats, seed: int) -> Floats:
    """Return how like each topic is to its partner in fits from random starts, shape (topics,)."""
    from scipy.optimize import linear_sum_assignment

    total = np.zeros(len(words))
    for n in range(STARTS):
        other_words = fitted(table, len(words), (seed + n) % 2**32)[1]
        likeness = np.array([[overlap(a, b) for b in other_words] for a in words])
        mine, other = linear_sum_assignment(-likeness)
        total[mine] += likeness[mine, other]
    return total / STARTS


def overlap(a: Floats, b: Floats) -> float:
    """Return how many of the ten heaviest words two topics share, as a share of the larger list; words a hundredth as heavy as the first are on none."""
    one, two = (
        set(np.argsort(-x, kind="stable")[: min(SHOWN, int((x > LIGHT * x.max()).sum()))].tolist())
        for x in (a, b)
    )
    return len(one & two) / max(1, len(one), len(two))
