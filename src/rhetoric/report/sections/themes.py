"""Themes: one row a theme, a dot and its interval for each voice."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from rhetoric.model.material import Material
from rhetoric.report import view
from rhetoric.report.dots import dots
from rhetoric.report.section import Section
from rhetoric.report.view import number, quoted, scores_of

MOST_ALONE = 40
COLUMNS = (
    ("label", "Theme"),
    ("voice", "Voice"),
    ("words", "By word list"),
    ("meaning", "By meaning"),
    ("both", "Both"),
    ("only_list", "Only list"),
    ("only_meaning", "Only meaning"),
    ("alpha", "Agreement (alpha)"),
)


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of theme rates."""
    return {
        "chart": dots(material, ("theme",), "themes", "appeals"),
        "validity": validity(material),
        "coded": measured()["sentences"],
        "instruments": instruments(material),
        "alone": alone(material),
        "linked": material.settings.text == "full",
    }


def instruments(material: Material) -> dict[str, Any] | None:
    """Return what both instruments say of each theme and voice, side by side; None where one of them did not run."""
    held = material.instruments
    if held is None or held.empty:
        return None
    agreed = {r["theme"]: r for r in view.records(held)}
    by_words, by_meaning = (
        {
            (r["feature"].split(".", 1)[1].split("@")[0], r["voice"]): r
            for r in view.records(scores_of(material, f))
        }
        for f in ("theme", "meaning")
    )
    rows = [
        {
            "label": agreed[theme]["label"],
            "voice": voice,
            "words": f"{number(r['value'])} ({r['hits']})",
            "meaning": f"{number(by_meaning[theme, voice]['value'])} ({by_meaning[theme, voice]['hits']})",
            "both": agreed[theme]["both"],
            "only_list": agreed[theme]["only_list"],
            "only_meaning": agreed[theme]["only_meaning"],
            "alpha": agreed[theme]["alpha"],
        }
        for (theme, voice), r in by_words.items()
        if theme in agreed
        and (theme, voice) in by_meaning
        and (r["hits"] or by_meaning[theme, voice]["hits"])
    ]
    return {
        "id": "instruments",
        "title": "Two instruments side by side",
        "caption": "Per 1,000 words of a voice (number found), where one of the two found any; sentences of all texts that both, or only one, found",
        "columns": [{"key": k, "label": label} for k, label in COLUMNS],
        "rows": sorted(rows, key=lambda r: (r["label"], r["voice"])),
    }


def alone(material: Material) -> list[dict[str, Any]]:
    """Return the sentences that only the reading by meaning finds, the surest first."""
    if material.settings.text == "none":
        return []
    e = material.evidence
    labels = {f.name.split(".", 1)[1]: f.label for f in e.features if f.family == "theme"}
    counts = ~e.repeat & (e.weight != 0)
    place = list(zip(e.feature.tolist(), e.doc.tolist(), e.sentence.tolist(), strict=True))
    listed = {
        (e.features[f].name.split(".", 1)[1], d, s)
        for (f, d, s), ok in zip(place, counts.tolist(), strict=True)
        if ok and e.features[f].family == "theme"
    }
    out = []
    for n in sorted(range(len(e)), key=lambda k: (-abs(float(e.weight[k])), k)):
        f, d, s = place[n]
        theme = e.features[f].name.split(".", 1)[1]
        if (
            e.features[f].family == "meaning"
            and counts[n]
            and (theme, d, s) not in listed
            and theme in labels
        ):
            text = material.corpus.documents[d].text[int(e.start[n]) : int(e.end[n])]
            out.append(
                {
                    "label": labels[theme],
                    "doc": d,
                    "sentence": s,
                    "sure": round(abs(float(e.weight[n])), 2),
                    "words": quoted(material, text, 140),
                }
            )
    return out[:MOST_ALONE]


def validity(material: Material) -> list[dict[str, str]]:
    """Return what is known of each theme's validity: by the user's own codes of these texts, else by ours."""
    hashes = frozenset(d.sha256 for d in material.corpus.documents)
    records = {r.feature: r for r in material.records if r.covers(hashes)}
    own = measured()
    rows = []
    for f in material.evidence.features:
        if f.family != "theme" and not (f.family == "meaning" and str(f) in records):
            continue
        name = f.name.split(".", 1)[1]
        if record := records.get(str(f)):
            said, kind = record.line(), "yours"
        elif name in own["themes"]:
            said, kind = f"not validated on your texts; on ours: {own['themes'][name]}", "ours"
        else:
            said, kind = "not validated", "none"
        rows.append({"label": f.label, "said": said, "kind": kind})
    return rows


@cache
def measured() -> dict[str, Any]:
    """Return our own figures, as `tools/measure_quality.py` wrote them."""
    path = files("rhetoric") / "data" / "validity.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


section = Section("themes", "Themes", "themes.html.j2", facts)
