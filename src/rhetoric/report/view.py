"""What every section asks of the material: sides, colours, names, plain numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.model import tables
from rhetoric.model.material import Material
from rhetoric.model.passage import Kind
from rhetoric.model.voice import ALL, HEADINGS_VOICE, UNATTRIBUTED

GREY = 9
FOUR = 4  # colours


def plain(value: Any, digits: int = 4) -> Any:
    """Return a value as JSON has it: NaN and missing as None, NumPy numbers as Python's."""
    if value is None or value is pd.NA or (isinstance(value, float | np.floating) and not np.isfinite(value)):
        return None
    if isinstance(value, float | np.floating):
        return round(float(value), digits)
    if isinstance(value, np.integer):
        return int(value)
    return bool(value) if isinstance(value, np.bool_) else value


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as plain JSON."""
    names = list(table.columns)
    return [dict(zip(names, map(plain, row), strict=True)) for row in table.itertuples(index=False)]


def titles(material: Material) -> dict[str, str]:
    """Return the title of every text by id; where no words may be shown, no more than its first five."""
    hidden = material.settings.text == "none"
    return {d.id: (headed(d.title) if hidden else d.title) or d.id for d in material.corpus.documents}


def headed(title: str | None, most: int = 5) -> str:
    """Return the first words of a title."""
    words = (title or "").split()
    return " ".join(words[:most]) + "…" * (len(words) > most)


@lru_cache(maxsize=4)
def voice_table(material: Material) -> pd.DataFrame:
    """Return one row a text and voice, with its colour index."""
    table = tables.voices(material.corpus, material.exposure)
    colours = palette(material)
    return table.assign(index=[colours.get(v, GREY) for v in table["voice"]])


def shade(material: Material, place: int) -> int:
    """Return the colour index of a compared side: where there are more than four all are grey, and are named beside their marks."""
    return place if len(material.sides) <= FOUR else GREY


@lru_cache(maxsize=4)
def palette(material: Material) -> Mapping[str, int]:
    """Return the colour index of voices: the two sides 0 and 1, then the largest others 2 and 3; the rest are grey."""
    if material.groups is not None:
        names = material.groups.names if material.by == "voice" else ()
        return {v: shade(material, n) for n, v in enumerate(names)}
    words = material.exposure.table().groupby("voice")["words"].sum()
    ranked = sorted(words.index, key=lambda v: (-int(words[v]), str(v)))
    people = [str(v) for v in ranked if v not in (HEADINGS_VOICE, UNATTRIBUTED)]
    first = []
    if material.comparison is not None and material.comparison.by == "voice":
        first = [material.comparison.a, material.comparison.b]
    order = first + [v for v in people if v not in first]
    return {v: n for n, v in enumerate(order[:4])}


def colours(material: Material) -> Mapping[str, int]:
    """Return the colour index of what charts show by name: groups, or voices."""
    if material.groups is None:
        return palette(material)
    return {name: shade(material, n) for n, name in enumerate(material.groups.names)}


def called(by: str, group: str) -> str:
    """Return a group as a sentence names it: a number with its field before it, as in 'Year 1920'."""
    return f"{by.replace('_', ' ').capitalize()} {group}" if group.replace(".", "", 1).isdecimal() else group


def shown_voices(material: Material) -> list[str]:
    """Return the voices that charts show: the sides compared, or the largest four with 300 words or more; or the groups."""
    if material.groups is not None:
        return list(material.groups.names)
    if material.comparison is not None and material.comparison.by == "voice":
        return [material.comparison.a, material.comparison.b]
    return list(palette(material))


def scores_of(material: Material, family: str) -> pd.DataFrame:
    """Return scores of a family, pooled over texts for each shown voice or side.

    Columns: feature, label, voice, index, value, low, high, hits, words, strength.
    """
    if material.groups is not None:
        return group_scores(material, family)
    comparison = material.comparison
    labels = {str(f): f.label for f in material.evidence.features}
    rows = []
    if comparison is not None:
        for r in records(comparison.table[comparison.table["feature"].str.startswith(f"{family}.")]):
            for n, side in enumerate(("a", "b")):
                rows.append(
                    {
                        **{k: r[k] for k in ("feature", "label", "strength")},
                        "voice": r[side],
                        "index": n,
                        "value": r[f"value_{side}"],
                        "low": r[f"low_{side}"],
                        "high": r[f"high_{side}"],
                        "hits": r[f"hits_{side}"],
                        "words": r[f"words_{side}"],
                        "effect": r["effect"],
                    }
                )
    else:
        table = material.scores
        keep = table["voice"].isin(shown_voices(material) or [ALL]) & table["feature"].str.startswith(
            f"{family}."
        )
        rows = [
            {
                **{k: r[k] for k in ("feature", "voice", "value", "low", "high", "hits")},
                "label": labels[r["feature"]],
                "index": palette(material).get(r["voice"], GREY),
                "words": r["exposure"],
                "strength": "",
                "effect": None,
            }
            for r in records(table[keep])
        ]
    return pd.DataFrame(rows)


def group_scores(material: Material, family: str) -> pd.DataFrame:
    """Return scores of a family for each group, in the columns of `scores_of`."""
    table = material.groups.table if material.groups is not None else pd.DataFrame()
    mine = table[table["feature"].str.startswith(f"{family}.")].rename(columns={"group": "voice"})
    # measure by measure, as a comparison has it
    order = {f: n for n, f in enumerate(dict.fromkeys(mine["feature"]))}
    mine = mine.iloc[np.lexsort((mine["index"], mine["feature"].map(order)))]
    mine = mine.assign(index=[shade(material, n) for n in mine["index"]])
    columns = [
        *(
            "feature",
            "label",
            "voice",
            "index",
            "value",
            "low",
            "high",
            "hits",
            "words",
            "strength",
            "effect",
        ),
        *("others_value", "effect_low", "effect_high"),
    ]
    return pd.DataFrame(records(mine[columns]), columns=columns)


@lru_cache(maxsize=2)
def removed(material: Material) -> list[dict[str, Any]]:
    """Return what was taken out of each text, with the reason."""
    found = material.corpus.passages.of(Kind.BYLINE, Kind.BOILERPLATE)
    return [
        {
            "doc_id": material.corpus.ids[d],
            "kind": Kind(int(k)).label,
            "note": str(n),
            "chars": int(e - s),
            "text": quoted(material, material.corpus.documents[d].text[s:e]),
        }
        for d, k, s, e, n in zip(found.doc, found.kind, found.start, found.end, found.note, strict=True)
    ]


@lru_cache(maxsize=2)
def repeated(material: Material) -> list[dict[str, Any]]:
    """Return what each text prints twice."""
    found, tokens = material.corpus.passages.of(Kind.REPEAT), material.corpus.tokens
    word, splits = tokens.is_word, tokens.splits
    return [
        {
            "doc_id": material.corpus.ids[d],
            "text": quoted(material, material.corpus.documents[d].text[s:e]),
            "words": int(
                (
                    word[splits[d] : splits[d + 1]]
                    & (tokens.start[splits[d] : splits[d + 1]] >= s)
                    & (tokens.end[splits[d] : splits[d + 1]] <= e)
                ).sum()
            ),
        }
        for d, s, e in zip(found.doc, found.start, found.end, strict=True)
    ]


def quoted(material: Material, text: str, width: int = 300) -> str:
    """Return words of a text as far as the report may show them."""
    if material.settings.text == "none":
        return ""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def number(value: float | None) -> str:
    """Return a rate as a reader wants it: one decimal, two below one."""
    if value is None:
        return "–"
    return f"{value:.2f}" if 0 < abs(value) < 1 else f"{value:.1f}"


def times(value: float | None) -> str:
    """Return a ratio as a reader wants it."""
    if value is None:
        return "–"
    if value >= 100:
        return "over 100"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}" if value >= 0.01 else "under 0.01"


def signed(value: float | None) -> str:
    """Return a tone as a reader wants it."""
    return "–" if value is None else f"{value:+.2f}"
