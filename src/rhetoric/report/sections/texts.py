"""The annotated text: the spine of the report."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model.material import Material
from rhetoric.model.passage import Kind
from rhetoric.report.annotate import annotated, document, noted
from rhetoric.report.chosen import chosen, large
from rhetoric.report.section import Section
from rhetoric.report.sided import sided
from rhetoric.report.told import cited
from rhetoric.report.view import quoted, titles

LAYERS = (
    ("t", "Themes", "pale tint and dotted underline"),
    ("m", "Metaphor", "dashed underline"),
    ("d", "Devices", "corner brackets"),
    ("s", "Tone", "a sign before the sentence"),
)


def facts(material: Material) -> dict[str, Any]:
    """Return the texts in flat segments, the notes behind them, and the same as a list."""
    mode = material.settings.text
    shown = chosen(material)
    corpus, names = material.corpus, titles(material)
    rows = annotated(material)
    if mode == "full":
        rows = rows[np.isin(material.evidence.doc[rows], shown)]
    notes = [{**a, "id": n} for n, a in enumerate(noted(material, rows))]
    if mode == "none":
        notes = [{**n, "entry": ""} for n in notes]
    by_doc: dict[int, list[dict[str, Any]]] = {n: [] for n in shown}
    for note in notes:
        by_doc.setdefault(note["doc"], []).append(note)
    listed = [a for a in notes if a["counted"] or a["repeat"]]
    kept = listed if mode == "full" else listed[: material.limits.notes]
    return {
        "mode": mode,
        "layers": [{"key": k, "label": label, "form": form} for k, label, form in LAYERS],
        "texts": [
            {
                "doc": n,
                "title": names[corpus.ids[n]],
                "headed": headed(material, n),
                "lang": corpus.documents[n].lang,
                **document(material, n, by_doc[n]),
            }
            for n in shown
        ],
        "left_out": len(corpus) - len(shown),
        "rule": rule(material) if large(material) else "",
        "notes": [listing(material, a) for a in kept],
        "annotations": len(listed),
        "listed": min(len(listed), material.limits.notes),
    }


def listing(material: Material, a: dict[str, Any]) -> dict[str, Any]:
    """Return an annotation as the list and the page's script need it."""
    text = material.corpus.documents[a["doc"]].text
    return {
        **{k: a[k] for k in ("id", "doc", "sentence", "layer", "label", "entry", "voice", "sure", "counted")},
        "repeat": a["repeat"],
        "pole": "" if a["family"] != "theme" else "+" if a["weight"] > 0 else "-",
        "negated": a["negated"],
        "words": quoted(material, text[a["start"] : a["end"]], 72),
    }


def rule(material: Material) -> str:
    """Return by what rule texts stand on the page of a large corpus, for its readers."""
    what = "passages behind the findings" if cited(material) else "passages that count"
    turns = ", the compared sides in turn" if sided(material).compared > 1 else ""
    return f"those with most {what}{turns}; ties by identifier"


def headed(material: Material, doc: int) -> bool:
    """Return whether a text prints its own headline, so that the page need not."""
    return bool(len(material.corpus.passages.in_document(doc).of(Kind.HEADLINE)))


section = Section("texts", "Annotated text", "texts.html.j2", facts)
