"""What a group is held against where there is no second group: frequencies of words."""

from __future__ import annotations

import csv
import lzma
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from rhetoric.compare.terms import numbered, runs
from rhetoric.errors import EmptyInput, InputError, MissingInput
from rhetoric.model.columns import Floats
from rhetoric.model.corpus import Corpus
from rhetoric.model.tokens import fold

ENGLISH = "english"
NOMINAL = 1e9  # words that a list of shares counts as: its shares are taken as known
SHARES = ("frequency", "freq", "share")
COUNTS = ("count", "counts", "hits", "n")


@dataclass(frozen=True, eq=False)
class Reference:
    """Frequencies of words.

    Parameters
    ----------
    name : str
    counts : mapping of int to mapping of str to float
        For each size of a term, how often each term stands, folded.
    words : mapping of int to float
        For each size, how many words, or runs of words, there are in all.
    least : float
        What a word that is missing counts as: 0 in texts and whole lists; in a list of the most frequent words the count of the last.
    letters : bool
        Whether the list holds words of letters and apostrophes only, so that nothing is known of others.
    """

    name: str
    counts: Mapping[int, Mapping[str, float]]
    words: Mapping[int, float]
    least: float = 0.0
    letters: bool = False

    def hits(self, terms: Iterable[str], size: int = 1) -> Floats:
        """Return how often each term stands in it; NaN where it cannot know."""
        held = self.counts.get(size, {})
        return np.array([held.get(t, self.missing(t)) for t in terms], np.float64)

    def missing(self, term: str) -> float:
        """Return what a term that is not in it counts as."""
        return np.nan if self.letters and not term.replace("'", "").isalpha() else self.least

    def lacks(self, terms: Iterable[str], size: int = 1) -> list[bool]:
        """Return for each term whether it is not in a list that is not whole."""
        held = self.counts.get(size, {})
        return [bool(self.least) and t not in held for t in terms]


def reference_of(corpus: Corpus, name: str, sizes: Sequence[int] = (1,)) -> Reference:
    """Return the frequencies of the words of some texts, whoever says them; repeats and removed stretches are left out.

    Raises
    ------
    EmptyInput
        If the texts hold no words.
    """
    inside = np.where(corpus.token_counted, 0, -1).astype(np.int32)
    if not (inside == 0).any():
        raise EmptyInput("the reference holds no words", "name texts with words in them", name)
    shown = corpus.tokens.vocab.folding[0]
    counts, words = {}, {}
    for size in sizes:
        code, forms = numbered(corpus.tokens.folded, first := runs(corpus, inside, size), size)
        often = np.bincount(code, minlength=len(forms)).tolist()
        names = (" ".join(shown[f] for f in row) for row in forms.tolist())
        counts[size] = dict(zip(names, map(float, often), strict=True))
        words[size] = float(len(first))
    return Reference(name, counts, words)


@cache
def english() -> Reference:
    """Return the frequencies of English words that ship, from wordfreq (Speer 2022); read when first asked for.

    Notes
    -----
    The most frequent words of the web, books, subtitles, news and social media up to 2021, British and American together. A word
    beyond the list counts as frequent as its last one, which is more than it is: its log ratio is too low, never too high.
    Numbers and words with hyphens are not in it.
    """
    path = files("rhetoric") / "data" / "frequencies" / "english.xz"
    words = unpacked(path.read_bytes())
    return Reference(ENGLISH, {1: words}, {1: NOMINAL}, min(words.values()), letters=True)


def packed(words: Mapping[str, int]) -> bytes:
    """Return words as they ship: a line for each frequency, its hundredths of a power of ten below 1, then its words.

    Parameters
    ----------
    words : mapping of str to int
        Each word with -100 times the decimal logarithm of its share in all words.
    """
    lines: dict[int, list[str]] = {}
    for word in sorted(words):
        lines.setdefault(words[word], []).append(word)
    text = "\n".join(" ".join([str(n), *lines[n]]) for n in sorted(lines)) + "\n"
    return lzma.compress(text.encode(), lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME)


def unpacked(data: bytes) -> dict[str, float]:
    """Return the words of a list that ships with their counts in a billion words."""
    out = {}
    for line in lzma.decompress(data).decode().splitlines():
        level, *words = line.split(" ")
        out.update(dict.fromkeys(words, NOMINAL * 10 ** (-int(level) / 100)))
    return out


# -- lists of the user's own ------------------------------------------------------------------------------


def is_list(path: Path) -> bool:
    """Return whether a file is a table of words and their counts: .csv or .tsv, its header ``word,count`` or the like."""
    if path.suffix.lower() not in (".csv", ".tsv", ".tab") or not path.is_file():
        return False
    header = path.read_bytes()[:4096].decode("utf-8-sig", "replace").partition("\n")[0]
    return columns(header) is not None


def read_list(path: Path) -> Reference:
    """Read a table of words with their counts, or with their shares in all words.

    Parameters
    ----------
    path : Path
        UTF-8, with commas, semicolons or tabs; the header names ``word`` and ``count``, or ``word`` and ``frequency``.
        Spellings that differ in capitals only are added up. With counts the number of words is their sum; shares are
        taken as those of a billion words.

    Returns
    -------
    Reference

    Raises
    ------
    MissingInput
        If there is no such file.
    InputError
        If the header or a number is wrong; the message names the line.
    EmptyInput
        If there is no word in it.
    """
    if not path.is_file():
        raise MissingInput("no such file", "check the path", str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("not UTF-8", "save it as UTF-8", str(path)) from None
    lines = text.splitlines()
    at = columns(lines[0] if lines else "")
    if at is None:
        raise InputError(
            "no columns 'word' and 'count' or 'frequency'", "name them in the first line", str(path), 1
        )
    mark, word, number, shares = at
    counts: dict[str, float] = {}
    for n, row in enumerate(csv.reader(lines[1:], delimiter=mark), 2):
        if not row:
            continue
        try:
            value = float(row[number])
            if not 0 <= value < np.inf:
                raise ValueError
        except (ValueError, IndexError):
            raise InputError("no number of 0 or more", "give each word a count", str(path), n) from None
        key = " ".join(fold(row[word]).split())
        counts[key] = counts.get(key, 0.0) + value
    total = sum(counts.values())
    if not total:
        raise EmptyInput("no words with counts above 0", "give each word a count", str(path))
    if shares:
        if total > 1.001:
            raise InputError(
                "frequencies add up to more than 1", "give shares, or name the column 'count'", str(path)
            )
        counts = {w: NOMINAL * c for w, c in counts.items()}
        return Reference(path.name, {1: counts}, {1: NOMINAL}, min(c for c in counts.values() if c))
    return Reference(path.name, {1: counts}, {1: total})


def columns(header: str) -> tuple[str, int, int, bool] | None:
    """Return the separator of a header, where the word and the number stand, and whether that is a share; or None."""
    for mark in ("\t", ";", ","):
        names = [n.strip().strip('"').lower() for n in header.strip().split(mark)]
        for number in (n for n in names if n in SHARES + COUNTS):
            if "word" in names:
                return mark, names.index("word"), names.index(number), number in SHARES
    return None
