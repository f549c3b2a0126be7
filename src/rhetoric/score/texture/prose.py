"""What each whole sentence adds to the counts of readability and rhythm."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Floats, Ints
from rhetoric.score.texture.measure import Prose
from rhetoric.score.texture.rhythm import LONG, SHORT, at_most, changes, drawn_medians, medians
from rhetoric.score.texture.syllables import syllables
from rhetoric.score.texture.words import Words

HARD, LONG_WORD = 3, 7  # syllables, characters
LENGTH = 0  # the column of words


class ProseCounts:
    """Counts of readability and rhythm, by sentence and by unit.

    Parameters
    ----------
    words : Words
        Only those of whole sentences are looked at.

    Attributes
    ----------
    columns : float64 array, shape (sentences, fields of Prose - 1)
        All but the median.
    first : int32 array, shape (units + 1,)
        Where the sentences of each unit begin.
    """

    def __init__(self, words: Words) -> None:
        words = words.where(words.whole)
        self.first = words.first_row
        self.unit, self.units = words.row_unit, words.units
        sounds = spoken(words)
        size = len(self.unit)
        kinds = (
            words.length,
            sounds,
            sounds == 1,
            sounds >= HARD,
            words.length >= LONG_WORD,
        )
        length = np.bincount(words.row, minlength=size).astype(np.float64)
        first = np.diff(self.unit, prepend=-1) != 0
        self.columns = np.stack(
            [
                length,
                np.ones(size),
                *(np.bincount(words.row, kind, size) for kind in kinds),
                length**2,
                length <= SHORT,
                length >= LONG,
                *changes(length, first),
            ],
            axis=1,
        )

    def total(self) -> Prose:
        """Return the counts of every unit."""
        sums = summed(self.columns, self.unit, self.units)
        return Prose._make([*sums.T, medians(self.columns[:, LENGTH], self.unit, self.units)])

    def of_unit(self, unit: int) -> tuple[Floats, Floats]:
        """Return the columns of a unit's sentences to draw from, and the lengths that the last of them are for."""
        own = self.columns[self.first[unit] : self.first[unit + 1]]
        distinct, cumulated = at_most(own[:, LENGTH])
        return np.concatenate([own, cumulated], axis=1), distinct

    @staticmethod
    def drawn(sums: Floats, distinct: Floats) -> Prose:
        """Return the counts of draws, from sums of the columns that `of_unit` returns; shape (draws, columns)."""
        own = len(Prose._fields) - 1
        return Prose._make([*sums[:, :own].T, drawn_medians(distinct, sums[:, own:])])


def spoken(words: Words) -> Ints:
    """Return the syllables of every word; each form is looked up once."""
    used, at = np.unique(words.form, return_inverse=True)
    return syllables([words.forms[form] for form in used])[at]


def summed(columns: Floats, unit: Ints, units: int) -> Floats:
    """Return the sums of rows by unit, shape (units, columns)."""
    return np.stack([np.bincount(unit, column, units) for column in columns.T], axis=1)
