"""Words of one domain that speak of another: source domains by their triggers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

import numpy as np

from rhetoric.extract.devices.words import FUNCTION
from rhetoric.extract.lexicon import compiled, evidence_of, hits_of
from rhetoric.extract.metaphordomains import PLAIN, senses_of
from rhetoric.extract.metaphorfile import MetaphorList, shipped_metaphors
from rhetoric.extract.metaphorwords import shipped_words
from rhetoric.extract.target import targets
from rhetoric.match import Entry, Hits, find, longest
from rhetoric.match.condition import accompanied
from rhetoric.model.columns import Array, Bools, Floats, Ints, Objects, order_of
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

LIKELY = 0.5
WORN = 0.9
STRIKING = 0.6  # up to where an entry of the list counts although the model doubts it: readers notice it
WORN_WORD = 0.6  # from where a word that only the model finds, and nobody has coded, is too worn to count
CERTAIN = 0.95  # how sure the model must be of such a word
THRESHOLD = {"model": -0.4, "lexical": -0.7}  # log odds from which a word is taken for a metaphor
DROPPED = {"model": -3.0, "lexical": -3.5}  # log odds below which the list's own hit is none
FIRM = 0.9  # an entry of several words that is so sure stands whatever the model says
BY_MODEL = "(read as a metaphor)"
OTHER = Feature(
    "metaphor.other",
    1,
    "Domain not named",
    about="Words that are used metaphorically, of a source domain that no instrument here can name.",
)


@dataclass(frozen=True)
class MetaphorExtractor:
    """The places where a text borrows the words of a source domain.

    Parameters
    ----------
    metaphors : MetaphorList
        As `rhetoric.extract.metaphorfile.read_metaphors` returns it.
    tier : {'model', 'lexical', 'list', 'plain'}
        What finds metaphors beside the list: the encoder, a linear model over words, or nothing; 'plain' is the list without
        a look at what is spoken of.

    Notes
    -----
    The list knows phrases and their domains; the model judges every word where it stands. A hit of the list counts unless
    the model is sure that it is literal (an entry of several words that is .9 sure or more stands anyway). A word that
    only the model finds has the domain that `rhetoric.extract.metaphordomains` names, or is of the domain ``other``.

    The weight of a piece of evidence is how sure it is, 0 to 1: for a hit of the list the mean of its entry's and the
    model's word. It is 0 for a candidate, which is shown but not counted: what is metaphorical in fewer than half of such
    uses (unless the list calls it likely and little worn, .6 or less: the model learned from a corpus with few striking figures), or so worn that few readers notice it (`conventional` .9 and more). A word of the domain ``other`` counts only if the model is
    .95 sure and `conventional` is under .6: of less sure ones four in five are figures that no reader notices. Of hits that lie in one another the longest counts, whatever their domains. attrs:
    ``source``, the domain; ``target``, what is spoken of, or ``None``; ``sure``; ``conventional``. An entry with ``when``
    counts only in sentences that hold one of these words beside the hit itself; with ``unless``, only in those that do not.
    """

    metaphors: MetaphorList
    tier: Literal["model", "lexical", "list", "plain"] = "list"

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor of the list that ships, with what the settings choose beside it."""
        return cls(shipped_metaphors(), settings.metaphor)

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a source domain, and one for words of no known domain."""
        if self.tier in ("list", "plain"):
            return self.metaphors.domains
        one = self.metaphors.domains[0]
        other = dataclasses.replace(OTHER, version=one.version, cites=one.cites, limits=one.limits)
        return (*self.metaphors.domains, other)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every metaphor."""
        listed = self.metaphors
        keys = np.array([t.domain for t in listed.triggers], np.int32)
        barred = np.array(listed.barred, np.int32)
        hits = hits_of(corpus, listed.entries, listed.nots, keys, barred, lambda h: self.allowed(corpus, h))
        said = np.array([t.sure for t in listed.triggers])
        hits = outermost(hits, self.doubt)
        sure, worn = said[hits.entry], np.array([t.conventional for t in listed.triggers])[hits.entry]
        counts = (sure >= LIKELY) & (worn < WORN)
        domain = keys[hits.entry]
        entries = listed.entries
        if self.tier not in ("list", "plain"):
            odds = self.odds(corpus)
            best = highest(odds, hits)
            several = np.array([" " in e.pattern for e in entries], np.bool_)[hits.entry]
            stays = (best >= DROPPED[self.tier]) | (several & (sure >= FIRM))
            hits, sure, worn, domain = hits.where(stays), sure[stays], worn[stays], domain[stays]
            striking = (sure >= LIKELY) & (worn <= STRIKING)
            sure = (sure + probability(best[stays])) / 2
            counts = ((sure >= LIKELY) & (worn < WORN)) | striking
            more = self.words(corpus, odds, hits)
            hits = Hits(*(np.concatenate([getattr(hits, n), getattr(more.hits, n)]) for n in Hits.types))
            sure, worn = np.concatenate([sure, more.sure]), np.concatenate([worn, more.worn])
            counts, domain = np.concatenate([counts, more.counts]), np.concatenate([domain, more.domain])
            entries = (*entries, Entry(BY_MODEL))
        sure, worn = np.round(sure, 2), np.round(worn, 2)
        attrs = (
            self.plain[hits.entry] if self.tier == "plain" else self.told(corpus, hits, domain, sure, worn)
        )
        return evidence_of(
            corpus, self.features, entries, hits, domain, np.where(counts, sure, 0.0), attrs, by_hit=True
        )

    def told(self, corpus: Corpus, hits: Hits, domain: Ints, sure: Floats, worn: Floats) -> Array:
        """Return the attrs of hits, with what they speak of."""
        names = [f.name.split(".", 1)[1] for f in self.features]
        attrs = np.empty(len(hits), object)
        attrs[:] = [
            {"source": names[d], "target": t, "sure": s, "conventional": c}
            for d, t, s, c in zip(
                domain.tolist(), targets(corpus, hits), sure.tolist(), worn.tolist(), strict=True
            )
        ]
        return attrs

    @cached_property
    def plain(self) -> Objects:
        """The attrs of each entry of the list by itself; its hits share them."""
        names = [f.name.split(".", 1)[1] for f in self.features]
        sure = np.round([t.sure for t in self.metaphors.triggers], 2).tolist()
        worn = np.round([t.conventional for t in self.metaphors.triggers], 2).tolist()
        each = np.empty(len(sure), object)
        each[:] = [
            {"source": names[t.domain], "target": None, "sure": s, "conventional": c}
            for t, s, c in zip(self.metaphors.triggers, sure, worn, strict=True)
        ]
        return each

    @cached_property
    def doubt(self) -> Array:
        """The entries by how sure they are, the surest 0."""
        rank: Array = np.unique([-t.sure for t in self.metaphors.triggers], return_inverse=True)[1]
        return rank

    def odds(self, corpus: Corpus) -> Floats:
        """Return for every token the log odds that it is used metaphorically; NaN for what is no word."""
        if self.tier == "model":
            from rhetoric.embed import read

            return read(corpus).metaphor.astype(np.float64)
        return shipped_words().odds(corpus).astype(np.float64)

    def words(self, corpus: Corpus, odds: Floats, taken: Hits) -> Words:
        """Return the words that only the model takes for metaphors."""
        inside = np.zeros(len(odds) + 1, np.int64)
        np.add.at(inside, taken.first, 1)
        np.subtract.at(inside, taken.last, 1)
        free = (np.cumsum(inside[:-1]) == 0) & ~corpus.token_removed
        with np.errstate(invalid="ignore"):
            at = np.flatnonzero((odds >= THRESHOLD[self.tier]) & free).astype(np.int32)
        forms, _ = corpus.tokens.vocab.folding
        used, place = np.unique(corpus.tokens.folded[at], return_inverse=True)
        words = [forms[n] for n in used]
        worn = shipped_words().conventional(words)
        worn[[w in FUNCTION or any(map(str.isdigit, w)) for w in words]] = 1.0
        names = {f.name.split(".", 1)[1]: n for n, f in enumerate(self.features)}
        other = len(names) - 1
        senses = senses_of(words)
        named = np.array([s is not None and s.domain != PLAIN for s in senses], np.bool_)
        plain = np.array([s is not None and s.domain == PLAIN for s in senses], np.bool_)
        worn = np.where(named, [s.conventional if s else 0.0 for s in senses], np.where(plain, 1.0, worn))
        domain = np.array([names.get(s.domain, other) if s else other for s in senses], np.int32)[place]
        sure = probability(odds[at])
        unnamed = (sure >= CERTAIN) & (worn < WORN_WORD)[place]
        own = np.full(len(at), len(self.metaphors.entries), np.int32)
        counts = np.where(named[place], (sure >= LIKELY) & (worn < WORN)[place], unnamed)
        return Words(Hits(own, at, at + 1), sure, worn[place], counts, domain)

    def allowed(self, corpus: Corpus, hits: Hits) -> Bools:
        """Return which hits stand in sentences that their entries ask for."""
        when, unless = self.asked[:, hits.entry]
        wanted, barring = np.flatnonzero(when >= 0), np.flatnonzero(unless >= 0)
        out = np.ones(len(hits), np.bool_)
        rows = np.concatenate([wanted, barring])
        if not self.metaphors.conditions or not len(rows):
            return out
        words = compiled(self.metaphors.conditions)
        number = np.concatenate([when[wanted], unless[barring]])
        stands = accompanied(words, corpus, hits.where(rows), number)
        out[wanted] = stands[: len(wanted)]
        out[barring] &= ~stands[len(wanted) :]
        return out

    @cached_property
    def asked(self) -> Ints:
        """What each entry asks for in its sentences, and what it bars, as positions among the conditions; -1 for nothing."""
        pairs = [(t.when, t.unless) for t in self.metaphors.triggers]
        return np.array(pairs, np.int32).reshape(-1, 2).T


