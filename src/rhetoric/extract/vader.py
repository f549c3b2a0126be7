"""VADER's rules as arithmetic over all words of the lexicon at once: the published scores, and the words behind them.

The package's own analyser asks the same questions of every word of every sentence, and does not say which words made
a score. Here every value goes through the same operations in the same order, so that scores are equal to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

import numpy as np

from rhetoric.extract.vaderaccount import accounts, rounded
from rhetoric.extract.vadertokens import cut_tokens
from rhetoric.extract.vaderwords import Cut, Vader, Words, cut, mapped, vader, vader_words
from rhetoric.model.columns import Array, Bools, Floats, Ints
from rhetoric.model.corpus import Corpus

__all__ = ["mapped", "scores", "scores_of"]

BATCH = 1 << 16  # texts taken at once


def scores(texts: Sequence[str]) -> tuple[Floats, list[dict[str, float]]]:
    """Score mapped texts.

    Parameters
    ----------
    texts : sequence of str
        See `mapped`.

    Returns
    -------
    scores : float64 array
        The compound score of every text, -1 to 1.
    added : list of dict
        What each of its words added before scaling; texts may share a dict.

    Notes
    -----
    The package looks values up by themselves, not by place, where it weighs what stands before and after 'but'; that is
    kept, see `weigh`. Everywhere else a word is judged where it stands, there and here.
    """
    parts = [scored(cut(texts[n : n + BATCH])) for n in range(0, len(texts), BATCH)]
    added = [words[n] for _, words, which in parts for n in which.tolist()]
    return np.concatenate([np.empty(0), *(part[0] for part in parts)]), added


def scores_of(corpus: Corpus, rows: Ints) -> tuple[Floats, list[dict[str, float]], Array]:
    """Score sentences of a corpus; they hold tokens, and their rows rise.

    Returns
    -------
    scores : float64 array, shape (rows,)
    added : list of dict
        Every distinct account of what words added.
    which : int array, shape (rows,)
        The place in `added` of each sentence's.
    """
    found, plain = cut_tokens(corpus, rows)
    compound, which = np.zeros(len(rows)), np.zeros(len(rows), np.int64)
    compound[plain], added, which[plain] = scored(found)
    others = corpus.sentences.where(rows[~plain])
    spans = zip(others.doc.tolist(), others.start.tolist(), others.end.tolist(), strict=True)
    compound[~plain], more = scores([mapped(corpus.documents[doc].text[a:b]) for doc, a, b in spans])
    which[~plain] = np.arange(len(added), len(added) + len(more))
    return compound, added + more, which


def scored(found: Cut) -> tuple[Floats, list[dict[str, float]], Array]:
    """Score texts that are cut; see `scores_of`."""
    rules, words, word, bounds = vader(), vader_words(), found.word, found.bounds
    size = len(bounds) - 1
    at = np.flatnonzero(words.scored[word])
    first = np.searchsorted(at, bounds)  # where the scored words of each text begin
    text = np.repeat(np.arange(size), np.diff(first))
    near = around(word, at, bounds[text], bounds[text + 1])
    held = (words.name[near[3]] != rules.names["kind"]) | (words.name[near[4]] != rules.names["of"])
    if not held.all():
        at, text, near = at[held], text[held], [row[held] for row in near]
        first = np.searchsorted(at, bounds)
    upper = (
        np.searchsorted(bounds, np.flatnonzero(word & 1), side="right") - 1
    )  # the text of each in capitals
    capitals = np.bincount(upper, minlength=size)
    shouted = (capitals > 0) & (capitals < np.diff(bounds))
    values = valences(rules, words, near, shouted[text])
    buts = np.flatnonzero(word >> 1 == words.place["but"])
    for start, pivot, end in contrasts(buts, bounds, at, first):
        values[start:end] = weigh(values[start:end].tolist(), pivot - start)

    totals = summed(values, first)
    marks = np.minimum(found.exclamations, 4) * 0.292
    marks += np.select([found.questions < 2, found.questions <= 3], [0.0, found.questions * 0.18], 0.96)
    totals += np.sign(totals) * marks
    compound = rounded(np.clip(totals / np.sqrt(totals * totals + 15), -1.0, 1.0))
    return compound, *accounts(words, text, near[3] >> 1, values, size)


def around(word: Array, at: Array, start: Array, end: Array) -> list[Array]:
    """Return three words before each place, the word there, and two after; 0 outside the stretch of its text."""
    rows = []
    for step in (-3, -2, -1, 0, 1, 2):
        place = at + step
        inside = (place >= start) & (place < end)
        rows.append(np.where(inside, word.take(place, mode="clip"), 0) if len(at) else at)
    return rows


def summed(values: Floats, first: Array) -> Floats:
    """Return what ``sum`` says of the values of each text; they begin at `first`."""
    many = np.diff(first)
    totals = np.zeros(len(many))
    some, pairs = np.flatnonzero(many), np.flatnonzero(many == 2)
    totals[some] = values[first[some]]
    totals[pairs] += values[first[pairs] + 1]
    more = np.flatnonzero(many > 2)  # which newer versions of Python add up by a rule of their own
    spans, every = zip(first[more].tolist(), first[more + 1].tolist(), strict=True), values.tolist()
    totals[more] = [sum(every[start:end]) for start, end in spans]
    return totals


def valences(rules: Vader, words: Words, near: Sequence[Array], shouted: Bools) -> Floats:
    """Return what words of the lexicon are worth where they stand.

    Parameters
    ----------
    rules : Vader
    words : Words
    near : six int arrays, shape (n,)
        Three words before each, the word, and two after; 0 where there is none.
    shouted : bool array, shape (n,)
        Whether some words of the text, but not all, are in capitals.
    """
    value = words.value[near[3]]
    capitals = np.where(value > 0, rules.capitals, -rules.capitals)
    value = value + np.where(words.upper[near[3]] & shouted, capitals, 0.0)
    moves = [words.phrased[near[3]], *(words.moves[near[k]] for k in (0, 1, 2, 4, 5))]
    moved = np.flatnonzero(np.logical_or.reduce(moves))
    value[moved] = moved_valences(rules, words, [row[moved] for row in near], shouted[moved])
    return value


def moved_valences(rules: Vader, words: Words, near: Sequence[Array], shouted: Bools) -> Floats:
    """Return the same of words with others near that may move them; see `Words.moves`."""
    names = [words.name[row] for row in near]
    three, two, one, here, then, after = names
    none = np.zeros_like(here)

    def said(name: Array, *lowers: str) -> Bools:
        found: Bools = np.logical_or.reduce([name == rules.names[lower] for lower in lowers])
        return found

    def raised(upper: Bools, value: Floats) -> Floats:
        return np.where(upper & shouted, np.where(value > 0, rules.capitals, -rules.capitals), 0.0)

    base = words.value[near[3]]
    value = np.where(said(here, "no") & words.listed[near[4]], 0.0, base)
    refused = said(one, "no") | said(two, "no") | said(three, "no") & said(one, "or", "nor")
    value = np.where(refused, base * rules.negation, value)
    value = value + raised(words.upper[near[3]], value)

    this = said(one, "so", "this")
    stressed = (
        np.zeros_like(this),
        said(two, "never") & this,
        said(three, "never") & said(two, "so", "this") | this,
    )
    certain = (
        np.zeros_like(this),
        said(two, "without") & said(one, "doubt"),
        said(three, "without") & (said(two, "doubt") | said(one, "doubt")),
    )
    for back, fade in enumerate((1, 0.95, 0.9)):
        other = near[2 - back]
        plain = (other > 0) & ~words.listed[other]
        degree = np.where(value < 0, -words.boost[other], words.boost[other])
        degree = degree + raised(words.boosts[other] & words.upper[other], value)
        value = value + np.where(plain, degree * fade, 0.0)
        negated = np.where(words.negates[other] & ~certain[back], rules.negation, 1.0)
        value = value * np.where(plain, np.where(stressed[back], 1.25, negated), 1.0)

    threes, pair, twos = (three, two, one), (three, two, none), (two, one, none)
    ahead = (here, then, none), (here, then, after)
    for phrase in (pair, threes, twos, (two, one, here), (one, here, none), *ahead):  # the last one holds
        worth = rules.idioms[phrase]
        value = np.where(plain & ~np.isnan(worth), worth, value)
    for phrase in (threes, pair, twos):
        value = value + np.where(plain, rules.degrees[phrase], 0.0)
    least = said(one, "least") & ~words.listed[near[2]] & ~said(two, "at", "very")
    return np.where(least, value * rules.negation, value)


def contrasts(buts: Array, bounds: Array, at: Array, first: Array) -> Iterable[tuple[int, int, int]]:
    """Yield for each text with a 'but' where its values begin, where they pass the first one, and where they end."""
    text, row = np.unique(np.searchsorted(bounds, buts, side="right") - 1, return_index=True)
    pivot = np.searchsorted(at, buts[row])
    return zip(first[text].tolist(), pivot.tolist(), first[text + 1].tolist(), strict=True)


def weigh(values: Sequence[float], pivot: int) -> list[float]:
    """Return values with those before `pivot` halved and the others raised by half.

    The package finds each value again with ``list.index``: of equal values the first is changed, each time that one of
    them comes up, and the others are not.
    """
    weighed = list(values)
    places: dict[float, list[int]] = {}
    for n, value in enumerate(values):
        places.setdefault(value, []).append(n)
    for n in range(len(weighed)):
        if value := weighed[n]:
            first = heappop(places[value])
            weighed[first] = value * (0.5 if first < pivot else 1.5)
            heappush(places.setdefault(weighed[first], []), first)
    return weighed
