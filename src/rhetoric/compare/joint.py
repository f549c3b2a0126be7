"""Two layers in the same units of text: the units, who has words in them, and the hits that fall there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

import numpy as np

from rhetoric.errors import NotFound, SettingsError
from rhetoric.model.columns import Array, Bools, Floats
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.passage import BLOCKS

Unit = Literal["sentence", "paragraph"] | int
WORDING = 60  # characters: a longer span is a passage, which holds words without being them


@dataclass(frozen=True, eq=False)
class Cells:
    """What each group says in each unit of text: a row where a group has words in a unit.

    Sorted by group, then by the name of the text, then in reading order, whatever the order the texts were read in.

    Parameters
    ----------
    groups : tuple of str
    group : int64 array, shape (cells,)
        Position in `groups`.
    words : float64 array, shape (cells,)
    doc, start, end : int64 arrays, shape (cells,)
        Where the whole unit stands, what others say in it included.
    hit_at : int64 array, shape (evidence rows,)
        The cell in which each piece of evidence stands, -1 where its voice is in no group.
    """

    groups: tuple[str, ...]
    group: Array
    words: Floats
    doc: Array
    start: Array
    end: Array
    hit_at: Array


def cells_of(
    corpus: Corpus,
    evidence: Evidence,
    exposure: Exposure,
    unit: Unit,
    sides: Mapping[tuple[str, str], str],
) -> Cells:
    """Cut texts into units and find each group's words and evidence in them.

    Parameters
    ----------
    corpus : Corpus
    evidence : Evidence
    exposure : Exposure
        Both of the corpus.
    unit : {'sentence', 'paragraph'} or int
        A paragraph is a paragraph, a heading or a turn; a number asks for so many sentences in a row, from the beginning of each text.
    sides : mapping
        (document id, voice id) to the name of a group.

    Raises
    ------
    SettingsError
        If there is no such unit.
    """
    groups = tuple(dict.fromkeys(sides.values()))
    code = {name: n for n, name in enumerate(groups)}
    sentences, starts = corpus.sentences, run_starts(corpus, unit)
    run_of = np.zeros(len(sentences), np.int64)
    run_of[starts[1:]] = 1
    run_of = np.cumsum(run_of)
    ends = np.append(starts[1:], len(sentences))[: len(starts)] - 1
    names = {d: n for n, d in enumerate(sorted(corpus.ids))}
    rank = np.array([names[d] for d in corpus.ids], np.int64)[sentences.doc[starts]]
    order = np.lexsort([starts, rank])
    place = np.argsort(order)
    first = np.searchsorted(sentences.doc, np.arange(len(corpus)))

    def keys(rows: Evidence | Exposure) -> Array:
        if not len(rows) or not len(starts):
            return np.full(len(rows), -1, np.int64)
        group = groups_at(rows, {pair: code[name] for pair, name in sides.items()})
        where = place[run_of[first[rows.doc] + np.maximum(0, rows.sentence)]]
        return np.where(group >= 0, group * len(starts) + where, -1)

    held = keys(exposure)
    key, at = np.unique(held[held >= 0], return_inverse=True)
    run = order[key % max(1, len(starts))]
    wanted = keys(evidence)
    found = np.clip(np.searchsorted(key, wanted), 0, max(0, len(key) - 1))
    hit_at = np.where(key[found] == wanted, found, -1) if len(key) else np.full(len(evidence), -1, np.int64)
    return Cells(
        groups,
        key // max(1, len(starts)),
        np.bincount(at, exposure.words[held >= 0], len(key)).astype(np.float64),
        sentences.doc[starts][run].astype(np.int64),
        sentences.start[starts][run].astype(np.int64),
        sentences.end[ends][run].astype(np.int64),
        hit_at,
    )


def run_starts(corpus: Corpus, unit: Unit) -> Array:
    """Return the first sentence of every unit."""
    sentences = corpus.sentences
    within: Array
    if unit == "sentence":
        within = np.arange(len(sentences))
    elif unit == "paragraph":
        within = corpus.rows_at(corpus.passages.of(*BLOCKS), sentences.doc, sentences.start)
    elif isinstance(unit, int) and unit > 0:
        within = corpus.sentence_order // unit
    else:
        raise SettingsError(
            f"unknown unit {unit!r}", "choose sentence, paragraph, or a number of sentences", "unit"
        )
    new = np.ones(len(sentences), np.bool_)
    new[1:] = (np.diff(within) != 0) | (np.diff(sentences.doc) != 0)
    return np.flatnonzero(new)


def groups_at(rows: Evidence | Exposure, code: Mapping[tuple[str, str], int]) -> Array:
    """Return the group of the voice of every row, -1 where it is in none."""
    voices = (*rows.voices, "")  # the last stands for no voice, which is -1
    pairs, at = np.unique(
        rows.doc.astype(np.int64) * len(voices) + rows.voice % len(voices), return_inverse=True
    )
    known = [code.get((rows.docs[p // len(voices)], voices[p % len(voices)]), -1) for p in pairs.tolist()]
    return np.array(known, np.int64)[at]


def layer(evidence: Evidence, name: str) -> Array:
    """Return the features that a name or a family means, as positions in ``evidence.features``.

    Raises
    ------
    NotFound
        If no such feature was looked for.
    SettingsError
        If it is a mean over sentences, which has no hits to count.
    """
    wanted = [n for n, f in enumerate(evidence.features) if name in (f.name, f.family, str(f))]
    counted = [n for n in wanted if evidence.features[n].measure == "rate"]
    if not wanted:
        known = [x for f in evidence.features for x in (f.name, f.family)]
        near = get_close_matches(name, known, 1)
        families = ", ".join(dict.fromkeys(f.family for f in evidence.features))
        raise NotFound(
            f"no feature {name!r} was looked for",
            f"did you mean {near[0]!r}?" if near else f"choose a feature, or a family of {families}",
        )
    if not counted:
        raise SettingsError(f"{name!r} is a mean, not a count of hits", "choose a feature that is counted")
    return np.array(counted, np.int64)


def hits_of(evidence: Evidence, features: Array) -> Array:
    """Return the rows that count for some features: no repeats, no candidates, the same words once."""
    rows = np.flatnonzero(np.isin(evidence.feature, features) & ~evidence.repeat & (evidence.weight != 0))
    places = np.stack([evidence.doc[rows], evidence.start[rows], evidence.end[rows]]).astype(np.int64)
    _, one = np.unique(places, axis=1, return_index=True)
    return rows[np.sort(one)]


def same_words(evidence: Evidence, inner: Array, outer: Array) -> Bools:
    """Return which of some pieces of evidence share words with any of some others.

    Parameters
    ----------
    evidence : Evidence
    inner, outer : int64 arrays
        Rows of it.

    Notes
    -----
    Spans longer than `WORDING` characters are passages, such as a sentence read by meaning or a figure over three sentences: a word
    in them is not the same words.
    """
    size = evidence.end - evidence.start
    outer = outer[size[outer] <= WORDING]
    if not len(outer) or not len(inner):
        return np.zeros(len(inner), np.bool_)
    doc = evidence.doc.astype(np.int64) << 32
    begins = doc[outer] | evidence.start[outer]
    order = np.argsort(begins, kind="stable")
    reach = np.maximum.accumulate((doc[outer] | evidence.end[outer])[order])
    last = np.searchsorted(begins[order], doc[inner] | evidence.end[inner]) - 1
    shared = (last >= 0) & (reach[np.maximum(last, 0)] > (doc[inner] | evidence.start[inner]))
    return np.asarray(shared & (size[inner] <= WORDING), np.bool_)
