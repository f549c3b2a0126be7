"""Rates per 1,000 words and means over sentences, for every text, voice and feature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import pandas as pd

from rhetoric.model import schema, strings
from rhetoric.model.columns import Array, Floats, Ints, distinct
from rhetoric.model.counts import Counts, EveryUnit
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
    counts = units.counts
    n, f = counts.shape
    found = counts.summed(counts.hits)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = 1000 * found / counts.total[:, None]
        value = np.where(counts.mean, counts.summed(counts.weight) / found, rate)
    low, high = ends(units, interval)
    doc, unit, feature = np.repeat(units.doc, f), np.repeat(np.arange(n), f), np.tile(np.arange(f), n)
    return schema.table(
        "scores",
        pd.DataFrame(
            {
                "doc_id": strings.column(units.docs, doc),
                "voice": strings.column([units.name(u) for u in range(n)], unit),
                "feature": strings.column([str(x) for x in evidence.features], feature),
                "value": value.ravel(),
                "unit": strings.column([x.unit for x in evidence.features], feature),
                "hits": found.ravel().astype(np.int64),
                "exposure": np.where(counts.mean, found, counts.total[:, None]).ravel(),
                "low": low.ravel(),
                "high": high.ravel(),
            }
        ),
    )


def ends(units: Units, interval: Interval | None) -> tuple[Floats, Floats]:
    """Return both ends of every unit and feature; NaN without an interval, and for a unit without words."""
    counts = units.counts
    if isinstance(interval, EveryUnit):
        return interval.of_all(counts, units.key)
    low, high = np.full(counts.shape, np.nan), np.full(counts.shape, np.nan)
    if interval is not None:
        for unit in np.flatnonzero(counts.total).tolist():
            low[unit], high[unit] = interval(*counts.series(unit), units.key(unit), counts.features)
    return low, high


class Units:
    """The texts and voices that are scored: voices as they first speak, then all.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    """

    def __init__(self, evidence: Evidence, exposure: Exposure) -> None:
        self.docs, self.voices = exposure.docs, exposure.voices
        self.evidence, self.exposure = evidence, exposure
        everyone = np.arange(len(self.docs), dtype=np.int64) << 32 | len(self.voices)
        said = pairs(exposure.doc, exposure.voice)
        order = np.lexsort((exposure.sentence, said))
        spoken, first = np.unique(said[order], return_index=True)
        rank = np.empty(len(self.voices) + 1, np.int64)
        rank[np.argsort(np.array(self.voices, dtype=object))] = np.arange(len(self.voices))
        rank[-1] = 0  # of all
        table = np.concatenate([spoken, everyone])
        last = np.full(len(self.docs), np.iinfo(np.int32).max)
        appears = np.concatenate([exposure.sentence[order][first], last])
        table = table[np.lexsort((rank[table & 0xFFFFFFFF], appears, table >> 32))]
        self.doc, self.voice = (table >> 32).astype(np.int32), (table & 0xFFFFFFFF).astype(np.int32)

    def name(self, unit: int) -> str:
        """Return the voice of a unit, or 'all'."""
        voice = int(self.voice[unit])
        return self.voices[voice] if voice < len(self.voices) else ALL

    def key(self, unit: int) -> str:
        """Return what seeds the draws of a unit: nothing but its own text and voice."""
        return f"{self.docs[self.doc[unit]]}|{self.name(unit)}"

    def numbers(self, doc: Ints, voice: Ints) -> Array:
        """Return the unit of each text and voice, -1 for none."""
        own = pairs(self.doc, self.voice)
        order = np.argsort(own)
        place = order[np.searchsorted(own[order], wanted := pairs(doc, voice)).clip(max=len(own) - 1)]
        return np.where(own[place] == wanted, place, -1)

    @cached_property
    def counts(self) -> Counts:
        """Words, hits and weights by sentence; evidence in a sentence without words stands in the next one that has some."""
        exposure, features = self.exposure, self.evidence.features
        everyone = np.full(len(self.docs), len(self.voices), np.int32)
        whole = self.numbers(np.arange(len(self.docs), dtype=np.int32), everyone)
        unit = np.concatenate([self.numbers(exposure.doc, exposure.voice), whole[exposure.doc]])
        sentence = np.tile(exposure.sentence, 2)
        lines, row = distinct(unit << 32 | sentence)
        words = np.bincount(row, np.tile(exposure.words, 2), len(lines))
        first = np.searchsorted(lines >> 32, np.arange(len(self.doc) + 1))

        doc, voice, sentence, feature, weight = self.counted()
        unit = np.concatenate([self.numbers(doc, voice), whole[doc]])
        held = (unit >= 0) & (first[unit] < first[unit + 1])
        unit, at = unit[held], np.flatnonzero(held) % len(doc)
        row = np.searchsorted(lines, (unit << 32) + sentence[at]).clip(first[unit], first[unit + 1] - 1)
        cells, place = distinct(row * len(features) + feature[at])
        return Counts(
            features,
            first,
            words.astype(np.float64),
            cells // len(features),
            cells % len(features),
            np.bincount(place, minlength=len(cells)).astype(np.float64),
            np.bincount(place, weight[at], len(cells)).astype(np.float64),
        )

    def counted(self) -> tuple[Ints, Ints, Ints, Ints, Floats]:
        """Return doc, voice, sentence, feature and weight of the evidence that counts."""
        e = self.evidence
        doc, voice = recoded(e.docs, self.docs)[e.doc], recoded(e.voices, self.voices)[e.voice]
        mean = np.array([x.measure == "mean" for x in e.features], np.bool_)
        counts = ~e.repeat & (doc >= 0)
        counts &= mean[e.feature] | (e.weight != 0)
        rows = np.flatnonzero(counts)
        return doc[rows], voice[rows], e.sentence[rows], e.feature[rows], e.weight[rows]


def pairs(doc: Ints, voice: Ints) -> Array:
    """Return a text and a voice as one number."""
    return doc.astype(np.int64) << 32 | voice.astype(np.int64) & 0xFFFFFFFF


def recoded(names: Sequence[str], pool: Sequence[str]) -> Ints:
    """Return for each name its position in another pool, or -1; the last stands for 'no name'."""
    place = {name: n for n, name in enumerate(pool)}
    return np.array([*(place.get(name, -1) for name in names), -1], np.int32)
