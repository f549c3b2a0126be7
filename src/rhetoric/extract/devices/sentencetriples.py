"""Three sentences or clauses in a row that open alike, across the ends of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.likeness import likeness, match
from rhetoric.extract.devices.pausing import Columns, Flags, Ints
from rhetoric.extract.devices.triple import SERIES, Triple, named
from rhetoric.extract.devices.words import closed
from rhetoric.extract.prose import Prose

OPENINGS = 45  # words of a sentence that opens like others, at most
MODEST = 20  # of one that shares a small word with them
BRIEF = 9  # of another
ALIKE = 0.5  # how alike these must be that share a small word at most
PLAIN = closed("the a an i you he she it we they this that there in")
LEADING = closed("and but so or")


def across(prose: Prose, columns: Columns) -> Iterator[Triple]:
    """Yield three sentences or clauses in a row that open alike, or are short and built alike."""
    body, openers, linked = runs(columns)
    if len(body) < 2:
        return
    forms = columns.form[openers]
    same = np.append(linked & (forms[1:] == forms[:-1]), (False, False))
    begins = same & ~np.append(False, same[:-1])
    ends = columns.last[body]
    cuts = np.flatnonzero(columns.code >= 0)
    here = np.searchsorted(openers, cuts, "right") - 1
    again = (here >= 0) & (columns.form[cuts + 1] == forms[here]) & (cuts + 1 < ends[here])
    more = np.append(np.bincount(here[again], minlength=len(body)), 0)
    for n in np.flatnonzero(begins).tolist():
        number = int(body[n])
        if not same[n + 1]:
            if more[n] + more[n + 1] != 1:
                continue
            units = clauses(prose, cuts, openers[n : n + 2].tolist(), ends[n : n + 2].tolist())
            if len(units) == 3:
                yield from alike(prose, number, units)
        elif not same[n + 2]:
            yield from alike(
                prose, number, list(zip(openers[n : n + 3].tolist(), ends[n : n + 3].tolist(), strict=True))
            )
    brief = ends - openers <= BRIEF
    three = (
        brief[:-2]
        & brief[1:-1]
        & brief[2:]
        & linked[:-1]
        & linked[1:]
        & ~(same[:-3] & same[1:-2])[: len(body) - 2]
    )
    for n in np.flatnonzero(three).tolist():
        yield from alike(
            prose, int(body[n]), list(zip(openers[n : n + 3].tolist(), ends[n : n + 3].tolist(), strict=True))
        )


def runs(columns: Columns) -> tuple[Ints, Ints, Flags]:
    """Return the sentences of the body, the word that opens each, 'and' and the like passed over, and whether the next goes on in one voice."""
    body = np.flatnonzero(columns.body)
    first, last, doc, voice = (c[body] for c in (columns.first, columns.last, columns.doc, columns.voice))
    told = np.flatnonzero((columns.code < 0) & ~columns.some(LEADING)[columns.form[:-2]])
    openers = told[np.minimum(np.searchsorted(told, first), len(told) - 1)] if len(told) else first
    openers = np.where((openers >= first) & (openers < last), openers, last - 1)
    return body, openers, (doc[1:] == doc[:-1]) & (voice[1:] == voice[:-1])


def clauses(prose: Prose, cuts: Ints, openers: Sequence[int], ends: Sequence[int]) -> list[Span]:
    """Return the clauses of two sentences that open with the word that opens these; `cuts` are all marks and each 'and'."""
    words, word = prose.words, prose.words[openers[0]]
    one, two = np.searchsorted(cuts, (openers[0], ends[1] - 2)).tolist()
    more = [n for n in cuts[one:two].tolist() if words[n + 1] == word and n + 1 != openers[1]]
    return list(zip(sorted((*openers, *(n + 1 for n in more))), sorted((*more, *ends)), strict=True))


def alike(prose: Prose, sentence: int, members: Sequence[Span]) -> Iterator[Triple]:
    """Yield three members if they are not too long, and share more than a small word or are built alike."""
    words = prose.words
    sizes = [b - a for a, b in members]
    if max(sizes) > OPENINGS or min(sizes) < 2:
        return
    (a, _), (b, _), (c, _) = members
    if (
        words[a] != words[b]
        or words[b] != words[c]
        or (words[a] in PLAIN and not words[a + 1] == words[b + 1] == words[c + 1])
    ):
        if (
            max(sizes) > MODEST
            or min(sizes) < ALIKE * max(sizes)
            or not all(match(words[x + n], words[y + n]) for x, y in ((a, b), (b, c)) for n in (0, 1))
        ):
            return
        one, two, three = (words[x:y] for x, y in members)
        if likeness(one, two) < ALIKE or likeness(two, three) < ALIKE:
            return
    names = named(prose, members, prose.sentences[sentence].first)
    yield Triple(sentence, members, (SERIES, SERIES), names)
