"""The words of a corpus as columns, cut into the pieces that stand between its pauses."""

from __future__ import annotations

from dataclasses import dataclass
from operator import ne

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.members import denies
from rhetoric.extract.devices.weight import weight as weigh
from rhetoric.extract.devices.words import DASHES, closed
from rhetoric.extract.devices.wordshapes import CODE, LIGHT, shape
from rhetoric.extract.prose import Prose

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
NONE, COMMA, COLON, DASH, STOP, HALF, NEXT, BULLET = range(8)
STOPS = frozenset(("(", ")", "[", "]", "?", "!", "...", "…", ".", "/"))
BULLETS = frozenset("*•·>|#_{}=~©")
TITLES = closed(
    "hon mr mrs ms sir lord lords lady noble learned friend friends gentleman gentlemen member members baroness viscount earl "
    "duke minister ministers secretary president senator senators sen sens rep reps representative representatives speaker "
    "committee subcommittee department association university college county church institute council"
)
BEFORE_NOUNS = tuple(CODE[k] for k in "article own pointer amount number of preposition adjective".split())
BEFORE_VERBS = tuple(CODE[k] for k in "subject modal do".split())
JOIN = {"and": 1, "or": 2, "but": 3, "nor": 4, "while": 5, "whereas": 5, "yet": 5}


def mark(form: str) -> int:
    """Return what a mark parts; words and marks that part nothing have none."""
    if form in (",", ":", ";"):
        return {",": COMMA, ":": COLON, ";": HALF}[form]
    if form in DASHES:
        return DASH
    return STOP if form in STOPS else BULLET if not form or form[0] in BULLETS else NONE


@dataclass(frozen=True, eq=False)
class Stretches:
    """Words and pieces.

    Parameters
    ----------
    token, form, shape, sentence : int array
        Of every word of running text: its token, its folded form, its shape, its sentence. One more word stands at the end, for the end.
    mark : int array
        The heaviest mark between a word and the one before; `NEXT` where a sentence begins, `BULLET` also where it is an item of a list.
    named, title, denial : bool array
        Which words are written with a capital inside a sentence, name persons and offices, deny.
    weight : float array
        How much every word of content weighs.
    letters, rhyme : int array
        How many letters every word has, and by which it ends.
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
    mark: Ints
    named: Bools
    title: Bools
    denial: Bools
    weight: Floats
    letters: Ints
    rhyme: Ints
    first: Ints
    last: Ints
    parted: Ints
    joined: Ints
    head: Ints
    tail: Ints
    run: Ints


def stretches(prose: Prose) -> Stretches:
    """Return the words and pieces of a corpus; headings have none."""
    rows = [(s.doc, s.first, s.last, s.opener, s.heading) for s in prose.sentences]
    doc, first, last, voice, heading = np.array(rows, np.int64).reshape(-1, 5).T
    run = np.cumsum(np.append(0, (np.diff(doc) != 0) | (np.diff(voice) != 0)))[: len(doc)]
    is_word = np.fromiter(prose.is_word, np.bool_, len(prose.is_word))
    tokens = np.flatnonzero(is_word)
    sentence = np.searchsorted(first, tokens, "right") - 1
    held = np.zeros(len(tokens), np.bool_)
    if len(doc):
        held = (sentence >= 0) & (tokens < last[sentence]) & (heading[sentence] == 0)
    tokens, sentence = tokens[held], sentence[held]
    form = prose.folded[tokens].astype(np.int64)
    shapes = np.append(np.array([shape(f) for f in prose.forms], np.int64)[form], 0)
    shapes = placed(shapes)
    join = np.append(np.array([JOIN.get(f, 0) for f in prose.forms], np.int64)[form], 0)
    marks = marked(prose, np.flatnonzero(~is_word), tokens)
    begins = np.append(np.diff(sentence, prepend=-1) != 0, True)
    marks[begins & (marks != BULLET)] = NEXT
    named = np.fromiter(map(ne, prose.shown, prose.words), np.bool_, len(is_word))[tokens]
    cut = (marks > 0) | (join > 0)
    cut[1:] |= join[:-1] > 0
    edges = np.flatnonzero(cut)
    start, end = edges[:-1], edges[1:]
    kept = join[start] == 0
    start, end = start[kept], end[kept]
    before = np.append(0, end[:-1])[: len(end)]
    of = sentence[start]
    return Stretches(
        np.append(tokens, len(is_word)),
        np.append(form, -1),
        shapes,
        np.append(sentence, -1),
        marks,
        np.append(named, False) & ~begins & (shapes > LIGHT),
        np.append(np.array([f in TITLES for f in prose.forms], np.bool_)[form], False),
        np.append(np.array([denies(f) for f in prose.forms], np.bool_)[form], False),
        np.append(np.array([weigh(f) for f in prose.forms], np.float64)[form], 0),
        np.append(np.array([len(f) for f in prose.forms], np.int64)[form], 0),
        np.append(np.unique([f[-3:] for f in prose.forms] or [""], return_inverse=True)[1][form], -1),
        start,
        end,
        np.maximum(marks[before], marks[start]),
        np.where(before < start, join[before], 0),
        np.searchsorted(of, of, "left"),
        np.searchsorted(of, of, "right") - 1,
        run,
    )


def placed(shapes: Ints) -> Ints:
    """Return the shapes of words with those put right that the word before tells: no verb follows 'the', no noun 'they' or 'will'."""
    before = np.append(0, shapes[:-1])
    noun, verb = np.isin(before, BEFORE_NOUNS), np.isin(before, BEFORE_VERBS)
    out = shapes.copy()
    out[noun & (shapes == CODE["base"])] = CODE["noun"]
    out[noun & (shapes == CODE["s"])] = CODE["plural"]
    out[verb & (shapes == CODE["noun"])] = CODE["base"]
    out[(before == CODE["subject"]) & (shapes == CODE["plural"])] = CODE["s"]
    return out


def marked(prose: Prose, rows: Ints, tokens: Ints) -> Ints:
    """Return the heaviest mark before every word, and one for the end."""
    out = np.zeros(len(tokens) + 1, np.int64)
    what = np.array([mark(f) for f in prose.forms], np.int64)[prose.folded[rows]]
    rows, what = rows[what > 0], what[what > 0]
    np.maximum.at(out, np.searchsorted(tokens, rows), what)
    return out
