"""How often the interval of a log ratio shows a difference between groups of texts that differ by chance only, and how fast key words are.

usage: python benchmarks/keyness.py [--rounds N] [--draws N]

Whole texts of the shared prose are put into two groups at random, so that no word has a difference to show; 5 in 100 intervals should leave 0
out. Once for each round and number of texts; words of 10 hits and more in both groups together count. Beside the intervals stands
the share of words with `p` and `q` below .05. Texts are drawn from 20 on. The table is written into docs/keyness.md.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from typing import Any

from coverage import PROSE, whole_texts
from pagetable import markdown, put

from rhetoric.analysis import Analysis
from rhetoric.compare.effectsize import log_ratio
from rhetoric.compare.keywords import KeynessOptions, keyness
from rhetoric.compare.redrawn import TEXTS
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "keyness.md"
SIZES = (3, 5, 10, 20, 50, 100)  # in each group
FREQUENT = 10
SEED = 7


def split(corpus: Corpus, size: int, turn: int) -> dict[tuple[str, str], str]:
    """Return sides of so many texts each, drawn at random; each text is its author's."""
    drawn = random.Random(f"{SEED}|{size}|{turn}").sample(corpus.ids, 2 * size)
    side = {text: "ab"[n % 2] for n, text in enumerate(drawn)}
    voices = {v.id for v in corpus.voices}
    return {(text, voice): side[text] for text in drawn for voice in voices}


def false(corpus: Corpus, size: int, rounds: int, draws: int) -> dict[str, Any]:
    """Return the share of words for which each interval leaves out 0, and of those with a small p."""
    seen = texts = between = normal = small = adjusted = 0
    for turn in range(rounds):
        sides = split(corpus, size, turn)
        drawn, plain = (
            keyness(corpus, sides, "a", "b", options=KeynessOptions(least=FREQUENT, draws=d, p_values=True))
            for d in (draws, 0)
        )
        seen += len(drawn)
        texts += int(((drawn["low"] > 0) | (drawn["high"] < 0)).sum())
        between += int(((plain["low"] > 0) | (plain["high"] < 0)).sum())
        _, low, high = log_ratio(*(plain[c] for c in ("hits", "reference_hits", "words", "reference_words")))
        normal += int(((low > 0) | (high < 0)).sum())
        small += int((plain["p"] < 0.05).sum())
        adjusted += int((plain["q"] < 0.05).sum())
    return {
        "texts in each group": size,
        "words": seen,
        "% 0 outside, draws of texts": 100 * texts / seen if size >= TEXTS else "",
        "% 0 outside, spread of texts": 100 * between / seen,
        "% 0 outside, normal": 100 * normal / seen,
        "% p below .05": 100 * small / seen,
        "% q below .05": 100 * adjusted / seen,
    }


def speed(a: Analysis, size: int) -> dict[str, Any]:
    """Return seconds for the tables of a corpus whose texts are in three groups."""
    parties = {pair: str(n % 3) for n, pair in enumerate(sorted(a.sides("doc_id")))}
    out: dict[str, Any] = {"texts": size, "words": int(a.corpus.tokens.is_word.sum())}
    for name, made in (
        ("keyness, texts drawn", lambda: keyness(a.corpus, parties)),
        ("keyness, normal", lambda: keyness(a.corpus, parties, options=KeynessOptions(draws=0))),
        ("collocations of 3", lambda: a.collocations(3)),
        ("collocates of 'the'", lambda: a.collocates("the")),
        ("dispersion", a.dispersion),
    ):
        begun = time.perf_counter()
        made()
        out[name] = round(time.perf_counter() - begun, 2)
    return out


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--draws", type=int, default=2000)
    chosen = parser.parse_args()
    if not PROSE.exists():
        print("the shared evaluation data are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    documents: list[Document] = whole_texts(300)
    a = analyse_documents(documents, Settings(layers=()))
    sizes = [n for n in SIZES if 2 * n <= len(documents)]
    rows = [false(a.corpus, n, chosen.rounds, chosen.draws) for n in sizes]
    print(markdown(rows))
    put(PAGE, "false", markdown(rows))
    result = {"documents": len(documents), "false": rows, "seconds": speed(a, len(documents))}
    print(result["seconds"])
    (HERE / "keyness.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
