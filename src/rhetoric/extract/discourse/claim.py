"""Claims: a voice says what ought to be done, or how something is to be judged, as its own position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.discourse.claimsigns import SIGNS, sign
from rhetoric.extract.discourse.mainclause import asks
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Claim(Marker):
    """Sentences that put forward a claim, by the words that say so.

    Parameters
    ----------
    score : float
        The score of every find.
    longest : int
        Tokens that a sentence may have; what is longer is mostly a text whose full stops were lost.
    """

    score: float = 1.0
    longest: int = 80

    name: ClassVar[str] = "claim"
    label: ClassVar[str] = "Claims"
    definition: ClassVar[str] = (
        "A sentence in which a voice puts forward a position as its own that others might dispute: what ought to be "
        "done, what is the case in its view, or how something is to be judged."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Stab, Christian, and Iryna Gurevych (2017). Parsing argumentation structures in persuasive essays. Computational Linguistics 43(3), 619-659.",
        "Habernal, Ivan, and Iryna Gurevych (2017). Argumentation mining in user-generated web discourse. Computational Linguistics 43(1), 125-179.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only claims that a sign announces are found: a duty ('we must'), a belief ('I believe'), 'the truth is', 'it is wrong that', 'there is no alternative', words of blame, 'the best way'",
        "the sign must stand in a main clause, as far as marks and closed classes tell; claims in reported clauses and in questions are left out",
        "a sentence is found once, with the sign that comes first",
    )
    measured: ClassVar[Measured] = Measured(49, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every sentence with a sign of a claim, in order; attrs ``sign`` are its words."""
        rows = prose.rows(SIGNS.__contains__)
        for sentence, some in prose.holding(rows):
            if sentence.last - sentence.first > self.longest or asks(prose, sentence):
                continue
            found = sign(prose, sentence, some)
            if found:
                kind, first, last = found
                start = prose.openers(sentence.first, sentence.last, 1)[0]
                words = " ".join(prose.words[first:last])
                yield Figure(
                    sentence.doc, kind, [prose.span(start, sentence.last)], self.score, {"sign": words}
                )
