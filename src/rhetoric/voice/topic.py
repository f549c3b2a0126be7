"""The person whom a text is about: the interviewee, or whoever is named first and most."""

from __future__ import annotations

from collections import Counter

from rhetoric.naming.people import People, Person

OPENING = 250  # characters in which a name counts for more


def topic(people: People) -> Person | None:
    """Return the person whom a text is about, or ``None`` where it names nobody.

    Parameters
    ----------
    people : People

    Notes
    -----
    Every place where a person is named counts 1, in the first 250 characters 2; the first one named gets 3 more.
    """
    scores: Counter[Person] = Counter()
    first: Person | None = None
    for naming in people.namings:
        if not naming.person.human:
            continue
        scores[naming.person] += 2 if naming.start < OPENING else 1
        if first is None and naming.full:
            first = naming.person
            scores[first] += 3
    return max(scores, key=lambda p: scores[p]) if scores else None
