"""Find patterns in tokens: candidates at their first word, then one place after the other, all patterns at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rhetoric.match.entry import Entry
from rhetoric.match.pattern import Element, parse
from rhetoric.match.resolve import Resolver
from rhetoric.model.columns import Columns, Ints
from rhetoric.model.corpus import Corpus


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
class Patterns:
    """Entries, parsed and checked.

    Parameters
    ----------
    entries : tuple of Entry
    elements : tuple of tuple of Element
        The places of each.
    """

    entries: tuple[Entry, ...]
    elements: tuple[tuple[Element, ...], ...]

    def __len__(self) -> int:
        return len(self.entries)


def compile_patterns(entries: Sequence[Entry]) -> Patterns:
    """Parse and check entries.

    Raises
    ------
    DictionaryError
        For the first entry that is malformed, with its file and line.
    """
    return Patterns(tuple(entries), tuple(parse(e) for e in entries))


@dataclass(frozen=True, eq=False)
class Places:
    """The places of all patterns against one vocabulary.

    Parameters
    ----------
    key : int64 array, sorted
        ``place * types + type`` for every type that fits a place.
    types : int
        Size of the vocabulary.
    first : int64 array
        The place of each entry's first element.
    length : int64 array
        How many elements each entry has.
    gap : int64 array
        The gap before each place.
    """

    key: npt.NDArray[np.int64]
    types: int
    first: npt.NDArray[np.int64]
    length: npt.NDArray[np.int64]
    gap: npt.NDArray[np.int64]

    def fits(self, place: npt.NDArray[np.int64], ids: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
        """Return whether each type fits its place."""
        if not len(self.key):
            return np.zeros(len(place), np.bool_)
        wanted = place * self.types + ids
        at = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        same: npt.NDArray[np.bool_] = self.key[at] == wanted
        return same


def places_of(patterns: Patterns, corpus: Corpus) -> Places:
    """Look every word of every pattern up in the vocabulary of a corpus."""
    vocab = corpus.tokens.vocab
    resolver = Resolver(vocab)
    seen: dict[tuple[str, bool], Ints] = {}
    keys: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)]
    gaps: list[int] = []
    for entry, elements in zip(patterns.entries, patterns.elements, strict=True):
        for element in elements:
            for word in element.words:
                if (word, entry.case) not in seen:
                    seen[word, entry.case] = resolver.resolve(word, entry.case)
                keys.append(seen[word, entry.case].astype(np.int64) + len(gaps) * len(vocab))
            gaps.append(element.gap)
    length = np.array([len(e) for e in patterns.elements], np.int64)
    return Places(
        np.unique(np.concatenate(keys)),
        len(vocab),
        np.cumsum(length) - length,
        length,
        np.array(gaps, np.int64),
    )


def find(patterns: Patterns, corpus: Corpus) -> Hits:
    """Return every place where a pattern matches; of several ways over a gap the shortest.

    Parameters
    ----------
    patterns : Patterns
    corpus : Corpus
        With tokens, and with sentences if patterns are not to reach over their ends.
    """
    tokens = corpus.tokens
    if not len(patterns) or not len(tokens):
        return Hits.empty()
    places = places_of(patterns, corpus)
    unit = tokens.doc.astype(np.int64) << 32 | (corpus.token_sentence.astype(np.int64) + 1)
    marks = np.concatenate([[0], np.cumsum(~tokens.is_word)])  # punctuation before each token
    entry, first = starts(places, tokens.ids)
    last = first.copy()
    done: list[tuple[npt.NDArray[Any], ...]] = []
    for step in range(1, int(places.length.max()) + 1):
        whole = places.length[entry] == step
        done.append((entry[whole], first[whole], last[whole] + 1))
        entry, first, last = entry[~whole], first[~whole], last[~whole]
        if not len(entry):
            break
        place = places.first[entry] + step
        reach = places.gap[place] + 1
        source = np.repeat(np.arange(len(entry)), reach)
        ahead = np.arange(len(source)) - np.repeat(np.cumsum(reach) - reach, reach) + 1
        target = last[source] + ahead
        inside = target < len(tokens)
        source, target = source[inside], target[inside]
        between = marks[target] - marks[last[source] + 1]
        kept = (
            (unit[target] == unit[last[source]])
            & (between == 0)
            & places.fits(place[source], tokens.ids[target])
        )
        entry, first, last = apart(entry[source[kept]], first[source[kept]], target[kept])
    columns = [np.concatenate(c) for c in zip(*done, strict=True)]
    hits = Hits(*columns).sorted_by("entry", "first", "last")
    fresh = np.concatenate([[True], (np.diff(hits.entry) != 0) | (np.diff(hits.first) != 0)])[: len(hits)]
    return hits.where(fresh).sorted_by("first", "last", "entry")


def apart(
    entry: npt.NDArray[Any], first: npt.NDArray[Any], last: npt.NDArray[Any]
) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """Return beginnings of hits without those that a gap reached twice: they would double at every gap."""
    order = np.lexsort((last, first, entry))
    entry, first, last = entry[order], first[order], last[order]
    new = (np.diff(entry) != 0) | (np.diff(first) != 0) | (np.diff(last) != 0)
    fresh = np.append(True, new)[: len(entry)]
    return entry[fresh], first[fresh], last[fresh]


def starts(places: Places, ids: Ints) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return every entry and token where the entry may begin, and its first word does stand.

    Notes
    -----
    The rarest of the words that follow each other without a gap is looked up, and counted back from.
    """
    place, types = np.divmod(places.key, max(1, places.types))
    often = np.bincount(ids, minlength=places.types)
    anchor, back = anchors(places, np.bincount(place, often[types], int(places.length.sum())))
    opening = np.full(int(places.length.sum()), -1, np.int64)
    opening[anchor] = np.arange(len(anchor))
    chosen = opening[place] >= 0
    order = np.argsort(types[chosen], kind="stable")
    entries, types = opening[place[chosen]][order], types[chosen][order]
    begin = np.searchsorted(types, np.arange(places.types + 1))
    count = np.diff(begin)
    token = np.flatnonzero(count[ids])
    sizes = count[ids[token]]
    row = (
        np.arange(int(sizes.sum()))
        - np.repeat(np.cumsum(sizes) - sizes, sizes)
        + np.repeat(begin[ids[token]], sizes)
    )
    entry = entries[row]
    first = np.repeat(token, sizes) - back[entry]
    inside = first >= 0
    entry, first = entry[inside], first[inside]
    stands = (back[entry] == 0) | places.fits(places.first[entry], ids[first])
    return entry[stands], first[stands]


def anchors(places: Places, often: npt.NDArray[Any]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return for each entry the rarest place before its first gap, and how far that is from its beginning."""
    back = np.zeros(len(places.first), np.int64)
    for n, (first, length) in enumerate(zip(places.first.tolist(), places.length.tolist(), strict=True)):
        gaps = np.flatnonzero(places.gap[first + 1 : first + length])
        fixed = int(gaps[0]) + 1 if len(gaps) else length
        back[n] = np.argmin(often[first : first + fixed])
    return places.first + back, back
