"""Words as integers: work is done once for each type, then integers are scanned."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rhetoric.model.columns import Array, Bools, Columns, Ints

LOOKALIKES = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("‑", "-"))


def fold(word: str) -> str:
    """Return a word as matching sees it: lower case, straight apostrophe, plain hyphen."""
    if not word.isascii():
        for printed, plain in LOOKALIKES:
            word = word.replace(printed, plain)
    return word.lower()


def folded_all(words: Sequence[str]) -> list[str]:
    """Return words folded, all at once; they hold no line breaks."""
    return fold("\n".join(words)).split("\n") if words else []


@dataclass(frozen=True, eq=False, repr=False)
class Vocabulary:
    """The distinct tokens of a corpus, as printed.

    Parameters
    ----------
    types : tuple of str
        Each distinct token once; a token's id is its position.
    """

    types: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.types)

    def __repr__(self) -> str:
        return f"<Vocabulary of {len(self):,} types>"

    @cached_property
    def memory(self) -> dict[Hashable, Any]:
        """What has been worked out for each type so far, shared with the vocabularies that go on from this one."""
        return {}

    def known(self, what: Hashable, judge: Callable[[tuple[str, ...]], Array]) -> Array:
        """Return what a function says of every type; only types never met before are asked about.

        Parameters
        ----------
        what : hashable
            Names the question.
        judge : callable
            Takes types, returns one value for each. What it says of a type must not depend on the others.

        Returns
        -------
        array, shape (types,)
        """
        held = self.memory.get(what)
        size = 0 if held is None else len(held)
        if held is None or size < len(self):
            fresh = judge(self.types[size:])
            held = fresh if held is None else np.concatenate([held, fresh])
            self.memory[what] = held
        known: Array = held[: len(self)]
        return known

    @cached_property
    def folding(self) -> tuple[tuple[str, ...], Ints]:
        """The distinct folded forms, and for every type the position of its own."""
        forms: dict[str, int] = self.memory.setdefault("folded forms", {})

        def ids_of(types: tuple[str, ...]) -> Array:
            return np.fromiter(
                (forms.setdefault(f, len(forms)) for f in folded_all(types)), np.int32, len(types)
            )

        ids = self.known("folded", ids_of)
        size = int(ids.max(initial=-1)) + 1
        return tuple(forms)[:size], ids

    @cached_property
    def is_word(self) -> Bools:
        """Whether each type holds a letter or digit; the others are punctuation and symbols."""

        def words(types: tuple[str, ...]) -> Array:
            return np.fromiter((t.isalnum() or any(map(str.isalnum, t)) for t in types), np.bool_, len(types))

        return self.known("is_word", words)

    def grown(self, types: tuple[str, ...]) -> Vocabulary:
        """Return a vocabulary that goes on from this one; what is known of its types is not worked out again."""
        whole = Vocabulary(types)
        whole.__dict__["memory"] = self.memory
        return whole


@dataclass(frozen=True, eq=False, repr=False)
class Tokens(Columns):
    """Every token of a corpus in reading order, punctuation included.

    Parameters
    ----------
    ids : int32 array, shape (n,)
        Position in ``vocab.types``.
    start, end : int32 arrays, shape (n,)
        Half-open code points into the token's own document.
    splits : int64 array, shape (documents + 1,)
        Tokens of document ``d`` are rows ``splits[d]`` to ``splits[d + 1]``.
    vocab : Vocabulary
    """

    ids: Ints
    start: Ints
    end: Ints
    splits: npt.NDArray[np.int64]
    vocab: Vocabulary
    types: ClassVar[dict[str, Any]] = {"ids": np.int32, "start": np.int32, "end": np.int32}

    @cached_property
    def doc(self) -> Ints:
        """The document of every token, int32, shape (n,)."""
        return np.repeat(np.arange(len(self.splits) - 1, dtype=np.int32), np.diff(self.splits))

    @cached_property
    def folded(self) -> Ints:
        """The folded form of every token, as a position in ``vocab.folding[0]``."""
        return self.vocab.folding[1][self.ids]

    @cached_property
    def is_word(self) -> Bools:
        """Whether every token is a word."""
        return self.vocab.is_word[self.ids]

    @cached_property
    def often(self) -> npt.NDArray[np.int64]:
        """How many tokens are of each type."""
        return np.bincount(self.ids, minlength=len(self.vocab))

    @cached_property
    def words_before(self) -> Ints:
        """How many words stand before each token, and in all, int32, shape (n + 1,)."""
        before = np.zeros(len(self) + 1, np.int32)
        np.cumsum(self.is_word, out=before[1:])
        return before

    def text(self, row: int) -> str:
        """Return one token as printed."""
        return self.vocab.types[int(self.ids[row])]

    def documents(self, first: int, last: int) -> Tokens:
        """Return the tokens of documents `first` to `last` (exclusive), with the same vocabulary."""
        a, b = self.splits[first], self.splits[last]
        return Tokens(
            self.ids[a:b], self.start[a:b], self.end[a:b], self.splits[first : last + 1] - a, self.vocab
        )

    @classmethod
    def join(cls, sets: Sequence[Tokens]) -> Tokens:
        """Put the tokens of several corpora end to end under one vocabulary."""
        forms: dict[str, int] = {}
        ids = []
        for tokens in sets:
            new = np.fromiter(
                (forms.setdefault(t, len(forms)) for t in tokens.vocab.types), np.int32, len(tokens.vocab)
            )
            ids.append(new[tokens.ids])
        counts = np.concatenate([[0], *(np.diff(t.splits) for t in sets)])
        return cls(
            np.concatenate([np.empty(0, np.int32), *ids]),
            np.concatenate([np.empty(0, np.int32), *(t.start for t in sets)]),
            np.concatenate([np.empty(0, np.int32), *(t.end for t in sets)]),
            np.cumsum(counts).astype(np.int64),
            Vocabulary(tuple(forms)),
        )
