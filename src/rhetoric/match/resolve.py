"""From written words to the vocabulary: which types does a word with wildcards stand for?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from rhetoric.match.pattern import WILD
from rhetoric.match.regular import fitting, is_regular
from rhetoric.model.columns import Ints
from rhetoric.model.tokens import Vocabulary, fold

LAST = "\U0010ffff"


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
    def backwards(self) -> list[str]:
        """The folded forms, each spelt from its end, in alphabetical order."""
        return sorted(w[::-1] for w in self.vocab.folding[0])

    @cached_property
    def joined(self) -> str:
        """The folded forms in one string, each on a line."""
        return "".join(f"{w}\n" for w in self.vocab.folding[0])

    @cached_property
    def by_form(self) -> tuple[Ints, Ints]:
        """The types in the order of their folded forms, and where those of each form begin."""
        ids = self.vocab.folding[1]
        order = np.argsort(ids, kind="stable").astype(np.int32)
        return order, np.searchsorted(ids[order], np.arange(len(self.exact) + 1)).astype(np.int32)

    def types_of(self, forms: Iterable[str]) -> Ints:
        """Return every type of some folded forms; a form that the vocabulary lacks has none."""
        order, first = self.by_form
        rows = [self.exact[f] for f in forms if f in self.exact]
        parts = [order[first[r] : first[r + 1]] for r in rows]
        return np.concatenate(parts) if parts else np.empty(0, np.int32)

    def resolve(self, word: str, case: bool = False) -> Ints:
        """Return the types that a word of a pattern stands for.

        Parameters
        ----------
        word : str
            May hold ``*`` and ``?``, or be a regular expression between slashes. One that holds nothing else stands for words only, never for marks.
        case : bool
            Whether letters must stand as written.

        Notes
        -----
        A regular expression between slashes is tried on every form.
        """
        if is_regular(word):
            if case:
                return np.flatnonzero(fitting(word, self.vocab.types)).astype(np.int32)
            forms = self.vocab.folding[0]
            return self.types_of(forms[n] for n in np.flatnonzero(fitting(word, forms, case=False)))
        folded = fold(word)
        found = self.types_of([folded] if not WILD.search(folded) else self.fitting(folded))
        if not word.strip("*?"):
            found = found[self.vocab.is_word[found]]
        if case and len(found):
            whole = re.compile(glob(word), re.S)
            found = np.array([t for t in found if whole.fullmatch(self.vocab.types[t])], np.int32)
        return found

    def fitting(self, word: str) -> Sequence[str]:
        """Return the folded forms that a folded word with wildcards fits."""
        head, *middle, tail = WILD.split(word)
        if not (head or tail) and any(middle):
            near = self.holding(max(middle, key=len))
            if len(middle) == 1 and "?" not in word:
                return near
        else:
            near = self.beginning(head) if head or not tail else self.ending(tail)
            if "?" not in word and not any(middle):
                size = len(head) + len(tail)
                return [w for w in near if w.endswith(tail) and len(w) >= size] if head and tail else near
        if "*" not in word:
            near = [w for w in near if len(w) == len(word)]
        whole = re.compile(glob(word), re.S)
        return [w for w in near if whole.fullmatch(w)]

    def holding(self, piece: str) -> list[str]:
        """Return the folded forms that hold some letters."""
        found = []
        at = self.joined.find(piece)
        while at >= 0:
            end = self.joined.find("\n", at)
            found.append(self.joined[self.joined.rfind("\n", 0, at) + 1 : end])
            at = self.joined.find(piece, end)
        return found

    def beginning(self, prefix: str) -> list[str]:
        """Return the folded forms that begin with a prefix."""
        return run(self.ordered, prefix)

    def ending(self, suffix: str) -> list[str]:
        """Return the folded forms that end with a suffix."""
        return [w[::-1] for w in run(self.backwards, suffix[::-1])]


def run(ordered: list[str], prefix: str) -> list[str]:
    """Return the words of a sorted list that begin with a prefix."""
    if not prefix:
        return ordered
    low = bisect_left(ordered, prefix)
    return ordered[low : bisect_left(ordered, prefix + LAST, low)]


def glob(word: str) -> str:
    """Return a word with wildcards as a regular expression that takes linear time for each wildcard.

    Notes
    -----
    What follows a ``*`` up to the next is found at its first place and never sought again, as in `fnmatch`.
    """
    pieces = ["".join("." if c == "?" else re.escape(c) for c in piece) for piece in re.split(r"\*+", word)]
    if len(pieces) == 1:
        return pieces[0]
    middle = "".join(f"(?>.*?{piece})" for piece in pieces[1:-1])
    return f"{pieces[0]}{middle}.*{pieces[-1]}"
