"""From coders' sheets to what they say of an instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from rhetoric.coding import Codes, find_key, read_codes, read_key
from rhetoric.compare.agreement import Level, alpha, alpha_interval
from rhetoric.compare.validation import Interval, poles_right
from rhetoric.compare.validation import validate as corrected
from rhetoric.errors import TooFewTexts
from rhetoric.model.coding import STRATA, Sample
from rhetoric.model.problem import Problem
from rhetoric.model.record import SIGNED, Figure, Record

FEWEST = 10


@dataclass(frozen=True, eq=False)
class Validation:
    """What came of some coding sheets.

    Parameters
    ----------
    record : Record
    items : DataFrame
        One row an item: item, doc_id, voice, sentence, stratum, machine, machine_pole, found, human (the majority; null
        where there is none), human_pole, and a column for each coder.
    problems : tuple of Problem
        Rows of the sheets that were refused.
    """

    record: Record
    items: pd.DataFrame
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> pd.DataFrame:
        """The items that coders and machine see differently: first what was missed, then what was wrongly found."""
        rows = self.items[self.items["human"].notna()]
        wrong = rows[rows["human"].astype(bool) != rows["machine"]]
        what = np.where(wrong["machine"], "wrongly found", "missed")
        return wrong.assign(error=what).sort_values(["error", "doc_id"], kind="stable", ignore_index=True)


def validate(
    sheets: Sequence[str | Path], key: str | Path | None = None, draws: int = 1000, seed: int = 0
) -> Validation:
    """Hold what an instrument found against what coders say.

    Parameters
    ----------
    sheets : sequence of paths
        One sheet a coder, as `rhetoric code sample` wrote it and they filled it.
    key : path, optional
        What the machine found; by default the ``.key.json`` that lies beside the sheets.
    draws : int
        Bootstrap draws behind each interval.
    seed : int

    Returns
    -------
    Validation

    Raises
    ------
    InputError
        If a sheet or the key cannot be read.
    TooFewTexts
        If fewer than ten sentences have a code that counts, or none of a stratum has one.

    Notes
    -----
    Where coders differ the majority counts; a tie counts for nothing. Each sentence stands for as many of the corpus as
    its stratum has for each one coded, so precision, recall and prevalence are those of the whole corpus. Agreement is
    Krippendorff's alpha on the sentences that were coded: nominal, of present or absent; and where poles were coded,
    nominal, ordinal and interval of -1 against, 0 absent, +1 for. A sentence that a coder left out is missing, not 0.
    """
    paths = [Path(s) for s in sheets]
    sample = read_key(Path(key) if key is not None else find_key(paths))
    coders: list[Codes] = []
    problems: list[Problem] = []
    for path in paths:
        codes, refused = read_codes(path, sample)
        coders.append(codes)
        problems += refused
    items = table(sample, coders)
    return Validation(recorded(sample, coders, items, draws, seed), items, tuple(problems))


def table(sample: Sample, coders: Sequence[Codes]) -> pd.DataFrame:
    """Return one row an item with what coders and machine say of it."""
    rows = []
    for i in sample.items:
        said = [c.present.get(i.id) for c in coders]
        signs = [c.poles[i.id] for c in coders if i.id in c.poles]
        rows.append(
            (
                i.id,
                i.doc_id,
                i.voice,
                i.sentence,
                i.stratum,
                i.machine,
                i.pole,
                "; ".join(i.found),
                majority(said),
                "" if sum(signs) == 0 else "+" if sum(signs) > 0 else "-",
                *said,
            )
        )
    columns = [
        "item",
        "doc_id",
        "voice",
        "sentence",
        "stratum",
        "machine",
        "machine_pole",
        "found",
        "human",
        "human_pole",
    ]
    names = [c.coder for c in coders]
    out = pd.DataFrame(rows, columns=[*columns, *(f"coder {n}" for n in names)])
    for name in ("human", *(f"coder {n}" for n in names)):
        out[name] = out[name].astype("boolean")
    return out


def majority(said: Sequence[bool | None]) -> bool | None:
    """Return what most coders say, or None where nobody says anything or as many say either."""
    yes, no = sum(s is True for s in said), sum(s is False for s in said)
    return None if yes == no else yes > no


def recorded(sample: Sample, coders: Sequence[Codes], items: pd.DataFrame, draws: int, seed: int) -> Record:
    """Return the figures."""
    counted = items[items["human"].notna()]
    if len(counted) < FEWEST:
        what = f"{len(counted)} sentences have a code that counts"
        raise TooFewTexts(what, f"code at least {FEWEST}: 1 or 0 in the column 'code'")
    human = counted["human"].to_numpy(bool)
    machine = counted["machine"].to_numpy(bool)
    there = [s for s in STRATA if sample.sizes[s]]
    if missing := [s for s in there if not (counted["stratum"] == s).any()]:
        what = f"no sentence of the stratum {missing[0]!r} ({sample.sizes[missing[0]]:,} in the corpus) has a code that counts"
        raise TooFewTexts(
            what, "code all of the sheet, or draw a larger sample: what it misses could not be seen"
        )
    stratum = counted["stratum"].map({s: n for n, s in enumerate(there)}).to_numpy(int)
    sizes = np.array([sample.sizes[s] for s in there])
    found = corrected(human, machine, stratum, sizes, draws=draws, seed=seed)
    told = counted[(counted["human_pole"] != "") & counted["machine"] & counted["human"].astype(bool)]
    signs = {"+": 1, "-": -1, "": 0}
    poles = poles_right(
        told["human_pole"].map(signs).to_numpy(int), told["machine_pole"].map(signs).to_numpy(int)
    )
    both = [[np.nan if (v := c.present.get(i)) is None else float(v) for i in items["item"]] for c in coders]
    return Record(
        sample.feature,
        len(counted),
        tuple(c.coder for c in coders),
        figure(found.precision),
        figure(found.recall),
        figure(found.f1),
        figure(found.prevalence),
        agreement(np.array(both), draws, seed) if len(coders) > 1 else Figure(np.nan, np.nan, np.nan),
        agreement(np.array([human, machine], float), draws, seed),
        figure(poles),
        sample.texts,
        signed(coders, items, draws, seed),
    )


def signed(
    coders: Sequence[Codes], items: pd.DataFrame, draws: int, seed: int
) -> dict[str, tuple[Figure, Figure]]:
    """Return alpha of codes with their pole, by level of measurement: between coders, and of majority and machine."""
    if not any(c.poles for c in coders):
        return {}
    said = np.array([[sign(c.present.get(i), c.poles.get(i)) for i in items["item"]] for c in coders])
    signs = {"+": 1, "-": -1}
    people = [
        sign(None if pd.isna(h) else bool(h), signs.get(p))
        for h, p in zip(items["human"], items["human_pole"], strict=True)
    ]
    machine = [
        sign(bool(m), signs.get(p)) for m, p in zip(items["machine"], items["machine_pole"], strict=True)
    ]
    levels: tuple[Level, ...] = SIGNED
    none = Figure(np.nan, np.nan, np.nan)
    return {
        level: (
            agreement(said, draws, seed, level) if len(coders) > 1 else none,
            agreement(np.array([people, machine], float), draws, seed, level),
        )
        for level in levels
    }


def sign(present: bool | None, pole: int | None) -> float:
    """Return a code with its pole as a number: -1, 0 or +1; NaN without a code, or where a theme found has no pole."""
    if present is None:
        return float("nan")
    return 0.0 if not present else float("nan") if pole is None else float(pole)


def figure(found: Interval) -> Figure:
    """Return an interval as a figure."""
    return Figure(float(found.value), float(found.low), float(found.high))


def agreement(
    codes: np.ndarray[tuple[int, int], np.dtype[np.float64]], draws: int, seed: int, level: Level = "nominal"
) -> Figure:
    """Return Krippendorff's alpha with its interval."""
    low, high = alpha_interval(codes, level, draws=draws, seed=seed)
    return Figure(alpha(codes, level), low, high)
