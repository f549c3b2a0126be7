"""What three members are: words of some kind, phrases, predicates, clauses or sentences, or all that a sentence has."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.clauses import Span
from rhetoric.extract.devices.doing import adverb, form
from rhetoric.extract.devices.memberspans import adjective, agreed
from rhetoric.extract.devices.minor import PAST
from rhetoric.extract.devices.pausing import AND, COMMA, KINDS, TURNS
from rhetoric.extract.devices.threes import HELPERS
from rhetoric.extract.devices.triple import SERIES, Triple
from rhetoric.extract.devices.words import AUXILIARIES, PREPOSITIONS, closed

PEOPLE = closed("i you he she it we they")
PAIRED = ("s", "ing")  # forms of two verbs in a row that say something of the noun before them
ENDS, COMMAS = frozenset(".!?…"), frozenset(",;:—–")
FINITE = AUXILIARIES | PAST


def verbless(words: Sequence[str], triple: Triple, last: int) -> bool:
    """Return whether a sentence is nothing but three members without a verb, and what a preposition or a participle adds."""
    members, end = triple.members, triple.members[2][1]
    sizes = sorted(b - a for a, b in members)
    if words[last - 1] not in ENDS or triple.joined[0] == SERIES or sizes[2] > 5 or sizes[0] == 1 < sizes[2]:
        return False
    if not FINITE.isdisjoint(words[members[0][0] : last]) or agreed(words, *members) or triple.names > 0.3:
        return False
    if any(
        KINDS.get(words[a], "determiner") != "determiner" or adverb(words[a]) or form(words[a]) == "ing"
        for a, _ in members
    ):
        return False
    rest = words[end : last - 1]
    return not rest or (COMMAS.isdisjoint(rest) and (rest[0] in PREPOSITIONS or rest[0].endswith("ed")))


def scaled(words: Sequence[str], triple: Triple, verb: str) -> str:
    """Return what members are: words of some kind, phrases, predicates, clauses, sentences, or others of some length."""
    members = triple.members
    one, two = (b - a for a, b in members[:2])
    if triple.joined[0] == SERIES:
        return "sentences"
    if two == 1 and one < 3:
        return sorted_words(words, members, triple.joined == (COMMA, AND))
    if verb or all(words[a] in AUXILIARIES for a, _ in members):
        return "predicates"
    if all(words[a] in PEOPLE for a, _ in members):
        return "clauses"
    if one < 5 and two < 5:
        return "phrases"
    if all(words[a] in TURNS for a, _ in members) or all(finite(words, a, b) for a, b in members):
        return "clauses"
    return "long"


def finite(words: Sequence[str], first: int, last: int) -> bool:
    """Return whether a member begins with a subject and an auxiliary follows."""
    if words[first] in AUXILIARIES or KINDS.get(words[first]) == "preposition":
        return False
    return not AUXILIARIES.isdisjoint(words[first + 1 : min(last, first + 10)])


def sorted_words(words: Sequence[str], members: Sequence[Span], bare: bool) -> str:
    """Return what single words are: adjectives, verbs or nouns."""
    heads = [words[b - 1] for _, b in members[:2]] + [words[members[2][0]]]
    fine = [adjective(w) for w in heads]
    kinds = [
        "adjective" if f or w.endswith("ed") else "adverb" if w.endswith("ly") else ""
        for f, w in zip(fine, heads, strict=True)
    ]
    if (
        bare
        and kinds[1] == kinds[2] != ""
        and kinds[0] != kinds[1]
        and (kinds[1] == "adverb" or form(heads[0]) != "ed")
    ):
        return "pair"
    forms = [form(w) for w in heads]
    if bare and forms[1] == forms[2] != forms[0] and forms[1] in PAIRED:
        return "pair"
    if sum(fine) > 1 or (any(fine) and all(f or w.endswith("ed") for f, w in zip(fine, heads, strict=True))):
        return "adjectives"
    first = members[0][0]
    helped = first > 0 and words[first - 1] in HELPERS
    if forms[1] and (forms[1] == forms[2] or forms[1] == forms[0]) and (forms[1] != "base" or helped):
        return f"verbs {forms[1]}"
    return "nouns"
