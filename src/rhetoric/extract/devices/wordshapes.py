"""The shape of a word: its class, finer for small words than for words of content, so that two stretches of words can be laid side by side."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from rhetoric.extract.devices.doing import ALL, PAST
from rhetoric.extract.devices.weight import IRREGULAR
from rhetoric.extract.devices.words import AUXILIARIES, PREPOSITIONS, closed
from rhetoric.extract.wordclass import ADJECTIVES, ENDING_LIKE_ADJECTIVES

SMALL = (
    ("not", "not never neither nor cannot nothing nobody none no"),
    ("to", "to"),
    ("of", "of"),
    ("article", "the a an"),
    ("own", "my our your his her its their whose"),
    ("pointer", "this these those such"),
    ("amount", "each every all any some both half many much few several enough another other"),
    ("object", "me us him them myself ourselves himself herself itself themselves yourself"),
    ("subject", "i we you he she it they there one everyone everybody someone somebody anyone people"),
    ("asking", "what when where why how"),
    ("relative", "that who which whom"),
    ("if", "if because although though while whilst unless whether than as since until till whereas so"),
    ("and", "and or but yet"),
    ("degree", "too more less most least very quite rather better best worse worst"),
    ("adverb", "only just now then also even again still ever always often once here well already soon merely simply"),
    ("be", "am is are was were be been being isn't aren't wasn't weren't it's he's she's that's there's i'm you're we're they're"),
    ("have", "have has had having haven't hasn't hadn't i've you've we've they've"),
    ("do", "do does did done don't doesn't didn't"),
    ("modal", "will would shall should can could may might must ought i'll we'll they'll i'd we'd they'd let"),
    ("number", "two three four five six seven eight nine ten hundred thousand million billion first second third"),
)  # fmt: skip
SHAPES = (
    *(name for name, _ in SMALL),
    "preposition",
    "base",
    "s",
    "ed",
    "ing",
    "ly",
    "adjective",
    "noun",
)
CODE = {name: n + 1 for n, name in enumerate(SHAPES)}
LIGHT = CODE["preposition"]  # the last of the small words
ENDED = {
    **dict.fromkeys(("tion", "sion", "ment", "ness", "ance", "ence", "ship", "hood"), "noun"),
    **dict.fromkeys(("ity", "ism", "dom", "acy"), "noun"),
    **dict.fromkeys(("able", "ible", "less", "tial", "cial", "onal", "ical", "ural"), "adjective"),
    **dict.fromkeys(("ous", "ful", "ive", "ish", "ial", "ual"), "adjective"),
    **dict.fromkeys(("al", "ic"), "adjective"),
    **dict.fromkeys(("ise", "ize", "ify"), "base"),
    "ly": "ly",
    "ing": "ing",
    "ed": "ed",
    "eed": "noun",
    "ss": "noun",
    "us": "noun",
    "is": "noun",
    "'s": "noun",
    "s": "s",
}
OPENINGS = (
    "article own pointer amount subject number adjective noun degree",
    "base",
    "s",
    "ed",
    "ing",
    "preposition of to",
    "relative asking if",
    "be have do modal",
    "not",
    "adverb ly",
    "object and",
)
TAILS = frozenset(ending[-2:] for ending in ENDED if len(ending) > 1) | {
    f"{c}s" for c in "abcdefghijklmnopqrstuvwxyz'"
}
NOMINAL = [CODE[name] for name in ("adjective", "noun", "number", "subject")]


@cache
def known() -> dict[str, int]:
    """Return the shapes of the words that are listed."""
    out = dict.fromkeys(ALL, CODE["base"])
    out |= dict.fromkeys((*IRREGULAR, *PAST), CODE["ed"])
    out |= dict.fromkeys(ADJECTIVES, CODE["adjective"]) | dict.fromkeys(ENDING_LIKE_ADJECTIVES, CODE["noun"])
    out |= dict.fromkeys(PREPOSITIONS, CODE["preposition"]) | dict.fromkeys(AUXILIARIES, CODE["modal"])
    for name, words in SMALL:
        out |= dict.fromkeys(closed(words), CODE[name])
    return out


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> int:
    """Return the code of a word's shape."""
    listed = known()
    if code := listed.get(word):
        return code
    size = len(word)
    name = word[-2:] in TAILS and (
        (size > 6 and ENDED.get(word[-4:]))
        or (size > 5 and ENDED.get(word[-3:]))
        or (size > 4 and ENDED.get(word[-2:]))
        or (size > 3 and ENDED.get(word[-1]))
    )
    if name == "s":
        stem = listed.get(word[:-1]) or listed.get(word[:-2]) or listed.get(word[:-3] + "y")
        return CODE["s"] if stem in (CODE["base"], CODE["ed"]) else CODE["noun"]
    if name:
        return CODE[name]
    return CODE["number"] if word[:1].isdigit() else CODE["not"] if word.endswith("n't") else CODE["noun"]


def opened() -> npt.NDArray[np.int64]:
    """Return by code the kind of opening that a word of a shape makes."""
    kinds = {CODE[name]: n + 1 for n, names in enumerate(OPENINGS) for name in names.split()}
    return np.array([kinds.get(code, 0) for code in range(len(SHAPES) + 1)], np.int64)


OPENED = opened()
