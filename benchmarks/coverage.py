"""How often ranges hold what they should: of passages, of two passages compared, of many texts, of clusters of texts.

usage: python benchmarks/coverage.py [--windows N] [--draws N]

Passages of 300, 900 and 2,000 words are cut in one run of sentences from texts at least one and a half times as long; every measure that is
on by default and stands in the whole text counts. The range of the passage is held against the value of the whole. Two passages of two
texts are held against the ratio of the two wholes, two passages of one text that share no sentence against no difference. Numbers are learned
on one half of the texts, by a hash of their names; the tables are of the other half. They are written into docs/comparison.md.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from coverage_sampled import clusters, texts
from pagetable import markdown, put

from rhetoric.compare.drift import drift_of
from rhetoric.compare.effectrange import effect_interval
from rhetoric.compare.intervals import Hull, overdispersion
from rhetoric.compare.sides import Side
from rhetoric.model.columns import Floats
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.pipeline import analyse_documents
from rhetoric.score.rates import Units
from rhetoric.settings import LAYERS, Settings

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
PAGE = HERE.parent / "docs" / "comparison.md"
LENGTHS = (300, 900, 2000)
LONGER, MUCH_LONGER = 1.5, 3.0  # times the words of a passage
HITS = ((0, 2), (3, 9), (10, 10**9))
TOGETHER = ((1, 4), (5, 9), (10, 19), (20, 10**9))  # hits of two passages
FEW_TEXTS = 10  # a cell with fewer is not shown
PAIRS = 800
SEED = 11


@dataclass(frozen=True, eq=False)
class Text:
    """One text, sentence by sentence: hits of rates and weights of means (NaN where a sentence has none), and words."""

    name: str
    hits: Floats
    words: Floats

    @property
    def learned_on(self) -> bool:
        """Whether numbers are learned on it."""
        return hashlib.blake2b(self.name.encode(), digest_size=4).digest()[-1] % 2 == 0

    def value(self, mean: Any, part: slice = slice(None)) -> Floats:
        """Return hits by word and means, of a part or of all."""
        hits, known = self.hits[part], np.isfinite(self.hits[part])
        with np.errstate(invalid="ignore", divide="ignore"):
            total = np.where(known, hits, 0).sum(axis=0)
            out: Floats = total / np.where(mean, known.sum(axis=0), self.words[part].sum())
        return out


def whole_texts(least: int) -> list[Document]:
    """Return the texts of `least` words and more, each put together from its sections."""
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name, _, number = row["id"].partition("#")
            parts[name].append((int(number or 0), row["text"]))
    joined = {name: "\n\n".join(t for _, t in sorted(sections)) for name, sections in parts.items()}
    return [Document(name, text) for name, text in sorted(joined.items()) if len(text.split()) >= least]


def analysed(documents: Sequence[Document], batch: int = 200) -> list[tuple[Evidence, Exposure]]:
    """Return evidence and exposure, some texts at a time."""
    settings = Settings(draws=0, layers=tuple(n for n in LAYERS if n != "texture"))
    parts = [analyse_documents(documents[k : k + batch], settings) for k in range(0, len(documents), batch)]
    return [(p.evidence, p.exposure) for p in parts]


def series(parts: Iterable[tuple[Evidence, Exposure]]) -> tuple[tuple[Feature, ...], list[Text]]:
    """Return the measures and every text by sentence."""
    out = []
    features: tuple[Feature, ...] = ()
    for evidence, exposure in parts:
        units, features = Units(evidence, exposure), evidence.features
        mean = np.array([f.measure == "mean" for f in features])
        for unit in range(len(units.doc)):
            if units.name(unit) == "all":
                weights, found, words = units.sentences(unit)
                hits = np.where(mean, np.where(found > 0, weights, np.nan), found)
                out.append(Text(units.docs[units.doc[unit]], hits, words))
    return features, out


def windows(text: Text, length: int, many: int) -> list[slice]:
    """Return runs of sentences of at least `length` words, at random places of one text, in order."""
    ends = np.cumsum(text.words)
    if ends[-1] < LONGER * length:
        return []
    last = int(np.searchsorted(ends, ends[-1] - length))  # no later start leaves enough words
    draw = random.Random(f"{SEED}|{length}|{text.name}")
    starts = sorted(draw.sample(range(last + 1), min(many, last + 1)))
    return [slice(k, int(np.searchsorted(ends, (ends[k - 1] if k else 0) + length)) + 1) for k in starts]


class Undrifted(Hull):
    """The hull without drift and without the likeness of sentences, as it was before."""

    def rates(self, hits: Floats, words: Floats, drift: Floats, text: Any = None) -> tuple[Floats, Floats]:
        """Return the Jeffreys part."""
        return Hull.rates(self, hits, words, 0 * drift, text)

    def means(self, weights: Floats, words: Floats, text: Any = None) -> tuple[Floats, Floats]:
        """Return the t part."""
        return Hull.means(self, weights, words, np.arange(len(words)))


def passages(features: Sequence[Feature], held: Sequence[Text], many: int, draws: int) -> pd.DataFrame:
    """Return one row a passage and measure: whether its range holds the whole, and how wide it is."""
    mean = np.array([f.measure == "mean" for f in features])
    family = np.array([f.name.split(".")[0] for f in features])
    measure = np.where(mean, [f.name for f in features], "rates")
    tables = []
    for text in held:
        whole = text.value(mean)
        total = np.isfinite(text.hits).sum(axis=0) * mean + np.nan_to_num(text.hits).sum(axis=0) * ~mean
        for length in LENGTHS:
            for n, part in enumerate(windows(text, length, many)):
                hits, words = text.hits[part], text.words[part]
                key = f"{text.name}|{n}"
                count = np.isfinite(hits).sum(axis=0) * mean + np.nan_to_num(hits).sum(axis=0) * ~mean
                row: dict[str, Any] = {
                    "family": family, "measure": measure, "hits": count, "whole": total, "text": text.name,
                    "words": length, "much longer": text.words.sum() >= MUCH_LONGER * length,
                }  # fmt: skip
                for name, hull in (("now", Hull), ("before", Undrifted)):
                    low, high = hull(0.95, draws, SEED)(hits, words, key, features)
                    scale = np.where(mean, 1, 1000)
                    row[name] = (low <= scale * whole + 1e-12) & (scale * whole <= high + 1e-12)
                    with np.errstate(invalid="ignore", divide="ignore"):
                        row[f"{name}, width"] = np.where(mean, high - low, high / low)
                table = pd.DataFrame(row)
                tables.append(table[np.where(mean, count > 1, total > 0)])
    return pd.concat(tables, ignore_index=True)


def side(text: Text, part: slice, drift: Floats) -> Side:
    """Return one passage as a side of a comparison."""
    return Side(
        text.name,
        text.hits[part],
        text.words[part],
        np.zeros(part.stop - part.start, np.int64)[: len(text.words[part])],
        frozenset(),
        drift,
    )


def pairs(held: Sequence[Text], length: int, *, one: bool) -> list[tuple[Text, slice, Text, slice]]:
    """Return pairs of passages: of one text, without a sentence in common, or of two."""
    cut = {t.name: (t, windows(t, length, 8)) for t in held}
    cut = {n: (t, w) for n, (t, w) in cut.items() if w}
    if one:
        apart = [(t, w[0], t, w[-1]) for t, w in cut.values() if w[-1].start >= w[0].stop]
        return apart[:PAIRS]
    draw = random.Random(f"{SEED}|{length}")
    out = []
    for _ in range(PAIRS if len(cut) > 1 else 0):
        (t, w), (u, v) = (cut[n] for n in draw.sample(sorted(cut), 2))
        out.append((t, draw.choice(w), u, draw.choice(v)))
    return out


def compared(features: Sequence[Feature], held: Sequence[Text], draws: int) -> pd.DataFrame:
    """Return one row a pair of passages and measure: whether the range of their ratio holds what is true."""
    mean = np.array([f.measure == "mean" for f in features])
    drift = drift_of(features)
    settings = Settings(draws=draws, seed=SEED)
    tables = []
    for one in (False, True):
        for length in LENGTHS:
            for t, w, u, v in pairs(held, length, one=one):
                with np.errstate(invalid="ignore", divide="ignore"):
                    true = np.ones(len(mean)) if one else t.value(mean) / u.value(mean)
                count = np.nan_to_num(t.hits[w]).sum(axis=0) + np.nan_to_num(u.hits[v]).sum(axis=0)
                row: dict[str, Any] = {"of one text": one, "words": length, "hits": count, "text": t.name}
                for name, d in (("now", drift), ("before", 0 * drift)):
                    low, high = effect_interval(side(t, w, d), side(u, v, d), mean, settings, by_text=False)
                    row[name] = (low <= true) & (true <= high)
                    with np.errstate(invalid="ignore", divide="ignore"):
                        row[f"{name}, width"] = high / low
                known = ~mean & (count > 0) & np.isfinite(true) & (true > 0)
                tables.append(pd.DataFrame(row)[known])
    return pd.concat(tables, ignore_index=True)


def shares(rows: pd.DataFrame, **what: Any) -> dict[str, Any]:
    """Return the shares of ranges that held; every text weighs the same; and the middle width."""
    by_text = rows.groupby("text")[["now", "before"]].mean()
    wide = [rows[c].fillna(np.inf).median() for c in ("now, width", "before, width")]
    return {
        **what,
        "texts": len(by_text),
        "ranges": len(rows),
        "held": round(float(by_text["now"].mean()), 3),
        "held before": round(float(by_text["before"].mean()), 3),
        "width": round(float(wide[0]), 2) if np.isfinite(wide[0]) else "open",
        "width before": round(float(wide[1]), 2) if np.isfinite(wide[1]) else "open",
    }


def cells(rows: pd.DataFrame, by: Sequence[tuple[int, int]], **what: Any) -> list[dict[str, Any]]:
    """Return one row for each length and number of hits with enough texts."""
    out = []
    for length in LENGTHS:
        mine = rows[rows["words"] == length]
        for low, high in (*by, (0, 10**9)):
            part = mine[mine["hits"].between(low, high)]
            label = (
                "any" if (low, high) == (0, 10**9) else f"{low}-{high}" if high < 10**9 else f"{low} and more"
            )
            if part["text"].nunique() >= FEW_TEXTS:
                out.append(shares(part, **what, words=str(length), hits=label))
    return out


def learned(features: Sequence[Feature], texts_: Sequence[Text], many: int) -> list[dict[str, Any]]:
    """Return the drift of each family of rates, and the likeness of sentences of means, by length; texts weigh the same."""
    mean = np.array([f.measure == "mean" for f in features])
    family = np.where(mean, [f.name for f in features], [f.name.split(".")[0] for f in features])
    rows = []
    for length in LENGTHS:
        above, below = np.zeros(len(mean)), np.zeros(len(mean))
        for text in texts_:
            parts = windows(text, length, many)
            known = np.isfinite(text.hits).sum(axis=0)
            for part in parts:
                hits, words = text.hits[part], text.words[part]
                n = np.isfinite(hits).sum(axis=0)
                rest = 1 - np.where(mean, n / np.maximum(known, 1), words.sum() / text.words.sum())
                off = (text.value(mean, part) - text.value(mean)) ** 2 / np.maximum(rest, 1e-9)
                plain = np.nan_to_num(hits)
                expected = text.value(mean) * words.sum()
                spread = np.where(n > 1, np.nanvar(np.where(n > 1, hits, 0), axis=0, ddof=1), np.nan)
                gain = np.where(
                    mean, off - spread / np.maximum(n, 1),
                    off * words.sum() ** 2 - overdispersion(plain, words) * expected,
                )  # fmt: skip
                size = np.where(mean, spread, expected**2)
                use = np.where(mean, n > 1, np.nan_to_num(text.hits).sum(axis=0) > 2) & (rest > 0.01)
                above += np.where(use, np.nan_to_num(gain), 0) / len(parts)
                below += np.where(use, np.nan_to_num(size), 0) / len(parts)
        for name in dict.fromkeys(family.tolist()):
            mine = family == name
            if below[mine].sum() > 0:
                rows.append((name, str(length), round(float(above[mine].sum() / below[mine].sum()), 3)))
    table = pd.DataFrame(rows, columns=["of", "words", "learned"]).pivot(
        index="of", columns="words", values="learned"
    )
    return [{"of": n, **{f"{c} words": table.loc[n, str(c)] for c in LENGTHS}} for n in table.index]


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--windows", type=int, default=4, help="passages of each length from each text")
    parser.add_argument("--draws", type=int, default=200)
    chosen = parser.parse_args()
    if not PROSE.exists():
        said = "the shared prose is not beside the checkout; nothing was measured"
        print(f"{PROSE.name}: {said}", file=sys.stderr)
        return 1
    features, every = series(analysed(whole_texts(int(LENGTHS[0]))))
    half = [t for t in every if not t.learned_on]
    rows = passages(features, half, chosen.windows, chosen.draws)
    both = compared(features, half, chosen.draws)
    rates, means = rows[rows["measure"] == "rates"], rows[rows["measure"] != "rates"]
    far = rates[rates["much longer"]]
    result = {
        "level": 0.95,
        "draws": chosen.draws,
        "windows": chosen.windows,
        "measures": len(features),
        "texts": sum(bool(t.words.sum() >= LONGER * LENGTHS[0]) for t in every),
        "learned": learned(features, [t for t in every if t.learned_on], chosen.windows),
        "passages": cells(rates, HITS),
        "passages_of_texts_three_times_as_long": cells(far, HITS),
        "passages_of_measures_with_eight_hits_in_the_whole": cells(rates[rates["whole"] >= 8], HITS),
        "families": [
            row for f in sorted(set(rates["family"])) for row in cells(rates[rates["family"] == f], HITS, family=f)
        ],
        "means": [
            row for m in sorted(set(means["measure"])) for row in cells(means[means["measure"] == m], (), measure=m)
        ],
        "two_texts": cells(both[~both["of one text"]], TOGETHER),
        "one_text": cells(both[both["of one text"]], TOGETHER),
        "many_texts": texts(features, every),
        "clusters": clusters(features, every),
    }  # fmt: skip
    (HERE / "coverage.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    for name, table in result.items():
        if isinstance(table, list) and table:
            print(f"\n{name}\n{markdown(table)}")
            if PAGE.exists():
                put(PAGE, name, markdown(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
