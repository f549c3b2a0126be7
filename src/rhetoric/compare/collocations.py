"""Words that keep company with a word."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.match import Entry, compile_patterns, find
from rhetoric.model.corpus import Corpus

COLUMNS = ["word", "near", "total", "log_likelihood", "pmi"]


def collocates(corpus: Corpus, pattern: str, window: int = 5, least: int = 2) -> pd.DataFrame:
    """Return the words that stand near a pattern, those most tied to it first.

    Parameters
    ----------
    corpus : Corpus
    pattern : str
        See `rhetoric.match.pattern`.
    window : int
        Words on each side, within the sentence.
    least : int
        How often a word must stand near the pattern to be listed.

    Returns
    -------
    DataFrame
        word (lower case), near (times within the window), total (times in all), log_likelihood (larger means surer), pmi
        (in bits; larger means more exclusive). Function words, repeats and removed stretches are left out.

    Notes
    -----
    Association by NLTK's `BigramAssocMeasures` (Manning and Schuetze 1999, ch. 5) on the number of words near the
    pattern, the number of times the word stands in all, and the number of words.
    """
    from nltk.metrics.association import BigramAssocMeasures

    tokens = corpus.tokens
    counted = np.flatnonzero(tokens.is_word & ~corpus.token_removed & ~corpus.token_repeat)
    place = np.full(len(tokens) + 1, -1, np.int64)
    place[counted] = np.arange(len(counted))
    hits = find(compile_patterns([Entry(pattern, where="pattern")]), corpus)
    near: set[int] = set()
    inside: set[int] = set()
    for first, last in zip(hits.first.tolist(), hits.last.tolist(), strict=True):
        rows = [int(place[t]) for t in range(first, last) if place[t] >= 0]
        if not rows:
            continue
        inside.update(rows)
        around = range(max(0, rows[0] - window), min(len(counted), rows[-1] + window + 1))
        sentence = corpus.token_sentence[first]
        near.update(r for r in around if corpus.token_sentence[counted[r]] == sentence)
    near -= inside
    forms = tokens.vocab.folding[0]
    folded = tokens.folded[counted]
    total = np.bincount(folded, minlength=len(forms))
    beside = (
        np.bincount(folded[sorted(near)], minlength=len(forms)) if near else np.zeros(len(forms), np.int64)
    )
    rows_out = []
    for form in np.flatnonzero(beside >= least):
        if forms[form] in FUNCTION_WORDS:
            continue
        marginals = (int(beside[form]), (len(near), int(total[form])), len(counted))
        likelihood = BigramAssocMeasures.likelihood_ratio(*marginals)
        rows_out.append(
            (
                forms[form],
                int(beside[form]),
                int(total[form]),
                likelihood,
                BigramAssocMeasures.pmi(*marginals),
            )
        )
    table = pd.DataFrame(rows_out, columns=COLUMNS)
    return table.sort_values(["log_likelihood", "word"], ascending=[False, True], ignore_index=True)
