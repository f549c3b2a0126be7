"""Findings in plain sentences: the size first, the limit always."""

from __future__ import annotations

import math
from typing import Any

from rhetoric.model.comparison import SHORT, Comparison
from rhetoric.model.evidence import Evidence
from rhetoric.report.view import number, plain, records, times

MOST, ENOUGH = 5, 3
HALVES = ("none", "one", "two", "three", "four")
FAR = 80  # percentile of same-author pairs
APART = 1.5  # a ratio below which rates are alike
FAMILIES = ("theme", "metaphor", "device", "discourse")
GRAMMAR = frozenset(
    f"discourse.{name}"
    for name in ("i", "you", "they", "past", "present", "future", "passive", "nominalisation", "logos_number")
)  # what kind of text it is more than what its voice does: in the tables, not among the findings
VERBS = {
    "theme": "turns to {label} more than {other}",
    "metaphor": "draws on {label} metaphors more than {other}",
    "device": "uses {label} more than {other}",
    "discourse": "uses {label} more than {other}",
}
SAME = {
    "theme": "about as much {label}",
    "metaphor": "about as many {label} metaphors",
    "device": "about as much use of {label}",
    "discourse": "about as much use of {label}",
}


def findings(comparison: Comparison, evidence: Evidence) -> list[dict[str, Any]]:
    """Return the three to five differences that can be said, the largest first; never ordered by p.

    Clear ones come first, then those that tell something (see `telling`). A measure with fewer than five hits has no direction and is no finding;
    neither is anything of a voice with fewer than 300 words. Beyond three stand only those that tell something.
    """
    rows = [r for r in records(comparison.table) if speakable(r)]
    rows.sort(key=lambda r: (r["strength"] != "clear", not telling(r), -evidence_size(r), r["feature"]))
    rows = [r for n, r in enumerate(rows[:MOST]) if n < ENOUGH or telling(r)]
    return [finding(r, comparison, poles(evidence, str(r["feature"]), comparison)) for r in rows]


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
    apart = row["effect"] is not None and (row["effect"] >= APART or row["effect"] <= 1 / APART)
    return family in FAMILIES and row["effect_kind"] == "ratio" and enough and apart


def telling(row: dict[str, Any]) -> bool:
    """Return whether the interval leaves out no difference, or four of five pairs of one author differ less."""
    open_ = (row["low"] or 0) <= 1 <= (row["high"] or math.inf)
    return not open_ or (row["percentile"] or 0) >= FAR


def evidence_size(row: dict[str, Any]) -> float:
    """Return how far the interval keeps from no difference, on the log scale; the point counts a little."""
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
        "sentence": f"{name} {VERBS[family].format(label=lower_first(label), other=f'{other} does')}.",
        "numbers": f"{numbers} {opposing}".strip(),
        "interval": f"Ratio {times(ratio)}, range {times(ends[0])} to {times(ends[1])}.",
        "strength": row["strength"],
        "why": row["note"] or "",
        "percentile": None if percentile is None else f"Larger than {percentile:.0f}% of same-author pairs.",
        "halves": in_halves(row.get("halves")),
        "passages": total,
        "link": f"kwic-{str(row['feature']).split('@')[0].replace('.', '-')}",
        "voices": [comparison.a, comparison.b],
    }


def in_halves(many: float | None) -> str:
    """Return in how many of the four comparisons of a half of one side with a half of the other the direction is the same."""
    if many is None:
        return ""
    count = HALVES[int(many)]
    return (
        f"Holds in {count} of four comparisons of halves."
        if many < 4
        else "Holds in all four comparisons of halves."
    )


def alike(comparison: Comparison) -> str:
    """Return a line on what did not differ."""
    rows = [
        r
        for r in records(comparison.table)
        if str(r["feature"]).split(".", 1)[0] in SAME
        and r["effect"] is not None
        and r["hits_a"] + r["hits_b"] >= 10
        and 1 / APART < r["effect"] < APART
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
