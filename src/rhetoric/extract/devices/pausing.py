"""The pauses of all sentences at once, as columns: where three members of a row may be parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.doing import adverb, form
from rhetoric.extract.devices.threes import ASIDE, RAISING
from rhetoric.extract.devices.words import CLASSES, closed
from rhetoric.extract.prose import Prose

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
STOP, COMMA, SEMICOLON, AND, COMMA_AND, SEMICOLON_AND = range(6)
JOINTS = {",": COMMA, ";": SEMICOLON, "and": AND, "or": AND, "nor": AND}
PAIRS = (
    (COMMA, AND),
    (COMMA, COMMA_AND),
    (AND, AND),
    (AND, COMMA_AND),
    (COMMA, COMMA),
    (SEMICOLON, SEMICOLON),
    (SEMICOLON, SEMICOLON_AND),
    (COMMA_AND, COMMA_AND),
)
SIZE, LONG = 24, 40  # words of a member, at most, and of one before a semicolon
ASIDE_WORDS = 3  # tokens from an 'and' with a comma to the next comma that make up a remark, at most
KINDS = {word: name for name, members in reversed(CLASSES) for word in members}
NAMES = tuple(name for name, _ in CLASSES)
TURNS = closed(
    "that who which whom whose if when where how what why whether because although until unless since as like while"
)
TABLE = np.zeros((4, 4), np.int64)
TABLE[COMMA, AND], TABLE[SEMICOLON, AND], TABLE[AND, COMMA] = COMMA_AND, SEMICOLON_AND, AND
FITS = np.zeros((6, 6), np.bool_)
for one, two in PAIRS:
    FITS[one, two] = True


@dataclass(frozen=True, eq=False)
class Columns:
    """The sentences and forms of a prose as columns.

    Parameters
    ----------
    first, last, doc, voice : int array
        Of each sentence: its tokens, its text and who speaks its first word.
    body : bool array
        Whether it is no heading.
    form : int array
        Of each token, as a position in `Prose.forms`; two more that are none come after the last.
    code : int array
        Of each token, what it does to the words around it if it is a mark or conjunction, or -1.
    index : dict of str to int
        Where each form stands.
    """

    first: Ints
    last: Ints
    doc: Ints
    voice: Ints
    body: Flags
    form: Ints
    code: Ints
    index: dict[str, int]

    @classmethod
    def of(cls, prose: Prose) -> Self:
        """Read the columns of a prose."""
        some, forms, index = prose.columns, prose.forms, prose.index
        codes = np.full(len(forms) + 1, -1, np.int64)
        codes[[n for n, w in enumerate(forms) if not w[:1].isalnum() and not any(map(str.isalnum, w))]] = STOP
        for word, what in JOINTS.items():
            if word in index:
                codes[index[word]] = what
        form = np.append(prose.folded.astype(np.int64), (len(forms), len(forms)))
        body = some["heading"] == 0
        return cls(
            some["first"], some["last"], some["doc"], some["opener"], body, form, codes[form[:-2]], index
        )

    def some(self, words: Iterable[str]) -> Flags:
        """Return for each form whether it is one of some words."""
        out = np.zeros(len(self.index) + 1, np.bool_)
        out[[self.index[w] for w in words if w in self.index]] = True
        return out

    def sentences(self, tokens: Flags, most: int = 0) -> list[bool]:
        """Return for each sentence whether more than so many of its tokens are among some."""
        rows = np.flatnonzero(tokens)
        inside = np.searchsorted(self.first, rows, "right") - 1
        kept = (
            (inside >= 0) & (rows < self.last[inside]) if len(self.first) else np.zeros(len(rows), np.bool_)
        )
        out: list[bool] = (np.bincount(inside[kept], minlength=len(self.first)) > most).tolist()
        return out


@dataclass(frozen=True, eq=False)
class Pauses:
    """Pauses in order, each sentence with one more at its beginning and at its end.

    Parameters
    ----------
    at, to : int array
        Where the words before a pause end, and where those after it begin.
    kind : int array
        What it is.
    sentence : int array
        Its sentence, as a position in `Prose.sentences`.
    opener : int array
        The form that opens the words after it, one such as 'even' passed over.
    place : int array
        Which of all pauses it is.
    """

    at: Ints
    to: Ints
    kind: Ints
    sentence: Ints
    opener: Ints
    place: Ints

    def only(self, kept: Flags) -> Pauses:
        """Return some of the pauses."""
        columns = (self.at, self.to, self.kind, self.sentence, self.opener, self.place)
        return Pauses(*(column[kept] for column in columns))

    def pairs(self, prose: Prose, classes: Ints, wide: bool) -> Ints:
        """Return which pauses may part the first of three members from the second; `wide` asks for a pause left out among them.

        `classes` tell the kind of word of each form. Members open with words of one kind; those parted by bare commas or by
        a bare 'and' are words, open with one word, with small words or with verbs of one form, and those with bare commas end
        no longer row.
        """
        at, to, kind = self.at, self.to, self.kind
        if len(at) < 4:
            return np.zeros(0, np.int64)
        one, two, then = kind[1:-2], kind[2:-1], kind[3:]
        here, there = self.opener[1:-2], self.opener[2:-1]
        size, rest = at[2:-1] - to[1:-2], at[3:] - to[2:-1]
        fits = FITS[one, two] & (size > 0) & (size <= np.where(one == SEMICOLON, LONG, SIZE)) & (rest > 0)
        fits &= (classes[here] == classes[there]) & (classes[here] >= 0) & (at[1:-2] > to[:-3])
        fits &= ~((two == COMMA) & ((then == AND) | (then == COMMA_AND)) & (rest <= size + 2))
        fits &= (here == there) | (two != COMMA_AND) | (one != AND)
        if wide:
            fits &= self.place[3:] - self.place[:-3] > 3
        bare = ((one == COMMA) & (two == COMMA)) | ((one == AND) & (two == AND))
        loose = np.flatnonzero(fits & bare & (size > 1) & (here != there))
        forms = prose.forms
        kept = classes[here] > 0
        fits[[n for n in loose.tolist() if not kept[n] and not acts(forms[here[n]], forms[there[n]])]] = False
        return np.flatnonzero(fits) + 1


def acts(one: str, other: str) -> bool:
    """Return whether two words may be verbs of one form, or adverbs before such."""
    return adverb(one) or adverb(other) or form(one) == form(other) != ""


def pauses(columns: Columns) -> Pauses:
    """Return the pauses of all sentences that have two or more, without headings."""
    first, last = columns.first, columns.last
    marks = np.flatnonzero(columns.code >= 0)
    if not len(first) or not len(marks):
        none = np.zeros(0, np.int64)
        return Pauses(none, none, none, none, none, none)
    inside = np.searchsorted(first, marks, "right") - 1
    kept = (inside >= 0) & (marks < last[inside]) & columns.body[inside]
    marks, inside = marks[kept], inside[kept]
    at, to, kind, sentence = grouped(marks, inside, columns.code[marks])
    rich = np.bincount(sentence[kind != STOP], minlength=len(first)) > 1
    held, rows = rich[sentence], np.flatnonzero(rich)
    begin, end = first[rows], last[rows]
    order = np.argsort(np.concatenate((4 * at[held] + 1, 4 * begin, 4 * end - 1)), kind="stable")
    at = np.concatenate((at[held], begin, end))[order]
    to = np.concatenate((to[held], begin, end))[order]
    kind = np.concatenate((kind[held], np.zeros(2 * len(rows), np.int64)))[order]
    sentence = np.concatenate((sentence[held], rows, rows))[order]
    opener = columns.form[to + columns.some(RAISING)[columns.form[to]]]
    return Pauses(at, to, kind, sentence, opener, np.arange(len(at)))


def grouped(marks: Ints, inside: Ints, codes: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the pauses that marks make: those that stand together are one, and so is 'and, of course,'."""
    if not len(marks):
        return marks, marks, codes, inside
    fresh = np.append(True, (np.diff(marks) > 1) | (np.diff(inside) > 0))
    starts = np.flatnonzero(fresh)
    size = np.diff(np.append(starts, len(marks)))
    one, two = codes[starts], codes[np.minimum(starts + 1, len(codes) - 1)]
    third = codes[np.minimum(starts + 2, len(codes) - 1)]
    double = TABLE[one, two]
    remark = ((size == 2) & (one == AND) & (two == COMMA)) | ((size == 3) & (double > AND) & (third == COMMA))
    kind = np.where(size == 1, one, np.where((size == 2) | remark, double, STOP))
    at, to, sentence = marks[starts], marks[starts] + size, inside[starts]
    kept = np.ones(len(at), np.bool_)
    for n in np.flatnonzero(remark[:-1] & (kind[1:] == COMMA) & (at[1:] - to[:-1] < ASIDE_WORDS)).tolist():
        if sentence[n] == sentence[n + 1]:
            to[n], kept[n + 1] = to[n + 1], False
    return at[kept], to[kept], kind[kept], sentence[kept]


def levels(prose: Prose, columns: Columns, found: Pauses) -> Iterator[tuple[Pauses, Ints]]:
    """Yield the pauses and which of them begin a row: all, those without a bare 'and', the semicolons, and all but the first of two bare 'and'."""
    classes = np.zeros(len(prose.forms) + 1, np.int64)
    for word, name in KINDS.items():
        if name != "determiner" and word in columns.index:
            classes[columns.index[word]] = NAMES.index(name) + 1
    classes[columns.some(ASIDE - TURNS)] = -1
    semicolons = np.isin(found.kind, (STOP, SEMICOLON, SEMICOLON_AND))
    kind = found.kind
    inner = np.zeros(len(kind), np.bool_)
    inner[1:-1] = (kind[1:-1] == AND) & (kind[:-2] == COMMA) & (kind[2:] == AND)
    for n, kept in enumerate((np.ones(len(kind), np.bool_), kind != AND, semicolons, ~inner)):
        some = found.only(kept)
        yield some, some.pairs(prose, classes, n > 0)
