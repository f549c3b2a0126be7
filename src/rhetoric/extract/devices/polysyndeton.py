"""Polysyndeton: members of a row that are all joined by 'and', or all by 'or'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rhetoric.extract.devices.clauses import Span, placed
from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.pieces import AND, Piece, breaks, pieces
from rhetoric.extract.devices.recurrences import chained
from rhetoric.extract.devices.threes import ASIDE, content, named, quality
from rhetoric.extract.devices.weight import verb, weight
from rhetoric.extract.devices.words import FUNCTION, kind
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured


@dataclass(frozen=True)
class Polysyndeton(Device):
    """Three members or more with the same conjunction before each but the first.

    Parameters
    ----------
    longest : int
        Words of a member between two conjunctions, at most.
    three, four, more : float
        Scores for three, four, and five members or more.
    """

    longest: int = 6
    three: float = 0.6
    four: float = 0.8
    more: float = 0.95

    name: ClassVar[str] = "polysyndeton"
    label: ClassVar[str] = "Polysyndeton"
    definition: ClassVar[str] = (
        "Three or more members in a row with 'and', or 'or', before each but the first."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.50-54.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 686-687.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "members of several words count only if all open alike, single words only if they are of one sort",
    )
    measured: ClassVar[Measured] = Measured(28, 50, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences in which a conjunction comes again soon."""
        return chained(lines, self.longest)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every row."""
        joints = prose.rows_of(frozenset(("and", "or")))
        cuts = breaks(prose)
        for sentence, _ in prose.holding(joints, 2):
            row = pieces(prose, sentence, cuts.within(sentence.first, sentence.last))
            for run in self.runs(prose, row):
                if found := self.row(prose, sentence, run):
                    yield placed(prose, found)

    def runs(self, prose: Prose, row: Sequence[Piece]) -> Iterator[list[Piece]]:
        """Yield the pieces of a sentence that the same conjunction joins, three or more in a row."""
        run: list[Piece] = list(row[:1])
        word = ""
        for left, right in pairwise(row):
            joint = prose.words[right.first - 1] if left.after == AND else ""
            if joint and joint == word and len(left) <= self.longest:
                run.append(right)
                continue
            if len(run) > 2:
                yield run
            run, word = ([left, right], joint) if joint else ([right], "")
        if len(run) > 2:
            yield run

    def row(self, prose: Prose, sentence: Sentence, run: Sequence[Piece]) -> Figure | None:
        """Return the members that some pieces hold as a figure, if they are one."""
        words = prose.words
        middle = run[1:-1]
        size = max(map(len, middle))
        members: list[Span] = [(p.first, p.last) for p in middle]
        members = [begun(prose, run[0], size, words[members[0][0]]), *members, ended(prose, run[-1], size)]
        if any(a >= b for a, b in members) or not all(content(prose, *m) for m in members):
            return None
        if named(prose, members, sentence.first):
            return None
        first = [words[a] for a, _ in members]
        if len({kind(w) for w in first}) > 1:
            return None
        alike = len(set(first)) == 1
        if not alike and not (size == 1 and even(prose, members, run[-1].last)):
            return None
        score = {3: self.three, 4: self.four}.get(len(members), self.more)
        joint = words[members[1][0] - 1]
        return Figure(sentence.doc, f"{joint} ... {joint}", members, score)


def even(prose: Prose, members: Sequence[Span], last: int) -> bool:
    """Return whether single words are of one sort, and no more of the last one's phrase follows before `last`."""
    words = [prose.words[a] for a, _ in members]
    after = members[-1][1]
    if (
        not (after == last or prose.words[after] in SMALL)
        or len(set(words)) < len(words)
        or words[-1].endswith("ly")
        or words[-1] in ASIDE | SMALL
    ):
        return False
    if (verb(words[-1]) in ("s", "ing") and not verb(words[0])) or (
        quality(words[-1]) and not any(map(quality, words[:-1]))
    ):
        return False
    weighty = sum(map(weight, words)) >= 2 * len(words) / 3
    return weighty or len(words) > 3 or (len({verb(w) for w in words}) == 1 and verb(words[0]) != "")


def begun(prose: Prose, left: Piece, size: int, opener: str) -> Span:
    """Return the first member: from the word that the second opens with, or after the last small word."""
    words = prose.words
    low = max(left.first, left.last - size - 3)
    for n in range(left.last - 1, low - 1, -1):
        if words[n] == opener:
            return n, left.last
    if opener in FUNCTION:
        return next(
            ((n, left.last) for n in range(left.last - 1, low - 1, -1) if kind(words[n]) == kind(opener)),
            (0, 0),
        )
    start = next((n + 1 for n in range(left.last - 1, low - 1, -1) if words[n] in FUNCTION), low)
    return max(start, left.last - size), left.last


def ended(prose: Prose, right: Piece, size: int) -> Span:
    """Return the last member: as long as the others, or up to the next small word."""
    n = right.first
    while n < right.last and prose.words[n] in FUNCTION:
        n += 1
    while n < right.last and n - right.first < size and prose.words[n] not in FUNCTION:
        n += 1
    return right.first, n
