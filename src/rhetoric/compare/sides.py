"""The sentences of each side of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Floats
from rhetoric.model.evidence import Evidence, Exposure

MINOR = 0.1  # a text with a smaller share of a side's words does not set its kind


@dataclass(frozen=True, eq=False)
class Side:
    """One side: its sentences in order, text after text.

    Parameters
    ----------
    name : str
    hits : float64 array, shape (sentences, features)
        Hits of rates; weights of means, NaN where a sentence has none.
    words : float64 array, shape (sentences,)
    text : int64 array, shape (sentences,)
        The text of every sentence.
    kinds : frozenset of str
        The kinds of the texts that hold a tenth of its words or more.
    """

    name: str
    hits: Floats
    words: Floats
    text: npt.NDArray[np.int64]
    kinds: frozenset[str]

    @property
    def texts(self) -> int:
        """How many texts it has."""
        return len(np.unique(self.text))

    def count(self, mean: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Return hits of rates and rows of means, shape (features,)."""
        known = np.isfinite(self.hits)
        out = np.where(mean, known.sum(axis=0), np.where(known, self.hits, 0).sum(axis=0))
        return np.asarray(out, np.int64)

    def value(self, mean: npt.NDArray[np.bool_]) -> Floats:
        """Return rates per 1,000 words and means, shape (features,)."""
        known = np.isfinite(self.hits)
        total = np.where(known, self.hits, 0).sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            rates: Floats = np.where(mean, total / known.sum(axis=0), 1000 * total / self.words.sum())
        return rates

    def blocks(self, length: int = 5) -> npt.NDArray[np.int64]:
        """Return in how many separate blocks of five sentences each feature has hits, shape (features,)."""
        starts = np.arange(0, len(self.words), length)
        if not len(starts):
            return np.zeros(self.hits.shape[1], np.int64)
        found: npt.NDArray[np.int64] = (
            np.add.reduceat(np.nan_to_num(self.hits) != 0, starts, axis=0) > 0
        ).sum(axis=0)
        return found

    def by_text(self) -> Side:
        """Return the side with each text as one row, for resampling texts; of means each text gives its mean."""
        texts = np.unique(self.text)
        rows = np.stack([self.hits[self.text == t].sum(axis=0) for t in texts])
        means = np.stack([mean_of(self.hits[self.text == t]) for t in texts])
        return Side(
            self.name,
            np.where(np.isfinite(rows), rows, means),
            np.array([self.words[self.text == t].sum() for t in texts]),
            texts,
            self.kinds,
        )


def mean_of(rows: Floats) -> Floats:
    """Return the mean of each column over its known rows, or NaN."""
    known = np.isfinite(rows)
    with np.errstate(invalid="ignore", divide="ignore"):
        out: Floats = np.where(known, rows, 0).sum(axis=0) / known.sum(axis=0)
    return out


def side_of(
    name: str,
    evidence: Evidence,
    exposure: Exposure,
    sides: Mapping[tuple[str, str], str],
    kinds: Mapping[str, str],
) -> Side:
    """Gather the sentences of one side.

    Parameters
    ----------
    name : str
    evidence : Evidence
    exposure : Exposure
    sides : mapping
        (document id, voice id) to the name of a side.
    kinds : mapping
        Document id to the kind of text.
    """
    mine = {pair for pair, side in sides.items() if side == name}
    own = np.array(
        [
            (exposure.docs[d], exposure.voices[v]) in mine
            for d, v in zip(exposure.doc, exposure.voice, strict=True)
        ],
        np.bool_,
    )
    part = exposure.where(own)
    docs = sorted(exposure.docs)  # by name: the order in which texts were read changes no draw
    place = {d: n for n, d in enumerate(docs)}
    rank = np.array([place[d] for d in exposure.docs], np.int64)
    keys, at = np.unique(rank[part.doc] << 32 | part.sentence, return_inverse=True)
    words = np.bincount(at, part.words, len(keys)).astype(np.float64)
    mean = np.array([f.measure == "mean" for f in evidence.features], np.bool_)
    hits = np.where(mean, np.nan, np.zeros((len(keys), len(mean))))
    for row in np.flatnonzero(~evidence.repeat):
        doc, voice = evidence.docs[evidence.doc[row]], int(evidence.voice[row])
        if voice < 0 or (doc, evidence.voices[voice]) not in mine or not len(keys):
            continue
        key = place[doc] << 32 | max(0, int(evidence.sentence[row]))
        n, f = int(np.clip(np.searchsorted(keys, key), 0, len(keys) - 1)), int(evidence.feature[row])
        if mean[f]:
            hits[n, f] = evidence.weight[row]
        elif evidence.weight[row] != 0:
            hits[n, f] += 1
    texts = (keys >> 32).astype(np.int64)
    share = {t: words[texts == t].sum() / max(1.0, words.sum()) for t in np.unique(texts)}
    known = frozenset(k for t, s in share.items() if s >= MINOR and (k := kinds.get(docs[int(t)], "")))
    return Side(name, hits, words, texts, known)
