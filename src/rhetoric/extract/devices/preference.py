"""Corrections that choose: 'X rather than Y', 'instead of X, Y' and 'less X than Y'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhetoric.extract.devices.members import CUTS, FRAMES, back, end, parts, trimmed
from rhetoric.extract.devices.words import kind
from rhetoric.extract.finder import Figure
from rhetoric.extract.prose import Prose, Sentence


def choices(
    prose: Prose, sentence: Sentence, rows: Sequence[int], preferred: float, replaced: float
) -> Iterator[Figure]:
    """Yield 'X rather than Y', 'instead of X, Y' and 'less X than Y'; `rows` are each 'than' and 'instead', the others scores."""
    words = prose.words
    for n in rows:
        if n + 2 >= sentence.last:
            continue
        if words[n] == "instead":
            if words[n + 1] == "of":
                yield choice(prose, sentence, n, n + 2, preferred)
        elif n > sentence.first and words[n - 1] == "rather":
            yield choice(prose, sentence, n - 1, n + 1, preferred)
        elif figure := less(prose, sentence, n, replaced):
            yield figure


def choice(prose: Prose, sentence: Sentence, n: int, after: int, score: float) -> Figure:
    """Return 'X rather than Y', or 'instead of Y, X' where the words open a clause."""
    words = prose.words
    last = end(prose, after + 1, sentence.last, 20, CUTS)
    rule = f"{words[n]} {words[n + 1]}"
    stop = trimmed(prose, sentence.first, n)
    first = back(prose, sentence.first, stop, 10, CUTS)
    if n - first < 2 and last < sentence.last - 2 and words[last] == ",":
        members = (n, last), (last + 1, end(prose, last + 2, sentence.last, 30))
        if prose.is_word[last + 1]:
            return Figure(sentence.doc, rule, parts(prose, *members), score)
    members = ((first, stop), (n, last)) if first < stop else ((n, after), (after, last))
    return Figure(sentence.doc, rule, parts(prose, *members), score)


def less(prose: Prose, sentence: Sentence, n: int, score: float) -> Figure | None:
    """Return 'less X than Y' with 'than' at `n`, if X and Y open with the same small word."""
    words = prose.words
    first = next((k for k in range(n - 2, max(sentence.first, n - 9), -1) if words[k] == "less"), -1)
    if first < 0 or words[first - 1] == "no" or words[first + 1] not in FRAMES or words[n + 1] not in FRAMES:
        return None
    if kind(words[first + 1]) != kind(words[n + 1]) or words[n + 1] in ("that", "this", "those"):
        return None
    members = (first, n), (n, end(prose, n + 2, sentence.last, 12, CUTS))
    return Figure(sentence.doc, "less ... than", parts(prose, *members), score)
