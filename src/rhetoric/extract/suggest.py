"""Words that a new theme might also need: what stands with its seeds, and what stands where they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.words import FUNCTION
from rhetoric.match import Entry, compile_patterns, find
from rhetoric.match.concordance import after, before
from rhetoric.model.corpus import Corpus
from rhetoric.model.likelihood import g2

Longs = npt.NDArray[np.int64]
LEAST, TELLING = (
    2,
    10.83,
)  # sentences with a seed that a word must stand in, and how unlikely by chance (G2, p < .001)
WINDOW, DIMENSIONS, OFTEN, FEWEST_WORDS = 5, 50, 5, 20
ENOUGH = 20_000  # words of text below which no vectors are made
FEW_TEXTS = 5  # where more texts than these hold a seed, a word must stand beside one in two of them
LINES, WIDTH = 3, 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word or two that may belong to a theme.

    Parameters
    ----------
    pattern : str
    how : {'beside', 'like'}
        It stands in sentences with the seeds more often than elsewhere; or among the same words as they do.
    score : float
        G2 for ``'beside'`` (higher: less likely by chance), cosine for ``'like'`` (at most 1: used alike).
    hits : int
        How often it stands in the texts.
    lines : tuple of str
        Some of these places, the word between ``[`` and ``]``.
    """

    pattern: str
    how: str
    score: float
    hits: int
    lines: tuple[str, ...]


def suggest(corpus: Corpus, seeds: Sequence[str], most: int = 20) -> list[Suggestion]:
    """Suggest words for a theme.

    Parameters
    ----------
    corpus : Corpus
        With tokens and sentences.
    seeds : sequence of str
        Patterns.
    most : int
        Suggestions of each kind.

    Returns
    -------
    list of Suggestion
        Those that stand beside the seeds, then those used like them; none is a function word or found by a seed.

    Raises
    ------
    DictionaryError
        If a seed is malformed.

    Notes
    -----
    ``'beside'``: words and pairs of words by the log-likelihood ratio (Rayson and Garside 2000) of standing in a
    sentence with a seed. ``'like'``: cosine to the mean of the seeds' vectors, which are the first dimensions of a singular value
    decomposition of positive pointwise mutual information within five words (Levy and Goldberg 2014).
    """
    tokens = corpus.tokens
    hits = find(compile_patterns([Entry(s, where="seed") for s in seeds]), corpus)
    forms, _ = tokens.vocab.folding
    counted = np.flatnonzero(tokens.is_word & (corpus.token_sentence >= 0) & ~corpus.token_removed)
    inside = np.zeros(len(tokens) + 1, np.int64)
    np.add.at(inside, hits.first, 1)
    np.subtract.at(inside, hits.last, 1)
    seeded = np.cumsum(inside[:-1]) > 0
    found = beside(corpus, counted, seeded, forms, most)
    known = {p for p, _ in found}
    if len(counted) >= ENOUGH and len(hits):
        found_like = [(w, s) for w, s in like(corpus, counted, seeded, forms, 2 * most) if w not in known][
            :most
        ]
    else:
        found_like = []
    rows = [*((p, "beside", s) for p, s in found), *((p, "like", s) for p, s in found_like)]
    return made(corpus, rows)


