"""Where the members of an opposition begin and end, how they open, and what words they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    closed,
)
from rhetoric.extract.prose import Part, Prose

CLOSING = frozenset((":", ".", "!", "?"))
STOPS = DASHES | CLOSING | {";"}
CUTS = STOPS | {","}
FRAMES = DETERMINERS | PREPOSITIONS
SUBJECTS = closed("i you he she it we they there this that")
NOMINAL = closed("it they he she this these")
BEING = closed("am is are was were be been being")
NEGATIVE = closed(
    "not no never nor neither none nothing nobody nowhere cannot hardly scarcely barely without"
)
LIGHT = FUNCTION | closed(
    "not no never nor neither none nothing only just merely simply also even very much more most less least many well "
    "then than now too such again rather quite mr mrs hon right noble lord member members gentleman gentlemen own other "
    "others same"
)
SPLIT = {
    "it's": ("it", "is"),
    "he's": ("he", "is"),
    "she's": ("she", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
    "i'm": ("i", "am"),
    "we're": ("we", "are"),
    "you're": ("you", "are"),
    "they're": ("they", "are"),
    "i've": ("i", "have"),
    "we've": ("we", "have"),
    "you've": ("you", "have"),
    "they've": ("they", "have"),
    "i'll": ("i", "will"),
    "we'll": ("we", "will"),
    "they'll": ("they", "will"),
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "shan't": ("shall", "not"),
    "cannot": ("can", "not"),
}


def denies(word: str) -> bool:
    """Return whether a word denies by itself: a negative, or a verb that ends in ``n't``."""
    return word in NEGATIVE or word.endswith("n't")


def split(word: str) -> tuple[str, ...]:
    """Return a contraction as the words it stands for; any other word alone."""
    return SPLIT.get(word) or ((word[:-3], "not") if word.endswith("n't") else (word,))


def opening(prose: Prose, first: int, last: int, most: int = 2) -> list[str]:
    """Return the first words of a clause, contractions undone, a conjunction before them passed over."""
    return opened([prose.words[n] for n in prose.openers(first, last, most + 1)], most)


def opened(heads: Iterable[str], most: int = 2) -> list[str]:
    """Return the same of the words that open it."""
    out: list[str] = []
    for word in heads:
        if out or word not in CONJUNCTIONS:
            out += split(word)
    return out[:most]


def end(prose: Prose, first: int, limit: int, most: int, stops: Collection[str] = STOPS) -> int:
    """Return where a member ends: at a stop, at the limit, or after so many tokens; marks at its end are left out."""
    n = first
    while n < min(limit, first + most) and prose.words[n] not in stops:
        n += 1
    while n > first and not prose.is_word[n - 1]:
        n -= 1
    return n


def back(prose: Prose, limit: int, last: int, most: int, stops: Collection[str] = STOPS) -> int:
    """Return where the member before `last` begins: after a stop, at the limit, or so many tokens back."""
    n = last
    while n > limit and last - n < most and prose.words[n - 1] not in stops:
        n -= 1
    while n < last and not prose.is_word[n]:
        n += 1
    return n


def trimmed(prose: Prose, first: int, last: int) -> int:
    """Return the end of some tokens without the marks that close them."""
    while last > first and not prose.is_word[last - 1]:
        last -= 1
    return last


def parts(prose: Prose, *members: tuple[int, int]) -> list[Part]:
    """Return the code points of members given as tokens."""
    return [prose.span(a, b) for a, b in members]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a word without the endings of number and tense, roughly, and with the vowel and consonant these change undone."""
    if len(word) < 4 or not word.isalpha():
        return word.removesuffix("'s")
    for suffix, put in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) + len(put) >= 3:
            word = word[: len(word) - len(suffix)] + put
            if suffix in ("ed", "ing") and word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


SUFFIXES = (
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
    ("ing", ""),
    ("ed", ""),
)


def telling(prose: Prose, first: int, last: int) -> set[str]:
    """Return the stems of the words of content among some tokens."""
    return {stem(w) for w in prose.words[first:last] if w not in LIGHT and len(w) > 2 and w[0].isalpha()}


def clausal(prose: Prose, first: int, last: int, most: int = 10) -> bool:
    """Return whether some tokens open like a clause of their own: a subject and then an auxiliary, before any relative."""
    for n in range(first, min(last, first + most)):
        word = prose.words[n]
        if word in ("which", "that", "who", "whom", "what", ","):
            return False
        if word in AUXILIARIES and n > first:
            return True
    return False


def same_ending(one: str, other: str) -> bool:
    """Return whether two words end alike: in ``-ing``, ``-ed`` or ``-ly``."""
    return any(one.endswith(e) and other.endswith(e) for e in ("ing", "ed", "ly"))
