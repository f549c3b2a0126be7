"""The sentences of a corpus as lists of words, for the figures to be looked for one sentence at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, compress
from typing import Any, NamedTuple

import numpy as np

from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools, Ints, ahead
from rhetoric.model.corpus import Corpus

Part = tuple[int, int]
MARGIN = 4  # tokens read before and after a sentence, more than any figure looks at there


class Sentence(NamedTuple):
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
    row : int
        Which it is of all sentences of the corpus.
    """

    doc: int
    first: int
    last: int
    opener: int
    closer: int
    heading: bool
    row: int = -1


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
    """Sentences, and the tokens of the corpus, or of the parts of it that were read, as plain lists.

    Parameters
    ----------
    corpus : Corpus
    sentences : list of Sentence
        In reading order, without bylines, boilerplate, and sentences without a word.
    words : list of str
        Every token as matching sees it.
    shown : list of str
        Every token as printed.
    is_word : list of bool
    start, end : sequence of int
        Code points.
    voice : sequence of int
        Every token's voice.
    roles : tuple of str
        The role of each voice; the last is that of no voice.
    forms : tuple of str
        The distinct folded forms.
    folded : int32 array
        The form of every token, as a position in `forms`.
    tokens : int array
        Which of the tokens of the corpus were read.
    asked : dict
        What was asked of the tokens so far; `only` hands it on.
    told : dict
        What was asked of the sentences so far.
    """

    corpus: Corpus
    sentences: list[Sentence]
    words: list[str]
    shown: list[str]
    is_word: list[bool]
    start: Sequence[int]
    end: Sequence[int]
    voice: Sequence[int]
    roles: tuple[str, ...]
    forms: tuple[str, ...]
    folded: Ints
    tokens: Array
    asked: dict[Hashable, Any] = field(default_factory=dict)
    told: dict[Hashable, Any] = field(default_factory=dict)

    def only(self, kept: Bools | None) -> Prose:
        """Return the same tokens with some of the sentences, told by their rows, or with all."""
        if kept is None:
            return self
        rows = [s.row for s in self.sentences]
        return replace(self, sentences=list(compress(self.sentences, kept[rows].tolist())), told={})

    @property
    def index(self) -> dict[str, int]:
        """Where each form stands in `forms`."""
        if "index" not in self.asked:
            self.asked["index"] = dict(zip(self.forms, range(len(self.forms)), strict=True))
        index: dict[str, int] = self.asked["index"]
        return index

    @cached_property
    def quoted(self) -> list[Quoted]:
        """Marked words inside sentences, in order; what stands inside a longer quotation is not among them."""
        return quoted(self.corpus, self.tokens)

    @cached_property
    def columns(self) -> dict[str, Array]:
        """The sentences by field, each an int64 array."""
        size = len(Sentence._fields)
        flat = np.fromiter(chain.from_iterable(self.sentences), np.int64, size * len(self.sentences))
        return dict(zip(Sentence._fields, flat.reshape(-1, size).T, strict=True))

    @property
    def bounds(self) -> tuple[Array, Array]:
        """The first token of every sentence, and the one after its last."""
        return self.columns["first"], self.columns["last"]

    def rows(self, fits: Callable[[str], bool]) -> Rows:
        """Return the tokens whose form fits; the question is put once for each form, not for each token."""
        if fits not in self.asked:
            fitting = np.fromiter(map(fits, self.forms), np.bool_, len(self.forms))
            self.asked[fits] = Rows(np.flatnonzero(fitting[self.folded]).tolist())
        rows: Rows = self.asked[fits]
        return rows

    def rows_of(self, words: frozenset[str]) -> Rows:
        """Return the tokens whose form is one of some."""
        if words not in self.asked:
            self.asked[words] = Rows(np.flatnonzero(self.among(words)[self.folded]).tolist())
        rows: Rows = self.asked[words]
        return rows

    def judged(self, what: Hashable, judge: Callable[[tuple[str, ...]], Array]) -> Array:
        """Return what a function says of every token; see `Vocabulary.known`."""
        tokens = self.corpus.tokens
        return tokens.vocab.known(what, judge)[tokens.ids[self.tokens]]

    def among(self, words: Iterable[str]) -> Bools:
        """Return for each form whether it is one of some."""
        out, index = np.zeros(len(self.forms), np.bool_), self.index
        out[[index[w] for w in words if w in index]] = True
        return out

    def holding(
        self, rows: Rows, least: int = 1, *, headings: bool = False
    ) -> Iterator[tuple[Sentence, list[int]]]:
        """Yield the sentences that hold at least so many of some tokens, with these; no headings unless asked for."""
        held = rows.tokens
        first, last = np.searchsorted(np.array(held, np.int64), np.stack(self.bounds))
        for n in np.flatnonzero(last - first >= least).tolist():
            sentence = self.sentences[n]
            if headings or not sentence.heading:
                yield sentence, held[first[n] : last[n]]

    def span(self, first: int, last: int) -> Part:
        """Return the code points of tokens `first` to `last` (exclusive)."""
        return self.start[first], self.end[last - 1]

    def openers(self, first: int, last: int, most: int) -> list[int]:
        """Return the first words among some tokens, at most so many."""
        is_word = self.is_word
        if most == 1:
            while first < last:
                if is_word[first]:
                    return [first]
                first += 1
            return []
        out = []
        for n in range(first, last):
            if is_word[n]:
                out.append(n)
                if len(out) == most:
                    break
        return out

    def passages(self) -> Iterator[list[Sentence]]:
        """Yield the runs of neighbouring sentences that one voice speaks in one text."""
        run: list[Sentence] = []
        follows: tuple[int, int, int] | None = None
        for sentence in self.sentences:
            if run and follows != (sentence.row, sentence.doc, sentence.opener):
                yield run
                run = []
            run.append(sentence)
            follows = (sentence.row + 1, sentence.doc, sentence.opener)
        if run:
            yield run


