"""From a metaphor to the phrase it is about, by the rules that `rhetoric.extract.target` tells."""

from __future__ import annotations

from rhetoric.extract.devices.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS
from rhetoric.extract.nounphrase import PAD, Span, Words, after, before, determined, governing, left_edge
from rhetoric.extract.wordclass import (
    BE,
    COMMA,
    CONTROL,
    DASH,
    HAVE,
    MARKS,
    OBJECTS,
    OPENERS,
    PARTICLES,
    RELATIVES,
    TOWARD,
    WIDER,
    abstract,
    adjective,
    adverb,
    describing,
    manner,
    nominal,
    opening,
    participle,
    past,
    plural,
    possessive,
    progressive,
)

OPEN_ENDED = PARTICLES | PREPOSITIONS | OPENERS  # a phrase that ends so has its object after it
ANYWHERE = TOWARD | WIDER
NOUN_MARKS = OPENERS | PREPOSITIONS


def about(words: Words, first: int, last: int) -> Span | None:
    """Return the phrase that a metaphor at ``[first, last)`` is about, or None."""
    if last - first > 1 and words[last - 1] in PREPOSITIONS and (found := after(words, last)):
        return found
    start = first
    while adverb(words[start - 1]):
        start -= 1
    head, previous = words[first], words[start - 1]
    if last - first == 1 and manner(head):
        return modified(words, last) if previous in OPENERS or nominal(words[last + 1]) else None
    if previous in BE:
        return predicate(words, start, first, last)
    if follows_noun_mark(words, start, last):
        gerund = progressive(head) and previous in PREPOSITIONS
        return verb(words, start, first, last) if gerund else noun(words, start, last)
    if nominal(previous) and not participle(head) and inside(words, start, last):
        return noun(words, start, last)
    free = describing(head) and (not nominal(previous) or progressive(previous))
    if (free or adjective(head)) and (found := coordinated(words, last)):
        return found
    return verb(words, start, first, last)


def follows_noun_mark(words: Words, start: int, last: int) -> bool:
    """Return whether the word before a metaphor shows it to be a noun or to stand before one."""
    previous = words[start - 1]
    if previous == "that":
        return not relative(words, start - 1)
    if previous == "to" or (previous in PRONOUNS and words[last] in OPENERS):
        return False
    return previous in NOUN_MARKS or possessive(previous) or adjective(previous)


def inside(words: Words, start: int, last: int) -> bool:
    """Return whether a metaphor belongs with the word before it: 'create chaos', 'on each data file'."""
    edge = start
    while nominal(words[edge - 1]):
        edge -= 1
    if governing(words, edge) or progressive(words[start - 1]):
        return True
    following, outer = words[last], words[determined(words, edge) - 1]
    if following in AUXILIARIES or following in BE or past(following) or outer in BE:
        return True
    closed_off = following in MARKS or following in ("of", "for", "and", "or") or adjective(following)
    return closed_off and outer in PREPOSITIONS


def relative(words: Words, at: int) -> bool:
    """Return whether a relative pronoun stands at a place: *that* only after a noun."""
    return words[at] in RELATIVES and (words[at] != "that" or nominal(words[at - 1]))


def predicate(words: Words, start: int, first: int, last: int) -> Span | None:
    """Return the object of a progressive, the noun that an adjective stands before, or the subject."""
    if progressive(words[first]) and (found := goal(words, last)):
        return found
    if nominal(words[last]) and not past(words[first]) and (found := after(words, last)):
        return found
    to = words[last] == "to" and words[last + 1] in OPENERS
    return subject(words, start) or toward(words, last, ANYWHERE | {"to"} if to else ANYWHERE)


def verb(words: Words, start: int, first: int, last: int) -> Span | None:
    """Return the object of a verb, or its subject; a phrase that ends in a noun has its object within."""
    if words[last] in OBJECTS and words[last - 1] not in PREPOSITIONS:
        return None
    whole = last - first > 1 and words[last - 1] not in OPEN_ENDED
    found = toward(words, last, TOWARD) if whole else goal(words, last)
    found = found or subject(words, start, participle(words[first]), whole)
    return found or toward(words, last, WIDER)


def goal(words: Words, at: int) -> Span | None:
    """Return the object of a verb that ends at a place, past a particle or a second verb."""
    at += words[at] in PARTICLES
    if words[at] in ("and", "or") and nominal(words[at + 1]):
        at += 2 * (words[at + 2] in OPENERS or words[at + 2] in TOWARD)
    if past(words[at]) and not nominal(words[at + 1]):
        return None
    return after(words, at) if opening(words[at]) else toward(words, at, TOWARD)


def toward(words: Words, at: int, prepositions: frozenset[str]) -> Span | None:
    """Return the phrase after one of some prepositions."""
    return after(words, at + 1) if words[at] in prepositions else None


