"""Where the two sides of an opposition begin and end: phrases that answer to each other, clauses that are most alike in length."""

from __future__ import annotations

from rhetoric.extract.devices.hinges import Hinge
from rhetoric.extract.devices.members import STOPS, denies, trimmed
from rhetoric.extract.devices.words import CONJUNCTIONS, closed, kind
from rhetoric.extract.prose import Prose, Sentence

Span = tuple[int, int]
LONGEST = 32  # tokens of a side, at most
PHRASE = 12  # tokens of a phrase that is put beside another, at most
SAME = 0.5  # how much of a difference in length may be made up for by the same opening
CUTS = STOPS | {","}
PHRASAL = frozenset(
    (
        ", not",
        "not",
        "but not",
        "rather than",
        "instead of",
        "both",
        "than",
        "as well as",
        "without",
        "replaced",
    )
)
SUBORDINATE = closed(
    "that which who whom whose where when because if as while although though unless until so but since"
)
PARTING = closed("that which who whom whose when because if although though whether said")
TRAILING = closed("because when if although though which who while whereas unless since")


def phrases(prose: Prose, sentence: Sentence, stop: int, hinge: Hinge) -> tuple[Span, Span]:
    """Return a phrase after a hinge, to its pause, and what it answers to before the hinge: from a word that opens like it, or as long."""
    words = prose.words
    first = hinge.last + denies(words[hinge.last])
    limit = min(sentence.last, first + PHRASE)
    last = min(first + 1, sentence.last)
    while last < limit and words[last] not in CUTS and words[last] not in SUBORDINATE:
        last += 1
    size = max(1, last - first)
    head = words[first] if first < sentence.last else ""
    sort = kind(head)
    best, start = -9.0, stop - 1
    for n in range(stop - 1, max(sentence.first, stop - 2 * size - 4) - 1, -1):
        if words[n] in CUTS:
            break
        fit = 2.0 * (words[n] == head) + (sort != "" and kind(words[n]) == sort) - abs(stop - n - size) / size
        if fit > best:
            best, start = fit, n
    return (start, stop), (hinge.last, trimmed(prose, hinge.last, last))


def evened(
    prose: Prose, begin: int, stop: int, from_: int, first: int, last: int, upto: int
) -> tuple[Span, Span]:
    """Return the sides before `stop` and after `first` that are most alike in length, with `from_` and `upto` inside.

    They reach from pause to pause; the first may also begin in the middle of a clause, where it opens like the second.
    """
    words = prose.words
    head = next((w for w in words[first : min(last, first + 2)] if w not in CONJUNCTIONS), "")
    starts, ends = [], []
    lower = max(begin, stop - LONGEST)
    for n in range(stop - 2, lower - 2, -1):
        cut = n < lower or words[n] in CUTS
        if n < from_ and (cut or words[n] in PARTING or words[n + 1] == head):
            starts.append(n + 1)
        if cut and n >= begin and words[n] in STOPS:
            break
    upper = min(last, first + LONGEST)
    for n in range(first + 1, upper + 1):
        if n >= upto and (n == upper or words[n] in CUTS or (words[n] in TRAILING and n > first + 2)):
            ends.append(n)
        if n < upper and words[n] in STOPS:
            break
    _, start, end = min(
        ((max(stop - a, b - first) + 2) / (min(stop - a, b - first) + 2) - SAME * (words[a] == head), a, b)
        for a in starts or [max(begin, min(from_, stop - 1))]
        for b in ends or [min(upto, last)]
    )
    return (start, stop), (first, trimmed(prose, first, end))


def beginning(prose: Prose, left: Span, at: int, size: int) -> int:
    """Return where the side before small words begins: at most so many tokens before its contrary word."""
    n = at
    while n > left[0] and at - n < size and prose.words[n - 1] not in CUTS:
        n -= 1
    return n


def opener(prose: Prose, first: int, last: int) -> str:
    """Return the first word of a clause, an 'and' or the like passed over."""
    word = prose.words[first]
    if prose.is_word[first] and word not in CONJUNCTIONS:
        return word
    some = [prose.words[n] for n in prose.openers(first, last, 2)]
    return some[-1] if some[:1] and some[0] in CONJUNCTIONS else (some or [""])[0]
