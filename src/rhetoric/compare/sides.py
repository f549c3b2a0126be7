"""The sentences of each side of a comparison."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rhetoric.compare.drift import drift_of
from rhetoric.model.columns import Array, Floats, Ints
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
    drift : float64 array, shape (features,), optional
        How much each rate drifts from passage to passage of one text; see `rhetoric.compare.drift`.
    """

    name: str
    hits: Floats
    words: Floats
    text: npt.NDArray[np.int64]
    kinds: frozenset[str]
    drift: Floats | None = None

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
    return sides_of({name: (name,)}, evidence, exposure, sides, kinds)[0]


def sides_of(
    members: Mapping[str, Collection[str]],
    evidence: Evidence,
    exposure: Exposure,
    sides: Mapping[tuple[str, str], str],
    kinds: Mapping[str, str],
) -> list[Side]:
    """Gather the sentences of several sides, each of which may hold several of those in `sides`.

    Parameters
    ----------
    members : mapping
        The name of a side to the names, in `sides`, of those that it holds.
    evidence, exposure, sides, kinds
        As for `side_of`.
    """
    codes = {name: n for n, name in enumerate(dict.fromkeys(sides.values()))}
    docs = sorted(exposure.docs)  # by name: the order in which texts were read changes no draw
    place = {d: n for n, d in enumerate(docs)}
    told = np.flatnonzero(~evidence.repeat & (evidence.voice >= 0))
    held = codes_of(exposure.docs, exposure.voices, exposure.doc, exposure.voice, sides, codes)
    found = codes_of(evidence.docs, evidence.voices, evidence.doc[told], evidence.voice[told], sides, codes)
    words_at = keys_of(place, exposure.docs, exposure.doc, exposure.sentence)
    hits_at = keys_of(place, evidence.docs, evidence.doc[told], np.maximum(0, evidence.sentence[told]))
    mean = np.array([f.measure == "mean" for f in evidence.features], np.bool_)
    out = []
    for name, parts in members.items():
        mine = [codes[p] for p in parts if p in codes]
        own, said = np.isin(held, mine), np.isin(found, mine)
        keys, at = np.unique(words_at[own], return_inverse=True)
        words = np.bincount(at, exposure.words[own], len(keys)).astype(np.float64)
        hits = counts(evidence, told[said], hits_at[said], keys, mean)
        texts = (keys >> 32).astype(np.int64)
        share = np.bincount(texts, words, len(docs)) / max(1.0, words.sum())
        known = frozenset(k for t in np.unique(texts) if share[t] >= MINOR and (k := kinds.get(docs[t], "")))
        out.append(Side(name, hits, words, texts, known, drift_of(evidence.features)))
    return out


def codes_of(
    docs: Sequence[str],
    voices: Sequence[str],
    doc: Ints,
    voice: Ints,
    sides: Mapping[tuple[str, str], str],
    codes: Mapping[str, int],
) -> npt.NDArray[np.int64]:
    """Return the code of the side of every row, -1 for none."""
    pairs, at = np.unique(doc.astype(np.int64) << 32 | voice, return_inverse=True)
    named = [sides.get((docs[p >> 32], voices[p & 0xFFFFFFFF])) for p in pairs.tolist()]
    return np.array([-1 if n is None else codes[n] for n in named], np.int64)[at]


def keys_of(
    place: Mapping[str, int], docs: Sequence[str], doc: Ints, sentence: Ints
) -> npt.NDArray[np.int64]:
    """Return a number for each row that orders sentences by the place of their text, then in the text."""
    rank = np.array([place[d] for d in docs], np.int64)
    return rank[doc] << 32 | sentence


def counts(
    evidence: Evidence, rows: Array, at: Array, keys: npt.NDArray[np.int64], mean: npt.NDArray[np.bool_]
) -> Floats:
    """Return hits of rates and weights of means by sentence, shape (sentences, features)."""
    size = len(mean)
    hits = np.where(mean, np.nan, np.zeros((len(keys), size)))
    if not len(keys) or not len(rows):
        return hits
    sentence = np.clip(np.searchsorted(keys, at), 0, len(keys) - 1)
    feature, weight = evidence.feature[rows], evidence.weight[rows]
    cell = sentence * size + feature
    counted = cell[~mean[feature] & (weight != 0)]
    table = np.bincount(counted, minlength=len(keys) * size).reshape(len(keys), size)
    hits = np.where(mean, hits, table)
    which = mean[feature]
    last, first = np.unique(cell[which][::-1], return_index=True)  # of two weights in a sentence the later
    hits.flat[last] = weight[which][::-1][first]
    return hits
