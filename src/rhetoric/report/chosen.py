"""Which texts stand on the page: all of them, or in a large corpus those that hold most of what the findings say."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from rhetoric.model.columns import Bools, Floats, Ints
from rhetoric.model.material import Material
from rhetoric.report.annotate import annotated
from rhetoric.report.sided import sided
from rhetoric.report.told import cited

FAMILIES = ("theme", "metaphor", "device")
# Bytes of the page that each takes, as measured on two sets of texts.
CHARACTER, ANNOTATION, SENTENCE, RUN = 0.9, 30.0, 88.0, 70.0
ROW = 250.0  # and each row of the table of groups


def large(material: Material) -> bool:
    """Return whether there are too many texts, or too much on them, for one page to hold them all."""
    return len(material.corpus) > material.limits.full or heavy(material)


def heavy(material: Material) -> bool:
    """Return whether all texts with their marks would make the page too large, by an estimate."""
    return bool(weights(material).sum() > room(material))


def room(material: Material) -> float:
    """Return how many bytes the texts may take: the table of many groups leaves less."""
    rows = 0 if material.groups is None else len(material.groups.table)
    return max(material.limits.bytes / 2, material.limits.bytes - ROW * rows)


@lru_cache(maxsize=2)
def weights(material: Material) -> Floats:
    """Return about how many bytes of the page each text takes with its marks, shape (texts,)."""
    corpus, n = material.corpus, len(material.corpus)
    parts = (
        (CHARACTER, np.array([len(d.text) for d in corpus.documents], np.float64)),
        (ANNOTATION, np.bincount(material.evidence.doc[annotated(material)], minlength=n)),
        (SENTENCE, np.bincount(corpus.sentences.doc, minlength=n)),
        (RUN, np.bincount(corpus.spoken.doc, minlength=n)),
    )
    out: Floats = np.sum([each * count for each, count in parts], axis=0)
    return out


def most_texts(material: Material) -> int:
    """Return how many texts fit: as many as are light enough together, in a corpus no more than its limit."""
    if len(material.corpus) > material.limits.full:
        return material.limits.texts
    return max(1, int(len(material.corpus) * room(material) / weights(material).sum()))


@lru_cache(maxsize=2)
def chosen(material: Material) -> tuple[int, ...]:
    """Return the positions of the texts that stand on the page, in the order of the input.

    Notes
    -----
    Beyond `Limits.full` texts, and where all with their marks would weigh more than `Limits.bytes`, the compared sides take turns, each giving the text with most passages behind the findings, ties by id.
    Without findings all counted themes, metaphors and devices take their place.
    """
    n = len(material.corpus)
    if material.settings.text != "full":
        return ()
    if not large(material):
        return tuple(range(n))
    behind, side = behind_findings(material), sided(material)
    on = side.on if side.compared else np.where(behind, 0, -1)
    by_id = np.empty(n, np.int64)
    by_id[np.argsort(np.array(material.corpus.ids, object), kind="stable")] = np.arange(n)
    most = most_texts(material)
    turns: dict[int, tuple[int, int]] = {}
    for s in range(max(1, side.compared)):
        count = np.bincount(material.evidence.doc[behind & (on == s)], minlength=n)
        for turn, doc in enumerate(np.lexsort((by_id, -count))[:most].tolist()):
            if count[doc]:
                turns[doc] = min(turns.get(doc, (turn, s)), (turn, s))
    first = sorted(turns, key=lambda d: turns[d])[:most]
    if n <= material.limits.full:  # nearly all fit: those of which no finding speaks come last
        first += [d for d in range(n) if d not in turns][: most - len(first)]
    return tuple(sorted(first))


def behind_findings(material: Material) -> Bools:
    """Return which rows of evidence the findings count; without findings, all that count of the main families."""
    e, spoken_of = material.evidence, cited(material)
    wanted = [n for n, f in enumerate(e.features) if f.name in spoken_of]
    wanted = wanted or [n for n, f in enumerate(e.features) if f.family in FAMILIES]
    counts = ~e.repeat & (e.weight != 0) & np.isin(e.feature, wanted)
    side = sided(material)
    return np.asarray(counts & (side.on >= 0) if side.compared else counts, np.bool_)


def spread(rows: Ints, most: int) -> Ints:
    """Return at most so many rows, evenly spread from the first to the last."""
    if len(rows) <= most:
        return rows
    return rows[((np.arange(most) + 0.5) * len(rows) / most).astype(np.int64)]
