"""Hypophora: a question with the asker's own answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.minor import verbless
from rhetoric.extract.devices.questions import LEADING, Question, mark, questions
from rhetoric.extract.devices.questionsigns import beside
from rhetoric.extract.devices.traces import QUESTION, holding, near
from rhetoric.extract.devices.words import AUXILIARIES, DASHES, FUNCTION, QUESTION_WORDS, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

YES_NO = closed("no yes never certainly hardly perhaps maybe probably exactly scarcely absolutely nay")
NOBODY = closed("nobody none nothing nowhere neither")
REASON = closed("because simply partly")
BEING = closed("is are was were")
REPLIES = (
    ["not", "at"],
    ["not", "really"],
    ["not", "so"],
    ["not", "a"],
    ["not", "one"],
    ["not", "any"],
    ["not", "yet"],
    ["not", "the"],
    ["of", "course"],
    ["surely", "not"],
)
SPLIT = {
    "it's": ("it", "is"),
    "that's": ("that", "is"),
    "they're": ("they", "are"),
    "there's": ("there", "is"),
    "we're": ("we", "are"),
}
SUBJECTS = closed("it they he she we there that this")
PAUSES = DASHES | {",", ";", ":", ".", "!"}
MOST, SHORT = 14, 5


@dataclass(frozen=True)
class QuestionAnswered(Device):
    """Questions that the next sentence of the same voice answers.

    Parameters
    ----------
    named : float
        Score where the answer is called one, or says yes, no, nobody or because.
    resumed : float
        Score where the answer takes up the subject and the verb of the question, or is a phrase without a verb.
    """

    named: float = 0.9
    resumed: float = 0.7

    name: ClassVar[str] = "question_answered"
    label: ClassVar[str] = "Answered questions"
    definition: ClassVar[str] = "A question and, right after it, the answer of the same voice (hypophora)."
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.23.33-24.34.",
        "Quintilian, Institutio Oratoria 9.2.14-15.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 771-775.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "answers that do not name themselves, repeat words of the question or lack a verb are not found",
        "where a change of voice was not recognised, the answer may be another's",
    )
    measured: ClassVar[Measured] = Measured(23, 31, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the questions, and what stands around them."""
        return near(holding(lines, QUESTION), 1, 1)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every question with its answer, the last one first."""
        for question in questions(prose):
            after = beside(prose, question, 1)
            if after is None or mark(prose, after) >= 0:
                continue
            rule, score = self.answer(prose, question, after)
            if score:
                parts = [prose.span(question.first, question.end + 1), prose.span(after.first, after.last)]
                yield Figure(after.doc, rule, parts, score)

    def answer(self, prose: Prose, question: Question, after: Sentence) -> tuple[str, float]:
        """Return what an answer is known by, and its score, 0 if there is none."""
        asked = [prose.words[n] for n in range(question.first, question.end) if prose.is_word[n]]
        told = [prose.words[n] for n in prose.openers(after.first, after.last, MOST)]
        while len(asked) > 1 and asked[0] in LEADING:
            asked = asked[1:]
        if told[0] == "well" and len(told) > 1:
            told = told[1:]
        if "you" in asked and "i" in told[:3]:
            return "", 0.0
        if "answer" in told[:4] or (asked[0] == "why" and ("reason" in told[:5] or told[0] in REASON)):
            return "answer named", self.named
        if replies(told) or (told[0] in YES_NO and paused(prose, after)):
            return "yes or no", self.named
        if told[0] in NOBODY and len(told) < MOST:
            return "nobody", self.named
        if asked[0] in QUESTION_WORDS and (len(told) < MOST and verbless(told)):
            return "without a verb", self.resumed
        return ("question resumed", self.resumed) if resumes(asked, told) else ("", 0.0)


def replies(told: Sequence[str]) -> bool:
    """Return whether a statement is no more than a reply: 'Of course not', 'Perhaps', 'Of course it is'."""
    if told[0] in YES_NO or told[:2] in REPLIES:
        return len(told) <= SHORT or (
            told[:2] == ["of", "course"] and told[2] in SUBJECTS and len(told) < MOST
        )
    return False


def paused(prose: Prose, sentence: Sentence) -> bool:
    """Return whether the first word of a sentence, 'well' passed over, is followed by a pause: 'No, it would ...'."""
    rows = prose.openers(sentence.first, sentence.last, 2)
    n = rows[-1] if prose.words[rows[0]] == "well" else rows[0]
    return n + 1 >= sentence.last or prose.words[n + 1] in PAUSES or prose.words[n + 1] == "because"


def resumes(asked: Sequence[str], told: Sequence[str]) -> bool:
    """Return whether a statement takes up the subject of a question and its verb, or the noun that was asked for."""
    verb = next((n for n, w in enumerate(asked) if w in AUXILIARIES), -1)
    if verb < 0 or len(asked) < verb + 3:
        return False
    expanded = [part for word in told for part in SPLIT.get(word, (word,))]
    subject = expanded[0]
    content = {w for w in asked if w not in FUNCTION and len(w) > 3}
    if subject in SUBJECTS and subject in asked[verb + 1 : verb + 3]:
        return not content.isdisjoint(expanded[1:5])
    if subject == "there" and expanded[1:2] and expanded[1] in BEING:
        return expanded[2:3] == ["no"] and not content.isdisjoint(expanded[3:5])
    wanted = asked[0] in ("what", "who", "which", "where") and asked[verb] in BEING
    return (
        wanted
        and subject in ("it", "that", "they", "this")
        and expanded[1:2] == [asked[verb]]
        and expanded[2:3] != ["not"]
    )
