"""How fast the encoder reads, the quick tier of metaphor, and figures of speech in both tiers; written to benchmarks/encoder.json.

usage: python benchmarks/encoder.py [--shared DIR]
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from rhetoric.embed import shipped
from rhetoric.embed.reading import read_by
from rhetoric.extract.devices import DeviceExtractor
from rhetoric.extract.metaphor import MetaphorExtractor
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import prepared
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TEXTS = 250


def devices(corpus: Corpus, settings: Settings) -> float:
    """Return the CPU seconds that all figures of speech take in a corpus."""
    extractor = DeviceExtractor.of(settings)
    extractor.extract(corpus[:1])
    start = process_time()
    extractor.extract(corpus)
    return process_time() - start


def main() -> int:
    """Measure, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    path = parser.parse_args().shared / "data" / "bench" / "docs10.jsonl.gz"
    if not path.exists():
        print("the benchmark's texts are not there; name the shared folder with --shared", file=sys.stderr)
        return 1
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, TEXTS)]
    corpus = prepared(Document(id=r["id"], text=r["text"]) for r in rows)
    words, size = int(corpus.tokens.is_word.sum()), sum(len(r["text"].encode()) for r in rows)
    assert len(corpus.token_sentence) == len(corpus.token_repeat)  # made before the clock runs
    encoder, lexical = shipped(), MetaphorExtractor.of(Settings(metaphor="lexical"))
    start = perf_counter()
    read_by(encoder, corpus)
    seconds = perf_counter() - start
    lexical.extract(corpus[:1])
    cpu = process_time()
    lexical.extract(corpus)
    cpu = process_time() - cpu
    figures = {tier: devices(corpus, Settings(device=tier)) for tier in ("lexical", "model")}
    found = {
        "cores": len(os.sched_getaffinity(0)),
        "words": words,
        "megabytes": round(size / 1e6, 2),
        "encoder_words_per_second": round(words / seconds),
        "lexical_metaphor_megabytes_per_cpu_second": round(size / 1e6 / cpu, 2),
        **{f"devices_{t}_megabytes_per_cpu_second": round(size / 1e6 / s, 3) for t, s in figures.items()},
        "devices_model_times_lexical": round(figures["model"] / figures["lexical"], 1),
        "peak_mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(found)
    (ROOT / "benchmarks" / "encoder.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
