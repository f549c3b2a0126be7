"""Whether two members of a sentence say contrary things, and how much they are alike."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.antonyms import antonyms
from rhetoric.extract.devices.members import LIGHT, denies, stem
from rhetoric.extract.devices.words import FUNCTION, closed

COMMON = closed(
    "more less up down before after many few all none ever never always first last go come went came given take give best"
)
DENYING = closed("not no never cannot")
LATIN = ("in", "im", "ir", "il")
LEARNED = (
    "able",
    "ible",
    "ent",
    "ant",
    "ate",
    "al",
    "ive",
    "ous",
    "ity",
    "ence",
    "ance",
    "ency",
    "acy",
    "ly",
    "ect",
)
NO_PRIVATIVE = (
    "discover",
    "discount",
    "display",
    "disclos",
    "dissol",
    "dispos",
    "discours",
    "discharg",
    "dispatch",
)


def taken_up(denial: Sequence[str], said: Sequence[str]) -> bool:
    """Return whether what is denied at once, a verb or a noun, is what opens the other clause."""
    n = next(k for k, word in enumerate(denial) if denies(word))
    there = {stem(w) for w in said[:8]}
    told = [stem(w) for w in denial[n + 1 : n + 6] if w not in LIGHT and len(w) > 2 and not w.endswith("ly")]
    return (denial[n] in DENYING or denial[n].endswith("n't")) and bool(told) and told[0] in there


def turned(one: Sequence[str], two: Sequence[str], shared: set[str]) -> bool:
    """Return whether two words of one member come back in the other in the reverse order."""
    here, there = ([k for w in m if (k := stem(w)) in shared] for m in (one, two))
    return len(here) == len(there) == 2 and here[0] != here[1] and here == there[::-1]


def opposed(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether a word of one member has its contrary in the other."""
    pairs = antonyms()
    there = set(two)
    for word in one:
        if word in pairs and word not in COMMON and not there.isdisjoint(pairs[word]):
            return True
        if len(word) > 4 and word not in FUNCTION and not there.isdisjoint(contraries(word)):
            return True
    return False


def contraries(word: str) -> tuple[str, ...]:
    """Return what a word would be with a syllable that denies it put before it, or taken from it."""
    if word.startswith("en"):
        return f"dis{word[2:]}", f"un{word}"
    if word.startswith("dis") and not word.startswith(NO_PRIVATIVE):
        return f"en{word[3:]}", word[3:]
    learned = word.endswith(LEARNED)
    made = ("un", "dis", "non-", *(LATIN if learned else ()))
    out = [p + word for p in made if not (p + word).startswith(NO_PRIVATIVE)]
    return (*out, *(word[len(p) :] for p in made if word.startswith(p) and len(word) > len(p) + 3))


def likeness(one: Sequence[str], two: Sequence[str]) -> float:
    """Return the share of words that two members have in common, counted once each."""
    a, b = {stem(w) for w in one if w[0].isalnum()}, {stem(w) for w in two if w[0].isalnum()}
    return 2 * len(a & b) / max(1, len(a) + len(b))
