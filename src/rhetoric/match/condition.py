"""Does what else a pattern asks for hold: another phrase before, after or near it?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from rhetoric.match.patterns import Patterns
from rhetoric.match.places import Places, places_of
from rhetoric.match.scan import BATCH, Hits, Runs, standing
from rhetoric.match.wanted import LOW, SHIFT, Longs, distinct
from rhetoric.model.columns import Array, Bools, Ints, ahead
from rhetoric.model.corpus import Corpus

FAR = np.int64(1) << 40


def fulfilled(patterns: Patterns, places: Places, corpus: Corpus, hits: Hits) -> Hits:
    """Return the hits of entries whose conditions hold.

    Parameters
    ----------
    patterns : Patterns
    places : Places
    corpus : Corpus
    hits : Hits
        Of the entries of `patterns`, in order.
    """
    owner = np.array([n for n, _ in patterns.conditions], np.int64)
    many = np.bincount(owner, minlength=len(patterns))
    sizes = many[hits.entry]
    row = np.repeat(np.arange(len(hits)), sizes)  # each hit, once for each of its conditions
    number = ahead((np.cumsum(many) - many)[hits.entry], sizes)
    wide = np.array([c.span == "paragraph" for _, c in patterns.conditions], np.bool_)
    holds = np.zeros(len(row), np.bool_)
    for unit, pairs in (("token_sentence", ~wide[number]), ("token_block", wide[number])):
        if pairs.any():
            some = Pairs(hits.where(row[pairs]), number[pairs])
            holds[pairs] = met(patterns, places, corpus, getattr(corpus, unit), some)
    kept = np.ones(len(hits), np.bool_)
    kept[row[~holds]] = False
    return hits.where(kept)


class Pairs:
    """Hits, each with the number of one of its conditions."""

    def __init__(self, hits: Hits, number: Longs) -> None:
        self.first, self.last = hits.first.astype(np.int64), hits.last.astype(np.int64)
        self.number = number


def met(patterns: Patterns, places: Places, corpus: Corpus, unit: Ints, pairs: Pairs) -> Bools:
    """Return for which hits a condition holds; the other phrase must stand in the same text and the same `unit`."""
    tokens = corpus.tokens
    begin, end = around(corpus, unit, pairs.first, pairs.last)
    others = beside(places, Runs.of(corpus), len(patterns) + pairs.number, begin, end)
    entry = others.entry.astype(np.int64) - len(patterns) << SHIFT
    number = pairs.number << SHIFT
    words = tokens.words_before

    def distance(key: Longs, at: Longs, here: Longs, sign: int) -> Longs:
        """Return how many words on, or ago, the phrase at a place of `key` is from a token; far if it is of another unit or condition."""
        out = np.full(len(at), FAR)
        there = np.flatnonzero((at >= 0) & (at < len(key)))
        found, here = key[at[there]], here[there]
        place = found & LOW
        one, two = (place, here - 1) if sign > 0 else (place - 1, here)
        same = (found >> SHIFT == pairs.number[there]) & (tokens.doc[one] == tokens.doc[two])
        same &= unit[one] == unit[two]
        out[there[same]] = (sign * (words[place] - words[here]) + 1)[same]
        return out

    starts, ends = np.sort(entry | others.first), np.sort(entry | others.last)
    following = distance(starts, np.searchsorted(starts, number | pairs.last), pairs.last, 1)
    preceding = distance(ends, np.searchsorted(ends, number | pairs.first, side="right") - 1, pairs.first, -1)
    asked = [c for _, c in patterns.conditions]
    preceding[np.array([c.order == "before" for c in asked])[pairs.number]] = FAR
    following[np.array([c.order == "after" for c in asked])[pairs.number]] = FAR
    within = np.array([c.within or FAR - 1 for c in asked])[pairs.number]
    unless = np.array([c.unless for c in asked])[pairs.number]
    holds: Bools = (np.minimum(preceding, following) <= within) != unless
    return holds


def accompanied(patterns: Patterns, corpus: Corpus, hits: Hits, number: Array) -> Bools:
    """Return which hits have a phrase beside them that begins in the same sentence, outside the hit itself.

    Parameters
    ----------
    patterns : Patterns
    corpus : Corpus
    hits : Hits
    number : integer array, shape (hits,)
        Which of the patterns is asked for.
    """
    sentence = corpus.token_sentence
    rows = np.flatnonzero(sentence[hits.first] >= 0)
    some, asked = hits.where(rows), np.asarray(number, np.int64)[rows]
    begin, end = around(corpus, sentence, some.first, some.last)
    others = beside(places_of(patterns, corpus.tokens.vocab), Runs.of(corpus), asked, begin, end)
    others = others.where(sentence[others.first] >= 0)
    keys = np.sort(others.entry.astype(np.int64) << SHIFT | others.first)
    places = np.searchsorted(keys, asked << SHIFT | np.stack([begin, some.first, some.last, end]))
    out = np.zeros(len(hits), np.bool_)
    out[rows] = (places[1] > places[0]) | (places[3] > places[2])
    return out


def around(corpus: Corpus, unit: Ints, first: Array, last: Array) -> tuple[Longs, Longs]:
    """Return the tokens, half-open, among which are all of the units that hits begin and end in; of a hit in no unit, its whole text."""
    tokens = corpus.tokens
    reached = corpus.sentence_reached if unit is corpus.token_sentence else np.maximum.accumulate(unit)
    one, two = unit[first], unit[last - 1]
    doc = tokens.doc[first]
    begin = np.where(one < 0, tokens.splits[doc], np.searchsorted(reached, one))
    end = np.where(two < 0, tokens.splits[doc + 1], np.searchsorted(reached, two, side="right"))
    return begin, end


def beside(places: Places, run: Runs, phrase: Longs, begin: Longs, end: Longs) -> Hits:
    """Return the phrases, each by its number, that stand where they begin in their own stretches of tokens; each place once."""
    whole = np.lexsort((end, begin, phrase))
    phrase, begin, end = phrase[whole], begin[whole], end[whole]
    twice = np.zeros(len(phrase), np.bool_)  # the stretch before holds it, or its beginning: it is cut
    twice[1:] = (phrase[1:] == phrase[:-1]) & (begin[1:] < end[:-1])
    begin[twice] = np.minimum(end[:-1], end[1:])[twice[1:]]
    found = [distinct(np.empty(0, np.int64)), *candidates(places, run, phrase, begin, end)]
    keys = distinct(np.concatenate(found))
    return standing(places, run, keys >> SHIFT, keys & LOW)


def candidates(
    places: Places, run: Runs, phrase: Longs, begin: Longs, end: Longs
) -> Iterator[npt.NDArray[np.int64]]:
    """Yield, batch by batch, where in their stretches phrases may begin, as ``phrase << 32 | token``."""
    sizes = end - begin
    batch = np.cumsum(sizes) // BATCH
    opens = places.openings(phrase)
    for rows in np.split(np.arange(len(sizes)), np.flatnonzero(np.diff(batch)) + 1):
        token = ahead(begin[rows], sizes[rows])
        ids = run.tokens.ids[token]
        some = np.flatnonzero(opens[ids])  # few: what fits nothing need not be sought for each phrase
        which = np.repeat(phrase[rows], sizes[rows])[some]
        fits = places.fitting(places.first[which], ids[some])
        yield which[fits] << SHIFT | token[some[fits]]
