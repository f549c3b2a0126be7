"""The three members of a tricolon: where they begin and end, and whether they are of one kind."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.likeness import likeness
from rhetoric.extract.devices.pieces import AND, COMMA, END, Piece
from rhetoric.extract.devices.weight import ADJECTIVES, QUALITIES, verb, weight
from rhetoric.extract.devices.words import AUXILIARIES, DETERMINERS, FUNCTION, PREPOSITIONS, closed, kind
from rhetoric.extract.prose import Prose

VERBAL = AUXILIARIES | closed("i he she we they who which")
HELPERS = closed("to will would shall should can could may might must cannot let us not i we you they")
RAISING = closed("even sometimes yes indeed finally above ultimately simply")
DEGREES = closed("more most less least so too very equally deeply highly truly")
COMPARING = closed(
    "more most less least fewer better worse higher lower greater bigger smaller longer shorter stronger cheaper safer"
)
ASIDE = closed(
    "including such especially particularly notably namely particular either neither perhaps indeed however not though although "
    "because while when where which who whom whose that if as said says then therefore sir mr mrs now also too like until "
    "unless after before since so only respectively chairman president secretary member senator"
)
ENDS = (
    "ly",
    "ing",
    "ed",
)  # that all members have, or none; the last two where 'and' joins all and the clause goes on
SIZE = 9  # words of a member, at most
LONG = 18  # of a clause that opens with a pronoun
ALIKE = 0.5  # how alike clauses must be that share no opening
OWNING = closed("my your his her its our their")
TURNED = DETERMINERS | closed(
    "i you he she it we they there"
)  # after a verb that opens a question or an if-clause
TAKEN = DETERMINERS | closed("them us him it me you themselves itself himself herself ourselves")


def spans(prose: Prose, left: Piece, middle: Piece, right: Piece) -> list[Span]:
    """Return the members that three pieces hold: as far back in the first, and on in the last, as they are like the middle."""
    words, opener = prose.words, prose.words[middle.first]
    at = right.first + (words[right.first] in RAISING and len(right) > 1)
    size, form = len(middle), acts(words, middle.first, middle.last)
    clause = False
    if opener == words[at]:
        begin = found(words, left, opener)
    elif kind(opener) == kind(words[at]) == "auxiliary":
        turned = any(
            p.last > n + 1 and words[n + 1] in TURNED for p, n in ((middle, middle.first), (right, at))
        )
        begin, clause = -1 if turned else helped(words, left), True
    elif form and size > 1 and acts(words, at, right.last) == form:
        begin, clause = led(prose, left, form), True
    elif kind(opener) and kind(words[at]) == kind(opener) and echoed(words, left, middle, right):
        firsts = (left.last - size, middle.first, right.first)
        return [(n, n + size) for n in firsts]
    elif aside(words, middle, words[at]):
        return []
    else:
        begin = after(words, left)
        if size < 3 and left.last - begin > size + 1:
            begin = left.last - size
    if begin < 0 or not 0 < left.last - begin <= 2 * size + 2:
        return []
    carried = PREPOSITIONS.intersection(words[middle.first + 1 : middle.last])
    stop = stops(prose, right, max(size, left.last - begin), clause, carried)
    return (
        [(begin, left.last), (middle.first, middle.last), (right.first, stop)] if stop > right.first else []
    )


def acts(words: Sequence[str], n: int, last: int) -> str:
    """Return the form of a verb at a place: one that is known, or a word before an article, a possessive or an object."""
    word = words[n]
    if word in FUNCTION or verb(word) or n + 1 >= last or words[n + 1] not in TAKEN or not word.isalpha():
        return verb(word)
    if (quality(word) and not word.endswith("ed")) or word.endswith("ly"):
        return ""
    return next((e for e in ("ed", "ing", "s") if word.endswith(e) and not word.endswith("ss")), "base")


def found(words: Sequence[str], left: Piece, opener: str) -> int:
    """Return the last place in a piece where a word stands, or for 'their' and the like a possessive, or -1."""
    rows = range(left.last - 1, left.first - 1, -1)
    at = next((n for n in rows if words[n] == opener), -1)
    return next((n for n in rows if words[n].endswith("'s")), -1) if at < 0 and opener in OWNING else at


def helped(words: Sequence[str], left: Piece) -> int:
    """Return where the last run of auxiliary verbs in a piece begins, or -1."""
    n = next((n for n in range(left.last - 1, left.first - 1, -1) if words[n] in AUXILIARIES), -1)
    while n > left.first and words[n - 1] in AUXILIARIES:
        n -= 1
    return n


def clausal(prose: Prose, row: Sequence[Piece]) -> list[Span]:
    """Return three pieces as members if they are clauses of like build and length."""
    rows = [prose.words[p.first : p.last] for p in row]
    sizes = list(map(len, rows))
    if min(sizes) < 4 or max(sizes) > 16 or any(AUXILIARIES.isdisjoint(r) for r in rows):
        return []
    last = row[2].first + min(sizes[2], max(sizes[:2]) + 1)
    rows[2] = prose.words[row[2].first : last]
    alike = min(likeness(rows[0], rows[1]), likeness(rows[1], rows[2]))
    return (
        [(row[0].first, row[0].last), (row[1].first, row[1].last), (row[2].first, last)]
        if alike >= ALIKE
        else []
    )


def echoed(words: Sequence[str], left: Piece, middle: Piece, right: Piece) -> bool:
    """Return whether three pieces end in the same word, as 'of the people, by the people, for the people' do."""
    size = len(middle)
    if not 1 < size <= min(len(left), len(right)) or words[middle.last - 1] in FUNCTION:
        return False
    ends = {words[left.last - 1], words[middle.last - 1], words[right.first + size - 1]}
    return len(ends) == 1 and kind(words[left.last - size]) == kind(words[middle.first])


def aside(words: Sequence[str], middle: Piece, other: str) -> bool:
    """Return whether the middle of three pieces is no member like the last, that opens with `other`, but a remark."""
    opener = words[middle.first]
    if (
        opener in FUNCTION
        or other in FUNCTION
        or opener in RAISING
        or any(w in VERBAL for w in words[middle.first : middle.last])
    ):
        return True
    return (verb(opener) != "" or opener.endswith(("ed", "ing"))) and len(middle) > 1


def after(words: Sequence[str], left: Piece) -> int:
    """Return the place after the last small word of a piece."""
    return next((n + 1 for n in range(left.last - 1, left.first - 1, -1) if words[n] in FUNCTION), left.first)


def led(prose: Prose, left: Piece, form: str) -> int:
    """Return where in a piece a verb of a form stands, a bare one after 'to', 'will', 'we' and the like, or -1."""
    words = prose.words
    for n in range(left.first, left.last):
        free = form != "base" or n == left.first
        if acts(words, n, left.last) == form and (
            free or not HELPERS.isdisjoint(words[max(left.first, n - 4) : n])
        ):
            return n
    return -1


def stops(prose: Prose, right: Piece, size: int, clause: bool, carried: Set[str]) -> int:
    """Return where the last member ends: with its piece if it is not much longer than the others, or before a small word.

    Prepositions that the middle member has, too, are `carried`.
    """
    words = prose.words
    if clause or len(right) <= size + 1:
        return min(right.last, right.first + size + 4)
    n = right.first
    while n < right.last and (words[n] in FUNCTION or words[n] in RAISING):
        n += 1
    size += n - right.first
    while n < right.last and n - right.first < size + 1 and (words[n] not in FUNCTION or words[n] in carried):
        n += 1
    if n + 2 == right.last and words[n] == "of" and words[n + 1] not in FUNCTION:
        return right.last
    while n - 1 > right.first and words[n - 1] in FUNCTION:
        n -= 1
    hanging = n < right.last and words[n] in PREPOSITIONS and words[n - 1].endswith("ed")
    return n - 1 if hanging and n - 1 > right.first else n


def head(prose: Prose, first: int, last: int) -> str:
    """Return the word of a member that tells most: of its words of content the weightiest, of these the last."""
    rows = [w for w in prose.words[first:last] if w not in FUNCTION and w not in RAISING and w not in DEGREES]
    return max(reversed(rows), key=weight)


def comparing(word: str) -> bool:
    """Return whether a word that opens a member compares."""
    return word in COMPARING or (word.endswith("er") and weight(word.removesuffix("er")) == 1.0)


def quality(word: str) -> bool:
    """Return whether a word may be an adjective of quality."""
    return word in QUALITIES or (word.endswith(ADJECTIVES) and not word.endswith(("ment", "eed")))


def goes_on(prose: Prose, row: Sequence[Piece], joined: tuple[int, int]) -> bool:
    """Return whether a fourth member follows the third; `row` is the piece of this one and the next."""
    if len(row) < 2:
        return False
    third, fourth = row
    one, other = prose.words[third.first], prose.words[fourth.first]
    if joined == (COMMA, COMMA) and third.after == AND:
        return len(third) < 2 or one == other
    return third.after == joined[1] and other not in ASIDE and (one in FUNCTION or other not in FUNCTION)


def uneven(prose: Prose, members: Sequence[Span], ending: str) -> bool:
    """Return whether some members but not the first, or only the first, end in a word with an ending, as adverbs do."""
    one, *others = (prose.words[b - 1].endswith(ending) for _, b in members)
    return one != any(others) or one != all(others)


def longest(members: Sequence[Span]) -> bool:
    """Return whether a member is far longer than another."""
    sizes = [b - a for a, b in members]
    return max(sizes) > 3 * min(sizes) + 1


def leads_in(prose: Prose, prior: Piece) -> bool:
    """Return whether the piece before the first member only leads up to it, as 'In Richmond,' does."""
    if prior.before != END or len(prior) > 4:
        return False
    word = prose.words[prior.first]
    return word in PREPOSITIONS or word.endswith("ly") or word in ("so", "then", "now", "but", "here")


def content(prose: Prose, first: int, last: int) -> bool:
    """Return whether a member holds a word that means something, and no figures."""
    words = prose.words[first:last]
    return any(w not in FUNCTION and w not in RAISING and w not in DEGREES for w in words) and not any(
        w[0].isdigit() for w in words
    )


def named(prose: Prose, members: Sequence[Span], sentence: int) -> bool:
    """Return whether two members or more are names; a capital that opens the sentence says nothing."""
    count = 0
    for first, last in members:
        rows = [n for n in range(first, last) if prose.words[n] not in FUNCTION and n > sentence]
        count += bool(rows) and all(prose.shown[n][:1].isupper() for n in rows)
    return count > 1
