"""Texts and voices: who speaks how much, and how that was decided."""

from __future__ import annotations

from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.chosen import chosen
from rhetoric.report.section import Section
from rhetoric.report.speakers import voice_list, words_by_role
from rhetoric.report.textlist import text_list
from rhetoric.report.view import plain, records, removed, repeated, titles, voice_table


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of words by voice, the table of speakers, that of texts, and what was removed or repeated."""
    names, limits = titles(material), material.limits
    many = len(names) > limits.speakers
    drawn = by_side(material) if many else by_text(material)
    cut, again = removed(material), repeated(material)
    kinds: dict[str, int] = {}
    for q in material.corpus.quotations:
        kinds[q.kind] = kinds.get(q.kind, 0) + 1
    most = limits.removed if many else max(len(cut), len(again))
    return {
        "chart": drawn,
        "speakers": [] if many else speakers(material),
        "people": voice_list(material) if many else None,
        "texts": text_list(material) if len(names) > limits.cards else None,
        "linked": list(chosen(material)),
        "quotations": [{"kind": k, "count": n} for k, n in sorted(kinds.items())],
        "unsure": sum(q.sure < 0.7 and q.kind in ("direct", "partial") for q in material.corpus.quotations),
        "removed": cut[:most],
        "removed_all": len(cut),
        "repeated": [{**r, "words": plain(r["words"])} for r in again[:most]],
        "repeated_all": len(again),
        "titles": {r["doc_id"]: names[r["doc_id"]] for r in (*cut[:most], *again[:most])},
    }


def by_text(material: Material) -> dict[str, Any]:
    """Return the chart of words by voice, one bar a text."""
    names = titles(material)
    rows = [
        {
            "text": names[r["doc_id"]],
            "voice": r["voice"],
            "index": r["index"],
            "words": r["words"],
            "role": r["role"],
        }
        for r in records(voice_table(material))
        if r["words"]
    ]
    rows = [r for t in dict.fromkeys(r["text"] for r in rows) for r in sorted_by_words(rows, t)]
    most = max(rows, key=lambda r: r["words"], default=None)
    return chart(
        "voices",
        "voices",
        f"{most['voice']} has most of the words" if most else "No words that count",
        f"Words that count by voice in {len(names)} texts, one bar a text.",
        "Words that count, by text and voice",
        (("text", "Text"), ("voice", "Voice"), ("role", "Role"), ("words", "Words")),
        rows,
    )


def by_side(material: Material) -> dict[str, Any]:
    """Return the chart of words by role, one bar a side."""
    rows = words_by_role(material)
    every = sum(r["words"] for r in rows)
    own = sum(r["words"] for r in rows if r["role"] in ("author", "speaker"))
    return chart(
        "voices",
        "voices",
        f"{100 * own / every:.0f}% of the words are the authors' own" if every else "No words that count",
        f"Words that count by role in {len(material.corpus):,} texts, one bar a side.",
        "Words that count, by side and by what voices do in the texts",
        (("text", "Side"), ("voice", "Voices"), ("words", "Words")),
        rows,
    )


def speakers(material: Material) -> list[dict[str, Any]]:
    """Return one row a text and voice: how it was decided, and how sure it is."""
    names = titles(material)
    return [
        {**r, "title": names[r["doc_id"]], "warn": r["words"] < 300} for r in records(voice_table(material))
    ]


def sorted_by_words(rows: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return the voices of one text, those with most words first."""
    return sorted((r for r in rows if r["text"] == text), key=lambda r: (-r["words"], r["voice"]))


section = Section("voices", "Texts and voices", "voices.html.j2", facts)
