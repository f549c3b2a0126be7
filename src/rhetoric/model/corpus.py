"""Texts with all that the stages found in them; every stage returns a new one."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from rhetoric.errors import ContractError
from rhetoric.model.columns import Bools, Ints, stack
from rhetoric.model.document import Document
from rhetoric.model.evidence import Exposure
from rhetoric.model.passage import BLOCKS, REMOVED, Kind, Passages
from rhetoric.model.tokens import Tokens, Vocabulary
from rhetoric.model.voice import UNATTRIBUTED, Quotation, Spoken, Voice

T = TypeVar("T")


def no_tokens() -> Tokens:
    """Return tokens of no documents."""
    return Tokens.empty(splits=np.zeros(1, np.int64), vocab=Vocabulary(()))


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
    """Documents, passages, voices and tokens. Immutable; a slice of a corpus is a corpus.

    Parameters
    ----------
    documents : tuple of Document
    passages : Passages
        All layers; see `Kind`.
    voices : tuple of Voice
        Each voice of each text once; one person has the same `Voice.id` everywhere.
    spoken : Spoken
        The partition of the texts by voice.
    quotations : tuple of Quotation
        Sorted by document and start.
    tokens : Tokens
    """

    documents: tuple[Document, ...]
    passages: Passages = field(default_factory=Passages.empty)
    voices: tuple[Voice, ...] = ()
    spoken: Spoken = field(default_factory=Spoken.empty)
    quotations: tuple[Quotation, ...] = ()
    tokens: Tokens = field(default_factory=no_tokens)

    def __len__(self) -> int:
        return len(self.documents)

    def __repr__(self) -> str:
        words = int(self.tokens.is_word.sum())
        return f"<Corpus of {len(self)} texts: {words:,} words, {len(self.quotations):,} quotations>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(d.id)}</td><td>{escape(d.title)}</td><td>{escape(d.author)}</td>"
            f"<td>{escape(d.date)}</td><td>{escape(d.kind)}</td></tr>"
            for d in self.documents[:20]
        )
        head = "<tr><th>id</th><th>title</th><th>author</th><th>date</th><th>kind</th></tr>"
        return f"<p>{escape(repr(self))}</p><table>{head}{rows}</table>"

    def __post_init__(self) -> None:
        ids = [d.id for d in self.documents]
        if len(set(ids)) < len(ids):
            twice = next(i for n, i in enumerate(ids) if i in ids[:n])
            raise ContractError(f"two documents are called {twice!r}", "give each document its own id")

    def replace(self, **changes: Any) -> Corpus:
        """Return a corpus with some parts exchanged."""
        return dataclasses.replace(self, **changes)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The documents' ids."""
        return tuple(d.id for d in self.documents)

    # -- where tokens stand -------------------------------------------------------------------------

    def rows_at(self, spans: Passages | Spoken, doc: npt.NDArray[Any], at: npt.NDArray[Any]) -> Ints:
        """Return for each position the row of `spans` that holds it, or -1.

        Parameters
        ----------
        spans : Passages or Spoken
            Sorted by document and start, without overlap.
        doc, at : integer arrays, shape (n,)
            Document positions and code points.
        """
        if not len(spans) or not len(doc):
            return np.full(len(doc), -1, np.int32)
        key = spans.doc.astype(np.int64) << 32 | spans.start
        row = (
            np.searchsorted(key, np.asarray(doc, np.int64) << 32 | np.asarray(at, np.int64), side="right") - 1
        )
        held = (row >= 0) & (spans.doc[row] == doc) & (at < spans.end[row])
        return np.where(held, row, -1).astype(np.int32)

    @cached_property
    def token_place(self) -> npt.NDArray[np.int64]:
        """Where every token begins, as one number that rises through all texts."""
        return self.tokens.doc.astype(np.int64) << 32 | self.tokens.start

    def rows_along(self, spans: Passages | Spoken, places: npt.NDArray[np.int64]) -> Ints:
        """Return what `rows_at` does for places that rise, ``doc << 32 | at``; each span looks for its places, which is faster."""
        doc = spans.doc.astype(np.int64) << 32
        first, last = (np.searchsorted(places, doc | ends) for ends in (spans.start, spans.end))
        last = np.minimum(last, np.append(first, len(places))[1:])
        bounds = np.stack([first, last], axis=1).ravel()
        rows = np.full(2 * len(spans) + 1, -1, np.int32)  # a gap, a span, a gap, and so on
        rows[1::2] = np.arange(len(spans))
        return np.repeat(rows, np.diff(bounds, prepend=0, append=len(places)))

    def held_along(self, spans: Passages) -> Bools:
        """Return whether every token stands in one of some spans, which there are none of in most texts."""
        if not len(spans):
            return np.zeros(len(self.tokens), np.bool_)
        return self.rows_along(spans, self.token_place) >= 0

    @cached_property
    def removed(self) -> Passages:
        """Bylines and boilerplate, by document and start."""
        return self.passages.of(*REMOVED)

    @cached_property
    def repeats(self) -> Passages:
        """The passages printed already, by document and start."""
        return self.passages.of(Kind.REPEAT)

    @cached_property
    def voice_ids(self) -> tuple[tuple[str, ...], Ints]:
        """The distinct `Voice.id`, and for each of `voices` the position of its own; the last is -1, for no voice."""
        names = {v: n for n, v in enumerate(dict.fromkeys(v.id for v in self.voices))}
        return tuple(names), np.array([*(names[v.id] for v in self.voices), -1], np.int32)

    @cached_property
    def sentences(self) -> Passages:
        """The sentences, by document and start."""
        return self.passages.of(Kind.SENTENCE)

    @cached_property
    def sentence_order(self) -> Ints:
        """The number of each sentence in its own document, from 0."""
        doc = self.sentences.doc
        first = np.searchsorted(doc, np.arange(len(self.documents)))
        return (np.arange(len(doc)) - first[doc] if len(doc) else np.empty(0)).astype(np.int32)

    @cached_property
    def token_sentence(self) -> Ints:
        """The row in `sentences` of every token, or -1."""
        return self.rows_along(self.sentences, self.token_place)

    @cached_property
    def sentence_reached(self) -> Ints:
        """The last sentence that has begun at every token, or -1."""
        reached: Ints = np.maximum.accumulate(self.token_sentence)
        return reached

    @cached_property
    def token_block(self) -> Ints:
        """The row among headings, paragraphs and turns of every token, or -1."""
        return self.rows_along(self.passages.of(*BLOCKS), self.token_place)

    @cached_property
    def token_voice(self) -> Ints:
        """The position in `voices` of every token's voice."""
        row = self.rows_along(self.spoken, self.token_place)
        return self.spoken.voice[row] if len(self.spoken) else np.full(len(row), -1, np.int32)

    @cached_property
    def token_removed(self) -> Bools:
        """Whether every token stands in a byline or boilerplate: no evidence is taken from there."""
        return self.held_along(self.removed)

    @cached_property
    def token_repeat(self) -> Bools:
        """Whether every token stands in a passage printed already: shown, but not counted."""
        return self.held_along(self.repeats)

    @cached_property
    def token_counted(self) -> Bools:
        """Whether every token is a word that counts: in a sentence, not removed, not printed before."""
        return self.tokens.is_word & ~self.token_removed & ~self.token_repeat & (self.token_sentence >= 0)

    @cached_property
    def exposure(self) -> Exposure:
        """The words, by sentence and voice, that evidence is held against; see `Exposure`."""
        tokens = self.tokens
        counted = self.token_counted
        places = np.flatnonzero(counted)
        sentence, voice = self.token_sentence[places], self.token_voice[places]
        new = np.append(True, (sentence[1:] != sentence[:-1]) | (voice[1:] != voice[:-1]))[: len(places)]
        runs = np.flatnonzero(new)  # of one voice in one sentence
        key = sentence[runs].astype(np.int64) << 32 | voice[runs].astype(np.int64) & 0xFFFFFFFF
        pairs, first, inverse = np.unique(key, return_index=True, return_inverse=True)
        row = places[runs[first]]
        chars = np.add.reduceat((tokens.end - tokens.start)[places], runs)
        names = {v: n for n, v in enumerate(dict.fromkeys([v.id for v in self.voices] or [UNATTRIBUTED]))}
        code = np.array([names[v.id] for v in self.voices] or [0], np.int32)
        return Exposure(
            doc=tokens.doc[row],
            voice=code[self.token_voice[row]] if len(row) else np.empty(0, np.int32),
            sentence=self.sentence_order[self.token_sentence[row]] if len(row) else np.empty(0, np.int32),
            words=np.bincount(inverse, np.diff(runs, append=len(places)), len(pairs)).astype(np.int32),
            chars=np.bincount(inverse, chars, len(pairs)).astype(np.int32),
            docs=self.ids,
            voices=tuple(names),
        )

    # -- parts and wholes ---------------------------------------------------------------------------

    def __getitem__(self, part: slice) -> Corpus:
        """Return documents `part` as a corpus of their own."""
        first, last, step = part.indices(len(self))
        if step != 1:
            raise ContractError("a corpus is sliced with step 1", "take one run of documents at a time")
        last = max(first, last)

        def cut(rows: Any) -> Any:
            picked = rows.where((rows.doc >= first) & (rows.doc < last))
            return dataclasses.replace(picked, doc=picked.doc - first)

        quotations = tuple(
            dataclasses.replace(q, doc=q.doc - first) for q in self.quotations if first <= q.doc < last
        )
        tokens = self.tokens.documents(first, last) if len(self.tokens.splits) > last else no_tokens()
        return Corpus(
            self.documents[first:last], cut(self.passages), self.voices, cut(self.spoken), quotations, tokens
        )

    @classmethod
    def concat(cls, corpora: Sequence[Corpus]) -> Corpus:
        """Put corpora end to end."""
        offsets = np.cumsum([0, *map(len, corpora)])
        voices: dict[Voice, int] = {}
        codes = [np.array([voices.setdefault(v, len(voices)) for v in c.voices], np.int32) for c in corpora]

        def shifted(rows: Callable[[Corpus], Any]) -> list[Any]:
            return [
                dataclasses.replace(rows(c), doc=rows(c).doc + int(o))
                for c, o in zip(corpora, offsets, strict=False)
            ]

        spoken = [
            dataclasses.replace(s, voice=code[s.voice]) if len(s) else s
            for s, code in zip(shifted(lambda c: c.spoken), codes, strict=True)
        ]
        passages = shifted(lambda c: c.passages)
        return cls(
            tuple(d for c in corpora for d in c.documents),
            Passages(**{n: stack(passages, n, t) for n, t in Passages.types.items()}),
            tuple(voices),
            Spoken(**{n: stack(spoken, n, t) for n, t in Spoken.types.items()}),
            tuple(
                dataclasses.replace(q, doc=q.doc + int(o))
                for c, o in zip(corpora, offsets, strict=False)
                for q in c.quotations
            ),
            Tokens.join([c.tokens for c in corpora]),
        )
