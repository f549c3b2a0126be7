"""Key words of several groups at once, of a pair, or of groups against a list of frequencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from rhetoric.compare import effectsize
from rhetoric.compare.clustered import Sums, half_width
from rhetoric.compare.exact import fisher
from rhetoric.compare.keyrows import effects, intervals, kept, kinds, spread
from rhetoric.compare.redrawn import redrawn
from rhetoric.compare.reference import Reference
from rhetoric.compare.significance import benjamini_hochberg
from rhetoric.compare.terms import LONGEST, Terms, group_of_tokens, terms
from rhetoric.errors import NotFound, SettingsError, TooFewTexts
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.corpus import Corpus

Measure = Literal[
    "z", "log_ratio", "low", "log_odds", "percent_diff", "odds_ratio", "simple_maths", "pmi", "g2", "chi2"
]
REST = "all others"
MISSED = 1.0  # hits that a group would have at the rate of all, for a word that it does not use to be listed
COLUMNS = (
    *("group", "reference", "word", "size"),
    *("hits", "words", "rate", "reference_hits", "reference_words", "reference_rate"),
    *("log_ratio", "low", "high", "percent_diff", "diff_low", "diff_high"),
    *("odds_ratio", "odds_low", "odds_high", "log_odds", "log_odds_low", "log_odds_high", "z"),
    *("simple_maths", "pmi", "g2", "chi2", "bic"),
    *("dp", "over", "texts", "paragraphs", "flag", "method"),
)


@dataclass(frozen=True, slots=True)
class KeynessOptions:
    """What is counted as a word, and what is said about it.

    Parameters
    ----------
    measure : str
        What each group's words are sorted by, the highest first: ``'z'`` (the default), or another column of effect; ``'low'``, the
        lower end of the log ratio, is the most careful.
    least : int
        How often a word must stand in the group and what it is held against together; with a reference, in the group.
    sizes : tuple of int
        Words of a term: ``(1,)``, or any of 1, 2 and 3. Each size is held against its own number of runs.
    function_words : bool
        Whether function words are listed, and runs that begin or end with one. They count as words all the same.
    p_values : bool
        Whether to add ``p`` (of G2) and ``q``. Words are not independent, so both are too small.
    exact : bool
        Whether ``p`` is that of Fisher's exact test instead, for counts of a few; it takes longer.
    top : int
        Only so many words of each group, after everything is worked out; 0 for all.
    constant : float
        The constant of simple maths, in hits per million words.
    level : float
        Coverage aimed at by intervals, in (0, 1).
    draws : int
        Bootstrap draws of texts; 0 leaves the normal interval.
    seed : int
        Seed of the draws.
    """

    measure: Measure = "z"
    least: int = 3
    sizes: tuple[int, ...] = (1,)
    function_words: bool = True
    p_values: bool = False
    exact: bool = False
    top: int = 0
    constant: float = effectsize.SIMPLE
    level: float = 0.95
    draws: int = 2000
    seed: int = 20101216

    def __post_init__(self) -> None:
        if self.measure not in get_args(Measure):
            choice = ", ".join(get_args(Measure))
            raise SettingsError(f"unknown measure {self.measure!r}", f"choose from {choice}", "measure")
        if not self.sizes or not all(1 <= s <= LONGEST for s in self.sizes):
            raise SettingsError(f"unknown sizes {self.sizes}", "choose from 1, 2 and 3", "sizes")


def keyness(
    corpus: Corpus,
    sides: Mapping[tuple[str, str], str],
    a: str = "",
    b: str = "",
    reference: Reference | None = None,
    options: KeynessOptions | None = None,
) -> pd.DataFrame:
    """Return the words that each group uses more, or less, than what it is held against.

    Parameters
    ----------
    corpus : Corpus
    sides : mapping
        (document id, voice id) to the name of a group.
    a, b : str
        With neither, every group is held against all the others together; with `a`, only this one; with both, `a` against `b`.
    reference : Reference, optional
        What the groups are held against instead; see `rhetoric.compare.reference`. Words that the group itself does
        not use are then not listed; among three groups and more, they are where it would have one hit or more at the
        rate of all.
    options : KeynessOptions, optional

    Returns
    -------
    DataFrame
        One row a group and word. group; reference (what it is held against); word (lower case); size (words of it);
        hits, words (or runs of so many words), rate (per 1,000) of the group, and the same of the reference; the
        effects with their intervals: log_ratio with low and high, percent_diff with diff_low and diff_high,
        odds_ratio with odds_low and odds_high, log_odds with log_odds_low and log_odds_high, z, simple_maths; pmi,
        g2, chi2 (with the sign of the difference), bic; p and q if asked for; dp (spread of the word in the group, 0
        even) over its texts or, where it has one, its paragraphs, as `over` says; texts and paragraphs of the group
        that hold the word; flag ('not in the list', 'function word', 'name', 'one paragraph only', or empty); method
        (where the interval of the log ratio comes from: 'draws of texts', 'spread of texts', 'spread of paragraphs'
        or 'normal'). Groups stand in the order of the texts, the highest `measure` first.

    Raises
    ------
    NotFound
        If there is no such group; the message lists them.
    TooFewTexts
        If there is one group only, and no reference.
    SettingsError
        If runs of words are asked for against a reference that has none.

    Notes
    -----
    The measures: `rhetoric.compare.effectsize` and `rhetoric.compare.association`; `g2` is that of two cells, `z` and
    `log_odds` have a prior of 500 words in the frequencies of both sides. Effects say how large a difference is, and
    tests only how surely it is not nothing if words were independent: sort by effects. The interval of the log ratio
    is the outer hull of the normal one, of one from the spread of the word's rate between texts (or between the
    paragraphs of a side that has one text; see `rhetoric.compare.clustered`), and from 20 texts on either side of
    draws of texts: these see that words cluster, which no other column does. `q` is Benjamini and Hochberg's over all
    rows of all groups, before `top`.
    """
    options = options or KeynessOptions()
    groups = chosen(sides, a, b, reference)
    group = group_of_tokens(corpus, sides, groups)
    told = [groups.index(a)] if a else list(range(len(groups)))
    parts: list[pd.DataFrame] = []
    for size in options.sizes:
        found = terms(corpus, group, size, options.least)
        kind = kinds(corpus, group, found)
        plain = kept(corpus, found, options.function_words)
        parts += Held(found, groups, told, reference, size, options).tables(kind, plain)
    return ordered(pd.concat(parts, ignore_index=True), groups, options)


class Held:
    """The terms of some groups, each held against all the others or against a reference.

    Parameters
    ----------
    found : Terms
    groups : sequence of str
    told : sequence of int
        The groups asked for.
    reference : Reference or None
    size : int
        Words of a term.
    options : KeynessOptions
    """

    def __init__(
        self,
        found: Terms,
        groups: Sequence[str],
        told: Sequence[int],
        reference: Reference | None,
        size: int,
        options: KeynessOptions,
    ) -> None:
        self.found, self.groups, self.told, self.options = found, groups, told, options
        self.reference, self.size = reference, size
        self.fixed = held_against(reference, found, size) if reference else None
        self.hits, self.words = found.texts.hits, float(found.texts.words.sum())
        sure = (np.nan_to_num(self.fixed[0]), self.fixed[1]) if self.fixed else None
        self.whole = Sums.of(found.texts), Sums.of(found.paragraphs)
        self.drawn = redrawn(found.texts, groups, told, options.level, options.draws, options.seed, sure)

    def tables(self, kind: Array, plain: Bools) -> Iterator[pd.DataFrame]:
        """Yield the rows of each group asked for.

        Parameters
        ----------
        kind : object array, shape (terms,)
            From `kinds`.
        plain : bool array, shape (terms,)
            Which terms may be listed.
        """
        names = np.array(self.found.words, object)
        once = self.found.paragraphs.range == 1
        for g in self.told:
            texts, paragraphs = self.found.texts.of(g), self.found.paragraphs.of(g)
            hits, words = texts.hits, float(texts.words.sum())
            listed = np.flatnonzero(plain & self.known(hits, words))
            flag = kind.copy()
            flag[(kind == "") & (paragraphs.range == 1 if self.reference else once)] = "one paragraph only"
            if self.reference:
                flag[self.reference.lacks(names, self.size)] = "not in the list"
            even = {name: values[listed] for name, values in spread(texts, paragraphs).items()}
            yield pd.DataFrame(
                {
                    "group": self.groups[g],
                    "reference": self.reference.name if self.reference else rest(self.groups, g),
                    "word": names[listed],
                    "size": self.size,
                    **self.measured(g, hits[listed], words, listed, (Sums.of(texts), Sums.of(paragraphs))),
                    **even,
                    "flag": flag[listed],
                }
            )

    def known(self, hits: Array, words: float) -> Bools:
        """Return which terms a group has enough of: used by it, or common enough to be missed."""
        if self.reference:
            enough: Bools = hits >= self.options.least
            return enough
        pair = len(self.groups) == 2
        with np.errstate(invalid="ignore"):
            missed: Bools = (hits > 0) | (self.hits * words / self.words >= MISSED) | pair
        return missed

    def measured(
        self, g: int, hits: Array, words: float, listed: Array, sums: tuple[Sums, Sums]
    ) -> dict[str, Array]:
        """Return counts and measures of the listed terms of a group."""
        if self.fixed:
            other, held = self.fixed[0][listed], self.fixed[1]
        else:
            other, held = self.hits[listed] - hits, self.words - words
        row = effects(
            hits.astype(np.float64),
            other,
            words,
            held,
            self.options.level,
            self.options.constant,
        )
        half, method = self.clustered(sums)
        drawn = self.drawn.get(g)
        return intervals(row, (half[listed], method), (drawn[0][listed], drawn[1][listed]) if drawn else None)

    def clustered(self, sums: tuple[Sums, Sums]) -> tuple[Floats, str]:
        """Return the half-width over texts, or the paragraphs of a side that has one text, and what it is called."""
        texts, paragraphs = sums
        own, method = (texts, "spread of texts") if texts.units > 1 else (paragraphs, "spread of paragraphs")
        other = None
        if not self.fixed:
            others = [whole.without(part) for whole, part in zip(self.whole, sums, strict=True)]
            other = others[0] if others[0].units > 1 else others[1]
        known = own.units > 1 and (other is None or other.units > 1)
        return half_width(own, other, self.options.level), method if known else "normal"


def held_against(reference: Reference, found: Terms, size: int) -> tuple[Floats, float]:
    """Return the hits of some terms in a reference, and its words."""
    if size not in reference.words:
        what = f"{reference.name} has no runs of {size} words"
        raise SettingsError(what, "take size 1, or texts as the reference", "sizes")
    return reference.hits(found.words, size), reference.words[size]


def chosen(sides: Mapping[tuple[str, str], str], a: str, b: str, reference: Reference | None) -> list[str]:
    """Return the groups that are counted, in the order of the texts."""
    known = list(dict.fromkeys(sides.values()))
    for name in (a, b):
        if name and name not in known:
            raise NotFound(f"no group {name!r}", f"choose from {', '.join(known[:20])}", "keyness")
    if b and not a:
        raise SettingsError(
            "a group to compare with, but none to look at", "name the first group too", "keyness"
        )
    if a and (b or reference):
        known = [a, b] if b and not reference else [a]
    if len(known) < (1 if reference else 2) or (a and a == b):
        do = "compare by another field, add a text, or give a reference"
        raise TooFewTexts("there is one group only" if known else "there is no group", do, "keyness")
    return known


def rest(groups: Sequence[str], g: int) -> str:
    """Return what the others are called."""
    return groups[1 - g] if len(groups) == 2 else REST


def ordered(table: pd.DataFrame, groups: Sequence[str], options: KeynessOptions) -> pd.DataFrame:
    """Return rows with their tests, the groups in order, the highest measure first."""
    columns = list(COLUMNS)
    if options.p_values or options.exact:
        p = tested(table, exact=options.exact)
        table = table.assign(p=p, q=benjamini_hochberg(p))
        at = columns.index("bic") + 1
        columns[at:at] = ["p", "q"]
    place = table["group"].map({g: n for n, g in enumerate(groups)}).to_numpy()
    value = np.nan_to_num(-table[options.measure].to_numpy(np.float64), nan=np.inf)
    order = np.lexsort((table["word"].to_numpy(), value, place))
    table = table[columns].iloc[order]
    if options.top:
        table = table.groupby("group", sort=False).head(options.top)
    return table.reset_index(drop=True)


def tested(table: pd.DataFrame, *, exact: bool) -> Floats:
    """Return the p-value of each row, by G2 on one degree of freedom or by Fisher's exact test."""
    if exact:
        names = ("hits", "reference_hits", "words", "reference_words")
        return fisher(*(np.rint(table[n].to_numpy(np.float64)) for n in names))
    from scipy.special import chdtrc

    p: Floats = chdtrc(1, np.abs(table["g2"].to_numpy(np.float64)))
    return p
