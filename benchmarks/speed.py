"""How fast each stage is on political prose, against ``wc -w`` in the same run.

usage: python benchmarks/speed.py [--megabytes N] [--runs N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rhetoric import compare, encode, score, segment, voice
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence
from rhetoric.registry import EXTRACTORS, find
from rhetoric.settings import LAYERS, Settings

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"
TIER = ("segment", "voice", "encode", *(f"extract {layer}" for layer in LAYERS))


def timed(times: dict[str, list[float]], name: str, work: Callable[[], Any]) -> Any:
    """Do some work, note its CPU seconds, and return what it gave."""
    start = time.process_time()
    result = work()
    times.setdefault(name, []).append(time.process_time() - start)
    return result


def once(documents: tuple[Document, ...], settings: Settings, times: dict[str, list[float]]) -> None:
    """Take documents the whole way, stage by stage."""
    corpus = timed(times, "segment", lambda: segment.segment(Corpus(documents)))
    corpus = timed(times, "voice", lambda: voice.attribute(corpus))
    corpus = timed(times, "encode", lambda: encode.encode(corpus))
    found = []
    for layer in LAYERS:
        extractor = find(EXTRACTORS, layer).of(settings)
        found.append(timed(times, f"extract {layer}", lambda e=extractor: e.extract(corpus)))
    exposure = timed(times, "exposure", lambda: corpus.exposure)
    evidence = Evidence.concat(found)
    interval = compare.hull(settings.level, 200, settings.seed)
    timed(times, "score, 200 draws", lambda: score.rates(evidence, exposure, interval))


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    documents: list[Document] = []
    size = 0
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            documents.append(Document(str(row["id"]), row["text"]))
            size += len(row["text"].encode())
            if size > chosen.megabytes * 1e6:
                break
    times: dict[str, list[float]] = {}
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as plain:
        plain.write("\n".join(d.text for d in documents))
        plain.flush()
        for _ in range(chosen.runs):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(["wc", "-w", plain.name], capture_output=True, check=True)
            times.setdefault("wc -w", []).append(
                resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            )
            once(tuple(documents), Settings(metaphor="lexical", tone="lexical", device="lexical"), times)
    rows = []
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        rows.append(
            {"stage": name, "cpu_s": round(middle, 3), "mb_per_s": round(size / 1e6 / max(middle, 1e-4), 2)}
        )
        print(f"{name:20s} {middle:8.3f} s {rows[-1]['mb_per_s']:10.2f} MB/s")
    tier = sum(r["cpu_s"] for r in rows if r["stage"] in TIER)
    silent = tier - next(r["cpu_s"] for r in rows if r["stage"] == "voice")
    for name, seconds in (("lexical tier", tier), ("  without voices", silent)):
        print(f"{name:20s} {seconds:8.3f} s {size / 1e6 / seconds:10.2f} MB/s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total = sum(r["cpu_s"] for r in rows[1:])
    print(f"{'all stages':20s} {total:8.3f} s {size / 1e6 / total:10.2f} MB/s; peak memory {memory:.0f} MiB")
    result = {
        "megabytes": round(size / 1e6, 2),
        "runs": chosen.runs,
        "stages": rows,
        "lexical_tier_cpu_s": round(tier, 3),
        "lexical_tier_without_voices_cpu_s": round(silent, 3),
        "peak_mib": round(memory),
    }
    (HERE / "speed.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
