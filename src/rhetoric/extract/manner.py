"""How somebody is named: as one of a list, as who does more than something, or as whom a harm is denied to be done to."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.actclauses import BREAKS
from rhetoric.extract.acts import act_before

BACK = 4  # words between a denial and the harm
LISTED = 4  # names that make a list
BETWEEN = frozenset(", and or & the some a of".split())
COPULAS = frozenset("is are was were isn't aren't wasn't weren't 's 're".split())
PRONOUN_COPULAS = frozenset("he's she's they're we're".split())
MORE = frozenset("just only merely simply".split())


def one_of_many(others: Sequence[bool], words: Sequence[str], first: int, last: int) -> int:
    """Return how many names the list has that a mention stands in, 0 if it is no list of four or more.

    Parameters
    ----------
    others : sequence of bool, shape (words,)
        Whether each word belongs to a mention of anybody.
    words : sequence of str
        Of one sentence, folded, marks among them.
    first, last : int
        Half-open places of the mention.
    """
    begin, end = first, last
    while begin > 0 and (others[begin - 1] or words[begin - 1] in BETWEEN):
        begin -= 1
    while end < len(words) and (others[end] or words[end] in BETWEEN):
        end += 1
    names = sum(others[n] and (n == begin or not others[n - 1]) for n in range(begin, end))
    return names if names >= LISTED else 0


def more_than(words: Sequence[str], first: int, last: int) -> str | None:
    """Return the words by which a mention is said to do or be more than something: 'David **is not just** attacking them'; or None.

    The one who is not just doing something does better; only a mention that is the subject is meant.
    """
    at = last
    if words[last - 1] in PRONOUN_COPULAS:
        at = last - 1
    if at >= len(words):
        return None
    copula = words[at] in COPULAS or words[at] in PRONOUN_COPULAS
    negated = words[at].endswith("n't") or (at + 1 < len(words) and words[at + 1] == "not")
    n = at + (1 if words[at].endswith("n't") else 2)
    if copula and negated and n < len(words) and words[n] in MORE:
        return " ".join(words[at : n + 1])
    return None


def spared(words: Sequence[str], first: int, others: Sequence[bool]) -> str | None:
    """Return the words of a harm toward a mention that is said not to be done, or not just: 'he's **not just attacking** them'; or None."""
    found = act_before(words, first, others)
    if found is None or found[1] > 0:
        return None
    left = max(0, found[0] - BACK)
    before = words[left : found[0]]
    turned = [n for n, w in enumerate(before) if w == "not" or w.endswith("n't")]
    if turned and not any(w in BREAKS for w in before[turned[-1] :]):
        return " ".join(words[left + turned[-1] : found[0] + 1])
    return None
