"""The very places where two layers stand, unit by unit: the words behind every number of a co-occurrence."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from rhetoric.compare.joint import Unit, cells_of, hits_of, layer, same_words
from rhetoric.model.columns import Array
from rhetoric.model.corpus import Corpus
from rhetoric.model.evidence import Evidence, Exposure

COLUMNS = {
    "doc_id": "str",
    "start": "int64",
    "end": "int64",
    "group": "str",
    "words": "int64",
    "inner": "int64",
    "outer": "int64",
    "same_words": "int64",
    "inner_words": "str",
    "outer_words": "str",
    "inner_at": "str",
    "outer_at": "str",
    "text": "str",
}


def together(
    corpus: Corpus,
    evidence: Evidence,
    exposure: Exposure,
    inner: str,
    outer: str,
    *,
    sides: Mapping[tuple[str, str], str],
    unit: Unit = "paragraph",
) -> pd.DataFrame:
    """Return every unit of text in which a group has a hit of either layer.

    Parameters
    ----------
    corpus, evidence, exposure, inner, outer, sides, unit
        As for `rhetoric.compare.cooccurrence`.

    Returns
    -------
    DataFrame
        One row a group and unit, in the order of the texts: ``doc_id``, ``start``, ``end`` and ``text`` of the whole unit; ``group`` and how
        many ``words`` it has there; the hits of ``inner`` and ``outer``, and of the inner those that have the ``same_words`` as one of
        the outer; the words of the hits (``inner_words``, ``outer_words``) and where they stand (``inner_at``, ``outer_at``, as
        ``start:end``). Rows with an outer are the inside: their ``inner`` and ``words`` add up to ``inner_hits_inside`` and
        ``words_inside`` of the table.
    """
    cells = cells_of(corpus, evidence, exposure, unit, sides)
    held = layer(evidence, outer)
    rows = {
        "inner": hits_of(evidence, np.setdiff1d(layer(evidence, inner), held)),
        "outer": hits_of(evidence, held),
    }
    rows = {name: found[cells.hit_at[found] >= 0] for name, found in rows.items()}
    shared = rows["inner"][same_words(evidence, rows["inner"], rows["outer"])]
    counts = {
        name: np.bincount(cells.hit_at[found], minlength=len(cells.words))
        for name, found in {**rows, "same_words": shared}.items()
    }
    texts = [d.text for d in corpus.documents]
    hits = {name: by_cell(cells.hit_at[found], found) for name, found in rows.items()}
    shown = np.flatnonzero((counts["inner"] > 0) | (counts["outer"] > 0))
    shown = shown[np.lexsort([cells.group[shown], cells.start[shown], cells.doc[shown]])]
    out = []
    for c in shown.tolist():
        doc, start, end = int(cells.doc[c]), int(cells.start[c]), int(cells.end[c])
        spans = {
            name: [(int(evidence.start[n]), int(evidence.end[n])) for n in found.get(c, ())]
            for name, found in hits.items()
        }
        out.append(
            {
                "doc_id": corpus.ids[doc],
                "start": start,
                "end": end,
                "group": cells.groups[cells.group[c]],
                "words": cells.words[c],
                **{name: int(n[c]) for name, n in counts.items()},
                **{f"{name}_words": "; ".join(texts[doc][a:b] for a, b in s) for name, s in spans.items()},
                **{f"{name}_at": " ".join(f"{a}:{b}" for a, b in s) for name, s in spans.items()},
                "text": texts[doc][start:end],
            }
        )
    return pd.DataFrame(out, columns=list(COLUMNS)).astype(COLUMNS)


def by_cell(cell: Array, rows: Array) -> dict[int, list[int]]:
    """Return the rows of evidence in every cell."""
    out: dict[int, list[int]] = {}
    for c, n in zip(cell.tolist(), rows.tolist(), strict=True):
        out.setdefault(c, []).append(n)
    return out
