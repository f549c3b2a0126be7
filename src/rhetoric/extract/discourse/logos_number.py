"""Figures: an amount is put in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rhetoric.extract.devices.words import FUNCTION, closed
from rhetoric.extract.finder import Figure, Marker
from rhetoric.extract.prose import Prose, Sentence
from rhetoric.extract.wordclass import VERBS, manner, plural
from rhetoric.model.feature import Measured

FIGURE = re.compile(r"\d[\d,]*(\.\d+)?(bn|tn|m|k)?")
GROUP = re.compile(r"\d{3}")
SPLIT = re.compile(r"\d{1,3}(,\d{3})*")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?(bn|tn|m)")
OLD_POUNDS = re.compile(r"\d[\d,]*l")
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
UNITS = "one two three four five six seven eight nine"
TENS = "ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = closed(f"{UNITS} {TENS}") | frozenset(
    f"{ten}-{unit}" for ten in TENS.split()[4:] for unit in UNITS.split()
)
SCALES = closed("hundred thousand million billion trillion")
WHOLE = closed("a several half")
CURRENCY = frozenset("£$€")
BULLETS = CURRENCY | frozenset("*·•")
COINS = closed("pounds dollars euros pence sterling cents shillings")
PARTS = closed("third thirds quarter quarters fifth fifths sixth eighth tenth tenths")
SHARE = re.compile(
    r"(one|two|three|four|nine)-(third|quarter|fifth|sixth|eighth|ninth|tenth)s?|one-half|\d+-percent"
)
SHARERS = closed("a one two three four nine nearly almost")
WHOLES = closed("of the our their its all")
CHANGED = closed("doubled trebled tripled quadrupled quintupled halved")
FOLD = re.compile(rf"({'|'.join((UNITS.split() + TENS.split())[2:])}|\d+)-?fold")
COMPARED = closed("as more higher greater larger bigger the that what over worse better")
TIME = closed(
    "years months weeks days hours minutes seconds years' months' days' weeks' hours' centuries decades "
    "minutes' fridays mondays sundays year-olds"
)
NAMED = closed(
    "no nos number numbers clause clauses section sections amendment amendments page pages column columns line lines "
    "paragraph paragraphs schedule schedules article articles vol volume part parts question questions order chapter "
    "title form rule type stage level grade phase highway route interstate tier category class version figure table "
    "chart appendix note footnote resolution act law p pp col cols para fig item point points standing vote votes "
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec fiscal aged age i us u.s. stat rev cl supp id at s h r hr"
)
REFERRING = closed("and to or , - – . & through")


@dataclass(frozen=True)
class LogosNumber(Marker):
    """Amounts in numbers.

    Parameters
    ----------
    reach : int
        Tokens after a number within which the plural it counts must stand.
    """

    reach: int = 4

    name: ClassVar[str] = "logos_number"
    label: ClassVar[str] = "Logos: figures"
    definition: ClassVar[str] = (
        "An amount is put in numbers: a share, a sum of money, a count of people or things, a multiple; dates, times, "
        "durations, ages, ordinals, names and references are none."
    )
    source: ClassVar[tuple[str, ...]] = (
        "Aristotle, Rhetoric 1.2, 1356a (logos: persuasion through the argument itself).",
        "Higgins, Colin and Walker, Robyn (2012). Ethos, logos, pathos: strategies of persuasion in social/environmental "
        "reports. Accounting Forum 36(3), 194-208.",
        "Porter, Theodore M. (1995). Trust in Numbers. Princeton: Princeton University Press.",
    )
    limits: ClassVar[tuple[str, ...]] = (
        "whether the figure is there to prove anything is not judged: a grant that is announced counts too, but not the items of a list",
        "small counts in words ('six schools') and vague ones ('thousands of people') are left out",
        "a count below 1,000 needs a plural right after it",
    )
    measured: ClassVar[Measured] = Measured(50, 50, on="Hansard and other political prose")

    def find(self, prose: Prose) -> Iterator[Figure]:
        """Yield every figure, in order; the rule is its kind."""
        starts = prose.rows(opens)
        for sentence, opening in prose.holding(starts, headings=True):
            if prose.words[sentence.first] in BULLETS:
                continue
            past = sentence.first
            for n in opening:
                if n >= past and (found := self.at(prose, sentence, n, past)):
                    kind, first, last = found
                    past = last
                    yield Figure(sentence.doc, kind, [prose.span(first, last)], 1.0)

    def at(self, prose: Prose, sentence: Sentence, n: int, past: int) -> tuple[str, int, int] | None:
        """Return the kind and the tokens of a figure that the token `n` opens or names; nothing before `past` is part of it."""
        words, last = prose.words, sentence.last
        word = words[n]
        if word in CHANGED or FOLD.fullmatch(word):
            return "multiple", n, n + 1
        if SHARE.fullmatch(word):
            return "share", n, n + 1
        if word == "twice":
            return ("multiple", n, min(n + 3, last)) if words[n + 1 : n + 2] in (["as"], ["the"]) else None
        if word in PARTS:
            first = n - 1
            held = first >= past and words[first] in SHARERS and n + 1 < last and words[n + 1] in WHOLES
            return ("share", first, n + 1) if held else None
        if word in SCALES:
            first = n - 1
            if first < past or words[first] not in WHOLE:
                return None
            if words[first] == "a" and first > past and words[first - 1] == "half":
                first -= 1
            return "count", first, self.counted(prose, n + 1, last) or n + 1
        return self.number(prose, sentence, n, past)

    def number(self, prose: Prose, sentence: Sentence, n: int, past: int) -> tuple[str, int, int] | None:
        """Return the figure that the number `n` is part of."""
        words, last = prose.words, sentence.last
        named = refers(prose, sentence, n)
        end, scaled = amount(prose, n, last, not named)
        after = words[end : end + 2] if end < last else []
        if n > past and words[n - 1] in CURRENCY:
            return "money", n - 1, end
        if OLD_POUNDS.fullmatch(words[n]):
            return "money", n, n + 1
        if after[:1] in (["%"], ["percent"], ["percentage"]) or after == ["per", "cent"]:
            return (
                "share",
                n,
                end + (1 if after[0] != "per" else 2) + (after[0] == "percentage" and end + 1 < last),
            )
        if after[:1] and after[0] in COINS:
            return "money", n, end + 1
        if (of := ratio(prose, n, end, last)) > 0:
            return "share", n, of
        if after[:1] == ["times"] and after[1:] and after[1] in COMPARED:
            return "multiple", n, end + 2
        whole = self.counted(prose, end, last)
        if scaled or ((GROUPED.fullmatch(words[n]) or end > n + 1) and not named):
            return "count", n, whole or end
        small = words[n].isdigit() and len(words[n]) > 1 and not YEAR.fullmatch(words[n])
        if whole and small and not named:
            return "count", n, whole
        return None

    def counted(self, prose: Prose, first: int, last: int) -> int:
        """Return the end of the plural that a number before `first` counts, or 0."""
        for n in range(first, min(first + self.reach, last)):
            word = prose.words[n]
            if not prose.is_word[n] or word in FUNCTION or word in VERBS or manner(word):
                return 0
            if word in TIME:
                return 0
            if plural(word) or word in ("people", "men", "women", "children"):
                return n + 1
        return 0


def opens(word: str) -> bool:
    """Return whether a word may be what a figure is known by."""
    if word[:1].isdigit():
        return bool(FIGURE.fullmatch(word) or OLD_POUNDS.fullmatch(word) or SHARE.fullmatch(word)) or bool(
            FOLD.fullmatch(word)
        )
    return (
        word in NUMBERS
        or word in SCALES
        or word in PARTS
        or word in CHANGED
        or word == "twice"
        or bool(SHARE.fullmatch(word) or FOLD.fullmatch(word))
    )


def amount(prose: Prose, n: int, last: int, joined: bool) -> tuple[int, bool]:
    """Return the end of the number that begins at `n`, and whether a word such as 'million' closes it.

    With `joined`, groups of three figures after a comma and a blank are part of it.
    """
    words = prose.words
    end = n + 1
    while (
        joined
        and end + 1 < last
        and words[end] == ","
        and GROUP.fullmatch(words[end + 1])
        and (end > n + 1 or SPLIT.fullmatch(words[n]))
    ):
        end += 2
    if end < last and words[end] in ("½", "¼", "¾", "1/2", "1/4", "3/4"):
        end += 1
    elif words[end : end + 3] == ["and", "a", "half"] and end + 3 < last:
        end += 3
    scaled = False
    while end < last and words[end] in SCALES:
        end, scaled = end + 1, True
    return end, scaled


def ratio(prose: Prose, n: int, end: int, last: int) -> int:
    """Return the end of 'one in five' or 'nine out of ten' whose first number ends at `end`, or 0."""
    words = prose.words
    if end + 1 >= last or end > n + 1:
        return 0
    whole = end + 1 if words[end] == "in" else end + 2 if words[end : end + 2] == ["out", "of"] else 0
    if not whole or whole >= last:
        return 0
    word = words[whole]
    small = word.isdigit() and len(word) < 4
    counted = word in NUMBERS or small or bool(GROUPED.fullmatch(word))
    lesser = not (small and words[n].isdigit()) or int(words[n]) < int(word)
    return whole + 1 if counted and lesser else 0


def refers(prose: Prose, sentence: Sentence, n: int) -> bool:
    """Return whether the number `n` numbers a clause, a page or a day rather than counts anything."""
    words = prose.words
    k = n - 1
    while k > sentence.first and (words[k] in REFERRING or words[k].isdigit()) and n - k < 30:
        k -= 1
    return k >= sentence.first and (words[k] in NAMED or words[k] in ("-", "(", "[", "§", "*"))
