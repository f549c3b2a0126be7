"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rhetoric.model.report import Facts


def prose(facts: Facts) -> str:
    """Return title, limits, findings and the table of measures as Markdown."""
    s = facts["sections"]["summary"]
    out = [f"# {escaped(str(facts['title']))}", ""]
    out += [f"> {escaped(limit)}" for limit in s["limits"]] + [""]
    for f in s["findings"]:
        parts = [
            f"**{f['sentence']}**",
            f["numbers"],
            f["interval"],
            f"*{f['strength'].capitalize()}.*" if f["strength"] else "",
            f["percentile"] or "",
            f["halves"],
        ]
        out += ["- " + escaped(" ".join(p for p in parts if p))]
    out += [
        "",
        escaped(s["alike"]),
        "",
        f"{s['measures']} measures compared." if s["by"] else f"{s['measures']} measures.",
    ]
    out += [
        "",
        "## Texts",
        "",
        "| text | author | date | kind | words that count |",
        "| --- | --- | --- | --- | --- |",
    ]
    out += [
        f"| {escaped(c['title'] or c['doc_id'])} | {escaped(c['author'] or '')} | {c['date'] or ''} | {c['kind'] or ''} | {c['counted']} |"
        for c in s["cards"]
    ]
    if s["groups"]:
        out += by_group(s["table"])
    elif s["table"]:
        head = s["table"][0]
        out += [
            "",
            "## Every measure",
            "",
            f"| measure | {escaped(head['a'])} | {escaped(head['b'])} | hits | effect | range | strength |",
        ]
        out += ["| --- | --- | --- | --- | --- | --- | --- |"]
        out += [
            f"| {escaped(r['label'])} | {cell(r['value_a'])} | {cell(r['value_b'])} | {r['hits_a']} : {r['hits_b']} | {cell(r['effect'])} "
            f"| {cell(r['low'])} to {cell(r['high'])} | {r['strength']} |"
            for r in s["table"]
        ]
    return "\n".join(out) + "\n"


def by_group(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the table of measures of several groups, group by group."""
    out = ["", "## Every measure", ""]
    out += ["| measure | group | value | others | hits | effect | range | strength |"]
    out += ["| --- | --- | --- | --- | --- | --- | --- | --- |"]
    return out + [
        f"| {escaped(r['label'])} | {escaped(r['group'])} | {cell(r['value'])} | {cell(r['others_value'])} | {r['hits']} : {r['others_hits']} "
        f"| {cell(r['effect'])} | {cell(r['effect_low'])} to {cell(r['effect_high'])} | {r['strength']} |"
        for r in rows
    ]


def cell(value: float | None) -> str:
    """Return a number for a table."""
    return "" if value is None else f"{value:.2f}"


def escaped(text: str) -> str:
    """Return text that starts no element and cannot break a Markdown table."""
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").splitlines())
