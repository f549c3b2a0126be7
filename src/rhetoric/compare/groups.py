"""Several groups on every measure: each against all the others together."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from rhetoric.compare.baseline import Baseline
from rhetoric.compare.contrast import own_interval, spread_of, strength
from rhetoric.compare.effectrange import effect_interval, ratio
from rhetoric.compare.sampled import MANY_TEXTS, sampled_interval
from rhetoric.compare.sides import Side, codes_of, sides_of
from rhetoric.errors import TooFewTexts
from rhetoric.model.comparison import SHORT
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.groups import Groups
from rhetoric.settings import Settings

MOST = 12
NAMED = 8  # groups left out that a warning names
OTHERS_DRAWS = (
    400  # behind the interval of the others' own values: they have many sentences, and a part in no finding
)
LONGER = 3  # times as many words as the smallest: said in a warning


def groups(
    evidence: Evidence,
    exposure: Exposure,
    *,
    by: str,
    sides: Mapping[tuple[str, str], str],
    kinds: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    baseline: Baseline | None = None,
    most: int = MOST,
    least: int = SHORT,
) -> Groups:
    """Compare every group with all the others together, on every feature that was looked for.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    by : str
        What the groups are, for the reader.
    sides : mapping
        (document id, voice id) to the name of a group.
    kinds : mapping, optional
        Document id to the kind of text; groups of different kinds raise a warning.
    settings : Settings, optional
        Level, draws and seed.
    baseline : Baseline, optional
        By default the one that ships.
    most : int
        How many groups are compared, those with most words; the others are named in a warning.
    least : int
        Words below which a group is left out.

    Returns
    -------
    Groups

    Raises
    ------
    TooFewTexts
        If fewer than two groups have `least` words.

    Notes
    -----
    A group is held against the others as one side is against another in `rhetoric.compare.contrast`, with the same effects, intervals and
    strengths; with two groups the table says what a contrast of the two says, twice. "The others" are those compared: what is left out is in
    nobody's figures. A large group weighs as much in them as it has words. From twenty texts in the group and in the others, texts are drawn
    instead of blocks of sentences.
    """
    settings, baseline, kinds = settings or Settings(), baseline or Baseline.read(), kinds or {}
    words = words_of(exposure, sides)
    names = compared(words, most, least)
    if len(names) < 2:
        raise TooFewTexts(
            f"fewer than two groups by {by} have {least} words", "group by another field, or add texts"
        )
    own = sides_of({n: (n,) for n in names}, evidence, exposure, sides, kinds)
    tables = []
    for index, side in enumerate(own):
        rest = tuple(n for n in names if n != side.name)
        name = rest[0] if len(rest) == 1 else f"all but {side.name}"
        others = sides_of({name: rest}, evidence, exposure, sides, kinds)[0]
        tables.append(against(side, others, index, evidence, settings, baseline))
    table = pd.concat(tables, ignore_index=True)
    return Groups(by, tuple(names), table, tuple(warnings_of(own, words, most, least)))


def words_of(exposure: Exposure, sides: Mapping[tuple[str, str], str]) -> dict[str, int]:
    """Return the words of every group, those with most words first."""
    held = exposure.table()
    words: dict[str, int] = {}
    for doc, voice, n in zip(held["doc_id"], held["voice"], held["words"], strict=True):
        side = sides.get((str(doc), str(voice)))
        if side is not None:
            words[side] = words.get(side, 0) + int(n)
    return {k: words[k] for k in sorted(words, key=lambda k: (-words[k], k))}


def compared(words: Mapping[str, int], most: int = MOST, least: int = SHORT) -> list[str]:
    """Return the groups that are compared: by number where all are numbers, else those with most words first."""
    names = [n for n in words if words[n] >= least][:most]
    return sorted(names, key=float) if all(n.replace(".", "", 1).isdecimal() for n in names) else names


def against(
    side: Side, others: Side, index: int, evidence: Evidence, settings: Settings, baseline: Baseline
) -> pd.DataFrame:
    """Return the rows of one group."""
    features = evidence.features
    mean = np.array([f.measure == "mean" for f in features], np.bool_)
    spread = spread_of(side, others, mean, None, "")
    if spread.sides:
        low, high = sampled_interval(*spread.sides, mean, settings)
    else:
        low, high = effect_interval(side, others, mean, settings, by_text=False)
    value, others_value = side.value(mean), others.value(mean)
    hits, others_hits = side.count(mean), others.count(mean)
    words, others_words = float(side.words.sum()), float(others.words.sum())
    nothing = ~mean & (hits + others_hits == 0)
    low, high = np.where(nothing, np.nan, low), np.where(nothing, np.nan, high)
    effect = np.where(mean, value - others_value, ratio(hits, others_hits, words, others_words))
    low, high = np.minimum(low, effect), np.maximum(high, effect)
    size = np.where(mean, np.abs(effect), np.abs(np.log2(np.where(mean, 1.0, effect))))
    shorter = min(words, others_words)
    percentile = np.array(
        [baseline.percentile(f.name, shorter, float(s)) for f, s in zip(features, size, strict=True)]
    )
    excludes = np.where(mean, (low > 0) | (high < 0), (low > 1) | (high < 1))
    blocks = np.where(value >= others_value, side.blocks(), others.blocks())
    judged = [
        strength(f, int(n), bool(x), int(b), float(q), shorter)
        for f, n, x, b, q in zip(features, hits + others_hits, excludes, blocks, percentile, strict=True)
    ]
    own_texts, other_texts = spread.sides or (None, None)
    own = own_interval(side, own_texts, features, settings)
    fewer = dataclasses.replace(settings, draws=min(settings.draws, OTHERS_DRAWS))
    rest = own_interval(others, other_texts, features, fewer)
    return pd.DataFrame(
        {
            "feature": [str(f) for f in features],
            "label": [f.label for f in features],
            "unit": [f.unit for f in features],
            "group": side.name,
            "index": index,
            "texts": side.texts,
            "words": int(words),
            "hits": hits,
            "value": value,
            "low": own[0],
            "high": own[1],
            "others_value": others_value,
            "others_low": rest[0],
            "others_high": rest[1],
            "others_hits": others_hits,
            "others_words": int(others_words),
            "effect": effect,
            "effect_kind": np.where(mean, "difference", "ratio"),
            "effect_low": low,
            "effect_high": high,
            "percentile": percentile,
            "strength": [s for s, _ in judged],
            "note": [n for _, n in judged],
        }
    )


def warnings_of(own: Sequence[Side], words: Mapping[str, int], most: int, least: int) -> list[str]:
    """Return what a reader must know first."""
    texts = len(np.unique(np.concatenate([s.text for s in own])))
    out = []
    if min(s.texts for s in own) < MANY_TEXTS:
        are = "This is one text" if texts == 1 else f"These are {texts:,} texts"
        out.append(f"{are}. Differences below describe the texts, not their authors, parties or outlets.")
    kinds = {s.name: ", ".join(sorted(s.kinds)) for s in own if s.kinds}
    if len(set(kinds.values())) > 1:
        each = "; ".join(f"{n}: {k}" for n, k in kinds.items())
        out.append(f"The kinds of text differ ({each}): part of any difference is speech against prose.")
    held = {s.name: float(s.words.sum()) for s in own}
    largest, smallest = max(held, key=lambda n: held[n]), min(held, key=lambda n: held[n])
    if held[largest] > sum(held.values()) / 2 and len(own) > 2:
        out.append(
            f"{largest} has more than half of all words: held against the others, every other group is mostly held against {largest}."
        )
    elif held[largest] > LONGER * held[smallest]:
        out.append(
            f"The groups differ in length: {largest} has {held[largest]:,.0f} words, {smallest} {held[smallest]:,.0f}."
        )
    small = [n for n in words if words[n] < least]
    beyond = [n for n in words if words[n] >= least and n not in held]
    if small:
        out.append(f"Left out, under {least} words: {listed(small)}.")
    if beyond:
        out.append(f"Left out, as only the {most} largest groups are compared: {listed(beyond)}.")
    return out


def listed(names: Sequence[str]) -> str:
    """Return names in a row, the last of many as a number."""
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def spoken_for(evidence: Evidence, sides: Mapping[tuple[str, str], str]) -> Evidence:
    """Return evidence in which every voice goes by the name of its group; what belongs to none is left out."""
    names = tuple(dict.fromkeys(sides.values()))
    codes = {name: n for n, name in enumerate(names)}
    told = evidence.where(evidence.voice >= 0)
    of = codes_of(told.docs, told.voices, told.doc, told.voice, sides, codes)
    kept = told.where(of >= 0)
    return dataclasses.replace(kept, voice=of[of >= 0].astype(np.int32), voices=names)
