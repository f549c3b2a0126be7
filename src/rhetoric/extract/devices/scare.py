"""Scare quotes: marks, or 'so-called', that keep a word at a distance."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.ranking import Signs, ranked, shipped
from rhetoric.extract.devices.scaresigns import called, said_so, signs
from rhetoric.extract.finder import Device, Figure, best_of_each
from rhetoric.extract.prose import Prose, Quoted
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class ScareQuotes(Device):
    """Short marked phrases, and words after 'so-called', ranked by signs with weights that were fitted to what readers judged.

    Parameters
    ----------
    longest : int
        The most words a marked phrase may have.
    again : int
        A phrase that a text marks so many times is what it talks about, and no candidate.
    """

    longest: int = 8
    again: int = 3

    name: ClassVar[str] = "scare_quotes"
    version: ClassVar[int] = 5
    label: ClassVar[str] = "Scare quotes"
    definition: ClassVar[str] = (
        "Quotation marks, or 'so-called', that put a word or short phrase at a distance: the writer would not say so."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Predelli, Stefano (2003). Scare Quotes and Their Relation to Other Semantic Issues. Linguistics and Philosophy "
        "26(1), 1-28.",
        "Quirk, Randolph, et al. (1985). A Comprehensive Grammar of the English Language. London: Longman, appendix III.21.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "a new or technical word in marks is found, and words quoted from somebody who was named a sentence before",
        "phrases of more than eight words are not looked at, nor what a text marks three times and more",
    )
    measured: ClassVar[Measured] = Measured(
        39,
        70,
        39,
        106,
        on="windows of several readers and places drawn at random, cross-validated, and windows for measuring",
    )

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be kept at a distance, with what it shows."""
        starts = [s.first for s in prose.sentences]
        for n in prose.rows_of(frozenset(("so-called",))).tokens:
            at = bisect_right(starts, n) - 1
            if at < 0:
                continue
            sentence = prose.sentences[at]
            if n + 1 < sentence.last and not sentence.heading and prose.is_word[n + 1]:
                span = prose.span(n, said_so(prose, sentence, n))
                yield Figure(sentence.doc, "so-called", [span], 0.0), called(prose, sentence, n)
        held = within(prose, starts)
        often = Counter(
            (prose.sentences[at].doc, phrase(prose, q)) for at, some in held.items() for q in some
        )
        for at, some in held.items():
            sentence = prose.sentences[at]
            for quoted in some:
                words = sum(prose.is_word[quoted.first : quoted.last])
                if 0 < words <= self.longest and often[sentence.doc, phrase(prose, quoted)] < self.again:
                    figure = Figure(sentence.doc, "marked", [prose.span(quoted.first, quoted.last)], 0.0)
                    yield figure, signs(prose, sentence, quoted, some)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every word and phrase that is likely enough, of overlapping ones the likeliest."""
        return best_of_each(self.proposed(prose, shipped(self.name).least))

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every candidate that is as likely by its signs, overlapping ones too."""
        return ranked(self.candidates(prose), shipped(self.name), least)


def within(prose: Prose, starts: Sequence[int]) -> dict[int, list[Quoted]]:
    """Return the marked phrases of the body by the sentence that they stand in."""
    held: dict[int, list[Quoted]] = {}
    for quoted in prose.quoted:
        at = bisect_right(starts, quoted.first) - 1
        if at >= 0 and quoted.last <= prose.sentences[at].last and not prose.sentences[at].heading:
            held.setdefault(at, []).append(quoted)
    return held


def phrase(prose: Prose, quoted: Quoted) -> str:
    """Return the words of a marked phrase."""
    return " ".join(prose.words[n] for n in range(quoted.first, quoted.last) if prose.is_word[n])
