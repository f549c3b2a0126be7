"""Clauses and phrases: what lies between the pauses of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.prose import Prose, Rows, Sentence
from rhetoric.extract.devices.words import DASHES

JOINING = frozenset(("and", "but", "or", "nor"))
PAUSES = DASHES | {",", ";", ":"}


def pauses(prose: Prose) -> Rows:
    """Return the pauses of all sentences, and each 'and', 'but', 'or' and 'nor'."""
    return prose.rows(lambda w: w in PAUSES or w in JOINING)


def clauses(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the clauses of a sentence: from pause to pause, and from an 'and' that opens like the last.

    `rows` are its pauses, and each 'and' and the like.
    """
    cuts = [sentence.first]
    head: list[
        str
    ] = []  # the first two words of the clause so far, 'and' and the like before them passed over
    seen = sentence.first
    for n in rows:
        cut = -1
        if prose.words[n] not in JOINING:
            cut = n + 1 if n + 1 < sentence.last else -1
        elif n > cuts[-1]:
            while seen < n and len(head) < 2:
                if prose.is_word[seen] and (head or prose.words[seen] not in JOINING):
                    head.append(prose.words[seen])
                seen += 1
            if len(head) > 1 and prose.words[n + 1 : n + 3] == head:
                cut = n
        if cut >= 0:
            cuts.append(cut)
            head, seen = [], cut
    spans = zip(cuts, [*cuts[1:], sentence.last], strict=True)
    return [(a, b) for a, b in spans if prose.openers(a, b, 1)]
