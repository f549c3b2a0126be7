"""The range of a log ratio between groups of texts: whole texts drawn again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rhetoric.compare.effectsize import HALF
from rhetoric.compare.intervals import percentiles, stream
from rhetoric.compare.terms import Units
from rhetoric.model.columns import Floats

TEXTS = 20  # with fewer texts on a side their draws say too little
CELLS = 1 << 24  # numbers held at once


def redrawn(
    texts: Units,
    names: Sequence[str],
    told: Sequence[int],
    level: float,
    draws: int,
    seed: int,
    fixed: tuple[Floats, float] | None = None,
) -> dict[int, tuple[Floats, Floats]]:
    """Return the interval of the log ratio of groups to all the others, over draws of texts.

    Parameters
    ----------
    texts : Units
        What each group says in each text, one group after the other.
    names : sequence of str
        The groups; each is drawn by a stream of its own.
    told : sequence of int
        The groups asked for.
    level : float
        Coverage aimed at, in (0, 1).
    draws : int
        With 0 there is no interval.
    seed : int
    fixed : (float64 array of shape (terms,), float), optional
        The hits and the number of words of a reference that is not drawn; the groups are then held against it.

    Returns
    -------
    dict of int to (low, high)
        float64 arrays of shape (terms,) for each group asked for that has 20 texts and more, as have all the others together.

    Notes
    -----
    Percentiles of ``log2`` of the rates with a half added to counts, over bootstrap samples of the texts within each group
    (Efron 1979). Texts are drawn whole, so that a word that fills one text has the wide interval that it should.
    """
    many = np.bincount(texts.group, minlength=len(names))
    rest = many.sum() - many if fixed is None else np.full(len(names), TEXTS)
    enough = [g for g in told if many[g] >= TEXTS and rest[g] >= TEXTS]
    if not enough or not draws:
        return {}
    times = np.concatenate(
        [
            stream(seed, f"keyness|{name}").multinomial(n, np.full(n, 1 / n), size=draws)
            for name, n in zip(names, many.tolist(), strict=True)
            if n
        ],
        axis=1,
    ).astype(np.float64)
    ends = np.concatenate([[0], np.cumsum(many)])
    own = {g: slice(ends[g], ends[g + 1]) for g in enough}
    words, columns = times @ texts.words, texts.counts.tocsc()
    size = columns.shape[1]
    out = {g: (np.empty(size), np.empty(size)) for g in enough}
    step, tail = max(1, CELLS // (4 * draws)), 50 * (1 - level)
    for start in range(0, size, step):
        at = slice(start, min(size, start + step))
        counts = columns[:, at].tocsr()
        whole = (counts.T @ times.T).T if fixed is None else fixed[0][at]
        for g, rows in own.items():
            hits = (counts[rows].T @ times[:, rows].T).T
            held = (times[:, rows] @ texts.words[rows])[:, None]
            other = (whole - hits, words[:, None] - held) if fixed is None else (whole, fixed[1])
            ratio = np.log2((hits + HALF) / held) - np.log2((other[0] + HALF) / other[1])
            out[g][0][at], out[g][1][at] = percentiles(ratio, (tail, 100 - tail))
    return out
