"""Is a hit denied?"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Bools
from rhetoric.model.corpus import Corpus
from rhetoric.model.tokens import Vocabulary

NEGATORS = frozenset(
    {
        *(
            "not",
            "no",
            "never",
            "nor",
            "neither",
            "without",
            "cannot",
            "nobody",
            "nothing",
            "none",
            "nowhere",
        ),
        *("hardly", "scarcely", "barely"),
    }
)
BREAKS = frozenset({*',;:.?!—–()"“”', "--", "but", "although", "though", "yet"})
PLAIN, NEGATOR, BREAK = 0, 1, 2


def negated(corpus: Corpus, firsts: npt.NDArray[Any], within: int = 3) -> Bools:
    """Return whether a negator stands shortly before each token.

    'Not', 'no', 'never', '...n't' and the like count within so many words before, in the same sentence and with no
    comma, stop or 'but' between.

    Parameters
    ----------
    corpus : Corpus
    firsts : integer array, shape (n,)
        Rows of `Corpus.tokens`.
    within : int
        How many words back to look.
    """
    tokens = corpus.tokens
    kind = kinds(tokens.vocab)[tokens.ids] if len(tokens) else np.empty(0, np.int8)
    firsts = np.asarray(firsts, np.int64)
    out = np.zeros(len(firsts), np.bool_)
    open_ = np.ones(len(firsts), np.bool_)
    sentence = corpus.token_sentence
    for back in range(1, within + 1):
        at = firsts - back
        inside = at >= 0
        at = np.maximum(at, 0)
        inside &= (sentence[at] == sentence[firsts]) & (tokens.doc[at] == tokens.doc[firsts])
        open_ &= inside & (kind[at] != BREAK)
        out |= open_ & (kind[at] == NEGATOR)
    return out


def kinds(vocab: Vocabulary) -> npt.NDArray[np.int8]:
    """Return for every type whether it denies, or ends the reach of a denial."""
    forms, ids = vocab.folding
    of_form = np.zeros(len(forms), np.int8)
    for n, form in enumerate(forms):
        if form in NEGATORS or form.endswith("n't"):
            of_form[n] = NEGATOR
        elif form in BREAKS:
            of_form[n] = BREAK
    return of_form[ids]
