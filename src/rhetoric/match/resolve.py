"""From written words to types: which does a word with wildcards stand for?"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rhetoric.match.pattern import WILD
from rhetoric.match.regular import fitting, is_regular
from rhetoric.model.columns import Ints
from rhetoric.model.tokens import Vocabulary, fold

Longs = npt.NDArray[np.int64]
LAST = "\U0010ffff"


class Resolver:
    """Looks words up among some types; work is done once a word, never once a token.

    Parameters
    ----------
    vocab : Vocabulary
    first : int
        Its first type to look at.
    """

    def __init__(self, vocab: Vocabulary, first: int = 0) -> None:
        forms, ids = vocab.folding
        self.types = vocab.types[first:]
        self.forms = [forms[n] for n in ids[first:].tolist()]
        self.is_word = vocab.is_word[first:]

    @cached_property
    def order(self) -> Ints:
        """The types in the alphabetical order of their folded forms."""
        return alphabetical(self.forms)

    @cached_property
    def ordered(self) -> list[str]:
        """Their folded forms, in alphabetical order."""
        return [self.forms[n] for n in self.order.tolist()]

    @cached_property
    def backwards(self) -> tuple[Ints, list[str]]:
        """The types in the alphabetical order of their folded forms spelt from the end, and these."""
        spelt = [w[::-1] for w in self.forms]
        order = alphabetical(spelt)
        return order, [spelt[n] for n in order.tolist()]

    @cached_property
    def joined(self) -> tuple[str, Longs]:
        """The folded forms in one string, each on a line, and where each begins."""
        sizes = np.fromiter(map(len, self.forms), np.int64, len(self.forms)) + 1
        return "\n".join(self.forms), np.cumsum(sizes) - sizes

    def resolve(self, word: str, case: bool = False) -> Ints:
        """Return the types that a word with wildcards, or a regular expression, stands for.

        Parameters
        ----------
        word : str
            Holds ``*`` or ``?``, or is a regular expression between slashes. One that holds nothing else stands for words only, never for marks.
        case : bool
            Whether letters must stand as written.

        Notes
        -----
        A regular expression between slashes is tried on every form.
        """
        if is_regular(word):
            held = self.types if case else self.forms
            return np.flatnonzero(fitting(word, held, case=case)).astype(np.int32)
        found = self.fitting(fold(word))
        if not word.strip("*?"):
            found = found[self.is_word[found]]
        if case and len(found):
            whole = re.compile(glob(word), re.S)
            found = np.array([t for t in found.tolist() if whole.fullmatch(self.types[t])], np.int32)
        return found

    def fitting(self, word: str) -> Ints:
        """Return the types whose folded forms a folded word with wildcards fits."""
        head, *middle, tail = WILD.split(word)
        if not (head or tail) and any(middle):
            near = self.holding(max(middle, key=len))
            if len(middle) == 1 and "?" not in word:
                return near
        else:
            near = self.beginning(head) if head or not tail else self.ending(tail)
            if "?" not in word and not any(middle) and not (head and tail):
                return near
        forms = self.forms
        whole = re.compile(glob(word), re.S)
        size = len(word) if "*" not in word else -1
        fits = [t for t in near.tolist() if size in (-1, len(forms[t])) and whole.fullmatch(forms[t])]
        return np.array(fits, np.int32)

    def holding(self, piece: str) -> Ints:
        """Return the types whose folded forms hold some letters."""
        joined, begin = self.joined
        places = []
        at = joined.find(piece)
        while at >= 0:
            places.append(at)
            end = joined.find("\n", at)
            at = joined.find(piece, end) if end >= 0 else -1
        return (np.searchsorted(begin, places, "right") - 1).astype(np.int32)

    def beginning(self, prefix: str) -> Ints:
        """Return the types whose folded forms begin with a prefix."""
        return self.order[run(self.ordered, prefix)]

    def ending(self, suffix: str) -> Ints:
        """Return the types whose folded forms end with a suffix."""
        order, spelt = self.backwards
        return order[run(spelt, suffix[::-1])]


def alphabetical(words: list[str]) -> Ints:
    """Return the order of words by their characters, which is that of their bytes in UTF-8."""
    order: Ints = pc.sort_indices(pa.array(words, pa.string())).to_numpy().astype(np.int32)
    return order


def run(ordered: list[str], prefix: str) -> slice:
    """Return where the words of a sorted list stand that begin with a prefix."""
    if not prefix:
        return slice(None)
    low = bisect_left(ordered, prefix)
    return slice(low, bisect_left(ordered, prefix + LAST, low))


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
