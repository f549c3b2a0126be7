"""Names by which one speaker calls another to the face: 'Well, Ann, ...', 'Thank you, Mr Hill.'"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from rhetoric.naming.grammar import FUNCTION, ROLES, listed
from rhetoric.naming.names import TITLE, bare, first_names
from rhetoric.naming.people import FEMALE_TITLES, MALE_TITLES

HONORIFIC = rf"(?:(?:{TITLE}|Mister|Doctor|Minister|Ambassador)\b\.?[ \xa0]+)"
CALLED = re.compile(rf"\b{HONORIFIC}*[A-ZÀ-Þ][\w'’-]*(?:[ \xa0]+(?:de |van |von |der )*[A-ZÀ-Þ][\w'’-]+)*")
TITLED = re.compile(rf"{HONORIFIC}+")
GREETING = re.compile(
    r"\b(?:good (?:morning|afternoon|evening|night)|hello|hi|hey|welcome|welcome back|come on|thanks|thank you)"
    r"(?: (?:very|so) much)?[ ,]*$",
    re.I,
)
OPENERS = listed("and but so now well ok okay yes no hi hey hello thanks welcome look listen oh right sorry")
SAYING = re.compile(r"\b(?:say|says|said|saying|asked|told)\b", re.I)
ABOUT = listed("who whose whom which he she he's she's he’s she’s they and or is was has the a an former")
APART = re.compile(r"[.?!;–—]|--|$")


def addressed(sentence: str, firsts: Set[str]) -> Iterator[tuple[str, bool]]:
    """Yield what a sentence calls somebody to the face, and whether it greets: 'Well, Ann, ...', 'Thanks, Mr Hill.'"""
    for m in CALLED.finditer(sentence):
        words = m.group().split()
        opener = [words.pop(0)] if len(words) > 1 and words[0].lower() in OPENERS else []
        before = " ".join([*sentence[: m.start()].split(), *opener])
        after = sentence[m.end() :].lstrip()
        follows = "".join(after[1:].split()[:1]) if after.startswith(",") else ""
        prior = before.rstrip(",").split(" ")[-1]
        greets = bool(GREETING.search(before))
        first = words[0].lower()
        if not TITLED.match(" ".join(words)) and (first not in firsts or first in FUNCTION):
            continue
        if words[-1].lower() in ROLES or SAYING.search(before) or before.count('"') % 2 or "“" in before:
            continue  # an office, or words told or quoted
        if follows.lower() in ABOUT or (follows[:1].isupper() and follows[0] != "I"):
            continue  # an aside about somebody, or a list
        if before.endswith(",") and (
            prior.lower() in ROLES or (prior.lower() in firsts - FUNCTION - OPENERS)
        ):
            continue
        opens = before.lower() in ("", *OPENERS) or before.endswith("--")
        if (after.startswith(",") and opens) or (
            (before.endswith(",") or greets) and (after.startswith(",") or APART.match(after))
        ):
            yield " ".join(words), greets


def fits(called: str, name: str) -> bool:
    """Return whether a first name, a title with a surname, or a full name can mean somebody."""
    words, whole = bare(TITLED.sub("", called)), bare(name)
    title = called.split()[0].lower().rstrip(".") if TITLED.match(called) else ""
    gender = first_names().get(whole[0], "") if whole else ""
    if not words or (gender == "f" and title in MALE_TITLES) or (gender == "m" and title in FEMALE_TITLES):
        return False
    return words in (whole, whole[:1]) or bool(title and words == whole[-len(words) :])


def whose(called: str, names: Sequence[str]) -> str:
    """Return the one name that a form of address fits, or ``''``."""
    fit = [n for n in names if fits(called, n)]
    return fit[0] if len(fit) == 1 else ""
