"""How far do Wordfish and latent semantic scaling agree, on real texts, with parties, published positions and people's ratings?

usage: python benchmarks/scaling_texts.py

The shared evaluation data must lie beside the checkout. The table is written into docs/scaling.md, and all figures into scaling_texts.json.

Irish budget speeches: excerpts of 2008 to 2012. Fianna Fáil governed until the budget of 2011. Opinion pieces of the New York Times: people
rated every sentence; a piece's rating, and its VADER score, is the mean over its sentences.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pagetable import markdown, put

from rhetoric.compare import SEEDS, lss, word_counts, wordfish
from rhetoric.extract.vader import mapped, scores
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
PROSE = SHARED / "data" / "bench" / "docs10.jsonl.gz"
RATED = SHARED / "gold" / "sentiment-nyt-dev"
PAGE = HERE.parent / "docs" / "scaling.md"
GOVERNED = "FF"  # the one party of the excerpts that governed
LAST_YEAR = 2011  # of its budgets
LOW, HIGH = "2010_BUDGET_03_Joan_Burton_LAB#1", "2011_BUDGET_01_Brian_Lenihan_FF#3"
# positions in the debate on the budget of 2010: https://tutorials.quanteda.io/machine-learning/wordfish
QUANTEDA = {
    "Brian Lenihan": 1.79395,
    "Joan Burton": -1.13501,
    "Arthur Morgan": -0.07840,
    "Brian Cowen": 1.77839,
    "Enda Kenny": -0.75343,
    "Eamon Gilmore": -0.58474,
    "Ruairi Quinn": -0.92648,
    "Caoimhghin OCaolain": -0.03993,
}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read packed JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def row(
    method: str, texts: str, many: int, units: str, figure: str, value: float, took: float
) -> dict[str, Any]:
    """Return one row of the table."""
    return {
        "method": method,
        "texts": texts,
        "number": f"{many:,} {units}",
        "figure": figure,
        "value": float(value),
        "seconds": took,
    }


def budgets(bench: list[Document]) -> list[dict[str, Any]]:
    """Return how Wordfish's positions of excerpts go with government and opposition, and with quanteda's."""
    mark = "irishbudgets:irishbudgets_"
    excerpts = [Document(d.id.removeprefix(mark), d.text) for d in bench if d.id.startswith(mark)]
    counts = word_counts(prepared(excerpts))
    began = time.perf_counter()
    table = wordfish(counts, LOW, HIGH).documents
    took = time.perf_counter() - began
    parts = [re.fullmatch(r"(\d{4})_[A-Z]+_\d+_(.+)_([A-Z]+)#\d+", name) for name in table["doc_id"]]
    assert all(parts)
    table["year"], table["speaker"], table["party"] = zip(
        *((int(p[1]), p[2].replace("_", " "), p[3]) for p in parts if p), strict=True
    )
    before = table[table["year"] <= LAST_YEAR]
    governs = before["party"] == GOVERNED
    above, below = (before.loc[rows, "position"].to_numpy() for rows in (governs, ~governs))
    pairs = (above[:, None] > below[None, :]).mean()
    means = table.groupby("speaker")["position"].mean()[list(QUANTEDA)]
    told = f"Irish budget speeches 2008-{table['year'].max()}"
    return [
        row(
            "Wordfish", told, len(table), "excerpts",
            f"pairs up to {LAST_YEAR} in which government ({len(above)}) stands above opposition ({len(below)})",
            pairs, took,
        ),
        row(
            "Wordfish", told, len(table), "excerpts",
            f"correlation of {len(means)} speakers' means with quanteda's positions of 2010",
            np.corrcoef(means, list(QUANTEDA.values()))[0, 1], took,
        ),
    ]  # fmt: skip


def tone(bench: list[Document]) -> list[dict[str, Any]]:
    """Return how latent semantic scaling and VADER go with people's ratings of opinion pieces."""
    ratings = {r["id"]: (r["article"], r["rating"]) for r in rows(RATED / "gold.jsonl.gz")}
    sentences = [(*ratings[r["id"]], r["text"]) for r in rows(RATED / "input.jsonl.gz") if r["id"] in ratings]
    frame = pd.DataFrame(sentences, columns=["article", "rating", "text"])
    began = time.perf_counter()
    frame["vader"] = scores([mapped(t) for t in frame["text"]])[0]
    took = time.perf_counter() - began
    mean = frame.groupby("article")[["rating", "vader"]].mean()
    texts: dict[str, list[str]] = defaultdict(list)
    for article, _, text in sentences:
        texts[article].append(text)
    pieces = [Document(f"nyt:{article}", "\n\n".join(parts)) for article, parts in texts.items()]
    figure = f"correlation with people's mean ratings of {len(pieces)} pieces"
    out = [
        row(
            "VADER",
            "opinion pieces",
            len(frame),
            "sentences",
            figure,
            mean["rating"].corr(mean["vader"]),
            took,
        )
    ]
    for told, more in (("opinion pieces", []), (f"opinion pieces and {len(bench):,} political texts", bench)):
        corpus = prepared([*pieces, *more])
        began = time.perf_counter()
        found = lss(corpus, **SEEDS["sentiment"])
        took = time.perf_counter() - began
        position = found.documents.set_index("doc_id")["position"][[f"nyt:{a}" for a in mean.index]]
        value = np.corrcoef(position, mean["rating"])[0, 1]
        out.append(row("LSS", told, found.about["sentences"], "sentences", figure, value, took))
    return out


def main() -> int:
    """Measure, print and write."""
    if not PROSE.exists() or not RATED.exists():
        print("the shared evaluation data are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    bench = [Document(r["id"], r["text"]) for r in rows(PROSE)]
    table = budgets(bench)
    print(markdown(table))
    table += tone(bench)
    print(markdown(table))
    (HERE / "scaling_texts.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    put(PAGE, "texts", markdown(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
