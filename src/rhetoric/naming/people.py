"""The people of a text: names, who a short form means, roles, gender."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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

LETTERS = re.compile(r"\([A-Z][A-Za-z]{1,6}\)")
SHORT = re.compile(
    r"\b((?:[A-Z][\w’'&-]+\s+(?:(?:of|for|and|the|in|on|to)\s+)*){1,7})\(([A-Z][A-Za-z]{1,6})\)$"
)

FEMALE_TITLES = listed("mrs ms miss dame lady baroness congresswoman queen princess sister")

MALE_TITLES = listed("mr sir lord baron congressman prince king father pope")


@dataclass(frozen=True, slots=True)
class Person:
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


@dataclass(frozen=True, slots=True)
class Naming:
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
        at = bisect_right(self.starts, start - 1)
        out = []
        while at < len(self.namings) and self.namings[at].start < end:
            if self.namings[at].end <= end:
                out.append(self.namings[at])
            at += 1
        return out


def people(text: str, openings: Sequence[int], given: Sequence[str] = ()) -> People:
    """Return everybody that a text names.

    Parameters
    ----------
    text : str
    openings : sequence of int
        Where sentences begin: a capital there says little.
    given : sequence of str
        Names known from elsewhere (the author).
    """
    names = first_names()
    begins = set(openings)
    words_of = cache(bare)  # names come back: work once for each
    found: list[tuple[int, int, str, str]] = []
    for m in NAME.finditer(text):
        name = m.group()
        low = name.lower()
        if low in grammar.FUNCTION and low not in names:
            continue
        at = m.start()
        if (span := cut(name, at in begins)) is not None:
            begin, end, title = span
            found.append((at + begin, at + end, name[begin:end], title))
    fulls: dict[str, list[tuple[str, Person]]] = {}
    canon: dict[str, Person] = {}
    female, male = title_genders(found, words_of)
    titled = {words[-1] for _, _, name, title in found if title and (words := words_of(name))}
    speaking = {
        name
        for start, end, name, _ in found
        if " " in name and (SPEAKS.match(text, end) or SPOKEN.search(text, max(0, start - 30), start))
    }
    for name in [*given, *(f[2] for f in found)]:
        if name in canon:
            continue
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
        human = (
            (parts[0] in names or last in titled) and not (STRICT & set(parts[parts[0] in names :]))
        ) or ((name in speaking or bool(re.match(r"^[A-Z]\.", name))) and not (BODY & set(parts)))
        if known is None:
            gender = names.get(parts[0], "")
            if not gender and last in female and last not in male:
                gender = "f"
            elif not gender and last in male and last not in female:
                gender = "m"
            known = Person(name, gender, human)
            fulls.setdefault(last, []).append((parts[0], known))
        canon[name] = known
    return located(text, found, canon, fulls, names, words_of)


@lru_cache(maxsize=1 << 15)
def cut(name: str, opening: bool) -> tuple[int, int, str] | None:
    """Return where the name in a run of capitals begins and ends, and its title."""
    found = trimmed(name, 0, len(name), opening)
    if found is None or found[2]:
        return found
    start, end, title = found
    lead = TITLED.match(name)
    if lead and end - start < len(name):
        title = lead.group().split()[-1].lower().rstrip(".")
    return start, end, title


def title_genders(
    found: Sequence[tuple[int, int, str, str]], words_of: Callable[[str], list[str]]
) -> tuple[set[str], set[str]]:
    """Return the last names that stand with a woman's and with a man's title."""
    female = {words_of(name)[-1] for _, _, name, title in found if title in FEMALE_TITLES and words_of(name)}
    male = {words_of(name)[-1] for _, _, name, title in found if title in MALE_TITLES and words_of(name)}
    return female, male


def located(
    text: str,
    found: Sequence[tuple[int, int, str, str]],
    canon: dict[str, Person],
    fulls: dict[str, list[tuple[str, Person]]],
    names: dict[str, str],
    words_of: Callable[[str], list[str]],
) -> People:
    """Return every name with its person, short forms resolved by the full name last printed before them."""
    last_full: dict[str, Person] = {}
    by_first: dict[str, Person] = {}
    single: dict[str, Person] = {}
    first_of: dict[str, Person] = {}
    for person in canon.values():
        if person.human:
            first_of.setdefault(words_of(person.name)[0], person)
    out: list[Naming] = []
    roles: dict[str, list[Person]] = {}
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
            match = pick(key, title, last_full, fulls, names)
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
        out.append(Naming(start, end, person, full))
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
    names: dict[str, str],
) -> Person | None:
    """Return whom a last name means: the full name last printed, of the gender that a title says; else the first."""
    gender = "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else ""
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
