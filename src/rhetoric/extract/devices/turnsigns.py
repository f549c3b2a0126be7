"""What there is to see at a turn that tells whether a point is granted there: how it is put, and what is set against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log

from rhetoric.extract.devices.antonyms import antonyms
from rhetoric.extract.devices.doing import form
from rhetoric.extract.devices.members import LIGHT, stem
from rhetoric.extract.devices.turns import Turn
from rhetoric.extract.devices.weight import weight
from rhetoric.extract.devices.words import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    closed,
)
from rhetoric.extract.prose import Prose
from rhetoric.extract.vaderwords import vader

Table = Mapping[str, tuple[str, ...]]

SUBJECTS = {
    "i": closed("i i'm i've i'd i'll"),
    "we": closed("we we're we've we'd we'll"),
    "it": closed("it it's"),
    "this": closed("this that these those that's"),
    "there": closed("there there's"),
    "he": closed("he she they you one he's she's they're"),
    "if": closed("if when where because since as unless whether"),
    "what": closed("what who why how which"),
    "determiner": DETERMINERS - closed("this that these those what"),
    "preposition": PREPOSITIONS,
    "auxiliary": AUXILIARIES,
    "not": closed("not never no neither nor"),
    "also": closed("also rather instead only even just merely"),
}
DENYING = closed(
    "not no never nor neither none nothing nobody cannot hardly scarcely don't doesn't didn't isn't aren't wasn't weren't "
    "won't wouldn't can't couldn't shouldn't haven't hasn't hadn't"
)
MODAL = {
    "may": closed("may might"),
    "could": closed("could"),
    "would": closed("would should"),
    "can": closed("can"),
    "will": closed("will shall"),
    "must": closed("must need needs ought needed necessary"),
}
ADMITTING = closed(
    "accept acknowledge admit agree agreed appreciate concede confess grant know realise realize recognise recognize respect "
    "sympathise sympathize understand understood acknowledging accepting recognising recognizing"
)
LEANING = closed("think thought believe suppose hope feel wish expect trust want wanted like prefer imagine doubt")
PRAISING = closed(
    "thank thanks grateful gratitude congratulate congratulations welcome support supported applaud commend commended glad pleased "
    "delighted happy praise tribute admire pleasure"
)
RUEING = closed("sorry regret afraid disappointed apologise apologize unfortunately sadly regrettably alas")
SURE = closed(
    "certainly undoubtedly doubtless admittedly granted clearly obviously indeed yes true surely naturally"
)
PERHAPS = closed("perhaps possible possibly maybe probably likely seem seems appear appears")
TOLD = closed(
    "say claim claims argue argues suggest suggests tells said says told asked stated claimed announced reported argued suggested added wrote replied explained"
)
NARROW = closed("only merely simply just solely")
EVENTS = closed("went came began took made gave found said told became left got sent brought put thought felt knew saw met won lost ran held led wrote set")
PAST = closed("was were had did went came became began took made gave found")
JUDGING = closed(
    "important right wrong fair unfair good bad better best great difficult easy hard necessary clear reasonable essential "
    "valid valuable useful serious true small welcome enough perfect simple admirable excellent attractive desirable modest popular "
    "unpopular disreputable honourable genuine laudable commendable worthy sound sensible understandable legitimate interesting helpful "
    "disappointing impossible ideal strong weak sincere imperfect regrettable tempting nice fine free correct impressive vital critical "
    "achievement progress success improvement step merit merits virtue advantage advantages disadvantage disadvantages credit sympathy "
    "risk risks difficulty difficulties challenge challenges problem problems mistake mistakes concern concerns pity surprise"
)
STRESS = closed("still nevertheless nonetheless also even however equally surely already now")
FACT = closed("fact truth point question problem reality difficulty trouble answer issue")
CLAIMING = closed("saying suggesting say suggest deny wish want propose intend challenging asking doubt arguing claim claiming attempting seeking opposed pretend complain object blame")
TURNING = closed("but yet however nevertheless still")
DOING = closed("do does did")
OWN = SUBJECTS["i"] | SUBJECTS["we"]
SOME = closed("some many most much few several all every")


def table(**classes: Iterable[str]) -> Table:
    """Return for every word of some classes the names of those it is in."""
    out: dict[str, tuple[str, ...]] = {}
    for name, some in classes.items():
        for word in some:
            out[word] = (*out.get(word, ()), name.replace("_", " "))
    return out


FIRST = {word: (name,) for name, some in reversed(SUBJECTS.items()) for word in some}
GRANTED = table(
    granted_denies=DENYING,
    granted_may=MODAL["may"],
    granted_could=MODAL["could"],
    granted_would=MODAL["would"],
    granted_can=MODAL["can"],
    granted_will=MODAL["will"],
    granted_must=MODAL["must"],
    granted_admits=ADMITTING,
    granted_leans=LEANING,
    granted_praises=PRAISING,
    granted_rues=RUEING,
    granted_sure=SURE,
    granted_perhaps=PERHAPS,
    granted_told=TOLD,
    granted_past=PAST,
    granted_judges=JUDGING,
    granted_own=OWN,
    granted_be=closed("be"),
    granted_has=closed("has have"),
    granted_that=closed("that"),
    granted_these=closed("these this such any"),
    granted_was=closed("was were"),
    granted_article=closed("the a an"),
    granted_is=closed("is are am it's that's i'm we're they're"),
    granted_always=closed("always often sometimes never generally usually"),
    granted_also=closed("also moreover furthermore too further"),
    granted_very=closed("very quite rather much so extremely certainly entirely fully great"),
    granted_past_time=closed("ago last then once before formerly years yesterday earlier"),
    granted_some=SOME,
)
TURNED = table(
    turned_denies=DENYING,
    turned_may=MODAL["may"],
    turned_could=MODAL["could"],
    turned_would=MODAL["would"],
    turned_can=MODAL["can"],
    turned_will=MODAL["will"],
    turned_must=MODAL["must"],
    turned_admits=ADMITTING,
    turned_leans=LEANING,
    turned_praises=PRAISING,
    turned_rues=RUEING,
    turned_perhaps=PERHAPS,
    turned_told=TOLD,
    turned_past=PAST,
    turned_judges=JUDGING,
    turned_stress=STRESS,
    turned_fact=FACT,
    turned_own=OWN,
    turned_be=closed("be"),
    turned_they=closed("they them"),
    turned_this=closed("this these"),
    turned_should=closed("should ought"),
    turned_there=closed("there"),
    turned_than=closed("than"),
    turned_because=closed("because"),
    turned_is=closed("is are am it's that's i'm we're they're"),
    turned_also=closed("also moreover furthermore"),
    turned_now=closed("now today yet currently"),
    turned_more=closed("more most less better best further remain remains work continue"),
    turned_seeks=closed("want ask hope suggest urge wonder"),
    turned_if=closed("if unless when whether"),
)
FORMULAS = {
    "of": ("of course",),
    "no": ("no doubt", "no question", "no surprise", "no secret"),
    "to": ("to be sure", "to some extent", "to that extent"),
    "it": ("it is true", "it is right", "it is possible", "it may be", "it is understandable", "it is easy", "it might be", "it would be"),
    "that": ("that may", "that is true", "that is right", "that might", "that is correct", "that is the"),
    "all": ("all very well", "all right"),
    "quite": ("quite right", "quite true"),
    "is": ("is right", "is true", "is correct", "is good news", "is welcome"),
    "in": ("in principle", "in fairness", "in part"),
    "so": ("so far so", "so far the", "so far i"),
    "well": ("well and good",),
    "a": ("a good deal", "a certain amount"),
    "there": ("there may", "there are some", "there is some", "there are many", "there is much", "there is no doubt"),
}
REPLIES = {
    "at": ("at any rate", "at least", "at the end", "at the moment", "at present"),
    "in": ("in fact", "in the short", "in my view", "in my opinion", "in the meantime", "in practice", "in reality"),
    "i": ("i must", "i have to", "i do not", "i am not", "i cannot", "i would", "i should", "i believe", "i think", "i hope", "i feel"),
    "we": ("we must", "we have to", "we need", "we cannot", "we do not", "we should"),
    "it": ("it is not", "it does", "it is also", "it seems", "it would", "it is the", "it cannot", "it must"),
    "what": ("what i", "what we", "what is", "what concerns", "what matters", "what amazes", "what about", "what good"),
    "that": ("that is not", "that is no", "that does not", "that is why", "that ought", "that must"),
    "for": ("for the future", "for the moment", "for all that"),
    "if": ("if we", "if you", "if i", "if it", "if the", "if they"),
    "the": ("the fact", "the truth", "the point", "the question", "the problem", "the real", "the difficulty", "the trouble"),
    "there": ("there is no", "there are no", "there is still", "there must", "there is a", "there are some", "there are many"),
    "my": ("my own", "my point", "my concern"),
    "on": ("on the whole", "on balance", "on the other"),
    "by": ("by no",),
}
ADDRESSED = closed("friend friends right noble learned united security party parties share matter please like number justice gallant defence defense natural care energy credit trust fire")
WHO = closed("who which that")
CALLED = closed("hon honourable noble learned gallant reverend rev")
FINITE = closed("am is are be being been was were have has had having get got")
PLAIN = frozenset()
KINDS = ("yield", "before", "after", "while")
SURELY = closed("admittedly granted undoubtedly certainly clearly obviously doubtless true yes surely naturally inevitably perhaps")
HEAD, NEXT = 16, 12


def signs(prose: Prose, turn: Turn) -> dict[str, float]:
    """Return what a turn shows, by name."""
    words = prose.words
    (a, b), (c, d) = turn.granted, turn.turned
    left, right = words[a : min(b, a + 60)], words[c : min(d, c + 60)]
    one, two = main(left), main(right)
    kind = "turn" if turn.place in ("within", "opening") else "yield"
    out = {turn.place: 1.0, f"{turn.place} {turn.mark}": 1.0}
    head, next = left[one : one + HEAD], right[two : two + NEXT]
    seen(out, head, GRANTED)
    seen(out, next, TURNED)
    if two:
        out["turned leads in"] = 1.0
    if one:
        out["granted leads in"] = 1.0
    told(out, head, "granted")
    told(out, next, "turned")
    opened(out, head, next, kind)
    owned(out, left[:28], kind)
    if left[0] in TURNING:
        out["granted turns itself"] = 1.0
    if any(w in DOING and k and head[k + 1] not in DENYING for k, w in enumerate(head[:-1])):
        out["granted emphatic"] = 1.0
    denied(out, head, right, kind)
    formulas(out, left[:HEAD], FORMULAS, "formula")
    formulas(out, head[:HEAD], FORMULAS, "formula")
    formulas(out, right[:3], REPLIES, "reply")
    formulas(out, next[:3], REPLIES, "reply")
    out["granted weight"] = min(3.0, sum(map(weight, left[:30]))) / 3
    out["turned weight"] = min(3.0, sum(map(weight, right[:30]))) / 3
    if "granted own" in out and "turned own" in out:
        out["both own"] = 1.0
    if "granted event" in out and "turned event" in out:
        out["both events"] = 1.0
    if "turned denies" in out and "granted denies" in out:
        out["both deny"] = 1.0
    if form(next[0]) or next[0] in AUXILIARIES:
        out["no subject"] = 1.0
    out["granted length"] = log(b - a)
    out["turned length"] = log(max(1, d - c))
    felt(out, left, right)
    shared(out, left, right)
    joint(out, prose, turn)
    grants(out, left)
    if kind == "yield":
        yielded(out, prose, turn, left, right)
        return {name if name in PLAIN or name.startswith(KINDS) else f"yield {name}": value for name, value in out.items()}
    return out


def grants(out: dict[str, float], left: Sequence[str]) -> None:
    """Add how many of the plain signs of granting there are."""
    count = sum(name in out for name in ("turn own admission", "formula", "own praise", "disclaims", "granted may", "granted emphatic"))
    if not SURELY.isdisjoint(left[:5]):
        count += 1
    if count:
        out["grants"] = 1.0
    if count > 1:
        out["grants twice"] = 1.0


def main(words: Sequence[str]) -> int:
    """Return where a clause begins after a phrase or a clause that leads in: 'in the end, | he won'."""
    word = words[0]
    if word in PREPOSITIONS or word in SUBJECTS["if"] or word.endswith(("ing", "ly")):
        for k in range(1, min(len(words) - 3, 22)):
            if words[k] == ",":
                return k + 1
    return 0


def told(out: dict[str, float], words: Sequence[str], name: str) -> None:
    """Add whether a past event is told."""
    before = ""
    for word in words:
        if (word in EVENTS or (word.endswith("ed") and len(word) > 4)) and before not in FINITE:
            out[f"{name} event"] = 1.0
            return
        if word.isalpha() and not word.endswith("ly"):
            before = word


def denied(out: dict[str, float], head: Sequence[str], right: Sequence[str], kind: str) -> None:
    """Add what a denial before the turn shows: that it is taken up again, or put right by a mere phrase."""
    at = next((k for k, w in enumerate(head) if w in DENYING), -1)
    if at < 0:
        return
    if not NARROW.isdisjoint(head[at + 1 : at + 4]):
        out["not only"] = 1.0
    if right[0] in PREPOSITIONS or right[0] in ("because", "rather", "also", "a", "an", "the") and AUXILIARIES.isdisjoint(right[:8]):
        out["put right"] = 1.0
    tail = {stem(w) for w in right[:8]}
    said = next((stem(w) for w in head[at + 1 : at + 5] if w not in LIGHT and len(w) > 2), "")
    if said in tail:
        out["denial taken up"] = 1.0
        if head[0] == right[0]:
            out["corrected"] = 1.0
    if right[1:2] and right[1] in ("do", "does", "did"):
        out["turned emphatic"] = 1.0


def seen(out: dict[str, float], words: Sequence[str], of: Table) -> None:
    """Add the classes of which there is a word."""
    before = ""
    for n, word in enumerate(words):
        names = of.get(word, ())
        if names:
            called = word == "right" and words[n + 1 : n + 2] and words[n + 1] in CALLED
            aside = word in MODAL["may"] and (before in WHO or before[:1].isdigit())
            if not called and not aside:
                out.update(dict.fromkeys(names, 1.0))
        before = word


def opened(out: dict[str, float], left: Sequence[str], right: Sequence[str], kind: str) -> None:
    """Add how both parts open."""
    one = FIRST.get(left[0], ("content",))[0]
    two = FIRST.get(right[0], ("content",))[0]
    out[f"granted opens {one}"] = 1.0
    out[f"{kind} turned opens {two}"] = 1.0
    if left[0] == right[0] and left[0] not in DETERMINERS:
        out["same opening"] = 1.0
        if left[1:2] == right[1:2]:
            out["same two words"] = 1.0
    if not any(w in AUXILIARIES for w in right[1:8]):
        out["no verb near"] = 1.0


def owned(out: dict[str, float], head: Sequence[str], kind: str) -> None:
    """Add what the speaker says of himself where a point is granted."""
    for k, word in enumerate(head):
        if word in OWN and (not k or head[k - 1] not in ("that", "which", "as", "what", "when", "if")):
            near = head[k + 1 : k + 5]
            unsure = not DENYING.isdisjoint(near[:2]) and not {"know", "tell", "say"}.isdisjoint(near)
            if unsure:
                out["own ignorance"] = 1.0
                out.pop("granted admits", None)
            elif not ADMITTING.isdisjoint(near):
                out[f"{kind} own admission"] = 1.0
            if not PRAISING.isdisjoint(near):
                out["own praise"] = 1.0
            if not LEANING.isdisjoint(near):
                out["own leaning"] = 1.0
            if not unsure and not DENYING.isdisjoint(near[:2]):
                out["own denial"] = 1.0
                if not CLAIMING.isdisjoint(near):
                    out["disclaims"] = 1.0
            if not MODAL["may"].isdisjoint(near[:1]):
                out["own may"] = 1.0
            break


def formulas(out: dict[str, float], head: Sequence[str], of: Table, name: str) -> None:
    """Add whether there is one of some formulas."""
    for k, word in enumerate(head):
        if word in of:
            text = " ".join(head[k : k + 4]) + " "
            for formula in of[word]:
                if text.startswith(f"{formula} "):
                    out[name] = 1.0
                    return


def felt(out: dict[str, float], left: Sequence[str], right: Sequence[str]) -> None:
    """Add the feeling in both parts."""
    lexicon = vader().lexicon
    one, two = (sum(lexicon.get(w, 0.0) for w in part[:30] if w not in ADDRESSED) for part in (left, right))
    for name, feeling in (("granted", one), ("turned", two)):
        if feeling > 0.5:
            out[f"{name} good"] = 1.0
        elif feeling < -0.5:
            out[f"{name} bad"] = 1.0
    if one * two < -0.5:
        out["feelings contrary"] = 1.0


def shared(out: dict[str, float], left: Sequence[str], right: Sequence[str]) -> None:
    """Add words that both parts share, and contraries."""
    one = {w for w in left if w not in LIGHT and len(w) > 3}
    two = {w for w in right if w not in LIGHT and len(w) > 3}
    if not {stem(w) for w in one}.isdisjoint(map(stem, two)):
        out["word again"] = 1.0
    pairs = antonyms()
    if any(w in pairs and not two.isdisjoint(pairs[w]) for w in one):
        out["contraries"] = 1.0
    out["names"] = 0.0


def joint(out: dict[str, float], prose: Prose, turn: Turn) -> None:
    """Add what stands at the joint and round it."""
    words = prose.words
    n = turn.at
    if turn.place in ("within", "after"):
        before = words[n - 1]
        mark = "dash" if before in DASHES else before if before in (",", ";", "and", ")", "(") else "none"
        out[f"{turn.place} after {mark}"] = 1.0
    elif turn.place == "opening" and n > turn.members[1][0] + 1:
        out["turn inside"] = 1.0
    if turn.last - 1 > 0 and "?" in words[turn.last - 2 : turn.last]:
        out["ends as question"] = 1.0
    names = sum(prose.shown[k][0].isupper() for k in range(turn.granted[0] + 1, min(turn.granted[1], turn.granted[0] + 40)))
    out["names"] = min(1.0, names / 10)
    if any(w[0].isdigit() for w in words[turn.granted[0] : turn.granted[1]]):
        out["granted figures"] = 1.0
    if any(w[0].isdigit() for w in words[turn.turned[0] : turn.turned[1]]):
        out["turned figures"] = 1.0


def yielded(out: dict[str, float], prose: Prose, turn: Turn, left: Sequence[str], right: Sequence[str]) -> None:
    """Add what tells 'although' and 'while' that concede from those that tell time or add."""
    word = left[0]
    if word.endswith("ing") and word not in FUNCTION:
        out["yield opens with ing"] = 1.0
    if turn.mark in ("while", "whilst"):
        if any(w.endswith("ing") for w in left[1:4]) or word.endswith("ing"):
            out["while going on"] = 1.0
        out[f"while {turn.place}"] = 1.0
    if turn.at == turn.members[0][0] and turn.place == "before":
        first = prose.words[turn.at - 1] if turn.at else ""
        if first == ",":
            out["inserted"] = 1.0
        if turn.mark not in ("while", "whilst"):
            out["before though"] = 1.0
            if first in ("", ".", "?", "!"):
                out["before though at the head"] = 1.0