def made(corpus: Corpus, rows: Sequence[tuple[str, str, float]]) -> list[Suggestion]:
    """Return patterns as suggestions, with some of their places."""
    if not rows:
        return []
    tokens = corpus.tokens
    hits = find(compile_patterns([Entry(p) for p, _, _ in rows]), corpus)
    out = []
    for n, (pattern, how, score) in enumerate(rows):
        own = np.flatnonzero(hits.entry == n)
        some = own[:: max(1, len(own) // LINES)][:LINES]
        lines = []
        for first, last in zip(hits.first[some].tolist(), hits.last[some].tolist(), strict=True):
            text = corpus.documents[tokens.doc[first]].text
            start, end = int(tokens.start[first]), int(tokens.end[last - 1])
            lines.append(f"{before(text, start, WIDTH)}[{text[start:end]}]{after(text, end, WIDTH)}")
        out.append(Suggestion(pattern, how, round(score, 3), len(own), tuple(lines)))
    return out


def beside(
    corpus: Corpus, counted: Longs, seeded: npt.NDArray[np.bool_], forms: Sequence[str], most: int
) -> list[tuple[str, float]]:
    """Return words and pairs that stand in sentences with a seed more often than chance allows, the likeliest first."""
    sentence = corpus.token_sentence
    with_seed = set(np.unique(sentence[np.flatnonzero(seeded)]).tolist()) - {-1}
    rows = counted[~seeded[counted]].tolist()
    folded = corpus.tokens.folded
    held: dict[str, set[int]] = {}
    for n in rows:
        if plain(forms[folded[n]]):
            held.setdefault(forms[folded[n]], set()).add(int(sentence[n]))
    for a, b in pairwise(rows):
        one, two = forms[folded[a]], forms[folded[b]]
        if b == a + 1 and sentence[a] == sentence[b] and plain(one) and plain(two):
            held.setdefault(f"{one} {two}", set()).add(int(sentence[a]))
    total = len(np.unique(sentence[counted]))
    doc = corpus.sentences.doc
    spread = LEAST if len(np.unique(doc[sorted(with_seed)])) >= FEW_TEXTS else 1
    shared = {form: where & with_seed for form, where in held.items()}
    able = [
        form
        for form, both in shared.items()
        if len(both) >= LEAST and len({int(doc[n]) for n in both}) >= spread
    ]
    inside = np.array([len(shared[form]) for form in able], np.int64)
    outside = np.array([len(held[form]) for form in able], np.int64) - inside
    yes, no = len(with_seed), max(1, total - len(with_seed))
    found = np.where(inside * no > outside * yes, g2(inside, outside, yes, no), 0.0)
    scored = [(form, float(score)) for form, score in zip(able, found, strict=True) if score > TELLING]
    return sorted(scored, key=lambda r: (-r[1], r[0]))[:most]


def plain(form: str) -> bool:
    """Whether a word may be suggested: it means something, and is no figure."""
    return (
        len(form) > 2
        and form not in FUNCTION
        and not form[0].isdigit()
        and form.replace("-", "").replace("'", "").isalpha()
    )


def like(
    corpus: Corpus, counted: Longs, seeded: npt.NDArray[np.bool_], forms: Sequence[str], most: int
) -> list[tuple[str, float]]:
    """Return the words whose neighbours are most like those of the seeds."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import svds

    folded = corpus.tokens.folded[counted].astype(np.int64)
    often = np.bincount(folded, minlength=len(forms))
    words = np.flatnonzero(often >= OFTEN)
    if len(words) < FEWEST_WORDS:
        return []
    code = np.full(len(forms), -1)
    code[words] = np.arange(len(words))
    ids, sentence = code[folded], corpus.token_sentence[counted]
    pairs = []
    for step in range(1, WINDOW + 1):
        near = (sentence[step:] == sentence[:-step]) & (ids[step:] >= 0) & (ids[:-step] >= 0)
        pairs.append(np.stack([ids[:-step][near], ids[step:][near]]))
    a, b = np.concatenate([*pairs, *(p[::-1] for p in pairs)], axis=1)
    counts = coo_matrix((np.ones(len(a)), (a, b)), shape=(len(words), len(words))).tocsr().tocoo()
    sums = np.bincount(counts.row, counts.data, len(words))
    chance = sums[counts.row] * sums[counts.col] / sums.sum()
    counts.data = np.maximum(0.0, np.log(counts.data / chance))
    start = np.ones(len(words)) / np.sqrt(len(words))
    left, values, _ = svds(
        counts.tocsr(), k=min(DIMENSIONS, len(words) - 1), v0=start, rng=np.random.default_rng(0)
    )
    vectors = left * np.sqrt(values)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    own = np.bincount(ids[seeded[counted] & (ids >= 0)], minlength=len(words))
    if not own.any():
        return []
    mean = own @ vectors
    close = vectors @ (mean / max(1e-12, float(np.linalg.norm(mean))))
    order = np.lexsort((words, -np.round(close, 4)))  # what differs by less is a tie
    fresh = [(forms[words[n]], float(close[n])) for n in order if not own[n] and plain(forms[words[n]])]
    return fresh[:most]
