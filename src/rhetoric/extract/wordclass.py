"""What kind of word a word is, as far as closed classes and endings tell; a mark is a word of its own."""

from __future__ import annotations

from functools import lru_cache

from rhetoric.extract.devices.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    QUESTION_WORDS,
    closed,
)

remembered = lru_cache(maxsize=1 << 14)  # rules ask of the same words again and again

STOP, COMMA, DASH = "", ",", "-"
MARKS = frozenset((STOP, COMMA, DASH))

BE = closed(
    "am is are was were be been being isn't aren't wasn't weren't become becomes became remain remains "
    "remained seem seems seemed appear appears appeared turned"
)
HAVE = closed("have has had having lack lacks")
RELATIVES = closed("who which that")
OPENERS = (DETERMINERS - {"that"}) | closed(
    "such own other another same several many few various certain either neither one two three four five"
)
DEGREES = closed("very more most less least so too quite rather even just only further")
ADVERBS = DEGREES | closed(
    "also then not never ever always often once again soon already still now almost perhaps later longer "
    "therefore however anyway up down out off over back away on together forward ahead well"
)
PARTICLES = closed("up down out off away back apart forward")
VERBS = closed(
    "say says said make makes made take takes took come comes came go goes went get gets got give gives "
    "gave want wants wanted see sees saw know knows knew think thinks thought let put keep keeps kept "
    "find finds found try tries tried bring brings brought tell tells told mean means begin begins began "
    "continue continues including using following facing regarding concerning involving"
)
CONTROL = closed(
    "want wants wanted try tries tried trying seek seeks sought need needs needed begin begins began "
    "going able ready set likely refuse refuses continue continues"
)
GOVERNORS = (AUXILIARIES - BE - HAVE) | closed("i you he she it we they who which to")
OBJECTS = closed(
    "me you him it us them myself yourself himself herself itself ourselves yourselves themselves"
)
BARRED = (
    FUNCTION | CONJUNCTIONS | QUESTION_WORDS | VERBS | BE | ADVERBS | OPENERS | OBJECTS | MARKS | {"than"}
)
TOWARD = closed("of on upon against")
WIDER = closed("for with from about over in")
LINKS = PREPOSITIONS - closed("by like as than since until till before after despite except per")
DATES = closed(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december"
)
EMPTY = DATES | closed(
    "bit thing things way ways manner situation behalf one ones time times moment day days week weeks "
    "month months year years something anything nothing everything much lot lots kind kinds sort sorts "
    "terms"
)
QUANTITIES = EMPTY | closed(
    "number numbers amount amounts range array share piece pieces part parts series rest worst best "
    "majority worth millions thousands hundreds dozens one many most some all any both each few several "
    "none more less"
)
PLAIN = closed(
    "big huge great golden new old good bad high low long short large small little real whole full late "
    "early young strong weak deep hard free clear dark bright sheer mere sharp broad key main "
    "quick slow major minor tough easy heavy human recent rapid solid rich poor vast wide narrow warm "
    "cold hot cool fair false true fresh dead safe wild"
)
COMPARED = frozenset(w + e for w in PLAIN for e in ("er", "r", "est", "st", w[-1] + "er", w[-1] + "est"))
ADJECTIVES = (
    PLAIN
    | COMPARED
    | closed("able ready better best former latter inner upper present first second third last next enough")
)
ADJECTIVE_ENDINGS = (
    "al", "ous", "ful", "less", "able", "ible", "ic", "ive", "ish", "some", "thern", "stern", "odern", "nary",
    "rary", "itary", "essary", "ondary", "imary",
)  # fmt: skip
NOUN_ENDINGS = ("eal", "oal", "osal", "usal", "oval", "ival", "awal", "centive", "otive", "arrative", "drive")
ENDING_LIKE_ADJECTIVES = closed(
    "capital denial goal hospital official scandal signal trial initiative executive objective "
    "perspective critic music panic public republic rhetoric topic traffic tactic epidemic clinic table "
    "library"
)
IRREGULAR = closed(
    "driven written shown drawn grown broken chosen hidden held led built sent caught brought kept lost"
)
ENDING_LIKE_ADVERBS = closed("family ally rally supply reply assembly monopoly bully july italy")
ENDING_LIKE_PARTICIPLES = closed(
    "housing spending funding planning training policing building banking farming teaching lending"
)


@remembered
def nominal(word: str) -> bool:
    """Return whether a word may stand in a noun phrase after its determiners."""
    return word not in BARRED and not manner(word)


@remembered
def adverb(word: str) -> bool:
    """Return whether a word is an adverb, by a closed class or its ending."""
    return word in ADVERBS or manner(word)


@remembered
def manner(word: str) -> bool:
    """Return whether a word has the ending of an adverb."""
    return word.endswith("ly") and len(word) > 4 and word not in ENDING_LIKE_ADVERBS


@remembered
def adjective(word: str) -> bool:
    """Return whether a word is an adjective, by a closed class or its ending."""
    if word in ADJECTIVES:
        return True
    ending = word.endswith(ADJECTIVE_ENDINGS) and len(word) > 4
    return ending and not word.endswith(NOUN_ENDINGS) and word not in ENDING_LIKE_ADJECTIVES


@remembered
def past(word: str) -> bool:
    """Return whether a word is a regular past or a common participle; 'slow-paced' is an adjective."""
    return (word.endswith("ed") and len(word) > 4 and "-" not in word) or word in IRREGULAR


@remembered
def progressive(word: str) -> bool:
    """Return whether a word has the ending of a present participle or gerund."""
    return word.endswith("ing") and len(word) > 4 and word not in ENDING_LIKE_PARTICIPLES


@remembered
def participle(word: str) -> bool:
    """Return whether a word has the ending of a past or present participle."""
    return past(word) or progressive(word)


@remembered
def describing(word: str) -> bool:
    """Return whether a word may describe, where its place asks for it: also a participle or comparative."""
    return adjective(word) or participle(word) or word.endswith("er")


@remembered
def abstract(word: str) -> bool:
    """Return whether a word has the ending of an abstract noun."""
    return word.endswith(("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship"))


@remembered
def plural(word: str) -> bool:
    """Return whether a word has the ending of a plural."""
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "'s"))


@remembered
def possessive(word: str) -> bool:
    """Return whether a word is a noun's possessive."""
    return word.endswith("'s") and word not in BARRED


def opening(word: str) -> bool:
    """Return whether a word may begin a noun phrase; *that* more often begins a clause."""
    return word in OPENERS or nominal(word)
