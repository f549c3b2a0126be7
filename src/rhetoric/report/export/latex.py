"""Tables and prose as LaTeX: everything escaped, numbers rounded as papers want, intervals in brackets."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from rhetoric.report.export.table import Table
from rhetoric.report.view import times

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": r"\ldots{}",
    "−": "$-$",
    "\u00a0": "~",
    "·": r"$\cdot$",
}
INTERVALS = (
    ("value_a", "low_a", "high_a"),
    ("value_b", "low_b", "high_b"),
    ("others_value", "others_low", "others_high"),
    ("effect", "effect_low", "effect_high"),
    ("value", "low", "high"),
    ("effect", "low", "high"),
    ("log_ratio", "low", "high"),
)
LONG = 40  # rows from which a table runs over pages
WIDE = 28  # letters from which a column is set in lines
CITED = re.compile(r"\[(@[^\]]+)\]")


def escaped(text: Any) -> str:
    """Return text that LaTeX sets as it stands, on one line; marks that it does not know are left out."""
    line = " ".join(str(text).split())
    return "".join(SPECIAL.get(c, c) for c in line if c.isprintable())


def prose(text: str) -> str:
    """Return Markdown prose with citations like ``[@key; @key]`` as LaTeX."""
    parts = CITED.split(text)
    out = []
    for n, part in enumerate(parts):
        if n % 2:
            out.append(r"\cite{" + ",".join(k.strip().lstrip("@") for k in part.split(";")) + "}")
        else:
            spaced = escaped(part)
            out.append(
                part[: len(part) - len(part.lstrip())][:1]
                + spaced
                + (part[-1:] if part[-1:].isspace() else "")
            )
    return "".join(out)


def tabular(table: Table, level: int) -> str:
    """Return a table as LaTeX: ``booktabs``, with caption and label; one of many rows runs over pages (``longtable``)."""
    frame = table.frame.head(table.most)
    merged = intervals(table)
    columns = [c for c in table.columns if c not in {x for pair in merged.values() for x in pair}]
    cells = [printed(frame, c, merged.get(c)) for c in columns]
    head = " & ".join(escaped(label(table, c, c in merged, level)) for c in columns) + r" \\"
    lines = [" & ".join(row) + r" \\" for row in zip(*cells, strict=True)]
    caption = caption_of(table, len(frame), bool(merged), level)
    form = "".join(map(alignment, (frame[c] for c in columns), cells, (len(columns),) * len(columns)))
    name = f"tab:{table.name}"
    if len(lines) > LONG:
        opening = [r"\begingroup\footnotesize", rf"\begin{{longtable}}{{@{{}}{form}@{{}}}}"]
        opening += [
            rf"\caption{{{caption}}}\label{{{name}}}\\",
            r"\toprule",
            head,
            r"\midrule",
            r"\endfirsthead",
        ]
        opening += [r"\toprule", head, r"\midrule", r"\endhead", r"\bottomrule", r"\endfoot"]
        return "\n".join([*opening, *lines, r"\end{longtable}", r"\endgroup", ""])
    opening = [
        r"\begin{table}[htbp]",
        r"\centering\footnotesize",
        rf"\caption{{{caption}}}",
        rf"\label{{{name}}}",
    ]
    opening += [rf"\begin{{tabular}}{{@{{}}{form}@{{}}}}", r"\toprule", head, r"\midrule"]
    return "\n".join([*opening, *lines, r"\bottomrule", r"\end{tabular}", r"\end{table}", ""])


def intervals(table: Table) -> dict[str, tuple[str, str]]:
    """Return which column is printed with the ends of its interval."""
    out: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    for value, low, high in INTERVALS:
        there = {value, low, high} <= set(table.frame.columns)
        if there and value in table.columns and value not in out and not {low, high} & taken:
            out[value] = (low, high)
            taken |= {low, high}
    return out


def label(table: Table, column: str, with_interval: bool, level: int) -> str:
    """Return the head of a column."""
    name = table.labels.get(column) or column
    return f"{name} [{level}%]" if with_interval else name


def caption_of(table: Table, shown: int, with_interval: bool, level: int) -> str:
    """Return the caption: what the table is, what its brackets are, and what is left out."""
    parts = [f"{table.title}. {table.about}" if table.title else table.about]
    if with_interval:
        parts.append(f"Brackets: {level}% interval.")
    if shown < len(table.frame):
        parts.append(f"The first {shown} of {len(table.frame):,} rows; all are in {table.name}.csv.")
    return escaped(" ".join(p if p.endswith((".", "?", "!")) else f"{p}." for p in parts if p))


def printed(frame: pd.DataFrame, column: str, ends: tuple[str, str] | None) -> list[str]:
    """Return the cells of a column."""
    values = frame[column]
    if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        return ["" if missing(v) else escaped(v) for v in values]
    if pd.api.types.is_integer_dtype(values) and ends is None:
        return ["--" if missing(v) else f"{int(v):,}" for v in values]
    ratios = column == "effect"
    kinds = frame.get("effect_kind", pd.Series([""] * len(frame), index=frame.index))
    places = decimals(values)
    out = []
    for n, value in enumerate(values):
        ratio = ratios and str(kinds.iloc[n]) == "ratio"
        text = rounded(value, places, ratio)
        if ends and not missing(value):
            low, high = (rounded(frame[e].iloc[n], places, ratio) for e in ends)
            text += f" [{low}, {high}]"
        out.append(text)
    return out


def decimals(values: Sequence[Any] | pd.Series) -> int:
    """Return how many places a column is printed with: one where values reach 10, else two."""
    return 1 if max((abs(float(v)) for v in values if not missing(v)), default=0.0) >= 10 else 2


def rounded(value: Any, places: int, ratio: bool = False) -> str:
    """Return a number as it is printed; a dash where it is undefined."""
    if missing(value):
        return "--"
    if ratio:
        return times(float(value)).replace("over ", "$>$").replace("under ", "$<$")
    text = f"{float(value):.{places}f}"
    return f"$-${text[1:]}" if text.startswith("-") and float(text) else text.lstrip("-")


def missing(value: Any) -> bool:
    """Return whether a cell is empty."""
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))


def alignment(values: pd.Series, cells: Sequence[str], columns: int) -> str:
    """Return how a column is set: numbers to the right, words to the left, long ones in lines."""
    if pd.api.types.is_numeric_dtype(values):
        return "r"
    longest = max(map(len, cells), default=0)
    return "l" if longest <= WIDE else rf"p{{{max(0.12, min(0.42, 1.2 / columns)):.2f}\textwidth}}"
