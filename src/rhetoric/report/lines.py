"""Which passages the concordance holds: all, or where they are too many the findings' first, then some of every measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from rhetoric.model.columns import Ints
from rhetoric.model.material import Material
from rhetoric.report.annotate import counted, noted
from rhetoric.report.chosen import chosen, large, spread
from rhetoric.report.leanings import leanings
from rhetoric.report.sided import sided
from rhetoric.report.told import cited

FINDINGS = 0.8  # of all lines, the most that go to findings where not everything fits
ORDER = {"t": 0, "d": 1, "m": 2, "w": 3}


@dataclass(frozen=True, eq=False)
class Lines:
    """The lines of the concordance.

    Parameters
    ----------
    rows : tuple of dict
        As `rhetoric.report.annotate.noted` gives them, with ``side``: the compared side, or -1; those of one feature together.
    shown, total : mapping of str to int
        Lines here and passages in all, on compared sides (on any, where nothing is compared), by the name of the feature.
    passages : int
        Passages in all.
    """

    rows: tuple[dict[str, Any], ...]
    shown: Mapping[str, int]
    total: Mapping[str, int]
    passages: int


@lru_cache(maxsize=2)
def lines(material: Material) -> Lines:
    """Return the lines of the concordance.

    Notes
    -----
    Passages of the compared sides behind findings come first, and all of them wherever they fit. Otherwise the measures share
    the room, small ones whole; of a measure that does not fit, those in the texts on the page come first, then others
    evenly spread over the corpus.
    """
    e, limits = material.evidence, material.limits
    most = limits.corpus_lines if large(material) else limits.lines
    rows, stance = counted(material), leaning(material)
    on = sided(material).on if sided(material).compared else np.zeros(len(e), np.int32)
    spoken_of = cited(material)
    name = [f.name for f in e.features]
    by_feature = {name[f]: rows[e.feature[rows] == f] for f in np.unique(e.feature[rows]).tolist()}
    total = {k: int((on[r] >= 0).sum()) for k, r in by_feature.items()}
    passages = len(rows) + len(stance)
    if passages > most:
        rows, stance = fitted(material, by_feature, stance, spoken_of, on, most)
    notes = [
        {**a, "side": int(s)} for a, s in zip(noted(material, rows), sided(material).on[rows], strict=True)
    ]
    notes.sort(key=lambda a: (ORDER[a["layer"]], a["feature"], a["doc"], a["start"]))
    shown: dict[str, int] = {}
    for r in rows[on[rows] >= 0].tolist():
        shown[name[e.feature[r]]] = shown.get(name[e.feature[r]], 0) + 1
    return Lines((*notes, *stance), shown, total, passages)


def fitted(
    material: Material,
    by_feature: Mapping[str, Ints],
    stance: Sequence[dict[str, Any]],
    spoken_of: frozenset[str],
    on: Ints,
    most: int,
) -> tuple[Ints, list[dict[str, Any]]]:
    """Return the rows of evidence and of stance that fit."""
    here = np.zeros(len(material.corpus), np.bool_)
    here[list(chosen(material))] = True
    first = {k: r[on[r] >= 0] for k, r in by_feature.items() if k in spoken_of}
    rest = {k: r[on[r] < 0] if k in first else r for k, r in by_feature.items()}
    room = most if sum(map(len, first.values())) <= most else int(FINDINGS * most)
    picked = [
        some(r, n, here[material.evidence.doc[r]])
        for r, n in zip(first.values(), fair([*map(len, first.values())], room), strict=True)
    ]
    left = most - sum(map(len, picked))
    signs = {f: [m for m in stance if m["feature"] == f] for f in dict.fromkeys(m["feature"] for m in stance)}
    share = fair([*map(len, rest.values()), *map(len, signs.values())], left)
    picked += [
        some(r, n, here[material.evidence.doc[r]])
        for r, n in zip(rest.values(), share[: len(rest)], strict=True)
    ]
    kept: list[dict[str, Any]] = []
    for mine, n in zip(signs.values(), share[len(rest) :], strict=True):
        at = some(np.arange(len(mine), dtype=np.int32), n, here[[m["doc"] for m in mine]])
        kept += [mine[k] for k in at.tolist()]
    return np.sort(np.concatenate(picked)).astype(np.int32), kept


def some(rows: Ints, most: int, here: Any) -> Ints:
    """Return at most so many rows: those `here` first, then others evenly spread; in their order."""
    if len(rows) <= most:
        return rows
    near = spread(rows[here], most)
    return np.sort(np.concatenate([near, spread(rows[~here], most - len(near))]))


def fair(needs: Sequence[int], room: int) -> list[int]:
    """Return how much each gets of a room: what it needs, or where that is too much, an equal share with the other large ones."""
    out = [0] * len(needs)
    order = sorted(range(len(needs)), key=lambda k: (needs[k], k))
    for n, k in enumerate(order):
        out[k] = min(needs[k], max(0, room) // (len(order) - n))
        room -= out[k]
    return out


def leaning(material: Material) -> list[dict[str, Any]]:
    """Return every mention that is not neutral as a row of its own, those against somebody first."""
    side, ids = sided(material), material.corpus.ids
    place = {n: k for k, n in enumerate(side.names)}
    found = [
        {
            **m,
            "id": None,
            "layer": "w",
            "feature": f"stance.{m['sign']}",
            "label": m["said"],
            "weight": m["value"],
            "side": place.get(side.of.get((ids[m["doc"]], m["voice"]), ""), -1),
        }
        for m in leanings(material)
    ]
    return sorted(found, key=lambda m: (m["feature"], m["target"], m["doc"], m["start"]))
