"""Find phrases in tokens: candidates at their rarest word, then one place after the other, all phrases at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from rhetoric.match.places import Places
from rhetoric.match.wanted import LOW, SHIFT, Longs, distinct
from rhetoric.model.columns import Bools, Columns, Ints, ahead
from rhetoric.model.corpus import Corpus
from rhetoric.model.tokens import Tokens

LENGTH_BITS, ENTRY_BITS = 12, 20
WIDEST = (1 << LENGTH_BITS) - 1  # tokens: more than any phrase with its gaps can have
NOWHERE = np.int64(1 << 62)
BATCH = 1 << 18  # candidates taken at once, or kept


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
    tokens : Tokens
    units : tuple of integer arrays, shape (n,)
        Text, sentence: no phrase reaches over the end of any.
    """

    tokens: Tokens
    units: tuple[npt.NDArray[Any], ...]

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Return the tokens of a corpus; no phrase reaches over the end of a sentence or text."""
        return cls(corpus.tokens, (corpus.token_sentence, corpus.tokens.doc))

    def going_on(self, places: Places, place: Longs, target: Longs) -> Longs:
        """Return the rows of the targets, tokens, that fit their places."""
        return places.fitting(place, self.tokens.ids.take(target, mode="clip"))

    def reached(self, last: Longs, target: Longs) -> Bools:
        """Return which targets can be reached from a token before them over nothing but words."""
        inside = target < len(self.tokens)
        target = np.where(inside, target, last)
        for unit in self.units:
            inside &= unit[target] == unit[last]
        words = self.tokens.words_before
        inside &= words[target] - words[last + 1] == target - last - 1
        return inside


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
    if not len(run.tokens) or not most:
        return Hits.empty()
    return ordered(standing(places, run, *starts(places, run.tokens, most)))


def standing(places: Places, run: Runs, phrase: Longs, first: Longs) -> Hits:
    """Return the phrases that stand where they may begin, of which the first words do; in no order."""
    length = places.length[phrase]
    several = length > 1
    if not several.any():
        return Hits(*(c.astype(np.int32) for c in (phrase, first, first + 1)))
    one = np.flatnonzero(~several)
    done = [(phrase[one], first[one], first[one] + 1)]
    gapped = places.gapped[phrase]
    for rows, followed in (
        (np.flatnonzero(several & ~gapped), together),
        (np.flatnonzero(gapped), bridged),
    ):
        done.append(followed(places, run, phrase[rows], first[rows]))
    return Hits(*(np.concatenate(c) for c in zip(*done, strict=True)))


def ordered(hits: Hits) -> Hits:
    """Return hits by first token, last token and entry."""
    if not len(hits) or hits.entry.max() >= 1 << ENTRY_BITS:
        return hits.sorted_by("first", "last", "entry")
    place = hits.first.astype(np.int64) << LENGTH_BITS | np.minimum(hits.last - hits.first, WIDEST)
    return hits.where(np.argsort(place << ENTRY_BITS | hits.entry, kind="stable"))  # mostly in order already


def together(places: Places, run: Runs, phrase: Longs, first: Longs) -> tuple[Longs, Longs, Longs]:
    """Return the phrases without gaps that stand where they may begin: phrase, first token, end."""
    done = [(phrase[:0], first[:0], first[:0])]
    step = 1
    while len(phrase):
        last = first + step - 1
        kept = run.going_on(places, places.first[phrase] + step, last + 1)
        kept = kept[run.reached(last[kept], last[kept] + 1)]
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
    grow with the text and the widest gap, not with the number of ways through the gaps. The steps are kept for the way
    back where they are few.
    """
    nodes = [phrase << SHIFT | first]  # some twice
    ways: list[list[tuple[Longs, Longs]]] = []
    while len(nodes[-1]):
        found = list(steps(places, run, nodes[-1], len(nodes)))
        targets = np.concatenate([nodes[-1][:0], *(target for _, target in found)])
        ways.append(found if len(targets) <= BATCH else [])
        nodes.append(distinct(targets))
    ends = nodes[-1]  # of no tokens
    for step in range(len(nodes) - 1, 0, -1):
        here, beyond = nodes[step - 1], nodes[step]
        near = np.full(len(here), NOWHERE)
        done = places.length[here >> SHIFT] == step
        near[done] = (here[done] & LOW) + 1
        for source, target in ways[step - 1] or steps(places, run, here, step):
            np.minimum.at(near, source, ends[np.searchsorted(beyond, target)])
        ends = near
    rows = np.flatnonzero(ends < NOWHERE)
    begins, once = np.unique(nodes[0][rows], return_index=True)
    return begins >> SHIFT, begins & LOW, ends[rows[once]]


