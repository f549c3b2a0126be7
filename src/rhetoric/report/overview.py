"""A corpus at a glance: how much it holds, who speaks, from when to when, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from rhetoric.model.columns import Bools, Ints
from rhetoric.model.material import Material
from rhetoric.model.voice import HEADINGS_VOICE, UNATTRIBUTED
from rhetoric.report.sided import sided
from rhetoric.report.view import plain, removed, shade

OTHERS = 4
KINDS = 4


def overview(material: Material) -> dict[str, Any]:
    """Return the corpus as a whole, and its largest sides.

    Returns
    -------
    dict
        ``whole`` and each of ``sides``: ``texts``, ``words``, ``voices``, ``first`` and ``last`` date, ``undated``; ``whole`` also
        ``kinds`` (kind, texts), ``authors`` and ``removed_share``; a side also ``name`` and ``index`` (its colour). ``others``: the
        largest sides that are not compared, with ``name`` and ``texts``; ``more`` of those. ``nowhere``: texts on no side.
    """
    x, documents = material.exposure, material.corpus.documents
    side = sided(material)
    every = np.arange(len(documents), dtype=np.int32)
    gone = sum(r["chars"] for r in removed(material))
    kinds = Counter(d.kind for d in documents if d.kind)
    whole = {
        **part(material, every, np.ones(len(x), np.bool_)),
        "kinds": [{"kind": k, "texts": n} for k, n in kinds.most_common(KINDS)],
        "authors": len({d.author for d in documents if d.author}),
        "removed_share": plain(gone / max(1, sum(len(d.text) for d in documents)), 6),
    }
    sides = [
        {
            "name": name,
            "index": shade(material, n),
            **part(material, np.unique(x.doc[side.exposure == n]), side.exposure == n),
        }
        for n, name in enumerate(side.names[: side.compared])
    ]
    by_voice = material.by == "voice"
    rest = [] if by_voice else list(enumerate(side.names))[side.compared :]
    return {
        "whole": whole,
        "sides": sides,
        "others": [
            {"name": name, "texts": len(np.unique(x.doc[side.exposure == n]))} for n, name in rest[:OTHERS]
        ],
        "more": max(0, len(rest) - OTHERS),
        "nowhere": len(documents) - len(np.unique(x.doc[side.exposure >= 0])) if side.names else 0,
    }


def part(material: Material, docs: Ints, rows: Bools) -> dict[str, Any]:
    """Return texts, words, voices and dates of some texts and rows of exposure."""
    x = material.exposure
    people = [
        v for v in np.unique(x.voice[rows]).tolist() if x.voices[v] not in (HEADINGS_VOICE, UNATTRIBUTED)
    ]
    dates = sorted(d for d in (material.corpus.documents[n].date for n in docs.tolist()) if d)
    return {
        "texts": len(docs),
        "words": int(x.words[rows].sum()),
        "voices": len(people),
        **span(dates),
        "undated": len(docs) - len(dates),
    }


def span(dates: Sequence[str]) -> dict[str, str]:
    """Return the first and the last of sorted dates, empty where there is none."""
    return {"first": dates[0] if dates else "", "last": dates[-1] if dates else ""}
