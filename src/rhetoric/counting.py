"""Counts of themes, batch by batch, without voices or intervals: the fast way to a matrix of texts by themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rhetoric.encode import Encoder
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
MOST_TYPES = 1 << 20  # beyond so many distinct tokens the vocabulary is begun anew, so that memory stays flat


@dataclass(frozen=True, eq=False)
class Counts:
    """How often each theme was found in each text.

    Parameters
    ----------
    values : float64 array, shape (texts, themes)
    words : int64 array, shape (texts,)
        Words of each text, marks left out: those that the themes were matched on.
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
        of the text stop them, which is several times faster. Dictionaries of quanteda are always matched so.
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
        self.scope: Scope = scope
        self.weighted = weighted
        self.encoders: dict[bool, Encoder] = {}
        quick = [n for n, t in enumerate(self.themes) if plain(t, weighted) and (t.joined or not sentences)]
        self.groups = [
            Group(
                np.array([n for n in quick if self.themes[n].joined is compound], np.int64),
                [self.themes[n] for n in quick if self.themes[n].joined is compound],
                compound,
            )
            for compound in (True, False)
        ]
        self.groups = [g for g in self.groups if len(g.rows)]
        self.slow = np.array([n for n in range(len(self.themes)) if n not in set(quick)], np.int64)
        if scope == "dictionary" and len(self.groups) + (len(self.slow) > 0) > 1:
            self.groups, self.slow = [], np.arange(len(self.themes))  # all must compete

    def counts(self, texts: Sequence[str]) -> Counts:
        """Count in some texts."""
        parts = [self.block(block) for block in blocks(texts)]
        values = [p.values for p in parts] or [np.zeros((0, len(self.themes)))]
        return Counts(
            np.concatenate(values), np.concatenate([np.empty(0, np.int64), *(p.words for p in parts)])
        )

    def block(self, texts: Sequence[str]) -> Counts:
        """Count in some texts at once."""
        values = np.zeros((len(texts), len(self.themes)))
        for group in self.groups:
            tokens = self.tokens(texts, compound=group.compound)
            group.add(values, tokens, self.scope, weighted=self.weighted)
        if len(self.slow):
            tokens = self.tokens(texts, compound=False)
            corpus = segment(Corpus(tuple(Document(str(n), t) for n, t in enumerate(texts))))
            found = listed(corpus.replace(tokens=tokens), [self.themes[n] for n in self.slow], self.scope)
            np.add.at(values, (found.doc, self.slow[found.feature]), found.weight if self.weighted else 1.0)
        return Counts(values, np.bincount(tokens.doc[tokens.is_word], minlength=len(texts)))

    def tokens(self, texts: Sequence[str], *, compound: bool) -> Tokens:
        """Return the tokens of some texts, with the words of quanteda or our own."""
        encoder = self.encoders.get(compound)
        if encoder is None or len(encoder.types) > MOST_TYPES:
            encoder = self.encoders[compound] = Encoder(compound=compound)
        return encoder.tokens(texts, placed=not compound)


class Group:
    """Themes matched on the same words, without sentences.

    Parameters
    ----------
    rows : int64 array
        Their columns among all themes.
    themes : sequence of Theme
    compound : bool
        Whether these are the words of quanteda; see `rhetoric.model.wordform.glued`.
    """

    def __init__(self, rows: npt.NDArray[np.int64], themes: Sequence[Theme], compound: bool) -> None:
        entries = [e for t in themes for e in t.entries]
        self.rows = rows
        self.compound = compound
        self.keys = np.repeat(np.arange(len(themes)), [len(t.entries) for t in themes])
        self.weights = np.array([e.weight for e in entries])
        self.priority = np.array([e.priority for e in entries], np.int64)
        self.stream = Stream(compile_patterns(entries))

    def add(self, values: npt.NDArray[np.float64], tokens: Tokens, scope: Scope, *, weighted: bool) -> None:
        """Add what is found in some tokens to a table of texts by all themes."""
        hits = self.stream.hits(tokens)
        hits = longest(hits, self.keys[hits.entry], self.priority[hits.entry], scope)
        column = self.rows[self.keys[hits.entry]]
        weight = self.weights[hits.entry] if weighted else None
        size = values.size
        values += np.bincount(
            tokens.doc[hits.first].astype(np.int64) * values.shape[1] + column, weight, size
        ).reshape(values.shape)


def plain(theme: Theme, weighted: bool) -> bool:
    """Whether a theme can be counted without sentences: no exclusions, no conditions, nothing that negation turns."""
    return not theme.nots and not (weighted and any(e.flip for e in theme.entries)) and not conditional(theme)


def conditional(theme: Theme) -> bool:
    """Whether a pattern of a theme has a condition."""
    return bool(compile_patterns(theme.entries).conditions)


def blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield runs of texts that are counted at once (one text is never cut)."""
    first = size = 0
    for n, text in enumerate(texts):
        if n > first and size + len(text) > BLOCK:
            yield texts[first:n]
            first, size = n, 0
        size += len(text)
    if first < len(texts):
        yield texts[first:]
