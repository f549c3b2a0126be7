"""What stands under each figure: what it shows, how many, what its lines mean, and where it is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rhetoric.report.export.latex import escaped

Facts = Mapping[str, Any]
DOTS = "Lines are {level}% intervals; an arrow says that one goes on beyond the axis. Hollow marks: nothing found. Grey: too few to say."
MARKS = {
    "voices": "Colours tell the largest voices apart; all others are grey.",
    "themes": DOTS,
    "devices": DOTS,
    "multiples": DOTS,
    "metaphors": "The numbers are counts, and lines are as thick as they are large; an example of each stands in italics where words are shown.",
    "stance": "Lines are {level}% intervals: of a mean over mentions, with two mentions more at −1 and at 1. Hollow marks: too few to say.",
    "arc": "Marks are paragraphs, larger where they have more words; from eight on a kernel mean weighted by words, its band 1.96 standard errors.",
    "tenths": "The band is no interval of the mean: it holds the middle half of the texts.",
    "trend": "Dots are periods; lines are local linear regressions weighted by words, with their {level}% bands.",
    "words": "Lines are {level}% intervals of the log ratio, cut at ±8; numbers are hits, first : second side. Grey: names and words of one place.",
    "groupwords": "Lines are {level}% intervals of the log ratio, cut at 8; numbers are hits, group : others. Grey: names and words of one place.",
}
INTERVAL = "Lines are {level}% intervals."
COUNTS = (("mentions", "mentions"), ("hits", "hits"), ("sentences", "sentences"), ("count", "metaphors"))
MOST = 8  # sides of which the words are told


def captions(facts: Facts, drawn: Sequence[Facts]) -> dict[str, str]:
    """Return the caption of each figure by name, its title first."""
    return {str(c["id"]): caption(facts, c) for c in drawn}


def caption(facts: Facts, chart: Facts) -> str:
    """Return title, what is shown, how many, what lines mean, and the source."""
    s = facts["sections"]
    known = {c["key"] for c in chart["columns"]}
    marks = MARKS.get(chart["kind"], INTERVAL if {"low", "high"} <= known else "")
    parts = [
        chart["title"],
        chart["caption"],
        sizes(chart["rows"]) or compared(s["summary"]),
        marks.format(level=s["methods"]["level"]),
    ]
    made = s["reproduce"]
    n = s["summary"]["texts"]
    source = f"Source: {n:,} text{'s' * (n != 1)} ({s['summary']['words']:,} words); rhetoric {made['version']}, seed {made['seed']}"
    return " ".join(p if p.endswith((".", "?", "!")) else f"{p}." for p in (*parts, source) if p)


def sizes(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return how many there are of what the rows count, by side where they say so; empty where they count nothing."""
    sides: dict[str, set[int]] = {}
    for r in rows:
        if "hits" in r and r.get("words") is not None and "voice" in r:
            sides.setdefault(r["voice"], set()).add(int(r["words"]))
    if sides and all(len(v) == 1 for v in sides.values()):
        told = [f"{v}, {next(iter(n)):,} words" for v, n in list(sides.items())[:MOST]]
        more = f"; and {len(sides) - MOST} more" if len(sides) > MOST else ""
        return "n: " + "; ".join(told) + more
    for key, noun in COUNTS:
        if all(isinstance(r.get(key), int) for r in rows):
            by = sorted({str(r["voice"]) for r in rows}) if all("voice" in r for r in rows) else []
            if by and len(by) <= MOST:
                each = (f"{v}, {sum(r[key] for r in rows if r['voice'] == v):,}" for v in by)
                return f"n ({noun}): " + "; ".join(each)
            return f"n = {sum(r[key] for r in rows):,} {noun}"
    if all(isinstance(r.get("words"), int) for r in rows):
        return f"n = {sum(r['words'] for r in rows):,} words"
    return ""


def compared(summary: Facts) -> str:
    """Return how many words the sides have that are compared."""
    rows = summary["table"]
    if not rows:
        return ""
    if summary["groups"]:
        words = {r["group"]: r["words"] for r in rows}
        told = [f"{g}, {words[g]:,} words" for g in summary["groups"][:MOST]]
        more = f"; and {len(words) - MOST} more" if len(words) > MOST else ""
        return "n: " + "; ".join(told) + more
    r = rows[0]
    return f"n: {r['a']}, {r['words_a']:,} words; {r['b']}, {r['words_b']:,} words"


def markdown(told: Mapping[str, str]) -> str:
    """Return the captions as Markdown."""
    lines = ["# Captions", ""]
    for name, text in told.items():
        lines += [f"## {name}", "", text, ""]
    return "\n".join(lines)


def latex(told: Mapping[str, str]) -> str:
    """Return figures with caption and label as LaTeX, to be copied from or read with ``\\input``."""
    out = []
    for name, text in told.items():
        out += [
            r"\begin{figure}[htbp]",
            r"\centering",
            rf"\includegraphics[width=\textwidth]{{figures/{name}.pdf}}% one column: figures/{name}-89mm.pdf",
            rf"\caption{{{escaped(text)}}}",
            rf"\label{{fig:{name}}}",
            r"\end{figure}",
            "",
        ]
    return "\n".join(out)
