"""Words that one side uses more than the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
import pandas as pd

from rhetoric.compare.clustered import Sums, half_width
from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.compare.terms import group_of_tokens, terms
from rhetoric.model.columns import Array, Bools, Floats, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.likelihood import g2
from rhetoric.model.passage import Kind

LEVEL = 0.95
PRIOR = 500.0  # words' worth of prior, spread as the two sides together use words
CAPITAL = 0.8  # share of printings in mid-sentence with a capital that makes a word a name
COLUMNS = (
    *("word", "hits_a", "hits_b", "rate_a", "rate_b", "log_ratio", "low", "high", "g2", "z"),
    *("paragraphs_a", "paragraphs_b", "flag"),
)


def distinctive(corpus: Corpus, sides: Mapping[tuple[str, str], str], a: str, b: str) -> pd.DataFrame:
    """Return every word of two sides with how much more the one uses it.

    Parameters
    ----------
    corpus : Corpus
    sides : mapping
        (document id, voice id) to the name of a side.
    a, b : str
        The sides.

    Returns
    -------
    DataFrame
        word (as printed most often), hits and rate per 1,000 words of each side, log_ratio (log2 of the rates with 0.5
        added to counts; positive favours `a`) with low and high, g2 (log-likelihood), z, the number of paragraphs of each
        side that hold the word, and flag: 'function word', 'name', 'one paragraph only', or empty. The largest ``|z|``
        come first.

    Notes
    -----
    ``z`` is the log-odds ratio with an informative Dirichlet prior over its standard error (Monroe, Colaresi and Quinn
    2008); the prior is 500 words' worth of the two sides' joint frequencies. The interval of the log ratio is the wider of two: normal on
    the log scale with variance ``1 / (hits_a + .5) + 1 / (hits_b + .5)``, as of independent words, and that of
    `rhetoric.compare.clustered`, over the texts of a side, or over the paragraphs of one that has a single text.
    """
    side = group_of_tokens(corpus, sides, (a, b))
    tokens = corpus.tokens
    forms = tokens.vocab.folding[0]
    counts = np.stack([np.bincount(tokens.folded[side == s], minlength=len(forms)) for s in (0, 1)])
    present = np.flatnonzero(counts.sum(axis=0))
    if not len(present):
        return pd.DataFrame(columns=list(COLUMNS))
    hits = counts[:, present].astype(np.float64)
    words = counts.sum(axis=1).astype(np.float64)
    held = np.where(words > 0, words, np.nan)[:, None]
    rates = (hits + 0.5) / held
    log_ratio = np.log2(rates[0] / rates[1])
    half = np.fmax(
        1.96 * np.sqrt(1 / (hits[0] + 0.5) + 1 / (hits[1] + 0.5)) / np.log(2),
        clustered(corpus, side)[present],
    )
    paragraphs = paragraph_counts(corpus, side, present)
    table = pd.DataFrame(
        {
            "word": printed(corpus, side, present),
            "hits_a": hits[0].astype(np.int64),
            "hits_b": hits[1].astype(np.int64),
            "rate_a": 1000 * hits[0] / held[0],
            "rate_b": 1000 * hits[1] / held[1],
            "log_ratio": log_ratio,
            "low": log_ratio - half,
            "high": log_ratio + half,
            "g2": g2(hits[0], hits[1], words[0], words[1]),
            "z": log_odds(hits, words),
            "paragraphs_a": paragraphs[0],
            "paragraphs_b": paragraphs[1],
            "flag": flags(corpus, side, present, paragraphs),
        }
    )
    order = np.lexsort((table["word"], -np.abs(table["z"])))
    return table.iloc[order].reset_index(drop=True)


def clustered(corpus: Corpus, side: Ints) -> Floats:
    """Return how far the interval of each folded form reaches where words cluster; NaN where that cannot be told."""
    found = terms(corpus, side)
    sums = []
    for s in (0, 1):
        texts = found.texts.of(s)
        sums.append(Sums.of(texts if len(texts.words) > 1 else found.paragraphs.of(s)))
    out = np.full(len(corpus.tokens.vocab.folding[0]), np.nan)
    if all(s.words for s in sums):
        out[found.forms[:, 0]] = half_width(sums[0], sums[1], LEVEL)
    return out


def log_odds(hits: Array, words: Array) -> Array:
    """Return the z-scores of the log-odds ratio with an informative Dirichlet prior."""
    prior = PRIOR * hits.sum(axis=0) / hits.sum()
    with np.errstate(divide="ignore", invalid="ignore"):  # a word that is the only one has no odds
        odds = [np.log((h + prior) / (w + PRIOR - h - prior)) for h, w in zip(hits, words, strict=True)]
        deviation = np.sqrt(sum(1 / (h + prior) for h in hits))
        z: Array = (odds[0] - odds[1]) / deviation
    return z


def paragraph_counts(corpus: Corpus, side: Ints, present: Array) -> Array:
    """Return in how many paragraphs of each side every word stands, shape (2, words)."""
    tokens = corpus.tokens
    blocks = corpus.passages.of(Kind.HEADLINE, Kind.STANDFIRST, Kind.CROSSHEAD, Kind.PARAGRAPH, Kind.TURN)
    row = corpus.rows_at(blocks, tokens.doc, tokens.start).astype(np.int64)
    out = []
    for s in (0, 1):
        pairs = np.unique((tokens.folded[side == s].astype(np.int64) << 32) | (row[side == s] + 1))
        out.append(np.bincount(pairs >> 32, minlength=len(tokens.vocab.folding[0]))[present])
    return np.stack(out)


def printed(corpus: Corpus, side: Ints, present: Array) -> list[str]:
    """Return each word as it is printed most often."""
    tokens = corpus.tokens
    use = Counter(tokens.ids[side >= 0].tolist())
    best: dict[int, tuple[int, str]] = {}
    for type_, n in use.items():
        form, word = int(tokens.vocab.folding[1][type_]), tokens.vocab.types[type_]
        best[form] = max(best.get(form, (0, "")), (n, word))
    return [best[int(f)][1] for f in present]


def flags(corpus: Corpus, side: Ints, present: Array, paragraphs: Array) -> list[str]:
    """Return why a word should not be made much of: function word, name, found in one paragraph only."""
    forms = corpus.tokens.vocab.folding[0]
    name = names(corpus, side)
    out = []
    for n, f in enumerate(present):
        if forms[f] in FUNCTION_WORDS:
            out.append("function word")
        elif name[f]:
            out.append("name")
        elif paragraphs[:, n].sum() == 1:
            out.append("one paragraph only")
        else:
            out.append("")
    return out


def names(corpus: Corpus, side: Ints) -> Bools:
    """Return for every folded form whether those on a side print it as a name: with a capital in mid-sentence."""
    tokens = corpus.tokens
    inside = side >= 0
    inside[:1] = False
    inside[1:] &= (
        corpus.token_sentence[1:] == corpus.token_sentence[:-1]
    )  # the first word of a sentence tells nothing
    inside[1:] &= tokens.is_word[:-1]
    capital = np.array([t[:1].isupper() for t in tokens.vocab.types], np.bool_)[tokens.ids]
    size = len(tokens.vocab.folding[0])
    seen = np.bincount(tokens.folded[inside], minlength=size)
    high = np.bincount(tokens.folded[inside & capital], minlength=size)
    named: Bools = (high > 0) & (high >= CAPITAL * seen)
    return named
