"""Summary: what a reader must know before scrolling."""

from __future__ import annotations

from typing import Any

from rhetoric.model import tables
from rhetoric.model.material import Material
from rhetoric.report.findings import alike, findings
from rhetoric.report.section import Section
from rhetoric.report.view import plain, records, removed, repeated, titles, voice_table

CARDS = 6
WHAT = {"short": "short text", "encoding": "encoding", "NotEnglish": "language"}


def facts(material: Material) -> dict[str, Any]:
    """Return heading, cards, limit, findings and warnings."""
    documents = tables.documents(material.corpus)
    comparison = material.comparison
    voices = voice_table(material)
    cut = removed(material)
    cards, names = [], titles(material)
    for d, row in zip(material.corpus.documents, records(documents.drop(columns="text")), strict=True):
        gone = sum(r["chars"] for r in cut if r["doc_id"] == d.id)
        mine = voices[voices["doc_id"] == d.id]
        cards.append(
            {
                **{k: row[k] for k in ("doc_id", "author", "date", "kind", "words")},
                "title": names[d.id],
                "outlet": d.meta.get("outlet"),
                "counted": int(mine["words"].sum()),
                "voices": records(mine[mine["words"] > 0][["voice", "words", "index"]]),
                "removed": sum(r["doc_id"] == d.id for r in cut),
                "removed_share": plain(gone / max(1, len(d.text)), 3),
                "note": names[d.id],
            }
        )
    if comparison is not None:
        heading = f"{comparison.a} compared with {comparison.b}"
    elif len(cards) == 1:
        heading = next(iter(names.values()))
    else:
        heading = f"{len(cards)} texts"
    return {
        "heading": heading,
        "by": comparison.by if comparison is not None else None,
        "texts": len(cards),
        "words": sum(c["counted"] for c in cards),
        "cards": cards[:CARDS],
        "more": max(0, len(cards) - CARDS),
        "limits": limits(material),
        "findings": findings(comparison, material.evidence) if comparison is not None else [],
        "alike": alike(comparison) if comparison is not None else "",
        "measures": len(comparison.table) if comparison is not None else len(material.evidence.features),
        "table": table(material),
        "warnings": warnings(material),
    }


def limits(material: Material) -> list[str]:
    """Return the limits that are always visible, the most important first."""
    if not int(voice_table(material)["words"].sum()):
        return ["No words are left to count: either none were read, or all were taken for page furniture."]
    if material.comparison is None:
        return [
            "This is one voice. What is said below describes this text; there is nothing to compare it with."
        ]
    said = list(material.comparison.warnings)
    return said or [
        "Differences below describe these texts; words in one text are not independent of each other."
    ]


def table(material: Material) -> list[dict[str, Any]]:
    """Return every measure that was compared, in a stable order."""
    if material.comparison is None:
        return []
    return records(material.comparison.table.drop(columns=["p", "q"]))


def warnings(material: Material) -> list[str]:
    """Return what was repaired, left out or is doubtful, one line each."""
    out = [f"{p.source.replace(chr(92), '/').rsplit('/', 1)[-1]}: {p.message}" for p in material.problems]
    again = repeated(material)
    if again:
        words = sum(r["words"] for r in again)
        out.append(
            f"{len(again)} passages are printed twice ({words} words): shown once as counted, once greyed, and not counted twice."
        )
    lost = sum(q.speaker is None and q.kind in ("direct", "partial") for q in material.corpus.quotations)
    if lost:
        out.append(f"{lost} quotations could not be attributed to anyone.")
    return out


section = Section("summary", "Summary", "summary.html.j2", facts)
