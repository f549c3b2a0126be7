"""Runs of words that hold together: collocations anywhere in a corpus."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd

from rhetoric.compare.functionwords import FUNCTION_WORDS
from rhetoric.compare.terms import numbered, runs
from rhetoric.errors import SettingsError
from rhetoric.model.columns import Array, Floats
from rhetoric.model.corpus import Corpus

SMOOTHING = 0.5  # added to each count
COLUMNS = ["collocation", "size", "count", "texts", "lambda", "z"]


def collocations(corpus: Corpus, size: int = 2, least: int = 5, function_words: bool = True) -> pd.DataFrame:
    """Return the runs of words that hold together, those most sure to do so first.

    Parameters
    ----------
    corpus : Corpus
    size : {2, 3}
        Words of a run, side by side in a sentence without a mark between.
    least : int
        How often a run must stand to be listed.
    function_words : bool
        Whether runs that begin or end with a function word are listed; they count all the same.

    Returns
    -------
    DataFrame
        collocation (lower case), size, count, texts (in how many it stands), lambda and z; see `holding`. The largest `z` come first. Repeats
        and removed stretches are left out.

    Raises
    ------
    SettingsError
        If the size is not 2 or 3.
    """
    if size not in (2, 3):
        raise SettingsError(f"runs of {size} words are no collocations", "choose 2 or 3", "size")
    tokens = corpus.tokens
    first = runs(corpus, np.where(corpus.token_counted, 0, -1).astype(np.int32), size)
    code, forms = numbered(tokens.folded, first, size)
    often = np.bincount(code, minlength=len(forms))
    listed = np.flatnonzero(often >= max(1, least))
    shown = tokens.vocab.folding[0]
    if not function_words:
        plain = np.fromiter((f in FUNCTION_WORDS for f in shown), np.bool_, len(shown))
        listed = listed[~(plain[forms[listed, 0]] | plain[forms[listed, -1]])]
    texts = np.unique(code << 32 | tokens.doc[first])
    strength, z = holding(forms, often, listed)
    table = pd.DataFrame(
        {
            "collocation": [" ".join(shown[f] for f in row) for row in forms[listed].tolist()],
            "size": np.full(len(listed), size),
            "count": often[listed],
            "texts": np.bincount(texts >> 32, minlength=len(forms))[listed],
            "lambda": strength,
            "z": z,
        },
        columns=COLUMNS,
    )
    order = np.lexsort((table["collocation"].to_numpy(), -table["z"].to_numpy()))
    return table.iloc[order].reset_index(drop=True)


def holding(runs: Array, count: Array, listed: Array, smoothing: float = SMOOTHING) -> tuple[Floats, Floats]:
    """Return how strongly the words of runs hold together, and how sure that is.

    Parameters
    ----------
    runs : integer array, shape (distinct, size)
        All distinct runs of the corpus, rare ones too, without repeats.
    count : integer array, shape (distinct,)
        How often each stands.
    listed : integer array, shape (n,)
        The rows asked for.
    smoothing : float
        Added to each count, 0 or more.

    Returns
    -------
    strength, z : float64 arrays, shape (n,)
        Lambda, above 0 where the words stand together more often than their parts would have it; and lambda over its standard error.

    Notes
    -----
    Blaheta and Johnson (2001), the method of all subtuples: for each way ``b`` in which a run of the corpus can agree with this one,
    place by place, ``c(b)`` is how many runs do; lambda is the sum of ``ln c(b)``, with a minus where the number of places that do not
    agree is odd, and its variance the sum of ``1 / c(b)``. Of two words it is the logarithm of the odds ratio; of three it is what the
    three share beyond their pairs, and can be below 0 for a run whose pairs hold together. Runs overlap, and so are not
    independent: `z` ranks, and is no test.
    """
    size = runs.shape[1]
    total = int(count.sum())
    together = {
        places: matching(runs, count, listed, places)
        for places in product((False, True), repeat=size)
        if any(places)
    }
    together[(False,) * size] = np.full(len(listed), total, np.int64)
    strength, variance = np.zeros(len(listed)), np.zeros(len(listed))
    for places in product((False, True), repeat=size):
        exact = np.zeros(len(listed), np.int64)  # runs that agree at these places and at no other
        for wider, agreeing in together.items():
            if all(w or not p for w, p in zip(wider, places, strict=True)):
                exact = exact + (-1) ** (sum(wider) - sum(places)) * agreeing
        cell = exact + smoothing
        with np.errstate(divide="ignore", invalid="ignore"):
            strength += (-1) ** (size - sum(places)) * np.log(cell)
            variance += 1 / cell
    with np.errstate(divide="ignore", invalid="ignore"):
        z = strength / np.sqrt(variance)
    sound = np.isfinite(strength)
    return np.where(sound, strength, np.nan), np.where(sound, z, np.nan)


def matching(runs: Array, count: Array, listed: Array, places: tuple[bool, ...]) -> Array:
    """Return how many runs of the corpus agree with each listed one at some places, whatever stands at the others."""
    code = np.zeros(len(runs), np.int64)
    for place in np.flatnonzero(places):
        wide = np.int64(runs.max(initial=0)) + 1
        code = np.unique(code * wide + runs[:, place], return_inverse=True)[1].astype(np.int64)
    return np.bincount(code, count).astype(np.int64)[code[listed]]