def steps(places: Places, run: Runs, nodes: Longs, step: int) -> Iterator[tuple[Longs, Longs]]:
    """Yield, distance by distance, which tokens the next place can stand on from each: row among `nodes`, phrase and token.

    Parameters
    ----------
    nodes : int64 array
        ``phrase << 32 | token``, the token being where the last place stands.
    step : int
        The number of places behind.
    """
    rows = np.flatnonzero(places.length[nodes >> SHIFT] > step)
    place = places.first[nodes[rows] >> SHIFT] + step
    for distance, some in farther(places.gap[place]):
        source = rows[some]
        target = (nodes[source] & LOW) + (distance + 1)
        kept = run.going_on(places, place[some], target)
        source, target = source[kept], target[kept]
        near = run.reached(nodes[source] & LOW, target)
        source, target = source[near], target[near]
        yield source, nodes[source] & ~LOW | target


def farther(reach: Longs) -> Iterator[tuple[int, Longs]]:
    """Yield 0, 1, 2 and so on, each with the rows that reach so far."""
    rows = np.arange(len(reach))
    distance = 0
    while len(rows):
        yield distance, rows
        distance += 1
        rows = rows[reach[rows] >= distance]


def starts(places: Places, tokens: Tokens, most: int) -> tuple[Longs, Longs]:
    """Return every phrase, of so many, and every token where the phrase may begin: its first word does stand there.

    Notes
    -----
    The rarest of a phrase's words is looked up, and counted back from; over gaps, to every token that they allow.
    """
    size = int(places.length[:most].sum())
    key = places.key[: np.searchsorted(places.key, size << SHIFT)]
    place, types = key >> SHIFT, key & LOW
    ids = tokens.ids
    often = np.zeros(places.types, np.int64)  # of types that the tokens may not know yet
    often[: len(tokens.often)] = tokens.often
    anchor, back, slack = anchors(places, most, np.bincount(place, often[types], size))
    opening = np.full(size, -1, np.int64)
    opening[anchor] = np.arange(len(anchor))
    chosen = (opening[place] >= 0) & (often[types] > 0)
    order = np.argsort(types[chosen], kind="stable")
    phrases, types = opening[place[chosen]][order], types[chosen][order]
    count = np.bincount(types, minlength=places.types)
    begin = np.cumsum(count) - count
    token = np.flatnonzero((count > 0).take(ids, mode="clip"))
    sizes = count[ids[token]]
    phrase = phrases[ahead(begin[ids[token]], sizes)]
    first = np.repeat(token, sizes) - back[phrase]
    opens = ((back == 0) & (slack == 0))[phrase]
    rows = np.flatnonzero(opens)
    found = [(phrase[rows], first[rows])]
    rows = np.flatnonzero(~opens)
    phrase, first = phrase[rows], first[rows]
    place = places.first[phrase]
    for distance, some in farther(slack[phrase]):
        at = first[some] - distance
        kept = places.fitting(place[some], ids.take(at, mode="clip"))
        kept = kept[at[kept] >= 0]
        found.append((phrase[some[kept]], at[kept]))
    phrase, first = (np.concatenate(c) for c in zip(*found, strict=True))
    return phrase, first


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
