"""Chiasmus: two words come back in the reverse order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.crossing import WEIGHTS, Cross, Traits, key, traits
from rhetoric.extract.devices.crossingbounds import highest
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Array, Ints
from rhetoric.model.feature import Measured

SLIP = 1e-9  # of rounding, where a score is only bounded


@dataclass(frozen=True)
class Chiasmus(Device):
    """Criss-cross repetitions, ranked by how much they look like a figure.

    Parameters
    ----------
    reach : int
        Tokens from the first word to its return, at most.
    wing : int
        Tokens between the two words of one half, at most.
    uneven : int
        Tokens by which one half may be longer.
    gap : int
        Tokens from the second word to its return, at most.
    near : int
        The same, where the halves have no other word in common.
    often : int
        A word that comes back so many times within reach is passed over.
    least : float
        The score that is needed.
    weights : Traits
        What each trait adds to the score.
    start : float
        What the sum of them begins with; 0 is a score of .5.
    """

    reach: int = 48
    wing: int = 14
    uneven: int = 7
    gap: int = 24
    near: int = 8
    often: int = 6
    least: float = 0.5
    weights: Traits = WEIGHTS
    start: float = -2.5

    name: ClassVar[str] = "chiasmus"
    label: ClassVar[str] = "Chiasmus"
    definition: ClassVar[str] = "Two words come back in the reverse order: a, b and then b, a."
    source: ClassVar[tuple[str, ...]] = (
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 800-803.",
        "Dubremetz, Marie, and Joakim Nivre (2018). Rhetorical Figure Detection: Chiasmus, Epanaphora, Epiphora. "
        "Frontiers in Digital Humanities 5:10.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "ranking quotations that are chiasmi before sentences of two novels in which words cross it reaches an average precision of .94; figures of parliamentary debates and the novels' own reach .74, the novels' own sixteen alone .28",
        "at the score that is needed 360 of 636 quotations count and 27 of 4,677 chance crossings",
        "the weights were set by hand in sight of these texts",
        "only words that come back are found; chiasmi of meaning or of sound are not",
    )
    measured: ClassVar[Measured] = Measured(15, 23, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every crossing that scores enough, of overlapping ones the best."""
        found: list[Figure] = []
        words = prose.words
        for cross, score in self.ranked(prose, self.least):
            if score < self.least:
                continue
            if found and found[0].doc != cross.doc:
                yield from best(found)
                found = []
            rule = f"{words[cross.a]} {words[cross.b]} ... {words[cross.c]} {words[cross.d]}"
            members = [prose.span(cross.a, cross.b + 1), prose.span(cross.c, cross.d + 1)]
            found.append(Figure(cross.doc, rule, members, round(score, 3)))
        yield from best(found)

    def ranked(self, prose: Prose, least: float = 0.0) -> Iterator[tuple[Cross, float]]:
        """Yield every crossing that may score so much, with its score."""
        for cross, of in self.described(prose, least):
            total = self.start + sum(w * t for w, t in zip(self.weights, of, strict=True))
            yield cross, 1 / (1 + exp(-total))

    def described(self, prose: Prose, least: float = 0.0) -> Iterator[tuple[Cross, Traits]]:
        """Yield every crossing that may score so much, with its traits."""
        numbers: dict[str, int] = {"": -1}
        of_form = [numbers.setdefault(key(f), len(numbers) - 1) for f in prose.forms]
        keys = np.array(of_form, np.int32)[prose.folded]
        persons = {n for k, n in numbers.items() if k.startswith("*")}
        run, doc = self.runs(prose)
        rows = self.crossings(keys, *self.links(keys, run))
        if least:
            most = self.start + highest(prose, keys, persons, run, rows, self.weights)
            rows = rows[:, most > log(least / (1 - least)) - SLIP]
        every, runs, words = keys.tolist(), run.tolist(), prose.words
        for a, b, c, d in rows.T.tolist():
            if c - b > self.near and b - a > 1 and set(words[a + 1 : b]).isdisjoint(words[c + 1 : d]):
                continue
            cross = Cross(int(doc[a]), a, b, c, d)
            yield cross, traits(prose, every, runs, persons, cross)

    def runs(self, prose: Prose) -> tuple[Ints, Ints]:
        """Return for every token a number of the passage of one voice that it stands in, -1 outside, and its document."""
        run, doc = (np.full(len(prose.words), -1, np.int32) for _ in range(2))
        number = 0
        for passage in prose.passages():
            for sentence in passage:
                number += sentence.heading
                if not sentence.heading:
                    run[sentence.first : sentence.last] = number
                    doc[sentence.first : sentence.last] = sentence.doc
            number += 1
        return run, doc

    def crossings(self, keys: Ints, starts: Array, ends: Array) -> Array:
        """Return every pair of words that comes back in the reverse order, as rows a, b, c and d, in order of the words' links."""
        found = [np.empty((3, 0), np.int64)]
        n = np.arange(len(starts))
        for step in range(1, len(starts)):
            n = n[n + step < len(starts)]
            a, d, b, c = starts[n], ends[n], starts[n + step], ends[n + step]
            near = (b < d) & (b - a <= self.wing + 1)  # so is every link between, as they are in order
            n, a, b, c, d = (column[near] for column in (n, a, b, c, d))
            if not len(n):
                break
            kept = (a < b) & (b < c) & (c < d) & (d - c <= self.wing + 1) & (c - b <= self.gap)
            kept &= (keys[b] != keys[a]) & (np.abs((b - a) - (d - c)) <= self.uneven)
            found.append(np.stack((n[kept], np.full(kept.sum(), step), n[kept] + step)))
        n, step, m = np.concatenate(found, axis=1)
        order = np.lexsort((step, n))
        n, m = n[order], m[order]
        return np.stack((starts[n], starts[m], ends[m], ends[n]))

    def links(self, keys: Ints, run: Ints) -> tuple[Array, Array]:
        """Return where words stand that come back within reach, in order, and where they do."""
        rows = np.flatnonzero((keys >= 0) & (run >= 0))
        rows = rows[np.argsort(keys[rows], kind="stable")]
        jingle = np.zeros(len(rows), np.bool_)
        a, d = rows[: -self.often], rows[self.often :]
        jingle[: len(a)] = (keys[a] == keys[d]) & (run[a] == run[d]) & (d - a <= self.reach)
        pairs = []
        for lag in (1, 2, 3):
            a, d = rows[:-lag], rows[lag:]
            kept = (keys[a] == keys[d]) & (run[a] == run[d]) & (d - a <= self.reach) & ~jingle[: len(a)]
            pairs.append(np.stack((a[kept], d[kept])))
        starts, ends = np.concatenate(pairs, axis=1)
        order = np.lexsort((ends, starts))
        return starts[order], ends[order]
