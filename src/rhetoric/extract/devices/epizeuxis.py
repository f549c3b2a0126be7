"""Epizeuxis: a word or a few words said again at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.doubling import DEGREES, MARKS, doubled, uncounted
from rhetoric.extract.devices.weight import QUALITIES
from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Array, Bools, Ints, ahead
from rhetoric.model.feature import Measured

ARTICLES = closed("the a an")
STOPS = closed(". ! ?")
EMPHATIC = closed("never no now yes not why nothing nobody none all")


@dataclass(frozen=True)
class Epizeuxis(Device):
    """A word said twice or more, or two or three words, with no other word between.

    Parameters
    ----------
    longest : int
        Words of what is repeated, at most.
    twice, thrice : float
        Scores.
    """

    longest: int = 3
    twice: float = 0.7
    thrice: float = 0.95

    name: ClassVar[str] = "epizeuxis"
    label: ClassVar[str] = "Epizeuxis"
    definition: ClassVar[str] = "A word, or a few words, said again at once with nothing between."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.28.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 616-618 (geminatio).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "small words said twice are left, as they are mostly slips of speech or print; a doubled 'very' counts",
        "words called out in the House ('Hear, hear') do not count",
    )
    measured: ClassVar[Measured] = Measured(37, 39, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences in which words are said again at once."""
        return doubled(lines, self.longest)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every repetition."""
        rows, docs, stretches, opens, closes = body(prose)
        forms = prose.folded[rows]
        tokens = rows.tolist()
        done = 0
        for n, size in sorted({*self.doubled(forms, stretches)}):
            end = n + 2 * size
            if n < done or not self.meant(prose, tokens[n:end], size, bool(opens[n]), bool(closes[end - 1])):
                continue
            while self.goes_on(forms, stretches, end, size):
                end += size
            done = end
            row = tokens[n:end]
            parts = [prose.span(row[k], row[k + size - 1] + 1) for k in range(0, len(row), size)]
            said = " ".join(prose.words[k] for k in row[:size])
            yield Figure(int(docs[n]), said, parts, self.twice if len(parts) == 2 else self.thrice)

    def doubled(self, forms: Ints, stretches: Array) -> Iterator[tuple[int, int]]:
        """Yield the place and the size of everything that stands twice in a row."""
        for size in range(1, self.longest + 1):
            if len(forms) < 2 * size:
                return
            span = len(forms) - 2 * size + 1
            same = stretches[:span] == stretches[2 * size - 1 :]
            for k in range(size):
                same &= forms[k : k + span] == forms[k + size : k + size + span]
            yield from ((n, size) for n in np.flatnonzero(same).tolist())

    def goes_on(self, forms: Ints, stretches: Array, end: int, size: int) -> bool:
        """Return whether the words that end at a place stand there once more."""
        last = end + size
        if last > len(forms) or stretches[last - 1] != stretches[end - 1]:
            return False
        return bool((forms[end:last] == forms[end - size : end]).all())

    def meant(self, prose: Prose, row: Sequence[int], size: int, opens: bool, closes: bool) -> bool:
        """Return whether a repetition is neither a slip nor a name nor a call nor two items of a list.

        `opens` and `closes` tell whether a sentence begins and ends with it.
        """
        words = [prose.words[n] for n in row[:size]]
        between = prose.words[row[size - 1] + 1 : row[size]]
        if row[-1] - row[0] > 3 * len(row) or not MARKS.issuperset(between):
            return False
        if any(map(uncounted, words)):
            return False
        if not between:
            return size == 1 and words[0] in DEGREES
        if not STOPS.isdisjoint(between):
            return opens and closes
        if any(prose.shown[n][:1].isupper() and prose.words[n] != "i" for n in row[size:]):
            return False
        if size > 1:
            return words[0] not in ARTICLES and any(w not in FUNCTION for w in words)
        paused = closes or not prose.is_word[row[-1] + 1]
        return words[0] in EMPHATIC | DEGREES | QUALITIES or (words[0] not in FUNCTION and paused)


def body(prose: Prose) -> tuple[Array, Array, Array, Bools, Bools]:
    """Return the words of all sentences but headings, their texts, a number for what was read without a gap, and whether each is the first or last of its sentence."""
    some = prose.columns
    fresh = (np.diff(some["row"], prepend=-2) != 1) | (np.diff(some["doc"], prepend=-1) != 0)
    kept = some["heading"] == 0
    first, last, doc, stretch = (
        column[kept] for column in (some["first"], some["last"], some["doc"], np.cumsum(fresh))
    )
    rows, at = ahead(first, last - first), np.repeat(np.arange(len(first)), last - first)
    words = prose.corpus.tokens.is_word[prose.tokens[rows]]
    rows, at = rows[words], at[words]
    change = np.flatnonzero(np.diff(at)) + 1
    opens, closes = np.zeros(len(at), np.bool_), np.zeros(len(at), np.bool_)
    if len(at):
        opens[0] = closes[-1] = True
        opens[change] = True
        closes[change - 1] = True
    return rows, doc[at], stretch[at], opens, closes
