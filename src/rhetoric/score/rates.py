"""Rates per 1,000 words and means over sentences, for every text, voice and feature."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from rhetoric.model import schema
from rhetoric.model.columns import Floats, Ints
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.model.voice import ALL

Interval = Callable[[Floats, Floats, str, Sequence[Feature]], tuple[Floats, Floats]]


def rates(evidence: Evidence, exposure: Exposure, interval: Interval | None = None) -> pd.DataFrame:
    """Return the public scores table.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
        Of the same texts.
    interval : callable, optional
        ``(hits, words, key, features) -> (low, high)``; see `rhetoric.compare.hull`. Without it both ends are NaN.

    Returns
    -------
    DataFrame
        One row for each text, voice with words in it, and feature looked for, and one for each text and feature with
        voice ``'all'``. A rate is ``1000 * hits / words``; hits are pieces of evidence that are no repeats and have a weight
        other than 0 (a weight of 0 marks a candidate that is shown but not counted). A mean is the mean weight of the
        evidence, one row a sentence; its hits and exposure are the number of those rows. Higher means more, or more
        positive. What has no words, or no row to average, is NaN.
    """
    units = Units(evidence, exposure)
    n, f = len(units.doc), len(evidence.features)
    value = np.full((n, f), np.nan)
    low, high = value.copy(), value.copy()
    hits = np.zeros((n, f), np.int64)
    held = np.zeros((n, f))
    mean = np.array([feature.measure == "mean" for feature in evidence.features], np.bool_)
    for unit in range(n):
        weights, rows, words = units.sentences(unit)
        total = words.sum()
        hits[unit] = rows.sum(axis=0)
        held[unit] = np.where(mean, hits[unit], total)
        with np.errstate(invalid="ignore", divide="ignore"):
            value[unit] = np.where(mean, weights.sum(axis=0) / hits[unit], 1000 * hits[unit] / total)
        if interval is not None and total:
            series = np.where(mean, np.where(rows > 0, weights, np.nan), rows)
            low[unit], high[unit] = interval(series, words, units.key(unit), evidence.features)
    return schema.table(
        "scores",
        pd.DataFrame(
            {
                "doc_id": pd.array(np.repeat([units.docs[d] for d in units.doc], f), dtype="str"),
                "voice": pd.array(np.repeat([units.name(u) for u in range(n)], f), dtype="str"),
                "feature": pd.array(np.tile([str(x) for x in evidence.features], n), dtype="str"),
                "value": value.ravel(),
                "unit": pd.array(np.tile([x.unit for x in evidence.features], n), dtype="str"),
                "hits": hits.ravel(),
                "exposure": held.ravel(),
                "low": low.ravel(),
                "high": high.ravel(),
            }
        ),
    )


class Units:
    """The texts and voices that are scored, each with its sentences in order: voices as they first speak, then all.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    """

    def __init__(self, evidence: Evidence, exposure: Exposure) -> None:
        self.docs, self.voices = exposure.docs, exposure.voices
        self.features = len(evidence.features)
        self.mean = np.array([x.measure == "mean" for x in evidence.features], np.bool_)
        self.words = exposure.sorted_by("doc", "voice", "sentence")
        pairs, first = np.unique(
            np.stack([self.words.doc, self.words.voice], axis=1), axis=0, return_index=True
        )
        rank = np.argsort(np.argsort(np.array(self.voices, dtype=object)))
        whole = np.stack([np.arange(len(self.docs)), np.full(len(self.docs), len(self.voices))], axis=1)
        table = np.concatenate([pairs, whole]).astype(np.int32)
        appears = np.concatenate(
            [self.words.sentence[first], np.full(len(self.docs), np.iinfo(np.int32).max)]
        )
        by_name = np.concatenate([rank[pairs[:, 1]], np.zeros(len(self.docs))]) if len(pairs) else appears
        table = table[np.lexsort((by_name, appears, table[:, 0]))]
        self.doc, self.voice = table[:, 0], table[:, 1]
        self.found = self.counted(evidence)
        self.first_found = np.searchsorted(self.found[:, 0], np.arange(len(self.docs) + 1))
        self.first_words = np.searchsorted(self.words.doc, np.arange(len(self.docs) + 1))

    def counted(self, evidence: Evidence) -> npt.NDArray[np.float64]:
        """Return doc, voice, sentence, feature and weight of the evidence that counts, by document."""
        doc = recoded(evidence.docs, self.docs)[evidence.doc]
        voice = recoded(evidence.voices, self.voices)[evidence.voice]
        counts = ~evidence.repeat & (doc >= 0)
        counts &= self.mean[evidence.feature] | (evidence.weight != 0)
        rows = np.stack([doc, voice, evidence.sentence, evidence.feature, evidence.weight], axis=1)[counts]
        return rows[np.argsort(rows[:, 0], kind="stable")]

    def name(self, unit: int) -> str:
        """Return the voice of a unit, or 'all'."""
        voice = int(self.voice[unit])
        return self.voices[voice] if voice < len(self.voices) else ALL

    def key(self, unit: int) -> str:
        """Return what seeds the draws of a unit: nothing but its own text and voice."""
        return f"{self.docs[self.doc[unit]]}|{self.name(unit)}"

    def sentences(self, unit: int) -> tuple[Floats, Floats, Floats]:
        """Return weights and rows by sentence and feature, shape (sentences, features), and words by sentence."""
        doc, voice = int(self.doc[unit]), int(self.voice[unit])
        part = slice(self.first_words[doc], self.first_words[doc + 1])
        own = np.ones(part.stop - part.start, np.bool_)
        found = self.found[self.first_found[doc] : self.first_found[doc + 1]]
        if voice < len(self.voices):
            own = self.words.voice[part] == voice
            found = found[found[:, 1] == voice]
        order, at = np.unique(self.words.sentence[part][own], return_inverse=True)
        words = np.bincount(at, self.words.words[part][own], len(order))
        weights = np.zeros((max(1, len(order)), self.features))
        rows = np.zeros_like(weights)
        if len(order) and len(found):
            row = np.clip(np.searchsorted(order, found[:, 2]), 0, len(order) - 1)
            column = found[:, 3].astype(np.int64)
            np.add.at(weights, (row, column), found[:, 4])
            np.add.at(rows, (row, column), 1)
        return weights, rows, words.astype(np.float64) if len(order) else np.zeros(1)


def recoded(names: Sequence[str], pool: Sequence[str]) -> Ints:
    """Return for each name its position in another pool, or -1; the last stands for 'no name'."""
    place = {name: n for n, name in enumerate(pool)}
    return np.array([*(place.get(name, -1) for name in names), -1], np.int32)
