"""Latent semantic scaling: a few seed words place all words, and the words place the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.compare.collocations import collocates
from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.compare.wordcounts import WordCounts, crossed, word_counts
from rhetoric.errors import NotFound, TooFewTexts
from rhetoric.model.columns import Bools, Floats
from rhetoric.model.corpus import Corpus
from rhetoric.model.scale import Scale
from rhetoric.model.tokens import fold

LEAST_SENTENCES, LEAST_TEXTS, LEAST_SEEDS = 1000, 2, 2  # seeds at each end
LEAST_COUNT = 5  # of a word
DIMENSIONS = 300
CLOSE = 1e-3  # relative error of singular values
NEAR_WINDOW, NEAR_LIKELIHOOD, NEAR_WORDS = 10, 10.83, 20  # words; G2 of 1 in 1,000; words that must be left
SEEDS: dict[str, dict[str, tuple[str, ...]]] = {
    "sentiment": {  # Turney and Littman (2003)
        "high": ("good", "nice", "excellent", "positive", "fortunate", "correct", "superior"),
        "low": ("bad", "nasty", "poor", "negative", "unfortunate", "wrong", "inferior"),
    }
}


def lss(
    corpus: Corpus,
    high: Sequence[str],
    low: Sequence[str],
    *,
    near: str = "",
    sides: Mapping[tuple[str, str], str] | None = None,
    dimensions: int = DIMENSIONS,
    level: float = 0.95,
) -> Scale:
    """Place texts between two sets of seed words by the company that their words keep.

    Parameters
    ----------
    corpus : Corpus
    high, low : sequence of str
        Seed words of the upper and the lower end, in any case; ``*`` and ``?`` are wildcards. Five to ten an end serve best.
    near : str
        Score only words that keep company with this pattern, so that a text is placed by what it says about one thing; see
        `rhetoric.match.pattern`.
    sides : mapping, optional
        (document id, voice id) to the name of a side; by default texts are placed.
    dimensions : int
        Length of the word vectors; no longer than a third of the sentences or words.
    level : float
        Coverage of the intervals.

    Returns
    -------
    Scale
        Documents: ``position`` (mean 0, standard deviation 1 over these texts; higher means nearer to the high seeds), ``se``, ``low``,
        ``high``, ``words`` (those scored), ``raw``. Words: ``word, polarity, count, seed`` (1, -1 or 0), the most extreme first.

    Raises
    ------
    TooFewTexts
        Under 1,000 sentences or two texts.
    NotFound
        If an end has fewer than two seeds in the texts, or `near` too little company.

    Notes
    -----
    Watanabe (2021): a truncated singular value decomposition of the table of sentences by words (five times or more in all, function words
    left out) gives each word a vector, its row of right singular vectors. A word's polarity is the mean cosine to the high seeds less the
    mean cosine to the low seeds; a text's is the mean over its words, then standardised. ``se`` is the standard deviation of the
    polarities in a text over the root of their number, with polarities taken as known: it says how varied a text is, not how right the
    scale is. Cost: the decomposition, which grows with dimensions times sentences.

    The seeds decide what the scale means only if the corpus uses them so: read the words at both ends first.

    References
    ----------
    Watanabe, Kohei (2021). Latent Semantic Scaling: A Semisupervised Text Analysis Technique for New Domains and Languages. Communication
    Methods and Measures 15 (2), 81-102.

    Turney, Peter D. and Littman, Michael L. (2003). Measuring Praise and Criticism: Inference of Semantic Orientation from Association. ACM
    Transactions on Information Systems 21 (4), 315-346.
    """
    from scipy.special import ndtri

    sentences = sentence_counts(corpus)
    refuse(len(corpus), len(sentences.units))
    ends = [seeds_in(sentences.words, words, name) for name, words in (("high", high), ("low", low))]
    vectors = word_vectors(sentences.table, dimensions)
    polarity = (vectors @ vectors[ends[0]].T).mean(axis=1) - (vectors @ vectors[ends[1]].T).mean(axis=1)
    scored = np.ones(len(polarity), np.bool_) if not near else company(corpus, near, sentences.words)
    units = word_counts(corpus, sides)
    at = {word: n for n, word in enumerate(units.words)}
    columns = [at[sentences.words[n]] for n in np.flatnonzero(scored)]
    raw, se, words = means(units.table[:, columns], polarity[scored])
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.nanstd(raw, ddof=1) if np.isfinite(raw).sum() > 1 else np.nan
        position, se = (raw - np.nanmean(raw)) / spread, se / spread
    half = float(ndtri(0.5 + level / 2)) * se
    rows = pd.DataFrame(
        {
            "doc_id": list(units.units),
            "position": position,
            "se": se,
            "low": position - half,
            "high": position + half,
            "words": words.astype(np.int64),
            "raw": raw,
        }
    )
    seeded = np.zeros(len(polarity), np.int64)
    seeded[ends[0]], seeded[ends[1]] = 1, -1
    table = pd.DataFrame(
        {
            "word": list(sentences.words),
            "polarity": polarity,
            "count": np.asarray(sentences.table.sum(axis=0)).ravel().astype(np.int64),
            "seed": seeded,
        }
    )[scored]
    order = np.lexsort((table["word"], -np.abs(table["polarity"])))
    about = {
        "high": [sentences.words[n] for n in ends[0]],
        "low": [sentences.words[n] for n in ends[1]],
        "near": near,
        "sentences": len(sentences.units),
        "dimensions": vectors.shape[1],
        "level": level,
    }
    notes = ("What the scale means is what its words are: read both ends before the texts.",)
    return Scale("lss", rows, table.iloc[order].reset_index(drop=True), about, notes)


def refuse(texts: int, sentences: int) -> None:
    """Raise where there is too little to learn the company of words from."""
    if sentences < LEAST_SENTENCES or texts < LEAST_TEXTS:
        raise TooFewTexts(
            f"latent semantic scaling needs {LEAST_SENTENCES:,} sentences in {LEAST_TEXTS} texts, and there are {sentences:,} in {texts}",
            "add texts, or use sentiment, stance or themes, which need no training",
        )


def sentence_counts(corpus: Corpus) -> WordCounts:
    """Return the table of sentences by words that are neither rare, nor function words, nor numbers."""
    tokens = corpus.tokens
    forms = tokens.vocab.folding[0]
    often = np.bincount(tokens.folded[corpus.token_counted], minlength=len(forms)) >= LEAST_COUNT
    content = np.array([w not in FUNCTION_WORDS and any(map(str.isalpha, w)) for w in forms], np.bool_)
    ok = corpus.token_counted & (often & content)[tokens.folded]
    sentence, unit = np.unique(corpus.token_sentence[ok], return_inverse=True)
    words, table = crossed(unit.astype(np.int64), tokens.folded[ok].astype(np.int64), len(sentence), forms)
    return WordCounts(tuple(map(str, sentence.tolist())), words, table)


def seeds_in(words: Sequence[str], seeds: Sequence[str], end: str) -> list[int]:
    """Return the positions of the words that some seeds name."""
    patterns = [fold(s) for s in seeds]
    plain = {p for p in patterns if not set(p) & set("*?[")}
    wild = [p for p in patterns if p not in plain]
    found = [n for n, w in enumerate(words) if w in plain or any(fnmatchcase(w, p) for p in wild)]
    if len(found) < LEAST_SEEDS:
        raise NotFound(
            f"of the {end} seeds only {len(found)} stand in the texts {LEAST_COUNT} times or more ({', '.join(seeds)})",
            f"give words that the texts use; {LEAST_SEEDS} an end at least, better five to ten",
            "seeds",
        )
    return found


def word_vectors(table: Any, dimensions: int) -> Floats:
    """Return a vector of length 1 for every word, shape (words, dimensions).

    Nothing is drawn: random projections are faster, but give documents other positions with every seed.
    """
    from scipy.sparse.linalg import svds

    many = max(2, min(dimensions, min(table.shape) // 3))
    start = np.cos(np.arange(min(table.shape), dtype=np.float64))
    _, _, right = svds(table, many, tol=CLOSE, v0=start, solver="arpack", return_singular_vectors="vh")
    vectors: Floats = right.T
    length = np.sqrt((vectors**2).sum(axis=1, keepdims=True))
    out: Floats = vectors / np.where(length > 0, length, 1)
    return out


def company(corpus: Corpus, near: str, words: Sequence[str]) -> Bools:
    """Return which words stand near a pattern more often than elsewhere."""
    found = collocates(corpus, near, NEAR_WINDOW)
    tied = set(found.loc[(found["log_likelihood"] >= NEAR_LIKELIHOOD) & (found["pmi"] > 0), "word"])
    out = np.array([w in tied for w in words], np.bool_)
    if out.sum() < NEAR_WORDS:
        raise NotFound(
            f"only {int(out.sum())} words keep company with {near!r}",
            f"name something that is spoken of more; {NEAR_WORDS} words are needed",
            "near",
        )
    return out


def means(table: Any, polarity: Floats) -> tuple[Floats, Floats, Floats]:
    """Return each text's mean polarity, its standard error, and the number of words it rests on."""
    words = np.asarray(table.sum(axis=1), np.float64).ravel()
    with np.errstate(invalid="ignore", divide="ignore"):
        raw = table @ polarity / words
        variance = np.maximum(table @ polarity**2 / words - raw**2, 0)
        se = np.where(words > 1, np.sqrt(variance / words), np.nan)
    return raw, se, words
