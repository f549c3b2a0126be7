"""What is what in an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rhetoric.report.export.table import Table

Facts = Mapping[str, Any]
MEANINGS = {
    "feature": "identity of the measure, with its version",
    "label": "name of the measure",
    "value": "rate per 1,000 words, or mean; see unit",
    "low": "lower end of the interval",
    "high": "upper end of the interval",
    "value_a": "value of the first side",
    "value_b": "value of the second side",
    "low_a": "lower end of the interval of the first side",
    "high_a": "upper end of the interval of the first side",
    "low_b": "lower end of the interval of the second side",
    "high_b": "upper end of the interval of the second side",
    "effect": "ratio of rates, or difference of means; see effect_kind",
    "effect_low": "lower end of the interval of the effect",
    "effect_high": "upper end of the interval of the effect",
    "others_value": "value of all other groups together",
    "others_low": "lower end of its interval",
    "others_high": "upper end of its interval",
    "hits": "pieces of evidence counted",
    "hits_a": "pieces of evidence of the first side",
    "hits_b": "pieces of evidence of the second side",
    "words": "words that count",
    "exposure": "words, or sentences, that hits are counted in",
    "strength": "clear, uncertain or too few to say",
    "percentile": "of same-author pairs, how many in a hundred differ less",
    "n_a": "sentences of the first side",
    "n_b": "sentences of the second side",
    "sure": "0 to 1",
    "start": "first character in the text, counted from 0",
    "end": "character after the last, counted from 0",
    "weight": "sign: pole; 0 is negated or a candidate",
    "log_ratio": "log2 of the ratio of rates; 1 is twice as often",
    "z": "weighted log-odds, standardised",
    "g2": "log-likelihood ratio",
    "alpha": "Krippendorff's alpha",
    "doc_id": "id of the text",
    "voice": "who speaks, or the side",
}


def notes(facts: Facts) -> list[str]:
    """Return units, intervals and limits, a line each; the title first."""
    s = facts["sections"]
    level = s["methods"]["level"]
    lines = [
        str(facts["title"]),
        f"Written by rhetoric {s['reproduce']['version']}: {s['reproduce']['command']}",
        "Rates are hits per 1,000 words of a voice or side; tone and stance are means from -1 to 1.",
        f"low and high are the ends of a {level}% interval: for text like this passage, not for its author.",
        "0 means looked for and found none; an empty cell is undefined.",
        "Strength: clear, uncertain or too few to say; the rule is in methods.md.",
    ]
    if facts["text"] == "none":
        lines.append("No words of the texts are in these files.")
    elif facts["text"] == "excerpts":
        lines.append("Of the texts only excerpts are in these files.")
    return lines + [f"Limit: {x}" for x in s["summary"]["limits"]]


def meanings(tables: Sequence[Table]) -> list[tuple[str, str, str]]:
    """Return what every column of every table means."""
    return [(t.name, str(c), meaning(t, str(c))) for t in tables for c in t.frame.columns]


def meaning(table: Table, column: str) -> str:
    """Return what a column means, as far as its name does not say it."""
    return MEANINGS.get(column) or table.labels.get(column) or column.replace("_", " ")


def readme(facts: Facts, tables: Sequence[Table], figures: Sequence[Facts]) -> str:
    """Return the README of the folder."""
    lines = [f"# {' '.join(str(facts['title']).split())}", "", *(f"- {x}" for x in notes(facts)[1:]), ""]
    lines += ["## Files", ""]
    lines += [
        "- `figures/NAME.svg`, `.pdf`, `.png`: 183 mm wide (two columns); `NAME-89mm` one column. PNG has 300 dots an inch. The title is not in the figure.",
        "- `figures/captions.md`, `captions.tex`: the caption of each.",
        "- `tables/NAME.csv`: UTF-8 with a byte order mark, RFC 4180. A cell that could run as a formula has an apostrophe before it.",
        "- `tables/NAME.tex`: the same rounded, for `booktabs` (and `longtable` where there are many rows).",
        "- `tables/passages.jsonl`: every counted passage with its character offsets, as JSON lines.",
        "- `tables.xlsx`: all tables, a sheet each.",
        "- `methods.md`, `methods.tex`: the methods, in one paragraph. `references.bib`, `references.csl.json`: what it cites, and the sources of the lists.",
        "- `results.json`: everything the report says, as data.",
    ]
    lines += ["", "## Figures", "", *(f"- `{c['id']}`: {' '.join(str(c['title']).split())}" for c in figures)]
    lines += [
        "",
        "## Tables",
        "",
        *(f"- `{t.name}` ({len(t.frame):,} rows): {t.about or t.title}" for t in tables),
    ]
    lines += [
        "",
        'In R: `read.csv("tables/measures.csv", fileEncoding = "UTF-8-BOM")`. In Python: `pandas.read_csv("tables/measures.csv", encoding="utf-8-sig")`.',
        "",
    ]
    return "\n".join(lines)
