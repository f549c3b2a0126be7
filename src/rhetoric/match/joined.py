"""Tokens as quanteda cuts them: words joined without a blank by a dash, or by a full stop, are one word."""

from __future__ import annotations

import dataclasses

import numpy as np

from rhetoric.model.columns import Bools
from rhetoric.model.tokens import Tokens, Vocabulary
from rhetoric.model.wordform import DASHES, STOPS, glued


def joined(tokens: Tokens) -> Tokens:
    """Return tokens in which 'poverty—which' and 'office.Congress' are one word each.

    A dictionary made for quanteda is matched on these words, so that it counts as it does there; see
    `rhetoric.model.wordform.glued`.
    """
    types = tokens.vocab.types
    marks = np.fromiter((t in STOPS or t in DASHES for t in types), np.bool_, len(types))
    middle = np.flatnonzero(marks[tokens.ids])
    middle = middle[(middle > 0) & (middle < len(tokens) - 1)]
    touching = (tokens.start[middle] == tokens.end[middle - 1]) & (
        tokens.start[middle + 1] == tokens.end[middle]
    )
    middle = middle[touching & (tokens.doc[middle - 1] == tokens.doc[middle + 1])]
    around = zip(*(tokens.ids[middle + n].tolist() for n in (-1, 0, 1)), strict=True)
    middle = middle[np.array([glued(types[a], types[b], types[c]) for a, b, c in around], np.bool_)]
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
        vocab=Vocabulary((*types, *fresh)),  # a branch: it shares nothing with what the encoder goes on with
    )
