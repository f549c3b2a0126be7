"""All that a report is made from, out of an analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from rhetoric import coding, compare
from rhetoric.errors import TooFewTexts
from rhetoric.model import provenance
from rhetoric.model.comparison import Comparison
from rhetoric.model.groups import Groups
from rhetoric.model.material import Material
from rhetoric.model.trend import Trend

if TYPE_CHECKING:
    from rhetoric.analysis import Analysis

LEAST_SIDES = 2
LEAST_GROUPS = 3  # from so many on each is held against all the others together
LEAST_DATED = 10  # texts with dates from which a report has a section over time
MOST_LINES, LEAST_TEXTS = 4, 3  # lines in it beside each other, and texts of each
WORDS = 20  # distinctive words of each group


def material(of: Analysis, by: str, command: str = "", a: str = "", b: str = "") -> Material:
    """Return all that a report is made from: three or more groups where there are, unless two sides are named."""
    sides, words, stances = of.sides(by), None, None
    held = None if a or b else several(of, by, sides)
    comparison = None if held else pair(of, by, a, b)
    if held:
        sides = {k: side for k, side in sides.items() if side in held.names}
        options = compare.KeynessOptions(function_words=False, top=WORDS, seed=of.settings.seed)
        words = compare.keyness(of.corpus, sides, options=options)
    elif comparison:
        words = compare.distinctive(of.corpus, sides, comparison.a, comparison.b)
    if "stance" in of.settings.layers:
        stances = stances_of(of, sides) if held and by != "voice" else of.stances()
    return Material(
        of.corpus,
        of.evidence,
        of.exposure,
        of.scores,
        comparison,
        words,
        of.problems,
        provenance.of(of.corpus, of.evidence, of.settings, command),
        of.settings,
        tuple(coding.read_record(Path(v)) for v in of.settings.validations),
        of.instruments() if "meaning" in of.settings.layers else None,
        stances,
        groups=held,
        trends=trends(of, by, held.names if held else (comparison.a, comparison.b) if comparison else ()),
    )


def several(of: Analysis, by: str, sides: Mapping[tuple[str, str], str]) -> Groups | None:
    """Return three or more groups compared; None where there are fewer, or voices of two texts."""
    enough = compare.compared(compare.words_of(of.exposure, sides))
    if len(enough) < LEAST_GROUPS or (by == "voice" and len(of.corpus) < LEAST_GROUPS):
        return None
    return of.groups(by)


def pair(of: Analysis, by: str, a: str, b: str) -> Comparison | None:
    """Return two sides compared; None where there is one, or a single text whose other voices have a few words."""
    alone = len(of.corpus) == 1 and not (a or b)
    if alone and len(compare.compared(compare.words_of(of.exposure, of.sides(by)))) < LEAST_SIDES:
        return None
    try:
        return of.compare(by, a, b)
    except TooFewTexts:
        return None


def trends(of: Analysis, by: str, names: Sequence[str]) -> Trend | None:
    """Return themes over time: a line a side, where there are four at most, of three texts each, and they are not periods themselves."""
    if "theme" not in of.settings.layers or sum(bool(d.date) for d in of.corpus.documents) < LEAST_DATED:
        return None
    sides = {} if by in ("date", "year") else {k: s for k, s in of.sides(by).items() if s in names}
    texts = [len({doc for (doc, _), s in sides.items() if s == name}) for name in names]
    apart = 1 < len(names) <= MOST_LINES and min(texts) >= LEAST_TEXTS
    dates = {d.id: d.date for d in of.corpus.documents}
    try:
        return compare.trend(
            of.evidence,
            of.exposure,
            dates,
            features=("theme",),
            sides=sides if apart else None,
            settings=of.settings,
        )
    except TooFewTexts:
        return None


def stances_of(of: Analysis, sides: Mapping[tuple[str, str], str]) -> pd.DataFrame:
    texts = {d.id: d.text for d in of.corpus.documents}
    return compare.stances(compare.spoken_for(of.evidence, sides), texts, of.settings.level)
