"""Words and short runs of words, counted by group and text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rhetoric.errors import SettingsError
from rhetoric.model.columns import Array, Floats, Ints
from rhetoric.model.corpus import Corpus

LONGEST = 3  # words of a run


@dataclass(frozen=True, eq=False)
class Units:
    """How often each term stands in each unit of each group.

    Parameters
    ----------
    counts : sparse matrix of int64, shape (units, terms)
        Compressed rows.
    group : int64 array, shape (units,)
        The group of every unit, in order.
    words : float64 array, shape (units,)
        The words of every unit, or its runs of words.
    """

    counts: Any
    group: Array
    words: Floats

    def of(self, group: int) -> Units:
        """Return the units of one group."""
        rows = np.flatnonzero(self.group == group)
        return Units(self.counts[rows], self.group[rows], self.words[rows])

    @property
    def hits(self) -> Array:
        """How often each term stands in all units, shape (terms,)."""
        return np.asarray(self.counts.sum(axis=0)).ravel()

    @property
    def range(self) -> Array:
        """In how many units each term stands, shape (terms,)."""
        return np.bincount(self.counts.indices, minlength=self.counts.shape[1])


@dataclass(frozen=True, eq=False)
class Terms:
    """The terms of some groups.

    Parameters
    ----------
    words : tuple of str
        The terms, folded, the words of a run with a space between.
    forms : int64 array, shape (terms, size)
        The words of each term, as positions in ``vocab.folding[0]``.
    texts : Units
        What each group says in each text; texts in the order of their ids.
    paragraphs : Units
        What each group says in each paragraph, heading or turn.
    """

    words: tuple[str, ...]
    forms: Array
    texts: Units
    paragraphs: Units


def group_of_tokens(corpus: Corpus, sides: Mapping[tuple[str, str], str], names: Sequence[str]) -> Ints:
    """Return for every token the position of its group in `names`, or -1: no word, not counted, or in no group.

    Parameters
    ----------
    corpus : Corpus
    sides : mapping
        (document id, voice id) to the name of a group.
    names : sequence of str
        The groups asked for.
    """
    number = {name: n for n, name in enumerate(names)}
    spoken = corpus.spoken
    if not len(spoken):
        return np.full(len(corpus.tokens), -1, np.int32)
    ids, voices = corpus.ids, [v.id for v in corpus.voices]
    of_row = np.fromiter(
        (
            number.get(sides.get((ids[d], voices[v]), ""), -1) if v >= 0 else -1
            for d, v in zip(spoken.doc.tolist(), spoken.voice.tolist(), strict=True)
        ),
        np.int32,
        len(spoken),
    )
    row = corpus.rows_at(spoken, corpus.tokens.doc, corpus.tokens.start)
    out: Ints = np.where(corpus.token_counted & (row >= 0), of_row[row], -1).astype(np.int32)
    return out


def runs(corpus: Corpus, group: Ints, size: int) -> Array:
    """Return the rows of the first tokens of all runs of words: side by side in one sentence and one group, no mark between.

    Raises
    ------
    SettingsError
        If the size is not 1, 2 or 3.
    """
    if not 1 <= size <= LONGEST:
        raise SettingsError(f"runs of {size} words cannot be counted", "choose 1, 2 or 3", "size")
    inside = group >= 0
    first = inside[: max(0, len(group) - size + 1)].copy()
    for step in range(1, size):
        later = slice(step, len(group) - size + 1 + step)
        now = slice(0, len(first))
        first &= (group[later] == group[now]) & (corpus.token_sentence[later] == corpus.token_sentence[now])
    return np.flatnonzero(first)


def numbered(folded: Ints, first: Array, size: int) -> tuple[Array, Array]:
    """Return the number of each run, and the words of each distinct one, shape (distinct, size)."""
    code = np.unique(folded[first], return_inverse=True)[1].astype(np.int64)
    for step in range(1, size):
        wide = np.int64(folded.max(initial=0)) + 1
        code = np.unique(code * wide + folded[first + step], return_inverse=True)[1].astype(np.int64)
    one = np.zeros(int(code.max(initial=-1)) + 1, np.int64)
    one[code] = first
    return code, np.stack([folded[one + step] for step in range(size)], axis=1)


def terms(corpus: Corpus, group: Ints, size: int = 1, least: int = 1) -> Terms:
    """Count the terms of some groups.

    Parameters
    ----------
    corpus : Corpus
    group : int32 array, shape (tokens,)
        From `group_of_tokens`.
    size : int
        Words of a term, 1 to 3.
    least : int
        How often a term must stand in all groups together to be kept.

    Raises
    ------
    SettingsError
        If the size is not 1, 2 or 3.
    """
    tokens = corpus.tokens
    first = runs(corpus, group, size)
    code, forms = numbered(tokens.folded, first, size)
    often = np.flatnonzero(np.bincount(code, minlength=len(forms)) >= max(1, least))
    place = np.full(len(forms), -1, np.int64)
    place[often] = np.arange(len(often))
    rank = np.empty(len(corpus), np.int64)
    rank[sorted(range(len(corpus)), key=lambda d: corpus.ids[d])] = np.arange(len(corpus))
    mine, code = group[first].astype(np.int64), place[code]
    shown = tokens.vocab.folding[0]
    return Terms(
        tuple(" ".join(shown[f] for f in row) for row in forms[often].tolist()),
        forms[often],
        units(mine, rank[tokens.doc[first]], code, len(often)),
        units(mine, corpus.token_block[first].astype(np.int64) + 1, code, len(often)),
    )


def units(group: Array, part: Array, code: Array, size: int) -> Units:
    """Count terms by the parts of each group; a code below 0 counts as a word, but is no term."""
    from scipy.sparse import coo_matrix

    pairs, unit = np.unique(group << 32 | part, return_inverse=True)
    held = code >= 0
    cells = (np.ones(int(held.sum()), np.int64), (unit[held], code[held]))
    counts = coo_matrix(cells, shape=(len(pairs), size), dtype=np.int64).tocsr()
    return Units(counts, pairs >> 32, np.bincount(unit, minlength=len(pairs)).astype(np.float64))
