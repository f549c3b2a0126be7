"""Alliteration: words close together that begin with the same consonant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

import numpy as np

from rhetoric.extract.devices.likeness import SMALL
from rhetoric.extract.devices.weight import weight
from rhetoric.extract.devices.words import closed
from rhetoric.extract.finder import Device, Figure
from rhetoric.extract.prose import Prose, Rows, Sentence
from rhetoric.model.feature import Measured

SILENT = (
    ("kn", "n"), ("gn", "n"), ("pn", "n"), ("wr", "r"), ("rh", "r"), ("ps", "s"), ("wh", "w"), ("ph", "f"), ("x", "z"),
    ("sch", "sk"), ("chr", "k"), ("chao", "k"), ("chem", "k"), ("chor", "k"), ("char", "ch"), ("sh", "sh"), ("th", "th"),
    ("ch", "ch"), ("st", "st"), ("sp", "sp"), ("sk", "sk"), ("q", "k"),
)  # fmt: skip
CHARACTER = ("charac", "charisma")
MUTE = ("hour", "honest", "honour", "honor", "heir", "hono")
ASPIRED = closed("who whom whose whole wholly wholesome")
HARD = ("get", "gift", "giv", "girl", "gear", "gild", "tig")
SOFT = "eiy"
JOINTS = closed("and or")
PASSED = SMALL | {","}


@dataclass(frozen=True)
class Alliteration(Device):
    """Three or more words of content in a phrase that begin with the same consonant, two of them coordinated.

    Parameters
    ----------
    gap : int
        Small words between two of them, at most.
    weighty : float
        How much the lighter of the two coordinated words must weigh; see `weight`.
    three, more : float
        Scores for three words, and for four or more.
    """

    gap: int = 1
    weighty: float = 0.5
    three: float = 0.6
    more: float = 0.8

    name: ClassVar[str] = "alliteration"
    label: ClassVar[str] = "Alliteration"
    definition: ClassVar[str] = (
        "Three or more words in a phrase that begin with the same consonant, two of them joined by 'and' or 'or'."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Rhetorica ad Herennium 4.12.18.",
        "Lausberg, Heinrich (1998). Handbook of Literary Rhetoric. Leiden: Brill, section 975 (homoeoprophoron).",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "sound is told from spelling, by rules for silent and soft letters, and stress is not known",
        "whether it is meant cannot be told: chance brings like words together too",
        "two words alone, and vowels, are not counted",
    )
    measured: ClassVar[Measured] = Measured(37, 42, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every row of such words."""
        sounds = [sound(form) for form in prose.forms]
        numbers = {s: n for n, s in enumerate(sorted({*sounds, ""}))}
        held = np.array([numbers[s] for s in sounds] or [0], np.int32)[prose.folded]
        codes = held.tolist()
        joints = 1 + np.flatnonzero(
            (held[:-2] != 0) & (held[:-2] == held[2:]) & prose.among(JOINTS)[prose.folded][1:-1]
        )
        for sentence, rows in prose.holding(Rows(joints.tolist())):
            if any(sentence.first < n < sentence.last - 1 for n in rows):
                yield from self.within(prose, sentence, codes)

    def within(self, prose: Prose, sentence: Sentence, codes: Sequence[int]) -> Iterator[Figure]:
        """Yield every row of a sentence; `codes` are the sounds of all tokens."""
        row: list[int] = []
        for n in range(sentence.first, sentence.last + 1):
            code = codes[n] if n < sentence.last else 0
            if code and row and code == codes[row[-1]] and n - row[-1] <= self.gap + 1:
                row.append(n)
            elif n == sentence.last or code or prose.words[n] not in PASSED:
                if len(row) > 2 and self.meant(prose, row):
                    score = self.three if len(row) == 3 else self.more
                    yield Figure(
                        sentence.doc, sound(prose.words[row[0]]), [prose.span(k, k + 1) for k in row], score
                    )
                row = [n] if code else []

    def meant(self, prose: Prose, row: Sequence[int]) -> bool:
        """Return whether different words, no names, hold two that are coordinated and weigh."""
        words = [prose.words[n] for n in row]
        if len({w[:4] for w in words}) < len(words) or sum(prose.shown[n][:1].isupper() for n in row) > 1:
            return False
        rows = list(pairwise(row))
        if all(b - a == 2 for a, b in rows) and {prose.words[a + 1] for a, _ in rows} <= {",", *JOINTS}:
            return even(*words)
        pairs = [
            (prose.words[a], prose.words[b]) for a, b in rows if b - a == 2 and prose.words[a + 1] in JOINTS
        ]
        return any(even(*pair) and self.weighs(*pair) for pair in pairs)

    def weighs(self, one: str, other: str) -> bool:
        """Return whether two coordinated words both weigh, and one of them fully."""
        light, heavy = sorted((weight(one), weight(other)))
        return light >= self.weighty and heavy == 1.0


def even(*words: str) -> bool:
    """Return whether words all have the ending of an adverb or of a participle, or none has."""
    return all(len({w.endswith(e) for w in words}) == 1 for e in ("ly", "ed", "ing"))


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Return the consonant that a word of content begins with as it sounds, or ``''``."""
    if (
        len(word) < 3
        or word in SMALL
        or not word.isascii()
        or not word.replace("-", "").replace("'", "").isalpha()
    ):
        return ""
    if word[0] in "aeiou" or word.startswith(MUTE):
        return ""
    if word in ASPIRED:
        return "h"
    if word.startswith(CHARACTER):
        return "k"
    for letters, heard in SILENT:
        if word.startswith(letters):
            return heard
    if word[0] == "c":
        return "s" if word[1] in SOFT else "k"
    if word[0] == "g":
        return "j" if word[1] in SOFT and not word.startswith(HARD) else "g"
    return word[0]
