"""What is set off from the text around it: the words between quotation marks, and sentences of a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhetoric.extract.devices.words import DASHES
from rhetoric.extract.prose import Prose, Sentence

MARKS = frozenset(('"', "'", "“", "”", "‘", "’", "``", "''", "`", "«", "»"))
BULLETS = frozenset("*•·¥") | DASHES
STOPS = frozenset((".", "!", ","))


def line(prose: Prose, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens of a sentence without bullets and marks around it and the stop at its end, half-open."""
    first, last = sentence.first, sentence.last
    while first < last and (prose.words[first] in BULLETS or prose.words[first] in MARKS):
        first += 1
    while last > first and (prose.words[last - 1] in STOPS or prose.words[last - 1] in MARKS):
        last -= 1
    return first, last


def marked(prose: Prose, sentence: Sentence, marks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield what stands between quotation marks in a sentence, without stops at its end, half-open.

    Words that are called out may end their sentence within the marks: there the closing mark is not waited for.
    """
    words, past = prose.words, sentence.first
    for n in marks:
        if n < past or not opening(prose, sentence, n):
            continue
        last = next((k for k in marks if k > n), sentence.last)
        if last == sentence.last and words[last - 1] != "!":
            continue
        past, end = last, last
        while end > n + 1 and words[end - 1] in STOPS:
            end -= 1
        if end > n + 1 and not (last < sentence.last and opening(prose, sentence, last)):
            yield n + 1, end


def opening(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether a quotation mark opens: a word follows at once, and nothing but a mark stands close before it."""
    if n + 1 >= sentence.last or not prose.is_word[n + 1] or prose.start[n + 1] != prose.end[n]:
        return False
    while n > sentence.first and prose.words[n - 1] in MARKS and prose.end[n - 1] == prose.start[n]:
        n -= 1
    return n == sentence.first or prose.end[n - 1] < prose.start[n]


def called_out(prose: Prose, sentence: Sentence, last: int) -> bool:
    """Return whether an exclamation mark follows the tokens that end at `last`."""
    return "!" in prose.words[last : min(last + 2, sentence.last)]


def titled(shown: Sequence[str], small: frozenset[str]) -> bool:
    """Return whether words are printed as a title is: two or more with a capital, and none without but small ones."""
    large = [w for w in shown if w.lower() not in small]
    return len(large) > 1 and all(w[0].isupper() for w in large)
