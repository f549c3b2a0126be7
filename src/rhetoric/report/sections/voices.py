"""Texts and voices: who speaks how much, and how that was decided."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.section import Section
from rhetoric.report.view import plain, records, removed, repeated, titles, voice_table

MOST_TEXTS = 20


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of words by voice, the speaker table, and what was removed or repeated."""
    names = titles(material)
    voices = voice_table(material)
    rows = [
        {
            "text": names[r["doc_id"]],
            "voice": r["voice"],
            "index": r["index"],
            "words": r["words"],
            "role": r["role"],
        }
        for r in records(voices)
        if r["words"] and r["doc_id"] in list(names)[:MOST_TEXTS]
    ]
    rows = [r for t in dict.fromkeys(r["text"] for r in rows) for r in sorted_by_words(rows, t)]
    most = max(rows, key=lambda r: r["words"], default=None)
    title = f"{most['voice']} has most of the words" if most else "No words that count"
    speakers = [{**r, "title": names[r["doc_id"]], "warn": r["words"] < 300} for r in records(voices)]
    kinds: dict[str, int] = {}
    for q in material.corpus.quotations:
        kinds[q.kind] = kinds.get(q.kind, 0) + 1
    return {
        "chart": chart(
            "voices",
            "voices",
            title,
            f"Words that count by voice in {min(len(names), MOST_TEXTS)} texts, one bar a text.",
            "Words that count, by text and voice",
            (("text", "Text"), ("voice", "Voice"), ("role", "Role"), ("words", "Words")),
            rows,
        ),
        "speakers": speakers,
        "quotations": [{"kind": k, "count": n} for k, n in sorted(kinds.items())],
        "unsure": sum(q.sure < 0.7 and q.kind in ("direct", "partial") for q in material.corpus.quotations),
        "removed": removed(material),
        "repeated": [{**r, "words": plain(r["words"])} for r in repeated(material)],
        "titles": names,
    }


def sorted_by_words(rows: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return the voices of one text, those with most words first."""
    return sorted((r for r in rows if r["text"] == text), key=lambda r: (-r["words"], r["voice"]))


section = Section("voices", "Texts and voices", "voices.html.j2", facts)
