"""How evenly each word is spread over the parts of a corpus."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import pandas as pd

from rhetoric.errors import SettingsError
from rhetoric.model.columns import Array, Floats
from rhetoric.model.corpus import Corpus

Over = Literal["text", "voice", "paragraph", "chunk"]
MEASURES = ("dp", "dp_norm", "juilland_d", "rosengren_s", "kld")
CHUNKS = 10


def dispersion(corpus: Corpus, over: Over = "text", chunks: int = CHUNKS, least: int = 1) -> pd.DataFrame:
    """Return for every word how evenly it is spread over the parts of a corpus.

    Parameters
    ----------
    corpus : Corpus
    over : {'text', 'voice', 'paragraph', 'chunk'}
        The parts: the texts; who speaks, each person once; paragraphs, headings and turns; or equal runs of words.
    chunks : int
        How many runs, 2 or more; the last words of one text may share a run with the first of the next.
    least : int
        How often a word must stand in all to be listed.

    Returns
    -------
    DataFrame
        word (lower case), hits, parts (how many there are), range (in how many of them it stands), dp, dp_norm, juilland_d,
        rosengren_s, kld. The most frequent words come first. Repeats and removed stretches are left out.

    Raises
    ------
    SettingsError
        If the parts are unknown, or there are fewer than two chunks.

    Notes
    -----
    See `measures`. A word with one hit is in one part whatever it means: compare words of like frequency only.
    """
    tokens = corpus.tokens
    rows = np.flatnonzero(corpus.token_counted)
    part = parts_of(corpus, rows, over, chunks)
    rows, part = rows[part >= 0], part[part >= 0]
    _, part = np.unique(part, return_inverse=True)
    words = np.bincount(part).astype(np.float64)
    forms = tokens.vocab.folding[0]
    cell, count = np.unique(
        tokens.folded[rows].astype(np.int64) * max(1, len(words)) + part, return_counts=True
    )
    term = cell // max(1, len(words))
    total = np.bincount(term, count, len(forms))
    kept = np.flatnonzero(total >= max(1, least))
    place = np.full(len(forms), -1, np.int64)
    place[kept] = np.arange(len(kept))
    inside = place[term] >= 0
    table = measures(
        place[term[inside]], (cell % max(1, len(words)))[inside], count[inside], words, len(kept)
    )
    table.insert(0, "word", [forms[f] for f in kept])
    return table.sort_values(["hits", "word"], ascending=[False, True], ignore_index=True)


def measures(term: Array, part: Array, count: Array, words: Floats, terms: int | None = None) -> pd.DataFrame:
    """Return how evenly each of some terms is spread over parts of some lengths.

    Parameters
    ----------
    term, part, count : integer arrays, shape (cells,)
        How often each term stands in each part; cells of no hit are left out, and each pair is given once.
    words : float64 array, shape (parts,)
        The length of each part; parts without words are none.
    terms : int, optional
        How many terms there are; by default up to the last.

    Returns
    -------
    DataFrame
        One row a term: hits, parts, range, dp, dp_norm, juilland_d, rosengren_s, kld (in bits). All but hits, parts and range are NaN for a
        term without hits and where there is one part only.

    Notes
    -----
    With ``s`` the share of a part in all words, ``v`` the share of a term's hits that stand there and ``p`` the term's
    rate in it:

    - ``range``: the parts that hold the term; higher means more even.
    - ``dp``: ``sum(|v - s|) / 2`` (Gries 2008); 0 is as even as the parts allow, near 1 all in one small part.
    - ``dp_norm``: ``dp / (1 - min(s))`` (Lijffijt and Gries 2012), which reaches 1.
    - ``juilland_d``: ``1 - cv(p) / sqrt(parts - 1)``, with the standard deviation of the population (Juilland, Brodin and Davidovitch 1970);
      1 is even, 0 all in one part. With many parts nearly all words come near 1.
    - ``rosengren_s``: ``sum(sqrt(s * v)) ** 2`` (Rosengren 1971); 1 is even, near 0 all in one small part.
    - ``kld``: ``sum(v * log2(v / s))`` (Gries 2020); 0 is even, and it has no upper end.

    All lean on frequency: a rare word cannot be spread evenly.
    """
    real = words > 0
    parts = int(real.sum())
    size = int(terms if terms is not None else term.max(initial=-1) + 1)
    share = words / words.sum() if parts else words
    hits = np.bincount(term, count, size)
    found = np.bincount(term, minlength=size)
    with np.errstate(divide="ignore", invalid="ignore"):
        v, s = count / hits[term], share[part]
        dp = 1 - np.bincount(term, np.minimum(v, s), size)
        rate = count / words[part]
        mean = np.bincount(term, rate, size) / parts
        square = np.bincount(term, (rate - mean[term]) ** 2, size) + (parts - found) * mean**2
        cv = np.sqrt(square / parts) / mean
        table = {
            "hits": hits.astype(np.int64),
            "parts": np.full(size, parts),
            "range": found,
            "dp": dp,
            "dp_norm": dp / (1 - share[real].min(initial=1.0)),
            "juilland_d": 1 - cv / math.sqrt(max(1, parts - 1)),
            "rosengren_s": np.bincount(term, np.sqrt(s * v), size) ** 2,
            "kld": np.bincount(term, v * np.log2(v / s), size),
        }
    spread = (hits > 0) & (parts > 1)
    return pd.DataFrame({k: np.where(spread, x, np.nan) if k in MEASURES else x for k, x in table.items()})


def parts_of(corpus: Corpus, rows: Array, over: Over, chunks: int) -> Array:
    """Return the part of every counted token, or -1."""
    if over == "text":
        return corpus.tokens.doc[rows].astype(np.int64)
    if over == "voice":
        names: dict[str, int] = {}
        code = np.array([names.setdefault(v.id, len(names)) for v in corpus.voices] + [-1], np.int64)
        return code[corpus.token_voice[rows]]
    if over == "paragraph":
        return corpus.token_block[rows].astype(np.int64)
    if over != "chunk":
        raise SettingsError(f"unknown parts {over!r}", "choose text, voice, paragraph or chunk", "over")
    if chunks < 2:
        raise SettingsError(f"{chunks} is too few chunks", "take 2 or more", "chunks")
    return np.arange(len(rows)) * chunks // max(1, len(rows))
