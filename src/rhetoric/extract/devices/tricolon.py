"""Tricolon: three parallel members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.figure import Device, Figure, best
from rhetoric.extract.devices.prose import Prose, Sentence
from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION, PREPOSITIONS, PRONOUNS, ending, kind

COMMA, AND, END = 1, 2, 3
RULES = {(COMMA, AND): "a, b and c", (AND, AND): "a and b and c", (COMMA, COMMA): "a, b, c"}
VERBAL = AUXILIARIES | PRONOUNS
CARRYING = PREPOSITIONS - {"by"}


@dataclass(frozen=True, slots=True)
class Piece:
    """The words between two pauses of a sentence.

    Parameters
    ----------
    first, last : int
        Its tokens, half-open, all of them words.
    before, after : {COMMA, AND, END}
        What parts it from its neighbours: a comma, 'and' or 'or' with or without one, anything else.
    """

    first: int
    last: int
    before: int
    after: int

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True)
class Tricolon(Device):
    """Three members of like shape joined as 'a, b and c', 'a and b and c', or 'a, b, c'.

    Parameters
    ----------
    longest : int
        Words of the middle member, at most.
    least : float
        The score that is needed.
    base, equal, near, openers, classes, endings, polysyndeton : float
        What makes up the score: being three; having equally many words, or all but one; all opening with the same
        word, or the same class of word; ending alike (all three; half of it for two); being joined by 'and' twice.
    """

    longest: int = 6
    least: float = 0.6
    base: float = 0.35
    equal: float = 0.25
    near: float = 0.1
    openers: float = 0.3
    classes: float = 0.1
    endings: float = 0.25
    polysyndeton: float = 0.2

    name: ClassVar[str] = "tricolon"
    label: ClassVar[str] = "Tricolon"
    definition: ClassVar[str] = "Exactly three members of like shape in a row; lists of names do not count."
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.19.26.",
        "Atkinson, Max (1984). Our Masters' Voices: The Language and Body Language of Politics. London: Methuen.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "shape is judged by length, opening and ending of the members, without a parser",
        "a plain list of three things counts if they are of like shape",
        "three clauses or sentences that share no words are not found",
    )

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every tricolon, of overlapping ones the best."""
        joints = prose.rows({",", "and", "or"}.__contains__)
        breaks = prose.rows(lambda w: w in ("and", "or") or not any(map(str.isalnum, w)))
        for sentence in prose.sentences:
            if len(joints.within(sentence.first, sentence.last)) < 2:
                continue
            pieces = self.pieces(prose, sentence, breaks.within(sentence.first, sentence.last))
            found = [
                figure
                for n in range(len(pieces) - 2)
                if (figure := self.three(prose, sentence, pieces[n : n + 3], pieces[n - 1] if n else None))
            ]
            yield from best(found)

    def pieces(self, prose: Prose, sentence: Sentence, breaks: Sequence[int]) -> list[Piece]:
        """Return the pieces of a sentence; `breaks` are its marks, and each 'and' and 'or'."""
        spans: list[tuple[int, int]] = []
        parted = [END]
        first = sentence.first
        for n in [*breaks, sentence.last]:
            word = prose.words[n] if n < sentence.last else ""
            cut = COMMA if word == "," else AND if word in ("and", "or") else END
            if n > first:
                spans.append((first, n))
                parted.append(cut)
            else:
                parted[-1] = max(parted[-1], cut)
            first = n + 1
        parted[-1] = END
        return [Piece(a, b, parted[n], parted[n + 1]) for n, (a, b) in enumerate(spans)]

    def three(
        self, prose: Prose, sentence: Sentence, pieces: Sequence[Piece], prior: Piece | None
    ) -> Figure | None:
        """Return the tricolon that three pieces make, if they do."""
        left, middle, right = pieces
        joints = left.after, middle.after
        if joints not in RULES or len(middle) > self.longest:
            return None
        words = prose.words
        shape = kind(words[middle.first])
        if kind(words[right.first]) != shape:
            return None
        start = self.start(prose, left, middle, shape)
        stop = self.stop(prose, right, middle, max(len(middle), left.last - start))
        if start < 0 or stop <= right.first:
            return None
        members = [(start, left.last), (middle.first, middle.last), (right.first, stop)]
        if start == left.first and left.before != END and not self.leads_in(prose, prior):
            return None
        longer = right.after == joints[1] or (joints[1] == COMMA and right.after == AND)
        if joints != (COMMA, AND) and longer and stop == right.last:
            return None
        if joints == (COMMA, COMMA) and not self.echoes(prose, members):
            return None
        if joints == (AND, AND) and not self.even(prose, members, right):
            return None
        if shape != "pronoun" and any(words[n] in VERBAL for n in range(middle.first + 1, middle.last)):
            return None
        if not all(content(prose, *m) for m in members) or named(prose, members, sentence.first):
            return None
        score = self.score(prose, members, shape) + (self.polysyndeton if joints[0] == AND else 0.0)
        if score < self.least:
            return None
        return Figure(
            sentence.doc, RULES[joints], [prose.span(*m) for m in members], round(min(1.0, score), 3)
        )

    def start(self, prose: Prose, left: Piece, middle: Piece, shape: str) -> int:
        """Return where the first member begins: at the like opening word, or after the last small word."""
        words, reach = prose.words, max(left.first, left.last - len(middle) - 3)
        if shape:
            like = [n for n in range(reach, left.last) if kind(words[n]) == shape]
            same = [n for n in like if words[n] == words[middle.first]]
            return (same or like or [-1])[-1] if shape != "pronoun" else (same or like or [-1])[0]
        small = [n for n in range(reach, left.last) if words[n] in FUNCTION]
        if small:
            return small[-1] + 1 if small[-1] + 1 < left.last else -1
        return left.first if len(left) <= len(middle) + 2 else left.last - len(middle)

    def stop(self, prose: Prose, right: Piece, middle: Piece, size: int) -> int:
        """Return where the last member ends: with its piece, or before the clause that hangs on it."""
        words = prose.words
        carrying = {words[n] for n in range(middle.first, middle.last)} & CARRYING
        n = right.first
        while n < right.last and words[n] in FUNCTION and kind(words[n]):
            n += 1
        while n < right.last and n - right.first < size + 1:
            if words[n] in FUNCTION and words[n] not in carrying:
                break
            n += 1
        if (
            n < right.last
            and words[n] in PREPOSITIONS
            and words[n - 1].endswith("ed")
            and n - 1 > right.first
        ):
            n -= 1
        while n > right.first and words[n - 1] in FUNCTION and n < right.last:
            n -= 1
        return n

    def leads_in(self, prose: Prose, prior: Piece | None) -> bool:
        """Return whether the piece before the first member only leads up to it, as 'In Richmond,' does."""
        if prior is None or prior.before != END or len(prior) > 4:
            return False
        word = prose.words[prior.first]
        return word in PREPOSITIONS or word.endswith("ly") or word in ("so", "then", "now", "but", "here")

    def echoes(self, prose: Prose, members: Sequence[tuple[int, int]]) -> bool:
        """Return whether three members without 'and' are of one length and share their first or their last word."""
        if len({b - a for a, b in members}) > 1 or members[0][1] - members[0][0] < 2:
            return False
        ends = {prose.words[b - 1] for _, b in members}
        return len({prose.words[a] for a, _ in members}) == 1 or len(ends) == 1

    def even(self, prose: Prose, members: Sequence[tuple[int, int]], right: Piece) -> bool:
        """Return whether 'a and b and c' has one joint, and members of one length that nothing hangs on."""
        words = prose.words
        joints = {words[members[1][0] - 1], words[members[2][0] - 1]}
        stop = members[2][1]
        whole = stop == right.last or words[stop] in FUNCTION
        return len(joints) == 1 and whole and len({b - a for a, b in members}) == 1

    def score(self, prose: Prose, members: Sequence[tuple[int, int]], shape: str) -> float:
        """Return how alike three members are."""
        sizes = [b - a for a, b in members]
        spread = max(sizes) - min(sizes)
        score = self.base + (self.equal if not spread else self.near if spread == 1 else 0.0)
        if len({prose.words[a] for a, _ in members}) == 1:
            score += self.openers
        elif shape:
            score += self.classes
        last = [ending(prose.words[b - 1]) for _, b in members]
        alike = max(last.count(e) for e in last if e) if any(last) else 0
        return score + (self.endings if alike == 3 else self.endings / 2 if alike == 2 else 0.0)


def content(prose: Prose, first: int, last: int) -> bool:
    """Return whether a member holds a word that means something, and no figures."""
    words = prose.words[first:last]
    return any(w not in FUNCTION for w in words) and not any(w[0].isdigit() for w in words)


def named(prose: Prose, members: Sequence[tuple[int, int]], sentence: int) -> bool:
    """Return whether two members or more are names; a capital that opens the sentence says nothing."""
    count = 0
    for first, last in members:
        rows = [n for n in range(first, last) if prose.words[n] not in FUNCTION and n > sentence]
        count += bool(rows) and all(prose.shown[n][:1].isupper() for n in rows)
    return count > 1
