"""Polyptoton: a verb said again in another form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.weight import IRREGULAR, verb
from rhetoric.extract.devices.words import AUXILIARIES, closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose
from rhetoric.model.feature import Measured

JOINING = closed("and or but nor , ; - – — than as which that if")
PLAIN = closed(
    "have has had do does did is are was were be been being going say said says get gets got getting know knows knew known "
    "include includes included including"
)
HELPING = AUXILIARIES | closed(
    "to not never still now always ever i we you he she it they who what cannot all"
)


@dataclass(frozen=True)
class Polyptoton(Device):
    """Two forms of one verb with nothing but small words between them.

    Parameters
    ----------
    reach : int
        Tokens within which the second must follow.
    near : float
        The score.
    """

    reach: int = 6
    near: float = 0.6

    name: ClassVar[str] = "polyptoton"
    label: ClassVar[str] = "Polyptoton"
    definition: ClassVar[str] = (
        "A verb said again in another form: 'has gained and is daily gaining', 'as we forgive so we shall be forgiven'."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Quintilian, Institutio Oratoria 9.3.36-37.",
        "Fahnestock, Jeanne (1999). Rhetorical Figures in Science. New York: Oxford University Press, chapter 5.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only forms of one verb near each other count; nouns and adjectives of the same root are not looked for",
    )
    measured: ClassVar[Measured] = Measured(21, 21, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every such pair."""
        verbs = prose.rows(lambda w: w not in SMALL and w not in PLAIN and bool(root(w)))
        for sentence, rows in prose.holding(verbs, 2):
            for k in range(1, len(rows)):
                if self.answers(prose, sentence.first, rows[k - 1], rows[k]):
                    parts = [prose.span(n, n + 1) for n in rows[k - 1 : k + 1]]
                    yield Figure(sentence.doc, root(prose.words[rows[k]]), parts, self.near)

    def answers(self, prose: Prose, first: int, one: int, two: int) -> bool:
        """Return whether a verb is another form of the one before it; `first` is where their sentence begins."""
        words = prose.words
        if two - one > self.reach or words[one] == words[two] or root(words[one]) != root(words[two]):
            return False
        between = words[one + 1 : two]
        if any(w not in SMALL and w not in JOINING and not w.endswith("ly") for w in between):
            return False
        before = words[one - 1] if one > first else ""
        if not (before in HELPING or before.endswith("ly")) or JOINING.isdisjoint(between):
            return False
        return words[two - 1] in HELPING | JOINING or words[two - 1].endswith("ly")


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """Return the bare root of a verb, as far as its forms share one, or ``''`` where a word is no verb that is known."""
    if not word.isalpha() or len(word) < 3:
        return ""
    form = verb(word)
    if not form:
        return ""
    stem = IRREGULAR.get(word, word)
    for ending in {"ing": ("ing",), "ed": ("ied", "ed"), "s": ("ies", "es", "s")}.get(form, ()):
        if stem == word and word.endswith(ending):
            stem = word.removesuffix(ending)
            break
    stem = stem.removesuffix("e").removesuffix("y")
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
