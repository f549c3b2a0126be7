"""How fast ``rhetoric batch`` is from JSON lines to Parquet, with one worker and with two, and in how much memory.

usage: python benchmarks/batch.py [--mb 10 100] [--workers 1 2] [--tier lexical|full] [--dask] [--rounds N]

The shared prose is written as often as it takes, each copy under ids of its own and with a line more, so that no text comes
twice. With several rounds all are measured in turn, and of each the middle one counts. Memory is the peak of the largest process, the one that reads or any worker. Rows of earlier runs with other sizes, tiers or workers stay in
the JSON. 'full' is all layers by lists and linear models, without the bootstrap and without `meaning`, which only the encoder reads.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pagetable import markdown, put

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
RESULTS = HERE / "batch.json"
PAGE = HERE.parent / "docs" / "cost.md"
ARTICLES = 4_300  # megabytes of a million articles of 700 words
EVERY = "theme,actor,stance,sentiment,metaphor,device,discourse,texture"
TIERS = {
    "lexical": ["--tier", "lexical"],
    "full": [
        "--metaphor",
        "lexical",
        "--tone",
        "lexical",
        "--device",
        "lexical",
        "--layers",
        EVERY,
        "--draws",
        "0",
    ],
}


def corpus(path: Path, megabytes: float) -> tuple[int, float]:
    """Write so many megabytes of text and return how many texts and megabytes they are."""
    with gzip.open(PROSE, "rt", encoding="utf-8") as packed:
        rows = [json.loads(line) for line in packed]
    size = count = copy = 0
    with path.open("w", encoding="utf-8") as out:
        while size < megabytes * 1e6:
            for row in rows:
                more = {"id": f"{row['id']}/{copy}", "text": f"{row['text']}\n\nCopy {copy}."} if copy else {}
                text = {**row, **more}
                out.write(json.dumps(text, ensure_ascii=False) + "\n")
                size += len(text["text"].encode())
                count += 1
                if size >= megabytes * 1e6:
                    break
            copy += 1
    return count, size / 1e6


def family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    found = [pid]
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return found
    for child in children:
        found += family(int(child))
    return found


def peak(pid: int) -> int:
    """Return the peak memory of a living process in MiB; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return max((int(x.split()[1]) // 1024 for x in lines if x.startswith("VmHWM")), default=0)


def timed(command: list[str]) -> tuple[float, float, int]:
    """Run a command; return its seconds, its CPU seconds, and the peak memory of its largest process in MiB."""
    start, used = time.monotonic(), spent()
    largest = 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    while process.poll() is None:
        largest = max([largest, *map(peak, family(process.pid))])
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(process.stderr.read() if process.stderr else process.returncode)
    return time.monotonic() - start, spent() - used, largest


def spent() -> float:
    """Return the CPU seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(
    texts: Path, size: float, workers: int, tier: str, scheduler: str, folder: Path
) -> dict[str, float | int | str]:
    """Run a batch and return what it took."""
    command = [str(Path(sys.executable).parent / "rhetoric"), "batch", str(texts), "-o", str(folder / "out")]
    command += ["--force", *TIERS[tier]]
    command += ["--scheduler", scheduler] if scheduler else ["--workers", str(workers)]
    seconds, cpu, largest = timed(command)
    row = {"megabytes": round(size, 1), "tier": tier, "workers": workers, "dask": bool(scheduler)}
    row |= {"seconds": round(seconds, 1), "cpu_s": round(cpu, 1), "peak_mib": largest}
    row["mb_per_s"] = round(size / seconds, 2)
    row["result_mb"] = round(sum(p.stat().st_size for p in (folder / "out").iterdir()) / 1e6, 1)
    print(
        f"{size:8.1f} MB {tier:8s} {workers} workers{' on Dask' if scheduler else '':8s}{seconds:8.1f} s "
        f"({cpu:.1f} s of CPU) {row['mb_per_s']:7.2f} MB/s, largest process {largest} MiB",
        flush=True,
    )
    return row


@contextmanager
def cluster(count: int) -> Iterator[str]:
    """Start a Dask scheduler and workers of one thread on this machine, and yield their address."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=count, threads_per_worker=1, dashboard_address=None, memory_limit=0
    ) as running:
        yield running.scheduler_address


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mb", type=float, nargs="+", default=[10.0, 100.0])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--tier", choices=TIERS, default="lexical")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--dask", action="store_true", help="on a Dask cluster too, with as many workers")
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    rows = []
    for megabytes in chosen.mb:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _, size = corpus(folder / "texts.jsonl", megabytes)
            taken = []
            for _ in range(chosen.rounds):
                for workers in chosen.workers:
                    taken.append(measured(folder / "texts.jsonl", size, workers, chosen.tier, "", folder))
                    if chosen.dask:
                        with cluster(workers) as address:
                            taken.append(
                                measured(folder / "texts.jsonl", size, workers, chosen.tier, address, folder)
                            )
            each = len(taken) // chosen.rounds
            rows += [middle(taken[n::each]) for n in range(each)]
    held = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else []
    told = ("megabytes", "tier", "workers", "dask")
    new = {tuple(r[t] for t in told) for r in rows}
    rows = sorted(
        [*(r for r in held if tuple(r[t] for t in told) not in new), *rows],
        key=lambda r: (r["tier"], r["megabytes"], r["dask"], r["workers"]),
    )
    RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    put(PAGE, "cost", markdown([line(r) for r in rows]))
    put(PAGE, "million", markdown(millions(rows)))
    return 0


def middle(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the row in the midst by its seconds, and of how many rounds, with their range."""
    ordered = sorted(rows, key=lambda r: r["seconds"])
    told = {"rounds": len(rows), "fastest_s": ordered[0]["seconds"], "slowest_s": ordered[-1]["seconds"]}
    return {**ordered[len(rows) // 2], **told}


def line(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as the page shows it."""
    return {
        "tier": row["tier"],
        "MB": row["megabytes"],
        "workers": f"{row['workers']}{' on Dask' if row['dask'] else ''}",
        "seconds": row["seconds"],
        "rounds": row["rounds"],
        "fastest": row["fastest_s"],
        "slowest": row["slowest_s"],
        "MB a second": row["mb_per_s"],
        "CPU seconds": row["cpu_s"],
        "largest process, MiB": row["peak_mib"],
        "results, MB": row["result_mb"],
    }


def millions(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return how long a million articles take on two workers, at the rate of the largest run of each tier."""
    out = []
    for tier in dict.fromkeys(r["tier"] for r in rows):
        mine = [r for r in rows if r["tier"] == tier and r["workers"] == 2 and not r["dask"]]
        if mine:
            best = max(mine, key=lambda r: r["megabytes"])
            hours = ARTICLES / best["mb_per_s"] / 3600
            out.append({"tier": tier, "measured on, MB": best["megabytes"], "hours": hours})
    return out


if __name__ == "__main__":
    sys.exit(main())
