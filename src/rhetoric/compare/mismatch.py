"""What differs between two sides besides what is measured, said before a comparison is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rhetoric.compare.sides import MINOR, Side
from rhetoric.model.comparison import SHORT
from rhetoric.model.evidence import Exposure
from rhetoric.model.textfacts import TextFacts

TIMES = 3  # so much longer is much longer
YEARS = 5  # sides further apart than this speak of other events
SPELT, ONE_WAY = 5, 0.8  # words that tell the spelling, and their share from which it is one way
MOSTLY, HARDLY = 0.5, 0.2  # shares of a side's words
ALONE, AMONG = 0.9, 0.6  # the largest voice's share on a side of one voice, and of many
LOST = 0.25  # share of a side's words taken out or printed again that is worth a word
MOST = 6  # warnings; the smaller ones go together into the last
TWO_TEXTS = (
    "These are two texts. Differences below describe the texts, not their authors, parties or outlets."
)
ONE_TEXT = "This is one text. Differences below describe what is said in it, not those who say it."
SPOKEN = ("debate", "hansard", "hearing", "interview", "podcast", "speech", "testimony", "transcript")
NAMED = 3  # names in a sentence


@dataclass(frozen=True, eq=False)
class Party:
    """One side of a comparison with the circumstances of its texts.

    Parameters
    ----------
    name : str
    words : mapping
        (document id, voice id) to the words it has there.
    kinds : frozenset of str
        The kinds of text that hold a tenth of its words or more.
    facts : mapping
        Document id to what is known of the text.
    """

    name: str
    words: Mapping[tuple[str, str], int]
    kinds: frozenset[str]
    facts: Mapping[str, TextFacts]

    @property
    def total(self) -> int:
        """All of its words."""
        return sum(self.words.values())

    @property
    def texts(self) -> dict[str, int]:
        """Its texts with its words in each, those with most first."""
        by_text: dict[str, int] = {}
        for (doc, _), n in self.words.items():
            by_text[doc] = by_text.get(doc, 0) + n
        return dict(sorted(by_text.items(), key=lambda t: (-t[1], t[0])))

    def share(self, holds: Callable[[str, str], bool]) -> float:
        """Return the share of its words in those texts and voices for which something holds; 0 without words."""
        return sum(n for pair, n in self.words.items() if holds(*pair)) / max(1, self.total)

    def fact(self, doc: str) -> TextFacts:
        """Return what is known of a text."""
        return self.facts.get(doc, TextFacts())

    @property
    def quoted(self) -> float:
        """The share of its words that others quote or report."""
        return self.share(lambda doc, voice: self.fact(doc).roles.get(voice) in ("quoted", "reported"))

    @property
    def translated(self) -> float:
        """The share of its words that stand in translations."""
        return self.share(lambda doc, _: bool(self.fact(doc).translated))

    def mean(self, name: str) -> float:
        """Return the mean of a number over its texts, weighted by its words."""
        total = sum(float(getattr(self.fact(doc), name)) * n for (doc, _), n in self.words.items())
        return total / max(1, self.total)

    @property
    def largest(self) -> float:
        """The share of its largest voice."""
        by_voice: dict[str, int] = {}
        for (_, voice), n in self.words.items():
            by_voice[voice] = by_voice.get(voice, 0) + n
        return max(by_voice.values(), default=0) / max(1, self.total)

    @property
    def years(self) -> list[int]:
        """The first and the last year that hold the middle four fifths of its words; empty where most have no year."""
        by_year: dict[int, int] = {}
        for doc, n in self.texts.items():
            if (year := self.fact(doc).year) is not None:
                by_year[year] = by_year.get(year, 0) + n
        known = sum(by_year.values())
        if known <= MOSTLY * self.total:
            return []
        rising = sorted(by_year)
        below = dict(zip(rising, np.cumsum([by_year[y] for y in rising]).tolist(), strict=True))
        middle = [
            y for y in rising if below[y] >= MINOR * known and below[y] - by_year[y] <= (1 - MINOR) * known
        ]
        return [middle[0], middle[-1]]

    @property
    def choosers(self) -> list[str]:
        """Who chose what is quoted, those who chose most first."""
        found = [self.fact(d).author for d in self.texts if self.fact(d).author]
        return list(dict.fromkeys(found))


def warnings_of(
    left: Side,
    right: Side,
    *,
    by: str = "",
    exposure: Exposure | None = None,
    sides: Mapping[tuple[str, str], str] | None = None,
    facts: Mapping[str, TextFacts] | None = None,
) -> tuple[str, ...]:
    """Return what a reader must know first, the weightiest first.

    Parameters
    ----------
    left, right : Side
    by : str
        What they are sides of: where that is the date or the kind, it is no warning that they differ in it.
    exposure : Exposure, optional
    sides : mapping, optional
        (document id, voice id) to the name of a side.
    facts : mapping, optional
        Document id to what is known of the text. Without these three, only numbers of texts, words and kinds are looked at.

    Returns
    -------
    tuple of str
        One or two sentences each: what differs, and what follows.
    """
    pair = (party(left, exposure, sides, facts or {}), party(right, exposure, sides, facts or {}))
    texts = len(np.union1d(left.text, right.text))
    first = [TWO_TEXTS if texts == 2 else ONE_TEXT] if texts <= 2 else []
    asked = {"kind": kinds, "date": dates, "year": dates}.get(by)
    checks = [short, kinds, voices, translations, dates, lengths, crowds, spelling]
    said = first + [w for check in checks if check is not asked for w in check(*pair)]
    smaller = [w for p in pair for w in damage(p)]
    said += [" ".join(smaller)] if smaller else []
    return (*said[: MOST - 1], " ".join(said[MOST - 1 :])) if len(said) > MOST else tuple(said)


def party(
    side: Side,
    exposure: Exposure | None,
    sides: Mapping[tuple[str, str], str] | None,
    facts: Mapping[str, TextFacts],
) -> Party:
    """Return a side with the words of each voice in each of its texts."""
    if exposure is None or sides is None:
        return Party(side.name, {("", ""): int(side.words.sum())}, side.kinds, facts)
    pairs, at = np.unique(
        exposure.doc.astype(np.int64) << 32 | np.maximum(0, exposure.voice), return_inverse=True
    )
    total = np.bincount(at, exposure.words, len(pairs)).astype(np.int64)
    named = [(exposure.docs[p >> 32], exposure.voices[p & 0xFFFFFFFF]) for p in pairs.tolist()]
    words = {k: int(n) for k, n in zip(named, total, strict=True) if sides.get(k) == side.name}
    whole = Party(side.name, words, side.kinds, facts)
    by_kind: dict[str, int] = {}
    for doc, n in whole.texts.items():
        by_kind[whole.fact(doc).kind] = by_kind.get(whole.fact(doc).kind, 0) + n
    known = frozenset(k for k, n in by_kind.items() if k and n >= MINOR * whole.total)
    return Party(side.name, words, known or side.kinds, facts)


def short(left: Party, right: Party) -> list[str]:
    """Warn of sides with so few words that rates are chance."""
    return [
        f"{p.name} has {p.total:,} words: counts and examples only, no rates in findings."
        for p in (left, right)
        if p.total < SHORT
    ]


def kinds(left: Party, right: Party) -> list[str]:
    """Warn of texts of different kinds."""
    if not left.kinds or not right.kinds or left.kinds == right.kinds:
        return []
    named = "; ".join(", ".join(sorted(p.kinds)) for p in (left, right))
    said = [bool(p.kinds & set(SPOKEN)) for p in (left, right)]
    what = "speech against prose" if said[0] != said[1] else "the kind of text"
    return [
        f"The kinds of text differ ({named}): part of any difference is {what}. "
        "Hedges, questions, 'we' and 'I' and the length of sentences differ by kind, whoever speaks."
    ]


def voices(left: Party, right: Party) -> list[str]:
    """Warn of words that somebody else chose."""
    quoted = [p for p in (left, right) if p.quoted >= MOSTLY]
    if not quoted:
        return []
    other = left if quoted[0] is right else right
    if len(quoted) == 2:
        chosen = list(dict.fromkeys(left.choosers + right.choosers))
        return [
            f"Both sides are quotations, chosen {chosen_by(chosen)}; what else was said is not in the texts."
        ]
    one = quoted[0]
    if other.quoted > HARDLY:
        return []
    own = "Nearly all" if one.quoted >= ALONE else f"{one.quoted:.0%}"
    whose = "the other side" if one.choosers == [other.name] else chosen_by(one.choosers).removeprefix("by ")
    return [
        f"{own} of the words of {one.name} are quotations that {whose} chose; those of {other.name} are not. "
        "What else was said is not in the text."
    ]


def chosen_by(names: Sequence[str]) -> str:
    """Return who chose, as the end of a sentence."""
    if not names or len(names) > NAMED:
        return "by the authors of the texts" if len(names) != 1 else "by the author of the text"
    return "by " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")


def translations(left: Party, right: Party) -> list[str]:
    """Warn of words that a translator chose."""
    found = [p for p in (left, right) if p.translated >= MOSTLY]
    if not found:
        return []
    follows = "Choice of words, figures and metaphors may be the translator's."
    if len(found) == 2:
        return [f"Both sides are translated. {follows}"]
    one = found[0]
    why = {said for d in one.texts if (said := one.fact(d).translated)}
    how = f" ({why.pop()})" if len(why) == 1 else ""
    return [f"{one.name} is a translation{how}, the other side is not. {follows}"]


def dates(left: Party, right: Party) -> list[str]:
    """Warn of sides years apart."""
    if not left.years or not right.years:
        return []
    earlier, later = sorted((left.years, right.years), key=lambda y: (y[0], y[-1]))
    gap = later[0] - earlier[-1]
    if gap <= YEARS:
        return []
    span = "; ".join(f"{y[0]}–{y[-1]}" if y[0] != y[-1] else str(y[0]) for y in (left.years, right.years))
    return [
        f"The sides are {gap} years apart ({span}): other events, parties and words were about. "
        "What looks like a difference of persons may be one of times."
    ]


def lengths(left: Party, right: Party) -> list[str]:
    """Warn of one side much longer than the other."""
    less, more = sorted((left.total, right.total))
    if not less or more <= TIMES * less:
        return []
    return [
        f"One side is much longer than the other ({more:,} words against {less:,}): lexical diversity and distinctive "
        "words follow length. Rates do not, but those of the shorter side are rougher."
    ]


def crowds(left: Party, right: Party) -> list[str]:
    """Warn of one voice against many."""
    one, many = sorted((left, right), key=lambda p: -p.largest)
    if one.largest < ALONE or many.largest > AMONG or not many.words or one.total < 1:
        return []
    number = len({v for _, v in many.words})
    return [
        f"{one.name} is one voice, {many.name} is {number}: its numbers average over voices that may disagree. "
        "A comparison by voice holds them apart."
    ]


def spelling(left: Party, right: Party) -> list[str]:
    """Warn of British against American spelling."""
    shares = []
    for p in (left, right):
        british, american = (
            sum(getattr(p.fact(d), name) for d in p.texts) for name in ("british", "american")
        )
        if british + american < SPELT:
            return []
        shares.append(british / (british + american))
    low, high = sorted(shares)
    if high < ONE_WAY or low > 1 - ONE_WAY:
        return []
    uk, us = (left, right) if shares[0] > shares[1] else (right, left)
    return [
        f"{uk.name} is spelt the British way, {us.name} the American: a list of words may know one spelling better, "
        "and distinctive words will show it."
    ]


def damage(side: Party) -> list[str]:
    """Warn of a side that is not whole."""
    out = [
        f"{side.mean(name):.0%} of the texts of {side.name} {what}: check that no part of the argument went with it."
        for name, what in (
            ("removed", "was taken for page furniture and left out"),
            ("repeated", "is printed again and counted once"),
        )
        if side.mean(name) >= LOST
    ]
    if side.share(lambda doc, _: side.fact(doc).broken) >= MOSTLY:
        out.append(f"Some characters of {side.name} are lost or garbled: words with them are not found.")
    return out
