"""Concession: a point is granted, and then the speaker turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rhetoric.extract.devices.figure import Device, Figure, best
from rhetoric.extract.devices.members import BEING, STOPS, back, denies, end, opening, parts, telling, trimmed
from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.words import DASHES, PREPOSITIONS, closed

THOUGH = closed("although though albeit")
WHILE = closed("while whilst")
TURNS = closed("but yet however nevertheless nonetheless still")
GRANTING = closed("course certainly doubt doubtless undoubtedly admittedly granted indeed true sure confess")
ADMITTING = closed(
    "accept acknowledge admit agree appreciate concede grant know recognise recognize realise realize respect "
    "sympathise sympathize understand welcome support applaud"
)
DEGREES = closed("fully quite entirely do can may must of course also well certainly freely readily will could would too")
WILLING = closed("glad aware sorry delighted grateful sympathetic")
POSSIBLE = closed("may might")
SUPPOSED = closed("could would")
OWN = closed("i we")
MERELY = closed("only just merely simply")
RELATIVE = closed("which who whom whose that whether")
STILL = closed("also still nevertheless nonetheless")
NEEDED = closed("must need needs ought should cannot")
SAME = closed("i we it he she they this that there you")
GOING = closed("in on at by with from to the a")


@dataclass(frozen=True)
class Concession(Device):
    """Concessions by the words that grant and the words that turn.

    Parameters
    ----------
    least : float
        The score that is needed.
    admitted, granted, clause, hedged, possible, supposed, denied, own, balanced, needed, dashed, plain : float
        What makes up the score: 'I accept that'; 'of course'; 'although' and 'while' at the head of a clause; the same
        within a sentence, hedged; 'may'; 'could' and 'would'; a denial of one's own; two clauses that open alike; a turn to
        what must be; a turn after a dash; a bare 'but'.
    """

    least: float = 0.55
    admitted: float = 0.5
    granted: float = 0.5
    clause: float = 0.8
    hedged: float = 0.6
    possible: float = 0.4
    supposed: float = 0.25
    denied: float = 0.2
    own: float = 0.15
    balanced: float = 0.25
    needed: float = 0.2
    dashed: float = 0.2
    plain: float = 0.2

    name: ClassVar[str] = "concession"
    label: ClassVar[str] = "Concession"
    definition: ClassVar[str] = "The speaker grants a point and then turns against it."
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.2.51.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 856.",
    )
    limits: ClassVar[tuple[str, ...]] = ()

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every concession, of overlapping ones the best."""
        hinges = prose.rows(TURNS.__contains__)
        heads = prose.rows((THOUGH | WHILE).__contains__)
        for run in prose.passages():
            for n, sentence in enumerate(run):
                if sentence.heading:
                    continue
                turns = hinges.within(sentence.first, sentence.last)
                found = [
                    *self.clauses(prose, sentence, heads.within(sentence.first, sentence.last)),
                    *self.turns(prose, sentence, turns),
                ]
                if turns and n and not run[n - 1].heading and (figure := self.across(prose, run[n - 1], sentence)):
                    found.append(figure)
                if found:
                    yield from best(found)

    def clauses(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield 'Although X, Y', 'While X, Y' and 'Y, although of course X'; `rows` are their heads."""
        words = prose.words
        for n in rows:
            before = words[n - 1] if n > sentence.first else ""
            if n + 3 >= sentence.last or before in ("as", "a", "the", "worth"):
                continue
            opens = not before or before in ("and", "but", "that", ";", ":", '"', "“", "'", *DASHES)
            if words[n] in WHILE and (words[n + 1].endswith("ing") or words[n + 1] in GOING - {"the", "a"}):
                continue
            if opens:
                cut = next((k for k in range(n + 3, min(n + 50, sentence.last - 2)) if words[k] == ","), -1)
                timed = words[n] in WHILE and self.goes_on(words[n : max(n, cut)])
                if cut > 0 and not timed and not STOPS.intersection(words[n:cut]):
                    last = end(prose, cut + 1, sentence.last, 30)
                    if last > cut + 1:
                        members = (n, trimmed(prose, n, cut)), (cut + 1, last)
                        yield Figure(sentence.doc, f"{words[n]} ..., ...", parts(prose, *members), self.clause)
            elif words[n] in THOUGH:
                last = end(prose, n + 1, sentence.last, 30, STOPS)
                if self.hedges(words[n + 1 : last]):
                    first = back(prose, sentence.first, trimmed(prose, sentence.first, n), 20)
                    members = (first, trimmed(prose, first, n)), (n, last)
                    yield Figure(sentence.doc, f"..., {words[n]}", parts(prose, *members), self.hedged)

    def goes_on(self, words: Sequence[str]) -> bool:
        """Return whether a clause says that something goes on, as 'while' does where it means time."""
        return any(a in BEING and b.endswith("ing") for a, b in pairwise(words))

    def hedges(self, words: Sequence[str]) -> bool:
        """Return whether the words after 'although' weaken what they grant."""
        return bool({"would", "could", "may", "might", "course", "suppose", "perhaps"}.intersection(words[:6]))

    def turns(self, prose: Prose, sentence: Sentence, rows: Sequence[int]) -> Iterator[Figure]:
        """Yield 'of course X, but Y' and its like within a sentence; `rows` are the words that turn."""
        words = prose.words
        for n in rows:
            if words[n] not in ("but", "yet") or n < sentence.first + 3 or n + 2 >= sentence.last:
                continue
            joint = words[n - 1]
            if joint == "and" and words[n] == "yet":
                stop = trimmed(prose, sentence.first, n - 1)
            elif joint in (",", ";", '"', "”") or joint in DASHES:
                stop = trimmed(prose, sentence.first, n)
            elif words[n] == "but":
                stop = n
            else:
                continue
            first = back(prose, sentence.first, stop, 40, {";", ":", "?", "!"})
            score = self.score(prose, first, stop, n, sentence.last)
            if score >= self.least:
                last = end(prose, n + 1, sentence.last, 30)
                yield Figure(sentence.doc, f"... {words[n]}", parts(prose, (first, stop), (n, last)), min(1.0, round(score, 3)))

    def score(self, prose: Prose, first: int, stop: int, n: int, last: int) -> float:
        """Return how far the words before a turn at `n` grant, and those after it turn."""
        words = prose.words
        left, right = words[first:stop], words[n + 1 : min(last, n + 9)]
        if not MERELY.isdisjoint(left) and "not" in left:
            return 0.0
        if words[n + 1] in RELATIVE or stop - first < 4:
            return 0.0
        score = self.plain + self.grants(words, first, stop)
        if score == self.plain and words[n + 1] in PREPOSITIONS and any(map(denies, left)):
            return 0.0
        if POSSIBLE.intersection(left):
            score += self.possible
        elif SUPPOSED.intersection(left):
            score += self.supposed
        one, two = opening(prose, first, stop), opening(prose, n + 1, last)
        if any(denies(w) for w in left[:6]) and not any(denies(w) for w in right):
            own = bool(one) and one[0] in OWN and "know" not in left[:5]
            score += self.denied + (self.own if own else 0.0)
            if telling(prose, first, stop) & telling(prose, n + 1, min(last, n + 9)):
                return 0.0
        if one and two and one[0] == two[0] and one[0] in SAME:
            score += self.balanced
        if NEEDED.intersection(right) or STILL.intersection(right):
            score += self.needed
        if words[n - 1] in DASHES:
            score += self.dashed
        return score

    def grants(self, words: Sequence[str], first: int, last: int) -> float:
        """Return the score of the words that grant among `first` to `last`."""
        head = words[first : min(last, first + 8)]
        if "if" in head[:2]:
            return 0.0
        for k, word in enumerate(head):
            followed = first + k + 1 < last and words[first + k + 1] != ","
            if word in ADMITTING and followed and k and head[k - 1] in OWN | DEGREES and OWN.intersection(head[:k]):
                return self.admitted
        if GRANTING.intersection(head) and self.granting(head):
            return self.granted
        return 0.0

    def granting(self, head: Sequence[str]) -> bool:
        """Return whether the first words of a clause hold a formula that grants."""
        if "aware" in head:
            return False
        text = f" {' '.join(head)} "
        return any(f" {f} " in text for f in FORMULAS)

    def across(self, prose: Prose, before: Sentence, sentence: Sentence) -> Figure | None:
        """Return 'Of course X. But Y.'"""
        words = prose.words
        head = prose.openers(sentence.first, sentence.last, 4)
        turned = words[head[0]] in TURNS or (words[head[0]] == "at" and [words[k] for k in head] == ["at", "the", "same", "time"])
        first = prose.openers(before.first, before.last, 1)[0]
        if turned and self.grants(words, first, before.last):
            members = (before.first, before.last), (sentence.first, sentence.last)
            return Figure(sentence.doc, f"... {words[head[0]]}", parts(prose, *members), self.plain + self.granted)
        return None


FORMULAS = (
    "of course",
    "certainly",
    "no doubt",
    "doubtless",
    "undoubtedly",
    "admittedly",
    "granted",
    "it is true",
    "it's true",
    "to be sure",
    "i confess",
    "all very well",
)
