"""How fast tone is scored, against the published implementation on the same sentences, and whether scores are equal.

usage: python benchmarks/vader.py [--megabytes N] [--runs N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from rhetoric import encode, segment
from rhetoric.extract.sentiment import SentimentExtractor
from rhetoric.extract.vader import mapped, scores
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence

HERE = Path(__file__).resolve().parent
PROSE = HERE.parents[1] / "shared" / "data" / "bench" / "docs10.jsonl.gz"


def corpus_of(megabytes: float) -> tuple[Corpus, int]:
    """Return so much of the shared prose in sentences and tokens, and its size in bytes."""
    documents: list[Document] = []
    size = 0
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            documents.append(Document(str(row["id"]), row["text"]))
            size += len(row["text"].encode())
            if size > megabytes * 1e6:
                break
    return encode.encode(segment.segment(Corpus(tuple(documents)))), size


def timed(times: dict[str, list[float]], name: str, work: Callable[[], Any]) -> Any:
    """Do some work, note its CPU seconds, and return what it gave."""
    start = time.process_time()
    result = work()
    times.setdefault(name, []).append(time.process_time() - start)
    return result


def vader_of(corpus: Corpus) -> Evidence:
    """Return VADER's scores as the extractor gives them, which works out the tone by words beside them."""
    return SentimentExtractor("lexical").extract(corpus).of("sentiment.vader")


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=3.0)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print(
            f"{PROSE.name}: the shared prose is not beside the checkout; nothing was measured",
            file=sys.stderr,
        )
        return 1
    corpus, size = corpus_of(chosen.megabytes)
    found = vader_of(corpus)
    texts = [
        mapped(corpus.documents[doc].text[start:end])
        for doc, start, end in zip(found.doc, found.start, found.end, strict=True)
    ]
    analyser = SentimentIntensityAnalyzer()
    times: dict[str, list[float]] = {}
    unlike = 0
    for _ in range(chosen.runs):
        theirs = timed(
            times, "published", lambda: [analyser.polarity_scores(text)["compound"] for text in texts]
        )
        ours, _ = timed(times, "scores", lambda: scores(texts))
        fresh = corpus.replace()  # without what an earlier run worked out and kept
        found = timed(times, "extractor", partial(vader_of, fresh))
        rows = zip(theirs, ours.tolist(), found.weight.tolist(), strict=True)
        unlike = max(unlike, sum(not a == b == c for a, b, c in rows))
    result: dict[str, Any] = {
        "megabytes": round(size / 1e6, 2),
        "sentences": len(texts),
        "runs": chosen.runs,
        "unlike": unlike,
        "stages": [],
    }
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        ratios = [theirs / own for theirs, own in zip(times["published"], seconds, strict=True)]
        row = {
            "stage": name,
            "cpu_s": round(middle, 3),
            "mb_per_s": round(size / 1e6 / middle, 2),
            "ratio": round(statistics.median(ratios), 2),
            "least_ratio": round(min(ratios), 2),
        }
        result["stages"].append(row)
        print(
            f"{name:10s} {middle:8.3f} s {row['mb_per_s']:8.2f} MB/s {row['ratio']:6.2f} times the published, "
            f"{row['least_ratio']:.2f} at least"
        )
    print(f"{unlike} of {len(texts):,} sentences differ in their score")
    (HERE / "vader.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return int(unlike > 0)


if __name__ == "__main__":
    sys.exit(main())
