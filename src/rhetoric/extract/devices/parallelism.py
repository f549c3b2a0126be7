"""Parallelism: neighbouring clauses, phrases or sentences of the same build and about the same length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.isocola import Pairs, pairs, rows
from rhetoric.extract.devices.parallelrows import of_rows
from rhetoric.extract.devices.parallelsigns import Columns, columns
from rhetoric.extract.devices.ranking import Ranking, Signs, chance, shipped
from rhetoric.extract.devices.stretches import Stretches, stretches
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Floats
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Parallelism(Device):
    """Pairs and rows of stretches that answer to each other, ranked by signs with weights that were fitted to readers' marks."""

    name: ClassVar[str] = "parallelism"
    version: ClassVar[int] = 5
    label: ClassVar[str] = "Parallelism"
    definition: ClassVar[str] = (
        "Two or more clauses, phrases or sentences in a row that are built alike and about equally long (isocolon)."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.80 (isocolon).",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 719-754.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "build is told from small words, from lists and from endings, without a parser",
        "what is alike without effect, as facts told in one form, counts where it is alike enough; slight pairs of phrases, and pairs "
        "that are alike in grammar only, are mostly missed",
        "a member that goes on after the other has ended is shown up to the next pause",
    )
    measured: ClassVar[Measured] = Measured(
        34, 56, 34, 81, on="windows of several readers, cross-validated, and windows for measuring"
    )

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be a parallelism, with what it shows."""
        found = self.found(prose)
        for n, figure in enumerate(found.figures(range(len(found)))):
            yield figure, found.signs(n)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every pair or row; none overlaps another."""
        return self.proposed(prose, shipped(self.name).least)

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every candidate that is as likely by its signs."""
        ranking = shipped(self.name)
        found = self.found(prose)
        scores = [chance(n) for n in found.odds(ranking).tolist()]
        likely = [n for n, score in enumerate(scores) if score >= least]
        for n, figure in zip(likely, found.figures(likely), strict=True):
            yield replace(figure, score=scores[n])

    def found(self, prose: Prose) -> Rows:
        """Return all rows of a prose."""
        text = stretches(prose)
        some, found = rows(pairs(text))
        return Rows(prose, text, some, found, of_rows(columns(text, prose, some), found) if found else {})


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of pairs, with their signs.

    Parameters
    ----------
    prose : Prose
    text : Stretches
    pairs : Pairs
    rows : sequence of sequence of int
        The pairs of each row.
    shown : dict of str to array
        The signs of the rows, by name.
    """

    prose: Prose
    text: Stretches
    pairs: Pairs
    rows: Sequence[Sequence[int]]
    shown: Columns

    def __len__(self) -> int:
        return len(self.rows)

    def odds(self, ranking: Ranking) -> Floats:
        """Return the log odds of every row, as `Ranking.score` has them."""
        out = np.zeros(len(self))
        for name, values in sorted(self.shown.items()):
            if weight := ranking.weights.get(name):
                out += weight * values
        return np.clip(out + ranking.base, -30, 30)

    def signs(self, n: int) -> Signs:
        """Return the signs of a row."""
        return {name: float(values[n]) for name, values in self.shown.items() if values[n]}

    def figures(self, some: Iterable[int]) -> Iterator[Figure]:
        """Yield rows as figures."""
        text, held, sentences = self.text, self.pairs, self.prose.sentences
        for row in (self.rows[n] for n in some):
            spans = [(held.a[row[0]], held.b[row[0]]), *((held.c[k], held.d[k]) for k in row)]
            parts = [self.prose.span(int(text.token[a]), int(text.token[b - 1]) + 1) for a, b in spans]
            at = [int(text.sentence[a]) for a, _ in spans]
            if at[0] != at[-1]:  # a whole sentence is shown with the mark that ends it
                for n, (_, end) in enumerate(spans):
                    if text.sentence[end] != at[n]:
                        parts[n] = parts[n][0], self.prose.end[sentences[at[n]].last - 1]
            yield Figure(sentences[at[0]].doc, "clauses" if at[0] == at[-1] else "sentences", parts, 0.0)
