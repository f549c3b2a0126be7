"""What a page of many texts has no room for, as tables in a folder beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.match.concordance import after, before
from rhetoric.model.evidence import Evidence
from rhetoric.model.material import Material
from rhetoric.model.spreadsheet import csv
from rhetoric.report.annotate import annotated, counted
from rhetoric.report.lines import lines
from rhetoric.report.sided import sided
from rhetoric.report.textlist import text_table

WIDTH = 60
FOLDER = "report_data"


def left_out(material: Material) -> dict[str, Any] | None:
    """Return the folder's name and what its tables hold; None where the page holds everything."""
    corpus, limits, held = material.corpus, material.limits, lines(material)
    fits = len(held.rows) == held.passages and len(corpus) <= min(limits.rows, limits.full)
    if fits and (len(corpus) <= limits.cards or len(annotated(material)) <= limits.notes):
        return None
    return {"folder": FOLDER, "tables": {"texts": len(corpus), "passages": len(counted(material))}}


def tables(material: Material) -> Mapping[str, pd.DataFrame]:
    """Return the tables ``texts`` and ``passages``, all rows.

    Returns
    -------
    mapping of str to DataFrame
        ``texts`` as `text_table` gives them; ``passages``, every passage of the concordance but stance: the columns of the public
        evidence table, then label, side, left and right (the words around it). Where no words may be shown, text, left, right, entry and
        attrs are empty.
    """
    e, rows = material.evidence, counted(material)
    texts = {d.id: d.text for d in material.corpus.documents}
    found: Evidence = e.where(rows)
    table = found.table(texts)
    side = sided(material)
    label = [f.label for f in e.features]
    around = [
        (before(texts[d], s, WIDTH), after(texts[d], n, WIDTH))
        for d, s, n in zip(table["doc_id"], table["start"], table["end"], strict=True)
    ]
    table = table.assign(
        label=pd.array([label[f] for f in found.feature], dtype="str"),
        side=pd.array([side.names[s] if s >= 0 else None for s in side.evidence[rows]], dtype="str"),
        left=pd.array([a for a, _ in around], dtype="str"),
        right=pd.array([b for _, b in around], dtype="str"),
    )
    if material.settings.text == "none":
        table = table.assign(**dict.fromkeys(("text", "left", "right", "entry"), ""), attrs="{}")
    kept = text_table(material)
    return {
        "texts": kept.astype({k: "str" for k in kept.columns if kept[k].dtype == np.object_}),
        "passages": table,
    }


def write(material: Material, folder: Path) -> None:
    """Write the tables as Parquet and CSV; the same material gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables(material).items():
        table.to_parquet(folder / f"{name}.parquet", index=False, compression="zstd")
        (folder / f"{name}.csv").write_text(csv(table), encoding="utf-8", newline="")
