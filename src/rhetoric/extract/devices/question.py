"""Rhetorical questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.questions import questions
from rhetoric.extract.devices.questionsigns import signs
from rhetoric.extract.devices.ranking import Signs, ranked, shipped
from rhetoric.extract.devices.traces import QUESTION, holding, near
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class RhetoricalQuestion(Device):
    """Questions that are not asked to be told something, by their wording and by what goes on after them."""

    name: ClassVar[str] = "rhetorical_question"
    version: ClassVar[int] = 5
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
        "misses more in talk among several people, as in the Moral Maze: see docs/models/figures.md",
        "what a Member asks of a Minister counts where it is worded as a challenge",
        "questions without a question mark are not found",
    )
    measured: ClassVar[Measured] = Measured(
        126,
        161,
        74,
        121,
        on="windows of several readers, cross-validated, and windows for measuring; finds in running text",
    )

    def places(self, lines: Lines) -> Bools:
        """Return the questions, and what stands around them."""
        return near(holding(lines, QUESTION), 1, 1)

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield every question of the body, with what it shows."""
        for question in questions(prose):
            rule = "question left to another voice" if question.other else "question"
            span = prose.span(question.first, question.end + 1)
            shown = dict.fromkeys(sorted(signs(prose, question)), 1.0)
            yield Figure(prose.sentences[question.at].doc, rule, [span], 0.0), shown

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every question that is more likely rhetorical than not; the score is how likely."""
        return self.proposed(prose, shipped(self.name).least)

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every question that is as likely rhetorical by its signs."""
        return ranked(self.candidates(prose), shipped(self.name), least)
