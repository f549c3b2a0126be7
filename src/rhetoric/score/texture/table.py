"""Texture of every text and voice as rows of the scores table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from rhetoric.model import schema
from rhetoric.model.columns import Floats
from rhetoric.model.corpus import Corpus
from rhetoric.score.texture.diversity import BY_FREQUENCY
from rhetoric.score.texture.measure import Counts, Measure, Prose, Variety
from rhetoric.score.texture.mtld import MTLD
from rhetoric.score.texture.prose import ProseCounts
from rhetoric.score.texture.readability import READABILITY
from rhetoric.score.texture.rhythm import RHYTHM
from rhetoric.score.texture.variety import VarietyCounts
from rhetoric.score.texture.windows import BY_WINDOW
from rhetoric.score.texture.words import Words, units_of

Statistic = Callable[[Floats], Floats]
Interval = Callable[[Floats, Statistic, str], tuple[Floats, Floats]]

OF_PROSE: tuple[Measure[Prose], ...] = (*READABILITY, *RHYTHM)
OF_VARIETY: tuple[Measure[Variety], ...] = (MTLD, *BY_WINDOW, *BY_FREQUENCY)
MEASURES: tuple[Measure[Prose] | Measure[Variety], ...] = (*OF_PROSE, *OF_VARIETY)
FEATURES = tuple(measure.feature for measure in MEASURES)


def texture(corpus: Corpus, interval: Interval | None = None) -> pd.DataFrame:
    """Return readability, rhythm and lexical diversity of every text and voice.

    Parameters
    ----------
    corpus : Corpus
        With passages, voices and tokens.
    interval : callable, optional
        ``(columns, statistic, key) -> (low, high)``: draws sentences with replacement, adds up the rows of `columns` (shape (sentences,
        columns)) over each draw, and returns both ends of what `statistic` makes of the sums (shape (draws, columns) to (draws,
        measures)); see `rhetoric.compare.resampling`. Without it both ends are NaN.

    Returns
    -------
    DataFrame
        The public scores table: one row for each text, voice with words in it, and measure, and one for each text and measure with
        voice ``'all'``. Hits are the sentences of readability and rhythm, and the words of lexical diversity; exposure is the words.

    Notes
    -----
    Bylines, boilerplate and passages printed already count nowhere. Readability and rhythm look at whole sentences alone: no headings, and
    of a sentence that several voices share, the words of the voice with the most words in it. Lexical diversity takes all words of a
    voice in reading order. What is not defined, or has too few words for its measure, is NaN.

    Examples
    --------
    >>> from rhetoric.pipeline import prepared
    >>> from rhetoric.model.document import Document
    >>> rows = texture(prepared([Document("d", "We came. We saw it all and we won.")])).set_index("feature")
    >>> float(rows.loc["texture.sentence_length@1", "value"].iloc[0])
    4.5
    """
    units = units_of(corpus)
    words = Words.of(corpus, units)
    prose, variety = ProseCounts(words), VarietyCounts(words)
    sentences, running = prose.total(), variety.total()
    value = np.concatenate(
        [
            defined(OF_PROSE, sentences, sentences.words, sentences.sentences),
            defined(OF_VARIETY, running, running.tokens, running.tokens),
        ],
        axis=1,
    )
    low, high = np.full(value.shape, np.nan), np.full(value.shape, np.nan)
    if interval is not None:
        for unit in np.flatnonzero(np.isfinite(value).any(axis=1)).tolist():
            low[unit], high[unit] = ends(prose, variety, unit, interval, units.key(unit))
        low[np.isnan(value)] = high[np.isnan(value)] = np.nan
        bounds = np.array([(measure.least, measure.most) for measure in MEASURES])
        low, high = np.maximum(low, bounds[:, 0]), np.minimum(high, bounds[:, 1])
    n, f = value.shape
    sizes = (len(OF_PROSE), len(OF_VARIETY))
    hits = np.repeat(np.stack([sentences.sentences, running.tokens], axis=1), sizes, axis=1)
    held = np.repeat(np.stack([sentences.words, running.tokens], axis=1), sizes, axis=1)
    return schema.table(
        "scores",
        pd.DataFrame(
            {
                "doc_id": pd.array(np.repeat([units.docs[d] for d in units.doc], f), dtype="str"),
                "voice": pd.array(np.repeat([units.name(u) for u in range(n)], f), dtype="str"),
                "feature": pd.array(np.tile([str(x) for x in FEATURES], n), dtype="str"),
                "value": value.ravel(),
                "unit": pd.array(np.tile([x.unit for x in FEATURES], n), dtype="str"),
                "hits": hits.ravel(),
                "exposure": held.ravel(),
                "low": low.ravel(),
                "high": high.ravel(),
            }
        ),
    )


def valued(measures: Sequence[Measure[Counts]], counts: Counts) -> Floats:
    """Return the values of measures, shape (units or draws, measures)."""
    return np.stack([measure(counts) for measure in measures], axis=1)


def defined(measures: Sequence[Measure[Counts]], counts: Counts, words: Floats, sentences: Floats) -> Floats:
    """Return the values of measures, NaN where there are fewer words or sentences than each needs."""
    least = np.array([(measure.words, measure.sentences) for measure in measures])
    enough = (words[:, None] >= least[:, 0]) & (sentences[:, None] >= least[:, 1])
    return np.where(enough, valued(measures, counts), np.nan)


def ends(
    prose: ProseCounts, variety: VarietyCounts, unit: int, interval: Interval, key: str
) -> tuple[Floats, Floats]:
    """Return both ends of every measure of one unit."""
    own, lengths = prose.of_unit(unit)
    low, high = np.full(len(FEATURES), np.nan), np.full(len(FEATURES), np.nan)
    border = len(OF_PROSE)
    if len(own):
        low[:border], high[:border] = interval(
            own, lambda sums: valued(OF_PROSE, ProseCounts.drawn(sums, lengths)), key
        )
    low[border:], high[border:] = interval(
        variety.of_unit(unit), lambda sums: valued(OF_VARIETY, VarietyCounts.drawn(sums)), key
    )
    return low, high
