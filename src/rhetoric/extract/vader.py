"""VADER's rules as arithmetic over all words of the lexicon at once: the published scores, and the words behind them.

The package's own analyser asks the same questions of every word of every sentence, and does not say which words made
a score. Here every value goes through the same operations in the same order, so that scores are equal to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

import numpy as np

from rhetoric.extract.vaderwords import GAP, Vader, Words, cut, mapped, vader, vader_words
from rhetoric.model.columns import Array, Bools, Floats

__all__ = ["mapped", "scores"]

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
        What each of its words added before scaling.

    Notes
    -----
    The package looks values up by themselves, not by place, where it weighs what stands before and after 'but'; that is
    kept, see `weigh`. Everywhere else a word is judged where it stands, there and here.
    """
    parts = [scored(texts[n : n + BATCH]) for n in range(0, len(texts), BATCH)]
    added = [words for part in parts for words in part[1]]
    return np.concatenate([np.empty(0), *(part[0] for part in parts)]), added


def scored(texts: Sequence[str]) -> tuple[Floats, list[dict[str, float]]]:
    """Score one batch of texts; see `scores`."""
    rules, words, found = vader(), vader_words(), cut(texts)
    word = found.word
    at = np.flatnonzero(words.scored[word])
    kind = words.name[word[at]] == rules.names["kind"]
    at = at[~kind | (words.name[word[at + 1]] != rules.names["of"])]
    first = np.searchsorted(at, found.bounds)  # where the scored words of each text begin
    capitals = np.append(0, np.cumsum(words.upper[word]))[found.bounds]
    others = np.diff(found.bounds) - GAP - np.diff(capitals)
    shouted = (np.diff(capitals) > 0) & (others > 0)
    near = [word[at + k] for k in (-3, -2, -1, 0, 1, 2)]
    values = valences(rules, words, near, np.repeat(shouted, np.diff(first))).tolist()
    buts = np.flatnonzero((words.name == rules.names["but"])[word])
    for start, pivot, end in contrasts(buts, found.bounds, at, first):
        values[start:end] = weigh(values[start:end], pivot - start)

    heard = np.flatnonzero(np.diff(first))  # the others have no value at all
    totals = np.zeros(len(texts))
    spans = zip(first[heard].tolist(), first[heard + 1].tolist(), strict=True)
    totals[heard] = [sum(values[start:end]) for start, end in spans]
    marks = np.minimum(found.exclamations, 4) * 0.292
    marks += np.select([found.questions < 2, found.questions <= 3], [0.0, found.questions * 0.18], 0.96)
    totals += np.sign(totals) * marks
    compound = np.clip(totals / np.sqrt(totals * totals + 15), -1.0, 1.0)
    compound[heard] = [round(score, 4) for score in compound[heard].tolist()]
    text = np.repeat(np.arange(len(texts)), np.diff(first))
    return compound, named_all(words, text, near[3] // 2, np.array(values), len(texts))


def named_all(words: Words, text: Array, lower: Array, values: Floats, size: int) -> list[dict[str, float]]:
    """Return what each word of every text added.

    Parameters
    ----------
    words : Words
    text, lower : int arrays, shape (n,)
        The text that each word of the lexicon stands in, rising, and its place in ``words.lower``.
    values : float64 array, shape (n,)
    size : int
        How many texts there are.
    """
    counts = np.flatnonzero(values)
    text, lower, values = text[counts], lower[counts], values[counts]
    distinct, place = np.unique(values, return_inverse=True)
    rounded = np.array([round(value, 4) for value in distinct.tolist()])[place].tolist()
    forms = [words.lower[n] for n in lower.tolist()]
    added: list[dict[str, float]] = [{} for _ in range(size)]
    for n, form, value in zip(text.tolist(), forms, rounded, strict=True):
        added[n][form] = value
    pairs, times = np.unique(text.astype(np.int64) << 32 | lower, return_counts=True)
    for n in np.unique(pairs[times > 1] >> 32).tolist():  # with a word twice
        part = slice(*np.searchsorted(text, (n, n + 1)))
        added[n] = named(forms[part], values[part].tolist())
    return added


def named(lowers: Sequence[str], values: Sequence[float]) -> dict[str, float]:
    """Return what each word of a text added."""
    added: dict[str, float] = {}
    for lower, value in zip(lowers, values, strict=True):
        if value:
            added[lower] = round(added.get(lower, 0.0) + value, 4)
    return added


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
