"""How English words sound: syllables, the stressed vowel, and the part that rhymes."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count

PHONES = (
    "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH"
).split()  # ARPAbet without stress
LETTER = dict(zip(PHONES, map(chr, count(ord("A"))), strict=False))
PHONE = {letter: phone for phone, letter in LETTER.items()}
HISSING = frozenset({"S", "Z", "SH", "ZH", "CH", "JH"})
VOICELESS = frozenset({"P", "T", "K", "F", "TH"})
ZERO = ord(
    "0"
)  # a front-coded line begins with how much of the line before it keeps, counted from this character
RESPELT = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=s?$|ed$|ing$|abl[ey]$|er|ful|hood|less|it)", "or"),
        (r"is(?=(?:e[ds]?|ing|ers?|ations?|ational)$)", "iz"),
        (r"ys(?=(?:e[ds]?|ing|ers?)$)", "yz"),
        (r"(?<=[ae]n)ce(?=s?$)", "se"),
        (r"tre(?=s?$)", "ter"),
        (r"ogue(?=s?$)", "og"),
        (r"amme(?=s?$)", "am"),
        (r"ll(?=(?:ed|ing|ers?|ors?)$)", "l"),
        (r"l(?=(?:ful|ment)s?$)", "ll"),
        (r"ae|oe", "e"),
    )
)


@dataclass(frozen=True, slots=True)
class Sound:
    """How one word sounds.

    Parameters
    ----------
    syllables : int
    vowel : str
        The vowel with the main stress, in ARPAbet: ``'EY'``.
    rhyme : str
        All from the last stressed vowel on: ``'EY SH AH N'``; two different words with the same are a perfect rhyme.
    """

    syllables: int
    vowel: str
    rhyme: str


class Pronunciations:
    """Words and how they sound, in General American.

    Parameters
    ----------
    words : mapping of str to tuple of int, str and str
        Folded form to syllables, the main vowel where the rhyme does not begin with it (else empty), and the rhyme, each
        phone one letter; see `LETTER`.

    Notes
    -----
    Of words with several readings only the first that the dictionary gives is kept ('live', 'record'). Possessives are
    made from their words, and British spellings are looked up as American ones where they are not listed themselves.
    Rhymes are those of an American accent: 'caught' and 'sort' rhyme for many British speakers, but not here.
    """

    def __init__(self, words: Mapping[str, tuple[int, str, str]]) -> None:
        self.words = words

    def __len__(self) -> int:
        return len(self.words)

    def __repr__(self) -> str:
        return f"<Pronunciations of {len(self):,} words>"

    def sound(self, word: str) -> Sound | None:
        """Return how a folded word sounds, or None if it is not known."""
        held = self.words.get(word)
        if held is None:
            if word.endswith("'s") and (owner := self.sound(word[:-2])):
                return possessive(owner)
            held = next((self.words[w] for w in respelt(word) if w in self.words), None)
        if held is None:
            return None
        syllables, vowel, rhyme = held
        return Sound(syllables, PHONE[vowel or rhyme[0]], " ".join(PHONE[letter] for letter in rhyme))

    def syllables(self, word: str) -> int | None:
        """Return how many syllables a folded word has, or None if it is not known."""
        held = self.words.get(word)
        if held is not None:
            return held[0]
        return found.syllables if (found := self.sound(word)) else None

    def vowel(self, word: str) -> str | None:
        """Return the vowel with the main stress: 'EY' of 'nation'; None for a word that is not known."""
        return found.vowel if (found := self.sound(word)) else None

    def rhyme(self, word: str) -> str | None:
        """Return what follows from the last stressed vowel on: 'EY SH AH N' of 'nation'; None for a word not known."""
        return found.rhyme if (found := self.sound(word)) else None


@cache
def shipped() -> Pronunciations:
    """Return the pronunciations that ship: those of the CMU Pronouncing Dictionary; they are read when first asked for."""
    path = files("rhetoric") / "data" / "pronunciation" / "words.xz"
    return Pronunciations(unpacked(path.read_bytes()))


def possessive(owner: Sound) -> Sound:
    """Return how the possessive of a word sounds."""
    last = owner.rhyme.rsplit(" ", 1)[-1]
    ending = "IH Z" if last in HISSING else "S" if last in VOICELESS else "Z"
    return Sound(owner.syllables + (last in HISSING), owner.vowel, f"{owner.rhyme} {ending}")


def respelt(word: str) -> Iterable[str]:
    """Yield the American spellings that a British one may stand for."""
    for british, american in RESPELT:
        new = british.sub(american, word)
        if new != word:
            yield new


def packed(words: Mapping[str, tuple[int, str, str]]) -> bytes:
    """Return words as they ship.

    Notes
    -----
    Four blocks of lines under one compression: the words from their last letter to their first, in that order, each without what it
    shares with the one before; their syllables; their rhymes, empty where the one before has the same; their main vowels,
    empty where the rhyme begins with it. Words that end alike stand together, so rhymes repeat.
    """
    lines: list[tuple[str, str, str, str]] = []
    before = rhyme_before = ""
    for backward in sorted(word[::-1] for word in words):
        syllables, vowel, rhyme = words[backward[::-1]]
        kept = shared(before, backward)
        lines.append(
            (
                chr(ZERO + kept) + backward[kept:],
                str(syllables),
                rhyme if rhyme != rhyme_before else "",
                vowel,
            )
        )
        before, rhyme_before = backward, rhyme
    blocks = ("\n".join(column) for column in zip(*lines, strict=True))
    return lzma.compress("\0".join(blocks).encode(), preset=9 | lzma.PRESET_EXTREME)


def unpacked(data: bytes) -> dict[str, tuple[int, str, str]]:
    """Return the words that `packed` packed."""
    blocks: Sequence[Sequence[str]] = [b.split("\n") for b in lzma.decompress(data).decode().split("\0")]
    out: dict[str, tuple[int, str, str]] = {}
    backward = last = ""
    for line, syllables, rhyme, vowel in zip(*blocks, strict=True):
        backward = backward[: ord(line[0]) - ZERO] + line[1:]
        last = rhyme or last
        out[backward[::-1]] = (int(syllables), vowel, last)
    return out


def shared(one: str, other: str) -> int:
    """Return how many characters two words begin with in common."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
