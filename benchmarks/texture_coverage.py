"""How often the range of a passage's texture holds the mean of all passages of its text.

usage: python benchmarks/texture_coverage.py [--draws N]

Texts are cut into runs of sentences of 300 and of 900 words; texts of at least four such runs count, and at most eight are taken of each. An index
of a passage depends on length, so it is held against the mean of passages that are as long, and not against the whole text. Beside the
t interval stand percentiles of the same draws, and how wide the t interval is in standard deviations between passages of a text.
The last table is written into docs/texture.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from coverage import PROSE, whole_texts
from pagetable import markdown, put
from texture import PAGE

from rhetoric.compare.intervals import percentiles
from rhetoric.compare.resampling import Resampling, resampling
from rhetoric.model.columns import Floats
from rhetoric.model.corpus import Corpus
from rhetoric.pipeline import prepared
from rhetoric.score.texture.prose import ProseCounts
from rhetoric.score.texture.table import MEASURES, OF_PROSE, OF_VARIETY, Statistic, defined, ends
from rhetoric.score.texture.variety import VarietyCounts
from rhetoric.score.texture.words import Words, units_of

HERE = Path(__file__).resolve().parent
LENGTHS = (300, 900)
LEAST, MOST = 4, 8  # passages of a text
SEED = 11


class Percentiles(Resampling):
    """The same draws, read as percentiles."""

    def __call__(self, columns: Floats, statistic: Statistic, key: str) -> tuple[Floats, Floats]:
        """Return both ends of every index."""
        low, high = Resampling.__call__(self, columns, statistic, key)
        if np.isnan(low).all():
            return low, high
        tail = 50 * (1 - self.level)
        drawn = np.where(np.isnan(low), np.nan, statistic(self.sums(columns, key)))
        out = np.full((2, len(low)), np.nan)
        known = np.isfinite(low)
        out[:, known] = percentiles(drawn[:, known], (tail, 100 - tail))
        return out[0], out[1]


def passages(corpus: Corpus, length: int) -> tuple[Words, np.ndarray]:
    """Return the words of passages as units of their own, and the text of each."""
    units = units_of(corpus)
    words = Words.of(corpus, units)
    rows: list[np.ndarray] = []
    texts: list[int] = []
    for unit in range(len(units.doc)):
        first, last = words.first[unit : unit + 2]
        if units.name(unit) != "all" or last - first < LEAST * length:
            continue
        stops = np.append(np.flatnonzero(words.new_row[first:last])[1:], last - first)
        start = 0
        for _ in range(MOST):
            at = int(np.searchsorted(stops, start + length))
            if at == len(stops):
                break
            rows.append(np.arange(first + start, first + stops[at]))
            texts.append(unit)
            start = int(stops[at])
    row = np.concatenate(rows)
    cut = words.where(row)
    number = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    return (
        Words(number, cut.sentence, cut.form, cut.length, cut.whole, forms=words.forms, units=len(rows)),
        np.array(texts),
    )


def tried(corpus: Corpus, length: int, draws: int) -> list[dict[str, Any]]:
    """Return one row a measure."""
    words, texts = passages(corpus, length)
    prose, variety = ProseCounts(words), VarietyCounts(words)
    sentences, running = prose.total(), variety.total()
    value = np.concatenate(
        [
            defined(OF_PROSE, sentences, sentences.words, sentences.sentences),
            defined(OF_VARIETY, running, running.tokens, running.tokens),
        ],
        axis=1,
    )
    grouped = pd.DataFrame(value).groupby(texts)
    mean, spread = grouped.transform("mean").to_numpy(), np.sqrt(grouped.var().mean().to_numpy())
    held, wide = {}, np.empty(0)
    for name, interval in (
        ("t", resampling(0.95, draws, SEED)),
        ("percentiles", Percentiles(0.95, draws, SEED)),
    ):
        both = np.array([ends(prose, variety, unit, interval, str(unit)) for unit in range(words.units)])
        low, high = both[:, 0], both[:, 1]
        known = np.isfinite(low) & np.isfinite(mean)
        held[name] = np.where(known, (low <= mean) & (mean <= high), np.nan)
        if name == "t":
            wide = np.nanmedian((high - low) / 2, axis=0) / spread
    return [
        {
            "index": measure.feature.name.partition(".")[2],
            "words": str(length),
            "texts": len(set(texts)),
            "passages": words.units,
            "with a range": float(np.isfinite(held["t"][:, m]).mean()),
            "held": float(np.nanmean(held["t"][:, m])),
            "held by percentiles": float(np.nanmean(held["percentiles"][:, m])),
            "half width, in standard deviations": float(wide[m]),
        }
        for m, measure in enumerate(MEASURES)
    ]


def main() -> int:
    """Run the trial."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--draws", type=int, default=400)
    draws = parser.parse_args().draws
    if not PROSE.exists():
        print("the shared prose is not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    corpus = prepared(whole_texts(LEAST * LENGTHS[0]))
    rows = [row for length in LENGTHS for row in tried(corpus, length, draws)]
    print(markdown(rows))
    by_index: dict[str, dict[str, Any]] = {}
    for row in rows:
        cell = by_index.setdefault(row["index"], {"index": row["index"]})
        cell[f"{row['words']} words"] = row["held"]
        cell[f"percentiles, {row['words']} words"] = row["held by percentiles"]
    put(PAGE, "coverage", markdown(list(by_index.values())))
    (HERE / "texture_coverage.json").write_text(
        json.dumps({"draws": draws, "rows": rows}, indent=1) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
