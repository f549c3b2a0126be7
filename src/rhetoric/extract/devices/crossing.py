"""Two words that come back in the reverse order, and what tells such a crossing from chance."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rhetoric.extract.devices.members import stem
from rhetoric.extract.devices.words import DASHES, FUNCTION, closed
from rhetoric.extract.prose import Prose

PERSONS = {
    form: f"*{forms.split()[0]}"
    for forms in (
        "i me my i'm i'll i've i'd",
        "we us our we're we'll we've",
        "he him his he's",
        "she her she's",
        "they them their they're",
        "you your you're you'll you've",
    )
    for form in forms.split()
}
JOINING = closed("and or but nor as than not never no because for so while when")
OPPOSING = closed(
    "not never no nor than but instead neither without don't doesn't isn't didn't won't can't cannot"
)
LISTING = (["and"], ["or"])
MARKS = frozenset((",", ".", "!", "?", ";", ":", "(", ")", "[", "]", "...", "…")) | DASHES
WEAK = closed(
    "one ones time times way ways thing things say says said make made get got go goes went come came day days "
    "year years good new great old first last like know see think take well said much very far again more less"
)


class Cross(NamedTuple):
    """Two words and their return, a, b ... b, a, as tokens, in a document."""

    doc: int
    a: int
    b: int
    c: int
    d: int


class Traits(NamedTuple):
    """What tells a figure from a chance crossing.

    The halves are the words from a to b and those from b's return to a's; what they hold between these two is their inside.

    Parameters
    ----------
    exact : float
        How many of the two words come back in the same form.
    persons, weak : float
        How many of them are personal pronouns, or words that come back in any prose.
    marks, other : float
        Marks, and words of content, inside the halves.
    difference : float
        By how many words one inside is longer.
    middle : float
        Tokens between the halves.
    parted, joined, opposed : float
        Whether there is a mark between the halves, a conjunction, and whether a word denies or compares, from four tokens before them on.
    like : float
        Share of their inside that the halves have in common.
    framed : float
        How many of the four neighbours of the two words stand beside their return.
    again : float
        How often the two words come back once more in between; pronouns do not count.
    third : float
        Words of content beside the two that both halves or their neighbourhoods hold.
    bare : float
        Whether nothing is inside the halves.
    listed : float
        Whether a half is a mere 'a and b'.
    """

    exact: float
    persons: float
    weak: float
    marks: float
    other: float
    difference: float
    middle: float
    parted: float
    joined: float
    opposed: float
    like: float
    framed: float
    again: float
    third: float
    bare: float
    listed: float


WEIGHTS = Traits(
    exact=0.4,
    persons=-0.8,
    weak=-0.6,
    marks=-0.8,
    other=-0.3,
    difference=-0.2,
    middle=-0.12,
    parted=0.3,
    joined=0.4,
    opposed=0.6,
    like=2.2,
    framed=0.7,
    again=-0.5,
    third=0.8,
    bare=0.6,
    listed=-2.5,
)


def key(word: str) -> str:
    """Return what a word is known by when it comes back, or ``''`` if it does not count."""
    if word in PERSONS:
        return PERSONS[word]
    if word in FUNCTION or len(word) < 2 or not word[0].isalpha() or word in ("not", "no"):
        return ""
    return stem(word)


def traits(prose: Prose, keys: list[int], runs: list[int], persons: AbstractSet[int], cross: Cross) -> Traits:
    """Return the traits of a crossing; `keys` and `runs` are the key and the passage of every token."""
    _, a, b, c, d = cross
    words = prose.words
    left, middle, right = words[a + 1 : b], words[b + 1 : c], words[c + 1 : d]
    one, two = ([w for w in half if w not in MARKS] for half in (left, right))
    inner, outer = set(keys[a + 1 : b]), set(keys[c + 1 : d])
    between = set(keys[b + 1 : c])
    own = {keys[a], keys[b]}
    start = a
    while start > max(0, a - 4) and runs[start - 1] == runs[a]:
        start -= 1
    third = ((inner | between) & (outer | between) & (inner | outer)) - own - persons - {-1}
    framed = (b - a > 1 and d - c > 1) * ((words[a + 1] == words[c + 1]) + (words[b - 1] == words[d - 1]))
    framed += a > 0 and runs[a - 1] == runs[a] and c - 1 > b and words[a - 1] == words[c - 1]
    framed += d + 1 < len(words) and runs[d + 1] == runs[d] and c - b > 1 and words[b + 1] == words[d + 1]
    return Traits(
        exact=(words[a] == words[d]) + (words[b] == words[c]),
        persons=len(own & persons),
        weak=(words[a] in WEAK) + (words[b] in WEAK),
        marks=len(left) + len(right) - len(one) - len(two),
        other=sum(w not in FUNCTION for w in one) + sum(w not in FUNCTION for w in two),
        difference=abs(len(one) - len(two)),
        middle=len(middle),
        parted=not MARKS.isdisjoint(middle),
        joined=not JOINING.isdisjoint(middle),
        opposed=not OPPOSING.isdisjoint(words[start:d]),
        like=len({*map(stem, one)} & {*map(stem, two)}) / max(1, len(one), len(two)),
        framed=framed,
        again=sum(k in own - persons for k in keys[a + 1 : b] + keys[b + 1 : c] + keys[c + 1 : d]),
        third=len(third),
        bare=not one and not two,
        listed=one in LISTING or two in LISTING,
    )
