"""How often does the interval of a validation hold the true figure? Simulated samples of known populations.

usage: python benchmarks/validation.py [--trials N]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from rhetoric.compare.validation import validate

HERE = Path(__file__).resolve().parent
FIGURES = ("precision", "recall", "f1", "prevalence")
DESIGNS = {  # sizes of strata, coded in each, how many readers say yes to in each; the first stratum has the hits
    "200 of 10,000": ((300, 1000, 8700), (80, 60, 60), (0.8, 0.1, 0.01)),
    "100 of 10,000": ((300, 1000, 8700), (40, 30, 30), (0.8, 0.1, 0.01)),
    "60, rare": ((60, 240, 9700), (24, 18, 18), (0.9, 0.05, 0.002)),
    "200, common": ((2000, 3000, 5000), (80, 60, 60), (0.7, 0.3, 0.1)),
    "200, weak list": ((500, 1000, 8500), (80, 60, 60), (0.4, 0.2, 0.05)),
    "100, small corpus": ((60, 100, 240), (40, 30, 30), (0.8, 0.15, 0.03)),
}


def main() -> int:
    """Run the trials."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=400)
    trials = parser.parse_args().trials
    out = {}
    for name, (sizes, coded, yes) in DESIGNS.items():
        held = dict.fromkeys(FIGURES, 0)
        for seed in range(trials):
            generator = np.random.default_rng(seed)
            human = [generator.random(n) < p for n, p in zip(sizes, yes, strict=True)]
            both, found, said = human[0].sum(), sizes[0], sum(h.sum() for h in human)
            truth = {
                "precision": both / found,
                "recall": both / said,
                "f1": 2 * both / (found + said),
                "prevalence": said / sum(sizes),
            }
            rows = np.concatenate([generator.permutation(h)[:n] for h, n in zip(human, coded, strict=True)])
            stratum = np.repeat(np.arange(len(sizes)), coded)
            result = validate(rows, stratum == 0, stratum, sizes, 400, seed)
            for figure in FIGURES:
                interval = getattr(result, figure)
                held[figure] += bool(interval.low <= truth[figure] <= interval.high)
        out[name] = {f: round(n / trials, 3) for f, n in held.items()}
        print(f"{name:20}", "  ".join(f"{f} {v:.3f}" for f, v in out[name].items()))
    (HERE / "validation.json").write_text(
        json.dumps({"trials": trials, "designs": out}, indent=1) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
