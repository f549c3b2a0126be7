"""Who speaks in many texts: one row a voice over all its texts, and the words of each side by role."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.report.sided import sided
from rhetoric.report.view import GREY, palette, records, shade, voice_table

ROLES = {
    "author": "authors",
    "speaker": "speakers",
    "quoted": "quoted",
    "reported": "reported",
    "unknown": "headings and unattributed",
}


def voice_list(material: Material) -> dict[str, Any]:
    """Return one row a voice, those with most words first, at most `Limits.voices` of them, and how many there are."""
    table = voice_table(material)
    weighed = table.assign(weighed=table["sure"] * table["words"])
    grouped = weighed.groupby("voice", sort=True).agg(
        name=("name", "first"),
        texts=("doc_id", "nunique"),
        words=("words", "sum"),
        sentences=("sentences", "sum"),
        weighed=("weighed", "sum"),
        sure=("sure", "mean"),
    )
    roles = table.groupby("voice")["role"].agg(lambda r: ", ".join(sorted(set(r))))
    with np.errstate(invalid="ignore", divide="ignore"):
        grouped["sure"] = np.where(
            grouped["words"] > 0, grouped["weighed"] / grouped["words"], grouped["sure"]
        )
    grouped = grouped.assign(role=roles).drop(columns="weighed").reset_index()
    grouped = grouped.sort_values(["words", "voice"], ascending=[False, True], ignore_index=True)
    colours = palette(material)
    rows = [
        {**r, "index": colours.get(r["voice"], GREY), "warn": r["words"] < 300}
        for r in records(grouped.head(material.limits.voices))
    ]
    return {"rows": rows, "total": len(grouped)}


def words_by_role(material: Material) -> list[dict[str, Any]]:
    """Return the words of each compared side, and of all other texts, by role; one row for all texts where no field is compared.

    Returns
    -------
    list of dict
        ``text`` (the side), ``voice`` (the role, in words), ``index``, ``words``, ``role``.
    """
    table, side = voice_table(material), sided(material)
    group = ["All texts"] * len(table)
    if material.by not in ("", "voice"):
        texts = {
            i: side.names[n] if n >= 0 else "" for i, n in zip(material.corpus.ids, side.texts, strict=True)
        }
        found = [
            side.of.get(pair, texts[pair[0]]) for pair in zip(table["doc_id"], table["voice"], strict=True)
        ]
        group = [name if name in side.names[: side.compared] else "Other texts" for name in found]
    words = table.assign(group=group).groupby(["group", "role"])["words"].sum()
    held = dict(zip(words.index, map(int, words), strict=True))
    index = {n: shade(material, k) for k, n in enumerate(side.names[: side.compared])}
    order = [*index, *(g for g in ("Other texts", "All texts") if any(k[0] == g for k in held))]
    return [
        {
            "text": g,
            "voice": label,
            "index": index.get(g, 0 if g == "All texts" else GREY) if role in ("author", "speaker") else GREY,
            "words": held[g, role],
            "role": role,
        }
        for g in order
        for role, label in ROLES.items()
        if held.get((g, role))
    ]
