"""Groups by periods: the sentences and hits of each, and what they would be in other texts of the kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.compare.intervals import Hull, jeffreys, overdispersion, percentiles, stream
from rhetoric.compare.periods import Calendar
from rhetoric.compare.sampled import MANY_TEXTS
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature

EVERYONE = "all"
BATCH = 200  # draws taken at once, so that many texts do not fill the memory


@dataclass(frozen=True, eq=False)
class Cell:
    """The sentences of one group in one period, text after text.

    Parameters
    ----------
    period : int
    text : int64 array, shape (sentences,)
    words : float64 array, shape (sentences,)
    hits, marks : float64 arrays, shape (sentences, features)
        What is added up above and below the line: hits and words for rates, weights and their number for means.
    features : tuple of Feature
    """

    period: int
    text: Array
    words: Floats
    hits: Floats
    marks: Floats
    features: tuple[Feature, ...]

    @property
    def mean(self) -> Bools:
        """Whether each feature is a mean, shape (features,)."""
        return np.array([f.measure == "mean" for f in self.features], np.bool_)

    def below(self) -> Floats:
        """Return the denominators, shape (sentences, features)."""
        out: Floats = np.where(self.mean, self.marks, self.words[:, None])
        return out

    def by_text(self) -> Cell:
        """Return the cell with its texts as rows."""
        starts = np.flatnonzero(np.diff(self.text, prepend=-1))
        hits, marks, words = (np.add.reduceat(a, starts, axis=0) for a in (self.hits, self.marks, self.words))
        return Cell(self.period, self.text[starts], words, hits, marks, self.features)

    def draws(self, hull: Hull, key: str) -> tuple[Floats, Floats]:
        """Return numerators and denominators of every draw, shape (draws, features): texts from 20 on, else blocks of sentences."""
        whole = self.by_text()
        if len(whole.text) < MANY_TEXTS:
            return hull.sums(
                np.where(self.mean & (self.marks == 0), np.nan, self.hits), self.words, key, self.mean
            )
        random, above, below = stream(hull.seed, key), [], []
        for start in range(0, hull.draws, BATCH):
            size = min(BATCH, hull.draws - start)
            times = random.multinomial(
                len(whole.text), np.full(len(whole.text), 1 / len(whole.text)), size=size
            )
            above.append(times @ whole.hits)
            below.append(times @ whole.below())
        return np.concatenate(above), np.concatenate(below)

    def interval(self, hull: Hull, key: str, drawn: tuple[Floats, Floats] | None) -> tuple[Floats, Floats]:
        """Return both ends for every feature."""
        whole = self.by_text()
        if len(whole.text) < MANY_TEXTS:
            mixed = np.where(
                self.mean, np.where(self.marks > 0, self.hits / np.maximum(self.marks, 1), np.nan), self.hits
            )
            return hull(mixed, self.words, key, self.features, self.text)
        phi = overdispersion(whole.hits, whole.words, 1)
        low, high = (1000 * e / whole.words.sum() for e in jeffreys(whole.hits.sum(axis=0), phi, hull.level))
        low, high = np.where(self.mean, np.nan, low), np.where(self.mean, np.nan, high)
        if drawn is not None:
            with np.errstate(invalid="ignore", divide="ignore"):
                values = np.where(self.mean, 1.0, 1000.0) * drawn[0] / drawn[1]
            tail = 50 * (1 - hull.level)
            known = np.isfinite(values).any(axis=0)
            ends = percentiles(np.where(known, values, 0), (tail, 100 - tail))
            low, high = (
                f(e, np.where(known, d, np.nan))
                for f, e, d in zip((np.fmin, np.fmax), (low, high), ends, strict=True)
            )
        return low, high


def groups(
    evidence: Evidence,
    exposure: Exposure,
    calendar: Calendar,
    wanted: Array,
    sides: Mapping[tuple[str, str], str] | None,
) -> Iterator[tuple[str, list[Cell]]]:
    """Yield every group with its cells; texts in the order of their ids, so that the order of reading changes nothing.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    calendar : Calendar
    wanted : integer array, shape (features,)
        Positions of the features to count.
    sides : mapping or None
        (document id, voice id) to the name of a group; without, all words are one group.
    """
    docs = sorted(set(exposure.docs) | set(evidence.docs))
    period = np.array([calendar.place.get(d, -1) for d in docs], np.int64)
    names = [EVERYONE] if sides is None else sorted(set(sides.values()))
    features = tuple(evidence.features[f] for f in wanted)
    mean = np.array([f.measure == "mean" for f in features], np.bool_)
    column = np.full(len(evidence.features) + 1, -1, np.int64)
    column[wanted] = np.arange(len(wanted))
    used = evidence.where(~evidence.repeat & (column[evidence.feature] >= 0))
    used = used.where(mean[column[used.feature]] | (used.weight != 0))
    held, found = (placed(rows, docs, names, sides) for rows in (exposure, used))
    for code, name in enumerate(names):
        cells = []
        mine, seen = held.group == code, found.group == code
        for p in range(len(calendar.starts)):
            at = mine & (period[held.doc] == p)
            keys, inverse = np.unique(held.sentence[at], return_inverse=True)
            if not len(keys):
                continue
            words = np.bincount(inverse, exposure.words[at], len(keys)).astype(np.float64)
            hits, marks = np.zeros((2, len(keys), len(wanted)))
            rows = np.flatnonzero(seen & (period[found.doc] == p))
            row = np.clip(np.searchsorted(keys, found.sentence[rows]), 0, len(keys) - 1)
            feature = column[used.feature[rows]]
            np.add.at(hits, (row, feature), np.where(mean[feature], used.weight[rows], 1.0))
            np.add.at(marks, (row, feature), 1.0)
            cells.append(Cell(p, keys >> 32, words, hits, marks, features))
        yield name, cells


@dataclass(frozen=True, eq=False)
class Placed:
    """The group, the text and the sentence (a number that tells texts apart) of some rows; the group is -1 for none."""

    group: Array
    doc: Array
    sentence: Array


def placed(
    rows: Exposure | Evidence,
    docs: Sequence[str],
    names: Sequence[str],
    sides: Mapping[tuple[str, str], str] | None,
) -> Placed:
    """Return where every row of evidence or exposure belongs."""
    rank = {d: n for n, d in enumerate(docs)}
    doc = np.array([rank[d] for d in rows.docs], np.int64)[rows.doc]
    sentence = doc << 32 | np.maximum(0, rows.sentence).astype(np.int64)
    if sides is None:
        return Placed(np.zeros(len(doc), np.int64), doc, sentence)
    code = {name: n for n, name in enumerate(names)}
    voices = ("", *rows.voices)
    pair, inverse = np.unique(doc << 32 | (rows.voice.astype(np.int64) + 1), return_inverse=True)
    group = [code.get(sides.get((docs[p >> 32], voices[p & 0xFFFFFFFF]), ""), -1) for p in pair.tolist()]
    return Placed(np.array(group, np.int64)[inverse], doc, sentence)
