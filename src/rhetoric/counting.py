"""Counts of themes, batch by batch, without voices or intervals: the fast way to a matrix of texts by themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rhetoric.encode import Encoder, blocks, encode
from rhetoric.errors import DictionaryError
from rhetoric.extract.lexicon import compiled
from rhetoric.extract.themefile import Theme
from rhetoric.extract.themes import listed
from rhetoric.match import compile_patterns, longest
from rhetoric.match.overlap import Scope
from rhetoric.match.stream import Stream
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.tokens import Tokens
from rhetoric.segment import segment

BLOCK = 8_000_000  # characters counted at once
MOST_TYPES = (
    1 << 20
)  # beyond so many distinct tokens and pieces the vocabulary is begun anew, so that memory stays flat


@dataclass(frozen=True, eq=False)
class Counts:
    """How often each theme was found in each text.

    Parameters
    ----------
    values : float64 array, shape (texts, themes)
    words : int64 array, shape (texts,)
        Words of each text, marks left out.
    """

    values: npt.NDArray[np.float64]
    words: npt.NDArray[np.int64]


class Counting:
    """Counts themes in one batch of texts after another.

    Parameters
    ----------
    themes : sequence of Theme
    scope : {'key', 'dictionary'}
        Where hits share words; see `rhetoric.match.longest`.
    weighted : bool
        Add up the weights of hits (below 0 for the opposing pole) instead of counting them.
    sentences : bool
        Whether phrases stop at the ends of sentences and headings, as in an analysis. Without, only marks and the end
        of the text stop them, which is several times faster. Dictionaries of quanteda are always matched so, but for
        keys with conditions.

    Raises
    ------
    DictionaryError
        If there is no theme, or a pattern is malformed.
    """

    def __init__(
        self,
        themes: Sequence[Theme],
        scope: Scope = "key",
        *,
        weighted: bool = False,
        sentences: bool = True,
    ) -> None:
        self.themes = tuple(themes)
        if not self.themes:
            raise DictionaryError("there is no theme to count", "name a theme file or give patterns")
        self.scope: Scope = scope
        self.weighted = weighted
        quick = [plain(t, weighted) and (t.joined or not sentences) for t in self.themes]
        if scope == "dictionary":  # those matched on the same words compete: one slow theme slows them all
            quick = [
                all(q for q, u in zip(quick, self.themes, strict=True) if u.joined is t.joined)
                for t in self.themes
            ]
        self.groups = [
            Group(rows, [self.themes[n] for n in rows], compound)
            for compound in (True, False)
            if (rows := [n for n, t in enumerate(self.themes) if quick[n] and t.joined is compound])
        ]
        self.slow = np.flatnonzero(~np.array(quick))

    def counts(self, texts: Sequence[str]) -> Counts:
        """Count in some texts."""
        parts = [self.block(block) for block in blocks(texts, BLOCK)]
        values = [p.values for p in parts] or [np.zeros((0, len(self.themes)))]
        return Counts(
            np.concatenate(values), np.concatenate([np.empty(0, np.int64), *(p.words for p in parts)])
        )

    def block(self, texts: Sequence[str]) -> Counts:
        """Count in some texts at once."""
        values = np.zeros((len(texts), len(self.themes)))
        for group in self.groups:
            tokens = group.add(values, texts, self.scope, weighted=self.weighted)
        if len(self.slow):
            corpus = encode(segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts)))))
            found = listed(corpus, [self.themes[n] for n in self.slow], self.scope)
            np.add.at(values, (found.doc, self.slow[found.feature]), found.weight if self.weighted else 1.0)
            tokens = corpus.tokens
        return Counts(values, np.bincount(tokens.doc[tokens.is_word], minlength=len(texts)))


class Group:
    """Themes matched on the same words, without sentences.

    Parameters
    ----------
    rows : sequence of int
        Their columns among all themes.
    themes : sequence of Theme
    compound : bool
        Whether these are the words of quanteda; see `rhetoric.model.wordform.glued`.
    """

    def __init__(self, rows: Sequence[int], themes: Sequence[Theme], compound: bool) -> None:
        entries = [e for t in themes for e in t.entries]
        self.compound = compound
        self.columns = np.repeat(np.array(rows, np.int64), [len(t.entries) for t in themes])
        self.weights = np.array([e.weight for e in entries])
        self.priority = np.array([e.priority for e in entries], np.int64)
        self.patterns = compile_patterns(entries)
        self.begin()

    def begin(self) -> None:
        """Forget the vocabulary."""
        self.encoder, self.stream = Encoder(compound=self.compound), Stream(self.patterns)

    def add(
        self, values: npt.NDArray[np.float64], texts: Sequence[str], scope: Scope, *, weighted: bool
    ) -> Tokens:
        """Add what is found in some texts to a table of texts by all themes, and return their tokens."""
        if self.encoder.size > MOST_TYPES:
            self.begin()
        tokens = self.encoder.tokens(texts, placed=False)
        hits = self.stream.hits(tokens)
        hits = longest(hits, self.columns[hits.entry], self.priority[hits.entry], scope)
        cell = tokens.doc[hits.first].astype(np.int64) * values.shape[1] + self.columns[hits.entry]
        weight = self.weights[hits.entry] if weighted else None
        values += np.bincount(cell, weight, values.size).reshape(values.shape)
        return tokens


def plain(theme: Theme, weighted: bool) -> bool:
    """Whether a theme can be counted without sentences: no exclusions, no conditions, nothing that negation turns."""
    turns = weighted and any(e.flip for e in theme.entries)
    return not theme.nots and not turns and not compiled(theme.entries).conditions
