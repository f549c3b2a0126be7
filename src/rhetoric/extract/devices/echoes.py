"""The same telling word twice, near by, each time with another beside it: 'a raw deal, a fair deal', 'the power of scrutiny, the power of control'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from rhetoric.extract.devices.members import CUTS, LIGHT, trimmed
from rhetoric.extract.devices.words import closed
from rhetoric.extract.prose import Prose, Sentence

REACH = 16  # tokens from one to the other, at most
BEFORE = 4  # tokens that are taken with the first, at least as many as the second has before it
AFTER = 9  # tokens that are taken with the second, at most
BESIDE = ("of", "in", "for", "to", "from", "with", "without", "by")
JOINING = closed("and or but not than to into without from as")
ENDING = closed("and but which that who")
Span = tuple[int, int]


def echoes(prose: Prose) -> Iterator[tuple[int, int]]:
    """Yield the tokens of words that come twice, near by."""
    tokens = np.array(prose.rows(tells).tokens, np.int64)
    forms = prose.folded[tokens]
    order = np.lexsort((tokens, forms))
    tokens, forms = tokens[order], forms[order]
    apart = tokens[1:] - tokens[:-1]
    near = (forms[:-1] == forms[1:]) & (apart <= REACH) & (apart > 1)
    yield from zip(tokens[:-1][near].tolist(), tokens[1:][near].tolist(), strict=True)


def tells(word: str) -> bool:
    """Return whether a word tells something."""
    return len(word) > 3 and word.isalpha() and word not in LIGHT


def told_apart(words: Sequence[str], sentence: Sentence, m: int, n: int) -> bool:
    """Return whether a word that comes twice in a sentence has another beside it each time: one of content before it, or one after the same small word."""
    if n >= sentence.last:
        return False
    one, two = words[m - 1], words[n - 1]
    content = all(w[0].isalnum() and w not in LIGHT for w in (one, two))
    return (m > sentence.first and one != two and content) or followed(words, sentence, m, n)


def followed(words: Sequence[str], sentence: Sentence, m: int, n: int) -> bool:
    """Return whether the same small word and then others stand after."""
    if n + 2 >= sentence.last or m + 2 >= n:
        return False
    return words[m + 1] == words[n + 1] in BESIDE and words[m + 2] != words[n + 2]


def phrases_of(prose: Prose, sentence: Sentence, m: int, n: int) -> tuple[Span, Span] | None:
    """Return the phrases that two words stand in, parted by a pause or a word that joins; None where nothing parts them."""
    words = prose.words
    joint = next((k for k in range(n - 1, m, -1) if words[k] in CUTS or words[k] in JOINING), -1)
    if joint < 0:
        return None
    left, right = m, n + 1
    while left > sentence.first and m - left < max(BEFORE, n - joint) and words[left - 1] not in CUTS:
        left -= 1
    while (
        right < sentence.last
        and right - n < AFTER
        and words[right] not in CUTS
        and words[right] not in ENDING
    ):
        right += 1
    stop = trimmed(prose, left, joint)
    first = joint + (words[joint] in CUTS or words[joint] in ("and", "or", "but"))
    if left >= stop or first >= right:
        return None
    return (left, stop), (first, trimmed(prose, first, right))
