"""Asyndeton: members of a row with no conjunction before the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar

from rhetoric.extract.devices.clauses import Span, placed
from rhetoric.extract.devices.likeness import likeness
from rhetoric.extract.devices.pieces import AND, COMMA, Piece, breaks, pieces
from rhetoric.extract.devices.recurrences import rowed
from rhetoric.extract.devices.threes import content, named, quality
from rhetoric.extract.devices.weight import verb, weight
from rhetoric.extract.devices.words import DETERMINERS, FUNCTION, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.lines import Lines
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.columns import Bools
from rhetoric.model.feature import Measured

ASIDE = closed("including such especially particularly notably namely indeed however which said says for")
REACH = 25  # words after the last member in which an 'and' with one more is looked for


@dataclass(frozen=True)
class Asyndeton(Device):
    """Three members or more, divided by commas or semicolons only.

    Parameters
    ----------
    longest : int
        Words of a member, at most.
    least : float
        How alike neighbours must be, on average; see `likeness`.
    words, phrases : float
        Scores for single words; for phrases and clauses that open alike.
    """

    longest: int = 9
    least: float = 0.3
    words: float = 0.6
    phrases: float = 0.7

    name: ClassVar[str] = "asyndeton"
    version: ClassVar[int] = 2
    label: ClassVar[str] = "Asyndeton"
    definition: ClassVar[str] = (
        "Three or more members in a row with no conjunction between them, not even before the last."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.50-54.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, sections 709-711.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "members of several words count only if they open alike, single words only if they are of one sort",
    )
    measured: ClassVar[Measured] = Measured(20, 26, on="Hansard and other political prose")

    def places(self, lines: Lines) -> Bools:
        """Return the sentences with pieces in a row that open alike, or a single word, between commas."""
        return rowed(lines)

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every row."""
        joints = prose.rows_of(frozenset((",", ";")))
        cuts = breaks(prose)
        for sentence, _ in prose.holding(joints, 2):
            row = pieces(prose, sentence, cuts.within(sentence.first, sentence.last))
            for run in runs(row):
                found = [*self.openings(prose, run), self.singles(prose, run)]
                for members in found:
                    if (
                        len(members) > 2
                        and not joined(prose, members, row)
                        and self.fits(prose, members, sentence)
                    ):
                        score = self.words if members is found[-1] else self.phrases
                        yield placed(prose, Figure(sentence.doc, f"{len(members)} members", members, score))

    def openings(self, prose: Prose, run: Sequence[Piece]) -> Iterator[list[Span]]:
        """Yield the members of several words that open alike, three or more in a row."""
        words = prose.words
        for opener, same in groupby(run, key=lambda piece: words[piece.first]):
            members = [(p.first, p.last) for p in same]
            size = members[-1][1] - members[-1][0]
            before = next((p for p in reversed(run) if p.last < members[0][0]), None)
            if opener in ASIDE or opener in DETERMINERS or size < 2:
                continue
            if before:
                at = next((n for n in range(before.last - 2, before.first, -1) if words[n] == opener), -1)
                members = (
                    [(at, before.last), *members] if at > 0 and before.last - at <= 2 * size + 1 else members
                )
            if (
                len(members) > 2
                and max(b - a for a, b in members) <= self.longest
                and self.alike(prose, members)
            ):
                yield members

    def fits(self, prose: Prose, members: Sequence[Span], sentence: Sentence) -> bool:
        """Return whether members tell something and are no names."""
        return all(content(prose, *m) for m in members) and not named(prose, members, sentence.first)

    def alike(self, prose: Prose, members: Sequence[Span]) -> bool:
        """Return whether members are built alike."""
        rows = [prose.words[a:b] for a, b in members]
        return sum(likeness(a, b) for a, b in pairwise(rows)) / (len(rows) - 1) >= self.least

    def singles(self, prose: Prose, run: Sequence[Piece]) -> list[Span]:
        """Return the single words at the end of a row, if they are all qualities, or all verbs of one form, or weigh."""
        words = prose.words
        members: list[Span] = []
        last = run[-1]
        before = len(last) > 1  # the qualities of a noun that follows: 'good, clean, healthy stock'
        if before and (len(last) > 4 or words[last.first + 1] in FUNCTION):
            return []
        members.append((last.first, last.first + 1))
        for piece in reversed(run[:-1]):
            members.append((piece.last - 1, piece.last))
            if len(piece) > 1:
                break
        said = [words[a] for a, _ in members]
        if len(set(said)) < len(said) or any(w in FUNCTION or w.endswith("ly") for w in said):
            return []
        if before:
            return members[::-1] if all(map(quality, said)) and any(weight(w) == 1.0 for w in said) else []
        forms = {verb(w) for w in said}
        like = (
            all(map(quality, said))
            or (len(forms) == 1 and "" not in forms)
            or all(weight(w) == 1.0 for w in said)
        )
        return members[::-1] if like else []


def joined(prose: Prose, members: Sequence[Span], row: Sequence[Piece]) -> bool:
    """Return whether 'and' and a last member follow some members in a sentence; `row` are its pieces."""
    first, end = members[-1]
    last = next(p for p in row if p.last >= end)
    if last.last == end and last.after == AND:
        return True
    later = [p for p in row if end <= p.first <= end + REACH and p.before == AND]
    return any(prose.words[p.first] == prose.words[first] for p in later)


def runs(row: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield three or more pieces with commas between them, up to a stop or a conjunction."""
    first = 0
    for n, piece in enumerate(row):
        if piece.after == COMMA:
            continue
        if n - first >= 2:
            yield row[first : n + 1]
        first = n + 1
