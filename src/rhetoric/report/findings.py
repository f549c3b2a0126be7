"""Findings in plain sentences: the size first, the limit always."""

from __future__ import annotations

from typing import Any

from rhetoric.model.comparison import Comparison
from rhetoric.model.evidence import Evidence
from rhetoric.model.material import Material
from rhetoric.report.view import SHORT, number, plain, records, times

MOST = 5
FAMILIES = ("theme", "metaphor", "device", "discourse")
GRAMMAR = frozenset(
    f"discourse.{name}"
    for name in ("i", "you", "they", "past", "present", "future", "passive", "nominalisation", "logos_number")
)  # what kind of text it is more than what its voice does: in the tables, not among the findings
VERBS = {
    "theme": "turns to {label} more than {other} does",
    "metaphor": "draws on {label} metaphors more than {other} does",
    "device": "uses {label} more than {other} does",
    "discourse": "uses {label} more than {other} does",
}
SAME = {
    "theme": "about as much {label}",
    "metaphor": "about as many {label} metaphors",
    "device": "about as much use of {label}",
    "discourse": "about as much use of {label}",
}


def findings(comparison: Comparison, evidence: Evidence) -> list[dict[str, Any]]:
    """Return the three to five differences that can be said, the largest first; never ordered by p.

    Clear ones come before uncertain ones. A measure with fewer than five hits has no direction and is no finding;
    neither is anything of a voice with fewer than 300 words.
    """
    rows = [r for r in records(comparison.table) if speakable(r)]
    rows.sort(key=lambda r: (r["strength"] != "clear", -evidence_size(r), r["feature"]))
    return [finding(r, comparison, poles(evidence, str(r["feature"]), comparison)) for r in rows[:MOST]]


def cited(material: Material) -> frozenset[str]:
    """Return the features that findings speak of."""
    if material.comparison is None:
        return frozenset()
    return frozenset(str(f["feature"]) for f in findings(material.comparison, material.evidence))


def poles(evidence: Evidence, feature: str, comparison: Comparison) -> str:
    """Return how many of a theme's hits stand on the opposing pole, by voice; empty where none does."""
    number = next(n for n, f in enumerate(evidence.features) if str(f) == feature)
    mine = evidence.where((evidence.feature == number) & ~evidence.repeat & (evidence.weight < 0))
    if comparison.by != "voice" or not feature.startswith("theme."):
        return ""
    said = []
    for side in (comparison.a, comparison.b):
        count = sum(v >= 0 and mine.voices[v] == side for v in mine.voice)
        if count:
            said.append(f"{count} of {side}'s")
    return f"{' and '.join(said)} on the opposing pole." if said else ""


def speakable(row: dict[str, Any]) -> bool:
    """Return whether a direction may be stated."""
    family = str(row["feature"]).split(".", 1)[0]
    if str(row["feature"]).split("@")[0] in GRAMMAR:
        return False
    enough = row["strength"] in ("clear", "uncertain") and min(row["words_a"], row["words_b"]) >= SHORT
    apart = row["effect"] is not None and (row["effect"] >= 1.5 or row["effect"] <= 1 / 1.5)
    return family in FAMILIES and row["effect_kind"] == "ratio" and enough and apart


def evidence_size(row: dict[str, Any]) -> float:
    """Return how far the interval keeps from no difference, on the log scale; the point counts a little."""
    import math

    low, high = row["low"] or 1e-9, row["high"] or 1e9
    nearest = math.log(low) if row["effect"] > 1 else -math.log(high)
    return nearest + 0.05 * abs(math.log(row["effect"]))


def finding(row: dict[str, Any], comparison: Comparison, opposing: str) -> dict[str, Any]:
    """Return one finding as sentence, numbers, strength and link."""
    first, second = ("a", "b") if row["effect"] > 1 else ("b", "a")
    family = str(row["feature"]).split(".", 1)[0]
    ratio = row["effect"] if first == "a" else 1 / row["effect"]
    ends = (row["low"], row["high"]) if first == "a" else (inverse(row["high"]), inverse(row["low"]))
    name, other = row[first], row[second]
    label = str(row["label"])
    total = row["hits_a"] + row["hits_b"]
    more = f"{row[f'hits_{first}']} of {row[f'words_{first}']:,} words"
    if row[f"hits_{second}"]:
        numbers = (
            f"{number(row[f'value_{first}'])} against {number(row[f'value_{second}'])} per 1,000 words "
            f"({more}; {row[f'hits_{second}']} of {row[f'words_{second}']:,})."
        )
    else:
        numbers = (
            f"{number(row[f'value_{first}'])} per 1,000 words ({more}) against none in {row[f'words_{second}']:,} words "
            f"(up to {number(row[f'high_{second}'])} per 1,000 would be compatible)."
        )
    percentile = row["percentile"]
    return {
        "feature": str(row["feature"]).split("@")[0],
        "sentence": f"{name} {VERBS[family].format(label=lower_first(label), other=other)}.",
        "numbers": f"{numbers} {opposing}".strip(),
        "interval": f"Ratio {times(ratio)}, range {times(ends[0])} to {times(ends[1])}.",
        "strength": row["strength"],
        "why": row["note"] or "",
        "percentile": None if percentile is None else f"Larger than {percentile:.0f}% of same-author pairs.",
        "passages": total,
        "link": f"kwic-{str(row['feature']).split('@')[0].replace('.', '-')}",
        "voices": [comparison.a, comparison.b],
    }


def alike(comparison: Comparison) -> str:
    """Return a line on what did not differ."""
    rows = [
        r
        for r in records(comparison.table)
        if str(r["feature"]).split(".", 1)[0] in SAME
        and r["effect"] is not None
        and r["hits_a"] + r["hits_b"] >= 10
        and 1 / 1.5 < r["effect"] < 1.5
        and min(r["words_a"], r["words_b"]) >= SHORT
    ]
    rows.sort(key=lambda r: (-(r["hits_a"] + r["hits_b"]), r["feature"]))
    if not rows:
        return "No measure with ten hits or more came out alike."
    said = [
        f"{lower_first(str(r['label']))} ({number(r['value_a'])} and {number(r['value_b'])} per 1,000 words)"
        for r in rows[:4]
    ]
    return f"Much alike: {'; '.join(said)}."


def inverse(value: float | None) -> float | None:
    """Return 1 / value."""
    return plain(1 / value) if value else None


def lower_first(label: str) -> str:
    """Return a label as it stands inside a sentence."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
