"""Is a hit denied?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Bools
from rhetoric.model.corpus import Corpus
from rhetoric.model.tokens import Vocabulary, folded_all

NEGATORS = frozenset(
    "not no never nor neither without cannot nobody nothing none nowhere hardly scarcely barely".split()
)
BREAKS = frozenset({*",;:.?!—–()-", "--", "but", "although", "though", "yet"})
SKIP = ("only", "merely", "simply", "alone", "least")
PLAIN, NEGATOR, BREAK, RATHER, THAN, SKIPPED = range(6)


def negated(corpus: Corpus, firsts: npt.NDArray[Any], within: int = 3, skip: Sequence[str] = SKIP) -> Bools:
    """Return whether a negator stands shortly before each token.

    'Not', 'no', 'never', '...n't', 'rather than' and the like count within so many words before, in the same sentence
    and with no comma, stop, dash or 'but' between. Quotation marks do not stand in the way.

    Parameters
    ----------
    corpus : Corpus
    firsts : integer array, shape (n,)
        Rows of `Corpus.tokens`.
    within : int
        How many words back to look.
    skip : sequence of str
        Words that take a negator's force away when they follow it: 'not only tribal' denies nothing. 'Just' is not
        among them unless it is passed: 'he is not just attacking them, as others have' denies the attack.
    """
    tokens = corpus.tokens
    firsts = np.asarray(firsts, np.int64)
    if not len(firsts):
        return np.zeros(0, np.bool_)
    every = kinds(tokens.vocab, skip)
    rows = np.flatnonzero((tokens.vocab.is_word | (every == BREAK)).take(tokens.ids, mode="clip"))

    def kind(at: npt.NDArray[np.int64]) -> npt.NDArray[np.int8]:
        """Return the kinds at places among `rows`; what is before the first one, or beyond the last, is plain."""
        found = every[tokens.ids[rows.take(at, mode="clip")]]
        found[(at < 0) | (at >= len(rows))] = PLAIN
        return found

    place = np.searchsorted(rows, firsts)
    sentence, doc = corpus.token_sentence, tokens.doc
    out = np.zeros(len(firsts), np.bool_)
    reached = np.ones(len(firsts), np.bool_)
    for back in range(1, within + 1):
        at = np.maximum(place - back, 0)
        row = rows[at]
        reached &= (place >= back) & (sentence[row] == sentence[firsts]) & (doc[row] == doc[firsts])
        here = kind(at)
        reached &= here != BREAK
        denies = (here == NEGATOR) & (kind(at + 1) != SKIPPED)
        out |= reached & (denies | ((here == THAN) & (kind(at - 1) == RATHER)))
    return out


def kinds(vocab: Vocabulary, skip: Sequence[str] = SKIP) -> npt.NDArray[np.int8]:
    """Return for every type whether it denies, ends the reach of a denial, or takes its force away."""
    named = {"rather": RATHER, "than": THAN, **dict.fromkeys(skip, SKIPPED)}
    named |= dict.fromkeys(BREAKS, BREAK) | dict.fromkeys(NEGATORS, NEGATOR)

    def judged(types: tuple[str, ...]) -> npt.NDArray[np.int8]:
        forms = folded_all(types)
        kind = (NEGATOR if form.endswith("n't") else named.get(form, PLAIN) for form in forms)
        return np.fromiter(kind, np.int8, len(forms))

    return vocab.known(("denials", tuple(skip)), judged)
