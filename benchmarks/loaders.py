"""How much of the body of real web pages comes through, and how much else.

usage: python benchmarks/loaders.py

60 news pages of the article extraction benchmark (Scrapinghub) with the body as people marked it; precision, recall and F1 of shingles of four
words, each page weighing the same, as the benchmark counts them. 'text' is the whole text of the document, its headline
included; 'body' is what is left without headline, byline and what was marked as furniture.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

from rhetoric.load.html import HtmlLoader
from rhetoric.model.document import Document
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
PAGES = HERE.parents[1] / "shared" / "data" / "loaders" / "html"
WORD = re.compile(r"\w+")
SHINGLE = 4
APART = ("headline", "byline", "boilerplate")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = WORD.findall(text)
    return Counter(zip(*(words[n:] for n in range(SHINGLE)), strict=False))


def body(document: Document) -> str:
    """Return a text without what its loader set apart."""
    text, at, parts = document.text, 0, []
    for mark in document.layout:
        if mark.kind in APART:
            parts.append(text[at : mark.start])
            at = mark.end
    return "\n".join([*parts, text[at:]])


def held(found: str, wanted: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    a, b = shingles(found), shingles(wanted)
    shared = sum((a & b).values())
    return shared / max(1, sum(a.values())), shared / max(1, sum(b.values()))


def main() -> int:
    """Run the benchmark."""
    if not PAGES.exists():
        print("the shared pages are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    gold = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    scores: dict[str, list[tuple[float, float]]] = {"text": [], "body": []}
    size, start = 0, time.process_time()
    for name, truth in sorted(gold.items()):
        file = PAGES / f"{name}.html.gz"
        size += len(gzip.decompress(file.read_bytes()))
        document = next(d for d in HtmlLoader().read(file, Settings()) if isinstance(d, Document))
        scores["text"].append(held(document.text, truth["articleBody"]))
        scores["body"].append(held(body(document), truth["articleBody"]))
    result = {"pages": len(gold), "megabytes": round(size / 1e6, 1)}
    for name, pairs in scores.items():
        p, r = (sum(x[n] for x in pairs) / len(pairs) for n in (0, 1))
        result[name] = {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3)}
    print(json.dumps(result, indent=1), f"{time.process_time() - start:.1f} s of CPU", sep="\n")
    (HERE / "loaders.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
