"""How often every word stands in every text: the table that scaling starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rhetoric.compare.terms import group_of_tokens
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.corpus import Corpus

ALL = None  # every word of a text, whoever says it


@dataclass(frozen=True, eq=False)
class WordCounts:
    """A sparse table of texts by words.

    Parameters
    ----------
    units : tuple of str
        The texts, or the sides they were put together to.
    words : tuple of str
        Lower-case forms, in alphabetical order.
    table : scipy.sparse.csr_array of float64, shape (units, words)
    """

    units: tuple[str, ...]
    words: tuple[str, ...]
    table: Any

    @property
    def size(self) -> Floats:
        """The words of each unit, shape (units,)."""
        return np.asarray(self.table.sum(axis=1), np.float64).ravel()

    @property
    def texts(self) -> Array:
        """In how many units each word stands, shape (words,)."""
        return np.bincount(self.table.indices, minlength=len(self.words))

    def kept(self, words: Bools) -> WordCounts:
        """Return the table with only some of its words."""
        picked = np.flatnonzero(words)
        return WordCounts(self.units, tuple(self.words[w] for w in picked), self.table[:, picked])


def word_counts(corpus: Corpus, sides: Mapping[tuple[str, str], str] | None = ALL) -> WordCounts:
    """Count every word of every text, or of every side.

    Parameters
    ----------
    corpus : Corpus
    sides : mapping, optional
        (document id, voice id) to the name of a side; the words of a side are put together, those on no side are left out. By default
        every text is a unit with all its words.

    Returns
    -------
    WordCounts
    """
    tokens = corpus.tokens
    if sides is None:
        units, group = corpus.ids, np.where(corpus.token_counted, tokens.doc, -1)
    else:
        units = tuple(dict.fromkeys(sides.values()))
        group = group_of_tokens(corpus, sides, units)
    ok = group >= 0
    unit, form = group[ok].astype(np.int64), tokens.folded[ok].astype(np.int64)
    return WordCounts(units, *crossed(unit, form, len(units), tokens.vocab.folding[0]))


def crossed(unit: Array, form: Array, many: int, forms: tuple[str, ...]) -> tuple[tuple[str, ...], Any]:
    """Return the words that stand in some unit, in order, and the sparse table of units by words."""
    from scipy.sparse import csr_array

    held = unit >= 0
    present = sorted(np.unique(form[held]).tolist(), key=forms.__getitem__)
    column = np.full(len(forms), -1, np.int64)
    column[present] = np.arange(len(present))
    cell, n = np.unique(unit[held] * max(1, len(present)) + column[form[held]], return_counts=True)
    place = np.divmod(cell, max(1, len(present)))
    table = csr_array((n.astype(np.float64), place), shape=(many, len(present)))
    return tuple(forms[f] for f in present), table
