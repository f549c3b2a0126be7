"""Find phrases in tokens: candidates at their rarest word, then one place after the other, all phrases at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from rhetoric.match.places import Places
from rhetoric.match.wanted import SHIFT, Longs, distinct
from rhetoric.model.columns import Bools, Columns, Ints
from rhetoric.model.corpus import Corpus

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


@dataclass(frozen=True, eq=False)
class Runs:
    """The tokens, and what a phrase cannot reach over.

    Parameters
    ----------
    ids : int32 array, shape (n,)
        The type of every token.
    is_word : bool array, shape (n,)
        Whether every token is a word and no mark.
    units : tuple of integer arrays, shape (n,)
        Text, sentence: no phrase reaches over the end of any.
    """

    ids: Ints
    is_word: Bools
    units: tuple[npt.NDArray[Any], ...]

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Return the tokens of a corpus; no phrase reaches over the end of a sentence or text."""
        tokens = corpus.tokens
        return cls(tokens.ids, tokens.is_word, (corpus.token_sentence, tokens.doc))

    @cached_property
    def marks(self) -> Ints:
        """Punctuation up to each token, the token itself counted in."""
        return np.cumsum(~self.is_word, dtype=np.int32)

    def joins(self, places: Places, place: Longs, last: Longs, target: Longs) -> Bools:
        """Return which targets fit a place and can be reached from a token over nothing but words."""
        target = np.minimum(target, len(self.ids) - 1)
        kept = places.fits(place, self.ids[target]) & (target > last)
        rows = np.flatnonzero(kept)
        a, b = last[rows], target[rows]
        reached = np.ones(len(rows), np.bool_)
        for unit in self.units:
            reached &= unit[b] == unit[a]
        far = np.flatnonzero(b > a + 1)
        if len(far):
            reached[far] &= self.marks[b[far] - 1] == self.marks[a[far]]
        kept[rows] = reached
        return kept


def scan(places: Places, run: Runs, most: int | None = None) -> Hits:
    """Return every place where a phrase stands; of several ways over a gap the shortest.

    Parameters
    ----------
    places : Places
    run : Runs
    most : int, optional
        How many of the phrases are looked for; by default all.

    Returns
    -------
    Hits
        `Hits.entry` is the position among the phrases.
    """
    most = len(places.length) if most is None else most
    if not len(run.ids) or not most:
        return Hits.empty()
    return ordered(standing(places, run, *starts(places, run.ids, most)))


def standing(places: Places, run: Runs, phrase: Longs, first: Longs) -> Hits:
    """Return the phrases that stand where they may begin, of which the first words do; in no order."""
    length = places.length[phrase]
    several = length > 1
    if not several.any():
        return Hits(*(c.astype(np.int32) for c in (phrase, first, first + 1)))
    one = ~several
    done = [(phrase[one], first[one], first[one] + 1)]
    phrase, first = phrase[several], first[several]
    gapped = places.gapped[phrase]
    done.append(together(places, run, phrase[~gapped], first[~gapped]))
    done.append(bridged(places, run, phrase[gapped], first[gapped]))
    return Hits(*(np.concatenate(c) for c in zip(*done, strict=True)))


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
        here, beyond = nodes[step - 1], nodes[step]
        near = np.full(len(here), NOWHERE)
        done = places.length[here >> SHIFT] == step
        near[done] = (here[done] & LOW) + 1
        for source, target in steps(places, run, here, step):
            np.minimum.at(near, source, ends[np.searchsorted(beyond, target)])
        ends = near
    starts_, ends = nodes[0][ends < NOWHERE], ends[ends < NOWHERE]
    return starts_ >> SHIFT, starts_ & LOW, ends


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
        target = ahead(last + 1, reach)
        kept = run.joins(places, place[source], last[source], target)
        source, target = source[kept], target[kept]
        yield part[source], phrase[source] << SHIFT | target


def starts(places: Places, ids: Ints, most: int) -> tuple[Longs, Longs]:
    """Return every phrase, of so many, and every token where the phrase may begin: its first word does stand there.

    Notes
    -----
    The rarest of a phrase's words is looked up, and counted back from; over gaps, to every token that they allow.
    """
    size = int(places.length[:most].sum())
    key = places.key[: np.searchsorted(places.key, size << SHIFT)]
    place, types = key >> SHIFT, key & LOW
    often = np.bincount(ids, minlength=places.types)
    anchor, back, slack = anchors(places, most, np.bincount(place, often[types], size))
    opening = np.full(size, -1, np.int64)
    opening[anchor] = np.arange(len(anchor))
    chosen = (opening[place] >= 0) & (often[types] > 0)
    order = np.argsort(types[chosen], kind="stable")
    phrases, types = opening[place[chosen]][order], types[chosen][order]
    count = np.bincount(types, minlength=places.types)
    begin = np.cumsum(count) - count
    token = np.flatnonzero((count > 0)[ids])
    sizes = count[ids[token]]
    phrase = phrases[ahead(begin[ids[token]], sizes)]
    first = np.repeat(token, sizes) - back[phrase]
    wide = np.flatnonzero(slack[phrase])
    if len(wide):
        sizes = slack[phrase[wide]] + 1
        more = ahead(first[wide] - sizes + 1, sizes)
        narrow = np.flatnonzero(slack[phrase] == 0)
        phrase = np.concatenate([phrase[narrow], np.repeat(phrase[wide], sizes)])
        first = np.concatenate([first[narrow], more])
    later = back[phrase] > 0
    stands = first >= 0
    rows = np.flatnonzero(later & stands)
    stands[rows] = places.fits(places.first[phrase[rows]], ids[first[rows]])
    return phrase[stands], first[stands]


def ahead(begin: Longs, sizes: Longs) -> Longs:
    """Return runs of numbers, each from its beginning on and of its size, end to end."""
    return np.repeat(begin - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))


def anchors(places: Places, most: int, often: npt.NDArray[Any]) -> tuple[Longs, Longs, Longs]:
    """Return for each phrase the place to look up, how far it is from the beginning at least, and how much farther gaps let it be.

    Parameters
    ----------
    often : number array, shape (places,)
        How many tokens fit each place.

    Notes
    -----
    Counted back from, a token stands for as many beginnings as the gaps before it allow. One before all gaps stands for one,
    but from there the next gap has to be searched.
    """
    first, gap = places.first[:most], places.gap[: len(often)]
    owner = np.repeat(np.arange(most), places.length[:most])
    gaps = np.cumsum(gap)
    slack = gaps - gaps[first][owner]
    tries = often * (1 + np.maximum(slack, np.maximum.reduceat(gap, first)[owner]))
    anchor = np.lexsort((tries, owner))[first]
    return anchor, anchor - first, slack[anchor]
