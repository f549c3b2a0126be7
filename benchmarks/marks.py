"""How far the voices of the lexical tier, which go by marks alone, agree with those of the full reading. Writes its table into ``docs/batch.md``.

usage: python benchmarks/marks.py [--mb N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pagetable import markdown, put

from rhetoric import encode, segment, voice
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
PAGE = HERE.parent / "docs" / "batch.md"


def releases(megabytes: float) -> list[Document]:
    """Return political prose, most of it press releases, up to so many megabytes."""
    out: list[Document] = []
    size = 0
    with gzip.open(SHARED / "bench" / "docs10.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out.append(Document(str(row["id"]), row["text"]))
            size += len(row["text"].encode())
            if size > megabytes * 1e6:
                break
    return out


def transcripts(megabytes: float) -> list[Document]:
    """Return transcripts of broadcasts as they are printed, a label before each turn, up to so many megabytes."""
    out: list[Document] = []
    size = 0
    with gzip.open(SHARED / "turns" / "turns.jsonl.gz", "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            text = "\n\n".join(f"{who.upper()}: {said}" for who, said in json.loads(line)["turns"])
            out.append(Document(f"t{n}", text))
            size += len(text.encode())
            if size > megabytes * 1e6:
                break
    return out


def others(corpus: Corpus) -> npt.NDArray[np.bool_]:
    """Return whether each token that counts is somebody else's than the author's."""
    by_author = np.array([v.role == "author" for v in corpus.voices])
    return ~by_author[corpus.token_voice[corpus.token_counted]]


def compared(name: str, documents: list[Document]) -> dict[str, Any]:
    """Return how both readings agree on some texts, word by word."""
    corpus = encode.encode(segment.segment(Corpus(tuple(documents))))
    full, marks = others(voice.attribute(corpus)), others(voice.by_marks(corpus))
    both = (full & marks).sum()
    return {
        "texts": name,
        "words": len(full),
        "same kind of voice": float((full == marks).mean()),
        "taken from the author, and rightly by the full reading": float(both / max(1, marks.sum())),
        "somebody else's by the full reading, and found": float(both / max(1, full.sum())),
    }


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mb", type=float, default=2.0)
    chosen = parser.parse_args()
    if not SHARED.exists():
        print("the shared texts are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    rows = [
        compared("press releases", releases(chosen.mb)),
        compared("transcripts", transcripts(chosen.mb)),
    ]
    table = markdown(rows)
    print(table)
    put(PAGE, "marks", table)
    (HERE / "marks.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
