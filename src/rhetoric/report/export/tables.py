"""The tables of a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from rhetoric.model.report import Facts
from rhetoric.report.export.found import tabular
from rhetoric.report.export.table import Table, framed

DRAWING = ("index", "candidate")  # what only the drawing asks for
CONTEXT = 80


def tables(facts: Facts, kept: Mapping[str, pd.DataFrame] | None = None) -> list[Table]:
    """Return every table of a report, each with a name of its own.

    Parameters
    ----------
    facts : mapping
    kept : mapping of str to DataFrame, optional
        Tables that facts have no room for: scores, quotations, passages, texts; see `rhetoric.report.export.kept`.

    Returns
    -------
    list of Table
        Those without a row are left out.
    """
    s = facts["sections"]
    made = [
        findings(s["summary"]),
        measures(s["summary"]),
        *(shown(t) for t in tabular(facts)),
        *(build(s[n]) for n, build in OTHERS if n in s),
        *(stored(name, frame) for name, frame in (kept or {}).items()),
    ]
    out: dict[str, Table] = {}
    for table in made:
        if len(table.frame):
            out.setdefault(table.name, table)
    return list(out.values())


def findings(summary: Mapping[str, Any]) -> Table:
    """Return the findings, with the numbers of their measures and the interval of each difference."""
    named = {(r["feature"].split("@")[0], r.get("group")): r for r in summary["table"]}
    rows = []
    for f in summary["findings"]:
        group = f["voices"][0] if summary["groups"] and f["voices"] else None
        r = named.get((f["feature"], group), {})
        low, high = ("effect_low", "effect_high") if group else ("low", "high")
        rows.append(
            {
                "finding": f["sentence"],
                "feature": f["feature"],
                "numbers": f["numbers"],
                "effect": r.get("effect"),
                "effect_kind": r.get("effect_kind"),
                "low": r.get(low),
                "high": r.get(high),
                "strength": f["strength"],
                "why": f["why"],
                "percentile": r.get("percentile"),
                "passages": f["passages"],
                "voices": f["voices"],
            }
        )
    labels = {"finding": "Finding", "numbers": "Rates", "effect": ratio(summary), "strength": "Strength"}
    about = "The findings of the report, the largest first. An effect is a ratio of rates, or a difference of means."
    return Table("findings", "Findings", about, framed(rows), labels)


def ratio(summary: Mapping[str, Any]) -> str:
    """Return what an effect is called: of what to what it is."""
    rows = summary["table"]
    if summary["groups"]:
        return "Effect, group : others"
    return f"Effect, {rows[0]['a']} : {rows[0]['b']}" if rows else "Effect"


def measures(summary: Mapping[str, Any]) -> Table:
    """Return every measure that was compared."""
    rows = summary["table"]
    if not rows:
        return Table("measures", "", "", pd.DataFrame())
    head = {"label": "Measure"}
    if summary["groups"]:
        labels = {**head, "group": "Group", "value": "Value", "others_value": "The others", "hits": "Hits"}
    else:
        a, b = rows[0]["a"], rows[0]["b"]
        labels = {**head, "value_a": a, "value_b": b, "hits_a": f"Hits, {a}", "hits_b": f"Hits, {b}"}
    labels |= {"effect": ratio(summary), "strength": "Strength"}
    about = (
        "The value of each side, the effect (a ratio of rates or a difference of means), its interval, "
        "and how much may be said of it."
    )
    frame = framed(rows, ("feature", "label"), DRAWING)
    return Table("measures", "Every measure compared", about, frame, labels, tuple(labels))


def voices(section: Mapping[str, Any]) -> Table:
    """Return who speaks, and how that was decided."""
    people = section["people"]
    rows = section["speakers"] or (people or {}).get("rows", [])
    labels = {
        "title": "Text",
        "name": "Voice",
        "role": "Role",
        "words": "Words",
        "how": "Decided by",
        "sure": "Sure",
    }
    about = "Who speaks, how that was decided, and how sure it is, 0 to 1; words that count."
    return Table("speakers", "Who speaks", about, framed(rows, leave=("index", "warn")), labels)


def shown(held: Mapping[str, Any]) -> Table:
    """Return a table that the page has: its columns first, then what else its rows hold."""
    labels = {c["key"]: c["label"] for c in held["columns"]}
    frame = framed(held["rows"], tuple(labels), DRAWING)
    return Table(str(held["id"]), held["title"], held["caption"], frame, labels)


def markers(section: Mapping[str, Any]) -> Table:
    """Return every marker of position and argument with its rate by voice."""
    rows = [
        {
            "label": m["label"],
            "group": g["label"],
            "feature": m["feature"],
            **{k: side[k] for k in ("voice", "value", "low", "high", "hits")},
            "all_hits": m["count"],
            "precision": m["precision"],
            "judged": m["judged"],
        }
        for g in section["groups"]
        for m in g["markers"]
        for side in m["sides"]
    ]
    labels = {
        "label": "Marker",
        "voice": "Voice",
        "value": "Per 1,000 words",
        "hits": "Hits",
        "precision": "Precision",
    }
    about = "Markers of position and argument: rate by voice with its interval; precision of what is found, where readers judged it."
    return Table("discourse-markers", "Position and argument", about, framed(rows), labels)


def texture(section: Mapping[str, Any]) -> Table:
    """Return the indices of texture, one row an index, text and voice."""
    rows = [
        {
            "label": r["label"],
            "feature": r["feature"],
            **{k: c[k] for k in ("doc_id", "title", "voice")},
            **{k: cell[k] for k in ("value", "low", "high")},
            "unit": r["unit"],
            "words": c["words"],
        }
        for r in section["rows"]
        for c, cell in zip(section["columns"], r["cells"], strict=True)
    ]
    labels = {"label": "Index", "voice": "Voice", "value": "Value", "unit": "Unit", "words": "Words"}
    about = "Readability, diversity of words and length of sentences, by text and voice, with intervals."
    return Table("texture", "Texture of the prose", about, framed(rows), labels)


def concordance(section: Mapping[str, Any]) -> Table:
    """Return the passages that the page shows, in their context."""
    first = ("source", "voice", "layer", "label", "feature", "weight", "sentence", "left", "hit", "right")
    leave = ["id", "side", *(("left", "hit", "right") if section["hidden"] else ())]
    labels = {"label": "Measure", "voice": "Voice", "left": "Before", "hit": "Passage", "right": "After"}
    about = "Passages that were counted, in their context, as the page lists them; `sentence` counts from 0 in its text."
    frame = framed(section["rows"], [c for c in first if c not in leave], leave)
    return Table("concordance", "Concordance", about, frame, labels, most=CONTEXT)


STORED = {
    "scores": ("Scores", "Every score by text and voice, and one of all voices of a text, with interval, hits and exposure."),
    "quotations": ("Quotations", "Who is quoted where: character offsets, count from 0, half open."),
    "passages": ("Passages", "Every counted passage with character offsets, and the words around it."),
    "texts": ("Texts", "Every text with its words and the rates of what the findings speak of."),
}  # fmt: skip


def stored(name: str, frame: pd.DataFrame) -> Table:
    """Return a table of the analysis."""
    title, about = STORED.get(name, (name.capitalize(), ""))
    wanted = {
        "scores": ("doc_id", "voice", "feature", "value", "hits", "exposure"),
        "quotations": ("doc_id", "kind", "speaker", "how", "sure", "text"),
        "passages": ("doc_id", "feature", "voice", "start", "end", "text"),
        "texts": ("title", "author", "date", "words"),
    }.get(name, tuple(frame.columns))
    labels = {c: c.replace("_", " ").capitalize() for c in wanted}
    return Table(name, title, about, frame, labels, most=CONTEXT)


OTHERS = (("voices", voices), ("discourse", markers), ("texture", texture), ("concordance", concordance))
