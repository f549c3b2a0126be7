"""How often Wordfish's intervals hold the true position, and trends' intervals the true change, in made data whose truth is known.

usage: python benchmarks/scaling.py [wordfish] [trends]

Words of a text are Poisson, or gamma-Poisson (bursty) with the variance of the rates given; so are hits of texts, and of years. The tables
are written into docs/scaling.md and docs/trends.md.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from pagetable import markdown, put
from scipy.sparse import csr_array

from rhetoric.compare import WordCounts, trend, wordfish
from rhetoric.model.columns import Floats
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.model.feature import Feature
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
RESULT = HERE / "scaling.json"
PAGES = {"wordfish": "scaling.md", "trends": "trends.md"}
SEED = 11
CASES = (  # texts, words of each, variance of rates, texts that a word must stand in (0: the default), rounds
    (15, 1000, 0.0, 0, 24),
    (15, 4000, 0.0, 0, 24),
    (40, 1500, 0.0, 0, 10),
    (40, 1500, 0.0, 2, 10),
    (100, 1000, 0.0, 0, 5),
    (300, 800, 0.0, 0, 3),
    (15, 1000, 0.5, 0, 24),
    (40, 1500, 0.5, 0, 10),
    (100, 1000, 0.5, 0, 5),
    (300, 800, 0.5, 0, 3),
)
WORDS = 5000
YEARS = ((8, 25, 0.0, 0.0), (8, 25, 0.1, 0.0), (20, 25, 0.1, 0.0), (8, 5, 0.0, 0.0), (8, 25, 0.0, 0.1))
ROUNDS, RATE, BURSTY = 100, 2.0, 0.5
X = Feature("theme.x", label="X")


def texts(rng: np.random.Generator, many: int, size: int, bursty: float) -> tuple[Floats, WordCounts]:
    """Return true positions, and counts."""
    theta = rng.normal(size=many)
    theta = (theta - theta.mean()) / theta.std(ddof=1)
    share = np.exp(-1.1 * np.log(np.arange(WORDS) + 6) + np.outer(theta, rng.normal(0, 0.5, WORDS)))
    rate = size * share / share.sum(axis=1, keepdims=True)
    if bursty:
        rate = rate * rng.gamma(1 / bursty, bursty, rate.shape)
    names = tuple(f"d{n:04}" for n in range(many))
    return theta, WordCounts(
        names, tuple(f"w{n:05}" for n in range(WORDS)), csr_array(rng.poisson(rate).astype(float))
    )


def wordfish_row(many: int, size: int, bursty: float, least: int, rounds: int) -> dict[str, Any]:
    """Return how Wordfish did on texts of one kind."""
    rng = np.random.default_rng([SEED, many, size, int(10 * bursty)])
    near, narrow, wide, took = [], [], [], []
    for _ in range(rounds):
        theta, counts = texts(rng, many, size, bursty)
        began = time.perf_counter()
        found = wordfish(
            counts, counts.units[theta.argmin()], counts.units[theta.argmax()], least_texts=least
        )
        rows = found.documents
        took.append(time.perf_counter() - began)
        near.append(np.corrcoef(rows["position"], theta)[0, 1])
        narrow.append((np.abs(rows["position"] - theta) < 1.96 * rows["se"]).mean())
        wide.append(((rows["low"] < theta) & (theta < rows["high"])).mean())
    return {
        "texts": many,
        "words of each": size,
        "variance of rates": bursty,
        "words in texts": found.about["least_texts"],
        "correlation with the truth": float(np.mean(near)),
        "held by 1.96 se": float(np.mean(narrow)),
        "held by low to high": float(np.mean(wide)),
        "seconds": float(np.median(took)),
    }


def made(
    rng: np.random.Generator, years: int, many: int, shock: float, slope: float
) -> tuple[Floats, tuple[Any, ...]]:
    """Return the true rate of every year, and evidence, exposure and dates of texts of 500 words."""
    rate = RATE * np.exp(slope * np.arange(years))
    if shock:
        rate = rate * rng.gamma(1 / shock, shock, years)
    hits = rng.poisson(np.repeat(rate, many) * rng.gamma(1 / BURSTY, BURSTY, years * many))
    docs = tuple(f"d{n:05}" for n in range(years * many))
    doc, sentence = (a.ravel() for a in np.indices((len(docs), 25)))
    size = np.full(len(doc), 20)
    exposure = Exposure(doc, np.zeros(len(doc)), sentence, size, size, docs, ("v",))
    at = np.repeat(np.arange(len(docs)), hits)
    n = len(at)
    evidence = Evidence(
        at, np.zeros(n), np.zeros(n), np.arange(n), np.arange(n) + 1, np.zeros(n), np.sort(rng.integers(25, size=n)), np.ones(n),
        np.zeros(n, bool), np.full(n, None, object), docs=docs, features=(X,), entries=("e",), voices=("v",),
    )  # fmt: skip
    return 2 * rate, (evidence, exposure, {d: str(2000 + n // many) for n, d in enumerate(docs)})


def trend_row(years: int, many: int, shock: float, slope: float) -> dict[str, Any]:
    """Return how trends did on texts of one kind."""
    rng = np.random.default_rng([SEED, years, many, int(100 * shock), int(100 * slope)])
    clear, held, period = 0, 0, []
    for _ in range(ROUNDS):
        rate, given = made(rng, years, many, shock, slope)
        found = trend(*given, settings=Settings(draws=400))
        row = found.summary.iloc[0]
        clear += row["strength"] == "clear"
        held += row["low"] <= np.exp(slope) <= row["high"]
        period.append(((found.table["low"] <= rate) & (rate <= found.table["high"])).mean())
    return {
        "years": years,
        "texts a year": many,
        "variance of years": shock,
        "change a year": float(np.exp(slope)),
        "called clear": clear / ROUNDS,
        "change held": held / ROUNDS,
        "year's rate held": float(np.mean(period)),
    }


def main() -> None:
    """Measure what is asked for, print and write."""
    measures: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "wordfish": lambda: [wordfish_row(*case) for case in CASES],
        "trends": lambda: [trend_row(*case) for case in YEARS],
    }
    for name in sys.argv[1:] or list(measures):
        tables = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
        tables[name] = measures[name]()
        RESULT.write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")
        table = markdown(tables[name])
        print(table)
        put(DOCS / PAGES[name], name, table)


if __name__ == "__main__":
    main()
