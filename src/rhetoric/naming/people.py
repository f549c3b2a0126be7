"""The people of a text: names, who a short form means, roles, gender."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed
from rhetoric.naming.names import BODY, NAME, STRICT, TITLED, bare, first_names, same_first, trimmed
from rhetoric.naming.roles import roles_around

SPEAKS = re.compile(
    r"(?:,\s+\d\d,|,\s+(?:a|an|the|who|father|mother|chairman|chair|chairwoman|president|director|professor|leader|head|editor|founder|spokesman|spokeswoman)\b|"
    r"(?:,[^,.;]{2,80},)?\s+(?:\w+ly\s+|also\s+|has\s+|had\s+|then\s+)?(?:said|says|told|tells|asked|added|argued|argues|wrote|explained|warned|insisted|tweeted))"
)

SPOKEN = re.compile(
    r"[\"”’'],?\s+(?:said|says|asked|added|wrote|explained|agreed|agrees|tweeted)\s+(?:[a-z][\w-]*\s+){0,2}$"
)

LORDS = re.compile(
    r"^(?:Lord|Lady|Baroness|Baron|Pope|Prince|Princess|Queen|King|Judge|Sheriff|Father|Sister)\b"
)

INITIAL = re.compile(r"[A-Z]\.")
LETTERS = re.compile(r"\([A-Z][A-Za-z]{1,6}\)")
SHORT = re.compile(
    r"\b((?:[A-Z][\w’'&-]+\s+(?:(?:of|for|and|the|in|on|to)\s+)*){1,7})\(([A-Z][A-Za-z]{1,6})\)$"
)

FEMALE_TITLES = listed("mrs ms miss dame lady baroness congresswoman queen princess sister")

MALE_TITLES = listed("mr sir lord baron congressman prince king father pope")


LEAST = 300  # characters from which the names of a text are worth keeping
KEPT = ((1 << 12, 1024), (1 << 16, 128))  # of texts below so many characters, those of the last so many
Found = tuple[int, int, str, str]  # start and end of a name, the name, its title


class Person(NamedTuple):
    """Somebody, or some body, that a text names.

    Parameters
    ----------
    name : str
        The full name, without its title where it has two words or more.
    gender : {'m', 'f', ''}
    human : bool
        Whether it looks like the name of a person.
    """

    name: str
    gender: str
    human: bool


class Naming(NamedTuple):
    """One place where a name stands: the span of the name itself, and whose it is."""

    start: int
    end: int
    person: Person
    full: bool


@dataclass(frozen=True)
class People:
    """Everybody that a text names.

    Parameters
    ----------
    namings : tuple of Naming
        In order of place.
    roles : dict of str to Person
        A role noun, such as ``'prime minister'``, with the person whose it is in this text.
    short : dict of str to str
        Letters to the full name of a body.
    """

    namings: tuple[Naming, ...]
    starts: tuple[int, ...]
    roles: dict[str, tuple[Person, ...]]
    short: dict[str, str]

    def within(self, start: int, end: int) -> list[Naming]:
        """Return the names that stand in a stretch."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [n for n in self.namings[first:last] if n.end <= end]


Readers = tuple[
    Callable[[str], list[tuple[int, str]]], Callable[[str, tuple[Found, ...], tuple[str, ...]], People]
]


def people(text: str, openings: Iterable[int], given: Sequence[str] = ()) -> People:
    """Return everybody that a text names.

    Parameters
    ----------
    text : str
    openings : iterable of int
        Where sentences begin: a capital there says little.
    given : sequence of str
        Names known from elsewhere (the author).
    """
    begins = set(openings)
    size = len(text)
    readers: Readers = next((r for below, r in shared if LEAST <= size < below), (runs, gathered))
    runs_of, gather = readers
    found: list[Found] = []
    for at, run in runs_of(text):
        if (span := cut(run, at in begins)) is not None:
            begin, end, name, title = span
            found.append((at + begin, at + end, name, title))
    return gather(text, tuple(found), tuple(given))


def runs(text: str) -> list[tuple[int, str]]:
    """Return the runs of capitals of a text that may hold names, and where each begins."""
    return [(m.start(), m.group()) for m in NAME.finditer(text)]


