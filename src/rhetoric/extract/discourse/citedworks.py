"""Works that a text refers to: somebody's speech, a report with a name, papers of state and of the press, titles."""

from __future__ import annotations

from dataclasses import dataclass

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.citednames import Names, capital, common
from rhetoric.extract.discourse.citedwords import (
    BODY_WORDS,
    NO_NAMES,
    NO_POSSESSORS,
    OF_BODIES,
    PAPER_NAMES,
    PARTICLES,
    SAYING,
    WORKS,
)
from rhetoric.extract.prose import Sentence

UNWRITTEN = closed("will would shall should")
SAYS = SAYING | OF_BODIES | {"reports", "claims"}
BREAKS = closed(
    "and or but is was are were has had have of to in on for by with at from that which who , . ; : a an the mission financial bank impact position"
)
BOOKED = closed("in called entitled titled book novel essay wrote read author pamphlet poem")
LOOSE = closed(
    "comments comment remarks words phrase letter letters interview testimony statements column book books paper papers survey"
)
OFFICE_ENDS = closed(
    "minister secretary chancellor president government treasury committee party department commission council house speaker board"
)
KNOWN_PAPER = closed("the this that our their his year's government's recent s")
WORK_NAMES = closed(
    "second first third final interim annual draft law special progress joint budget queen's king's maiden opening select conference "
    "house senate committee official minority majority"
)
NO_AUTHORS = ("tion", "ment", "al", "y", "ing", "ic")
ISSUES = closed("week's today's yesterday's sunday's month's")
PAPER_ENDS = frozenset(name.split()[-1] for name in PAPER_NAMES)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citing phrase.

    Parameters
    ----------
    rule : str
    first, last : int
        Its tokens, half-open.
    whom, what : str or None
        Who is cited, and which work.
    """

    rule: str
    first: int
    last: int
    whom: str | None = None
    what: str | None = None


def ends_work(form: str) -> bool:
    """Return whether a word may be the last of a work's name, or the first of one with a fixed name."""
    return form in WORKS or form in ("paper", "hansard", "official", "bible")


def ends_newspaper(form: str) -> bool:
    """Return whether a word may be the last of a newspaper's name."""
    return form in PAPER_ENDS


def worked(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return the work whose kind, such as 'report' or 'column', stands at `n`."""
    return fixed(names, sentence, n) or owned(names, sentence, n) or called(names, sentence, n)


def fixed(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'Hansard', 'the White Paper', 'the Queen's Speech', 'in the Bible'."""
    words, shown = names.prose.words, names.prose.shown
    word, lead = words[n], words[n - 1] if n > sentence.first else ""
    follow = words[n + 1] if n + 1 < sentence.last else ""
    early = words[n - 2] if n - 2 >= sentence.first else ""
    if word == "hansard":
        return Cited("work", n - (lead in ("the", "in")), n + 1, what=shown[n])
    if shown[n] == "Bible" and lead == "the" and (follow in SAYING or early in ("in", "from")):
        return Cited("work", n - 1, n + 1, what=shown[n])
    if shown[n] == "Official" and follow == "report" and shown[n + 1] == "Report":
        return Cited("work", n, n + 2, what="Official Report")
    if (
        shown[n] == "Paper"
        and lead in ("white", "green")
        and shown[n - 1][:1].isupper()
        and early in KNOWN_PAPER
    ):
        ahead = follow in UNWRITTEN | {"which", "when", "to"}
        return None if ahead else Cited("work", n - 2, n + 1, what=names.text(n - 1, n + 1))
    if shown[n] == "Speech" and lead in ("king's", "queen's") and follow != "debate":
        return Cited("work", n - 1 - (early == "the"), n + 1, what=names.text(n - 1, n + 1))
    return None


def owned(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'Maurice Glasman's column', 'the Commission's report'."""
    prose = names.prose
    words = prose.words
    if words[n] not in WORKS or (n + 1 < sentence.last and words[n + 1] in UNWRITTEN):
        return None
    k = n - 1
    while k > max(sentence.first, n - 6) and prose.is_word[k] and not words[k].endswith(("'s", "s'")):
        k -= 1
    if k < sentence.first or not words[k].endswith(("'s", "s'")) or words[k] in NO_POSSESSORS:
        return None
    loose = words[n] in LOOSE and words[k].removesuffix("'s") in OFFICE_ENDS
    if loose or not BREAKS.isdisjoint(words[k + 1 : n]):
        return None
    name = names.ending(sentence, k, possessive=True)
    return name and Cited("work", name[0], n + 1, names.text(*name), names.text(k + 1, n + 1))


def called(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'the Beveridge Report': an article, one or two names and the kind of work at `n`."""
    words, shown = names.prose.words, names.prose.shown
    if (
        words[n] not in ("report", "lecture", "memorandum")
        or n - 2 < sentence.first
        or not capital(shown[n - 1])
    ):
        return None
    if n + 1 < sentence.last and words[n + 1] in UNWRITTEN:
        return None
    k = n - 1
    while k > max(sentence.first, n - 4) and capital(shown[k]):
        k -= 1
    lows = words[k + 1 : n]
    if words[k] not in ("the", "his", "her") or any(w in WORK_NAMES or w in NO_NAMES for w in lows):
        return None
    person = (words[n - 1] in names.known or not common(shown[n - 1])) and not lows[-1].endswith(NO_AUTHORS)
    return (
        Cited("work", k, n + 1, what=names.text(k + 1, n + 1))
        if person or not BODY_WORDS.isdisjoint(lows)
        else None
    )


def titled(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'in The Road to Wigan Pier' after a word such as 'in' at `n`: three words and more, with small words between."""
    words, shown = names.prose.words, names.prose.shown
    if n + 4 >= sentence.last or shown[n + 1] not in ("The", "A"):
        return None
    n += 1
    k = n + 1
    while k < min(sentence.last, n + 10) and (capital(shown[k]) or words[k] in PARTICLES):
        k += 1
    while words[k - 1] in PARTICLES:
        k -= 1
    inner = words[n + 1 : k]
    if k - n < 4 or PARTICLES.isdisjoint(inner) or not BODY_WORDS.isdisjoint(inner) or "hague" in inner:
        return None
    return Cited("work", n - (words[n - 1] == "in"), k, what=names.text(n, k))


def printed(names: Names, sentence: Sentence, n: int) -> Cited | None:
    """Return 'in the Guardian' and 'the Daily Mail reported' with the last word of the paper's name at `n`."""
    words = names.prose.words
    first = newspaper(names, sentence, n)
    if first < 0:
        return None
    begin = first
    if begin > sentence.first and words[begin - 1] in ISSUES | {"the"}:
        begin -= 1
        if words[begin] in ISSUES and begin > sentence.first and words[begin - 1] in ("last", "this"):
            begin -= 1
    elif first == n:
        return None
    what = names.text(first - (words[first - 1] == "the" and first > begin), n + 1)
    if begin > sentence.first and words[begin - 1] in ("in", "told"):
        return Cited("newspaper", begin - 1, n + 1, what=what)
    if n + 1 < sentence.last and words[n + 1] in SAYS:
        return Cited("newspaper", begin, n + 2, what=what)
    return None


def newspaper(names: Names, sentence: Sentence, n: int) -> int:
    """Return where the longest name of a newspaper that ends at `n` begins, or -1."""
    words, shown = names.prose.words, names.prose.shown
    if not capital(shown[n]) or (n + 1 < sentence.last and capital(shown[n + 1])):
        return -1
    for first in range(max(sentence.first, n - 3), n + 1):
        if " ".join(words[first : n + 1]) in PAPER_NAMES:
            return first
    return -1
