"""Find phrases in tokens: candidates at their rarest word, then one place after the other, all phrases at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rhetoric.match.places import SHIFT, Longs, Places
from rhetoric.model.columns import Bools, Columns, Ints

LENGTH_BITS, ENTRY_BITS = 12, 20
WIDEST = (1 << LENGTH_BITS) - 1  # tokens: more than any phrase with its gaps can have
LOW = (1 << SHIFT) - 1
NOWHERE = np.int64(1 << 62)
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
    length = places.length[phrase]
    gapped = places.gapped[phrase]
    done = [(phrase[length == 1], first[length == 1], first[length == 1] + 1)]
    if len(done[0][0]) < len(phrase):
        marks = np.cumsum(~is_word, dtype=np.int32)
        run = Runs(ids, unit, marks)
        plain = (length > 1) & ~gapped
        done.append(together(places, run, phrase[plain], first[plain]))
        done.append(bridged(places, run, phrase[gapped], first[gapped]))
    columns = [np.concatenate(c) for c in zip(*done, strict=True)]
    return ordered(Hits(*columns))


@dataclass(frozen=True, slots=True)
class Runs:
    """The tokens, and what a phrase cannot reach over.

    Parameters
    ----------
    ids : int32 array, shape (n,)
    unit : integer array, shape (n,)
    marks : int32 array, shape (n,)
        Punctuation up to each token, the token itself counted in.
    """

    ids: Ints
    unit: npt.NDArray[Any]
    marks: Ints

    def joins(self, places: Places, place: Longs, last: Longs, target: Longs) -> Bools:
        """Return which targets fit a place and can be reached from a token over nothing but words."""
        target = np.minimum(target, len(self.ids) - 1)
        kept = (target > last) & places.fits(place, self.ids[target])
        rows = np.flatnonzero(kept)
        a, b = last[rows], target[rows]
        kept[rows] = (self.unit[b] == self.unit[a]) & (self.marks[b - 1] == self.marks[a])
        return kept


def ordered(hits: Hits) -> Hits:
    """Return hits by first token, last token and entry."""
    if not len(hits) or hits.entry.max() >= 1 << ENTRY_BITS:
        return hits.sorted_by("first", "last", "entry")
    place = hits.first.astype(np.int64) << LENGTH_BITS | np.minimum(hits.last - hits.first, WIDEST)
    return hits.where(np.argsort(place << ENTRY_BITS | hits.entry))


def together(places: Places, run: Runs, phrase: Longs, first: Longs) -> tuple[Longs, Longs, Longs]:
    """Return the phrases without gaps that stand where they may begin: phrase, first token, end."""
    done = [(phrase[:0], first[:0], first[:0])]
    step = 1
    while len(phrase):
        last = first + step - 1
        kept = run.joins(places, places.first[phrase] + step, last, last + 1)
        phrase, first = phrase[kept], first[kept]
        step += 1
        whole = places.length[phrase] == step
        done.append((phrase[whole], first[whole], first[whole] + step))
        phrase, first = phrase[~whole], first[~whole]
    one, two, three = (np.concatenate(c) for c in zip(*done, strict=True))
    return one, two, three


def bridged(places: Places, run: Runs, phrase: Longs, first: Longs) -> tuple[Longs, Longs, Longs]:
    """Return the phrases with gaps that stand where they may begin: phrase, first token, nearest end.

    Notes
    -----
    How a phrase goes on from a token does not depend on where it began. So the tokens that each place can stand on are
    gathered from left to right, each once, and the nearest ends are handed back from right to left: time and memory
    grow with the text and the widest gap, not with the number of ways through the gaps.
    """
    nodes = [distinct(phrase << SHIFT | first)]
    while len(nodes[-1]):
        found = [target for _, target in steps(places, run, nodes[-1], len(nodes))]
        nodes.append(distinct(np.concatenate([nodes[-1][:0], *found])))
    ends = nodes[-1]  # of no tokens
    for step in range(len(nodes) - 1, 0, -1):
        here, ahead = nodes[step - 1], nodes[step]
        near = np.full(len(here), NOWHERE)
        done = places.length[here >> SHIFT] == step
        near[done] = (here[done] & LOW) + 1
        for source, target in steps(places, run, here, step):
            np.minimum.at(near, source, ends[np.searchsorted(ahead, target)])
        ends = near
    starts_, ends = nodes[0][ends < NOWHERE], ends[ends < NOWHERE]
    return starts_ >> SHIFT, starts_ & LOW, ends


def distinct(keys: Longs) -> Longs:
    """Return the distinct numbers in order; `numpy.unique` hashes them, which takes ten times as long here."""
    keys = np.sort(keys)
    once: Longs = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return once


def steps(places: Places, run: Runs, nodes: Longs, step: int) -> Iterator[tuple[Longs, Longs]]:
    """Yield, batch by batch, which tokens the next place can stand on from each: row among `nodes`, phrase and token.

    Parameters
    ----------
    nodes : int64 array
        ``phrase << 32 | token``, the token being where the last place stands.
    step : int
        The number of places behind.
    """
    rows = np.flatnonzero(places.length[nodes >> SHIFT] > step)
    for at in range(0, len(rows), BATCH):
        part = rows[at : at + BATCH]
        phrase, last = nodes[part] >> SHIFT, nodes[part] & LOW
        place = places.first[phrase] + step
        reach = places.gap[place] + 1
        source = np.repeat(np.arange(len(part)), reach)
        ahead = np.arange(len(source)) - np.repeat(np.cumsum(reach) - reach, reach) + 1
        target = last[source] + ahead
        kept = run.joins(places, place[source], last[source], target)
        source, target = source[kept], target[kept]
        yield part[source], phrase[source] << SHIFT | target


def starts(places: Places, ids: Ints) -> tuple[Longs, Longs]:
    """Return every phrase and token where the phrase may begin, and its first word does stand.

    Notes
    -----
    The rarest of the words that follow each other without a gap is looked up, and counted back from.
    """
    place, types = places.key >> SHIFT, places.key & LOW
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
