"""The rows of a table of key words: effects, intervals, spread and flags of each term of one group."""

from __future__ import annotations

import numpy as np

from rhetoric.compare import effectsize
from rhetoric.compare.association import bayes_factor, chi_squared, pmi, signed_g2
from rhetoric.compare.dispersion import measures
from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.compare.keyness import PRIOR, names
from rhetoric.compare.terms import Terms, Units
from rhetoric.model.columns import Array, Bools, Floats, Ints
from rhetoric.model.corpus import Corpus

DRAWN = "draws of texts"


def effects(
    hits: Floats, other: Floats, words: float, held: float, level: float, constant: float
) -> dict[str, Array]:
    """Return the counts and every measure of some terms, in a group of `words` and a reference of `held` words."""
    table = (hits, other, words, held)
    size = len(hits)
    ratio, low, high = effectsize.log_ratio(*table, level)
    odds, odds_low, odds_high = effectsize.odds_ratio(*table, level)
    prior = PRIOR * (hits + other) / (words + held)
    log_odds, error = effectsize.log_odds(*table, prior, PRIOR)
    half = effectsize.normal(level) * error
    return {
        "hits": hits.astype(np.int64),
        "words": np.full(size, int(words)),
        "rate": 1000 * hits / (words or np.nan),
        "reference_hits": other,
        "reference_words": np.full(size, int(held)),
        "reference_rate": 1000 * other / (held or np.nan),
        "log_ratio": ratio,
        "low": low,
        "high": high,
        "percent_diff": effectsize.percent_diff(*table),
        "odds_ratio": odds,
        "odds_low": odds_low,
        "odds_high": odds_high,
        "log_odds": log_odds,
        "log_odds_low": log_odds - half,
        "log_odds_high": log_odds + half,
        "z": log_odds / error,
        "simple_maths": effectsize.simple_maths(*table, constant),
        "pmi": pmi(*table),
        "g2": signed_g2(*table),
        "chi2": chi_squared(*table),
        "bic": bayes_factor(*table),
    }


def intervals(
    row: dict[str, Array], clustered: tuple[Floats, str], drawn: tuple[Floats, Floats] | None
) -> dict[str, Array]:
    """Return rows with the interval of the log ratio widened by the spread over units, and by draws of texts where there are any.

    The interval of the per cent follows from it, and is widened to hold the value, which is not smoothed.
    """
    half, method = clustered
    low, high = np.fmin(row["low"], row["log_ratio"] - half), np.fmax(row["high"], row["log_ratio"] + half)
    if drawn:
        low, high, method = np.minimum(low, drawn[0]), np.maximum(high, drawn[1]), DRAWN
    percent = row["percent_diff"]
    return {
        **row,
        "low": low,
        "high": high,
        "diff_low": np.minimum(100 * (2.0**low - 1), percent),
        "diff_high": np.maximum(100 * (2.0**high - 1), percent),
        "method": np.full(len(low), method, object),
    }


def spread(texts: Units, paragraphs: Units) -> dict[str, Array]:
    """Return how evenly each term is spread in a group, over its texts or the paragraphs of its one text."""
    units = texts if len(texts.words) > 1 else paragraphs
    cells = units.counts.tocoo()
    size = units.counts.shape[1]
    even = measures(cells.col, cells.row, cells.data, units.words, size)
    return {
        "dp": even["dp"].to_numpy(),
        "over": np.full(size, "texts" if units is texts else "paragraphs", object),
        "texts": texts.range,
        "paragraphs": paragraphs.range,
    }


def kept(corpus: Corpus, terms: Terms, function_words: bool) -> Bools:
    """Return which terms are listed: without function words none that begins or ends with one."""
    if function_words:
        return np.ones(len(terms.words), np.bool_)
    plain = function(corpus)[terms.forms]
    listed: Bools = ~(plain[:, 0] | plain[:, -1])
    return listed


def kinds(corpus: Corpus, group: Ints, terms: Terms) -> Array:
    """Return what kind of word each term is: 'function word', 'name' (all its other words are names) or empty."""
    plain, name = function(corpus)[terms.forms], names(corpus, group)[terms.forms]
    out = np.full(len(terms.words), "", object)
    out[(plain | name).all(axis=1)] = "name"
    out[plain.all(axis=1)] = "function word"
    return out


def function(corpus: Corpus) -> Bools:
    """Return which folded forms are function words."""
    forms = corpus.tokens.vocab.folding[0]
    return np.fromiter((f in FUNCTION_WORDS for f in forms), np.bool_, len(forms))
