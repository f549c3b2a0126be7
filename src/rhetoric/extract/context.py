"""Hits of word lists held against what their sentences mean."""

from __future__ import annotations

import dataclasses

import numpy as np

from rhetoric.embed import THEMES
from rhetoric.extract.meaning import chances, limits
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence


def confirmed(found: Evidence, corpus: Corpus) -> Evidence:
    """Return the hits whose sentences may be an appeal to their theme.

    Parameters
    ----------
    found : Evidence
        Of themes.
    corpus : Corpus
        The same texts.

    Returns
    -------
    Evidence
        Without hits in sentences that the encoder takes for no appeal (probability below `limits().doubt`); attrs
        ``sure`` is that probability. A hit of a theme that the encoder was not taught, or outside all sentences, stays
        as it is.
    """
    column = np.array([place(f.name) for f in found.features], np.int64)[found.feature]
    known = (column >= 0) & (found.sentence >= 0)
    if not known.any():
        return found
    first = np.searchsorted(corpus.sentences.doc, np.arange(len(corpus)))
    chance, _ = chances(corpus)
    sure = np.full(len(found), np.nan)
    sure[known] = chance[first[found.doc[known]] + found.sentence[known], column[known]]
    attrs = found.attrs.copy()
    for n in np.flatnonzero(np.isfinite(sure)):
        attrs[n] = {**(attrs[n] or {}), "sure": round(float(sure[n]), 2)}
    return dataclasses.replace(found, attrs=attrs).where(~(sure < limits().doubt))


def place(feature: str) -> int:
    """Return the place of a theme among those the encoder was taught, or -1."""
    theme = feature.split(".", 1)[1]
    return THEMES.index(theme) if theme in THEMES else -1
