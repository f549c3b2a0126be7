"""Find phrases in tokens: candidates at their rarest word, then one place after the other, all phrases at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rhetoric.match.places import SHIFT, Longs, Places
from rhetoric.model.columns import Bools, Columns, Ints

LENGTH_BITS, ENTRY_BITS = 12, 20
WIDEST = (1 << LENGTH_BITS) - 1  # tokens: more than any phrase with its gaps can have
BATCH = 1 << 18  # candidates followed at once: a gap multiplies them by twenty at most


@dataclass(frozen=True, eq=False, repr=False)
class Hits(Columns):
    """Where entries match, sorted by first token, last token and entry.

    Parameters
    ----------
    entry : int32 array
        Position among the entries.
    first, last : int32 arrays
        Half-open rows of `Corpus.tokens`.
    """

    entry: Ints
    first: Ints
    last: Ints
    types: ClassVar[dict[str, Any]] = dict.fromkeys(("entry", "first", "last"), np.int32)


def scan(places: Places, ids: Ints, is_word: Bools, unit: npt.NDArray[Any]) -> Hits:
    """Return every place where a phrase stands; of several ways over a gap the shortest.

    Parameters
    ----------
    places : Places
    ids : int32 array, shape (n,)
        The type of every token.
    is_word : bool array, shape (n,)
        Whether every token is a word and no mark.
    unit : integer array, shape (n,)
        Text and sentence of every token, as one number: no phrase reaches over its end.

    Returns
    -------
    Hits
        `Hits.entry` is the position among the phrases.
    """
    if not len(ids) or not len(places.length):
        return Hits.empty()
    phrase, first = starts(places, ids)
    alone = places.length[phrase] == 1
    done = [(phrase[alone], first[alone], first[alone] + 1)]
    phrase, first = phrase[~alone], first[~alone]
    if len(phrase):
        marks = np.concatenate([[0], np.cumsum(~is_word, dtype=np.int32)])  # punctuation before each token
        for at in range(0, len(phrase), BATCH):
            part = slice(at, at + BATCH)
            done += followed(places, ids, marks, unit, phrase[part], first[part])
    columns = [np.concatenate(c) for c in zip(*done, strict=True)]
    return ordered(Hits(*columns))


def ordered(hits: Hits) -> Hits:
    """Return hits by place, and of those of one phrase that begin together the shortest."""
    if not len(hits):
        return hits
    size = np.minimum(hits.last - hits.first, WIDEST)
    if hits.entry.max() < 1 << ENTRY_BITS:
        place = hits.first.astype(np.int64) << LENGTH_BITS | size
        hits = hits.where(np.argsort(place << ENTRY_BITS | hits.entry))
    else:
        hits = hits.sorted_by("first", "last", "entry")
    if size.max() == 1:
        return hits
    key = hits.first.astype(np.int64) << SHIFT | hits.entry
    order = np.argsort(key, kind="stable")
    again = order[1:][np.diff(key[order]) == 0]  # a phrase with a gap, by a longer way
    if not len(again):
        return hits
    kept = np.ones(len(hits), np.bool_)
    kept[again] = False
    return hits.where(kept)


def followed(
    places: Places, ids: Ints, marks: Ints, unit: npt.NDArray[Any], phrase: Longs, first: Longs
) -> list[tuple[Longs, Longs, Longs]]:
    """Return the phrases of several places that stand where they may begin: phrase, first and last token."""
    last = first.copy()
    done = []
    step = 1
    while len(phrase):
        place = places.first[phrase] + step
        reach = places.gap[place] + 1
        if reach.max() > 1:
            source = np.repeat(np.arange(len(phrase)), reach)
            ahead = np.arange(len(source)) - np.repeat(np.cumsum(reach) - reach, reach) + 1
            phrase, first, last, place = phrase[source], first[source], last[source], place[source]
        else:
            ahead = reach
        target = np.minimum(last + ahead, len(ids) - 1)
        kept = (target > last) & places.fits(place, ids[target])
        phrase, first, last, target = phrase[kept], first[kept], last[kept], target[kept]
        near = (unit[target] == unit[last]) & (marks[target] == marks[last + 1])
        phrase, first, last = phrase[near], first[near], target[near]
        if reach.max(initial=0) > 1:
            phrase, first, last = apart(phrase, first, last)
        step += 1
        whole = places.length[phrase] == step
        done.append((phrase[whole], first[whole], last[whole] + 1))
        phrase, first, last = phrase[~whole], first[~whole], last[~whole]
    return done


def apart(phrase: Longs, first: Longs, last: Longs) -> tuple[Longs, Longs, Longs]:
    """Return beginnings of hits without those that a gap reached twice: they would double at every gap."""
    order = np.lexsort((last, first, phrase))
    phrase, first, last = phrase[order], first[order], last[order]
    new = (np.diff(phrase) != 0) | (np.diff(first) != 0) | (np.diff(last) != 0)
    fresh = np.append(True, new)[: len(phrase)]
    return phrase[fresh], first[fresh], last[fresh]


def starts(places: Places, ids: Ints) -> tuple[Longs, Longs]:
    """Return every phrase and token where the phrase may begin, and its first word does stand.

    Notes
    -----
    The rarest of the words that follow each other without a gap is looked up, and counted back from.
    """
    place, types = places.key >> SHIFT, places.key & (1 << SHIFT) - 1
    often = np.bincount(ids, minlength=places.types)
    size = int(places.length.sum())
    anchor, back = anchors(places, np.bincount(place, often[types], size))
    opening = np.full(size, -1, np.int64)
    opening[anchor] = np.arange(len(anchor))
    chosen = opening[place] >= 0
    order = np.argsort(types[chosen], kind="stable")
    phrases, types = opening[place[chosen]][order], types[chosen][order]
    count = np.bincount(types, minlength=places.types)
    begin = np.cumsum(count) - count
    token = np.flatnonzero((count > 0)[ids])
    sizes = count[ids[token]]
    shift = begin[ids[token]] - (np.cumsum(sizes) - sizes)
    phrase = phrases[np.arange(int(sizes.sum())) + np.repeat(shift, sizes)]
    first = np.repeat(token, sizes) - back[phrase]
    inside = first >= 0
    if not inside.all():
        phrase, first = phrase[inside], first[inside]
    later = np.flatnonzero(back[phrase])
    stands = np.ones(len(phrase), np.bool_)
    stands[later] = places.fits(places.first[phrase[later]], ids[first[later]])
    return phrase[stands], first[stands]


def anchors(places: Places, often: npt.NDArray[Any]) -> tuple[Longs, Longs]:
    """Return for each phrase the rarest place before its first gap, and how far that is from its beginning."""
    back = np.zeros(len(places.first), np.int64)
    for n in np.flatnonzero(places.length > 1).tolist():
        first, length = int(places.first[n]), int(places.length[n])
        gaps = np.flatnonzero(places.gap[first + 1 : first + length])
        fixed = int(gaps[0]) + 1 if len(gaps) else length
        back[n] = np.argmin(often[first : first + fixed])
    return places.first + back, back
