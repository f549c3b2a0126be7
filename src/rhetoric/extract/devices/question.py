"""Rhetorical questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.figure import Device, Figure
from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.words import AUXILIARIES, DASHES, QUESTION_WORDS, closed

ASKING = closed("ask asks asked asking wonder wonders wondered enquired inquired")
OPENING = AUXILIARIES | QUESTION_WORDS | {"and", "but", "so", "then"}
ANSWERING = ("speaker", "quoted")


@dataclass(frozen=True)
class RhetoricalQuestion(Device):
    """Questions that the voice that asks them leaves open or answers itself.

    Parameters
    ----------
    own : float
        Score where the same voice goes on, or the text ends.
    passed : float
        Score where another voice goes on that does not answer, as a narrator after a quotation.
    """

    own: float = 0.9
    passed: float = 0.6

    name: ClassVar[str] = "rhetorical_question"
    label: ClassVar[str] = "Rhetorical questions"
    definition: ClassVar[str] = (
        "A question to which no other voice answers: asked for effect, left open, or answered by the one who asks."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.6-16.",
        "Ilie, Cornelia (1994). What Else Can I Tell You? A Pragmatic Study of English Rhetorical Questions as "
        "Discursive and Argumentative Acts. Stockholm: Almqvist & Wiksell.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "whether an answer was hoped for is not read: an open question to the reader counts",
        "a question that somebody answers counts where the change of voice was not recognised",
        "questions without a question mark are not found",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every question of the body that no other voice answers."""
        marks = [mark(prose, s) for s in prose.sentences]
        follow: Sentence | None = None
        for n in range(len(marks) - 1, -1, -1):
            sentence, end = prose.sentences[n], marks[n]
            after = prose.sentences[n + 1] if n + 1 < len(marks) else None
            if after is None or after.doc != sentence.doc or after.heading:
                follow = None
            elif marks[n + 1] < 0 or after.opener != sentence.closer:
                follow = after
            if end < 0 or sentence.heading:
                continue
            first = opening(prose, sentence, end)
            voice = prose.voice[first]
            if voice != sentence.opener and asked(prose, sentence.first, first):
                continue
            other = follow is not None and follow.opener != voice
            if other and follow is not None and prose.roles[follow.opener] in ANSWERING:
                continue
            rule = "question left to another voice" if other else "question"
            yield Figure(sentence.doc, rule, [prose.span(first, end + 1)], self.passed if other else self.own)


def mark(prose: Prose, sentence: Sentence) -> int:
    """Return the question mark that ends a sentence, or -1."""
    for n in range(sentence.last - 1, sentence.first - 1, -1):
        if "?" in prose.words[n]:
            return n
        if prose.is_word[n]:
            break
    return -1


def opening(prose: Prose, sentence: Sentence, end: int) -> int:
    """Return the first word of the question: of the sentence, or after its last colon or dash if it opens there."""
    for n in range(end - 1, sentence.first, -1):
        if prose.words[n] in DASHES or prose.words[n] in (":", ";"):
            first = prose.openers(n + 1, end, 1)
            if first and prose.words[first[0]] in OPENING:
                return first[0]
            break
    return prose.openers(sentence.first, end, 1)[0]


def asked(prose: Prose, first: int, last: int) -> bool:
    """Return whether the words before a quoted question say that it was put to somebody."""
    return any(prose.words[n] in ASKING for n in range(first, last))
