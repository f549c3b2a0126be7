"""How near are the counts and indices of texture to quanteda's, how good are the rules for syllables, and how fast is it all?

usage: python benchmarks/texture.py

The tables are written into docs/texture.md, between the lines that name them, and all figures into texture.json.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pagetable import markdown, put

from rhetoric.compare.resampling import resampling
from rhetoric.match.pronunciation import shipped
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared, read
from rhetoric.score.texture import texture
from rhetoric.score.texture.prose import ProseCounts
from rhetoric.score.texture.syllables import GROUP, by_rule
from rhetoric.score.texture.words import Words, units_of
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
REFERENCE = SHARED / "quanteda" / "quanteda_reference.tar.gz"
PROSE = SHARED / "bench" / "docs10.jsonl.gz"
PAGE = HERE.parent / "docs" / "texture.md"
RARE = 3  # occurrences
COUNTS = {
    "sentences": "St",
    "words": "W",
    "characters": "C",
    "syllables": "Sy",
    "monosyllables": "W_1Sy",
    "polysyllables": "W3Sy",
    "long_words": "W7C",
}
INDICES = {
    "flesch": "Flesch",
    "flesch_kincaid": "Flesch.Kincaid",
    "fog": "FOG",
    "smog": "SMOG",
    "coleman_liau": "Coleman.Liau.short",
    "ari": "ARI",
    "lix": "LIW",
    "rix": "RIX",
    "forcast": "FORCAST",
    "ttr": "TTR",
    "guiraud": "R",
    "herdan": "C",
    "maas": "Maas",
    "yule_k": "K",
    "mattr": "MATTR",
    "msttr": "MSTTR",
    "entropy": "entropy",
}


def reference(name: str) -> pd.DataFrame:
    """Return one table of the reference, by its first column."""
    with tarfile.open(REFERENCE) as archive:
        held = archive.extractfile(f"quanteda_reference/{name}.csv")
        assert held is not None
        return pd.DataFrame(csv.DictReader(io.TextIOWrapper(held, "utf-8")))


def agreement() -> list[dict[str, Any]]:
    """Return the differences between counts and indices of our own, from the raw texts, and quanteda's."""
    texts = reference("inaugural_1949_2021")
    theirs = reference("readability_all").set_index("document").astype(float)
    names = ("lexdiv", "lexdiv_mattr100_msttr100", "entropy")
    other = pd.concat([reference(n).set_index("document").astype(float) for n in names], axis=1)
    corpus = prepared([Document(row.doc_id, row.text) for row in texts.itertuples()])
    table = texture(corpus).query("voice == 'all'")
    units = units_of(corpus)
    whole = [n for n in range(len(units.doc)) if units.name(n) == "all"]
    counts = ProseCounts(Words.of(corpus, units)).total()
    ids = [units.docs[units.doc[n]] for n in whole]
    rows = [
        row(name, getattr(counts, name)[whole], theirs.loc[ids, column]) for name, column in COUNTS.items()
    ]
    for name, column in INDICES.items():
        ours = table[table["feature"] == f"texture.{name}@1"].set_index("doc_id")["value"]
        rows.append(
            row(name, ours[ids], (theirs if column in theirs and column != "C" else other).loc[ids, column])
        )
    return rows


def row(name: str, ours: Any, theirs: Any) -> dict[str, Any]:
    """Return one row of the table of differences."""
    own, other = np.asarray(ours, float), np.asarray(theirs, float)
    return {
        "name": name.replace("_", " "),
        "theirs": float(other.mean()),
        "mean difference": float((own - other).mean()),
        "mean absolute difference": float(np.abs(own - other).mean()),
        "largest": float(np.abs(own - other).max()),
    }


def rules(texts: list[str]) -> dict[str, float]:
    """Return how often rules and groups of vowels alone give the dictionary's syllables, for words of the texts that it has."""
    tokens = prepared([Document("all", "\n".join(texts))]).tokens
    forms = tokens.vocab.folding[0]
    often = np.bincount(tokens.folded, minlength=len(forms))
    known = shipped().words
    words = [
        (form, int(n))
        for form, n in zip(forms, often, strict=True)
        if form in known and re.fullmatch("[a-z]+", form)
    ]
    out = {"words": len(words), "rare": sum(n <= RARE for _, n in words)}
    guesses: dict[str, Callable[[str], int]] = {
        "rules": by_rule,
        "groups": lambda w: max(1, len(GROUP.findall(w))),
    }
    for name, guess in guesses.items():
        right = [(guess(w) == known[w][0], n) for w, n in words]
        out[name] = statistics.mean(r for r, _ in right)
        out[f"{name}, rare"] = statistics.mean(r for r, n in right if n <= RARE)
    unknown = sum(
        int(n)
        for form, n in zip(forms, often, strict=True)
        if shipped().syllables(form) is None and form[0].isalpha()
    )
    return {**out, "share of words by rule": unknown / int(tokens.is_word.sum())}


def speed(texts: list[str]) -> dict[str, float]:
    """Return seconds for all texts, medians of three."""
    corpus = read([Document(str(n), text) for n, text in enumerate(texts)], Settings(any_language=True))
    assert len(corpus.exposure) and shipped()
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("\n".join(texts))
        file.flush()
        return {
            "megabytes": len("\n".join(texts).encode()) / 1e6,
            "wc -w": timed(lambda: subprocess.run(["wc", "-w", file.name], capture_output=True, check=True)),
            "texture": timed(lambda: texture(corpus)),
            "texture, with ranges of 400 draws": timed(lambda: texture(corpus, resampling()), 1),
        }


def timed(work: Callable[[], Any], times: int = 3) -> float:
    """Return the median time of some runs, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> int:
    """Measure, print and write."""
    if not REFERENCE.exists() or not PROSE.exists():
        print("the shared evaluation data are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    result = {"agreement": agreement(), "syllables": rules(texts), "speed": speed(texts)}
    print(markdown(result["agreement"]))
    print(result["syllables"], result["speed"], sep="\n")
    put(PAGE, "agreement", markdown(result["agreement"]))
    (HERE / "texture.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
