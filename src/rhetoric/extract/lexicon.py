"""From lists of patterns to evidence: what themes, metaphors and discourse markers have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rhetoric.match import Entry, Hits, Patterns, compile_patterns, drop, find, longest, negated
from rhetoric.match.overlap import Scope
from rhetoric.model.columns import Bools, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature

NEGATED = {"negated": True}


@lru_cache(maxsize=32)
def compiled(entries: tuple[Entry, ...]) -> Patterns:
    """Return entries compiled, once for each list."""
    return compile_patterns(entries)


def hits_of(
    corpus: Corpus,
    entries: Sequence[Entry],
    nots: Sequence[Entry],
    keys: Ints,
    barred: Ints,
    allowed: Callable[[Hits], Bools] | None = None,
    scope: Scope = "key",
) -> Hits:
    """Return the hits that count: not overlapped by what only looks like them, and of nested ones the longest.

    Parameters
    ----------
    corpus : Corpus
    entries, nots : sequences of Entry
    keys : int32 array, shape (entries,)
        The list that each entry belongs to; only hits of one list compete.
    barred : int32 array, shape (nots,)
        The list that each exclusion is for; -1 for all.
    allowed : callable, optional
        Which hits may count at all.
    scope : {'key', 'dictionary'}
        See `rhetoric.match.longest`.
    """
    found = find(compiled((*entries, *nots)), corpus)  # both at once: going through the tokens is what costs
    own = found.entry < len(entries)
    hits = found.where(own) if nots else found
    if allowed is not None and len(hits):
        hits = hits.where(allowed(hits))
    if nots and len(hits):
        false = found.where(~own)
        only = barred[false.entry - len(entries)]  # the list that each is for
        hits = drop(hits, false.where(only < 0))
        hits = hits.where(np.argsort(keys[hits.entry], kind="stable"))
        hits = drop(hits, false.where(only >= 0), keys[hits.entry], only[only >= 0])
    priority = np.array([e.priority for e in entries], np.int64)[hits.entry]
    return longest(hits, keys[hits.entry], priority, scope)


def flipped(corpus: Corpus, hits: Hits, entries: Sequence[Entry]) -> Bools:
    """Return which hits are negated and of an entry that negation turns round."""
    flips = np.array([e.flip for e in entries], np.bool_)[hits.entry]
    out = np.zeros(len(hits), np.bool_)
    out[flips] = negated(corpus, hits.first[flips])
    return out


def evidence_of(
    corpus: Corpus,
    features: Sequence[Feature],
    entries: Sequence[Entry],
    hits: Hits,
    keys: Ints,
    weights: npt.NDArray[np.float64],
    attrs: npt.NDArray[np.object_],
    by_hit: bool = False,
) -> Evidence:
    """Return hits as evidence.

    Parameters
    ----------
    corpus : Corpus
    features : sequence of Feature
    entries : sequence of Entry
    hits : Hits
    keys : int32 array, shape (entries,), or (hits,) where `by_hit` is set
        The feature of each entry, or of each hit.
    weights, attrs : arrays, shape (hits,)
    """
    names: dict[str, int] = {}
    code = np.array([names.setdefault(e.pattern, len(names)) for e in entries], np.int32)
    tokens = corpus.tokens
    return Evidence.build(
        corpus,
        features,
        tuple(names),
        doc=tokens.doc[hits.first],
        feature=keys if by_hit else keys[hits.entry],
        entry=code[hits.entry],
        start=tokens.start[hits.first],
        end=tokens.end[hits.last - 1],
        weight=weights,
        attrs=attrs,
    )
