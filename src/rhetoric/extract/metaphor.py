"""Words of one domain that speak of another: source domains by their triggers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from rhetoric.extract.lexicon import compiled, evidence_of, hits_of
from rhetoric.extract.metaphorfile import MetaphorList, shipped_metaphors
from rhetoric.match import Hits, find, longest
from rhetoric.model.columns import Array, Bools, Ints
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

LIKELY = 0.5
WORN = 0.9


@dataclass(frozen=True)
class MetaphorExtractor:
    """The places where a text borrows the words of a source domain.

    Parameters
    ----------
    metaphors : MetaphorList
        As `rhetoric.extract.metaphorfile.read_metaphors` returns it.

    Notes
    -----
    The weight of a piece of evidence is how sure its entry is, 0 to 1; it is 0 for a candidate, which is shown but not
    counted: an entry that is metaphorical in fewer than half of its uses, or so worn (`conventional` .9 and more) that
    few readers notice it. Of hits that lie in one another the longest counts, whatever their domains. attrs: ``source``, the domain; ``target``,
    what is spoken of (not resolved yet: ``None``); ``sure``; ``conventional``. An entry with ``when`` counts only in
    sentences that hold one of these words beside the hit itself; with ``unless``, only in those that do not.
    """

    metaphors: MetaphorList

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor of the list that ships."""
        return cls(shipped_metaphors())

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a source domain."""
        return self.metaphors.domains

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every trigger that its sentence allows."""
        listed = self.metaphors
        keys = np.array([t.domain for t in listed.triggers], np.int32)
        barred = np.array(listed.barred, np.int32)
        hits = hits_of(corpus, listed.entries, listed.nots, keys, barred, lambda h: self.allowed(corpus, h))
        sure = np.array([t.sure for t in listed.triggers])
        hits = outermost(hits, sure[hits.entry])
        attrs = np.empty(len(listed.entries), object)
        attrs[:] = [
            {
                "source": listed.domains[t.domain].name.split(".", 1)[1],
                "target": None,
                "sure": t.sure,
                "conventional": t.conventional,
            }
            for t in listed.triggers
        ]
        worn = np.array([t.conventional for t in listed.triggers]) >= WORN
        weight = np.where((sure < LIKELY) | worn, 0.0, sure)
        return evidence_of(
            corpus, self.features, listed.entries, hits, keys, weight[hits.entry], attrs[hits.entry]
        )

    def allowed(self, corpus: Corpus, hits: Hits) -> Bools:
        """Return which hits stand in sentences that their entries ask for."""
        when = np.array([t.when for t in self.metaphors.triggers], np.int32)[hits.entry]
        unless = np.array([t.unless for t in self.metaphors.triggers], np.int32)[hits.entry]
        if not self.metaphors.conditions or not ((when >= 0) | (unless >= 0)).any():
            return np.ones(len(hits), np.bool_)
        words = find(compiled(self.metaphors.conditions), corpus)
        return ((when < 0) | beside(corpus, hits, words, when)) & (
            (unless < 0) | ~beside(corpus, hits, words, unless)
        )


def outermost(hits: Hits, sure: Array) -> Hits:
    """Return the hits that lie in no longer one; of those in the same place the surest."""
    order = np.lexsort((hits.entry, -sure, hits.last, hits.first))
    ordered = hits.where(order)
    same = np.zeros(len(hits), np.bool_)
    same[1:] = (np.diff(ordered.first) == 0) & (np.diff(ordered.last) == 0)
    ordered = ordered.where(~same)
    return longest(ordered, np.zeros(len(ordered), np.int32))


def beside(corpus: Corpus, hits: Hits, words: Hits, condition: Ints) -> Bools:
    """Return which hits have a word of their condition in the same sentence, outside themselves.

    Parameters
    ----------
    corpus : Corpus
    hits : Hits
    words : Hits
        Single words; their entries are the conditions.
    condition : int32 array, shape (hits,)
        What each hit asks for, or -1.
    """
    sentence = corpus.token_sentence
    by_sentence = np.sort(words.entry.astype(np.int64) << 32 | sentence[words.first] + 1)
    by_token = np.sort(words.entry.astype(np.int64) << 32 | words.first)
    asked = condition.astype(np.int64) << 32
    here = asked | sentence[hits.first] + 1
    held = np.searchsorted(by_sentence, here, "right") - np.searchsorted(by_sentence, here)
    own = np.searchsorted(by_token, asked | hits.last) - np.searchsorted(by_token, asked | hits.first)
    return (condition >= 0) & (held > own)
