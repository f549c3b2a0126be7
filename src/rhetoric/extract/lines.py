"""The sentences of a corpus and their words as columns: what there is to see of them before any word is read."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from rhetoric.model.columns import Array, Bools, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.passage import Kind


@dataclass(frozen=True, eq=False)
class Lines:
    """The sentences with a word, in reading order, without bylines and boilerplate.

    Parameters
    ----------
    corpus : Corpus
    number : int array
        The row of each in `Corpus.sentences`.
    doc : int array
        Its position in `Corpus.documents`.
    first, last : int array
        Its tokens, half-open.
    opener, closer : int array
        The voices of its first and its last word.
    heading : bool array
        Whether it stands in a headline or crosshead.
    """

    corpus: Corpus
    number: Array
    doc: Array
    first: Array
    last: Array
    opener: Array
    closer: Array
    heading: Bools

    def __len__(self) -> int:
        return len(self.first)

    @classmethod
    def of(cls, corpus: Corpus) -> Lines:
        """Return the lines of a corpus."""
        tokens, sentence = corpus.tokens, corpus.token_sentence
        counted = tokens.is_word & (sentence >= 0) & ~corpus.token_removed
        word, before = np.flatnonzero(counted), np.append(0, np.cumsum(counted, dtype=np.int32))
        opening, closing = ends(sentence)
        some = before[opening] < before[closing + 1]
        first, last = opening[some], closing[some] + 1
        opener, closer = word[before[first]], word[before[last] - 1]
        heading = corpus.rows_at(
            corpus.passages.of(Kind.HEADLINE, Kind.CROSSHEAD), tokens.doc[opener], tokens.start[opener]
        )
        return cls(
            corpus,
            sentence[first],
            tokens.doc[first],
            first,
            last,
            corpus.token_voice[opener],
            corpus.token_voice[closer],
            heading >= 0,
        )

    @cached_property
    def run(self) -> Array:
        """The number of the passage that each stands in: neighbours that one voice speaks in one text."""
        fresh = (np.diff(self.doc, prepend=-1) != 0) | (np.diff(self.opener, prepend=-2) != 0)
        return np.cumsum(fresh)

    @cached_property
    def word(self) -> Array:
        """The tokens that are words of the lines, in order."""
        return np.flatnonzero(self.corpus.tokens.is_word & (self.line_of_token >= 0))

    @cached_property
    def line_of_token(self) -> Array:
        """The line of every token, or -1."""
        return self.line_of_sentence[self.corpus.token_sentence]

    @cached_property
    def line_of_sentence(self) -> Ints:
        """The line of every sentence, or -1; at the end -1 for no sentence."""
        line = np.full(len(self.corpus.sentences) + 1, -1, np.int32)
        line[self.number] = np.arange(len(self), dtype=np.int32)
        return line

    @cached_property
    def asked(self) -> dict[Hashable, tuple[Array, Array, Array]]:
        """What `told` was asked so far."""
        return {}

    def told(self, what: Hashable, judge: Callable[[tuple[str, ...]], Array]) -> tuple[Array, Array, Array]:
        """Return the tokens in lines of which a function says more than 0, the line of each, and what it says; see `Vocabulary.known`."""
        if what not in self.asked:
            tokens = self.corpus.tokens
            value = tokens.vocab.known(what, judge)[tokens.ids]
            at = np.flatnonzero(value != 0)  # of a mask this is several times faster
            line = self.line_of_sentence[self.corpus.token_sentence[at]]
            at, line = at[line >= 0], line[line >= 0]
            self.asked[what] = at, line, value[at]
        return self.asked[what]

    @cached_property
    def line(self) -> Array:
        """The line of every word."""
        return self.line_of_token[self.word]

    @cached_property
    def form(self) -> Array:
        """The folded form of every word."""
        return self.corpus.tokens.folded[self.word]

    @cached_property
    def begin(self) -> Array:
        """Which of the words opens each line, and after the last line the number of words."""
        return np.append(ends(self.line)[0], len(self.word))

    def with_headings(self, kept: Bools) -> Bools:
        """Return some lines with the headings that follow them, so that what follows on them is still seen to do so."""
        body = np.flatnonzero(~self.heading)
        before = np.cumsum(~self.heading) - 1
        follows = self.heading & (before >= 0)
        out = kept.copy()
        out[follows] |= kept[body[before[follows]]]
        return out


def ends(values: Array) -> tuple[Array, Array]:
    """Return where each run of equal values begins, and where its last one stands."""
    change = np.flatnonzero(values[1:] != values[:-1]) + 1
    if not len(values):
        return change, change
    return np.append(0, change), np.append(change - 1, len(values) - 1)
