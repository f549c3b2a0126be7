"""Rhetorical questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import ClassVar

from rhetoric.extract.devices.questions import questions
from rhetoric.extract.devices.questionsigns import signs
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured

# What each sign of `questionsigns` speaks for, in log odds; fitted by tools/measure_questions.py.
WEIGHTS = (
    ("reporting", -1.17),
    ("another answers", -1.14),
    ("request", -1.10),
    ("will", -1.10),
    ("listed", -0.85),
    ("would", -0.79),
    ("view", -0.78),
    ("agree", -0.75),
    ("statement", -0.75),
    ("factual", -0.71),
    ("or", -0.57),
    ("long", -0.52),
    ("very long", -0.46),
    ("office", -0.43),
    ("another tells", -0.41),
    ("asked beside", -0.37),
    ("why not", -0.37),
    ("is", -0.27),
    ("you", -0.20),
    ("short", -0.12),
    ("if", 0.21),
    ("one", 0.24),
    ("after question", 0.24),
    ("we", 0.30),
    ("can I", 0.36),
    ("asks modal", 0.42),
    ("after statement", 0.52),
    ("where", 0.54),
    ("before question", 0.55),
    ("judging", 0.57),
    ("is it", 0.64),
    ("emphatic", 0.65),
    ("before statement", 0.90),
    ("negative", 0.91),
    ("why", 1.12),
    ("negative opening", 1.57),
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
    version: ClassVar[int] = 2
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
        "on windows that two readers marked: on those it was written with, precision 0.82 and recall 0.77; on others, 0.76 "
        "and 0.68",
        "cross-validated on 469 questions of debates, political prose and news that one reader marked: precision 0.80, "
        "recall 0.90; on 177 of the Moral Maze, rhetorical against pure questions: precision 0.83, recall 0.66, F1 0.74",
        "of 60 finds in other texts of these kinds, one reader called 48 rhetorical",
        "what a Member asks of a Minister counts where it is worded as a challenge",
        "questions without a question mark are not found",
    )
    measured: ClassVar[Measured] = Measured(19, 25, 19, 28, on="windows kept for measuring")

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
