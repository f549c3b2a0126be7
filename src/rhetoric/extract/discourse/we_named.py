"""Named we: 'we' together with the words that say who it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import DATES, EMPTY, plural
from rhetoric.model.feature import Measured

PLACED = closed("in on at of from within")
BODIES = closed(
    "house chamber committee party parliament senate congress country nation kingdom state states government "
    "opposition cabinet department ministry office board council movement union unions community communities "
    "industry profession north south east west left right centre center region county city town village province "
    "constituency coalition alliance campaign company church army navy service media press business side sides "
    "benches bench world generation generations majority minority commission court university hemisphere islands "
    "republic assembly commons lords body society people place leadership family species race culture team "
    "organisation organization association federation commonwealth empire continent"
)
BARE = closed("government opposition parliament committee congress washington politics local public")
PEOPLE = closed(
    "politicians socialists parliamentarians women men workers taxpayers citizens people peoples farmers parents "
    "teachers doctors nurses lawyers soldiers veterans students pensioners consumers voters members ministers "
    "legislators lawmakers senators representatives leaders humans liberals conservatives democrats republicans "
    "nationalists unionists federalists progressives radicals christians catholics protestants muslims jews "
    "europeans africans americans australians canadians scots britons englishmen scotsmen irishmen welshmen "
    "countrymen individuals adults employers trade-unionists internationalists communists economists journalists "
    "historians scientists mothers fathers backbenchers back-benchers peers commoners friends neighbours neighbors "
    "allies partners tories greens mortals delegates trustees commissioners undersigned subjects servants"
)
NATIONS = closed(
    "british english scottish welsh irish french dutch swiss spanish portuguese japanese chinese northern southern"
)
MODIFIERS = closed(
    "ordinary working young older old poor rich black white decent human hard-working younger common mere elected "
    "back-bench backbench private other free modern democratic labour"
)
STARTERS = closed("the this these our my both either a an that all")
NOT_BEFORE_AS = closed("same such as so known far much well regarded described seen treated long soon just")
ALONE = closed("of for like among")
NO_NAMES = DATES | EMPTY | closed("always first second third last end long short")
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """Where a text says who 'we' is.

    Parameters
    ----------
    rule : str
    first, last : int
        Tokens of the whole phrase, half-open.
    who : tuple of int
        Tokens of the name, half-open.
    """

    rule: str
    first: int
    last: int
    who: tuple[int, int]


@dataclass(frozen=True)
class WeNamed(Marker):
    """Phrases of 'we' and a body.

    Parameters
    ----------
    score : float
    """

    score: float = 1.0

    name: ClassVar[str] = "we_named"
    label: ClassVar[str] = "We with a name"
    definition: ClassVar[str] = (
        "'We' or 'us' with words right beside it that say whom it means, as 'we in the Labour Party', 'we Scots', "
        "'we as a nation' and 'as socialists, we' do; the evidence says who."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Petersoo, Pille (2007). What does 'we' mean? National deixis in the media. Journal of Language and Politics 6(3), 419-436.",
        "Wodak, Ruth, de Cillia, Rudolf, Reisigl, Martin and Liebhart, Karin (2009). The Discursive Construction of "
        "National Identity. 2nd edition. Edinburgh: Edinburgh University Press.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "only names right beside 'we' are read; most uses of 'we' have none",
        "the name is given as printed: 'this House' is not resolved",
        "'us' counts only after 'of', 'for', 'like' and 'among' ('those of us on this side') or before 'Scots' and its like",
    )
    measured: ClassVar[Measured] = Measured(50, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every named 'we', in order."""
        some = prose.rows(lambda w: w in ("we", "us"))
        for sentence, ours in prose.holding(some):
            for n in ours:
                if told := named(prose, sentence, n):
                    who = " ".join(prose.shown[told.who[0] : told.who[1]])
                    yield Figure(
                        sentence.doc,
                        told.rule,
                        (prose.span(told.first, told.last),),
                        self.score,
                        {"who": who},
                    )


def named(prose: Prose, sentence: Sentence, n: int) -> Named | None:
    """Return the name of the 'we' at token `n`, if it has one."""
    words, last = prose.words, sentence.last
    if prose.shown[n].isupper():
        return None
    k = n + 1
    comma = k < last and words[k] == ","
    k += comma
    if k < last:
        word = words[k]
        if word in PLACED and (words[n] == "we" or before(prose, sentence, n) in ALONE):
            end = body(prose, k + 1, last, word)
            return Named(f"we {word}", n, end, (k + 1, end)) if end else None
        if word == "as" and words[n] == "we" and (found := role(prose, k + 1, last)):
            return Named("we as", n, found[1], found)
        if word == "the" and words[n] == "we" and (end := group(prose, k + 1, last)):
            return Named("we, the", n, end, (k, end))
        loose = words[n] == "we" or before(prose, sentence, n) in ALONE | {"to", "all"}
        if not comma and loose and (end := apposed(prose, k, last)):
            return Named("we ...", n, end, (k, end))
    return led(prose, sentence, n) if words[n] == "we" else None


