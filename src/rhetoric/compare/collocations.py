"""Words that keep company with a word."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rhetoric.compare.association import dunning_g2, pmi
from rhetoric.compare.effectsize import log_ratio
from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.match import Entry, compile_patterns, find
from rhetoric.model.columns import Array, Bools
from rhetoric.model.corpus import Corpus

COLUMNS = ["word", "near", "total", "texts", "log_ratio", "low", "high", "log_dice", "log_likelihood", "pmi"]


def collocates(
    corpus: Corpus, pattern: str, window: int = 5, least: int = 2, level: float = 0.95
) -> pd.DataFrame:
    """Return the words that stand near a pattern, those most surely tied to it first.

    Parameters
    ----------
    corpus : Corpus
    pattern : str
        See `rhetoric.match.pattern`.
    window : int
        Words on each side, within the sentence.
    least : int
        How often a word must stand near the pattern to be listed.
    level : float
        Coverage aimed at by the interval of the log ratio, in (0, 1).

    Returns
    -------
    DataFrame
        word (lower case), near (times within the window), total (times in all), texts (in how many it stands near), log_ratio (of its
        rate near the pattern to that elsewhere, in powers of two) with low and high, log_dice (larger means more typical of
        each other; comparable between corpora), log_likelihood (larger means surer; below 0 for words that keep away) and pmi (in bits;
        larger means more exclusive, and largest for rare words). The largest log_likelihood come first. Function words, repeats and
        removed stretches are left out.

    Notes
    -----
    The table of two by two has on one side the words near the pattern, on the other all words elsewhere: see `rhetoric.compare.association` and
    `rhetoric.compare.effectsize`. A word near two hits is counted once. ``log_dice`` is ``14 + log2(2 * near / (hits of
    the pattern + total))`` (Rychly 2008), 14 where neither stands without the other. The interval and the log-likelihood take words as
    independent: look at `texts` too, for a phrase that one text repeats makes a strong tie.
    """
    tokens = corpus.tokens
    rows = np.flatnonzero(corpus.token_counted)
    hits = find(compile_patterns([Entry(pattern, where="pattern")]), corpus)
    beside, many = around(corpus, rows, hits.first, hits.last, window)
    forms = tokens.vocab.folding[0]
    folded = tokens.folded[rows]
    total = np.bincount(folded, minlength=len(forms))
    near = np.bincount(folded[beside], minlength=len(forms))
    pairs = np.unique(folded[beside].astype(np.int64) << 32 | tokens.doc[rows[beside]])
    texts = np.bincount(pairs >> 32, minlength=len(forms))
    listed = np.flatnonzero(near >= max(1, least))
    listed = np.array([f for f in listed if forms[f] not in FUNCTION_WORDS], np.int64)
    near, total = near[listed], total[listed]
    sides = (near, total - near, float(beside.sum()), float(len(rows) - beside.sum()))
    ratio, low, high = log_ratio(*sides, level)
    table = pd.DataFrame(
        {
            "word": [forms[f] for f in listed],
            "near": near,
            "total": total,
            "texts": texts[listed],
            "log_ratio": ratio,
            "low": low,
            "high": high,
            "log_dice": 14 + np.log2(2 * near / (many + total)),
            "log_likelihood": dunning_g2(*sides),
            "pmi": pmi(*sides),
        },
        columns=COLUMNS,
    )
    return table.sort_values(["log_likelihood", "word"], ascending=[False, True], ignore_index=True)


def around(corpus: Corpus, rows: Array, first: Array, last: Array, window: int) -> tuple[Bools, int]:
    """Return which of the counted tokens stand near a hit, and in none, and how many hits there are.

    Parameters
    ----------
    corpus : Corpus
    rows : integer array, shape (n,)
        The counted tokens.
    first, last : integer arrays, shape (hits,)
        Half-open tokens of each hit.
    window : int
        Words on each side.
    """
    begin, end = np.searchsorted(rows, first), np.searchsorted(rows, last)
    held = begin < end
    begin, end = begin[held], end[held]
    sentence = corpus.token_sentence[rows]
    left = np.maximum(begin - window, np.searchsorted(sentence, sentence[begin], "left"))
    right = np.minimum(end + window, np.searchsorted(sentence, sentence[begin], "right"))
    return covered(left, right, len(rows)) & ~covered(begin, end, len(rows)), len(begin)


def covered(begin: Array, end: Array, size: int) -> Bools:
    """Return which places lie in at least one of some half-open stretches."""
    steps = np.bincount(begin, minlength=size + 1) - np.bincount(end, minlength=size + 1)
    inside: Bools = np.cumsum(steps)[:size] > 0
    return inside
