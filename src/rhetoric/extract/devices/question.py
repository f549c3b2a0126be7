"""Rhetorical questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import ClassVar

from rhetoric.extract.devices.questions import questions
from rhetoric.extract.devices.questionsigns import signs
from rhetoric.extract.devices.traces import QUESTION, holding, near
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

# What each sign of `questionsigns` speaks for, in log odds; fitted by tools/measure_questions.py.
WEIGHTS = (
    ("request", -1.18),
    ("will", -1.17),
    ("another answers", -1.14),
    ("reporting", -0.90),
    ("listed", -0.88),
    ("factual", -0.76),
    ("view", -0.69),
    ("would", -0.64),
    ("statement", -0.62),
    ("agree", -0.61),
    ("or", -0.60),
    ("asked beside", -0.49),
    ("very long", -0.48),
    ("office", -0.48),
    ("long", -0.48),
    ("another tells", -0.41),
    ("why not", -0.37),
    ("you", -0.17),
    ("is", -0.15),
    ("short", -0.14),
    ("if", 0.09),
    ("after question", 0.19),
    ("we", 0.31),
    ("can I", 0.34),
    ("asks modal", 0.34),
    ("one", 0.39),
    ("judging", 0.47),
    ("after statement", 0.47),
    ("before question", 0.48),
    ("is it", 0.58),
    ("where", 0.59),
    ("emphatic", 0.65),
    ("negative", 0.83),
    ("before statement", 0.91),
    ("why", 1.19),
    ("negative opening", 1.55),
)


@dataclass(frozen=True)
class RhetoricalQuestion(Device):
    """Questions that are not asked to be told something, by their wording and by what goes on after them.

    Parameters
    ----------
    base : float
        Log odds of a question that shows no sign.
    weights : tuple of (str, float)
        What each sign adds to the log odds; see `questionsigns.signs`.
    least : float
        The probability from which on a question counts as rhetorical.
    """

    base: float = -0.11
    weights: tuple[tuple[str, float], ...] = WEIGHTS
    least: float = 0.55

    name: ClassVar[str] = "rhetorical_question"
    version: ClassVar[int] = 3
    label: ClassVar[str] = "Rhetorical questions"
    definition: ClassVar[str] = (
        "A question not asked to be told something: it asserts or challenges, is left open, or is answered by the asker."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.6-16.",
        "Ilie, Cornelia (1994). What Else Can I Tell You? A Pragmatic Study of English Rhetorical Questions as "
        "Discursive and Argumentative Acts. Stockholm: Almqvist & Wiksell.",
        "Jo, Yohan, Jacky Visser, Chris Reed and Eduard Hovy (2020). Extracting Implicitly Asserted Propositions in "
        "Argumentation. Proceedings of EMNLP, 24-38.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "cross-validated on 177 questions of the Moral Maze, rhetorical against pure: precision 0.82, recall 0.69, F1 0.75",
        "what a Member asks of a Minister counts where it is worded as a challenge",
        "questions without a question mark are not found",
    )
    measured: ClassVar[Measured] = Measured(42, 61, 42, 71, on="windows for measuring")

    def places(self, lines: Lines) -> Bools:
        """Return the questions, and what stands around them."""
        return near(holding(lines, QUESTION), 1, 1)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every question of the body that is more likely rhetorical than not; the score is how likely."""
        weights = dict(self.weights)
        for question in questions(prose):
            shown = signs(prose, question)
            odds = self.base + sum(weights.get(sign, 0.0) for sign in sorted(shown))
            score = 1 / (1 + exp(-odds))
            if score >= self.least:
                doc = prose.sentences[question.at].doc
                rule = "question left to another voice" if question.other else "question"
                yield Figure(doc, rule, [prose.span(question.first, question.end + 1)], round(score, 3))
