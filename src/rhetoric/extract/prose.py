"""The sentences of a corpus as lists of words, for the figures to be looked for one sentence at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from rhetoric.model.columns import Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.passage import Kind

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Parameters
    ----------
    doc : int
        Position in `Corpus.documents`.
    first, last : int
        Its tokens, half-open.
    opener, closer : int
        The voices of its first and its last word.
    heading : bool
        Whether it stands in a headline or crosshead; a standfirst is prose.
    """

    doc: int
    first: int
    last: int
    opener: int
    closer: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks that are part of a sentence around them.

    Parameters
    ----------
    first, last : int
        Their tokens without the marks, half-open.
    told : bool
        Whether a verb of saying nearby gives them to somebody.
    """

    first: int
    last: int
    told: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Some tokens of the corpus, in order."""

    tokens: list[int]

    def within(self, first: int, last: int) -> list[int]:
        """Return those from `first` to `last` (exclusive)."""
        begin = bisect_left(self.tokens, first)
        return self.tokens[begin : bisect_left(self.tokens, last, begin)]


@dataclass(frozen=True, eq=False)
class Prose:
    """Sentences, and the tokens of the whole corpus as plain lists.

    Parameters
    ----------
    sentences : list of Sentence
        In reading order, without bylines, boilerplate, and sentences without a word.
    words : list of str
        Every token as matching sees it.
    shown : list of str
        Every token as printed.
    is_word : list of bool
    start, end : list of int
        Code points.
    voice : list of int
        Every token's voice.
    roles : tuple of str
        The role of each voice; the last is that of no voice.
    forms : tuple of str
        The distinct folded forms.
    folded : int32 array
        The form of every token, as a position in `forms`.
    quoted : list of Quoted
        Marked words inside sentences, in order; what stands inside a longer quotation is not among them.
    """

    sentences: list[Sentence]
    words: list[str]
    shown: list[str]
    is_word: list[bool]
    start: list[int]
    end: list[int]
    voice: list[int]
    roles: tuple[str, ...]
    forms: tuple[str, ...]
    folded: Ints
    quoted: list[Quoted]

    def rows(self, fits: Callable[[str], bool]) -> Rows:
        """Return the tokens whose form fits; the question is put once for each form, not for each token."""
        fitting = np.fromiter(map(fits, self.forms), np.bool_, len(self.forms))
        return Rows(np.flatnonzero(fitting[self.folded]).tolist())

    def span(self, first: int, last: int) -> Part:
        """Return the code points of tokens `first` to `last` (exclusive)."""
        return self.start[first], self.end[last - 1]

    def openers(self, first: int, last: int, most: int) -> list[int]:
        """Return the first words among some tokens, at most so many."""
        out = []
        for n in range(first, last):
            if self.is_word[n]:
                out.append(n)
                if len(out) == most:
                    break
        return out

    def passages(self) -> Iterator[list[Sentence]]:
        """Yield the runs of neighbouring sentences that one voice speaks in one text."""
        run: list[Sentence] = []
        for sentence in self.sentences:
            if run and (sentence.doc, sentence.opener) != (run[-1].doc, run[-1].opener):
                yield run
                run = []
            run.append(sentence)
        if run:
            yield run


def read(corpus: Corpus) -> Prose:
    """Return the prose of a corpus."""
    tokens = corpus.tokens
    forms, _ = tokens.vocab.folding
    counted = np.flatnonzero(tokens.is_word & (corpus.token_sentence >= 0) & ~corpus.token_removed)
    row, opening = np.unique(corpus.token_sentence[counted], return_index=True)
    closing = np.append(opening[1:], len(counted)) - 1
    placed = np.flatnonzero(corpus.token_sentence >= 0)
    numbers = corpus.token_sentence[placed]
    first = placed[np.searchsorted(numbers, row)] if len(placed) else placed
    last = placed[np.searchsorted(numbers, row, "right") - 1] + 1 if len(placed) else placed
    openers, closers = counted[opening] if len(row) else opening, counted[closing] if len(row) else opening
    heading = corpus.rows_at(
        corpus.passages.of(Kind.HEADLINE, Kind.CROSSHEAD), tokens.doc[openers], tokens.start[openers]
    )
    columns = (
        tokens.doc[first].tolist(),
        first.tolist(),
        last.tolist(),
        corpus.token_voice[openers].tolist(),
        corpus.token_voice[closers].tolist(),
        (heading >= 0).tolist(),
    )
    return Prose(
        [Sentence(*values) for values in zip(*columns, strict=True)],
        [forms[n] for n in tokens.folded.tolist()],
        [tokens.vocab.types[n] for n in tokens.ids.tolist()],
        tokens.is_word.tolist(),
        tokens.start.tolist(),
        tokens.end.tolist(),
        corpus.token_voice.tolist(),
        (*(v.role for v in corpus.voices), "unknown"),
        forms,
        tokens.folded,
        quoted(corpus),
    )


def quoted(corpus: Corpus) -> list[Quoted]:
    """Return the marked words of a corpus that stand inside sentences."""
    some = [q for q in corpus.quotations if q.kind in ("phrase", "partial")]
    tokens = corpus.tokens
    held = tokens.doc.astype(np.int64) << 32 | tokens.start
    bounds = np.array([[q.doc << 32 | q.start, q.doc << 32 | q.end] for q in some], np.int64).reshape(-1, 2)
    first, last = np.searchsorted(held, bounds).T.tolist()
    return [Quoted(a, b, q.kind == "partial") for a, b, q in zip(first, last, some, strict=True) if a < b]
