"""Three members in a row inside a sentence: where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.doing import form
from rhetoric.extract.devices.memberspans import adjective, agreed, closing, spans
from rhetoric.extract.devices.pausing import (
    AND,
    COMMA,
    COMMA_AND,
    KINDS,
    LONG,
    SEMICOLON,
    SEMICOLON_AND,
    STOP,
    TURNS,
    Columns,
    Pauses,
    levels,
    pauses,
)
from rhetoric.extract.devices.threes import ASIDE, RAISING
from rhetoric.extract.devices.triple import APART, Triple, named
from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION, PREPOSITIONS, closed
from rhetoric.extract.prose import Prose

NAMED = 0.34  # share of words with a capital, at most
FEW = {(COMMA, COMMA): 2, (AND, AND): 2}  # words from which members so parted must open alike
ARTICLES = closed("the a an")
DIGITS = frozenset("0123456789")
ANCHORS = closed(
    "that whether who which whose why how where when what if because to by for in of with from on no not without those "
    "all every too more less we i you he she it they our their his its my your anyone everyone as so is are was has "
    "have will can must should would"
)


def triples(prose: Prose, columns: Columns) -> Iterator[Triple]:
    """Yield what may be three members inside sentences, in one pass."""
    found = pauses(columns)
    for some, begins in levels(prose, columns, found):
        yield from inside(prose, some, begins.tolist())
    yield from anchored(prose, columns, found)


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
        if not members or (words[members[0][0]] in ASIDE and words[members[0][0]] != opener):
            continue
        names = named(prose, members, sentences[sentence[n]].first)
        if names > NAMED:
            continue
        if members[0][0] == since and kind[n - 1] != STOP:
            before = to[n - 2], at[n - 1], kind[n - 2] == STOP
            if rowed(words, members[1], *before):
                continue
        if kind[n] == SEMICOLON and (kind[n - 1] == SEMICOLON or kind[n + 2] in (SEMICOLON, SEMICOLON_AND)):
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
    if not plain and few < LONG:
        return end - m > 1 and words[end - 1] == words[min(r + end - m, until) - 1]
    return not plain or end - m < few or agreed(words, middle, right) != ""


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
    if (verb := form(opener)) in ("ed", "ing", "s") and stop - m > 1:
        return form(words[begin]) == verb
    leads = KINDS.get(words[begin]) in ("preposition", "conjunction") or words[begin].endswith("ly")
    return not (opens and leads and end - begin < 6)


def listed(
    words: Sequence[str], members: Sequence[Span], row: tuple[list[int], list[int], list[int]], n: int
) -> bool:
    """Return whether members with bare commas are part of a longer row."""
    at, to, kind = row
    (first, _), (m, end), (r, stop) = members
    size, same = end - m, words[m] == words[r]
    if (stop < len(words) and words[stop] in ("and", "or", "nor", ";")) or (
        kind[n + 2] not in (STOP, COMMA) and stop == at[n + 2]
    ):
        return True
    then = to[n + 2]
    if kind[n + 2] == COMMA and (
        then < at[n + 3] and words[then] == words[m]  # no word follows a comma that ends the sentence
        if same
        else at[n + 3] - then < size + 2 or agreed(words, (m, end), (then, at[n + 3])) != ""
    ):
        return True
    return kind[n - 1] == COMMA and first == to[n - 1] and not same and at[n - 1] - to[n - 2] < size + 2


def anchored(prose: Prose, columns: Columns, found: Pauses) -> Iterator[Triple]:
    """Yield members that open with one word where other pauses stand between these."""
    words = prose.words
    opens = columns.some(ANCHORS)[columns.form[found.to]] & (found.kind != STOP)
    rows = np.flatnonzero(opens)
    keys = found.sentence[rows] * len(columns.index) + columns.form[found.to[rows]]
    _, inverse, count = np.unique(keys, return_inverse=True, return_counts=True)
    kept = rows[(count[inverse] == 2) | (count[inverse] == 3)]
    if not len(kept):
        return
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
