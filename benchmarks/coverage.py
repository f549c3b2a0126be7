"""How often the interval of a passage contains the rate of its whole text.

usage: python benchmarks/coverage.py [--windows N] [--draws N]

Passages of 300, 900 and 2,000 words are cut in one run of sentences from texts at least one and a half times as long. The hull, and its
Jeffreys part alone, are held against the value of the whole text, for measures with eight hits or more in it. The interval
is meant for text like the passage: what it misses is, for the most part, drift of topic through the text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from rhetoric.compare import hull
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.score.rates import Units
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
LENGTHS = (300, 900, 2000)
MEASURES = (
    "theme.economy_crisis",
    "theme.security_order",
    "discourse.hedge",
    "discourse.booster",
    "sentiment.tone",
)
LONGER = 1.5  # times the words of a passage
LEAST = 8  # hits in the whole text
HITS = ((0, 2), (3, 9), (10, 10**9))
SEED = 11


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


def windows(words: Any, length: int, many: int, name: str) -> Iterable[slice]:
    """Return runs of sentences of at least `length` words, at random places of one text."""
    ends = np.cumsum(words)
    last = int(np.searchsorted(ends, ends[-1] - length))  # no later start leaves enough words
    draw = random.Random(f"{SEED}|{length}|{name}")
    for first in sorted(draw.sample(range(last + 1), min(many, last + 1))):
        before = ends[first - 1] if first else 0
        yield slice(first, int(np.searchsorted(ends, before + length)) + 1)


def tried(documents: list[Document], many: int, draws: int) -> pd.DataFrame:
    """Return one row a text, passage and measure: length, hits in the passage, whether each interval holds the whole."""
    settings = Settings(draws=0, layers=("theme", "discourse", "sentiment"))
    a = analyse_documents(documents, settings)
    units = Units(a.evidence, a.exposure)
    names = [f.name for f in a.evidence.features]
    picked = [names.index(m) for m in MEASURES]
    kinds = [a.evidence.features[f].measure for f in picked]
    mean = np.array([k == "mean" for k in kinds])
    intervals = {"hull": hull(0.95, draws, SEED), "jeffreys": hull(0.95, 0, SEED)}
    rows = []
    for unit in range(len(units.doc)):
        if units.name(unit) != "all":
            continue
        weights, found, words = units.sentences(unit)
        weights, found = weights[:, picked], found[:, picked]
        series = np.where(mean, np.where(found > 0, weights, np.nan), found)
        total = found.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            whole = np.where(mean, weights.sum(axis=0) / total, 1000 * total / words.sum())
        for length in LENGTHS:
            if words.sum() < LONGER * length:
                continue
            for n, part in enumerate(windows(words, length, many, units.key(unit))):
                held = {}
                for name, interval in intervals.items():
                    low, high = interval(series[part], words[part], f"{units.key(unit)}|{n}", kinds)
                    held[name] = (low <= whole) & (whole <= high)
                hits = found[part].sum(axis=0)
                rows += [
                    (
                        MEASURES[m],
                        length,
                        units.docs[units.doc[unit]],
                        int(hits[m]),
                        held["hull"][m],
                        held["jeffreys"][m],
                    )
                    for m in range(len(MEASURES))
                    if total[m] >= LEAST and not (mean[m] and hits[m] < 2)
                ]
    return pd.DataFrame(rows, columns=["measure", "words", "text", "hits", "hull", "jeffreys"])


def shares(rows: pd.DataFrame, **what: Any) -> dict[str, Any]:
    """Return the shares of passages whose intervals held the whole; every text weighs the same."""
    by_text = rows.groupby("text")[["hull", "jeffreys"]].mean()
    return {
        **what,
        "texts": len(by_text),
        "passages": len(rows),
        "hull": round(float(by_text["hull"].mean()), 3) if len(rows) else None,
        "jeffreys": round(float(by_text["jeffreys"].mean()), 3) if len(rows) else None,
    }


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--windows", type=int, default=5, help="passages of each length from each text")
    parser.add_argument("--draws", type=int, default=1000)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    rows = tried(whole_texts(int(LONGER * LENGTHS[0])), chosen.windows, chosen.draws)
    rates = rows[rows["measure"] != "sentiment.tone"]
    table = []
    for length in LENGTHS:
        mine = rates[rates["words"] == length]
        table.append(shares(mine, words=length, measure="all rates", hits="any"))
        for low, high in HITS:
            label = f"{low}-{high}" if high < 10**9 else f"{low} and more"
            part = mine[mine["hits"].between(low, high)]
            table.append(shares(part, words=length, measure="all rates", hits=label))
        for measure in MEASURES:
            part = rows[(rows["measure"] == measure) & (rows["words"] == length)]
            table.append(shares(part, words=length, measure=measure, hits="any"))
    print(pd.DataFrame(table).to_string(index=False, na_rep="-"))
    result = {
        "level": 0.95,
        "draws": chosen.draws,
        "windows": chosen.windows,
        "texts": int(rows["text"].nunique()),
        "least_hits_in_the_whole": LEAST,
        "coverage": table,
    }
    (HERE / "coverage.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