def senses(corpus: Corpus, units: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """Return, for units given as first and last token, a more basic sense to think of, and what they may speak of here.

    The first is the domain that the list knows any of its words from, whether or not it stands for it here; the second comes
    from the words around. Either may be empty. Nothing depends on what was found.
    """
    listed = shipped_metaphors()
    raw = find(compiled(listed.entries), corpus)
    known: dict[int, int] = {}
    for entry, first, last in zip(raw.entry.tolist(), raw.first.tolist(), raw.last.tolist(), strict=True):
        for token in range(first, last):
            known.setdefault(token, listed.triggers[entry].domain)
    spans = np.array(units, np.int32).reshape(-1, 2)
    about = targets(corpus, Hits(np.zeros(len(spans), np.int32), spans[:, 0].copy(), spans[:, 1].copy()))
    out = []
    for (first, last), target in zip(units, about, strict=True):
        domain = next((known[t] for t in range(first, last) if t in known), -1)
        basic = f"{listed.domains[domain].label}?" if domain >= 0 else ""
        out.append((basic, f"of {target}?" if target else ""))
    return out


@dataclass(frozen=True, eq=False)
class Words:
    """Single words that the model takes for metaphors.

    Parameters
    ----------
    hits : Hits
    sure, worn : float64 arrays, shape (hits,)
    counts : bool array, shape (hits,)
    domain : int32 array, shape (hits,)
    """

    hits: Hits
    sure: Floats
    worn: Floats
    counts: Bools
    domain: Ints


def highest(odds: Floats, hits: Hits) -> Floats:
    """Return the highest log odds of the words of each hit; -30 where it has no word."""
    plain = np.append(np.nan_to_num(odds, nan=-30.0), -30.0)
    if not len(hits):
        return np.empty(0)
    edges = np.stack([hits.first, hits.last], axis=1).ravel()
    return np.asarray(np.maximum.reduceat(plain, edges)[::2], np.float64)


def probability(odds: Floats) -> Floats:
    """Return log odds as a probability."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))), np.float64)


def outermost(hits: Hits, doubt: Array) -> Hits:
    """Return the hits that lie in no longer one; of those in the same place the one whose entry has the lowest `doubt`."""
    order = order_of([hits.first, hits.last - hits.first, doubt[hits.entry], hits.entry])
    ordered = hits if order is None else hits.where(order)
    new = np.ones(len(hits), np.bool_)
    new[1:] = (np.diff(ordered.first) != 0) | (np.diff(ordered.last) != 0)
    ordered = ordered.where(np.flatnonzero(new))
    return longest(ordered, np.zeros(len(ordered), np.int32))
