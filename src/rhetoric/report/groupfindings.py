"""Findings about several groups: each is about one group against all the others together."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rhetoric.model.comparison import SHORT
from rhetoric.model.groups import Groups
from rhetoric.model.material import Material
from rhetoric.report.findings import (
    APART,
    ENOUGH,
    FAMILIES,
    GRAMMAR,
    MOST,
    SAME,
    VERBS,
    evidence_size,
    lower_first,
    telling,
)
from rhetoric.report.sided import sided
from rhetoric.report.view import called, number, records, times

EACH = 2  # findings about one group
UNNAMED = "metaphor.other"
LEAST = 10  # hits from which measures can be called alike
COUNTED = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def findings(material: Material) -> list[dict[str, Any]]:
    """Return at most five things that one group does more than the others, no measure twice, no more than two of one group.

    Clear ones come before uncertain ones. What cannot be said of two sides cannot be said here; see `rhetoric.report.findings`.
    """
    if material.groups is None:
        return []
    rows = [r for r in records(material.groups.table) if speakable(r)]
    rows.sort(key=lambda r: (r["strength"] != "clear", not tells(r), -distance(r), r["feature"], r["index"]))
    kept: list[dict[str, Any]] = []
    of: Counter[str] = Counter()
    for r in rows:
        enough = MOST if tells(r) else ENOUGH
        if len(kept) < enough and of[r["group"]] < EACH and r["feature"] not in {k["feature"] for k in kept}:
            kept.append(r)
            of[r["group"]] += 1
    return [finding(r, material) for r in kept]


def speakable(row: dict[str, Any]) -> bool:
    """Return whether it may be said that a group does more of something."""
    name = str(row["feature"]).split("@")[0]
    enough = row["strength"] in ("clear", "uncertain") and min(row["words"], row["others_words"]) >= SHORT
    more = row["effect_kind"] == "ratio" and row["effect"] is not None and row["effect"] >= APART
    return name not in GRAMMAR and name != UNNAMED and name.split(".", 1)[0] in FAMILIES and enough and more


def tells(row: dict[str, Any]) -> bool:
    """Return whether a difference tells something; see `rhetoric.report.findings.telling`."""
    return telling({"low": row["effect_low"], "high": row["effect_high"], "percentile": row["percentile"]})


def distance(row: dict[str, Any]) -> float:
    """Return how far the interval keeps from no difference."""
    return evidence_size({"effect": row["effect"], "low": row["effect_low"], "high": row["effect_high"]})


def finding(row: dict[str, Any], material: Material) -> dict[str, Any]:
    """Return one finding as sentence, numbers, strength and link."""
    feature = str(row["feature"]).split("@")[0]
    label = lower_first(str(row["label"]))
    mine = f"{row['hits']:,} of {row['words']:,} words"
    if row["others_hits"]:
        numbers = (
            f"{number(row['value'])} against {number(row['others_value'])} per 1,000 words "
            f"({mine}; {row['others_hits']:,} of {row['others_words']:,})."
        )
    else:
        numbers = (
            f"{number(row['value'])} per 1,000 words ({mine}) against none in {row['others_words']:,} words of the others "
            f"(up to {number(row['others_high'])} per 1,000 would be compatible)."
        )
    percentile = row["percentile"]
    return {
        "feature": feature,
        "sentence": f"{called(material.by, str(row['group']))} {VERBS[feature.split('.', 1)[0]].format(label=label, other='the others do')}.",
        "numbers": f"{numbers} {opposing(material, str(row['feature']), str(row['group']))}".strip(),
        "interval": f"Ratio {times(row['effect'])}, range {times(row['effect_low'])} to {times(row['effect_high'])}.",
        "strength": row["strength"],
        "why": row["note"] or "",
        "percentile": None if percentile is None else f"Larger than {percentile:.0f}% of same-author pairs.",
        "halves": "",
        "passages": row["hits"] + row["others_hits"],
        "link": f"kwic-{feature.replace('.', '-')}",
        "voices": list(material.sides),
    }


def opposing(material: Material, feature: str, group: str) -> str:
    """Return how many of a group's hits of a theme stand on the opposing pole; empty where none does."""
    if not feature.startswith("theme."):
        return ""
    e, side = material.evidence, sided(material)
    place = next(n for n, f in enumerate(e.features) if str(f) == feature)
    here = (e.feature == place) & ~e.repeat & (e.weight != 0) & (side.evidence == side.names.index(group))
    rows = here & (e.weight < 0)
    return f"{int(rows.sum())} of the {int(here.sum())} on the opposing pole." if rows.any() else ""


def alike(groups: Groups) -> str:
    """Return a line on what did not differ between any of the groups."""
    rows = records(groups.table)
    found = []
    for feature in dict.fromkeys(r["feature"] for r in rows):
        mine = [r for r in rows if r["feature"] == feature]
        close = all(r["effect"] is not None and 1 / APART < r["effect"] < APART for r in mine)
        if (
            str(feature).split(".", 1)[0] in SAME
            and close
            and sum(r["hits"] for r in mine) >= LEAST * len(mine)
        ):
            found.append(mine)
    found.sort(key=lambda mine: (-sum(r["hits"] for r in mine), mine[0]["feature"]))
    if not found:
        return "No measure with ten hits a group or more came out alike in all groups."
    said = [
        f"{lower_first(str(mine[0]['label']))} ({number(min(r['value'] for r in mine))} to "
        f"{number(max(r['value'] for r in mine))} per 1,000 words)"
        for mine in found[:4]
    ]
    return f"Much alike in all {counted(len(groups))}: {'; '.join(said)}."


def heading(groups: Groups) -> str:
    """Return the title of a page about groups."""
    names = ", ".join(groups.names[:6]) + (f" and {len(groups) - 6} more" if len(groups) > 6 else "")
    return f"{counted(len(groups)).capitalize()} {plural(groups.by)} compared: {names}"


def counted(number: int) -> str:
    """Return a small number in words."""
    return COUNTED[number] if number < len(COUNTED) else str(number)


def plural(field: str) -> str:
    """Return the name of a field as that of many."""
    name = "text" if field == "doc_id" else field.replace("_", " ")
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return name if name.endswith("s") else f"{name}s"
