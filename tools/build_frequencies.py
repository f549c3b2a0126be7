"""Build the frequencies of English words that ship from the list of the package wordfreq.

usage: python tools/build_frequencies.py wordfreq-3.1.1-py3-none-any.whl [--check]

The wheel is that of the Python package wordfreq (Speer 2022); its data are under CC BY-SA 4.0, and so is what is made of them. Taken are the
most frequent words of letters and apostrophes in its larger English list. Needs msgpack. With `--check` nothing is
written, and the exit status says whether the file is up to date.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from rhetoric.compare.reference import packed

TARGET = Path(__file__).resolve().parents[1] / "src" / "rhetoric" / "data" / "frequencies" / "english.xz"
LIST = "wordfreq/data/large_en.msgpack.gz"
MOST = 40_000


def entries(wheel: Path) -> Iterator[tuple[str, int]]:
    """Yield each word with its hundredths of a power of ten below 1, the most frequent first."""
    import msgpack

    with zipfile.ZipFile(wheel) as archive:
        rows = msgpack.unpackb(gzip.decompress(archive.read(LIST)), raw=False)
    if rows[0] != {"format": "cB", "version": 1}:
        raise SystemExit(f"{LIST}: an unknown format {rows[0]!r}")
    for level, words in enumerate(rows[1:]):
        yield from ((word, level) for word in sorted(words))


def main() -> int:
    """Write the words, or check them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    kept = [(w, n) for w, n in entries(chosen.wheel) if w.replace("'", "").isalpha()]
    last = kept[MOST - 1][1]
    words = {w: n for w, n in kept if n <= last}  # with the last frequency go all words that have it
    data = packed(words)
    print(f"{len(words):,} words, {len(data):,} bytes, least frequent {10 ** (-last / 100):.2g}")
    if chosen.check:
        return 0 if TARGET.read_bytes() == data else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
