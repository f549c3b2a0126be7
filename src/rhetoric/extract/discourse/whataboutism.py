"""Whataboutism: a charge is answered by a charge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.discourse.whataboutsigns import KINDS, sign
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose


@dataclass(frozen=True)
class Whataboutism(Marker):
    """Sentences that throw a charge back, by the words that do so.

    Parameters
    ----------
    score : float
        The score of every find.
    longest : int
        Tokens that a sentence may have; what is longer is mostly a text whose full stops were lost.
    """

    score: float = 0.8
    longest: int = 80

    name: ClassVar[str] = "whataboutism"
    label: ClassVar[str] = "Whataboutism"
    definition: ClassVar[str] = (
        "A charge is answered by a charge: instead of meeting what is said, a voice points to what its critics or others "
        "did, denies them the right to speak, or calls them hypocrites."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Da San Martino, Giovanni, Yu, Seunghak, Barron-Cedeno, Alberto, Petrov, Rostislav and Nakov, Preslav (2019). "
        "Fine-grained analysis of propaganda in news articles. Proceedings of EMNLP-IJCNLP 2019, 5636-5646.",
        "Aikin, Scott F. (2008). Tu quoque arguments and the significance of hypocrisy. Informal Logic 28(2), 155-169.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "rare in debates, manifestos and the press: too few places were found to tell how often it is right",
        "only plain signs are found: 'what about their record?', 'takes no lessons from', 'in no position to lecture', 'it ill becomes', 'when they were in office', 'the same people who', hypocrisy",
        "whether a charge came before, and whether it was met elsewhere, is not looked at",
        "'what about' with a mere topic ('What about the workers?') is left out, and so are charges of hypocrisy that are reported or denied",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every sentence with a sign, in order; attrs ``sign`` are its words."""
        rows = prose.rows(KINDS.__contains__)
        for sentence, some in prose.holding(rows):
            if sentence.last - sentence.first > self.longest:
                continue
            found = sign(prose, sentence, some)
            if found:
                kind, first, last = found
                start = prose.openers(sentence.first, sentence.last, 1)[0]
                words = " ".join(prose.words[first:last])
                yield Figure(
                    sentence.doc, kind, [prose.span(start, sentence.last)], self.score, {"sign": words}
                )
