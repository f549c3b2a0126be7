"""The annotated text: the spine of the report."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.model.passage import Kind
from rhetoric.report.annotate import document, noted
from rhetoric.report.section import Section
from rhetoric.report.view import quoted, titles

MOST_TEXTS = 60
LAYERS = (
    ("t", "Themes", "pale tint and dotted underline"),
    ("m", "Metaphor", "dashed underline"),
    ("d", "Devices", "corner brackets"),
    ("s", "Tone", "a sign before the sentence"),
)


def facts(material: Material) -> dict[str, Any]:
    """Return every text in flat segments, the notes behind them, and the same as a list."""
    mode = material.settings.text
    notes = noted(material)
    if mode == "none":
        notes = [{**n, "entry": ""} for n in notes]
    shown = range(min(len(material.corpus), MOST_TEXTS)) if mode == "full" else range(0)
    names = titles(material)
    used = {i for n in shown for i in [n]}
    return {
        "mode": mode,
        "layers": [{"key": k, "label": label, "form": form} for k, label, form in LAYERS],
        "texts": [
            {
                "doc": n,
                "title": names[material.corpus.ids[n]],
                "headed": headed(material, n),
                **document(material, n, notes),
            }
            for n in shown
        ],
        "left_out": len(material.corpus) - len(shown),
        "notes": [
            {
                **{
                    k: a[k]
                    for k in ("id", "doc", "sentence", "layer", "label", "entry", "voice", "sure", "counted")
                },
                "repeat": a["repeat"],
                "pole": "" if a["family"] != "theme" else "+" if a["weight"] > 0 else "-",
                "negated": a["negated"],
                "words": quoted(
                    material, material.corpus.documents[a["doc"]].text[a["start"] : a["end"]], 72
                ),
            }
            for a in notes
            if (a["doc"] in used or mode != "full") and (a["counted"] or a["repeat"])
        ],
    }


def headed(material: Material, doc: int) -> bool:
    """Return whether a text prints its own headline, so that the page need not."""
    return bool(len(material.corpus.passages.in_document(doc).of(Kind.HEADLINE)))


section = Section("texts", "Annotated text", "texts.html.j2", facts)
