"""How often two layers that have nothing to do with each other are said to keep company.

usage: python benchmarks/cooccurrence.py [--turns N] [--draws N]

In stretches of 120 units of broadcast interviews the hits of the outer layer are turned round against those of the inner by a random distance: no
tie is left, but both clump as before. The interval of the ratio should exclude 1 in at most 5 of 100 cases with five joint hits or more, and that of
the log ratio 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from rhetoric.analysis import Analysis
from rhetoric.compare import presence
from rhetoric.compare.cooccurrence import LEAST, strength
from rhetoric.compare.intervals import stream
from rhetoric.compare.joint import cells_of, hits_of, layer
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
TURNS = HERE.parents[1] / "shared" / "data" / "turns" / "turns.jsonl.gz"
TEXTS = 20
STRETCH, SHORTEST = 120, 20  # units
INNER = ("discourse", "theme.populism", "theme.leadership")
OUTER = ("theme.economy_crisis", "theme.security_order", "theme.national_identity")
UNITS = ("sentence", "paragraph", 5)
SEED = 1


def transcripts() -> list[Document]:
    """Return the first transcripts."""
    out = []
    with gzip.open(TURNS, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(TEXTS), lines, strict=False):
            turns = json.loads(line)["turns"]
            out.append(Document(str(number), "\n\n".join(f"{name}: {text}" for name, text in turns)))
    return out


def turned(a: Analysis, unit: str | int, turns: int, settings: Settings) -> dict[str, Any]:
    """Return how often each interval excludes no tie, over all pairs of layers, stretches and turns."""
    sides = a.sides("doc_id")
    cells = cells_of(a.corpus, a.evidence, a.exposure, unit, sides)  # type: ignore[arg-type]
    edges = np.searchsorted(cells.group, np.arange(len(cells.groups) + 1))
    draw = np.random.default_rng(SEED)
    found: list[tuple[bool, bool, bool]] = []

    def hits(features: Any) -> Any:
        at = cells.hit_at[hits_of(a.evidence, features)]
        return np.bincount(at[at >= 0], minlength=len(cells.words))

    for inner in INNER:
        for outer in OUTER:
            held = layer(a.evidence, outer)
            x, y = hits(np.setdiff1d(layer(a.evidence, inner), held)), hits(held)
            for first, last in pairwise(edges):
                for at in range(first, last, STRETCH):
                    part = slice(at, min(at + STRETCH, last))
                    words = cells.words[part]
                    if len(words) < SHORTEST or not x[part].any() or not y[part].any():
                        continue
                    none = np.zeros(len(words), np.int64)
                    for n in range(turns):
                        by = int(draw.integers(len(words) // 4, 3 * len(words) // 4 + 1))
                        key = stream(SEED, f"{unit}|{inner}|{outer}|{at}|{n}")
                        row = presence.measured(
                            words, x[part], np.roll(y[part], by), none, none, unit, key, settings
                        )
                        if row["inner_hits_inside"] >= LEAST:
                            apart = row["low"] > 1 or row["high"] < 1
                            tied = row["log_ratio_low"] > 0 or row["log_ratio_high"] < 0
                            found.append((apart, tied, strength(row)[0] == "clear"))
    shares = np.array(found, np.float64).reshape(-1, 3).mean(axis=0)
    names = ("ratio_excludes_1", "log_ratio_excludes_0", "clear")
    return {
        "unit": str(unit),
        "cases": len(found),
        **{k: round(float(v), 3) for k, v in zip(names, shares, strict=True)},
    }


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--turns", type=int, default=12, help="random distances for each stretch and pair of layers"
    )
    parser.add_argument("--draws", type=int, default=400)
    chosen = parser.parse_args()
    if not TURNS.exists():
        print("the shared transcripts are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    settings = Settings(layers=("theme", "discourse"), draws=chosen.draws)
    a = analyse_documents(transcripts(), settings)
    rows = [turned(a, unit, chosen.turns, settings) for unit in UNITS]
    result = {"texts": TEXTS, "turns": chosen.turns, "draws": chosen.draws, "rows": rows}
    print(json.dumps(result, indent=1))
    (HERE / "cooccurrence.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
