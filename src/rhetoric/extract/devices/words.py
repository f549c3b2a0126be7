"""Small closed classes of English words, by which members of a figure are told to be alike without a parser."""

from __future__ import annotations


def closed(words: str) -> frozenset[str]:
    """Return a class of words that are written with spaces between them."""
    return frozenset(words.split())


DETERMINERS = closed(
    "a an the this that these those some any each every no all both half my your his her its our their whose"
)
PRONOUNS = closed(
    "i me you he him she it we us they them who whom which what there here one this that these those"
)
PREPOSITIONS = closed(
    "about above across after against along amid among around as at before behind below beneath beside between beyond "
    "by despite down during except for from in inside into like near of off on onto out outside over past per since "
    "than through throughout till to toward towards under until up upon via with within without"
)
AUXILIARIES = closed(
    "am is are was were be been being do does did have has had having will would shall should can could may might must "
    "ought isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't shouldn't can't "
    "couldn't mustn't it's he's she's that's there's i'm you're we're they're i've you've we've they've i'll we'll "
    "they'll i'd we'd they'd"
)
CONJUNCTIONS = closed("and or but nor so yet if because although though while when whereas unless whether")
QUESTION_WORDS = closed("who whom whose what which when where why how")
FUNCTION = DETERMINERS | PRONOUNS | PREPOSITIONS | AUXILIARIES | CONJUNCTIONS

DASHES = frozenset(("-", "--", "---", "–", "—", "―", "‒"))

CLASSES = (
    ("pronoun", closed("i you he she it we they who there")),
    ("determiner", DETERMINERS),
    ("preposition", PREPOSITIONS),
    ("auxiliary", AUXILIARIES),
    ("conjunction", CONJUNCTIONS | QUESTION_WORDS),
)
ENDINGS = (
    "ness",
    "ship",
    "hood",
    "ism",
    "ment",
    "tion",
    "sion",
    "ity",
    "ance",
    "ence",
    "ing",
    "ful",
    "less",
    "ous",
    "ed",
    "ly",
    "s",
)


def kind(word: str) -> str:
    """Return the class of a word that opens a member; content words are ``''``, whatever they are."""
    return next((name for name, members in CLASSES if word in members), "")


def ending(word: str) -> str:
    """Return the ending of a word that is long enough to have one, or ``''``; ``-ss`` and ``-us`` are no plurals."""
    if word.endswith(("ss", "us", "is")) and not word.endswith(("ness", "less", "ous")):
        return ""
    return next((e for e in ENDINGS if word.endswith(e) and len(word) > len(e) + 1), "")
