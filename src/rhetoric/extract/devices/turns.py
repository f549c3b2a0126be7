"""Where a speaker may turn from what he has granted: at 'but' and its like, and at 'although' and its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rhetoric.extract.devices.members import back, end, trimmed
from rhetoric.extract.devices.words import DASHES, PREPOSITIONS, closed
from rhetoric.extract.prose import Prose, Sentence

Span = tuple[int, int]
Place = Literal["within", "opening", "before", "after"]

BUT = closed("but yet")
ADVERBS = closed("however nevertheless nonetheless still")
THOUGH = closed("although though albeit while whilst despite notwithstanding")
TURNING = (
    "even so",
    "all the same",
    "just the same",
    "at the same time",
    "on the other hand",
    "that said",
    "that being said",
    "having said that",
    "none the less",
    "for all that ,",
    "in spite of that",
    "in spite of this",
)
CONCEDING = (
    "even if",
    "even though",
    "even assuming",
    "in spite of",
    "for all the",
    "for all its",
    "for all their",
    "for all his",
    "for all our",
    "for all that",
    "much as i",
    "much as we",
    "much as one",
)
ANCHORS = closed("even same said less all hand spite much")
PHRASES = {
    anchor: tuple(
        (phrase.split(), phrase.split().index(anchor), phrase in CONCEDING)
        for phrase in (*TURNING, *CONCEDING)
        if anchor in phrase.split()
    )
    for anchor in ANCHORS
}
MARKS = BUT | ADVERBS | THOUGH | ANCHORS
EXCEPT = closed("nothing anything none all cannot nobody everything anyone last doubt")
ONLY = closed("is are was were be been am being has have had can")
FEW = closed("little few one a an two three")
NO_TIME = closed("a the worth little long short good all for mean of")
PARDON = closed("pardon excuse beg")
CUTS = frozenset((";", ":", "?", "!"))
STOPS = CUTS | DASHES
LINKS = closed("and or nor so that because for said says added")
GOING_ON = closed("and or nor")
EARLY = 10
REACH = 45


@dataclass(frozen=True, slots=True)
class Turn:
    """A point that may be granted, and what may be turned to.

    Parameters
    ----------
    doc : int
        Position in `Corpus.documents`.
    mark : str
        The word or words that turn or concede.
    place : {'within', 'opening', 'before', 'after'}
        Whether what turns stands within its sentence or opens it; whether what concedes stands before or after what it limits.
    at : int
        The token at which the mark begins.
    granted, turned : (first, last)
        Tokens, half-open, without the mark.
    members : ((first, last), (first, last))
        Both with the mark, as they stand.
    first, last : int
        The tokens of the sentence of the turn, half-open.
    """

    doc: int
    mark: str
    place: Place
    at: int
    granted: Span
    turned: Span
    members: tuple[Span, Span]
    first: int
    last: int


def turns(prose: Prose) -> Iterator[Turn]:
    """Yield every place where a point may be granted and turned from."""
    rows = prose.rows_of(MARKS).tokens
    before: Sentence | None = None
    at = 0
    for sentence in prose.sentences:
        while at < len(rows) and rows[at] < sentence.first:
            at += 1
        start = at
        while at < len(rows) and rows[at] < sentence.last:
            at += 1
        if sentence.heading:
            before = None
            continue
        if at > start:
            near = before is not None and before.doc == sentence.doc
            same = near and before is not None and sentence.opener in (before.opener, before.closer)
            yield from inside(prose, sentence, before if same else None, rows[start:at])
        before = sentence


def inside(prose: Prose, sentence: Sentence, before: Sentence | None, rows: Sequence[int]) -> Iterator[Turn]:
    """Yield the turns whose mark stands in a sentence; `rows` are its words that may be marks."""
    words = prose.words
    start = prose.openers(sentence.first, sentence.last, 1)[0]
    opened = False
    for row in rows:
        if row + 2 >= sentence.last:
            break
        n, size, concedes = marked(words, row, sentence.first)
        if not size or n + size + 1 >= sentence.last:
            continue
        if concedes:
            yield from conceded(prose, sentence, n, size)
        elif n == start or (
            words[n] not in BUT and n - start < EARLY and not opened and words[start] != "if"
        ):
            if before is not None and not opened and (words[n] != "still" or words[n + 1] == ","):
                opened = True
                yield from across(prose, before, sentence, start, n, size)
        elif words[n] != "still" and n - start >= 2:
            yield from within(prose, sentence, start, n, size)


def marked(words: Sequence[str], n: int, first: int) -> tuple[int, int, bool]:
    """Return where a mark begins that holds the token `n`, how many words it has, 0 for none, and whether it concedes."""
    word = words[n]
    if word in BUT or word in ADVERBS:
        return n, 1, False
    before = words[n - 1] if n > first else ""
    if word not in THOUGH:
        for phrase, offset, concedes in PHRASES[word]:
            start = n - offset
            if start >= first and words[start : start + len(phrase)] == phrase:
                bound = (
                    phrase[0] == "for"
                    and start > first
                    and words[start - 1][0].isalpha()
                    and words[start - 1] not in BUT
                )
                taken = bound or words[start + len(phrase) : start + len(phrase) + 1] == ["as"]
                return start, 0 if taken else 2 if concedes and word != "spite" else len(phrase), concedes
        return n, 0, False
    if word in ("though", "although"):
        return n, 0 if before in ("as", "even") or words[n + 1] in (",", ".") else 1, True
    if word in ("while", "whilst"):
        return n, 0 if before in NO_TIME else 1, True
    if words[n + 1] in ("this", "that") and words[n + 2] == ",":
        return n, 2, False
    return n, 2 if words[n + 1] == "the" and words[n + 2] == "fact" else 1, True


def across(
    prose: Prose, before: Sentence, sentence: Sentence, start: int, n: int, size: int
) -> Iterator[Turn]:
    """Yield the turn of a sentence from the one before it."""
    words = prose.words
    after = n + size + (words[n + size] == ",") if n == start else start
    first = prose.openers(before.first, before.last, 1)[0]
    granted, turned = (
        (first, trimmed(prose, first, before.last)),
        (after, trimmed(prose, after, sentence.last)),
    )
    members = (before.first, before.last), (sentence.first, sentence.last)
    if turned[0] < turned[1]:
        yield turn(prose, sentence, "opening", (n, size), granted, turned, members)


def within(prose: Prose, sentence: Sentence, start: int, n: int, size: int) -> Iterator[Turn]:
    """Yield the turn at `n` from what stands before it in the sentence, if it is one."""
    words = prose.words
    joint = words[n - 1]
    paused = joint in (";", ":", "but") or joint in DASHES
    if words[n] == "but":
        free = joint not in EXCEPT and words[n + 1] != "for" and not merely(words, n)
    elif words[n] == "yet":
        free = paused or joint in ("and", ",")
    else:
        free = paused if words[n] in ADVERBS else joint not in PREPOSITIONS
    head = n - (joint in ("and", "but"))
    stop = trimmed(prose, start, head)
    first = back(prose, start, stop, 60, CUTS)
    if stop - first < 2:
        first = start
    after = n + size + (words[n + size] == ",")
    last = end(prose, after, sentence.last, REACH, CUTS)
    if free and stop - first > 1 and last > after and PARDON.isdisjoint(words[first : min(stop, first + 9)]):
        yield turn(
            prose, sentence, "within", (n, size), (first, stop), (after, last), ((first, stop), (head, last))
        )


def turn(
    prose: Prose,
    sentence: Sentence,
    place: Place,
    mark: Span,
    granted: Span,
    turned: Span,
    members: tuple[Span, Span],
) -> Turn:
    """Return a turn; `mark` is where the mark begins and how many words it has."""
    n, size = mark
    words = " ".join(prose.words[n : n + size])
    return Turn(sentence.doc, words, place, n, granted, turned, members, sentence.first, sentence.last)


def merely(words: Sequence[str], n: int) -> bool:
    """Return whether a 'but' means 'only': 'it is but a step'."""
    return words[n - 1] in ONLY or (words[n - 1].isalpha() and words[n + 1] in FEW and words[n + 2] != ",")


def conceded(prose: Prose, sentence: Sentence, n: int, size: int) -> Iterator[Turn]:
    """Yield 'although X, Y' and 'Y, although X'; what concedes begins at `n`."""
    words, mark, after = prose.words, (n, size), n + size
    joint = words[n - 1] if n > sentence.first else ""
    lead = not joint or joint in LINKS or joint in BUT or not prose.is_word[n - 1]
    cut = next((k for k in range(after + 1, min(n + 50, sentence.last - 1)) if words[k] == ","), -1)
    if cut > 0 and words[cut + 1] in GOING_ON:
        cut = -1
    if lead and cut > 0 and STOPS.isdisjoint(words[n:cut]):
        stop, last = trimmed(prose, n, cut), end(prose, cut + 1, sentence.last, REACH, STOPS)
        if last > cut + 1 and stop > after:
            granted, turned = (after, stop), (cut + 1, last)
            yield turn(prose, sentence, "before", mark, granted, turned, ((n, stop), turned))
    stop = trimmed(prose, sentence.first, n)
    first = back(prose, sentence.first, stop, 40, STOPS)
    last = end(prose, after, sentence.last, 30, STOPS)
    if stop - first > 1 and last > after:
        yield turn(prose, sentence, "after", mark, (after, last), (first, stop), ((first, stop), (n, last)))
    elif cut < 0 and not joint and last - after > 8:
        half = after + (last - after) // 2
        yield turn(prose, sentence, "before", mark, (after, half), (half, last), ((n, half), (half, last)))
