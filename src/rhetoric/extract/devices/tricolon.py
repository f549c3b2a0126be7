"""Tricolon: three parallel members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.anaphora import Anaphora
from rhetoric.extract.devices.clauses import Span, once, placed
from rhetoric.extract.devices.pieces import AND, COMMA, END, Piece, breaks, joints, pieces
from rhetoric.extract.devices.threes import (
    ASIDE,
    ENDS,
    LONG,
    OWNING,
    RAISING,
    SIZE,
    acts,
    clausal,
    comparing,
    content,
    goes_on,
    head,
    leads_in,
    longest,
    named,
    quality,
    spans,
    uneven,
)
from rhetoric.extract.devices.weight import weight
from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION, closed, ending, kind
from rhetoric.extract.finder import Device, Figure, best
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.model.feature import Measured

RULES = {(COMMA, AND): "a, b and c", (AND, AND): "a and b and c", (COMMA, COMMA): "a, b, c"}
ARTICLES = closed("the a an this that these those")
BEING = closed("be is are was were been being so very")
PEOPLE = closed("i you he she we they")
VERBS = {"base", "s", "ed", "ing", "auxiliary"}
PREFIXES = closed("un in im ir il dis non")
RELATIONAL = ("al", "ic", "ary", "an")


@dataclass(frozen=True)
class Tricolon(Device):
    """Three members of like shape joined as 'a, b and c', 'a and b and c', or 'a, b, c'.

    Parameters
    ----------
    least : float
        The score that is needed.
    base, equal, near : float
        What three members count for by themselves; what it adds that they have equally many words, or nearly.
    openers, articles : float
        What it adds that all open with the same word, or with the same article.
    weighty : float
        What three words of weight add, such as 'freedom', 'misery', 'fair'; fewer add less. See `weight`.
    qualities, predicates : float
        What three adjectives add that are not names of fields, as 'economic' is; what single words add after a form
        of 'be'.
    verbs, phrases : float
        What it adds that all three are verbs of one form; that all open with such a verb and go on.
    endings : float
        What three like endings add, half of it two; plurals do not count.
    polysyndeton, rising, fronted : float
        What it adds to be joined by 'and' twice; that the last opens with 'even' or the like; to open the sentence.
    owned, prefixes : float
        What a possessive before all three adds, as in 'their homes, families and lives'; a like negative prefix of all.
    clauses : float
        The score of three clauses or sentences that open alike.
    anaphora : float
        The score that these need as an anaphora.
    brief : int
        Tokens that each of these may have.
    """

    least: float = 0.6
    base: float = 0.2
    equal: float = 0.1
    near: float = 0.05
    openers: float = 0.35
    articles: float = 0.2
    weighty: float = 0.4
    qualities: float = 0.15
    predicates: float = 0.3
    verbs: float = 0.3
    phrases: float = 0.4
    endings: float = 0.1
    polysyndeton: float = 0.2
    rising: float = 0.1
    fronted: float = 0.1
    owned: float = 0.1
    prefixes: float = 0.1
    clauses: float = 0.8
    anaphora: float = 0.6
    brief: int = 16

    name: ClassVar[str] = "tricolon"
    version: ClassVar[int] = 2
    label: ClassVar[str] = "Tricolon"
    definition: ClassVar[str] = (
        "Exactly three members of like shape in a row; inventories of names, things and fields do not count."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.19.26.",
        "Atkinson, Max (1984). Our Masters' Voices: The Language and Body Language of Politics. London: Methuen.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "shape is judged by length, opening and ending of the members and by a list of verbs, without a parser",
        "whether a word weighs is told from its ending, a short list and VADER's lexicon; an inventory of weighty words counts",
        "of 40 finds in running debates, manifestos and speeches one reader judged 30 right; on windows kept for measuring "
        "6 of 9 finds were right and 6 of the 12 marks of two readers were found",
    )
    measured: ClassVar[Measured] = Measured(6, 10, 6, 12, on="windows kept for measuring")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every tricolon, of overlapping ones the best; three clauses may hold another."""
        return (placed(prose, figure) for figure in once(self, prose))

    def rows(self, prose: Prose) -> Iterator[Figure]:
        """Yield what `find` does, with tokens for parts."""
        commas, cuts = joints(prose), breaks(prose)
        inner: list[Figure] = []
        for figure in once(Anaphora(), prose):
            brief = max(b - a for a, b in figure.parts) <= self.brief
            names = named(prose, figure.parts, -1)
            if len(figure.parts) == 3 and brief and not names and figure.score >= self.anaphora:
                alike = Figure(figure.doc, f"three {figure.rule}", figure.parts, self.clauses)
                if figure.rule.startswith("sentences"):
                    yield alike
                else:
                    inner.append(alike)
        inner.sort(key=lambda f: f.parts[0][0], reverse=True)
        for sentence in prose.sentences:
            found = []
            while inner and inner[-1].parts[0][0] < sentence.last:
                found.append(inner.pop())
            if not sentence.heading and len(commas.within(sentence.first, sentence.last)) > 1:
                row = pieces(prose, sentence, cuts.within(sentence.first, sentence.last))
                found += [f for n in range(len(row) - 2) if (f := self.three(prose, sentence, row, n))]
            yield from best(found)

    def three(self, prose: Prose, sentence: Sentence, row: Sequence[Piece], n: int) -> Figure | None:
        """Return the tricolon that three pieces from the one at `n` make, if they do."""
        left, middle, right = row[n : n + 3]
        words, joined = prose.words, (left.after, middle.after)
        opener = words[middle.first]
        longest_ = LONG if opener in PEOPLE else SIZE
        if joined not in RULES or len(middle) > longest_ or ASIDE & {opener, words[right.first]}:
            return None
        if (
            n
            and left.before == AND
            and opener == words[right.first]
            and opener not in words[left.first : left.last]
        ):
            left, n = Piece(row[n - 1].first, left.last, row[n - 1].before, left.after), n - 1
        members = spans(prose, left, middle, right)
        clauses = [] if members or joined != (COMMA, AND) else clausal(prose, (left, middle, right))
        members = members or clauses
        if (
            not members
            or not all(content(prose, *m) for m in members)
            or named(prose, members, sentence.first)
        ):
            return None
        if opener in ARTICLES and not all(AUXILIARIES.isdisjoint(words[a:b]) for a, b in members):
            return None
        whole = members[0][0] == left.first
        if whole and left.before != END and not leads_in(prose, row[n - 1]):
            return None  # a fourth member stands before
        if members[2][1] == right.last and goes_on(prose, row[row.index(right) :][:2], joined):
            return None
        if joined[0] == joined[1] and len({b - a for a, b in members}) > 1:
            return None
        open_ended = joined == (AND, AND) and members[2][1] < right.last
        if longest(members) or any(uneven(prose, members, e) for e in ENDS[: 3 if open_ended else 1]):
            return None
        score = self.clauses if clauses else self.score(prose, members, joined)
        score += self.fronted if whole and left.first == sentence.first else 0.0
        score += self.owned if not whole and prose.words[members[0][0] - 1] in OWNING else 0.0
        if score < self.least:
            return None
        return Figure(sentence.doc, RULES[joined], members, round(min(1.0, score), 3))

    def score(self, prose: Prose, members: Sequence[Span], joined: tuple[int, int]) -> float:
        """Return how good a tricolon three members make."""
        words = prose.words
        sizes = [b - a for a, b in members]
        spread = max(sizes) - min(sizes)
        score = self.base + (self.equal if not spread else self.near if spread <= 2 else 0.0)
        first = [words[a + (words[a] in RAISING)] for a, _ in members]
        forms = {acts(words, a + (words[a] in RAISING), b) or kind(words[a]) for a, b in members}
        heads = [head(prose, *m) for m in members]
        if all(map(comparing, first)) or (first[0] in FUNCTION and len(set(heads)) == 1):
            score += self.openers
        elif len(set(first)) == 1:
            score += (
                self.articles
                if first[0] in ARTICLES
                else self.phrases
                if first[0] in PEOPLE
                else self.openers
            )
        elif len(forms) == 1 and forms <= VERBS and (max(sizes) == 1 or (sizes[1] > 1 and joined[0] != AND)):
            score += self.verbs if sizes[1] == 1 else self.phrases
        elif joined[0] == joined[1] and (joined[0] == COMMA or max(sizes) > 1):
            return 0.0
        if first[0] not in FUNCTION or len(set(first)) == 1:
            score += self.weighty * sum(map(weight, set(heads))) / 3
        if (
            max(sizes[:2]) == 1
            and words[members[0][0] - 1] in BEING
            and not any(ending(h) == "s" for h in heads)
        ):
            score += self.predicates
        elif all(map(quality, heads)) and sum(h.endswith(RELATIONAL) for h in heads) < 2:
            score += self.qualities
        last = [ending(h) for h in heads]
        alike = max((last.count(e) for e in last if e not in ("", "s")), default=0)
        score += {3: self.endings, 2: self.endings / 2}.get(alike, 0.0)
        score += self.prefixes if len({h[:2] for h in heads}) == 1 and heads[0][:2] in PREFIXES else 0.0
        score += self.polysyndeton if joined == (AND, AND) and max(sizes) == 1 else 0.0
        return score + (self.rising if words[members[2][0]] in RAISING else 0.0)
