"""Stance: who is for or against whom, summed up over mentions, and the sentences that say it most clearly."""

from __future__ import annotations

import re
from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.charts import chart
from rhetoric.report.leanings import around, clearest, leanings, named
from rhetoric.report.section import Section
from rhetoric.report.sided import sided
from rhetoric.report.view import GREY, colours, quoted, records, shown_voices, signed

LEAST = 2  # mentions below which a target is only named
MOST_TARGETS = 12
MOST_SENTENCES = 6
SEVERAL, FEW_TARGETS, FEW_SENTENCES = 4, 5, 2  # of more voices or groups fewer of each
ACT = re.compile(r"^acts (?:for|against) ")
COLUMNS = (
    *(("voice", "Voice"), ("target", "Toward"), ("lean", "Lean"), ("value", "Mean, -1 to 1")),
    *(("low", "Low"), ("high", "High"), ("mentions", "Mentions"), ("negative", "Neg.")),
    *(("neutral", "Neu."), ("positive", "Pos."), ("names", "Named as")),
)


def facts(material: Material) -> dict[str, Any]:
    """Return the chart of stance by voice and target, and the clearest sentences of each voice."""
    if material.stances is None:
        return {"chart": None, "voices": []}
    every = records(material.stances)
    voices = shown_voices(material)
    held = {v: toward(every, v) for v in voices}
    most, lines = (MOST_TARGETS, MOST_SENTENCES) if len(voices) <= SEVERAL else (FEW_TARGETS, FEW_SENTENCES)
    rows = [drawn(material, r) for v in voices for r in held[v][:most]]
    hidden = material.settings.text == "none"
    found = [] if hidden else told(material)
    hues = colours(material)
    return {
        "chart": chart(
            "stance",
            "stance",
            title(rows, voices),
            desc(rows, voices),
            f"Mean stance over mentions, -1 (against) to 1 (for), with its {round(100 * material.settings.level)}% range",
            [c for c in COLUMNS if not (hidden and c[0] == "names")],
            rows,
        ),
        "voices": [
            {
                "voice": v,
                "index": hues.get(v, GREY),
                "names": len(held[v]),
                "more": max(0, len(held[v]) - most),
                "once": sorted({named(material, r["target"]) for r in of(every, v) if r["mentions"] < LEAST}),
                "sentences": [sentence(material, m) for m in clearest(found, v, lines)],
            }
            for v in voices
        ],
    }


def told(material: Material) -> list[dict[str, Any]]:
    """Return the mentions that lean, each with the voice, or where groups are compared the group, that holds it."""
    found = leanings(material)
    if material.groups is None or material.by == "voice":
        return found
    side, ids = sided(material), material.corpus.ids
    return [{**m, "voice": side.of.get((ids[m["doc"]], m["voice"]), "")} for m in found]


def of(rows: list[dict[str, Any]], voice: str) -> list[dict[str, Any]]:
    """Return what a voice holds toward others; what it says of itself is left out."""
    return [r for r in rows if r["holder"] == voice and r["target"] != voice]


def toward(rows: list[dict[str, Any]], voice: str) -> list[dict[str, Any]]:
    """Return whom a voice mentions twice or more, the most mentioned first, acts toward somebody behind him."""
    mine = [r for r in of(rows, voice) if r["mentions"] >= LEAST]
    count = {r["target"]: r["mentions"] for r in mine}

    def place(row: dict[str, Any]) -> tuple[int, str, str]:
        whom = ACT.sub("", row["target"])
        return -count.get(whom, row["mentions"]), whom, row["target"] if row["target"] != whom else ""

    return sorted(mine, key=place)


def drawn(material: Material, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as chart and table show it."""
    return {
        "voice": row["holder"],
        "index": colours(material).get(row["holder"], GREY),
        "target": named(material, row["target"]),
        **{k: row[k] for k in ("lean", "mentions", "negative", "neutral", "positive")},
        **{k: round(row[k], 2) + 0.0 for k in ("value", "low", "high")},  # + 0.0: no minus before a zero
        "names": quoted(material, row["names"], 120),
    }


def title(rows: list[dict[str, Any]], voices: list[str]) -> str:
    """Return what stands out: whom each voice is most plainly for or against."""
    said = []
    for voice in voices:
        plain = [r for r in rows if r["voice"] == voice and r["lean"] in ("for", "against")]
        plain.sort(key=lambda r: (bool(ACT.match(r["target"])), -abs(r["value"]), r["target"]))
        said += [f"{voice}: {plain[0]['lean']} {plain[0]['target']}"] if plain else []
    if said:
        return "; ".join(said[:2])
    return "Nobody is plainly for or against anyone named" if rows else "Nobody is named twice by one voice"


def desc(rows: list[dict[str, Any]], voices: list[str]) -> str:
    """Return range and shape."""
    count = ", ".join(f"{v} toward {sum(r['voice'] == v for r in rows)}" for v in voices) or "No voice"
    if not rows:
        return f"{count}."
    values = [r["value"] for r in rows]
    return f"{count}; means from {signed(min(values))} to {signed(max(values))}, where -1 is against and 1 is for."


def sentence(material: Material, mention: dict[str, Any]) -> dict[str, Any]:
    """Return a mention with its sentence and the reason."""
    left, hit, right = around(material.corpus, mention)
    why = mention["why"] if mention["act"] else f"{mention['why']}, sure {mention['sure']:.2f}"
    return {
        **{k: mention[k] for k in ("doc", "sentence", "target", "said", "value")},
        **{"left": left, "hit": hit, "right": right, "why": why},
    }


section = Section("stance", "Who is for or against whom", "stance.html.j2", facts)
