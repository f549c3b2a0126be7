"""The words of a corpus as columns, cut into the pieces that stand between its pauses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.members import denies
from rhetoric.extract.devices.words import DASHES
from rhetoric.extract.devices.wordshapes import CODE, shape
from rhetoric.extract.prose import Prose

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
NONE, COMMA, COLON, DASH, STOP, HALF, NEXT, BULLET = range(8)
STOPS = frozenset(("(", ")", "[", "]", "?", "!", "...", "…", ".", "/"))
BULLETS = frozenset("*•·>|#_{}=~©¥")
JOIN = {"and": 1, "or": 2, "but": 3, "nor": 4, "while": 5, "whereas": 5, "yet": 5}
TOLD = "i we you our your he she it they there that what who if to not no the more some every".split()
WORDS = {word: n + 1 for n, word in enumerate(TOLD)}
BEFORE_NOUNS = [CODE[k] for k in "article own pointer amount number of preposition adjective".split()]
AFTER_NOUNS = [CODE[k] for k in "be have do modal".split()]
BEFORE_VERBS = [CODE[k] for k in "subject modal do".split()]


@dataclass(frozen=True, eq=False)
class Stretches:
    """Words and pieces.

    Parameters
    ----------
    token, form, shape, sentence, letters, word : int array
        Of every word of running text: its token, its folded form, its shape, its sentence, its length, which of `WORDS` it is, or 0.
        One more word stands at the end, for the end.
    denial : bool array
        Which words deny.
    mark : int array
        The heaviest mark between a word and the one before; `NEXT` where a sentence begins, `BULLET` also where it is an item of a list.
    first, last : int array
        The words of every piece, half-open.
    parted : int array
        The heaviest mark between a piece and the one before.
    joined : int array
        By which word of `JOIN` a piece is joined to the one before, or 0.
    head, tail : int array
        Of every piece the first and last piece of its sentence.
    run : int array
        By sentence a number that neighbouring sentences of one voice share.
    """

    token: Ints
    form: Ints
    shape: Ints
    sentence: Ints
    letters: Ints
    word: Ints
    denial: Bools
    mark: Ints
    first: Ints
    last: Ints
    parted: Ints
    joined: Ints
    head: Ints
    tail: Ints
    run: Ints


def stretches(prose: Prose) -> Stretches:
    """Return the words and pieces of a corpus; headings have none."""
    tokens, sentence, run, silent = placed(prose)
    form = prose.folded[tokens]
    marks = marked(prose, silent, tokens)
    begins = np.append(np.diff(sentence, prepend=-1) != 0, True)
    marks[begins & (marks != BULLET)] = NEXT
    join = np.append(by_table(prose, JOIN)[form], 0)
    start, end = pieces(marks, join)
    before = np.append(0, end[:-1])[: len(end)]
    of = sentence[start]
    return Stretches(
        np.append(tokens, len(prose.words)),
        np.append(form, -1),
        told(np.append(by_form(prose, shape)[form], 0)),
        np.append(sentence, -1),
        np.append(by_form(prose, len)[form], 0),
        np.append(by_table(prose, WORDS)[form], 0),
        np.append(by_form(prose, denies)[form] > 0, False),
        marks,
        start,
        end,
        np.maximum(marks[before], marks[start]),
        np.where(before < start, join[before], 0),
        np.searchsorted(of, of, "left"),
        np.searchsorted(of, of, "right") - 1,
        run,
    )


def placed(prose: Prose) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the words of running text, their sentences, the run of every sentence, and the tokens that are no words."""
    doc, first, last, voice, heading = (
        prose.columns[name] for name in ("doc", "first", "last", "opener", "heading")
    )
    run = np.cumsum(np.append(0, (np.diff(doc) != 0) | (np.diff(voice) != 0)))[: len(doc)]
    is_word = np.fromiter(prose.is_word, np.bool_, len(prose.is_word))
    body = heading == 0
    inside = np.zeros(len(is_word) + 1, np.int64)
    np.add.at(inside, first[body], 1 + np.flatnonzero(body))
    np.add.at(inside, last[body], -1 - np.flatnonzero(body))
    sentence = np.cumsum(inside)[:-1] - 1  # of every token; -1 where it is in none
    tokens = np.flatnonzero(is_word & (sentence >= 0))
    return tokens, sentence[tokens], run, np.flatnonzero(~is_word)


def by_form(prose: Prose, value: Callable[[str], int]) -> Ints:
    """Return a value for every form."""
    return np.fromiter(map(value, prose.forms), np.int64, len(prose.forms))


def by_table(prose: Prose, table: Mapping[str, int]) -> Ints:
    """Return for every form what a table says of it, 0 where it is not in there."""
    out = np.zeros(len(prose.forms), np.int64)
    for word, value in table.items():
        if word in prose.index:
            out[prose.index[word]] = value
    return out


def pieces(marks: Ints, join: Ints) -> tuple[Ints, Ints]:
    """Return where the pieces begin and end: they are parted by marks, and by 'and' and the like, which are in none."""
    cut = (marks > 0) | (join > 0)
    cut[1:] |= join[:-1] > 0
    edges = np.flatnonzero(cut)
    kept = join[edges[:-1]] == 0
    return edges[:-1][kept], edges[1:][kept]


def told(shapes: Ints) -> Ints:
    """Return the shapes of words with those put right that a neighbour tells: no verb follows 'the' or is followed by 'are', no noun follows 'they'."""
    before, after = np.append(0, shapes[:-1]), np.append(shapes[1:], 0)
    out = shapes.copy()
    noun = among(before, BEFORE_NOUNS) | among(after, AFTER_NOUNS)
    verb = among(before, BEFORE_VERBS)
    out[noun & among(shapes, [CODE["base"], CODE["s"]])] = CODE["noun"]
    out[verb & (shapes == CODE["noun"])] = CODE["base"]
    return out


def among(shapes: Ints, codes: Sequence[int]) -> Bools:
    """Return which shapes are among some."""
    return np.isin(np.arange(len(CODE) + 1), codes)[shapes]


def marked(prose: Prose, rows: Ints, tokens: Ints) -> Ints:
    """Return the heaviest mark before every word, and one for the end."""
    out = np.zeros(len(tokens) + 1, np.int64)
    forms, at = np.unique(prose.folded[rows], return_inverse=True)
    what = np.array([mark(prose.forms[n]) for n in forms.tolist()] or [0], np.int64)[at]
    rows, what = rows[what > 0], what[what > 0]
    np.maximum.at(out, np.searchsorted(tokens, rows), what)
    return out


def mark(form: str) -> int:
    """Return what a mark parts; those that part nothing have none."""
    if form in (",", ":", ";"):
        return {",": COMMA, ":": COLON, ";": HALF}[form]
    if form in DASHES:
        return DASH
    return STOP if form in STOPS else BULLET if not form or form[0] in BULLETS else NONE
