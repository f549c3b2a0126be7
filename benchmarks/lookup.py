"""Counts of a dictionary beside the floor of reading and two plain ways in Python, on 10 and on 100 MB.

usage: python benchmarks/lookup.py [--runs N] [--sizes 10 100]

CPU seconds of this process (child processes for ``wc -w`` and, where R has quanteda, for quanteda), interleaved runs.
The 100 MB are the 10 MB repeated and shuffled by seed. Peak memory is that of a process which does nothing else.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCH = HERE.parents[1] / "shared" / "data" / "bench"
QUANTEDA = """
suppressMessages(library(quanteda)); quanteda_options(threads = 1)
args <- commandArgs(TRUE)
rows <- jsonlite::stream_in(file(args[1]), verbose = FALSE)
t <- proc.time()
x <- dfm(tokens_lookup(tokens(corpus(rows$text)), dictionary(file = args[2])))
cat(sum((proc.time() - t)[1:2]))
"""


def main() -> int:
    """Run the benchmark, or one way in a process of its own (``--alone``)."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100], help="megabytes")
    parser.add_argument("--alone", nargs=2, metavar=("INPUT", "OUTPUT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        counts(Path(given.alone[0]), Path(given.alone[1]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return 0
    if not BENCH.exists():
        print("the shared prose is not beside the checkout")
        return 1
    out = {"parity": None, "sizes": []}
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            corpus = Path(folder) / f"{size}.jsonl"
            made(corpus, size)
            out["sizes"].append(timed(corpus, size, given.runs, Path(folder)))
            if size == 10:
                out["parity"] = parity(Path(folder) / "counts.csv")
                out["parity"]["unlike_in_evidence"] = evidence_parity(corpus)
                print(f"and from the evidence of an analysis: {out['parity']['unlike_in_evidence']}")
                print(f"cells unlike quanteda's: {out['parity']['unlike']} of {out['parity']['cells']:,}")
            corpus.unlink()
    out["resolve_cpu_s"] = resolve()
    print(f"1,000 patterns against 150,000 words: {out['resolve_cpu_s']} CPU s")
    (HERE / "lookup.json").write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")
    return 0


def made(path: Path, megabytes: int) -> None:
    """Write JSON lines of about so many megabytes."""
    with gzip.open(BENCH / "docs10.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    shuffled = random.Random(1)
    with path.open("w", encoding="utf-8") as out:
        for turn in range(max(1, megabytes // 10)):
            if turn:
                shuffled.shuffle(rows)
            for row in rows:
                again = {**row, "id": f"{row['id']}~{turn}"} if turn else row
                out.write(json.dumps(again, ensure_ascii=False) + "\n")


def counts(source: Path, target: Path) -> None:
    """JSON lines in, counts out: what ``rhetoric count`` does."""
    from rhetoric.batch.count import count
    from rhetoric.batch.store import Table
    from rhetoric.settings import Settings

    settings = Settings(themes=(str(BENCH / "themes.yml"),))
    with Table(target, "csv") as file:
        for rows, _ in count([source], settings):
            file.add(rows)


def plain(source: Path) -> int:
    """A plain way: one pattern of alternatives for each theme, over the text in small letters."""
    themes: dict[str, list[str]] = {}
    key = ""
    for line in (BENCH / "themes.yml").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            key = line[:-1]
        elif line.strip():
            themes.setdefault(key, []).append(json.loads(line.strip().removeprefix("- ")))
    patterns = {
        k: re.compile(
            r"\b(?:"
            + "|".join(
                re.escape(p).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"\s+")
                for p in sorted(ps, key=len, reverse=True)
            )
            + r")\b"
        )
        for k, ps in themes.items()
    }
    total = 0
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"].lower()
            total += sum(len(p.findall(text)) for p in patterns.values())
    return total


def timed(corpus: Path, size: int, runs: int, folder: Path) -> dict[str, object]:
    """Time every way, the runs interleaved."""
    counts(corpus, folder / "counts.csv")  # imports, and files into memory
    ways: dict[str, Callable[[], object]] = {
        "wc -w": lambda: subprocess.run(["wc", "-w", corpus], check=True, capture_output=True),
        "rhetoric count": lambda: counts(corpus, folder / "counts.csv"),
    }
    if size <= 10:
        ways["plain Python, one re for each theme"] = lambda: plain(corpus)
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, way in ways.items():
            before = used()
            way()
            times[name].append(used() - before)
    script = [sys.executable, __file__, "--alone", corpus, folder / "counts.csv"]
    peak = int(subprocess.run(script, check=True, capture_output=True, text=True).stdout)
    middle = {name: statistics.median(values) for name, values in times.items()}
    if quanteda := r_time(corpus):
        middle["quanteda"] = quanteda
    print(f"{size} MB, medians of {runs} runs; peak memory of rhetoric count {peak} MiB")
    for name, seconds in middle.items():
        print(f"  {name:36} {seconds:8.3f} CPU s  {seconds / middle['wc -w']:7.1f} x wc -w")
    return {
        "megabytes": size,
        "runs": runs,
        "peak_mib": peak,
        "cpu_s": {k: round(v, 3) for k, v in middle.items()},
    }


def evidence_parity(source: Path) -> int:
    """Return in how many cells the evidence of an analysis, with its sentences, differs from quanteda's counts."""
    from rhetoric.extract.themes import ThemeExtractor
    from rhetoric.model.document import Document
    from rhetoric.pipeline import prepared
    from rhetoric.settings import Settings

    with source.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    corpus = prepared(Document(r["id"], r["text"]) for r in rows)
    found = ThemeExtractor.of(Settings(themes=(str(BENCH / "themes.yml"),))).extract(corpus)
    names = [f.name.split(".", 1)[1] for f in found.features]
    ours: dict[tuple[str, str], int] = {}
    for doc, feature in zip(found.doc, found.feature, strict=True):
        cell = (found.docs[doc], names[feature])
        ours[cell] = ours.get(cell, 0) + 1
    with gzip.open(BENCH / "quanteda_counts_docs10.csv.gz", "rt", encoding="utf-8") as lines:
        theirs = {row.pop("id"): row for row in csv.DictReader(lines)}
    return sum(ours.get((i, k), 0) != int(v) for i, row in theirs.items() for k, v in row.items())


def resolve() -> float:
    """Return how long 1,000 patterns take to be looked up in a vocabulary of 150,000 words."""
    from rhetoric.match import Entry, compile_patterns
    from rhetoric.match.places import places_of
    from rhetoric.model.tokens import Vocabulary

    some = random.Random(2)
    parts = [a + b for a in "bcdfghklmnprstvw" for b in "aeiou"]
    ends = ["", "s", "ing", "ed", "'s", "ly", "tion"]
    words = ["".join(some.choices(parts, k=some.randint(1, 4))) + some.choice(ends) for _ in range(400_000)]
    words = list(dict.fromkeys(words))[:150_000]
    forms: list[Callable[[str], str]] = [
        *[lambda w: w[:5] + "*"] * 10,
        *[lambda w: w] * 4,
        *[lambda w: f"{w} {some.choice(words)[:5]}*"] * 4,
        lambda w: "*" + w[-5:],
        lambda w: w[:4] + "?" + w[5:],
    ]
    entries = [Entry(forms[n % len(forms)](some.choice(words))) for n in range(1_000)]
    times = []
    for _ in range(5):
        vocab = Vocabulary(tuple(words))
        start = time.process_time()
        places_of(compile_patterns(entries), vocab)
        times.append(time.process_time() - start)
    return round(statistics.median(times), 3)


def used() -> float:
    """Return the CPU seconds of this process and its children."""
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


def r_time(corpus: Path) -> float | None:
    """Return quanteda's CPU seconds, where R has it."""
    if not shutil.which("Rscript"):
        return None
    done = subprocess.run(
        ["Rscript", "-e", QUANTEDA, corpus, BENCH / "themes.yml"], capture_output=True, text=True, check=False
    )
    return float(done.stdout) if done.returncode == 0 else None


def parity(path: Path) -> dict[str, int]:
    """Return in how many cells our counts differ from those that quanteda gave."""
    with gzip.open(BENCH / "quanteda_counts_docs10.csv.gz", "rt", encoding="utf-8") as lines:
        theirs = {row.pop("id"): row for row in csv.DictReader(lines)}
    unlike = cells = 0
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            for name, value in theirs[row["doc_id"]].items():
                cells += 1
                unlike += int(value) != int(row[f"theme.{name}"])
    return {"cells": cells, "unlike": unlike}


if __name__ == "__main__":
    sys.exit(main())
