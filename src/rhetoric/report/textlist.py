"""The texts as a table: what is known of each, its words, and its rates of the main measures."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.model.material import Material
from rhetoric.model.voice import ALL
from rhetoric.report.sided import sided
from rhetoric.report.told import told
from rhetoric.report.view import records, titles

RATES = 4
FAMILIES = ("theme", "metaphor", "device")
FIELDS = ("author", "date", "kind", "source")


def main_measures(material: Material) -> list[str]:
    """Return the measures that stand beside each text: those of the findings, else the most frequent of the main families."""
    e = material.evidence
    label = {f.name: str(f) for f in e.features}
    found = [str(f["feature"]) for f in told(material)]
    if not found:
        counts = np.bincount(e.feature[~e.repeat & (e.weight != 0)], minlength=len(e.features))
        ranked = sorted(range(len(e.features)), key=lambda n: (-int(counts[n]), n))
        found = [e.features[n].name for n in ranked if e.features[n].family in FAMILIES and counts[n]]
    return [label[name] for name in dict.fromkeys(found)][:RATES]


@lru_cache(maxsize=2)
def text_table(material: Material) -> pd.DataFrame:
    """Return one row a text.

    Returns
    -------
    DataFrame
        doc_id, title, author, date, kind, source, group (the side that has most of its words; missing where no field is compared), words
        (that count), sha256 of the text, and a rate per 1,000 words for each of `main_measures`, named by its identity. In the order of the groups, the compared
        sides first, then by date, undated texts last, then in the order of the input.
    """
    corpus, names = material.corpus, titles(material)
    grouped = material.by not in ("", "voice", "doc_id")
    side = sided(material)
    words = np.bincount(material.exposure.doc, material.exposure.words, len(corpus)).astype(np.int64)
    columns: dict[str, Any] = {"doc_id": list(corpus.ids), "title": [names[i] for i in corpus.ids]}
    columns |= {f: [getattr(d, f) or None for d in corpus.documents] for f in FIELDS}
    columns["source"] = [(s or "").replace("\\", "/").rsplit("/", 1)[-1] or None for s in columns["source"]]
    columns["group"] = [side.names[n] if grouped and n >= 0 else None for n in side.texts.tolist()]
    columns |= {"words": words, "sha256": [d.sha256 for d in corpus.documents]}
    table = pd.DataFrame(columns)
    scores = material.scores
    for feature in main_measures(material):
        mine = scores[(scores["feature"] == feature) & (scores["voice"] == ALL)]
        table[feature] = table["doc_id"].map(dict(zip(mine["doc_id"], mine["value"], strict=True)))
    place = {g: n for n, g in enumerate(side.names)}
    group, date = columns["group"], columns["date"]
    ranked = sorted(
        range(len(table)),
        key=lambda n: (place.get(group[n], len(place)), date[n] is None, date[n] or "", n),
    )
    return table.iloc[ranked].reset_index(drop=True)


def shortened(title: str, width: int = 64) -> str:
    """Return a title that leaves room for the numbers."""
    return title if len(title) <= width else title[: width - 1].rstrip() + "…"


def text_list(material: Material) -> dict[str, Any]:
    """Return the table of texts as far as a page shows it; where there are too many, those with most words."""
    table, most = text_table(material), material.limits.rows
    place = {i: n for n, i in enumerate(material.corpus.ids)}
    label = {str(f): f.label for f in material.evidence.features}
    kept = table
    if len(table) > most:
        kept = table.loc[sorted(table["words"].sort_values(ascending=False, kind="stable").index[:most])]
    rates = [c for c in table.columns if c in label]
    rows = [
        {
            **{k: r[k] for k in ("author", "date", "group", "words")},
            "title": shortened(str(r["title"])),
            "doc": place[str(r["doc_id"])],
            "rates": [r[c] for c in rates],
        }
        for r in records(kept)
    ]
    return {
        "rows": rows,
        "total": len(table),
        "rates": [label[c] for c in rates],
        "group": material.by if table["group"].notna().any() else "",
        "shown": {k: bool(table[k].notna().any()) for k in ("author", "date")},
    }
