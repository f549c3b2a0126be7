"""How fast ``rhetoric batch`` is from JSON lines to Parquet, with one worker and with two, and in how much memory.

usage: python benchmarks/batch.py [--mb N] [--workers 1 2] [--layers a,b,...] [--draws N]

The shared prose is written as often as it takes, each copy under ids of its own and with a line more, so that no text comes
twice. Memory is the peak of the largest process, the one that reads or any worker.
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
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
LEXICAL = "theme,actor,stance,sentiment,metaphor,device,discourse,texture"


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


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mb", type=float, default=20.0)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--layers", default=LEXICAL)
    parser.add_argument("--draws", type=int, default=0)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        count, size = corpus(texts, chosen.mb)
        for workers in chosen.workers:
            out = Path(folder) / "out"
            command = [
                str(Path(sys.executable).parent / "rhetoric"),
                "batch",
                str(texts),
                "-o",
                str(out),
                "--force",
            ]
            command += ["--metaphor", "lexical", "--tone", "lexical", "--layers", chosen.layers]
            command += ["--draws", str(chosen.draws), "--workers", str(workers)]
            seconds, cpu, largest = timed(command)
            rows.append(
                {
                    "workers": workers,
                    "seconds": round(seconds, 1),
                    "cpu_s": round(cpu, 1),
                    "peak_mib": largest,
                }
            )
            rows[-1]["mb_per_s"] = round(size / seconds, 3)
            print(
                f"{workers} workers: {seconds:8.1f} s ({cpu:.1f} s of CPU) {size / seconds:7.3f} MB/s, largest process {largest} MiB"
            )
    print(f"speed-up {rows[0]['seconds'] / rows[-1]['seconds']:.2f}")
    result = {"megabytes": round(size, 1), "documents": count, "layers": chosen.layers, "draws": chosen.draws}
    (HERE / "batch.json").write_text(json.dumps({**result, "runs": rows}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
