"""Where the members of a row of three begin and end: as far back in the first, and on in the last, as they are like the middle one."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.doing import adverb, form
from rhetoric.extract.devices.pausing import KINDS, LONG
from rhetoric.extract.devices.threes import ASIDE, DEGREES, HELPERS, OWNING, RAISING, quality
from rhetoric.extract.devices.weight import QUALITIES
from rhetoric.extract.devices.words import FUNCTION, PREPOSITIONS
from rhetoric.extract.devices.worth import FINE


def adjective(word: str) -> bool:
    """Return whether a word may be an adjective, but for forms of verbs."""
    return word in QUALITIES or word in FINE or (quality(word) and not word.endswith(("ed", "ment")))


def shaped(words: Sequence[str], first: int, last: int) -> str:
    """Return the form of the verb that may open a member, adverbs before it passed over, or ``''``."""
    n = first
    while n + 1 < last and adverb(words[n]):
        n += 1
    return form(words[n])


def acting(words: Sequence[str], first: int, last: int) -> str:
    """Return the form of the verb that opens a member, or ``''``; one in -ed or -ing before a noun may qualify it."""
    found = shaped(words, first, last)
    if found in ("ed", "ing") and first + 1 < last and not adverb(words[first]):
        then = words[first + 1]
        if then not in FUNCTION and not adverb(then):
            return ""
    return found


def agreed(words: Sequence[str], *members: Span) -> str:
    """Return the form of the verbs that open members, if it is one and at least one of them is no doubt a verb, or ``''``."""
    found = shaped(words, *members[-1])
    for member in members[:-1]:
        if not found or shaped(words, *member) != found:
            return ""
    sure = found == "ing" and len(members) > 2
    return found if found and (sure or any(acting(words, *m) for m in members)) else ""


def spans(words: Sequence[str], left: Span, middle: Span, right: Span, r: int) -> list[Span]:
    """Return the members in three pieces: as far back in the first, and on in the last, as they are like the middle."""
    m, end = middle
    size = end - m
    begin = opening(words, left, middle, (r, right[1]))
    most = max(size, left[1] - begin)
    if most > LONG:
        return []
    carried = PREPOSITIONS.intersection(words[m + 1 : end])
    if size == 1:
        stop = after(words, right, words[m])
    else:
        acts = words[r] not in FUNCTION and agreed(words, middle, (r, right[1])) != ""
        stop = closing(words, right, most + 2 * acts, carried)
    sizes = left[1] - begin, size, stop - right[0]
    if min(sizes) < 1 or max(sizes) > 4 * min(sizes) + 3:
        return []
    return [(begin, left[1]), middle, (right[0], stop)]


def opening(words: Sequence[str], left: Span, middle: Span, right: Span) -> int:
    """Return where the first member begins: at the word, or the kind of word, that opens the others, or after the last small word."""
    a, b = left
    m, end = middle
    opener, size = words[m], end - m
    back = range(b - 1, max(a, b - 2 * size - 6) - 1, -1)
    if opener in FUNCTION or opener == words[right[0]]:
        same = [n for n in back if words[n] == opener]
        if not same and opener in OWNING:
            same = [n for n in back if words[n] in OWNING or words[n].endswith("'s")]
        if not same and (kind := KINDS.get(opener, "")):
            same = [n for n in back if KINDS.get(words[n]) == kind]
        if same:
            return min(same, key=lambda n: abs(b - n - size))
    if verb := agreed(words, middle, right):
        near = [b - 1] if size == 1 else back
        same = [n for n in near if form(words[n]) == verb and (n == b - 1 or words[n + 1] != "of")]
        if same:
            return min(same, key=lambda n: abs(b - n - size) - 3 * (n == a or words[n - 1] in HELPERS))
    if size > 5:
        return a if b - a <= 2 * size else b - size
    at = b - 1 if size == 1 and edged(words, b - 2, b) else phrase(words, left, middle, back)
    while at + 1 < b and (words[at] in ASIDE or adverb(words[at])) and not adverb(opener):
        at += 1
    return max(at, b - size - 1) if size < 3 else at


def edged(words: Sequence[str], n: int, last: int) -> bool:
    """Return whether a phrase may begin after a word: a small one, or a verb with its object."""
    word = words[n]
    return word in FUNCTION or (n < last - 1 and form(word) in ("s", "base") and not form(words[n + 1]))


def phrase(words: Sequence[str], left: Span, middle: Span, back: Sequence[int]) -> int:
    """Return where the phrase that ends the piece on the left begins if it is about as long as the middle member."""
    a, b = left
    m, end = middle
    size = end - m
    carried = PREPOSITIONS.intersection(words[m + 1 : end])
    edges: list[tuple[int, int]] = []  # how far from the length of the middle member, and where
    strange = 0
    for n in back:
        if not edged(words, n, b):
            continue
        if n + 1 < b:
            edges.append((abs(b - n - 1 - size) + 2 * strange, n + 1))
        strange += words[n] not in carried
        if strange > 2:
            break
    else:
        edges.append((abs(b - a - size) + 2 * strange, a))
    return min(edges)[1] if edges else max(a, b - size)


def after(words: Sequence[str], right: Span, other: str) -> int:
    """Return where the last member ends if the middle one is a word, `other`: after a word of its kind."""
    first, last = right
    n = first
    while n + 1 < last and (
        words[n] in FUNCTION or words[n] in RAISING or words[n] in DEGREES or words[n].endswith("ly")
    ):
        n += 1
    if n + 1 >= last:
        return last
    if quality(other) or other in QUALITIES:
        return n + 1
    if form(other):
        return last if last - n < 4 else n + 1
    if (
        words[n + 1] not in FUNCTION
        and (quality(words[n]) or words[n] in QUALITIES)
        and not form(words[n + 1])
    ):
        n += 1
    if n + 1 < last and words[n + 1] in PREPOSITIONS and last - n < 5:
        return last
    return n + 1


def closing(words: Sequence[str], right: Span, size: int, carried: Set[str]) -> int:
    """Return where the last member ends: with its piece if that is not much longer than the others, or before a small word."""
    first, last = right
    if last - first <= size + 2:
        return last
    n = first
    while n < last and (words[n] in FUNCTION or words[n] in RAISING):
        n += 1
    most = size + n - first
    while (
        n < last
        and n - first < most + 1
        and (n - first < size - 1 or words[n] not in FUNCTION or words[n] in carried)
    ):
        n += 1
    while n - 1 > first and n < last and words[n - 1] in FUNCTION:
        n -= 1
    hanging = n - 1 > first and n < last and words[n] in PREPOSITIONS and words[n - 1].endswith("ed")
    return n - hanging
