"""The words that count for texture, by text and voice, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy as np

from rhetoric.model.columns import Bools, Columns, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.passage import HEADINGS
from rhetoric.score.rates import Units


@dataclass(frozen=True, eq=False, repr=False)
class Words(Columns):
    """Words in reading order, unit after unit; a unit is one voice of one text, or all of them.

    Parameters
    ----------
    unit : int32 array
        Number of the unit.
    sentence : int32 array
        Number of the sentence in its text.
    form : int32 array
        The folded form, as a position in `forms`.
    length : int32 array
        Characters.
    whole : bool array
        Whether the word stands in a sentence of prose that is the unit's own: no heading, and the voice has the most words in it.
    forms : sequence of str
    units : int
        How many units there are; one may have no words.
    """

    unit: Ints
    sentence: Ints
    form: Ints
    length: Ints
    whole: Bools
    forms: Sequence[str] = ()
    units: int = 0
    types: ClassVar[dict[str, Any]] = {
        **dict.fromkeys(("unit", "sentence", "form", "length"), np.int32),
        "whole": np.bool_,
    }

    @classmethod
    def of(cls, corpus: Corpus, units: Units) -> Words:
        """Return the words of a corpus for each of its units: no bylines, boilerplate or repeats, as in `Exposure`."""
        tokens = corpus.tokens
        row = np.flatnonzero(corpus.token_counted)
        place = {name: n for n, name in enumerate(units.voices)}
        code = np.array([place[v.id] for v in corpus.voices] or [0], np.int32)
        doc, voice = tokens.doc[row], code[corpus.token_voice[row]]
        heading = corpus.rows_at(corpus.passages.of(*HEADINGS), doc, tokens.start[row]) >= 0
        key = units.doc.astype(np.int64) << 32 | units.voice
        by_key = np.argsort(key)
        of = (
            np.concatenate([voice, np.full(len(row), len(units.voices))])
            | np.tile(doc, 2).astype(np.int64) << 32
        )
        unit = by_key[np.searchsorted(key[by_key], of)]
        whole = np.concatenate([~heading & most_words(corpus.token_sentence[row], voice), ~heading])
        order = np.argsort(unit, kind="stable")
        again = np.concatenate([row, row])[order]
        return cls(
            unit[order],
            corpus.sentence_order[corpus.token_sentence[again]] if len(again) else again,
            tokens.folded[again],
            (tokens.end - tokens.start)[again],
            whole[order],
            forms=tokens.vocab.folding[0],
            units=len(units.doc),
        )

    @cached_property
    def new_row(self) -> Bools:
        """Whether each word is the first of its sentence and unit."""
        out = np.ones(len(self), np.bool_)
        out[1:] = (np.diff(self.unit) != 0) | (np.diff(self.sentence) != 0)
        return out

    @cached_property
    def row(self) -> Ints:
        """The number of each word's sentence among all sentences of all units."""
        return (np.cumsum(self.new_row) - 1).astype(np.int32)

    @cached_property
    def row_unit(self) -> Ints:
        """The unit of each sentence."""
        return self.unit[self.new_row]

    @cached_property
    def first(self) -> Ints:
        """Where the words of each unit begin, and at last how many there are; shape (units + 1,)."""
        return np.searchsorted(self.unit, np.arange(self.units + 1)).astype(np.int32)

    @cached_property
    def first_row(self) -> Ints:
        """Where the sentences of each unit begin, and at last how many there are; shape (units + 1,)."""
        return np.searchsorted(self.row_unit, np.arange(self.units + 1)).astype(np.int32)

    @cached_property
    def by_form(self) -> tuple[Ints, Ints]:
        """The words by unit and form, then place, and where in that order each form begins."""
        order = np.lexsort((self.form, self.unit)).astype(np.int32)
        new = np.ones(len(order), np.bool_)
        new[1:] = (np.diff(self.unit[order]) != 0) | (np.diff(self.form[order]) != 0)
        return order, np.flatnonzero(new).astype(np.int32)

    @cached_property
    def origin(self) -> Ints:
        """Where each word's form stood first in its unit: a name for the form that other texts do not change."""
        order, start = self.by_form
        out = np.empty(len(order), np.int32)
        out[order] = np.repeat(order[start], np.diff(np.append(start, len(order))))
        return out

    @cached_property
    def before(self) -> Ints:
        """Where each word's form stood last in its unit, or -1."""
        order, start = self.by_form
        out = np.full(len(order), -1, np.int32)
        out[order[1:]] = order[:-1]
        out[order[start]] = -1
        return out


def units_of(corpus: Corpus) -> Units:
    """Return the texts and voices of a corpus, in the order of the scores table."""
    exposure = corpus.exposure
    nothing = Evidence.empty(docs=exposure.docs, voices=exposure.voices)
    return Units(nothing, exposure)


def most_words(sentence: Ints, voice: Ints) -> Bools:
    """Return whether each word is of the voice that has the most words in its sentence; of equals, the first to speak.

    Parameters
    ----------
    sentence, voice : int32 arrays, shape (words,)
        In reading order.
    """
    if not len(sentence):
        return np.zeros(0, np.bool_)
    key = sentence.astype(np.int64) << 32 | voice
    shares, first, inverse, words = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    of = shares >> 32
    order = np.lexsort((first, -words, of))
    leads = np.zeros(len(shares), np.bool_)
    leads[order[np.diff(of[order], prepend=-1) != 0]] = True
    return leads[inverse]