def before(prose: Prose, sentence: Sentence, n: int) -> str:
    """Return the word or mark before a token."""
    return prose.words[n - 1] if n > sentence.first else ""


def capital(prose: Prose, n: int) -> bool:
    """Return whether a token is written as a name."""
    shown = prose.shown[n]
    return shown[0].isupper() and prose.words[n] not in NO_NAMES and shown not in ("I", "A")


def body(prose: Prose, first: int, last: int, link: str = "in") -> int:
    """Return the end of a phrase at `first` that names a body or place, or 0."""
    words = prose.words
    k = first
    while k < min(last, first + 2) and words[k] in STARTERS:
        k += 1
    started, end, skipped = k > first, 0, 0
    while k < last and prose.is_word[k] and words[k] not in FUNCTION:
        if capital(prose, k) or (words[k] in BODIES and started) or (not end and words[k] in BARE):
            end, skipped = k + 1, 0
        elif end or not started or skipped == MOST_WORDS - 1 or words[k] in NO_NAMES:
            break
        else:
            skipped += 1
        k += 1
    if end and end + 1 < last and words[end] in ("of", "in") and (more := body(prose, end + 1, last)):
        return more
    if end and end + 1 < last and words[end] == "and" and capital(prose, end + 1) and capital(prose, end - 1):
        return body(prose, end + 1, last) or end
    return end


def role(prose: Prose, first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens of what somebody is, at `first`: 'a nation', 'farmers', 'the Opposition'."""
    words = prose.words
    if first >= last:
        return None
    if words[first] in ("a", "an", "one", "the", "this"):
        for k in range(first + 1, min(last, first + MOST_WORDS)):
            if not prose.is_word[k] or words[k] in FUNCTION:
                return None
            if words[k] in BODIES:
                start = first if words[first] in ("the", "this") else first + 1
                return start, extended(prose, k + 1, last)
        return None
    for k in range(first, min(last, first + MOST_WORDS - 1)):
        if not prose.is_word[k] or words[k] in FUNCTION:
            return None
        if words[k] in PEOPLE or (capital(prose, k) and plural(words[k])):
            return first, extended(prose, k + 1, last)
    return None


def extended(prose: Prose, end: int, last: int) -> int:
    """Return the end of a name that 'of' may carry on: 'Members of this House', 'the people of Wales'."""
    if end + 1 < last and prose.words[end] in ("of", "in", "on"):
        plain = prose.words[end] == "of" and prose.words[end + 1] in PEOPLE | {"nations"}
        return end + 2 if plain else body(prose, end + 1, last) or end
    return end


def group(prose: Prose, first: int, last: int) -> int:
    """Return the end of a body or of people named after 'we, the', or 0."""
    words = prose.words
    for k in range(first, min(last, first + MOST_WORDS)):
        if not prose.is_word[k] or words[k] in FUNCTION:
            return 0
        if words[k] in PEOPLE or words[k] in BODIES or (capital(prose, k) and plural(words[k])):
            return extended(prose, k + 1, last)
    return 0


def apposed(prose: Prose, first: int, last: int) -> int:
    """Return the end of people named right after 'we', or 0: 'Scots', 'Liberal Democrats', 'ordinary people'."""
    words = prose.words
    for k in range(first, min(last, first + 3)):
        name = capital(prose, k)
        if words[k] in PEOPLE or (name and plural(words[k]) and words[k] not in FUNCTION):
            return extended(prose, k + 1, last)
        if not prose.is_word[k] or not (name or words[k] in MODIFIERS):
            return 0
        if k + 1 < last and name and words[k] in NATIONS and not capital(prose, k + 1):
            return k + 2 if words[k + 1] in PEOPLE else k + 1
    return 0


def led(prose: Prose, sentence: Sentence, n: int) -> Named | None:
    """Return the name that 'as' gives right before the 'we' at `n`: 'as socialists, we', 'as a country we'."""
    words = prose.words
    stop = n - (words[n - 1] == ",") if n > sentence.first else n
    for k in range(stop - 2, max(sentence.first, stop - 9) - 1, -1):
        if not prose.is_word[k]:
            return None
        if words[k] == "as":
            found = role(prose, k + 1, stop)
            compares = (
                before(prose, sentence, k) in NOT_BEFORE_AS or "as" in words[max(sentence.first, k - 4) : k]
            )
            fits = found and found[1] == stop and not compares
            return Named("as ... we", k, n + 1, found) if found and fits else None
    return None
