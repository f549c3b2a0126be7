"""Summary: what a reader must know before scrolling."""

from __future__ import annotations

from typing import Any

import numpy as np

from rhetoric.model import tables
from rhetoric.model.material import Material
from rhetoric.report.groupfindings import counted, heading
from rhetoric.report.lines import lines
from rhetoric.report.overview import overview
from rhetoric.report.section import Section
from rhetoric.report.told import alike, told
from rhetoric.report.view import plain, records, removed, repeated, titles, voice_table

NOTES = 200
WHAT = {"short": "short text", "encoding": "encoding", "NotEnglish": "language"}


def facts(material: Material) -> dict[str, Any]:
    """Return heading, cards, limit, findings and warnings."""
    comparison, groups, held, x = material.comparison, material.groups, lines(material), material.exposure
    many = len(material.corpus) > material.limits.cards
    words = np.bincount(x.doc, x.words, len(material.corpus))
    names = titles(material)
    compared = table(material)
    if groups is not None:
        title = heading(groups)
    elif comparison is not None:
        title = f"{comparison.a} compared with {comparison.b}"
    else:
        title = next(iter(names.values())) if len(names) == 1 else f"{len(names):,} texts"
    return {
        "heading": title,
        "by": material.by or None,
        "groups": [] if groups is None else list(groups.names),
        "each": 0 if groups is None else len(compared) // len(groups),
        "several": "" if groups is None else counted(len(groups)),
        "texts": len(names),
        "words": int(words.sum()),
        "cards": [] if many else cards(material),
        "overview": overview(material) if many else None,
        "limits": limits(material),
        "findings": [{**f, "shown": held.shown.get(f["feature"], f["passages"])} for f in told(material)],
        "alike": alike(material),
        "measures": len(compared) or len(material.evidence.features),
        "table": compared,
        "warnings": warnings(material),
    }


def cards(material: Material) -> list[dict[str, Any]]:
    """Return what is known of each text."""
    voices, cut, names = voice_table(material), removed(material), titles(material)
    documents = tables.documents(material.corpus)
    out = []
    for d, row in zip(material.corpus.documents, records(documents.drop(columns="text")), strict=True):
        gone = sum(r["chars"] for r in cut if r["doc_id"] == d.id)
        mine = voices[voices["doc_id"] == d.id]
        out.append(
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
    return out


def limits(material: Material) -> list[str]:
    """Return the limits that are always visible, the most important first."""
    if not int(material.exposure.words.sum()):
        return ["No words are left to count: either none were read, or all were taken for page furniture."]
    if not material.sides:
        this = "one text" if len(material.corpus) == 1 else "one voice"
        return [
            f"This is {this}, and there is nothing to compare it with. The page says what it does most, "
            "not whether that is more than others do."
        ]
    held = material.groups or material.comparison
    said = list(held.warnings) if held is not None else []
    return said or [
        "Differences below describe these texts; words in one text are not independent of each other."
    ]


def table(material: Material) -> list[dict[str, Any]]:
    """Return every measure that was compared, in a stable order."""
    if material.groups is not None:
        return records(material.groups.table)
    if material.comparison is None:
        return []
    return records(material.comparison.table.drop(columns=["p", "q"]))


def warnings(material: Material) -> list[str]:
    """Return what was repaired, left out or is doubtful, one line each."""
    told = material.problems[:NOTES]
    out = [f"{p.source.replace(chr(92), '/').rsplit('/', 1)[-1]}: {p.message}" for p in told]
    if len(material.problems) > NOTES:
        out.append(f"{len(material.problems) - NOTES:,} more notes on the input are left out here.")
    again = repeated(material)
    if again:
        words = sum(r["words"] for r in again)
        out.append(
            f"{len(again):,} passages are printed twice ({words:,} words): shown once as counted, once greyed, and not counted twice."
        )
    lost = sum(q.speaker is None and q.kind in ("direct", "partial") for q in material.corpus.quotations)
    if lost:
        out.append(f"{lost:,} quotations could not be attributed to anyone.")
    return out


section = Section("summary", "Summary", "summary.html.j2", facts)
