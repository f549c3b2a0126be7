"""Concession: a point is granted, and then the speaker turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rhetoric.extract.devices.contrast import taken_up
from rhetoric.extract.devices.granting import (
    ADMITTING,
    JUDGING,
    LEANING,
    NEEDED,
    POSSIBLE,
    SUPPOSED,
    VALUES,
    admits,
    formula,
)
from rhetoric.extract.devices.members import (
    BEING,
    STOPS,
    SUBJECTS,
    back,
    denies,
    end,
    opening,
    parts,
    trimmed,
)
from rhetoric.extract.devices.words import AUXILIARIES, DASHES, DETERMINERS, PREPOSITIONS, closed, kind
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

THOUGH = closed("although though albeit")
WHILE = closed("while whilst")
TURNS = closed("but yet however nevertheless nonetheless still")
MERELY = closed("only just merely simply")
RELATIVE = closed("which who whom whose whether without")
SAME = closed("i we it he she they this that there you")
LEADING = frozenset(("and", "but", "that", "for", "because", "yet", ";", ":", '"', "“", "'")) | DASHES
APOLOGY = closed("sorry pardon apologise apologize")
EXCEPT = closed("nothing anything none all not cannot nobody")
HEDGES = closed("would could may might course suppose perhaps")
QUOTING = closed("said added says explained wrote noted")
Span = tuple[int, int]


@dataclass(frozen=True)
class Concession(Device):
    """Concessions by the words that grant and the words that turn.

    Parameters
    ----------
    least : float
        The score that is needed within a sentence.
    apart : float
        The score that is needed where the turn opens the next one.
    sure : float
        The score that is needed where no clause with a subject of its own follows the turn.
    clause, after : float
        Scores: 'although' and 'while' at the head of a sentence or clause; 'although' after what it limits.
    plain, admitted, granted, leaning, possible, supposed, denied, own, value, balanced, again, needed, judging, dashed : float
        What makes up the score of a turn: a bare 'but'; 'I accept that'; 'of course'; 'I think'; 'may'; 'could' and 'would'; a denial, and
        one of one's own; a word of praise or blame in what is granted; two clauses that open with one word, and with two; a turn to what must be; a turn
        to a judgement; a dash.
    """

    least: float = 0.4
    apart: float = 0.55
    sure: float = 0.55
    clause: float = 0.8
    after: float = 0.6
    plain: float = 0.2
    admitted: float = 0.5
    granted: float = 0.5
    leaning: float = 0.15
    possible: float = 0.4
    supposed: float = 0.2
    denied: float = 0.2
    own: float = 0.15
    value: float = 0.1
    balanced: float = 0.25
    again: float = 0.1
    needed: float = 0.2
    judging: float = 0.1
    dashed: float = 0.2

    name: ClassVar[str] = "concession"
    label: ClassVar[str] = "Concession"
    definition: ClassVar[str] = "The speaker grants a point and then turns against it."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.51.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 856.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "on windows of political prose kept for measuring, 15 of 21 finds were right and 15 of the 32 marks of two readers were found; on those it was written with, 27 of 30 and 28 of 31",
        "of 44 finds in speeches of both Houses about nine in ten were judged right",
        "a bare 'but' counts only with a sign that a point is granted: an admission, a modal verb, a denial of one's own, clauses of one build",
        "'although' within a sentence counts only where it hedges what went before",
    )
    measured: ClassVar[Measured] = Measured(15, 21, 15, 32, on="windows kept for measuring")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every concession, of overlapping ones the best."""
        hinges = prose.rows(TURNS.__contains__)
        heads = prose.rows((THOUGH | WHILE).__contains__)
        for run in prose.passages():
            before: Sentence | None = None
            for sentence in run:
                if sentence.heading:
                    before = None
                    continue
                turns = hinges.within(sentence.first, sentence.last)
                found = [
                    *self.clauses(prose, sentence, heads.within(sentence.first, sentence.last)),
                    *self.turns(prose, sentence, turns),
                ]
                if before is not None and turns:
                    found += self.across(prose, before, sentence, turns[0])
                if found:
                    yield from best(found)
                before = sentence

    def clauses(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield 'Although X, Y', 'While X, Y' and 'Y, although X'; `rows` are their heads."""
        words = prose.words
        for n in rows:
            before = words[n - 1] if n > sentence.first else ""
            if n + 3 >= sentence.last or before in ("as", "a", "the", "worth"):
                continue
            if words[n] in WHILE and (words[n + 1].endswith("ing") or words[n + 1] in PREPOSITIONS):
                continue
            apart = before == "," and (n - sentence.first < 5 or words[n - 2] in QUOTING | LEADING)
            if not before or before in LEADING or apart:
                cut = next((k for k in range(n + 3, min(n + 50, sentence.last - 2)) if words[k] == ","), -1)
                timed = words[n] in WHILE and goes_on(words[n : max(n, cut)])
                last = end(prose, cut + 1, sentence.last, 30)
                if cut < 0 and not before and words[n] in THOUGH:
                    whole = n, trimmed(prose, n, sentence.last)
                    yield Figure(sentence.doc, f"{words[n]} ...", parts(prose, whole), self.clause)
                if cut > 0 and not timed and last > cut + 1 and STOPS.isdisjoint(words[n:cut]):
                    members = (n, trimmed(prose, n, cut)), (cut + 1, last)
                    yield Figure(sentence.doc, f"{words[n]} ..., ...", parts(prose, *members), self.clause)
            elif words[n] in THOUGH and (not HEDGES.isdisjoint(words[n + 1 : n + 7])):
                head = n - 1 if before == "even" else n
                stop = trimmed(prose, sentence.first, head)
                members = (
                    (back(prose, sentence.first, stop, 20), stop),
                    (head, end(prose, n + 1, sentence.last, 30)),
                )
                if members[0][0] < stop:
                    yield Figure(sentence.doc, f"..., {words[n]}", parts(prose, *members), self.after)

    def turns(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield 'of course X, but Y' and its like within a sentence; `rows` are the words that turn."""
        words = prose.words
        for n in rows:
            if (
                words[n] not in ("but", "yet")
                or words[n - 1] in EXCEPT
                or n < sentence.first + 3
                or n + 2 >= sentence.last
            ):
                continue
            joint = words[n - 1]
            if words[n] == "yet" and joint not in ("and", ",", ";") and joint not in DASHES:
                continue
            if prose.is_word[n - 1] and not kind(words[n + 1]):
                continue
            stop = trimmed(prose, sentence.first, n - (joint == "and"))
            first = back(prose, sentence.first, stop, 40, {";", ":", "?", "!"})
            score = self.score(prose, (first, stop), (n + 1, sentence.last))
            score += self.dashed if joint in DASHES and score else 0.0
            if score >= self.least:
                members = (first, stop), (n, end(prose, n + 1, sentence.last, 30))
                yield Figure(
                    sentence.doc, f"... {words[n]}", parts(prose, *members), round(min(1.0, score), 3)
                )

    def across(self, prose: Prose, before: Sentence, sentence: Sentence, turn: int) -> Iterator[Figure]:
        """Yield 'Of course X. But Y.' and 'I accept X. I must, however, Y.' with the word that turns at `turn`."""
        words = prose.words
        first = prose.openers(sentence.first, sentence.last, 1)[0]
        opens = turn == first or (words[turn] == "however" and turn - first < 8)
        unless = turn != first and words[first] == "if"
        if not opens or unless or words[turn] == "still" or turn + 2 >= sentence.last:
            return
        start = prose.openers(before.first, before.last, 1)[0]
        after = turn + 1 + (words[turn + 1] == ",") if turn == first else first
        score = self.score(prose, (start, before.last), (after, sentence.last))
        if score >= self.apart:
            members = (before.first, before.last), (sentence.first, sentence.last)
            yield Figure(
                sentence.doc, f"... {words[turn]}", parts(prose, *members), round(min(1.0, score), 3)
            )

    def score(self, prose: Prose, granted: Span, turned: Span) -> float:
        """Return how far the words before a turn grant a point, and those after it turn from it."""
        words = prose.words
        left, right = words[slice(*granted)], words[turned[0] : min(turned[1], turned[0] + 8)]
        denied = any(map(denies, left))
        relative = right[0] in RELATIVE or (right[0] == "that" and right[1] not in AUXILIARIES)
        corrects = denied and (
            right[0] in PREPOSITIONS or right[0] == "rather" or not MERELY.isdisjoint(left)
        )
        if relative or corrects or len(left) < 3 or "if" in left[:2] or not APOLOGY.isdisjoint(left[:8]):
            return 0.0
        head = left[:10]
        score = self.plain
        if admits(head, ADMITTING):
            score += self.admitted
        elif formula(head):
            score += self.granted
        elif admits(head, LEANING):
            score += self.leaning
        if not POSSIBLE.isdisjoint(left[:14]):
            score += self.possible
        elif not SUPPOSED.isdisjoint(left[:14]):
            score += self.supposed
        score += self.contrasts(prose, granted, turned)
        if not VALUES.isdisjoint(left):
            score += self.value
        if not NEEDED.isdisjoint(right):
            score += self.needed
        elif "also" in right or not JUDGING.isdisjoint(right):
            score += self.judging
        clause = right[0] in SUBJECTS | DETERMINERS and not AUXILIARIES.isdisjoint(right)
        return score if clause or score >= self.sure else 0.0

    def contrasts(self, prose: Prose, granted: Span, turned: Span) -> float:
        """Return what a denial before a turn, and two clauses that open alike, add to the score."""
        words = prose.words
        left, right = words[slice(*granted)], words[turned[0] : min(turned[1], turned[0] + 8)]
        one, two = opening(prose, *granted), opening(prose, *turned)
        score = 0.0
        if any(map(denies, left[:6])) and not any(map(denies, right)):
            if one[:2] == two[:2] and taken_up(left, right):
                return 0.0
            own = one[:1] in (["i"], ["we"])
            score += self.denied + (self.own if own and "know" not in left[:5] else 0.0)
        if one and two and one[0] == two[0] and one[0] in SAME:
            score += self.balanced + (self.again if one == two else 0.0)
        return score


def goes_on(words: Sequence[str]) -> bool:
    """Return whether a clause says that something goes on, as it does where 'while' means time."""
    return any(a in BEING and b.endswith("ing") for a, b in pairwise(words))
