"""The shape of a word: its class, finer for small words than for words of content, so that two stretches of words can be laid side by side."""

from __future__ import annotations

from functools import cache

from rhetoric.extract.devices.doing import ALL, IRREGULAR, PAST
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
    "abstract",
    "plural",
    "noun",
)
CODE = {name: n + 1 for n, name in enumerate(SHAPES)}
LIGHT = CODE["preposition"]  # the last of the small words
ENDED = {
    **dict.fromkeys(("tion", "sion", "ment", "ness", "ance", "ence", "ship", "hood"), "abstract"),
    **dict.fromkeys(("ity", "ism", "dom", "acy"), "abstract"),
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
    "s": "plural",
}
OPENINGS = (
    "article own pointer amount subject number adjective abstract plural noun degree",
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
OPENING = {CODE[name]: n for n, names in enumerate(OPENINGS) for name in names.split()} | {0: -1}


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


def shape(word: str) -> int:
    """Return the code of a word's shape."""
    listed = known()
    if (code := listed.get(word)) is not None:
        return code
    for size in (4, 3, 2, 1):
        if len(word) > size + 2 and (name := ENDED.get(word[-size:])):
            if name == "plural" and (word[:-1] in listed or word[:-2] in listed or word[:-3] + "y" in listed):
                stem = listed.get(word[:-1]) or listed.get(word[:-2]) or listed.get(word[:-3] + "y")
                return CODE["s"] if stem == CODE["base"] else CODE[name]
            return CODE[name]
    return CODE["number"] if word[:1].isdigit() else CODE["not"] if word.endswith("n't") else CODE["noun"]


KINDS = {"base": "verb", "s": "verb", "ed": "verb", "ing": "verb", "plural": "noun", "abstract": "noun", "number": "article"}
KINDS |= {"own": "article", "pointer": "article", "amount": "article", "of": "preposition", "if": "asking", "relative": "asking"}
COARSE = tuple(CODE.get(KINDS.get(name, name), CODE["base"]) for name in SHAPES)
