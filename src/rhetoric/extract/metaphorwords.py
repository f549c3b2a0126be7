"""Which words are used metaphorically, without the encoder: a linear model over a word and its neighbours."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from rhetoric.model.corpus import Corpus

Longs = npt.NDArray[np.int64]
Floats32 = npt.NDArray[np.float32]
NOBODY = 12_345  # stands for a neighbour beyond the ends of the sentence
MIX = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)
ENDINGS = ("'s", "ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")


def stem(word: str) -> str:
    """Return a word without its ending: rough, but the same for 'attacks', 'attacked' and 'attacking'."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


FORMS: dict[str, Callable[[str], str]] = {
    "word": lambda w: w,
    "stem": stem,
    "end": lambda w: w[-3:],
}


@lru_cache(maxsize=1 << 15)
def hashed(word: str) -> tuple[int, ...]:
    """Return a number for each of the forms of a folded word."""
    return tuple(zlib.crc32(f"{name}{made(word)}".encode()) for name, made in FORMS.items())


@dataclass(frozen=True, eq=False)
class WordModel:
    """A logistic regression over hashed features, and what is known of each word's uses.

    Parameters
    ----------
    weights : float32 array, shape (2 ** bits,)
    bias : float
    uses, share : mappings of str to float
        By stem: how often it was seen, and in what share of these uses it was metaphorical.
    """

    weights: Floats32
    bias: float
    uses: dict[str, float]
    share: dict[str, float]

    def odds(self, corpus: Corpus) -> Floats32:
        """Return for every token the log odds that it is used metaphorically; NaN for what is no word of a sentence."""
        total = np.full(len(corpus.tokens), self.bias, np.float32)
        for column in features(corpus, len(self.weights)):
            total += self.weights[column]
        held = corpus.tokens.is_word & (corpus.token_sentence >= 0)
        return np.where(held, total, np.nan).astype(np.float32)

    def conventional(self, words: Sequence[str]) -> npt.NDArray[np.float64]:
        """Return how worn metaphorical uses of words are, 0 to 1.

        Parameters
        ----------
        words : sequence of str
            Folded.

        Notes
        -----
        The greater of two: the share of metaphorical uses among all uses of the word's stem, drawn toward .2 by four uses of
        nobody's (what is nearly always metaphorical is noticed by few: 'support'); and how common the stem is, the logarithm of
        its uses in a million words over that of 1,500 ('come', 'new').
        """
        stems = [stem(w) for w in words]
        uses = np.array([self.uses.get(s, 0.0) for s in stems])
        share = np.array([self.share.get(s, 0.0) for s in stems])
        uniform = (uses * share + 4 * 0.2) / (uses + 4)
        million = 1e6 * uses / max(1.0, self.total)
        common = np.log10(np.maximum(1.0, million)) / np.log10(1500)
        return np.asarray(np.minimum(1.0, np.maximum(uniform, common)))

    @cached_property
    def total(self) -> float:
        """All uses seen."""
        return float(sum(self.uses.values()))


def features(corpus: Corpus, size: int) -> list[Longs]:
    """Return hashed features of every token, each a place below `size` (a power of two); per type where that is possible."""
    tokens = corpus.tokens
    forms, _ = tokens.vocab.folding
    own = tokens.folded.astype(np.int64)
    rows = np.array([hashed(w) for w in forms], np.int64).reshape(-1, len(FORMS))
    hashes = dict(zip(FORMS, np.ascontiguousarray(rows.T), strict=True))
    sentence = corpus.token_sentence
    capital = np.array([t[:1].isupper() for t in tokens.vocab.types], np.int64)[tokens.ids]

    def at(name: str, step: int) -> Longs:
        values = hashes[name][own] if len(own) else np.empty(0, np.int64)
        if not step:
            return values
        moved, same = np.roll(values, -step), np.roll(sentence, -step) == sentence
        edge = slice(len(own) - step, None) if step > 0 else slice(0, -step)
        same[edge] = False
        return np.where(same, moved, NOBODY)

    def key(number: int, *parts: Longs) -> Longs:
        total = np.full(len(own), number * MIX[2], np.int64)
        for n, part in enumerate(parts):
            total += part * MIX[n % 2] * (1 + n // 2 * 2)
        mixed = ((total ^ (total >> 15)) * 0x2C1B3C6D) >> 7
        return mixed & (size - 1)

    word, root, end = at("word", 0), at("stem", 0), at("end", 0)
    near = {k: at("stem", k) for k in (-3, -2, -1, 1, 2, 3)}
    plain = {k: at("word", k) for k in (-2, -1, 1, 2)}
    ends = {k: at("end", k) for k in (-1, 1)}
    wanted: tuple[tuple[Longs, ...], ...] = (
        (word,),
        (root,),
        (end,),
        (plain[-1],),
        (plain[1],),
        (plain[-2],),
        (plain[2],),
        *((root, near[k]) for k in near),
        (word, plain[-1]),
        (word, plain[1]),
        (root, near[-1], near[1]),
        (root, ends[1]),
        (root, ends[-1]),
        (root, capital),
        (ends[-1], end),
        (end, ends[1]),
        (near[-1], near[1]),
        (word, plain[1], plain[2]),
        (word, plain[-2], plain[-1]),
    )
    return [key(n, *parts) for n, parts in enumerate(wanted, 1)]


@cache
def shipped_words() -> WordModel:
    """Return the model that ships; its card is ``docs/models/metaphor-words.md``."""
    path = files("rhetoric") / "data" / "models" / "metaphor-words.npz"
    with path.open("rb") as raw, np.load(raw) as held:
        weights = held["weights"].astype(np.float32) * float(held["step"])
        stems = held["stems"].tobytes().decode("utf-8").split("\n")
        uses, share = held["uses"].astype(np.float64), held["share"].astype(np.float64)
        return WordModel(
            weights,
            float(held["bias"]),
            dict(zip(stems, uses.tolist(), strict=True)),
            dict(zip(stems, share.tolist(), strict=True)),
        )
