"""Three members in a row: where they begin and end, in a sentence or in sentences that open alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.likeness import likeness, match
from rhetoric.extract.devices.memberspans import adjective, agreed, closing, spans
from rhetoric.extract.devices.pausing import (
    AND,
    COMMA,
    COMMA_AND,
    KINDS,
    LONG,
    SEMICOLON_AND,
    STOP,
    TURNS,
    Columns,
    Flags,
    Ints,
    Pauses,
    levels,
    pauses,
)
from rhetoric.extract.devices.threes import ASIDE, RAISING
from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION, PREPOSITIONS, closed
from rhetoric.extract.prose import Prose

OPENINGS, MODEST, BRIEF = (
    45,
    20,
    9,
)  # words of a sentence that opens like others, of one that shares a small word, of another
ALIKE = 0.5  # how alike these must be that share a small word at most
NAMED = 0.34  # share of words with a capital, at most
FEW = {(COMMA, COMMA): 2, (AND, AND): 2}  # words from which members so parted must open alike
PLAIN = closed("the a an i you he she it we they this that there in")
ARTICLES = closed("the a an")
DIGITS = frozenset("0123456789")
LEADING = closed("and but so or")
ANCHORS = closed(
    "that whether who which whose why how where when what if because to by for in of with from on no not without those "
    "all every too more less we i you he she it they our their his its my your anyone everyone as so is are was has "
    "have will can must should would"
)
SERIES, APART = 6, 7  # what parts sentences in a row, and members with other pauses between them


@dataclass(frozen=True, slots=True)
class Triple:
    """Three members.

    Parameters
    ----------
    sentence : int
        The one that holds the first, as a position in `Prose.sentences`.
    members : sequence of (first, last)
        Tokens, half-open.
    joined : (int, int)
        What parts them.
    names : float
        The share of their words that have a capital.
    first : int
        Where the words before them begin, after the pause there.
    before : int
        What that pause is.
    joint : int
        Where the pause before the last member begins.
    """

    sentence: int
    members: Sequence[Span]
    joined: tuple[int, int]
    names: float
    first: int = -1
    before: int = STOP
    joint: int = -1


def triples(prose: Prose, columns: Columns) -> Iterator[Triple]:
    """Yield what may be three members, in one pass."""
    found = pauses(columns)
    for some, begins in levels(prose, columns, found):
        yield from inside(prose, some, begins.tolist())
    yield from anchored(prose, columns, found)
    yield from across(prose, columns)


def inside(prose: Prose, row: Pauses, begins: Sequence[int]) -> Iterator[Triple]:
    """Yield the members that the pauses of sentences part."""
    words, shown, sentences = prose.words, prose.shown, prose.sentences
    at, to, kind, sentence = row.at.tolist(), row.to.tolist(), row.kind.tolist(), row.sentence.tolist()
    for n in begins:
        left, middle, end, right = at[n], to[n], at[n + 1], to[n + 1]
        since, until, joined = to[n - 1], at[n + 2], (kind[n], kind[n + 1])
        opener = words[middle]
        if (opener in TURNS) != (words[right] in TURNS):
            continue
        r = right + (words[right] in RAISING and until - right > 1)
        if shown[middle][0].isupper() and shown[r][0].isupper() and opener not in FUNCTION:
            continue
        if opener != words[r]:
            if joined == (COMMA, COMMA) and end - middle == 1 and not adjective(opener):
                continue
            if not answering(words, (middle, end), (r, until), FEW.get(joined, LONG)):
                continue
        if end - middle < 5 and (opener[0] in DIGITS or words[r][0] in DIGITS):
            continue
        members = spans(words, (since, left), (middle, end), (right, until), r)
        if not members or words[members[0][0]] in ASIDE:
            continue
        names = named(prose, members, sentences[sentence[n]].first)
        if names > NAMED:
            continue
        if members[0][0] == since and kind[n - 1] != STOP:
            before = to[n - 2], at[n - 1], kind[n - 2] == STOP
            if rowed(words, members[1], *before):
                continue
        if joined == (COMMA, COMMA) and listed(words, members, (at, to, kind), n):
            continue
        yield Triple(sentence[n], members, joined, names, since, kind[n - 1], end)


def answering(words: Sequence[str], middle: Span, right: Span, few: int) -> bool:
    """Return whether two pieces that open with words of one class may be members of one row."""
    (m, end), (r, until) = middle, right
    kind = KINDS.get(words[m], "")
    plain = kind in ("", "determiner")
    if plain and end - m > 3:
        one = AUXILIARIES.isdisjoint(words[m:end])
        if one != AUXILIARIES.isdisjoint(words[r : min(until, r + end - m + 4)]):
            return False
    return not plain or end - m < few or agreed(words, middle, right) != ""


def named(prose: Prose, members: Sequence[Span], first: int) -> float:
    """Return the share of the words of some members that have a capital; the one that opens the sentence says nothing."""
    words, shown = prose.words, prose.shown
    names = 0
    for a, b in members:
        if shown[a:b] != words[a:b]:
            told = zip(shown[a:b], words[a:b], strict=True)
            names += sum(1 for word, plain in told if word != plain and word[0].isupper() and word != "I")
    if names and members[0][0] == first and shown[first][0].isupper():
        names -= 1
    return names / sum(b - a for a, b in members)


def rowed(words: Sequence[str], middle: Span, begin: int, end: int, opens: bool) -> bool:
    """Return whether the piece before the first member, from `begin` to `end`, may be a member, too; `opens` tells that it opens a clause."""
    m, stop = middle
    opener = words[m]
    if opener in ARTICLES:
        return words[begin] == opener
    if opener in FUNCTION:
        return opener in words[max(begin, end - 2 * (stop - m) - 2) : end]
    if opener in words[max(begin, end - (stop - m) - 2) : end]:
        return True
    leads = KINDS.get(words[begin]) in ("preposition", "conjunction") or words[begin].endswith("ly")
    return not (opens and leads and end - begin < 6)


def listed(
    words: Sequence[str], members: Sequence[Span], row: tuple[list[int], list[int], list[int]], n: int
) -> bool:
    """Return whether members with bare commas are part of a longer row."""
    at, to, kind = row
    (first, _), (m, end), (r, stop) = members
    size, same = end - m, words[m] == words[r]
    if words[stop] in ("and", "or", "nor", ";") or (kind[n + 2] not in (STOP, COMMA) and stop == at[n + 2]):
        return True
    then = to[n + 2]
    if kind[n + 2] == COMMA and (
        words[then] == words[m]
        if same
        else at[n + 3] - then < size + 2 or agreed(words, (m, end), (then, at[n + 3])) != ""
    ):
        return True
    return kind[n - 1] == COMMA and first == to[n - 1] and not same and at[n - 1] - to[n - 2] < size + 2


def anchored(prose: Prose, columns: Columns, found: Pauses) -> Iterator[Triple]:
    """Yield members that open with one word where other pauses stand between these."""
    words = prose.words
    opens = columns.some(ANCHORS)[columns.form[found.to]] & (found.kind != STOP)
    count = np.bincount(found.sentence[opens], minlength=len(prose.sentences))
    kept = np.flatnonzero(opens & (count[found.sentence] > 1))
    at, to, kind = found.at.tolist(), found.to.tolist(), found.kind.tolist()
    places: dict[tuple[int, str], list[int]] = {}
    for n, sentence in zip(kept.tolist(), found.sentence[kept].tolist(), strict=True):
        places.setdefault((sentence, words[to[n]]), []).append(n)
    for (sentence, word), row in places.items():
        if (
            len(row) > 3
            or len(row) < 2
            or (row[-1] - row[-2] == 1 and (len(row) == 2 or row[1] - row[0] == 1))
        ):
            continue
        middle, last = row[-2:]
        left, m, end, r = at[middle], to[middle], at[last], to[last]
        if len(row) == 3:
            begin = to[row[0]]
        else:
            back = range(left - 2, max(prose.sentences[sentence].first, left - 2 * (end - m) - 6) - 1, -1)
            begin = min(
                (n for n in back if words[n] == word), key=lambda n: abs(left - n - end + m), default=-1
            )
        sizes = left - begin, end - m
        if begin < 0 or min(sizes) < 2 or max(sizes) > min(LONG, 4 * min(sizes) + 3):
            continue
        n = last + 1
        while at[n] - r < min(sizes) and kind[n] != STOP:
            n += 1
        stop = closing(words, (r, at[n]), max(sizes), PREPOSITIONS.intersection(words[m + 1 : end]))
        members = [(begin, left), (m, end), (r, stop)]
        names = named(prose, members, prose.sentences[sentence].first)
        if 1 < stop - r <= 4 * min(sizes) + 3 and names <= NAMED:
            tied = kind[last] if kind[last] in (AND, COMMA_AND, SEMICOLON_AND) else COMMA
            yield Triple(sentence, members, (APART, tied), names, joint=end)


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
    for n in np.flatnonzero(begins).tolist():
        number = int(body[n])
        if not same[n + 1]:
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
    if max(sizes) > OPENINGS:
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
