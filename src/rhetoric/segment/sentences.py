"""Sentences by rules: a stop, what may close after it, and what stands on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

STOP = re.compile(r"(?:[!?]+[.!?…]*|\.(?:[ \xa0]\.)+|\.{2,}|…+|\.)[\"”’'»)\]]*(?=\s|$|[“\"‘(\[]?[A-Z])")
BEFORE = re.compile(r"[\w.&’'-]+$")
OPENING = re.compile(r"\s*[“\"‘'«(\[]*")
WORD = re.compile(r"\w+")
LABEL = re.compile(r"[\"“(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.")
CLOSERS = "\"”’'»)]"
OPENERS = "“\"‘'«(["

TITLES = frozenset(
    """mr mrs ms messrs dr drs prof profs rev revd fr hon sen sens rep reps gov govs gen gens lt col capt cpl sgt maj
    cmdr adm pres st sts mt sr jr supt insp amb ald cllr""".split()
)
SHORT = frozenset(
    """e.g i.e eg ie cf viz vs v al ed eds vol vols pp p fig figs approx ca c est dept univ assn bros art sec ch para
    amdt rel""".split()
)
MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
NUMBERED = frozenset({"no", "nos", "b", "d", *MONTHS})
FIRMS = frozenset("inc ltd co corp plc etc ft a.m p.m ph.d b.a m.a".split())
ABBREVIATIONS = TITLES | SHORT | NUMBERED | FIRMS
STARTERS = frozenset(
    """a an the this that these those it he she we they i you there but and so or yet in on at as if when while for from
    what where how why who his her its our their my no not one some after before since although however instead now then
    with by to also""".split()
)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one block as spans without white space at their ends.

    Parameters
    ----------
    text : str
    start, end : int
        The block.

    Notes
    -----
    A closing mark belongs to the sentence it closes. A stop after a title, an initial or an abbreviation ends none,
    unless a firm's or an acronym's stop stands before a word that opens sentences. A small letter opens a sentence only
    in a block that has no capitals at all.
    """
    at = start
    small = text[start:end].islower()
    for stop in STOP.finditer(text, start, end):
        if stop.end() < end and ends(text, at, stop, end, small=small):
            yield at, stop.end()
            at = stop.end()
            while at < end and text[at].isspace():
                at += 1
    if at < end:
        yield at, end


def ends(text: str, at: int, stop: re.Match[str], end: int, *, small: bool = False) -> bool:
    """Return whether a stop ends a sentence that began at `at`; `small` says that the block has no capitals."""
    marks = stop[0].rstrip(CLOSERS)
    opening = OPENING.match(text, stop.end(), end)
    place = opening.end() if opening else stop.end()
    following = text[place : min(place + 1, end)]
    spaced = text[stop.end() : stop.end() + 1].isspace()
    if not following or (not spaced and (marks == "." and len(stop[0]) == 1 and not run_on(text, stop))):
        return not following
    if following.islower() and not text[place + 1 : place + 2].isupper():  # but eBay and iPhones may open
        if not small or len(marks) < len(stop[0]) or marks[-1:] == "…" or len(marks) > 2:
            return False
    elif following in ".!?,;:" or LABEL.fullmatch(text, at, stop.end()):
        return False
    return marks != "." or not abbreviated(text, at, stop, place, following, closed=len(stop[0]) > 1)


def run_on(text: str, stop: re.Match[str]) -> bool:
    """Return whether a stop without a space after it still ends a sentence: 'alone.There' but not 'U.K'."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    after = text[stop.end() : stop.end() + 2]
    return (
        len(before) == 3
        and before.isalpha()
        and before.islower()
        and after[:1].isupper()
        and after[1:].islower()
    )


def abbreviated(text: str, at: int, stop: re.Match[str], place: int, following: str, *, closed: bool) -> bool:
    """Return whether a single full stop belongs to an abbreviation that goes on."""
    word = BEFORE.search(text, max(at, stop.start() - 40), stop.start())
    if word is None or closed:
        return False
    bare = word[0].lower().lstrip("'’-&")
    next_word = WORD.match(text, place, place + 20)
    starts = bool(next_word and next_word[0].lower() in STARTERS)
    if bare in TITLES or bare in SHORT:
        return True
    if bare in NUMBERED and not (len(bare) == 1 and word[0].isupper()):
        return following.isdigit()
    if len(bare) == 1 and word[0].isupper():
        return not (starts and next_word is not None and len(next_word[0]) > 1 and bare != "i")
    if bare in FIRMS or ("." in bare and all(len(part) <= 2 for part in bare.split("."))):
        return not starts
    return False
