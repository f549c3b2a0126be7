"""How an act is called, asked for or turned round by the words around it, without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rhetoric.extract.actwords import acts, judgement_of
from rhetoric.extract.devices.words import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
)

AHEAD = 9  # words looked ahead from a mention for how the act is called
JOINS = frozenset(("and", "or", "nor", ","))
COPULAS = frozenset("is was are were be been seems seem looks isn't wasn't aren't weren't".split())
ONLY = frozenset("just only simply merely".split())
BREAKS = frozenset('.;:!?—–"“”‘«»') | {"--", "..."}
OPENERS = (CONJUNCTIONS - JOINS) | QUESTION_WORDS | {",", "that", "as", "than", "supposing"}  # of a clause
CONDITIONS = frozenset(("if", "unless", "whether", "supposing"))
ENDS = frozenset("stop stopped end ended cease avoid resist condemn oppose reject denounce".split())


def asked_for(near: Sequence[str], nominal: bool) -> bool:
    """Return whether a word before an act asks for it; 'need' asks with 'to' or for a thing, 'let' where it opens the clause."""
    for n, word in enumerate(near):
        after = near[n + 1] if n + 1 < len(near) else ""
        if word in ("need", "needs"):
            if nominal or after in ("to", "not"):
                return True
        elif word == "let":
            if n == 0 or near[n - 1] in ("and", "so"):
                return True
        elif word in acts().asked or word in ("shouldn't", "mustn't"):
            return True
    return False


def called_after(words: Sequence[str], last: int, others: Sequence[bool]) -> tuple[int, str] | None:
    """Return how what ends at a place is called by a copula that follows, and the words for it."""
    for n in range(last, min(len(words), last + AHEAD)):
        if words[n] in COPULAS:
            return complement(words, n)
        if words[n] in BREAKS or (words[n] != "," and (words[n] in OPENERS or words[n] in PRONOUNS)):
            return None
        if others[n] and not others[n - 1] and not attached(words, n):
            return None
    return None


def attached(words: Sequence[str], n: int) -> bool:
    """Return whether what begins at a place is joined to what stands before it, by 'and' or a preposition."""
    while words[n - 1] in DETERMINERS:
        n -= 1
    return words[n - 1] in JOINS or words[n - 1] in PREPOSITIONS


def complement(words: Sequence[str], copula: int) -> tuple[int, str] | None:
    """Return the judgement after a copula, and the words for it."""
    turned = words[copula].endswith("n't")
    for k in range(copula + 1, min(len(words), copula + 7)):
        if words[k] in BREAKS or words[k] in (",", "but", "because"):
            return None
        if called := judgement(words, k):
            value, what = called
            return (-value, f"not {what}") if turned else (value, what)
        turned = turned != turns(words[k : k + 2], 1)
    return None


def called_before(before: Sequence[str]) -> tuple[int, str] | None:
    """Return how an act is called by what stands before it: 'it's a mistake to', 'a danger of'."""
    marks = [n for n in range(max(0, len(before) - 3), len(before)) if before[n] in ("to", "of", "in")]
    for n in range(marks[-1] - 1 if marks else -1, -1, -1):
        if before[n] in OPENERS:
            return None
        if called := judgement(before, n):
            value, what = called
            return (-value, f"not {what}") if turns(clause_of(before[:n])[0][-5:]) else (value, what)
    return None


def judgement(words: Sequence[str], n: int) -> tuple[int, str] | None:
    """Return the judgement of the word at a place, or of two, and how it is printed; 'the right' is none."""
    word, after = words[n], words[n + 1] if n + 1 < len(words) else ""
    if word == "right" and n and words[n - 1] == "the" and (not after.isalpha() or after in FUNCTION):
        return None
    if not (value := judgement_of(word, after)):
        return None
    return value, repr(word if judgement_of(word, "") == value else f"{word} {after}")


def clause_of(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return the last clause of some words, and the word that opens it."""
    opening = (n for n, w in enumerate(words) if w in OPENERS and (w != "than" or words[n - 1] != "rather"))
    at = max(opening, default=-1)
    return words[at + 1 :], words[at] if at >= 0 else ""


def just(words: Sequence[str]) -> bool:
    """Return whether some words hold 'not just', 'not only'."""
    return any(turns([a]) and b in ONLY for a, b in pairwise(words))


def turns(words: Sequence[str], first: int = 0) -> bool:
    """Return whether some words, or the `first` of them, turn round what follows; two of them do not."""
    count = 0
    for n, word in enumerate(words[:first] if first else words):
        after = words[n + 1] if n + 1 < len(words) else ""
        if word == "rather":
            count += after == "than"
        elif word in acts().turned or word in ENDS or word.endswith("n't"):
            count += after not in ONLY
    return bool(count % 2)
