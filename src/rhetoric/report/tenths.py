"""Tone by tenth of the text, over many texts: the mean of their means, and where the middle half of them lies."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.report.sided import sided
from rhetoric.report.view import plain, shade

TENTHS = 10
LEAST = 5  # texts with a sentence in a tenth, below which nothing is said of it


def tenths(material: Material) -> list[dict[str, Any]]:
    """Return one row a side and tenth.

    Returns
    -------
    list of dict
        ``side``, ``index``, ``tenth`` (1 to 10), ``value`` (the mean over texts of the mean tone of the text's sentences that begin in
        that tenth), ``low`` and ``high`` (quartiles over texts), ``texts``, ``sentences``. Undefined under five texts.
    """
    e, side = material.evidence, sided(material)
    wanted = [n for n, f in enumerate(e.features) if f.name == "sentiment.tone"]
    length = np.array([max(1, len(d.text)) for d in material.corpus.documents], np.float64)
    rows = np.isin(e.feature, wanted) & ~e.repeat
    place = np.minimum(TENTHS - 1, (TENTHS * (e.start + e.end) / 2 / length[e.doc]).astype(np.int64))
    out = []
    for n, name in enumerate(side.names[: side.compared] or ("All texts",)):
        mine = rows & (side.evidence == n) if side.compared else rows
        key = e.doc[mine].astype(np.int64) * TENTHS + place[mine]
        cells, at, count = np.unique(key, return_inverse=True, return_counts=True)
        means = np.bincount(at, e.weight[mine], len(cells)) / count if len(cells) else np.empty(0)
        for tenth in range(TENTHS):
            here = cells % TENTHS == tenth
            enough = int(here.sum()) >= LEAST
            low, high = np.quantile(means[here], [0.25, 0.75]) if enough else (np.nan, np.nan)
            out.append(
                {
                    "side": name,
                    "index": shade(material, n),
                    "tenth": tenth + 1,
                    "value": plain(float(means[here].mean())) if enough else None,
                    "low": plain(float(low)),
                    "high": plain(float(high)),
                    "texts": int(here.sum()),
                    "sentences": int(count[here].sum()),
                }
            )
    return out