def noun(words: Words, start: int, last: int) -> Span | None:
    """Return what a noun, or an adjective before a noun, is about."""
    own = start
    while adjective(words[own - 1]) or adverb(words[own - 1]):
        own -= 1
    begin = own
    while nominal(words[begin - 1]) or adverb(words[begin - 1]):
        begin -= 1
    begin += begin < start and governing(words, begin)
    edge = determined(words, begin)
    outer = words[edge - 1]
    if outer in BE and (found := subject(words, edge)):
        return found
    if found := modified(words, last) or toward(words, last, TOWARD):
        return found
    owner = next((n for n in range(own, begin, -1) if possessive(words[n - 1])), 0)
    if owner and not abstract(words[own - 1]):
        return before(words, owner, hop=False)
    if outer in HAVE and (found := subject(words, edge)):
        return found
    compound = begin < own == start and not participle(words[own - 1])
    if found := (None if compound else beyond(words, edge)) or toward(words, last, WIDER):
        return found
    return (before(words, own, hop=False) if compound else None) or equal(words, last)


def beyond(words: Words, edge: int) -> Span | None:
    """Return the subject of a longer predicate: 'is in retreat', 'is a figure of fun'."""
    if words[edge - 1] not in PREPOSITIONS:
        return None
    edge = determined(words, left_edge(words, edge - 1))
    return subject(words, edge) if words[edge - 1] in BE else None


def equal(words: Words, at: int) -> Span | None:
    """Return what the noun that ends at a place is said to be."""
    if words[at] not in BE or words[at + 1] == "that":
        return None
    found = after(words, at + 1)
    return None if found is None or participle(words[found[0]]) or participle(words[found[1] - 1]) else found


def modified(words: Words, at: int) -> Span | None:
    """Return the noun after an adjective that ends at a place, or after several."""
    if plural(words[at - 1]):
        return None
    if not abstract(words[at - 1]) and (found := coordinated(words, at)):
        return found
    word, following = words[at], words[at + 1]
    if not nominal(word):
        return None
    alone = not nominal(following)
    return (
        None if alone and (participle(word) or (plural(word) and following in OPENERS)) else after(words, at)
    )


def coordinated(words: Words, at: int) -> Span | None:
    """Return the noun after further adjectives, each after a comma or conjunction: 'and fairer rules'."""
    begin = at
    while words[at] == COMMA or words[at] in CONJUNCTIONS:
        at += 2 if words[at] == COMMA and words[at + 1] in CONJUNCTIONS else 1
        while adverb(words[at]):
            at += 1
        word, following = words[at], words[at + 1]
        if not nominal(word):
            return None
        if following == COMMA or following in CONJUNCTIONS:
            at += 1
        elif not (nominal(following) and describing(word)):
            return None
    return after(words, at) if at > begin else None


def subject(words: Words, at: int, parted: bool = False, whole: bool = False) -> Span | None:
    """Return the subject of the verbs that end at a place; of a participle, the noun that it stands after.

    Parameters
    ----------
    words : sequence of str
    at : int
    parted : bool
        Whether the metaphor is a participle.
    whole : bool
        Whether it has its object within.
    """
    begin = at
    while linking(words, at - 1):
        at -= 1
    bare = at == begin
    if relative(words, at - 1):
        return before(words, at - 2 if words[at - 2] == COMMA else at - 1, hop=False)
    if words[at - 1] in (COMMA, DASH):
        at = at - 1 if parted and bare else opened(words, at - 1)
        at -= relative(words, at - 1)
    if words[at - 1] in PRONOUNS:
        return object_of_clause(words, at - 1) if bare and not whole else None
    if parted and bare and words[at - 1] == "as":
        at -= 1
    found = before(words, at)
    return (
        before(words, at, hop=False) if found and parted and bare and not leading(words, found[0]) else found
    )


def leading(words: Words, start: int) -> bool:
    """Return whether the phrase at a place begins its clause; a participle after it is then its verb."""
    previous = words[determined(words, start) - 1]
    return previous in MARKS or previous in CONJUNCTIONS or previous in RELATIVES


def linking(words: Words, at: int) -> bool:
    """Return whether a word may stand between a verb and its subject."""
    word = words[at]
    if word in AUXILIARIES or word in BE or word in CONTROL or word == "to" or adverb(word):
        return word.partition("'")[0] not in PRONOUNS
    return participle(word) and words[at + 1] == "to" and words[at - 1] in AUXILIARIES


def opened(words: Words, at: int) -> int:
    """Return where the insertion begins that a mark at a place closes, or that place if it closes none."""
    return next((n for n in range(at - 1, PAD, -1) if words[n] == words[at]), at)


def object_of_clause(words: Words, at: int) -> Span | None:
    """Return the noun before a relative clause that begins with a pronoun: 'the role they played'."""
    at -= words[at - 1] in RELATIVES or words[at - 1] == "whom"
    edge = left_edge(words, at)
    begin = determined(words, edge)
    adjunct = words[begin - 1] in PREPOSITIONS and words[begin - 2] in MARKS
    return None if begin == edge or adjunct else before(words, at, hop=False)
