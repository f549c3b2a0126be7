"""The words by which a speaker grants a point, and those by which he turns from it."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.words import closed

OWN = closed("i we")
ADMITTING = closed(
    "accept acknowledge admit agree agreed appreciate concede grant know realise realize recognise recognize respect "
    "sympathise sympathize understand welcome support applaud commend"
)
LEANING = closed(
    "afraid delighted glad grateful hesitate hope inclined listened pleased regret share suppose sympathy sympathetic think "
    "thought wish"
)
BETWEEN = closed(
    "fully quite entirely do can may must of course also well certainly freely readily will could would too all very much "
    "have am was had some every great been a the"
)
ASIDE = closed("know do does not don't cannot can't")
FORMULAS = (
    "of course",
    "certainly",
    "no doubt",
    "no question",
    "doubtless",
    "undoubtedly",
    "admittedly",
    "granted",
    "to be sure",
    "i confess",
    "all very well",
    "for all",
    "it is true",
    "it's true",
    "that is true",
    "absolutely true",
    "quite true",
    "perfectly true",
    "quite right",
    "it is right",
    "it is possible",
    "it is easy",
    "it is understandable",
    "that is understandable",
    "nobody denies",
    "no one denies",
    "nobody doubts",
    "no one doubts",
    "no one would deny",
    "nobody would deny",
    "one can understand",
)
FIRST = frozenset(word for formula in FORMULAS for word in formula.split())
VALUES = closed(
    "advantage advantages attractive desirable easy excellent fair good great hard helpful important improvement interesting "
    "modest necessary progress reasonable right small success tempting true understandable useful valuable welcome difficult"
)
POSSIBLE = closed("may might")
SUPPOSED = closed("could would")
NEEDED = closed("must need needs ought should cannot still nevertheless nonetheless surely")
JUDGING = closed("believe clear clearly feel felt hope seems think thought")


def admits(head: Sequence[str], verbs: frozenset[str]) -> bool:
    """Return whether the speaker says of himself, at the head of a clause, what one of some verbs says."""
    for k, word in enumerate(head):
        if word in verbs and k:
            first = k - 1
            while first > 0 and head[first] in BETWEEN:
                first -= 1
            if head[first] in OWN and (first == 0 or head[first - 1] != ","):
                return True
    return False


def formula(head: Sequence[str]) -> bool:
    """Return whether some words hold a formula that grants."""
    if FIRST.isdisjoint(head) or "aware" in head:
        return False
    text = f" {' '.join(head)} "
    return any(f" {f} " in text for f in FORMULAS)
