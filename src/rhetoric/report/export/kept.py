"""Tables that a report's facts have no room for, straight from the material."""

from __future__ import annotations

import pandas as pd

from rhetoric.model import tables
from rhetoric.model.material import Material
from rhetoric.report import aside
from rhetoric.report.view import quoted

EXCERPT = 300  # characters


def kept(material: Material) -> dict[str, pd.DataFrame]:
    """Return scores, quotations, passages and texts; with ``text="none"`` no words of the texts are in them.

    Returns
    -------
    dict of str to DataFrame
        ``scores`` as the public table; ``quotations`` as the public table, with the words where they may be shown; ``passages`` and
        ``texts`` as `rhetoric.report.aside.tables`.
    """
    held = aside.tables(material)
    return {
        "scores": material.scores,
        "quotations": quotations(material),
        "passages": held["passages"].drop(columns="attrs"),
        "texts": held["texts"],
    }


def quotations(material: Material) -> pd.DataFrame:
    """Return the quotations with their words as far as the report may show them."""
    table = tables.quotations(material.corpus)
    if material.settings.text == "none":
        return table.drop(columns="cue")
    texts = {d.id: d.text for d in material.corpus.documents}
    width = EXCERPT if material.settings.text == "excerpts" else max(map(len, texts.values()), default=1)
    words = [
        quoted(material, texts[d][s:e], width)
        for d, s, e in zip(table["doc_id"], table["start"], table["end"], strict=True)
    ]
    return table.assign(text=pd.array(words, dtype="str"))
