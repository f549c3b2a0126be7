"""What a metaphor is about: the phrase it governs, as far as its neighbours tell without a parser."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rhetoric.extract.devices.words import DASHES
from rhetoric.extract.nounphrase import PAD
from rhetoric.extract.targetrules import about
from rhetoric.extract.wordclass import COMMA, DASH, STOP
from rhetoric.match import Hits
from rhetoric.model.columns import Array
from rhetoric.model.corpus import Corpus

REACH = 20
QUOTES = frozenset("\"'“”‘’«»")
MARKED = {COMMA: COMMA} | dict.fromkeys(DASHES, DASH)


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
    words, places = plain(corpus)
    kept = np.searchsorted(places, np.stack([*window(corpus, hits), hits.first, hits.last]))
    pad = [STOP] * PAD
    rows, spans = [], []
    for n, (low, high, first, last) in enumerate(kept.T.tolist()):
        back = PAD - low
        if first < last and (span := about([*pad, *words[low:high], *pad], first + back, last + back)):
            rows.append(n)
            spans.append((span[0] - back, span[1] - 1 - back))
    first, last = places[np.array(spans, np.int64).reshape(-1, 2).T]
    out: list[str | None] = [None] * len(hits)
    for n, text in zip(rows, printed(corpus, first, last), strict=True):
        out[n] = text
    return out


def window(corpus: Corpus, hits: Hits) -> tuple[Array, Array]:
    """Return the tokens, half-open, that are near enough to each hit and of its sentence."""
    sentence = corpus.token_sentence
    edges = np.concatenate([[0], np.flatnonzero(np.diff(sentence)) + 1, [len(sentence)]])
    row = np.searchsorted(edges, hits.first, side="right")
    return np.maximum(hits.first - REACH, edges[row - 1]), np.minimum(hits.last + REACH, edges[row])


def plain(corpus: Corpus) -> tuple[list[str], Array]:
    """Return the words of a corpus between stops, and their tokens.

    Quote marks and the stops of abbreviations are left out. A comma stays a comma, and a dash a dash; any other mark is a stop.
    """
    tokens = corpus.tokens
    forms, of_type = tokens.vocab.folding
    some, inverse = np.unique(tokens.ids, return_inverse=True)
    used = [forms[n] for n in of_type[some].tolist()]
    is_word = tokens.vocab.is_word[some].tolist()
    words = np.empty(len(used), object)
    words[:] = [form if word else MARKED.get(form, STOP) for form, word in zip(used, is_word, strict=True)]
    quote = np.array([form in QUOTES for form in used], np.bool_)
    stop = np.array([form == "." for form in used], np.bool_)[inverse]
    stop &= np.append(
        tokens.is_word[1:], False
    )  # the last of a sentence has nothing but stops after it: it may go
    places = np.flatnonzero(~(quote[inverse] | stop))
    return words[inverse[places]].tolist(), places


def printed(corpus: Corpus, first: Array, last: Array) -> Iterator[str]:
    """Yield what the texts print from one token to another, on one line, without a possessive's ending."""
    tokens, texts = corpus.tokens, [d.text for d in corpus.documents]
    columns = (tokens.doc[first].tolist(), tokens.start[first].tolist(), tokens.end[last].tolist())
    for doc, start, end in zip(*columns, strict=True):
        yield " ".join(texts[doc][start:end].split()).removesuffix("'s").removesuffix("’s")
