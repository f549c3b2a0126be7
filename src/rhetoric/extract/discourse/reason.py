"""Reasons: the clause in which a voice says why it holds or asks for something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import DASHES
from rhetoric.extract.discourse.mainclause import asks
from rhetoric.extract.discourse.reasonsigns import (
    DENIED,
    PREDICTING,
    SUBJECTS,
    before,
    causal,
    clausal,
    denied,
    ending,
    leading,
    position,
    reach,
    subordinate,
)
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

HINGES = frozenset(("because", "since", "for", "reason", "otherwise", "all", "given"))
PAUSES = DASHES | {",", ";", ":"}


@dataclass(frozen=True)
class Reason(Marker):
    """Clauses that give a reason for a position.

    Parameters
    ----------
    most : int
        Tokens that a reason may have.
    longest : int
        Tokens that a sentence may have; what is longer is mostly a text whose full stops were lost.
    score : float
        The score of every find.
    """

    most: int = 60
    longest: int = 90
    score: float = 1.0

    name: ClassVar[str] = "reason"
    label: ClassVar[str] = "Reasons for claims"
    definition: ClassVar[str] = (
        "A clause that gives a reason for a position the voice takes: for what should or will be, for how it judges "
        "something, or for what it says or does itself."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Stab, Christian, and Iryna Gurevych (2017). Parsing argumentation structures in persuasive essays. Computational Linguistics 43(3), 619-659.",
        "Habernal, Ivan, and Iryna Gurevych (2017). Argumentation mining in user-generated web discourse. Computational Linguistics 43(1), 125-179.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only clauses with a word of cause are found ('because', 'since', 'for', 'given that', 'the reason is that', 'otherwise', 'after all'); reasons that stand beside a claim without one are not",
        "the cause of an event is left out by the words before it: without a duty, a stance of the voice, a judgement or a prediction there is no position to give a reason for",
        "the clause runs to the next stop, or to a comma before a new clause, and may take in more or less than the reason",
    )
    measured: ClassVar[Measured] = Measured(42, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every reason, in order; attrs ``sign`` is its word."""
        rows = prose.rows(HINGES.__contains__)
        for sentence, some in prose.holding(rows):
            if sentence.last - sentence.first > self.longest or asks(prose, sentence):
                continue
            past = -1
            for n in some:
                found = self.at(prose, sentence, n) if n > past else None
                if found:
                    rule, first, past = found
                    attrs = {"sign": rule}
                    yield Figure(sentence.doc, rule, [prose.span(first, past)], self.score, attrs)

    def at(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
        """Return the sign, and the first and last token of a reason that the word at `n` opens."""
        word = prose.words[n]
        if n + 3 >= sentence.last:
            return None
        if word in ("because", "since", "given"):
            return self.cause(prose, sentence, n)
        if word == "for":
            return self.grounds(prose, sentence, n)
        if word == "reason":
            return self.stated(prose, sentence, n)
        return self.turned(prose, sentence, n)

    def cause(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
        """Return 'because', causal 'since' or 'given that' with a position before it, or after it where it leads."""
        words = prose.words
        word, prior = words[n], words[n - 1] if n > sentence.first else ""
        if words[n + 1] in ("of", ",") or prior in DENIED or prior == "ever":
            return None
        if word == "since" and not causal(prose, n, sentence.last):
            return None
        if word == "given" and (words[n + 1] != "that" or prior not in ("", ",")):
            return None
        first, last = before(prose, sentence, n)
        sign = "given that" if word == "given" else word
        if last - first < 2:
            comma = leading(prose, sentence, n, self.most)
            fit = comma > 0 and words[comma + 1] not in ("he", "she", "this", ",")
            fit = fit and position(prose, comma + 1, ending(prose, sentence, comma + 1))
            return (sign, n, comma) if fit else None
        if words[last - 1] in ("is", "that's", "was", "be", "it's") or subordinate(prose, sentence, first, n):
            return None
        if denied(prose, first, n):
            return None
        return (sign, n, reach(prose, sentence, n, self.most)) if position(prose, first, last) else None

    def grounds(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
        """Return 'for' that opens a clause, after a pause with a position before it or at the head of a sentence."""
        if not clausal(prose, n, sentence.last):
            return None
        end = reach(prose, sentence, n, self.most)
        first, last = before(prose, sentence, n)
        if first == last:
            return "for", n, end
        paused = prose.words[n - 1] in PAUSES
        return ("for", n, end) if paused and position(prose, first, last) else None

    def stated(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
        """Return what follows 'the reason is that' and 'the reason why ... is that'."""
        words = prose.words
        if n == sentence.first or words[n - 1] not in (
            "the",
            "one",
            "main",
            "simple",
            "another",
            "real",
            "second",
            "other",
            "only",
            "first",
        ):
            return None
        for k in range(n + 1, min(n + 16, sentence.last - 3)):
            if not prose.is_word[k] or words[k] == "because":
                return None
            if words[k] == "is" and words[k + 1] in ("that", "because"):
                if k > n + 1 and not position(prose, n + 1, k):
                    return None
                return "the reason is", k + 1, reach(prose, sentence, k + 1, self.most)
        return None

    def turned(self, prose: Prose, sentence: Sentence, n: int) -> tuple[str, int, int] | None:
        """Return 'otherwise' with what would follow, and 'after all' at the head of a sentence."""
        words = prose.words
        opener = prose.openers(sentence.first, sentence.last, 1)[0]
        if words[n] == "all":
            fit = n == opener + 1 and words[opener] == "after" and words[n + 1] == ","
            return ("after all", opener, reach(prose, sentence, n + 1, self.most)) if fit else None
        k = n + 2 if words[n + 1] == "," else n + 1
        heads = n == opener or words[n - 1] in PAUSES
        end = reach(prose, sentence, n + 1, self.most)
        fit = heads and words[k] in SUBJECTS | {"the"} and not PREDICTING.isdisjoint(words[k:end])
        return ("otherwise", n, end) if fit else None
