"""Antonyms that stand in like places of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhetoric.extract.devices.antonyms import antonyms
from rhetoric.extract.devices.members import BEING, parts, same_ending
from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.finder import Figure
from rhetoric.extract.prose import Prose, Sentence

CONTRAST = closed("not but than versus while whereas yet rather instead")
HINGES = frozenset(("but", "yet", "while", "whereas", ";"))
PAUSES = frozenset((",", ";", ":", ".", "and", "but", "that", "if", "when"))
LED = frozenset(("and", "but", ",", ";"))
COUPLED = frozenset(("and", "or"))


def framed(
    prose: Prose, sentence: Sentence, paired: Sequence[int], reach: int, telling: float, small: float
) -> Iterator[Figure]:
    """Yield antonyms that stand in like places.

    Parameters
    ----------
    paired : sequence of int
        The words of the sentence that have an antonym.
    reach : int
        Tokens from one to the other, at most.
    telling, small : float
        Scores: where they stand beside the same telling word, or after 'both'; where beside the same small word, with a word of
        contrast between them.
    """
    pairs = antonyms()
    seen: dict[str, int] = {}
    words = prose.words
    for n in paired:
        for other in pairs[words[n]]:
            m = seen.get(other, -1)
            if m < 0 or n - m > reach:
                continue
            first, second, score = frame(prose, sentence, m, n, telling, small)
            if doubled := both(prose, sentence, m, n):
                first, second, score = *doubled, telling
            elif not score and twice(prose, sentence, m, n):
                score = telling
            elif not score and placed(prose, sentence, m, n):
                score = small
            if score:
                members = (first, m + 1), (second, noun(prose, n, sentence.last))
                yield Figure(sentence.doc, f"{words[m]} / {words[n]}", parts(prose, *members), score)
        seen[words[n]] = n


def both(prose: Prose, sentence: Sentence, m: int, n: int) -> tuple[int, int] | None:
    """Return where the parts of 'both a ... and ...' of one thing begin, for antonyms at `m` and `n`."""
    words = prose.words
    if n - m > 5 or "and" not in words[m + 1 : n]:
        return None
    for k in range(max(sentence.first, m - 3), m):
        one = words[k + 1] in ("a", "an") or (k > sentence.first and words[k - 1] in BEING)
        if words[k] == "both" and one:
            return k, words.index("and", m + 1, n) + 1
    return None


def frame(
    prose: Prose, sentence: Sentence, m: int, n: int, telling: float, small: float
) -> tuple[int, int, float]:
    """Return where the parts of antonyms at `m` and `n` begin, and the score, 0 if they do not stand in like places."""
    words = prose.words
    none = m, n, 0.0
    if n - m < 3 or m == sentence.first or words[n] not in antonyms(kinds=False).get(words[m], ()):
        return none
    before, after, between = words[m - 1], words[m + 1], words[m + 1 : n]
    same = before == words[n - 1] and prose.is_word[m - 1] and words[m] not in ("more", "less")
    told = same and before not in FUNCTION
    if (
        n - m <= 5
        and CONTRAST.isdisjoint(between)
        and not COUPLED.isdisjoint(between)
        and (not told or "or" in between)
    ):
        return none
    if told:
        return m - 1, n - 1, telling
    if before == words[n - 1] == "the" and words[n - 2] == "," and words[m] in ("more", "less"):
        return m - 1, n - 1, telling
    if before == words[n - 1] and prose.is_word[m - 1] and n - m <= 14 and paralleled(prose, sentence, m, n):
        return m - 1, n - 1, small
    if same and n - m <= 12 and not CONTRAST.isdisjoint(between):
        return m - 1, n - 1, small
    follows = (
        n + 1 < sentence.last and after == words[n + 1] and after not in FUNCTION and prose.is_word[m + 1]
    )
    led = words[n - 1] in LED or words[n - 1] == before
    if follows and led and n - m <= 14 and not (named(prose, m) and named(prose, n)):
        return m, n, telling
    return none


def paralleled(prose: Prose, sentence: Sentence, m: int, n: int) -> bool:
    """Return whether the words that stand about antonyms behind the same small word are of one kind, too."""
    words = prose.words
    after = n + 1 < sentence.last and words[m + 1] == words[n + 1] and prose.is_word[m + 1]
    if m - 2 < sentence.first or n - 2 <= m:
        return after
    return after or same_ending(words[m - 2], words[n - 2])


def twice(prose: Prose, sentence: Sentence, m: int, n: int) -> bool:
    """Return whether two pairs of antonyms stand one behind the other, as in 'more hope and less fear'."""
    pairs, words = antonyms(), prose.words
    if words[n] not in antonyms(kinds=False).get(words[m], ()):
        return False
    for one in range(m + 1, min(m + 4, n)):
        others = pairs.get(words[one], ())
        if others and any(words[k] in others for k in range(n + 1, min(n + 1 + one - m, sentence.last))):
            return True
    return False


def placed(prose: Prose, sentence: Sentence, m: int, n: int) -> bool:
    """Return whether antonyms stand at like places of two short clauses with a word or mark of contrast between them."""
    words = prose.words
    if words[n] not in antonyms(kinds=False).get(words[m], ()):
        return False
    hinge = next((k for k in range(n - 1, max(m, n - 6), -1) if words[k] in HINGES), -1)
    if hinge < 0:
        return False
    first = m
    while first > sentence.first and words[first - 1] not in PAUSES and m - first < 6:
        first -= 1
    return m - first < 5 and abs((m - first) - (n - hinge - 1)) <= 1 and hinge - first <= 14


def named(prose: Prose, n: int) -> bool:
    """Return whether a word and the next are written with capitals, as in a name."""
    return prose.shown[n][:1].isupper() and prose.shown[n + 1][:1].isupper()


def noun(prose: Prose, n: int, last: int) -> int:
    """Return the end of the second part: past a word of content that follows the antonym at once."""
    follows = n + 1 < last and prose.is_word[n + 1] and prose.words[n + 1] not in FUNCTION
    return n + 2 if follows else n + 1
