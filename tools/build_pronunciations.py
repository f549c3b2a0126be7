"""Build the pronunciations that ship from the CMU Pronouncing Dictionary.

usage: python tools/build_pronunciations.py cmudict.dict [--check]

The dictionary is the file `cmudict.dict` of https://github.com/cmusphinx/cmudict, under its own BSD licence, whose text ships beside
the words. Of every word the first pronunciation is taken. Left out are possessives, which follow from their words, and whatever is
not letters and apostrophes alone. With `--check` nothing is written, and the exit status says whether the file is up to date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rhetoric.match.pronunciation import LETTER, packed

TARGET = Path(__file__).resolve().parents[1] / "src" / "rhetoric" / "data" / "pronunciation" / "words.xz"


def entries(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each word with the phones of its first pronunciation."""
    seen = set()
    for line in text.splitlines():
        word, *phones = line.partition("#")[0].split() or [""]
        if (
            (word.endswith(("'s", "s'")) and len(word) > 2)
            or not word.replace("'", "").isalpha()
            or word in seen
        ):
            continue  # later pronunciations are written 'word(2)', which is not letters alone
        seen.add(word)
        yield word, phones


def sound(phones: Sequence[str]) -> tuple[int, str, str] | None:
    """Return syllables, the main vowel where the rhyme does not begin with it, and the rhyme; None without a vowel."""
    vowels = [n for n, phone in enumerate(phones) if phone[-1].isdigit()]
    if not vowels:
        return None
    stressed = [n for n in vowels if phones[n][-1] != "0"] or vowels
    main = next((n for n in vowels if phones[n][-1] == "1"), stressed[0])
    letters = [LETTER[phone.rstrip("012")] for phone in phones]
    rhyme = "".join(letters[stressed[-1] :])
    return len(vowels), letters[main] if letters[main] != rhyme[0] else "", rhyme


def main() -> int:
    """Write the words, or check them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    text = chosen.dictionary.read_text(encoding="utf-8")
    words = {word: held for word, phones in entries(text) if (held := sound(phones))}
    data = packed(words)
    print(f"{len(words):,} words, {len(data):,} bytes")
    if chosen.check:
        return 0 if TARGET.read_bytes() == data else 1
    TARGET.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
