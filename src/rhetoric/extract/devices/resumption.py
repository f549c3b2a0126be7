"""Corrections that say of the same subject what is so: 'it is not X; it is Y', 'I do not X, but I do Y'."""

from __future__ import annotations

from rhetoric.extract.devices.members import (
    BEING,
    CLOSING,
    CUTS,
    NOMINAL,
    STOPS,
    SUBJECTS,
    back,
    denies,
    end,
    opened,
    opening,
    parts,
    split,
    telling,
    trimmed,
)
from rhetoric.extract.devices.words import QUESTION_WORDS, closed
from rhetoric.extract.finder import Figure
from rhetoric.extract.prose import Prose, Sentence

MODAL = closed("will shall must can would should")
PERSONAL = closed("i you he she it we they there")
SUBORDINATE = QUESTION_WORDS | closed("that whether if because when until")
APART = SUBORDINATE - {"that"}  # what opens so is no main clause
AGAIN = 32  # tokens from a denial to the clause that says of the same subject what is so
BEFORE = 12  # tokens before a denial in which its clause begins


def resumes(prose: Prose, sentence: Sentence, n: int, score: float) -> Figure | None:
    """Return 'it is not X; it is Y' and 'I do not X, but I do Y' from the negator `n`, with its score."""
    words = prose.words
    limit = min(n + AGAIN, sentence.last - 2)
    for cut in range(n + 2, limit):
        word = words[cut]
        if word in CLOSING:
            return None
        if word in STOPS or (word == "," and words[cut + 1] != "but") or word == "but":
            first = back(prose, sentence.first, n, BEFORE, CUTS)
            if same_said(prose, (first, n, cut), (cut + 1, sentence.last), word):
                last = end(prose, cut + 1, sentence.last, 30)
                members = (first, trimmed(prose, n + 1, cut)), (cut if word == "but" else cut + 1, last)
                return Figure(sentence.doc, f"not ... {word}", parts(prose, *members), score)
            if word != ",":
                return None
    return None


def same_said(prose: Prose, denial: tuple[int, int, int], after: tuple[int, int], joint: str) -> bool:
    """Return whether the clause `after` says of the same subject what is so, where `denial` says what is not.

    `denial` are the beginning of a clause, its negator and its end.
    """
    first, n, cut = denial
    words = prose.words
    heads = prose.openers(*after, 10)
    one, two = opening(prose, first, cut), opened(words[n] for n in heads[:3])
    if len(heads) < 3 or len(one) < 2 or len(two) < 2:
        return False
    if one[0] != "do" and two[0] not in SUBJECTS and two[0] not in NOMINAL:
        return False
    if words[heads[0]] in APART or any(denies(words[k]) for k in heads):
        return False

    def shared() -> bool:
        told = telling(prose, heads[0], heads[-1] + 1)
        return not told.isdisjoint(telling(prose, n + 1, cut))

    if one[0] == "do":
        return joint != "," and shared()
    same = one[0] == two[0] and one[0] in SUBJECTS
    nominal = one[0] not in PERSONAL and two[0] in NOMINAL and joint != "but"
    if not (same or nominal):
        return False
    verb = words[n].removesuffix("n't") if words[n] != "not" else split(words[n - 1])[-1] if n > first else ""
    being = two[1] in BEING and verb in BEING
    if joint == ",":
        return same and being and one[1] == two[1]
    if joint == "but":
        return same and one[1] == two[1] and shared()
    brief = same and one[1] == two[1] and one[1] in MODAL and max(cut - first, after[1] - after[0]) <= 8
    return being or brief or (same and shared())
