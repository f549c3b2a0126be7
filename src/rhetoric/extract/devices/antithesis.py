"""Antithesis: two thoughts set against each other in balanced wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import ClassVar

from rhetoric.extract.devices.antithesissigns import build, group, signs
from rhetoric.extract.devices.hinges import SUBJECTS
from rhetoric.extract.devices.members import LIGHT, denies, stem
from rhetoric.extract.devices.oppositions import Opposition, oppositions
from rhetoric.extract.devices.ranking import Ranking, Signs, shipped
from rhetoric.extract.devices.sides import CUTS, Span
from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION
from rhetoric.extract.finder import Device, Figure, best_of_each
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured

BUILD = "built alike"
LEAD = 6  # tokens before what is opposed to 'not b' that are shown with it, where its clause begins there
NEEDY = frozenset(("turn", "mark", "sentences", "both"))  # what is none without a contrary or shared word


@dataclass(frozen=True)
class Antithesis(Device):
    """Pairs of stretches about a hinge, ranked by signs with weights that were fitted to readers' marks."""

    name: ClassVar[str] = "antithesis"
    version: ClassVar[int] = 6
    label: ClassVar[str] = "Antithesis"
    definition: ClassVar[str] = "Two contrary thoughts set against each other in balanced wording."
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.15.21.",
        "Fahnestock, Jeanne (1999). Rhetorical Figures in Science. New York: Oxford University Press, chapter 2.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "readers agree little on it: where one sees a figure, another sees a plain contrast of facts",
        "contrary words come from lists of the package's own; contrasts of other words are found only where a denial, a hinge, a word that comes "
        "twice or the build of the clauses shows them",
        "contrasts that nothing of the kind shows, and those that run over more than two sentences, are not found",
    )
    measured: ClassVar[Measured] = Measured(
        51, 78, 51, 117, on="windows of several readers, cross-validated, and windows for measuring"
    )

    def candidates(self, prose: Prose) -> Iterator[tuple[Figure, Signs]]:
        """Yield all that may be an antithesis, with what it shows: every sign by itself, and with the kind of opposition."""
        for found in oppositions(prose):
            shown = {**signs(prose, found), BUILD: build(prose, found)}
            name = group(found.rule)
            yield figure(prose, found, 0.0), shown | {f"{k} {name}": v for k, v in shown.items()}

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every antithesis, of overlapping ones the best."""
        return best_of_each(self.proposed(prose, shipped(self.name).least))

    def proposed(self, prose: Prose, least: float) -> Iterator[Figure]:
        """Yield every candidate that is as likely by its signs, overlapping ones too."""
        for found in oppositions(prose):
            if not found.pairs and group(found.rule) in NEEDY and not akin(prose.words, found):
                continue
            ranking = folded(group(found.rule))
            shown = signs(prose, found)
            most = ranking.odds(shown) + max(0.0, ranking.weights.get(BUILD, 0.0))
            if most < log(least / (1 - least)):
                continue  # not likely enough, however much the two are built alike
            score = ranking.score({**shown, BUILD: build(prose, found)})
            if score >= least:
                yield figure(prose, found, score)


@cache
def folded(name: str) -> Ranking:
    """Return the ranking of one kind of opposition: what a sign weighs by itself and with that kind, in one."""
    ranking = shipped(Antithesis.name)
    ending = f" {name}"
    weights: dict[str, float] = dict(ranking.weights)
    for sign, weight in ranking.weights.items():
        if sign.endswith(ending):
            plain = sign.removesuffix(ending)
            weights[plain] = weights.get(plain, 0.0) + weight
    return Ranking(ranking.base, weights, ranking.least)


def akin(words: Sequence[str], found: Opposition) -> bool:
    """Return whether two stretches open with the same word, or share a telling one."""
    if words[found.left[0]] == words[found.right[0]]:
        return True
    one, two = (
        {stem(w) for w in words[slice(*m)] if w not in LIGHT and len(w) > 2}
        for m in (found.left, found.right)
    )
    return not one.isdisjoint(two)


def figure(prose: Prose, found: Opposition, score: float) -> Figure:
    """Return an opposition as a find."""
    members = shown_as(prose, found)
    return Figure(found.sentence.doc, found.rule, [prose.span(*m) for m in members], score)


def shown_as(prose: Prose, found: Opposition) -> tuple[Span, Span]:
    """Return the two sides of an opposition as they are shown: with the words that join them, and no longer than they are opposed."""
    words = prose.words
    (first, stop), (after, last) = found.left, found.right
    if found.rule == ".":
        return (first, found.sentence.last), (after, found.last if last >= found.last - 1 else last)
    if group(found.rule) == "both":
        first = next(
            (n for n in range(first, max(found.sentence.first, first - 4) - 1, -1) if words[n] == "both"),
            first,
        )
    elif found.rule == "not but":
        denied = max((n for n in range(first, stop) if denies(words[n])), default=first)
        clause = words[after] in SUBJECTS or not AUXILIARIES.isdisjoint(
            words[after + 1 : min(after + 4, last)]
        )
        first = first if clause or words[denied] != "not" else denied
        after -= 1
    elif found.rule == ", not":
        begin = first
        while begin > max(found.sentence.first, first - LEAD) and words[begin - 1] not in CUTS:
            begin -= 1
        first = begin if begin == found.sentence.first or words[begin - 1] in CUTS else first
    elif found.rule in ("but", "but not", "yet", "whereas", "while"):
        after -= 1
    elif found.rule in ("rather than", "instead of"):
        after -= 2
    elif found.pairs and group(found.rule) == "link":
        m, n = found.pairs[-1].first, found.pairs[-1].second
        same = m > first and words[m - 1] == words[n - 1] and words[m - 1] not in FUNCTION
        first = m - 1 if same else first
    return (first, stop), (after, last)
