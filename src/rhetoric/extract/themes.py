"""What a passage appeals to: themes by their patterns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from rhetoric.errors import DictionaryError
from rhetoric.extract.lexicon import NEGATED, evidence_of, flipped, hits_of
from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themesource import read_themes
from rhetoric.match.joined import joined
from rhetoric.match.overlap import Scope
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings


@dataclass(frozen=True)
class ThemeExtractor:
    """The places where a text appeals to a theme, or speaks against it.

    Parameters
    ----------
    themes : tuple of Theme
        As `rhetoric.extract.themesource.read_themes` returns them.
    nested_scope : {'key', 'dictionary'}
        Where hits of several themes share words; see `rhetoric.match.longest`.

    Notes
    -----
    The weight of a piece of evidence is its entry's weight, below 0 for the pole that opposes the theme. An entry
    with ``flip`` changes sides within three words of a negation; attrs ``negated`` tells. Of hits of one theme that
    overlap the longest stays, and none that overlaps one of the theme's exclusions. What an entry may ``also`` mean stands in attrs.

    Examples
    --------
    >>> [str(f) for f in ThemeExtractor.of(Settings()).features][:2]
    ['theme.communitarianism@1', 'theme.democracy_reform@1']
    """

    themes: tuple[Theme, ...]
    nested_scope: Scope = "key"

    def __post_init__(self) -> None:
        seen: dict[str, str] = {}
        for theme in self.themes:
            if theme.feature.name in seen:
                what = f"{theme.feature.name!r} is also the name of {seen[theme.feature.name]}"
                raise DictionaryError(what, "give each theme its own name", theme.where, 1)
            seen[theme.feature.name] = theme.where

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the extractor of the user's own themes, or of the twelve that ship.

        Raises
        ------
        DictionaryError
            If a theme file is missing or malformed.
        """
        themes = read_themes(settings.themes) if settings.themes else shipped()
        return cls(themes, settings.nested_scope)

    @property
    def features(self) -> tuple[Feature, ...]:
        """One feature a theme."""
        return tuple(t.feature for t in self.themes)

    def extract(self, corpus: Corpus) -> Evidence:
        """Return every appeal to a theme."""
        return listed(corpus, self.themes, self.nested_scope)


def listed(corpus: Corpus, lists: Sequence[Theme], scope: Scope = "key") -> Evidence:
    """Return the evidence for themes, or for anything else that is kept as a theme is.

    Lists that are matched on different words (`Theme.joined`) are matched one after the other, and do not compete.
    """
    parts = []
    for compound in (False, True):
        own = [n for n, t in enumerate(lists) if t.joined is compound]
        if own or not (compound or lists):
            tokens = joined(corpus.tokens) if compound else corpus.tokens
            parts.append(evidence(corpus.replace(tokens=tokens) if compound else corpus, lists, own, scope))
    return parts[0] if len(parts) == 1 else Evidence.concat(parts)


def evidence(corpus: Corpus, lists: Sequence[Theme], own: Sequence[int], scope: Scope) -> Evidence:
    """Return the evidence for those of some themes that are matched on the same words; the features are all."""
    entries = [e for n in own for e in lists[n].entries]
    nots = [e for n in own for e in lists[n].nots]
    keys = np.repeat(np.array(own, np.int32), [len(lists[n].entries) for n in own])
    barred = np.repeat(np.array(own, np.int32), [len(lists[n].nots) for n in own])
    hits = hits_of(corpus, entries, nots, keys, barred, scope=scope)
    turned = flipped(corpus, hits, entries)
    weights = np.array([e.weight for e in entries], np.float64)[hits.entry] * np.where(turned, -1.0, 1.0)
    said = np.empty(len(entries), object)
    said[:] = [e.attrs for e in entries]
    attrs = np.where(turned, np.array(NEGATED, object), said[hits.entry])
    return evidence_of(corpus, [t.feature for t in lists], entries, hits, keys, weights, attrs)
