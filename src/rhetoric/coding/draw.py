"""Which sentences a coder should read: some with hits, some nearly so, some at random."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

from rhetoric.errors import TooFewTexts
from rhetoric.model.coding import STRATA, Item, Sample
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.likelihood import g2

Longs = npt.NDArray[np.int64]
SHARES = {"hits": 0.4, "near": 0.3, "rest": 0.3}
NEAR_FOR_EACH = 10  # near misses that the stratum holds for each one drawn
LEAST, TELLING = 2, 6.63  # a word near hits: how often, and how unlikely by chance (G2, p < .01)


def draw(corpus: Corpus, evidence: Evidence, feature: str, n: int = 200, seed: int = 0) -> Sample:
    """Draw a stratified sample of sentences.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
        With that of the instrument to be checked.
    feature : str
        Its name, such as ``'theme.pluralism'``.
    n : int
        Sentences wanted; the sample is smaller where the corpus is.
    seed : int

    Returns
    -------
    Sample
        Four sentences in ten have hits; three come from the near misses, sentences without a hit whose words are most
        like those of sentences with one; three from all others. What a stratum lacks, the others give. The order is
        random, so that it tells nothing.

    Raises
    ------
    TooFewTexts
        If the corpus has no sentence.
    """
    number = next(f for f in evidence.features if f.name == feature)
    mine = evidence.where(evidence.feature == evidence.features.index(number))
    words = np.flatnonzero(corpus.tokens.is_word & ~corpus.token_removed & (corpus.token_sentence >= 0))
    rows = np.unique(corpus.token_sentence[words])
    if not len(rows):
        raise TooFewTexts("there is no sentence to code", "name a text that holds some")
    first = np.searchsorted(corpus.sentences.doc, np.arange(len(corpus)))
    hit = np.unique(first[mine.doc] + mine.sentence)
    likeness = alike(corpus, mine, hit, words)
    others = np.setdiff1d(rows, hit)
    wanted = {name: round(n * share) for name, share in SHARES.items()}
    ranked = others[np.lexsort((others, -likeness[others]))]
    near = ranked[: NEAR_FOR_EACH * wanted["near"]]
    near = np.sort(near[likeness[near] > 0])
    strata = {"hits": np.intersect1d(hit, rows), "near": near, "rest": np.setdiff1d(others, near)}
    generator = np.random.default_rng([seed, len(rows)])
    sizes = allotted(wanted, {name: len(s) for name, s in strata.items()}, n)
    chosen = [
        (int(row), name)
        for name in STRATA
        for row in np.sort(generator.choice(strata[name], sizes[name], replace=False))
    ]
    items = [
        item(corpus, mine, row, name, str(number), int(first[corpus.sentences.doc[row]]))
        for row, name in chosen
    ]
    order = generator.permutation(len(items))
    return Sample(
        str(number),
        seed,
        {name: len(s) for name, s in strata.items()},
        {d.id: d.sha256 for d in corpus.documents},
        tuple(items[k] for k in order),
    )


def allotted(wanted: dict[str, int], there: dict[str, int], n: int) -> dict[str, int]:
    """Return how many to draw from each stratum: what is wanted, and what one lacks from the others, the rest first."""
    out = {name: min(wanted[name], there[name]) for name in wanted}
    for name in reversed(wanted):
        out[name] += max(0, min(n - sum(out.values()), there[name] - out[name]))
    return out


def alike(corpus: Corpus, mine: Evidence, hit: Longs, words: Longs) -> npt.NDArray[np.float64]:
    """Return for every sentence how much its words are like those that stand around hits.

    Notes
    -----
    The sum over its distinct words of the log odds ratio of standing in a sentence with a hit, for words that do so at
    least twice and more than chance explains (G2 > 6.63). The words of the hits themselves do not count.
    """
    tokens = corpus.tokens
    sentence, form = corpus.token_sentence[words].astype(np.int64), tokens.folded[words].astype(np.int64)
    inside = np.zeros(len(tokens), np.int64)
    place = tokens.doc.astype(np.int64) << 32 | tokens.start
    np.add.at(inside, np.searchsorted(place, mine.doc.astype(np.int64) << 32 | mine.start), 1)
    ends = np.searchsorted(place, mine.doc.astype(np.int64) << 32 | mine.end)
    np.subtract.at(inside, ends[ends < len(inside)], 1)
    loose = np.cumsum(inside)[words] == 0
    forms = len(tokens.vocab.folding[0])
    pairs = np.unique(sentence[loose] * forms + form[loose])
    where, what = pairs // forms, pairs % forms
    held = np.isin(where, hit)
    a, b = np.bincount(what[held], minlength=forms), np.bincount(what[~held], minlength=forms)
    yes, no = len(hit), max(1, len(np.unique(where)) - len(hit))
    odds = np.log((a + 0.5) / (yes - a + 0.5)) - np.log((b + 0.5) / (np.maximum(no - b, 0) + 0.5))
    weight = np.where((a >= LEAST) & (odds > 0) & (g2(a, b, yes, no) > TELLING), odds, 0.0)
    total: npt.NDArray[np.float64] = np.bincount(where, weight[what], len(corpus.sentences)).astype(
        np.float64
    )
    return total


def item(corpus: Corpus, mine: Evidence, row: int, stratum: str, feature: str, first: int) -> Item:
    """Return one sentence with its surroundings and what the instrument found in it."""
    spans = corpus.sentences
    doc, start, end = int(spans.doc[row]), int(spans.start[row]), int(spans.end[row])
    document = corpus.documents[doc]
    own = mine.where((mine.doc == doc) & (mine.sentence == row - first))
    around = beside(corpus, row)
    key = f"{document.sha256}|{start}|{end}|{feature}"
    at = corpus.rows_at(corpus.spoken, np.array([doc]), np.array([start]))[0]
    return Item(
        hashlib.sha256(key.encode()).hexdigest()[:12],
        document.id,
        start,
        end,
        corpus.voices[corpus.spoken.voice[at]].id if at >= 0 else "",
        around[0],
        document.text[start:end].strip(),
        around[1],
        stratum,
        len(own) > 0,
        "" if not len(own) else "+" if own.weight.sum() > 0 else "-",
        tuple(document.text[s:e] for s, e in zip(own.start, own.end, strict=True)),
    )


def beside(corpus: Corpus, row: int) -> tuple[str, str]:
    """Return the sentences before and after one, empty where the text begins or ends."""
    spans = corpus.sentences
    doc = int(spans.doc[row])
    text = corpus.documents[doc].text
    before, after = (
        text[spans.start[n] : spans.end[n]].strip() if 0 <= n < len(spans) and spans.doc[n] == doc else ""
        for n in (row - 1, row + 1)
    )
    return before, after
