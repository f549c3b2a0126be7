"""The forms that slogans have, whatever they ask for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rhetoric.extract.devices.rhyme import Rhyme
from rhetoric.extract.devices.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, closed
from rhetoric.extract.discourse.setoff import titled
from rhetoric.extract.prose import Prose
from rhetoric.extract.wordclass import plural

WORD = re.compile(r"[^\W\d_][\w'’-]*")
TAG = re.compile(r"#(?:[A-Z][a-z]+){3,5}")
FINITE = AUXILIARIES - closed("be do have don't")
PERSONAL = closed("i he she they you me him her")
SMALL = closed("a an the of for to in on at and or not by with our your my us it from as no before over")
VERBS = closed(
    "stop end save ban scrap axe defend fight build rebuild make keep put take bring give get let stand unite elect "
    "dump impeach protect repeal abolish restore reclaim buy cut send drop kick say ditch"
)
TERSE = closed("stop end save ban scrap axe defend dump impeach buy elect ditch")  # one word may follow
HAILS = {
    "down": closed("with"),
    "hands": closed("off"),
    "long": closed("live"),
    "votes": closed("for"),
    "justice": closed("for"),
    "power": closed("to"),
    "death": closed("to"),
}
TITLES = closed(
    "act bill program programme initiative project fund amendment plan week day campaign tour strategy report conference "
    "way commission movement"
)
NO_NOUN = closed("one doubt offense offence matter wonder more longer")
SOUND = Rhyme()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A few words that are set off.

    Parameters
    ----------
    words, shown : tuple of str
        As matching sees them, and as printed.
    commas : tuple of int
        Before which of the words a comma stands.
    marked, called, titled : bool
        Whether it stands between marks, ends in an exclamation mark, is printed as a title.
    """

    words: tuple[str, ...]
    shown: tuple[str, ...]
    commas: tuple[int, ...]
    marked: bool
    called: bool
    titled: bool


def stretch(prose: Prose, first: int, last: int, *, marked: bool, called: bool) -> Stretch | None:
    """Return some tokens as a stretch, or None if they hold anything but words and commas."""
    rows, commas = [], []
    for n in range(first, last):
        if prose.is_word[n]:
            if not WORD.fullmatch(prose.words[n]):
                return None
            rows.append(n)
        elif prose.words[n] == ",":
            commas.append(len(rows))
        else:
            return None
    shown = tuple(prose.shown[n] for n in rows)
    words = tuple(prose.words[n] for n in rows)
    return Stretch(words, shown, tuple(commas), marked, called, titled(shown, SMALL))


def form(s: Stretch) -> str:
    """Return the form that a stretch has, or ``''``; a finite auxiliary or a person speaks against all of them."""
    if not FINITE.isdisjoint(s.words) or not PERSONAL.isdisjoint(s.words):
        return ""
    return next((kind for kind, fits in FORMS if fits(s)), "")


def vote(s: Stretch) -> bool:
    """Return whether it is 'Vote Labour'."""
    return (
        s.words[0] == "vote"
        and s.words[1] not in PREPOSITIONS
        and s.titled
        and len(s.words) < 5
        and not s.commas
    )


def sounding(s: Stretch) -> bool:
    """Return whether it is a call whose first and last word rhyme, or three of whose words begin alike: 'Build back better'."""
    if s.words[0] not in VERBS or s.commas or not (s.marked or s.called):
        return False
    if SOUND.sounds(s.words[0], s.words[-1]):
        return True
    return sum(w[0] == s.words[0][0] and w not in SMALL for w in s.words) > 2


def denied(s: Stretch) -> bool:
    """Return whether it is 'No justice, no peace', 'No taxation without representation' or, called out, 'No more war'."""
    words = s.words
    if words[0] != "no" or len(words) < 3:
        return False
    if words[1] == "more" and len(words) < 5:
        return (s.called or (s.marked and s.titled)) and not s.commas
    if words[1] in NO_NOUN:
        return False
    if s.commas:
        at = s.commas[0]
        return len(s.commas) == 1 and words[at:][:1] == ("no",) and 1 < at < 4 and len(words) == 2 * at
    at = words.index("without") if "without" in words else 0
    return 1 < at < 4 and 0 < len(words) - at - 1 < 3


def hailing(s: Stretch) -> bool:
    """Return whether it is called out or marked and opens as 'Down with', 'Hands off', 'Long live' or 'Votes for'."""
    fits = s.words[1] in HAILS.get(s.words[0], ())
    return fits and len(s.words) > 2 and (s.marked or s.called) and not s.commas


def for_all(s: Stretch) -> bool:
    """Return whether it is 'Homes for all'."""
    words = s.words
    fits = words[-2:] == ("for", "all") and 2 < len(words) < 6 and words[0] not in DETERMINERS
    return (
        fits
        and words[-3] not in ("free", "once")
        and words[0] != "one"
        and (s.marked or s.called or s.titled)
    )


def against(s: Stretch) -> bool:
    """Return whether it is 'Deeds, not words', 'Make love, not war' or, marked or as a title, 'People before profit'."""
    for n, word in enumerate(s.words[1:-1], 1):
        one, other = s.words[:n], s.words[n + 1 :]
        single = len(one) == len(other) == 1
        if word == "not" and set(s.commas) <= {n}:
            if s.titled:
                return abs(len(one) - len(other)) < 2
            if len(one) == 2 and one[0] in VERBS and s.commas:
                return len(other) == 1 and plain(other[0])
            apart = s.marked or bool(s.commas) or (plural(one[0]) and plural(other[0]))
            return single and plain(one[0]) and plain(other[0]) and apart
        if word in ("before", "over") and not s.commas:
            return (s.marked or s.called) and single and plain(one[0]) and plain(other[0]) and s.titled
    return False


def plain(word: str) -> bool:
    """Return whether a word is one of content, as far as length and ending tell, and no answer: 'Certainly not'."""
    return (
        len(word) > 2
        and not word.endswith("ly")
        and word not in ("this", "that", "when", "perhaps", "hope", "will")
    )


def calling(s: Stretch) -> bool:
    """Return whether it is a call that is marked and printed as a title, 'Stop the Raid', or called out, 'Stop the war!'."""
    words = s.words
    if words[0] not in VERBS or s.commas or words[-1] in TITLES:
        return False
    if len(words) < 3 and words[0] not in TERSE:
        return False
    if s.called and not s.marked:
        aimed = words[1] not in PREPOSITIONS | closed("of it that this them") and (
            words[0] != "end" or len(words) > 2
        )
        return words[0] in TERSE and aimed
    return s.marked and s.titled


FORMS: tuple[tuple[str, Callable[[Stretch], bool]], ...] = (
    ("vote", vote),
    ("sound", sounding),
    ("no", denied),
    ("hail", hailing),
    ("for all", for_all),
    ("not", against),
    ("call", calling),
)
