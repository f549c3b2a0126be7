"""Exclamations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.questions import titled
from rhetoric.extract.devices.traces import EXCLAMATION, holding
from rhetoric.extract.devices.words import closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

CALLED = closed("hear order hon aye no shame cheers laughter applause interruption")
GREETING = closed("hi hello thanks thank congratulations welcome happy birthday dear yahoo jeb")


@dataclass(frozen=True)
class Exclamation(Device):
    """Sentences that end in an exclamation mark.

    Parameters
    ----------
    full : float
        Score of a sentence of some words.
    short : float
        Score of one or two words.
    """

    full: float = 0.9
    short: float = 0.7

    name: ClassVar[str] = "exclamation"
    label: ClassVar[str] = "Exclamations"
    definition: ClassVar[str] = "A sentence called out with feeling, as its exclamation mark shows."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.26-27.",
        "Rhetorica ad Herennium 4.15.22.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 809.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "exclamations without the mark, and cries within a sentence, are not found",
    )
    measured: ClassVar[Measured] = Measured(42, 50, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences with an exclamation mark."""
        return holding(lines, EXCLAMATION)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every exclamation of the body; interruptions in brackets, greetings and titles are none."""
        for sentence in prose.sentences:
            end = -1 if sentence.heading else called(prose, sentence)
            if end < 0:
                continue
            words = [prose.words[n] for n in range(sentence.first, end) if prose.is_word[n]]
            if not words or words[0] in GREETING or titled(prose, sentence.first, end):
                continue
            if bracketed(prose, sentence) or (len(words) < 3 and not CALLED.isdisjoint(words)):
                continue
            score = self.full if len(words) > 2 else self.short
            first = next(n for n in range(sentence.first, end) if prose.voice[n] == prose.voice[end - 1])
            yield Figure(sentence.doc, "exclamation mark", [prose.span(first, end + 1)], score)


def called(prose: Prose, sentence: Sentence) -> int:
    """Return the exclamation mark that ends a sentence, or -1."""
    for n in range(sentence.last - 1, sentence.first, -1):
        if prose.words[n] == "!" and not prose.words[n - 1].endswith("?"):
            return n
        if prose.is_word[n]:
            break
    return -1


def bracketed(prose: Prose, sentence: Sentence) -> bool:
    """Return whether a sentence holds a square bracket, as the report of an interruption does."""
    return any(prose.words[n] in ("[", "]") for n in range(sentence.first, sentence.last))
