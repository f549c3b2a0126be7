"""Wordscores: where texts stand between reference texts whose positions are known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from rhetoric.compare.wordcounts import WordCounts
from rhetoric.errors import NotFound, TooFewTexts
from rhetoric.model.columns import Bools, Floats
from rhetoric.model.scale import Scale

LEAST_REFERENCES = 2
LEAST_SCORED = 100  # words of a text that have a score


def wordscores(counts: WordCounts, reference: Mapping[str, float], level: float = 0.95) -> Scale:
    """Score texts by the words that they share with reference texts of known position.

    Parameters
    ----------
    counts : WordCounts
    reference : mapping
        The name of each reference text to its position, on any scale; two texts or more, of two positions or more.
    level : float
        Coverage of the intervals.

    Returns
    -------
    Scale
        Documents: ``position`` (the raw score, on the scale of the reference positions but drawn to their middle), ``se``, ``low``, ``high``,
        ``words`` (those with a score), ``share`` (of the text's words), ``reference`` (its given position, or NaN), ``lbg`` and ``mv`` (the
        rescaled scores) with ``lbg_se`` and ``mv_se``. Words: ``word, score, count, texts``, over the reference texts, the most extreme first.

    Raises
    ------
    TooFewTexts
        With fewer than two reference texts or positions, or where nothing is left to score.
    NotFound
        If a reference text is not among the texts.

    Notes
    -----
    With ``f[w, r]`` the share of word w in reference text r, the score of a word is ``sum_r f[w, r] a_r / sum_r f[w, r]`` for the positions
    ``a``; a text's score is the mean over its scored words, and its standard error ``sqrt(variance / words)`` with the variance of word
    scores around it (Laver, Benoit and Garry 2003). It takes the word scores as known and words as independent: too small for real texts.

    Common words score near the middle, so raw scores crowd there. ``lbg`` gives the other texts the standard deviation of the reference
    positions around their own mean (LBG 2003; NaN under two other texts, and it moves when a text is added). ``mv`` puts the two extreme
    reference texts back on their positions (Martin and Vanberg 2008). Both change the scale and no order.

    References
    ----------
    Laver, Michael, Benoit, Kenneth and Garry, John (2003). Extracting Policy Positions from Political Texts Using Words as Data. American
    Political Science Review 97 (2), 311-331.

    Martin, Lanny W. and Vanberg, Georg (2008). A Robust Transformation Procedure for Interpreting Political Text. Political Analysis 16
    (1), 93-100.
    """
    from scipy.special import ndtri

    place, at = references(counts, reference)
    score, scored = word_scores(counts, place, at)
    known = counts.kept(scored)
    words = known.size
    with np.errstate(invalid="ignore", divide="ignore"):
        raw = known.table @ score / words
        spread = known.table @ score**2 / words - raw**2
        se = np.sqrt(np.maximum(spread, 0) / words)
        share = words / counts.size
    given = np.full(len(counts.units), np.nan)
    given[place] = at
    half = float(ndtri(0.5 + level / 2)) * se
    lbg, lbg_factor = lbg_rescaled(raw, raw[np.isnan(given)], at)
    mv, mv_factor = mv_rescaled(raw, raw[place], at)
    rows = pd.DataFrame(
        {
            "doc_id": list(counts.units),
            "position": raw,
            "se": se,
            "low": raw - half,
            "high": raw + half,
            "words": words.astype(np.int64),
            "share": share,
            "reference": given,
            "lbg": np.where(np.isnan(given), lbg, np.nan),
            "lbg_se": np.where(np.isnan(given), se * lbg_factor, np.nan),
            "mv": mv,
            "mv_se": se * mv_factor,
        }
    )
    of_references = known.table[place]
    table = pd.DataFrame(
        {
            "word": list(known.words),
            "score": score,
            "count": np.asarray(of_references.sum(axis=0)).ravel().astype(np.int64),
            "texts": np.bincount(of_references.indices, minlength=len(known.words)),
        }
    )
    order = np.lexsort((table["word"], -table["count"], -np.abs(score - at.mean())))
    about = {"reference": dict(reference), "level": level}
    few = int((words[np.isnan(given)] < LEAST_SCORED).sum())
    notes = ["Positions are raw scores, which crowd to the middle; lbg and mv stretch them."]
    if few:
        notes.append(
            f"Texts that share under {LEAST_SCORED} words with the reference texts, whose positions say little: {few}."
        )
    return Scale("wordscores", rows, table.iloc[order].reset_index(drop=True), about, tuple(notes))


def references(counts: WordCounts, reference: Mapping[str, float]) -> tuple[list[int], Floats]:
    """Return the rows and the positions of the reference texts, refusing what cannot anchor a scale."""
    if missing := [name for name in reference if name not in counts.units]:
        shown = ", ".join(counts.units[:20])
        raise NotFound(f"no reference text {missing[0]!r} among the texts", f"choose from {shown}")
    at = np.array([float(v) for v in reference.values()], np.float64)
    if len(at) < LEAST_REFERENCES or not np.isfinite(at).all() or at.min() == at.max():
        raise TooFewTexts(
            f"Wordscores needs {LEAST_REFERENCES} reference texts at different positions, and there are {len(np.unique(at))}",
            "give a number for texts at both ends, such as left.txt=-1 right.txt=1",
        )
    place = [counts.units.index(name) for name in reference]
    if not counts.table[place].sum():
        raise TooFewTexts("the reference texts have no words", "name texts with words as references")
    return place, at


def word_scores(counts: WordCounts, place: list[int], at: Floats) -> tuple[Floats, Bools]:
    """Return the score of every scored word, and which words those are."""
    size = counts.size[place]
    shares = counts.table[place].multiply(1 / np.where(size > 0, size, 1)[:, None]).tocsr()
    held = np.asarray(shares.sum(axis=0), np.float64).ravel()
    scored: Bools = held > 0
    score: Floats = (at @ shares)[scored] / held[scored]
    return score, scored


def lbg_rescaled(raw: Floats, others: Floats, at: Floats) -> tuple[Floats, float]:
    """Return scores with the spread of the reference positions, and the factor by which they were stretched."""
    known = others[np.isfinite(others)]
    if len(known) < 2 or not known.std(ddof=1) > 0:
        return np.full(len(raw), np.nan), np.nan
    factor = float(at.std(ddof=1) / known.std(ddof=1))
    return (raw - known.mean()) * factor + known.mean(), factor


def mv_rescaled(raw: Floats, anchors: Floats, at: Floats) -> tuple[Floats, float]:
    """Return scores on which the two extreme reference texts have their own positions, and the factor."""
    low, high = int(np.argmin(at)), int(np.argmax(at))
    factor = float((at[high] - at[low]) / (anchors[high] - anchors[low]))
    return (raw - anchors[low]) * factor + at[low], abs(factor)
