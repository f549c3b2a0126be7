"""Clauses and phrases: what lies between the pauses of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rhetoric.extract.devices.words import DASHES
from rhetoric.extract.finder import Figure
from rhetoric.extract.prose import Prose, Rows, Sentence

Span = tuple[int, int]


JOINING = frozenset(("and", "but", "or", "nor"))
SUBORDINATE = frozenset(
    ("that", "who", "which", "if", "when", "where", "how", "what", "why", "whether", "because")
)
PAUSES = DASHES | {",", ";", ":"}
EDGES = PAUSES | JOINING


def pauses(prose: Prose) -> Rows:
    """Return the pauses of all sentences, and each 'and', 'but', 'or' and 'nor'."""
    return prose.rows_of(EDGES)


def clauses(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> list[Span]:
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
            after = prose.words[n + 1 : n + 3]
            if len(head) > 1 and (after == head or (after[:1] == head[:1] and head[0] in SUBORDINATE)):
                cut = n
        if cut >= 0:
            cuts.append(cut)
            head, seen = [], cut
    spans = zip(cuts, [*cuts[1:], sentence.last], strict=True)
    return [(a, b) for a, b in spans if prose.openers(a, b, 1)]


def anchored(prose: Prose, spans: Sequence[Span]) -> list[Span]:
    """Return clauses with those cut in two that hold the opening word of the next: 'said | that it was, that it is'."""
    out = list(spans[-1:])
    for first, last in reversed(spans[:-1]):
        begin, end = out[-1]
        word = prose.words[opener(prose, begin, end)]
        reach = max(opener(prose, first, last) + 1, last - 2 * (end - begin) - 2)
        at = next((n for n in range(last - 2, reach - 1, -1) if prose.words[n] == word), -1)
        whole = prose.words[opener(prose, first, last)] == word
        out += [(first, last)] if at < 0 or whole else [(at, last), (first, at)]
    return out[::-1]


def opener(prose: Prose, first: int, last: int) -> int:
    """Return the first word of a clause, after an 'and' or the like."""
    if prose.is_word[first] and prose.words[first] not in JOINING:
        return first
    rows = prose.openers(first, last, 2)
    return rows[-1] if prose.words[rows[0]] in JOINING else rows[0]


def parts(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> list[Span]:
    """Return the words of a sentence between its pauses; `rows` are these, and each 'and' and the like."""
    out: list[Span] = []
    first = sentence.first
    for n in [*rows, sentence.last]:
        last = n
        while last > first and not prose.is_word[last - 1]:
            last -= 1
        while first < last and not prose.is_word[first]:
            first += 1
        if last > first:
            out.append((first, last))
        first = n + 1
    return out


def told(prose: Prose, first: int, last: int, most: int = 50) -> list[str]:
    """Return the words among some tokens, of the first `most`, without an 'and' that opens them."""
    out = [prose.words[n] for n in range(first, min(last, first + most)) if prose.is_word[n]]
    return out[1:] if len(out) > 1 and out[0] in JOINING else out


def placed(prose: Prose, figure: Figure) -> Figure:
    """Return a figure whose parts are tokens, half-open, with code points for them."""
    return replace(figure, parts=[prose.span(*part) for part in figure.parts])
