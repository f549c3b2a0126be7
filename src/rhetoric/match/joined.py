"""Tokens as quanteda cuts them: words joined without a blank by a dash, or by a full stop, are one word."""

from __future__ import annotations

import dataclasses

import numpy as np

from rhetoric.model.columns import Bools
from rhetoric.model.tokens import Edge, Tokens


def joined(tokens: Tokens) -> Tokens:
    """Return tokens in which 'poverty—which' and 'office.Congress' are one word each.

    Notes
    -----
    The word rules of Unicode (UAX 29) keep letters together across a full stop, and quanteda 4 adds every dash between
    letters or digits. A dictionary made for quanteda is matched on these words, so that it counts as it does there.
    """
    edges = tokens.vocab.edges
    middle = np.flatnonzero((edges >= Edge.STOP)[tokens.ids])
    middle = middle[(middle > 0) & (middle < len(tokens) - 1)]
    touching = (tokens.start[middle] == tokens.end[middle - 1]) & (
        tokens.start[middle + 1] == tokens.end[middle]
    )
    middle = middle[touching & (tokens.doc[middle - 1] == tokens.doc[middle + 1])]
    left, right = edges[tokens.ids[middle - 1]], edges[tokens.ids[middle + 1]]
    letters = (left & Edge.LETTER_LAST > 0) & (right & Edge.LETTER_FIRST > 0)
    signs = (left & Edge.SIGN_LAST > 0) & (right & Edge.SIGN_FIRST > 0)
    middle = middle[np.where(edges[tokens.ids[middle]] == Edge.STOP, letters, signs)]
    linked = np.zeros(len(tokens), np.bool_)  # to the token before
    linked[middle] = linked[middle + 1] = True
    return merged(tokens, linked) if len(middle) else tokens


def merged(tokens: Tokens, linked: Bools) -> Tokens:
    """Return tokens with those that are linked to the one before made one with it."""
    begin = np.flatnonzero(~linked)
    end = np.append(begin[1:], len(tokens))
    ids = tokens.ids[begin].copy()
    types = tokens.vocab.types
    fresh: dict[str, int] = {}
    for row in np.flatnonzero(end - begin > 1).tolist():
        whole = "".join(types[t] for t in tokens.ids[begin[row] : end[row]])
        ids[row] = len(types) + fresh.setdefault(whole, len(fresh))
    before = np.concatenate([[0], np.cumsum(~linked)])
    return dataclasses.replace(
        tokens,
        ids=ids,
        start=tokens.start[begin],
        end=tokens.end[end - 1],
        splits=before[tokens.splits],
        vocab=tokens.vocab.grown((*types, *fresh)),
    )