def read(corpus: Corpus) -> Prose:
    """Return the prose of a corpus."""
    return prose_of(Lines.of(corpus))


def prose_of(lines: Lines, kept: Bools | None = None) -> Prose:
    """Return the prose of lines, or of some of them with a few tokens around them.

    What is not read is left out, and tokens are numbered anew; a sentence is known by its `Sentence.row` to follow on another.
    """
    corpus, tokens = lines.corpus, lines.corpus.tokens
    vocab, (forms, folding) = tokens.vocab, tokens.vocab.folding
    row = np.arange(len(lines)) if kept is None else np.flatnonzero(kept)
    first, last = lines.first[row], lines.last[row]
    rows = np.arange(len(tokens))
    if kept is not None:
        rows, first = around(first, last, len(tokens))
        last = first + (lines.last - lines.first)[row]
    ids: Array = tokens.ids[rows]
    if kept is None:
        folded, shown = folding[ids], named(vocab.types, ids)
    else:  # a vocabulary may be far larger than the words that are read
        some, ids = distinct(ids, len(vocab))
        shown = named([vocab.types[n] for n in some.tolist()], ids)
        used, back = distinct(folding[some], len(forms))
        forms, folded = tuple(forms[n] for n in used.tolist()), back[ids].astype(np.int32)
    columns = (
        lines.doc[row].tolist(),
        first.tolist(),
        last.tolist(),
        lines.opener[row].tolist(),
        lines.closer[row].tolist(),
        lines.heading[row].tolist(),
        row.tolist(),
    )
    return Prose(
        corpus,
        list(map(Sentence, *columns)),
        named(forms, folded),
        shown,
        tokens.is_word[rows].tolist(),
        tokens.start[rows].data,  # gives plain numbers as a list does, but makes only those asked for
        tokens.end[rows].data,
        corpus.token_voice[rows].data,
        (*(v.role for v in corpus.voices), "unknown"),
        forms,
        folded,
        rows,
    )


def named(names: Sequence[str], rows: Array) -> list[str]:
    """Return the names at some positions."""
    held = np.empty(len(names), object)
    held[:] = names
    out: list[str] = held[rows].tolist()
    return out


def distinct(values: Array, size: int) -> tuple[Array, Array]:
    """Return each of some numbers below `size` once, in order, and for every one its place among these."""
    held = np.zeros(size, np.bool_)
    held[values] = True
    return np.flatnonzero(held), (np.cumsum(held) - 1)[values]


def around(first: Array, last: Array, size: int) -> tuple[Array, Array]:
    """Return the tokens of some sentences, of `size` in all, with a few before and after each, and where among them each begins."""
    end = np.minimum(last + MARGIN, size)
    begin = np.maximum(first - MARGIN, np.append(0, end)[:-1])  # what the one before has is not taken again
    before = np.cumsum(end - begin) - (end - begin)
    return ahead(begin, end - begin), first - begin + before


def quoted(corpus: Corpus, rows: Array) -> list[Quoted]:
    """Return the marked words of a corpus that stand inside sentences, where they are among some tokens."""
    some = [q for q in corpus.quotations if q.kind in ("phrase", "partial")]
    tokens = corpus.tokens
    held = tokens.doc[rows].astype(np.int64) << 32 | tokens.start[rows]
    bounds = np.array([[q.doc << 32 | q.start, q.doc << 32 | q.end] for q in some], np.int64).reshape(-1, 2)
    first, last = np.searchsorted(held, bounds).T.tolist()
    return [Quoted(a, b, q.kind == "partial") for a, b, q in zip(first, last, some, strict=True) if a < b]
