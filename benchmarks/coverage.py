"""How often the interval of a passage contains the rate of its whole text.

usage: python benchmarks/coverage.py [--texts N]

From every long text one run of sentences of about 300 and of 900 words is drawn; its interval is held against the value
of the whole text. Measures with fewer than eight hits in the whole text are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from rhetoric.compare import hull
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.score.rates import Units
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
LENGTHS = (300, 900)
FAMILIES = ("theme", "discourse", "sentiment")
SEED = 11


def long_texts(count: int) -> list[Document]:
    """Return texts of 1,800 words and more."""
    out = []
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if len(row["text"].split()) >= 1800 and len(out) < count:
                out.append(Document(row["id"], row["text"]))
    return out


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=120)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    interval = hull(0.95, 1000, SEED)
    held: dict[tuple[str, int, str], list[bool]] = defaultdict(list)
    texts = long_texts(chosen.texts)
    for document in texts:
        a = analyse_documents([document], Settings(layers=FAMILIES, draws=0))
        units = Units(a.evidence, a.exposure)
        weights, rows, words = units.sentences(len(units.doc) - 1)
        features = a.evidence.features
        measures = [f.measure for f in features]
        mean = np.array([m == "mean" for m in measures])
        series = np.where(mean, np.where(rows > 0, weights, np.nan), rows)
        with np.errstate(invalid="ignore"):
            whole = np.where(
                mean, weights.sum(axis=0) / rows.sum(axis=0), 1000 * rows.sum(axis=0) / words.sum()
            )
        total = np.cumsum(words)
        for length in LENGTHS:
            last = int(np.searchsorted(total, total[-1] - length))
            first = random.Random(f"{SEED}|{document.id}|{length}").randrange(max(1, last))
            end = int(np.searchsorted(total, total[first] + length)) + 1
            low, high = interval(series[first:end], words[first:end], f"{document.id}|{length}", measures)
            hits = rows[first:end].sum(axis=0)
            for f, feature in enumerate(features):
                if rows[:, f].sum() < 8:
                    continue
                inside = bool(low[f] <= whole[f] <= high[f])
                some = "0-2" if hits[f] < 3 else "3-9" if hits[f] < 10 else "10+"
                held["all" if not mean[f] else "tone", length, "any"].append(inside)
                if not mean[f]:
                    held["all", length, some].append(inside)
                    held[feature.family, length, "any"].append(inside)
    result = []
    print(f"{'measures':12s} {'words':>6s} {'hits':>6s} {'coverage':>9s} {'n':>6s}")
    for (name, length, hits), seen in sorted(held.items()):
        result.append(
            {
                "measures": name,
                "words": length,
                "hits": hits,
                "coverage": round(float(np.mean(seen)), 3),
                "n": len(seen),
            }
        )
        print(f"{name:12s} {length:6d} {hits:>6s} {np.mean(seen):9.3f} {len(seen):6d}")
    whole_result = {"texts": len(texts), "aimed_at": 0.95, "rows": result}
    (HERE / "coverage.json").write_text(json.dumps(whole_result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
