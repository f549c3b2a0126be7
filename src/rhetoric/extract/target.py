"""What a metaphor is about: the noun phrase it governs, as far as its neighbours tell without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    QUESTION_WORDS,
)
from rhetoric.match import Hits
from rhetoric.model.corpus import Corpus

BE = frozenset("is are was were be been being become becomes became remain remains seem seems".split())
TOWARD = frozenset(("of", "on", "upon", "against"))
BREAKS = CONJUNCTIONS | QUESTION_WORDS | {"that", "not", "then", "also", "than"}
LONGEST, REACH = 5, 6
EMPTY = frozenset(
    "bit thing things way ways one ones lot lots kind sort part time times people it them him her us me you something "
    "anything nothing everything more less much many very really just only even still already never always again up "
    "down out off over back away on in together about around through".split()
)


def targets(corpus: Corpus, hits: Hits) -> list[str | None]:
    """Return what each metaphor is about, as printed; None where its neighbours do not tell.

    Parameters
    ----------
    corpus : Corpus
    hits : Hits
        Of metaphors, by token.

    Notes
    -----
    The first of these that is there, within the clause and no further than six words away:

    1. the phrase after *of*, or right after *on*, *upon*, *against*: 'attacks on **the Liberals**';
    2. the phrase right after it, its object or its noun: 'cemented **the alliance**', 'slow-paced **politics**';
    3. the subject of a copula: '**the coalition** is a safe house';
    4. the phrase before it: '**Labour** lurched to the left'.

    A pronoun is no answer, nor is a word without a meaning of its own, nor a single word that no article, possessive, *of* or
    capital letter shows to be a noun.
    """
    tokens = corpus.tokens
    forms, _ = tokens.vocab.folding
    sentence = corpus.token_sentence
    out: list[str | None] = []
    for first, last in zip(hits.first.tolist(), hits.last.tolist(), strict=True):
        row = sentence[first]
        begin, end = first, last
        while begin > 0 and first - begin < 2 * REACH and sentence[begin - 1] == row:
            begin -= 1
        while end < len(tokens) and end - last < 2 * REACH and sentence[end] == row:
            end += 1
        words = [forms[tokens.folded[n]] for n in range(begin, end)]
        is_word = tokens.is_word[begin:end].tolist()
        span = of_clause(words, is_word, first - begin, last - begin)
        named = printed(corpus, begin, span) if span else ""
        plain = span and span[1] - span[0] == 1 and named.islower()
        noun = span and span[0] > 0 and words[span[0] - 1] in DETERMINERS | {"of"}
        out.append(named if named and (noun or not plain) else None)
    return out


def printed(corpus: Corpus, begin: int, span: tuple[int, int]) -> str:
    """Return a phrase as the text prints it, on one line."""
    tokens = corpus.tokens
    a, b = begin + span[0], begin + span[1] - 1
    text = corpus.documents[tokens.doc[a]].text[tokens.start[a] : tokens.end[b]]
    return " ".join(text.split())


def of_clause(words: Sequence[str], is_word: Sequence[bool], first: int, last: int) -> tuple[int, int] | None:
    """Return the place of the phrase that a metaphor at ``[first, last)`` is about, or None."""
    for skip in range(3):
        at = last + skip
        toward = {"of"} if skip else TOWARD
        if at + 1 < len(words) and words[at] in toward and all(is_word[last:at]):
            return phrase(words, is_word, at + 1)
        if at >= len(words) or not is_word[at] or words[at] in BREAKS | PREPOSITIONS | AUXILIARIES:
            break
    if after := phrase(words, is_word, last):
        return after
    at = first - 1
    while at >= 0 and first - at <= REACH and is_word[at] and words[at] not in BREAKS:
        if words[at] in BE:
            return before(words, is_word, at)
        at -= 1
    at = first
    while at > 0 and is_word[at - 1] and words[at - 1] in AUXILIARIES | {"to", "has", "had"}:
        at -= 1
    return before(words, is_word, at)


def phrase(words: Sequence[str], is_word: Sequence[bool], at: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at a place, without its determiners."""
    while at < len(words) and is_word[at] and words[at] in DETERMINERS:
        at += 1
    end = at
    while end < len(words) and end - at < LONGEST and is_word[end] and words[end] not in FUNCTION | BREAKS:
        end += 1
    return meant(words, at, end)


def before(words: Sequence[str], is_word: Sequence[bool], end: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends at a place."""
    at = end
    while at > 0 and end - at < LONGEST and is_word[at - 1] and words[at - 1] not in FUNCTION | BREAKS:
        at -= 1
    return meant(words, at, end)


def meant(words: Sequence[str], at: int, end: int) -> tuple[int, int] | None:
    """Return a phrase less the empty words at its ends, or None where nothing is left."""
    while at < end and words[at] in EMPTY:
        at += 1
    while at < end and (words[end - 1] in EMPTY or words[end - 1].endswith("ly")):
        end -= 1
    return (at, end) if at < end else None
