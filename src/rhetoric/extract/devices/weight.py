"""Which words weigh: words of feeling and value, abstract nouns and qualities, against names of things and of fields.

What reads as a tricolon is 'freedom, peace and prosperity' or 'swift, certain and severe'; 'roads, buses and trams' and 'economic,
social and regional' are inventories. A word of VADER's lexicon, an ending or a short list tells one from the other.
"""

from __future__ import annotations

from functools import lru_cache

from rhetoric.extract.devices.words import AUXILIARIES, FUNCTION, closed
from rhetoric.extract.vaderwords import vader

FELT = 1.0  # how far from neutral a word of the lexicon must be
QUALITIES = closed(
    "big great new old good bad high low long short large small real whole full late early young strong weak deep hard "
    "free clear dark bright sheer mere sharp broad plain quick slow tough easy heavy human rapid solid rich poor vast "
    "wide narrow warm cold cool fair false true fresh dead safe wild sound just wise firm calm open honest simple modern "
    "proud brave bold cheap clean decent noble loyal humble harsh cruel bitter gentle vivid concrete complete accurate "
    "separate adequate immediate moderate ultimate compact robust secure complex immoral unfair illegal desperate "
    "hungry angry happy ready empty dirty heavy healthy wealthy greedy busy lazy ugly lonely steady sturdy weary worthy"
)
IDEAS = closed(
    "affection understanding judgement judgment intelligence innovation imagination aim aims caution restraint moderation tolerance forbearance beauty belief beliefs calm care chaos character cause choice courage cruelty culture death debt decay dirt "
    "discord dream dreams duty duties effort efforts energy envy faith faiths fame famine fate fear fears force freedom "
    "freedoms future glory grace greed grief growth guilt hate hatred heart heroism history home homes honour honor hope "
    "hopes hunger idea ideal ideals ideas ignorance joy justice labour law laws liberty liberties life light lives logic love "
    "loyalty malice mercy merit might misery mind minds moral morals nation order pain passion past patience peace pity "
    "poverty power powers praise pride principle principles progress promise promises property purpose reason respect right "
    "rights ruin scorn secrecy shame skill skills sorrow soul spirit squalor strength struggle talent terror thought thoughts "
    "time toil trouble trust truth tyranny value values vice virtue virtues vision want war wars waste wealth will wisdom wit "
    "words work worry worth wrath zeal belonging community communities families"
)
STRONG = (
    "ness", "dom", "hood", "ship", "ity", "ety", "ance", "ence", "ism", "acy", "ency", "ancy", "tude", "ful", "less", "ous",
    "able", "ible", "ive", "ish", "ier", "iest",
)  # fmt: skip
FAINT = ("tion", "sion", "ment", "ing", "ed", "al", "ic", "ent", "ant", "ary", "ure", "ly", "ate", "y")
ADJECTIVES = (
    "ful", "less", "ous", "able", "ible", "ive", "ish", "ier", "iest", "ed", "ent", "ant", "al", "ic", "ary",
)  # fmt: skip
THINGS = closed(
    "city cities county counties country countries university facility facilities industry industries property properties authority "
    "authorities activity activities agency agencies entity entities utility utilities municipality municipalities company "
    "companies army navy party parties library ministry secretary treasury committee executive initiative initiatives "
    "representative representatives conference conferences insurance residence ambulance finance audience table vegetable "
    "relative native detective vehicle article electricity university capacity science sciences licence license reference "
    "government governments parliament department departments environment information education equipment january february july may friday sunday monday tuesday wednesday thursday saturday family currency emergency energy"
)
VERBS = closed(
    "abandon abolish accept achieve act add address admit adopt advance advise agree aim allow answer appeal apply appoint ask "
    "assist assure attack attract avoid balance ban become begin believe bind blame block boost break bring build buy call "
    "care carry change check choose claim clean close come command commit compete complete condemn conduct confirm conserve consider "
    "construct consult continue control cooperate cope correct cost cover create cut damage deal debate deceive decide defeat "
    "defend define delay deliver demand deny deploy design destroy detect develop die direct discover discuss divide do double "
    "drive earn ease eat educate elect eliminate employ empower enable encourage end enforce engage enhance enjoy enrich ensure "
    "establish examine exclude expand explain expose extend face fail feed feel fight fill find finish fix follow force foster "
    "free fulfil fund gain get give go govern grow guarantee guard guide harm heal hear help hold honour honor hope hurt "
    "identify ignore impose improve include increase inform inspire insist invest invite join judge keep kill know launch lead "
    "learn leave lift limit listen live look lose love maintain make manage meet mend mislead mobilise mobilize modernise "
    "monitor move need offer open oppose organise organize oust overcome pay plan play pledge point prepare preserve press "
    "prevent produce promise promote propose protect prove provide pull punish push put raise reach read rebuild receive "
    "recognise recognize recover recruit reduce reform refuse reject release rely remain remember remove renew repair repeal "
    "replace represent resist resolve respect respond restore restrict retain return reveal reward ridicule rise rob run "
    "sacrifice save say scrap secure see seek seize sell send serve set settle share show shut sit solve speak speed spend "
    "spread stand start stay steal stem stop strengthen strike strive struggle study suffer supply support survive sustain "
    "tackle take talk teach tell test think threaten train transform travel treat trust try turn understand undermine unite "
    "uphold urge use value vote wait walk want waste watch weaken welcome win wipe work worry write"
)
MADE = ("ate", "ise", "ize", "ify")
IRREGULAR = {
    w: base
    for pair in (
        "brought bring|built build|came come|fought fight|found find|gave give|got get|grew grow|had have|heard hear|held hold|"
        "kept keep|knew know|led lead|left leave|lost lose|made make|met meet|paid pay|ran run|rose rise|said say|sat sit|saw see|"
        "sent send|set set|sold sell|spoke speak|spent spend|stood stand|took take|taught teach|thought think|told tell|"
        "went go|won win|wrote write|broke break|chose choose|drove drive|felt feel|stole steal|struck strike|given give|"
        "taken take|written write|chosen choose|broken break|spoken speak|shown show|known know|grown grow|driven drive|"
        "stolen steal|risen rise|begun begin|began begin|gone go|seen see|forgotten forget|forgot forget|sought seek"
    ).split("|")
    for w, base in (pair.split(),)
}


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """Return how much a word of content weighs: 1 of feeling, value or quality, a half perhaps, 0 a thing or a field."""
    word = word.rpartition("-")[2]
    if word in FUNCTION or not word.isascii() or not word.isalpha():
        return 0.0
    if word in IDEAS or word in QUALITIES:
        return 1.0
    if word in THINGS:
        return 0.0
    if abs(vader().lexicon.get(word, 0.0)) >= FELT or (word.endswith(STRONG) and len(word) > 5):
        return 1.0
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    if single != word and single.endswith(STRONG[:12]):
        return 0.5
    return 0.5 if word.endswith(FAINT) and len(word) > 4 else 0.0


@lru_cache(maxsize=1 << 16)
def verb(word: str) -> str:
    """Return the form of a verb, ``base``, ``s``, ``ed`` or ``ing``, or ``''`` where a word is none that is known."""
    if word in VERBS or (word.endswith(MADE) and len(word) > 5):
        return "base"
    if word in IRREGULAR:
        return "ed"
    if word in AUXILIARIES:
        return ""
    for form, endings in (("s", ("s", "es")), ("ed", ("ed", "d")), ("ing", ("ing",))):
        if any(word.endswith(e) and based(word.removesuffix(e), form) for e in endings):
            return form
    return ""


def based(stem: str, form: str) -> bool:
    """Return whether a verb is left when an ending is taken off: as it is, or as it was before the ending changed it."""
    shapes = {stem, stem[:-1] + "y"} if form != "ing" else {stem}
    if form != "s":
        shapes |= {stem + "e", stem[:-1]} if stem[-2:-1] == stem[-1:] else {stem + "e"}
    return any(s in VERBS or (s.endswith(MADE) and len(s) > 5) for s in shapes)
