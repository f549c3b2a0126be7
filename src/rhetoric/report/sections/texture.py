"""Texture: how readable each voice is, how varied its words are, and how its sentences run."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.model.voice import ALL, HEADINGS_VOICE, UNATTRIBUTED
from rhetoric.report.section import Section
from rhetoric.report.view import GREY, palette, plain, titles

SHOWN = (
    ("texture.flesch", "Reading ease (Flesch)"),
    ("texture.flesch_kincaid", "Grade level (Flesch-Kincaid)"),
    ("texture.sentence_length", "Words per sentence"),
    ("texture.sentence_change", "Change from sentence to sentence"),
    ("texture.short_sentences", "Sentences of five words or fewer"),
    ("texture.long_sentences", "Sentences of thirty words or more"),
    ("texture.mattr", "Different words in a hundred (MATTR)"),
    ("texture.mtld", "Lexical diversity (MTLD)"),
)
LEAST = 300  # words of a voice in one text
MOST = 6
DIVERSITY = 500  # words from which diversity can be compared
VARIED = ("texture.mattr", "texture.mtld")


def facts(material: Material) -> dict[str, Any]:
    """Return the main indices of the voices with most words, a column for each text and voice."""
    table = material.scores
    table = table[table["feature"].str.startswith("texture.")]
    if not len(table):
        return {"columns": [], "rows": [], "more": 0}
    every = table[table["feature"] == "texture.ttr@1"]
    spoken = every[(every["exposure"] >= LEAST) & ~every["voice"].isin([ALL, HEADINGS_VOICE, UNATTRIBUTED])]
    largest = spoken.sort_values("exposure", ascending=False, kind="stable").head(MOST).sort_index()
    names, colours = titles(material), palette(material)
    columns: list[dict[str, Any]] = [
        {
            "doc_id": str(r.doc_id),
            "voice": str(r.voice),
            "index": colours.get(str(r.voice), GREY),
            "title": names[str(r.doc_id)],
            "words": int(float(str(r.exposure))),
        }
        for r in largest.itertuples()
    ]
    names_of = table["feature"].str.split("@").str[0]
    held = {
        (str(d), str(v), str(f)): (value, low, high)
        for d, v, f, value, low, high in zip(
            table["doc_id"],
            table["voice"],
            names_of,
            table["value"],
            table["low"],
            table["high"],
            strict=True,
        )
    }
    rows = []
    for feature, label in SHOWN:
        cells = []
        for c in columns:
            value, low, high = held[c["doc_id"], c["voice"], feature]
            cells.append(
                {
                    "value": plain(float(value), 3),
                    "low": plain(float(low), 3),
                    "high": plain(float(high), 3),
                    "thin": feature in VARIED and c["words"] < DIVERSITY,
                }
            )
        unit = str(table.loc[table["feature"].str.startswith(f"{feature}@"), "unit"].iloc[0])
        rows.append({"feature": feature, "label": label, "unit": unit, "cells": cells})
    return {"columns": columns, "rows": rows, "more": len(spoken) - len(columns)}


section = Section("texture", "Texture of the prose", "texture.html.j2", facts)
