"""What each sentence adds to the counts of lexical diversity."""

from __future__ import annotations

import numpy as np

from rhetoric.model.columns import Floats
from rhetoric.score.texture.frequency import frequency, shares
from rhetoric.score.texture.measure import Variety
from rhetoric.score.texture.mtld import factors
from rhetoric.score.texture.prose import summed
from rhetoric.score.texture.windows import segments, windows
from rhetoric.score.texture.words import Words


class VarietyCounts:
    """Counts of lexical diversity, by sentence and by unit.

    Parameters
    ----------
    words : Words
        All of them, headings and parts of sentences too.

    Attributes
    ----------
    ordered : float64 array, shape (sentences, 6)
        Window types and tokens, segment types and tokens, factors forward and backward, by sentence.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.frequency = frequency(words)
        self.ordered = np.stack([*windows(words), *segments(words), *factors(words)], axis=1)

    def total(self) -> Variety:
        """Return the counts of every unit."""
        ordered = summed(self.ordered, self.words.row_unit, self.words.units)
        return Variety(*self.frequency[:5], *ordered.T)

    def of_unit(self, unit: int) -> Floats:
        """Return the columns of a unit's sentences to draw from, in the order of `Variety`."""
        words, counts = self.words, self.frequency
        part = slice(words.first[unit], words.first[unit + 1])
        row = words.row[part] - words.first_row[unit]
        totals = np.array([column[unit] for column in counts[1:5]])
        return np.concatenate(
            [
                np.bincount(row)[:, None],
                shares(row, words.origin[part], counts.each[part], totals),
                self.ordered[words.first_row[unit] : words.first_row[unit + 1]],
            ],
            axis=1,
        )

    @staticmethod
    def drawn(sums: Floats) -> Variety:
        """Return the counts of draws, from sums of the columns that `of_unit` returns; shape (draws, columns)."""
        return Variety(*sums.T)
