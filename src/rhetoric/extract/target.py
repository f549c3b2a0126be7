"""What a metaphor is about: the phrase it governs, as far as its neighbours tell without a parser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rhetoric.extract.devices.words import DASHES
from rhetoric.extract.nounphrase import PAD, Words
from rhetoric.extract.targetrules import about
from rhetoric.extract.wordclass import COMMA, DASH, STOP
from rhetoric.match import Hits
from rhetoric.model.corpus import Corpus

REACH = 20
QUOTES = frozenset("\"'“”‘’«»")


def targets(corpus: Corpus, hits: Hits) -> list[str | None]:
    """Return what each metaphor is about, as printed; None where its neighbours do not tell.

    Parameters
    ----------
    corpus : Corpus
    hits : Hits
        Of metaphors, by token.

    Notes
    -----
    The word before a metaphor (adverbs skipped) tells what it is. Within its sentence, and no further
    than twenty tokens away, it is about the first of these that is there.

    A *predicate*, after a form of *be*, *become*, *remain*, *seem*:

    1. the object of a progressive: 'is attacking **the Liberals**';
    2. the noun right after it: 'it is slow-paced **politics**';
    3. its subject: '**the talks** are toxic', '**the budget** was buried'; where that is a pronoun, the
       phrase after a preposition: 'we are deaf to **the complaints**'.

    A *noun*, or an adjective before one, after an article, a possessive, an adjective or a preposition:

    1. the subject whose predicate it is: '**the coalition** is a safe house for ideas';
    2. the noun right after it, past further adjectives: 'tougher and fairer **rules**';
    3. the phrase after *of*, *on*, *upon*, *against*: 'attacks on **the Liberals**';
    4. its owner: '**the chancellor**'s gamble', '**the country** has a mountain to climb';
    5. the subject of a longer predicate, '**the plan** is in tatters'; a phrase after *for*, *with*, *from*,
       *about*, *over*, *in*, 'a storm over **the budget**'; the noun before it, '**the party** machine'; or
       what it is said to be, 'the true disease is **inflation**'.

    A *verb*, anything else:

    1. its object, past a particle: 'cemented **the alliance**', 'propped up **the bank**'; or the phrase
       after *of*, *on*, *upon*, *against*;
    2. its subject: '**Labour** lurched to the left'; past *who*, *which*, *that* the noun before, '**the
       unions**, which have stumbled'; of a participle, the noun it stands after, '**the bill**, mauled by the
       Lords'; and of a relative clause with a subject of its own, '**the price** they swallowed';
    3. a phrase after *for*, *with*, *from*, *about*, *over*, *in*.

    A metaphor of several words that ends in a preposition is about the phrase after it: 'declared war on
    **the unions**'.

    Of a phrase the head is given, not what hangs on it: '**the committee** on pensions buckled'; of a
    quantity, what there is so much of: 'a number of **the failures**'. Quote marks and the stops of
    abbreviations are skipped; a clause after *that* is not looked into. No answer are a pronoun, an
    adjective, a date, and a word without a meaning of its own ('situation', 'way').
    """
    tokens = corpus.tokens
    forms, _ = tokens.vocab.folding
    sentence = corpus.token_sentence
    out: list[str | None] = []
    for first, last in zip(hits.first.tolist(), hits.last.tolist(), strict=True):
        begin, end = max(first - REACH, 0), min(last + REACH, len(tokens))
        begin, end = same(sentence[begin:end].tolist(), begin, first)
        here = [forms[n] for n in tokens.folded[begin:end].tolist()]
        words, places = plain(here, tokens.is_word[begin:end].tolist(), begin)
        at, stop = bisect_left(places, first), bisect_left(places, last)
        span = about(words, at + PAD, stop + PAD) if at < stop else None
        out.append(printed(corpus, places[span[0] - PAD], places[span[1] - 1 - PAD]) if span else None)
    return out


def same(rows: Sequence[int], begin: int, first: int) -> tuple[int, int]:
    """Return the tokens around one that are of its sentence, from the sentences of those from `begin` on."""
    low = high = first - begin
    while low > 0 and rows[low - 1] == rows[high]:
        low -= 1
    row = rows[high]
    while high < len(rows) and rows[high] == row:
        high += 1
    return begin + low, begin + high


def plain(forms: Words, is_word: Sequence[bool], begin: int) -> tuple[list[str], list[int]]:
    """Return the words of a sentence between stops, and their tokens.

    Quote marks and the stops of abbreviations are left out. A comma stays a comma, and a dash a dash; any
    other mark is a stop.
    """
    words, places = [STOP] * PAD, []
    for n, form in enumerate(forms):
        if not is_word[n]:
            if form in QUOTES or (form == "." and n + 1 < len(forms) and is_word[n + 1]):
                continue
            form = COMMA if form == COMMA else DASH if form in DASHES else STOP
        words.append(form)
        places.append(begin + n)
    return words + [STOP] * PAD, places


def printed(corpus: Corpus, first: int, last: int) -> str:
    """Return what the text prints from one token to another, on one line, without a possessive's ending."""
    tokens = corpus.tokens
    text = corpus.documents[tokens.doc[first]].text[tokens.start[first] : tokens.end[last]]
    return " ".join(text.split()).removesuffix("'s").removesuffix("’s")
