"""What there is to see at a turn that tells whether a point is granted there: how it is put, and what is set against it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from rhetoric.extract.devices.doing import form
from rhetoric.extract.devices.members import LIGHT, stem
from rhetoric.extract.devices.turns import Turn
from rhetoric.extract.devices.turnwords import (
    ADDRESSED,
    ADMITTING,
    ASIDE,
    CALLED,
    DENYING,
    DISCLAIMED,
    DOING,
    EVENTS,
    FINITE,
    FIRST,
    FORMULAS,
    GRANTED,
    LEANING,
    MAY,
    NARROW,
    OWN,
    PRAISING,
    PUT_RIGHT,
    REPLIES,
    STYLES,
    SUBJECTS,
    SURELY,
    TURNED,
    TURNING,
    UNKNOWN,
    WHO,
    Phrases,
    Table,
)
from rhetoric.extract.devices.words import AUXILIARIES, DASHES, DETERMINERS, FUNCTION, PREPOSITIONS
from rhetoric.extract.prose import Prose
from rhetoric.extract.vaderwords import vader

Shown = dict[str, float]
HEAD, NEXT, FELT, OWNED, BRIEF = 16, 12, 24, 28, 12
PLAIN = ("own admission", "formula", "own praise", "own disclaimer", "granted may", "granted emphatic")
TOGETHER = (
    ("both own", "own"),
    ("both events", "event"),
    ("both deny", "denies"),
    ("both present", "present"),
    ("both judge", "judges"),
)
LEADING = SUBJECTS["if"] | PREPOSITIONS


def signs(prose: Prose, turn: Turn) -> Shown:
    """Return what a turn shows, by name; where the mark concedes, the names begin with ``yield``."""
    words = prose.words
    (a, b), (c, d) = turn.granted, turn.turned
    left, right = words[a : min(b, a + 60)], words[c : min(d, c + 60)]
    one, two = main(left), main(right)
    head, then = left[one : one + HEAD], right[two : two + NEXT]
    out: Shown = {}
    seen(out, head, GRANTED)
    seen(out, then, TURNED)
    if one:
        out["granted leads in"] = 1.0
    if two:
        out["turned leads in"] = 1.0
    past(out, head, "granted event")
    past(out, then, "turned event")
    opened(out, head, then)
    owned(out, left[:OWNED])
    denied(out, head, right)
    if said(left[:HEAD], FORMULAS) or (one and said(head, FORMULAS)):
        out["formula"] = 1.0
    if said(right[:1], REPLIES, right) or (two and said(then[:1], REPLIES, then)):
        out["reply"] = 1.0
    for name, part in TOGETHER:
        if f"granted {part}" in out and f"turned {part}" in out:
            out[name] = 1.0
    felt(out, left, right)
    grants(out, left)
    if b - a < BRIEF and d - c < BRIEF:
        out["brief"] = 1.0
    out["granted length"] = log(b - a)
    out["turned length"] = log(max(1, d - c))
    joint(out, prose, turn)
    if turn.place in ("before", "after"):
        out = {f"yield {name}": value for name, value in out.items()}
        yielded(out, prose, turn)
    out[turn.place] = out[f"{turn.place} {turn.mark}"] = 1.0
    return out


def main(words: Sequence[str]) -> int:
    """Return where a clause begins after a phrase or a clause that leads in: 'in the end, | he won'."""
    word = words[0]
    if word in LEADING or word.endswith(("ing", "ly")):
        for k in range(1, min(len(words) - 3, 22)):
            if words[k] == ",":
                return k + 1
    return 0


def seen(out: Shown, words: Sequence[str], of: Table) -> None:
    """Add the classes of which there is a word; 'right hon.', 'the one who may' and '22 May' are left out."""
    before = ""
    for n, word in enumerate(words):
        if word in of:
            called = word in STYLES and n + 1 < len(words) and words[n + 1] in CALLED
            if not called and not (word in MAY and (before in WHO or before[:1].isdigit())):
                for name in of[word]:
                    out[name] = 1.0
        before = word


def past(out: Shown, words: Sequence[str], name: str) -> None:
    """Add whether an event is told."""
    before = ""
    for word in words:
        if (word in EVENTS or (word.endswith("ed") and len(word) > 4)) and before not in FINITE:
            out[name] = 1.0
            return
        if word.isalpha() and not word.endswith("ly"):
            before = word


def opened(out: Shown, head: Sequence[str], then: Sequence[str]) -> None:
    """Add how both parts open."""
    one, two = FIRST.get(head[0], "content"), FIRST.get(then[0], "content")
    out[f"granted opens {one}"] = out[f"turned opens {two}"] = 1.0
    if head[0] in TURNING:
        out["granted turns itself"] = 1.0
    if head[0] == then[0] and head[0] not in DETERMINERS:
        out["same opening"] = 1.0
        if head[1:2] == then[1:2]:
            out["same two words"] = 1.0
    if AUXILIARIES.isdisjoint(then[1:8]):
        out["no verb near"] = 1.0
    if two == "auxiliary" or form(then[0]):
        out["no subject"] = 1.0


def owned(out: Shown, left: Sequence[str]) -> None:
    """Add what the speaker says of himself where a point is granted."""
    at = next((k for k, w in enumerate(left) if w in OWN and not (k and left[k - 1] in ASIDE)), -1)
    if at < 0:
        return
    near = left[at + 1 : at + 5]
    denies = not DENYING.isdisjoint(near[:2])
    if denies and not UNKNOWN.isdisjoint(near):
        out["own ignorance"] = 1.0
        out.pop("granted admits", None)
        denies = False
    elif not ADMITTING.isdisjoint(near):
        out["own admission"] = 1.0
    if not PRAISING.isdisjoint(near):
        out["own praise"] = 1.0
    if not LEANING.isdisjoint(near):
        out["own leaning"] = 1.0
    if denies:
        out["own denial"] = 1.0
        if not DISCLAIMED.isdisjoint(near):
            out["own disclaimer"] = 1.0
    if near and near[0] in MAY:
        out["own may"] = 1.0


def denied(out: Shown, head: Sequence[str], right: Sequence[str]) -> None:
    """Add what a denial in the point granted shows: that it is taken up again, or put right by a mere phrase."""
    if any(w in DOING and k and head[k + 1] not in DENYING for k, w in enumerate(head[:-1])):
        out["granted emphatic"] = 1.0
    at = next((k for k, w in enumerate(head) if w in DENYING), -1)
    if at < 0:
        return
    if not NARROW.isdisjoint(head[at + 1 : at + 4]):
        out["not only"] = 1.0
    if right[0] in PREPOSITIONS or (right[0] in PUT_RIGHT and AUXILIARIES.isdisjoint(right[:8])):
        out["put right"] = 1.0
    said = next((stem(w) for w in head[at + 1 : at + 5] if w not in LIGHT and len(w) > 2), "")
    if said and any(stem(w) == said for w in right[:8]):
        out["denial taken up"] = 1.0


def said(places: Sequence[str], of: Phrases, words: Sequence[str] = ()) -> bool:
    """Return whether one of some phrases begins at one of some words; `words` are what they open, where that is more."""
    words = words or places
    return any(
        words[k : k + len(phrase)] == phrase
        for k, word in enumerate(places)
        if word in of
        for phrase in of[word]
    )


def felt(out: Shown, left: Sequence[str], right: Sequence[str]) -> None:
    """Add the feeling in both parts, and whether there are figures in them."""
    lexicon = vader().lexicon
    sums = []
    for name, part in (("granted", left), ("turned", right)):
        feeling = 0.0
        for word in part[:FELT]:
            if word in lexicon and word not in ADDRESSED:
                feeling += lexicon[word]
            elif word[0].isdigit():
                out[f"{name} figures"] = 1.0
        if abs(feeling) > 0.5:
            out[f"{name} good" if feeling > 0 else f"{name} bad"] = 1.0
        sums.append(feeling)
    if sums[0] * sums[1] < -0.5:
        out["feelings contrary"] = 1.0


def grants(out: Shown, left: Sequence[str]) -> None:
    """Add whether there is a plain sign of granting, and whether there is more than one."""
    count = sum(name in out for name in PLAIN) + (not SURELY.isdisjoint(left[:5]))
    if count:
        out["grants"] = 1.0
    if count > 1:
        out["grants twice"] = 1.0


def joint(out: Shown, prose: Prose, turn: Turn) -> None:
    """Add what stands at the joint and at the end."""
    before = prose.words[turn.at - 1]
    if turn.place in ("within", "after"):
        mark = "dash" if before in DASHES else before if before in (",", ";", "and", "(") else "none"
        out[f"{turn.place} after {mark}"] = 1.0
    elif turn.place == "opening" and turn.at > turn.members[1][0] + 1:
        out["turn inside"] = 1.0
    if "?" in prose.words[turn.last - 2 : turn.last]:
        out["ends as question"] = 1.0


def yielded(out: Shown, prose: Prose, turn: Turn) -> None:
    """Add what tells 'although' and 'while' that concede from those that tell time or add."""
    words = prose.words
    first, last = turn.granted
    acts = words[first].endswith("ing") and words[first] not in FUNCTION
    if acts:
        out["yield opens with ing"] = 1.0
    if turn.mark in ("while", "whilst"):
        out[f"while {turn.place}"] = 1.0
        if acts or any(w.endswith("ing") for w in words[first + 1 : min(last, first + 4)]):
            out["while going on"] = 1.0
        elif turn.at <= turn.first + 1:
            out["while at the head"] = 1.0
    elif turn.place == "before":
        out["before though"] = 1.0
        if turn.at <= turn.first + 1:
            out["before though at the head"] = 1.0
    if turn.place == "before" and turn.at > turn.first and words[turn.at - 1] == ",":
        out["inserted"] = 1.0
