"""Findings about one text that nothing is held against: what it does most, and how its tone runs."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from rhetoric.model.comparison import SHORT
from rhetoric.model.material import Material
from rhetoric.model.voice import ALL
from rhetoric.report.findings import GRAMMAR, lower_first
from rhetoric.report.groupfindings import UNNAMED
from rhetoric.report.view import number, records, signed

LEAST = 5  # hits below which nothing is said
THIRD = 5  # sentences of a third of the text
SAYS = {
    "theme": "Its most frequent theme: {label}",
    "metaphor": "Its metaphors come most often from {label}",
    "device": "Its most frequent figure: {label}",
    "discourse": "Its most frequent mark of position: {label}",
}
WHOLE = {
    "theme": "hits of any theme",
    "metaphor": "metaphors",
    "device": "figures",
    "discourse": "marks of any kind",
}


def findings(material: Material) -> list[dict[str, Any]]:
    """Return what one text does most in each family, and whether its tone turns; nothing of fewer than 300 words or of several texts.

    A rate without another to hold it against is neither much nor little: the words say most, never more.
    """
    if len(material.corpus) != 1:
        return []
    table = material.scores
    labels = {str(f): f.label for f in material.evidence.features}
    rows = [r for r in records(table[table["voice"] == ALL]) if r["feature"] in labels]
    if not rows or max(r["exposure"] or 0 for r in rows) < SHORT:
        return []
    found = [
        most(family, [r for r in rows if r["feature"].startswith(f"{family}.")], labels) for family in SAYS
    ]
    return [f for f in (*found, turn(material)) if f is not None]


def most(family: str, rows: list[dict[str, Any]], labels: dict[str, str]) -> dict[str, Any] | None:
    """Return what leads a family, and what follows; None where nothing has five hits."""
    every = sum(r["hits"] for r in rows)
    ranked = sorted(
        (r for r in rows if r["hits"] and spoken(r["feature"])), key=lambda r: (-r["hits"], r["feature"])
    )
    if not ranked or ranked[0]["hits"] < LEAST:
        return None
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    if second is not None and second["hits"] == first["hits"]:
        return None
    name = str(first["feature"]).split("@")[0]
    follows = ""
    if second is not None:
        apart = first["low"] is not None and second["high"] is not None and first["low"] > second["high"]
        follows = (
            f"Next: {lower_first(labels[second['feature']])}, {number(second['value'])} ({second['hits']:,})"
        )
        follows += (
            "; their ranges lie apart." if apart else "; their ranges overlap, so the order may be chance."
        )
    return {
        "feature": name,
        "sentence": f"{SAYS[family].format(label=lower_first(labels[first['feature']]))}.",
        "numbers": f"{number(first['value'])} per 1,000 words ({first['hits']:,} in {int(first['exposure']):,} words; "
        f"{first['hits']:,} of {every:,} {WHOLE[family]}).",
        "interval": f"Range {number(first['low'])} to {number(first['high'])}. {follows}".strip(),
        "strength": "",
        "why": "",
        "percentile": None,
        "halves": "",
        "passages": first["hits"],
        "link": f"kwic-{name.replace('.', '-')}",
        "voices": [],
    }


def spoken(feature: str) -> bool:
    """Return whether a measure may lead: grammar and domains that are not named may not."""
    name = feature.split("@")[0]
    return name not in GRAMMAR and name != UNNAMED


def turn(material: Material) -> dict[str, Any] | None:
    """Return how the tone of the last third of the text differs from that of the first; None with too few sentences.

    Notes
    -----
    The range of the difference of two means over sentences is 1.96 standard errors each way (Welch's, with the normal quantile): of runs of
    sentences it is somewhat too narrow.
    """
    e = material.evidence.of("sentiment.tone")
    length = max(1, len(material.corpus.documents[0].text))
    third = np.minimum(2, (3 * e.start / length).astype(np.int64))
    parts = [e.weight[~e.repeat & (third == n)] for n in (0, 2)]
    if min(map(len, parts)) < THIRD:
        return None
    first, last = (float(p.mean()) for p in parts)
    half = 1.96 * math.sqrt(sum(float(p.var(ddof=1)) / len(p) for p in parts))
    low, high = last - first - half, last - first + half
    says = "Its tone does not plainly turn between its first third and its last"
    if low > 0 or high < 0:
        says = f"It ends {'warmer' if low > 0 else 'colder'} than it begins"
    return {
        "feature": "",
        "sentence": f"{says}.",
        "numbers": f"Mean tone {signed(first)} in the first third ({len(parts[0])} sentences), {signed(last)} in the last ({len(parts[1])}).",
        "interval": f"Difference {signed(last - first)}, range {signed(low)} to {signed(high)}.",
        "strength": "",
        "why": "",
        "percentile": None,
        "halves": "",
        "passages": len(parts[0]) + len(parts[1]),
        "link": "arc",
        "voices": [],
    }
