"""What every token may do in a correction, as bits, and the few lines that hold one read token by token."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import numpy as np

from rhetoric.extract.devices.members import (
    BEING,
    CLOSING,
    FRAMES,
    NEGATIVE,
    NOMINAL,
    SPLIT,
    STOPS,
    SUBJECTS,
    split,
)
from rhetoric.extract.devices.resumption import APART, PERSONAL
from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    FUNCTION,
    QUESTION_WORDS,
    closed,
    kind,
)
from rhetoric.extract.lines import Lines
from rhetoric.model.columns import Array, Bools, ahead
from rhetoric.model.tokens import folded_all

MERELY = closed("just only merely simply solely purely exclusively")
TURNS = closed("rather instead")
NO_DENIAL = MERELY | closed(
    "least that yet even surprisingly unlike necessarily so all always one every many much long far until till if "
    "unless quite"
)
NO_MERELY = FRAMES - {"to"}
MEMBERS = ("determiner", "preposition")  # a word of no other closed class opens what is put instead
PAD = 8  # tokens that are nothing, after the last of an excerpt
WHO = 24  # the bit from which on the subject is told that a word is, or begins with
SUBJECT_OF = {w: n + 1 for n, w in enumerate(sorted(SUBJECTS | NOMINAL | PERSONAL))}
DO = len(SUBJECT_OF) + 1
SAME, NAMED, OTHER = (
    np.array([n in some for n in range(DO + 1)])
    for some in (
        {SUBJECT_OF[w] for w in SUBJECTS},
        {SUBJECT_OF[w] for w in NOMINAL},
        {*range(DO + 1)} - {SUBJECT_OF[w] for w in PERSONAL},
    )
)

(
    DENIES, PLAIN, ONLY, FRAMING, BUT, STOP, CLOSE, COMMA, JOINT, JOIN, BELOW, TURN, WHOLE, RATHER, LESS, INSTEAD, THAN,
    OF, FRAME, UNLIKE, BESIDE, TWO, IS, ENDS_IS,
) = (1 << n for n in range(WHO))  # fmt: skip
CLASSES = (
    (DENIES, NEGATIVE),  # and all in -n't
    (PLAIN, closed("not")),
    (ONLY, MERELY),
    (FRAMING, NO_MERELY),
    (BUT, closed("but")),
    (STOP, STOPS),
    (CLOSE, CLOSING),
    (COMMA, closed(",")),
    (JOINT, DASHES | closed(", and")),
    (JOIN, CONJUNCTIONS),
    (BELOW, APART),
    (TURN, TURNS),
    (WHOLE, closed("all what")),
    (RATHER, closed("rather")),
    (LESS, closed("less")),
    (INSTEAD, closed("instead")),
    (THAN, closed("than")),
    (OF, closed("of")),
    (FRAME, FRAMES),
    (
        UNLIKE,
        NO_DENIAL | frozenset(w for w in FUNCTION | QUESTION_WORDS if kind(w) not in MEMBERS),
    ),  # and all with an apostrophe
    (BESIDE, NO_DENIAL | AUXILIARIES),  # and all in -ly
    (IS, BEING),
    (ENDS_IS, BEING),
)


CLOSED = {w: sum(bit for bit, some in CLASSES if w in some) for _, every in CLASSES for w in every}


def sign_of(word: str) -> int:
    """Return what a folded word may do in a correction, as bits, and from the bit `WHO` on which subject it is."""
    sign = CLOSED.get(word, 0) | UNLIKE * ("'" in word) | BESIDE * word.endswith("ly")
    one, two = split(word)[0], split(word)[-1]
    if one != word:
        sign |= TWO | IS * (one in BEING) | ENDS_IS * (two in BEING) | DENIES * word.endswith("n't")
    return sign | (DO if one == "do" else SUBJECT_OF.get(one, 0)) << WHO


SIGNS = {w: sign_of(w) for w in {"do", *CLOSED, *SPLIT}}


def judged(types: tuple[str, ...]) -> Array:
    """Return for each type what it may do in a correction, as bits."""
    words = folded_all(types)
    sign = np.fromiter(map(SIGNS.get, words, repeat(0)), np.uint32, len(words))
    for n, word in enumerate(words):
        if "'" in word or word.endswith("ly"):  # others of more than a closed class are nothing
            sign[n] = sign_of(word)
    return sign


@dataclass(frozen=True, eq=False)
class Excerpt:
    """Some lines, token by token; a token is known by its place among these.

    Parameters
    ----------
    sign : uint32 array
        What every token may do in a correction, as bits; a few that are nothing stand at the end.
    form : int array
        The folded form of every token.
    is_word : bool array
    word : int array
        The places of the words.
    begin, end : int array
        The tokens of every line, half-open; nothing is told of lines that are not in the excerpt.
    """

    sign: Array
    form: Array
    is_word: Bools
    word: Array
    begin: Array
    end: Array

    @classmethod
    def of(cls, lines: Lines, kept: Bools) -> Excerpt:
        """Return some lines as an excerpt."""
        tokens = lines.corpus.tokens
        size = np.where(kept, lines.last - lines.first, 0)
        end = np.cumsum(size)
        rows = ahead(lines.first[kept], size[kept])
        ids = tokens.ids[rows]
        sign = tokens.vocab.known("signs of a correction", judged)[ids]
        is_word = tokens.is_word[rows]
        return cls(
            np.append(sign, np.zeros(PAD, np.uint32)),
            np.append(tokens.vocab.folding[1][ids], np.full(PAD, -1, np.int32)),
            np.append(is_word, np.zeros(PAD, np.bool_)),
            np.flatnonzero(is_word),
            end - size,
            end,
        )

    @property
    def nothing(self) -> int:
        """A token that is nothing and stands after all others."""
        return len(self.sign) - 1

    def has(self, at: Array, bits: int) -> Bools:
        """Return for some tokens whether they are some sign."""
        out: Bools = self.sign[at] & bits != 0
        return out

    def heads(self, first: Array, last: Array, most: int) -> Array:
        """Return the first words from `first` to `last` (exclusive), as many columns as wanted; where there are fewer, a token that is nothing."""
        at = np.searchsorted(self.word, first)[:, None] + np.arange(most)
        held = np.append(self.word, self.nothing)[np.minimum(at, len(self.word))]
        return np.where(held < last[:, None], held, self.nothing)

    def opening(self, first: Array, last: Array) -> tuple[Array, Bools]:
        """Return which subject clauses open with, and whether a form of 'be' follows on it, as `members.opening` has it."""
        heads = self.heads(first, last, 3)
        joins = self.has(heads, JOIN)
        at = np.argmin(joins, axis=1)  # the first that is no conjunction
        rows = np.arange(len(heads))
        one = self.sign[heads[rows, at]]
        two = self.sign[np.where(at < 2, heads[rows, np.minimum(at + 1, 2)], self.nothing)]
        return one >> WHO, np.where(one & TWO > 0, one & ENDS_IS, two & IS) > 0
