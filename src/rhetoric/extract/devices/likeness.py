"""How alike two stretches of words are built, told from their small words and endings without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rhetoric.extract.devices.words import FUNCTION, closed, ending, kind

MOST = 25  # words of a stretch that are compared
SMALL = FUNCTION | closed(
    "not never no too as so more less most least only also very even just now then to than must let ever"
)
SAME, LIKE, BOTH = 1.0, 0.6, 0.4


@lru_cache(maxsize=1 << 16)
def sort(word: str) -> tuple[bool, str]:
    """Return whether a word is one of content, and its class: of small words their kind, of others their ending."""
    if word in SMALL:
        return False, kind(word) or word
    return True, "#" if word[:1].isdigit() else ending(word)


def match(one: str, other: str) -> float:
    """Return how well one word answers to another, 0 to 1."""
    if one == other:
        return SAME
    a, b = sort(one), sort(other)
    if a[0] != b[0]:
        return 0.0
    if a[1] == b[1] and a[1]:
        return LIKE
    return BOTH if a[0] else 0.0


def likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """Return how much of two stretches answers to each other in order, as a share of the longer one.

    `match` is written out here, as it would be called for every pair of words.
    """
    left, others = left[:MOST], [(word, *sort(word)) for word in right[:MOST]]
    above = [0.0] * (len(others) + 1)
    for one in left:
        content, like = sort(one)
        row = [0.0]
        value = corner = 0.0
        for n, (other, full, ending_) in enumerate(others, 1):
            over = above[n]
            if over > value:
                value = over
            if one == other:
                met = corner + SAME
            elif content != full:
                met = 0.0
            elif like == ending_ and like:
                met = corner + LIKE
            else:
                met = corner + BOTH if content else 0.0
            if met > value:
                value = met
            row.append(value)
            corner = over
        above = row
    return above[-1] / max(len(left), len(others), 1)


def most_alike(left: Sequence[str], right: Sequence[str]) -> float:
    """Return how alike two stretches can be at most, by their lengths."""
    a, b = min(len(left), MOST), min(len(right), MOST)
    return min(a, b) / max(a, b, 1)


def repeated(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two stretches share in the same order."""
    left, right = left[:MOST], right[:MOST]
    above = [0] * (len(right) + 1)
    for one in left:
        row = [0]
        for n, other in enumerate(right):
            row.append(above[n] + 1 if one == other else max(above[n + 1], row[n]))
        above = row
    return above[-1]
