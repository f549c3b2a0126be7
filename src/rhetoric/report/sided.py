"""Which side of the comparison every piece of evidence and every word stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rhetoric.model.columns import Ints
from rhetoric.model.material import Material
from rhetoric.model.sides import sides
from rhetoric.report.view import voice_table


@dataclass(frozen=True, eq=False)
class Sided:
    """The sides of a comparison, row by row; -1 is on no side.

    Parameters
    ----------
    names : tuple of str
        Every side that has words, the compared ones first, then by words.
    compared : int
        How many of them, from the first, are compared.
    of : mapping
        (document id, voice id) to the name of a side.
    evidence, exposure : int32 arrays
        The position in `names` of every row of evidence and of exposure.
    texts : int32 array
        The position in `names` of the side that has most words of each text.
    """

    names: tuple[str, ...]
    compared: int
    of: Mapping[tuple[str, str], str]
    evidence: Ints
    exposure: Ints
    texts: Ints

    @property
    def on(self) -> Ints:
        """The side of every row of evidence, where it is one of those compared, else -1."""
        return np.where(self.evidence < self.compared, self.evidence, -1).astype(np.int32)


@lru_cache(maxsize=2)
def sided(material: Material) -> Sided:
    """Return the side of everything; headings and unattributed words are on none, and without a comparison nothing is."""
    e, x = material.evidence, material.exposure
    docs = len(material.corpus)
    if not material.sides:
        none = (np.full(n, -1, np.int32) for n in (len(e), len(x), docs))
        return Sided((), 0, {}, *none)
    of = sides(material.corpus.documents, voice_table(material), material.by)
    pool = {n: k for k, n in enumerate(dict.fromkeys((*material.sides, *of.values())))}
    held = coded(of, pool, x.docs, x.voices, x.doc, x.voice)
    found = coded(of, pool, e.docs, e.voices, e.doc, e.voice)
    there = held >= 0
    words = np.bincount(held[there], x.words[there], len(pool))
    compared = [n for n in material.sides if n in pool]
    rest = sorted(
        (n for n in pool if n not in compared and words[pool[n]]), key=lambda n: (-words[pool[n]], n)
    )
    place = {n: k for k, n in enumerate((*compared, *rest))}
    new = np.array([*(place.get(n, -1) for n in pool), -1], np.int32)
    return Sided(
        tuple(place), len(compared), of, new[found], new[held], largest(x.doc, new[held], x.words, docs)
    )


def coded(
    of: Mapping[tuple[str, str], str],
    pool: Mapping[str, int],
    docs: Sequence[str],
    voices: Sequence[str],
    doc: Ints,
    voice: Ints,
) -> Ints:
    """Return the codes of sides of rows that have a document and a voice, -1 for none."""
    pairs, at = np.unique(doc.astype(np.int64) << 32 | voice.astype(np.int64) + 1, return_inverse=True)
    codes = []
    for pair in pairs.tolist():
        d, v = pair >> 32, (pair & 0xFFFFFFFF) - 1
        side = of.get((docs[d], voices[v])) if v >= 0 else None
        codes.append(-1 if side is None else pool[side])
    return np.array(codes, np.int32)[at] if len(pairs) else np.empty(0, np.int32)


def largest(doc: Ints, side: Ints, words: Ints, docs: int) -> Ints:
    """Return the side that has most words of each text, the first of those; -1 where none has any."""
    out = np.full(docs, -1, np.int32)
    there = side >= 0
    pairs, at = np.unique(doc[there].astype(np.int64) << 32 | side[there], return_inverse=True)
    total = np.bincount(at, words[there], len(pairs)) if len(pairs) else np.empty(0)
    for n in np.lexsort((-pairs, total)).tolist():
        out[pairs[n] >> 32] = pairs[n] & 0xFFFFFFFF
    return out
