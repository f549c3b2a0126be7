"""From written words to the vocabulary: which types does a word with wildcards stand for?"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

import numpy as np

from rhetoric.match.pattern import WILD
from rhetoric.model.columns import Ints
from rhetoric.model.tokens import Vocabulary, fold

ANY = "*"


class Resolver:
    """Looks words up in one vocabulary; work is done once a word, never once a token.

    Parameters
    ----------
    vocab : Vocabulary
    """

    def __init__(self, vocab: Vocabulary) -> None:
        self.vocab = vocab

    @cached_property
    def exact(self) -> dict[str, int]:
        """The position of every folded form."""
        return {w: n for n, w in enumerate(self.vocab.folding[0])}

    @cached_property
    def ordered(self) -> list[str]:
        """The folded forms in alphabetical order."""
        return sorted(self.vocab.folding[0])

    @cached_property
    def by_form(self) -> tuple[Ints, Ints]:
        """The types in the order of their folded forms, and where those of each form begin."""
        ids = self.vocab.folding[1]
        order = np.argsort(ids, kind="stable").astype(np.int32)
        return order, np.searchsorted(ids[order], np.arange(len(self.exact) + 1)).astype(np.int32)

    def types_of(self, forms: list[int]) -> Ints:
        """Return every type of some folded forms."""
        order, first = self.by_form
        parts = [order[first[f] : first[f + 1]] for f in forms]
        return np.concatenate(parts) if parts else np.empty(0, np.int32)

    def resolve(self, word: str, case: bool = False) -> Ints:
        """Return the types that a word of a pattern stands for.

        Parameters
        ----------
        word : str
            May hold ``*`` and ``?``.
        case : bool
            Whether letters must stand as written.
        """
        if word == ANY:
            return np.flatnonzero(self.vocab.is_word).astype(np.int32)
        folded = fold(word)
        if not WILD.search(word):
            found = self.types_of([self.exact[folded]] if folded in self.exact else [])
        elif WILD.search(folded[:-1]) or folded[-1] == "?":
            whole = re.compile(glob(folded), re.S)
            found = self.types_of(
                [self.exact[w] for w in self.beginning(WILD.split(folded)[0]) if whole.fullmatch(w)]
            )
        else:
            found = self.types_of([self.exact[w] for w in self.beginning(folded[:-1])])
        if case:
            whole = re.compile(glob(word), re.S)
            found = np.array([t for t in found if whole.fullmatch(self.vocab.types[t])], np.int32)
        return found

    def beginning(self, prefix: str) -> list[str]:
        """Return the folded forms that begin with a prefix."""
        low = bisect_left(self.ordered, prefix)
        high = bisect_left(self.ordered, prefix + "\U0010ffff") if prefix else len(self.ordered)
        return self.ordered[low:high]


def glob(word: str) -> str:
    """Return a word with wildcards as a regular expression; runs of ``*`` count as one."""
    parts = (
        ".*" if c[0] == "*" else "." if c == "?" else re.escape(c) for c in re.findall(r"\*+|\?|[^*?]+", word)
    )
    return "".join(parts)