def gathered(text: str, found: tuple[Found, ...], given: tuple[str, ...]) -> People:
    """Return everybody whose names were found."""
    names = first_names()
    fulls: dict[str, list[tuple[str, Person]]] = {}
    canon: dict[str, Person] = {}
    titled = [(words[-1], title) for _, _, name, title in found if title and (words := words_of(name))]
    lasts = {last for last, _ in titled}
    female = {last for last, title in titled if title in FEMALE_TITLES}
    male = {last for last, title in titled if title in MALE_TITLES}
    spaced: dict[str, list[tuple[int, int]]] = {}
    for start, end, name, _ in found:
        if " " in name:
            spaced.setdefault(name, []).append((start, end))
    for name in dict.fromkeys((*given, *(name for _, _, name, _ in found))):
        parts = words_of(name)
        if len(parts) < 2:
            continue
        last = parts[-1]
        known = next(
            (
                p
                for first, p in fulls.get(last, ())
                if same_first(first, parts[0]) and (parts[0] in names or first in names)
            ),
            None,
        )
        if known is None:
            human = (
                (parts[0] in names or last in lasts) and STRICT.isdisjoint(parts[parts[0] in names :])
            ) or (
                BODY.isdisjoint(parts)
                and (bool(INITIAL.match(name)) or any(speaks(text, *at) for at in spaced.get(name, ())))
            )
            gender = names.get(parts[0], "")
            if not gender and last in female and last not in male:
                gender = "f"
            elif not gender and last in male and last not in female:
                gender = "m"
            known = Person(name, gender, human)
            fulls.setdefault(last, []).append((parts[0], known))
        canon[name] = known
    return located(text, found, canon, fulls)


# The stages ask for the people of the texts of one shard one after the other, mostly with the same names found: they share the
# answers. How many are kept is less for longer texts, so that they cannot fill the memory.
shared: tuple[tuple[int, Readers], ...] = tuple(
    (below, (lru_cache(maxsize=n)(runs), lru_cache(maxsize=n)(gathered))) for below, n in KEPT
)


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a name stands where the name of somebody who speaks or is introduced does."""
    return bool(SPEAKS.match(text, end) or SPOKEN.search(text, max(0, start - 30), start))


@lru_cache(maxsize=1 << 15)
def words_of(name: str) -> tuple[str, ...]:
    """Return what `bare` does; names come back, so the work is done once for each."""
    return tuple(bare(name))


@lru_cache(maxsize=1 << 15)
def cut(run: str, opening: bool) -> tuple[int, int, str, str] | None:
    """Return where the name in a run of capitals begins and ends, the name, and its title; ``None`` where there is none."""
    low = run.lower()
    if low in grammar.FUNCTION and low not in first_names():
        return None
    found = trimmed(run, 0, len(run), opening)
    if found is None:
        return None
    start, end, title = found
    if not title:
        lead = TITLED.match(run)
        if lead and end - start < len(run):
            title = lead.group().split()[-1].lower().rstrip(".")
    return start, end, run[start:end], title


def located(
    text: str,
    found: Sequence[Found],
    canon: dict[str, Person],
    fulls: dict[str, list[tuple[str, Person]]],
) -> People:
    """Return every name with its person, short forms resolved by the full name last printed before them."""
    names = first_names()
    last_full: dict[str, Person] = {}
    by_first: dict[str, Person] = {}
    single: dict[str, Person] = {}
    first_of: dict[str, Person] = {}
    for person in canon.values():
        if person.human:
            first_of.setdefault(words_of(person.name)[0], person)
    out: list[Naming] = []
    roles: dict[str, list[Person]] = {}
    new = tuple.__new__  # half the time of a call of Naming
    for start, end, name, title in found:
        parts = words_of(name)
        if not parts:
            continue
        key = parts[-1]
        if len(parts) > 1:
            person = canon[name]
            if person.human or title:
                last_full[key] = person
                for part in parts[1:-1]:
                    last_full.setdefault(part, person)
                by_first[parts[0]] = person
            full = True
        else:
            full = False
            match = pick(key, title, last_full, fulls)
            if match is None and key in by_first:
                match = by_first[key]
            if match is None and key in first_of and key in names:
                match = first_of[key]
            if match is None:
                if key not in single:
                    gender = (
                        "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else names.get(key, "")
                    )
                    whole = (
                        text[text.rfind(" ", 0, start - 1) + 1 : end]
                        if title and LORDS.match(title.capitalize())
                        else name
                    )
                    single[key] = Person(whole, gender, bool(title) or key in names)
                match = single[key]
            person = match
        out.append(new(Naming, (start, end, person, full)))
        if person.human and full:
            for role in roles_around(text, start, end):
                kept = roles.setdefault(role, [])
                if person not in kept:
                    kept.append(person)
    short = {}
    for m in LETTERS.finditer(text):
        if known := SHORT.search(text[max(0, m.start() - 120) : m.end()]):
            short[known.group(2)] = known.group(1).strip()
    return People(tuple(out), tuple(n.start for n in out), {k: tuple(v) for k, v in roles.items()}, short)


def pick(
    key: str,
    title: str,
    last_full: dict[str, Person],
    fulls: dict[str, list[tuple[str, Person]]],
) -> Person | None:
    """Return whom a last name means: the full name last printed, of the gender that a title says; else the first."""
    gender = "" if not title else "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else ""
    known = last_full.get(key)
    if known and not (gender and known.gender and gender != known.gender):
        return known
    for first, person in fulls.get(key, ()):
        if (
            (person.human or title)
            and not (gender and person.gender and gender != person.gender)
            and first != key
        ):
            return person
    return None
