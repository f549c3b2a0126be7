"""Which words a coder of metaphor should judge: a worksheet for MIPVU."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from rhetoric.coding.draw import allotted, beside
from rhetoric.errors import TooFewTexts
from rhetoric.model.coding import STRATA, Item, Sample
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence

SHARES = {"hits": 0.5, "near": 0.3, "rest": 0.2}
FEATURE = "metaphor"


Cues = Callable[[Sequence[tuple[int, int]]], Sequence[tuple[str, str]]]


def draw_units(
    corpus: Corpus, evidence: Evidence, n: int = 200, seed: int = 0, cues: Cues | None = None
) -> Sample:
    """Draw lexical units to be judged for metaphor.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
        With that of the metaphors.
    n : int
        Units wanted.
    seed : int
    cues : callable, optional
        Given units as first and last token, what may help to judge each: a more basic sense, and what it may mean here.
        It should not look at what was found. A cue still tells that the lexicon knows the word, though not whether it was
        found here: sheets for agreement studies are better drawn without.

    Returns
    -------
    Sample
        Half of the units are words or phrases that were found, candidates too; three in ten are words that were found
        elsewhere in these texts, but not here; two in ten are any others. The order is random, so that it tells nothing.

    Raises
    ------
    TooFewTexts
        If the corpus has no word.

    Notes
    -----
    MIPVU (Steen et al. 2010) asks of each unit what it means here, whether it has a more basic sense, and whether the one
    can be understood by comparison with the other. The sheet gives the unit with a cue for both senses where there is
    one; the answer is the coder's.

    References
    ----------
    Steen, Gerard J., Dorst, Aletta G., Herrmann, J. Berenike, Kaal, Anna A., Krennmayr, Tina and Pasma, Trijntje (2010).
    A Method for Linguistic Metaphor Identification. Amsterdam: Benjamins.
    """
    tokens = corpus.tokens
    mine = evidence.of("metaphor")
    usable = tokens.is_word & ~corpus.token_removed & (corpus.token_sentence >= 0)
    if not usable.any():
        raise TooFewTexts("there is no word to code", "name a text that holds some")
    place = tokens.doc.astype(np.int64) << 32 | tokens.start
    first = np.searchsorted(place, mine.doc.astype(np.int64) << 32 | mine.start)
    last = np.searchsorted(place, mine.doc.astype(np.int64) << 32 | mine.end)
    inside = np.zeros(len(tokens) + 1, np.int64)
    np.add.at(inside, first, 1)
    np.subtract.at(inside, last, 1)
    covered = np.cumsum(inside[:-1]) > 0
    known = np.unique(tokens.folded[covered & usable])
    free = np.flatnonzero(usable & ~covered)
    near = free[np.isin(tokens.folded[free], known)]
    spans = {
        "hits": [(int(a), int(b), k) for k, (a, b) in enumerate(zip(first, last, strict=True)) if usable[a]],
        "near": [(int(t), int(t) + 1, -1) for t in near],
        "rest": [(int(t), int(t) + 1, -1) for t in np.setdiff1d(free, near)],
    }
    sizes = allotted({k: round(n * s) for k, s in SHARES.items()}, {k: len(v) for k, v in spans.items()}, n)
    generator = np.random.default_rng([seed, len(free)])
    chosen = [
        (name, *spans[name][k])
        for name in STRATA
        for k in np.sort(generator.choice(len(spans[name]), sizes[name], replace=False))
    ]
    asked = cues([(a, b) for _, a, b, _ in chosen]) if cues else [("", "")] * len(chosen)
    items = [
        item(corpus, mine, a, b, row, name, cue) for (name, a, b, row), cue in zip(chosen, asked, strict=True)
    ]
    order = generator.permutation(len(items))
    return Sample(
        FEATURE,
        seed,
        {name: len(v) for name, v in spans.items()},
        {d.id: d.sha256 for d in corpus.documents},
        tuple(items[k] for k in order),
    )


def item(
    corpus: Corpus, mine: Evidence, first: int, last: int, row: int, stratum: str, cue: tuple[str, str]
) -> Item:
    """Return one unit in its sentence, with cues for its senses."""
    tokens, spans = corpus.tokens, corpus.sentences
    doc, sentence = int(tokens.doc[first]), int(corpus.token_sentence[first])
    document = corpus.documents[doc]
    start, end = int(tokens.start[first]), int(tokens.end[last - 1])
    around = beside(corpus, sentence)
    at = corpus.rows_at(corpus.spoken, np.array([doc]), np.array([start]))[0]
    key = f"{document.sha256}|{start}|{end}|{FEATURE}"
    return Item(
        hashlib.sha256(key.encode()).hexdigest()[:12],
        document.id,
        start,
        end,
        corpus.voices[corpus.spoken.voice[at]].id if at >= 0 else "",
        around[0],
        document.text[spans.start[sentence] : spans.end[sentence]].strip(),
        around[1],
        stratum,
        row >= 0,
        "",
        (document.text[start:end],) if row >= 0 else (),
        document.text[start:end],
        *cue,
    )
