"""Acts toward somebody that the text judges: 'attacking the Liberals is wrong' is kind to the Liberals.

Whoever calls a harm wrong takes the side of the harmed; whoever asks for help, that of the helped. Where an act is judged, asked for or
forbidden, the sign of the act and that of the judgement together say more than either word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rhetoric.extract.actclauses import (
    BREAKS,
    CONDITIONS,
    ENDS,
    JOINS,
    OPENERS,
    asked_for,
    called_after,
    called_before,
    clause_of,
    just,
    turns,
)
from rhetoric.extract.actwords import act_of, acts, judgement_of
from rhetoric.extract.devices.words import AUXILIARIES, DETERMINERS, FUNCTION, PREPOSITIONS, PRONOUNS

__all__ = ["Judged", "act_before", "act_of", "acts", "judged", "judgement_of"]

REACH = 8  # words between an act and whom it is toward
BACK = 9  # words looked back from an act for what governs it
NEAR = 6  # of these, how many ask for the act or turn it round
LINKS = frozenset("on upon against at to towards toward for with from of".split())
SELF = frozenset("we i let's us".split())
OPENING = frozenset("“‘«:;—–")  # marks after which somebody may be told what to do
SUBJECTS = frozenset("he she i we they".split())
STEPS = frozenset(
    "just only simply merely always constantly even also really very more together mr mrs ms".split()
)
ABBREVIATED = frozenset("mr mrs ms dr st sen rep gov gen prof rev hon".split())
BARRIERS = (  # what does not stand between an act and whom it is toward
    BREAKS | (PREPOSITIONS - LINKS) | AUXILIARIES | OPENERS | (PRONOUNS - DETERMINERS)
) - {","}
NO_ACTS = frozenset("united admiral admirals admiralty including understand understands".split())
HAVING = frozenset(
    "have has show give offer pay lend extend express owe need needs launch mount continue".split()
)
HAD = HAVING | ENDS | STEPS | DETERMINERS
TOGETHER = frozenset(
    "combine combines combined combining unite unites united uniting joined join together".split()
)
IMPERATIVE = frozenset("never do don't not stop please".split())
TOWARD = {  # which acts take which word before whom they are toward; a minus: all but these
    "": "-work cooperat co-operat collaborat listen learn sympath courtesy patience discriminat sneer opposition",
    "with": "work cooperat co-operat collaborat engag join unit sympath patience",
    "to": "listen courtesy sympath respect oppos",
    "from": "learn",
    "for": "-work",
    "of": "-cooperat co-operat collaborat assist opposition",
}
NOMINAL = ("ion", "ing", "al", "ment", "abuse", "praise")  # of an act of which 'of' says whom it is toward


@dataclass(frozen=True, slots=True)
class Judged:
    """An act toward a mention, with how it is judged.

    Parameters
    ----------
    first, last : int
        Half-open places of the act among the words.
    act : {1, -1}
        Whether it is done for or against them.
    judged : {1, -1}
        Whether it ought to be done.
    why : str
        The rule and its words, for the reader.
    """

    first: int
    last: int
    act: int
    judged: int
    why: str

    @property
    def toward(self) -> int:
        """The stance that the judgement shows toward whom the act is toward: 1 or -1."""
        return self.act * self.judged


def judged(words: Sequence[str], first: int, last: int, others: Sequence[bool]) -> Judged | None:
    """Return the act toward a mention that the sentence judges, asks for or forbids, or None.

    Parameters
    ----------
    words : sequence of str
        Of one sentence, folded, marks among them.
    first, last : int
        Half-open places of the mention.
    others : sequence of bool, shape (words,)
        Whether each word belongs to a mention of anybody.

    Notes
    -----
    The act is the nearest word of an act before the mention, with nothing between but articles, adverbs, the preposition that the act
    takes, one adjective, or other mentions joined to it. It is judged, in this order, by

    1. a word of judgement after a copula that follows, the act being its subject: 'attacking X **is wrong**';
    2. a word of judgement before it, with *to*, *of* or *in*: 'it's a **mistake to** attack X', 'a **danger of** ignoring X';
    3. a word that asks for it: 'we **should** respect X', '**let's** help X', 'we **need to** work with X'; not in a question;
    4. being what some come together for: 'they **combined to** beat X';
    5. a word that turns it round, the speaker's own side acting or told to: 'we do **not** attack X', '**never** trust X'.

    A word that turns round stands before the judgement or before the act: 'it would **not** be wrong to', 'we should **not** attack X'.
    'Not just' and 'not only' turn nothing round. Nothing is read from conditions ('if we do not support X').
    """
    if last - first == 1 and words[first] in SUBJECTS:
        return None
    found = act_before(words, first, others)
    if found is None:
        return None
    begin, act, link = found
    name = " ".join(words[begin:last])
    left = max(0, begin - BACK)
    left = max((n + 1 for n in range(left, begin) if words[n] in BREAKS), default=left)
    before = words[left:begin]
    called = called_after(words, last, others) if subject(words, begin, link) else None
    if called := called or called_before(before):
        value, what = called
        return Judged(begin, last, act, value, f"'{name}' is called {what}")
    clause, opener = clause_of(before)
    near = clause[-NEAR:]
    if opener in CONDITIONS or just(near) or not verbal(words, begin, link, near):
        return None
    turned = turns(near)
    finite = words[begin].endswith("ed")
    if asked_for(near, bool(link)) and not finite and "?" not in words[last:]:
        what = "warned against" if turned else "asked for"
        return Judged(begin, last, act, -1 if turned else 1, f"'{name}' is {what}")
    if not turned and near and near[-1] == "to" and any(w in TOGETHER for w in near):
        return Judged(begin, last, act, 1, f"'{name}' is what they join for")
    opens = len(near) == len(before) and (left < 2 or words[left - 1] in OPENING)
    told = opens and all(w in IMPERATIVE for w in near)
    own = any(w in SELF for w in near) and "had" not in near and "enough" not in words[last : last + 3]
    if turned and (told or own):
        return Judged(begin, last, act, -1, f"'{name}' is {'warned against' if told else 'refused'}")
    return None


def act_before(words: Sequence[str], first: int, others: Sequence[bool]) -> tuple[int, int, str] | None:
    """Return where the act toward a mention begins, its sign, and the preposition that it takes, if any."""
    n, content, joined, link = first - 1, 0, False, ""
    while n >= 0 and first - n <= REACH:
        word = words[n]
        sign = 0 if others[n] else act_at(words, n)
        if sign:
            if joined or not takes(word, sign, link):
                return None
            while n > 1 and words[n - 1] in JOINS and act_at(words, n - 2) == sign:
                n -= 2
            return n, sign, link
        if word == "." and n and words[n - 1] in ABBREVIATED:
            n -= 1
        elif word in BARRIERS or word in acts().turned:
            return None
        elif word in JOINS:
            joined, link = not content, ""  # 'praise and affirm X', but not 'we fight, and X'
        elif word in LINKS:
            link = word
        elif others[n] or not (word in DETERMINERS or word in STEPS or word.endswith("ly")):
            content += not others[n]
            if link or content > 1 or (word.endswith("ing") and not others[n]):  # 'protect workers from X'
                return None
            joined = joined and not others[n]
        n -= 1
    return None


def act_at(words: Sequence[str], n: int) -> int:
    """Return the sign of the act at a place, or 0; 'back' is one only as a verb."""
    if words[n] in NO_ACTS or (
        words[n] == "back" and n and words[n - 1] not in FUNCTION | STEPS | acts().turned
    ):
        return 0
    return act_of(words[n])


def takes(act: str, sign: int, link: str) -> bool:
    """Return whether an act takes a preposition, or none, before whom it is toward: 'attacks on', 'work with'."""
    if link in ("on", "upon", "against", "at"):
        return sign < 0
    if link == "for" and sign < 0:
        return False
    stems = TOWARD.get(link, "-")
    among = act.startswith(tuple(stems.removeprefix("-").split()) or ("-",))
    return among != stems.startswith("-") and (link != "of" or act.endswith(NOMINAL))


def subject(words: Sequence[str], begin: int, link: str) -> bool:
    """Return whether an act can be what a copula after it speaks of: 'attacking X', 'to attack X', 'attacks on X'."""
    previous = words[begin - 1] if begin else ""
    if (
        previous in AUXILIARIES
        or previous in acts().asked
        or previous in SUBJECTS
        or words[begin].endswith("ed")
    ):
        return False
    return bool(link) or previous == "to" or words[begin].endswith("ing")


def verbal(words: Sequence[str], begin: int, link: str, near: Sequence[str]) -> bool:
    """Return whether an act is done or had by whom is spoken of, not only a thing: 'show respect for X', not 'judge attacks on X'.

    Nor is it done where it is what something is for: 'a prize for attacking X'.
    """
    previous = words[begin - 1] if begin else ""
    if link in ("", "with", "to", "from"):
        return previous != "for"
    if (
        previous == "to"
        or not near
        or previous in AUXILIARIES
        or previous in acts().asked
        or previous in SELF
    ):
        return True
    if previous in PREPOSITIONS:
        return False
    start = max((n + 1 for n, w in enumerate(near) if w == "to" or w in acts().asked), default=0)
    return any(w in HAD or w in acts().turned for w in (near[start : start + 1] if start else near))
