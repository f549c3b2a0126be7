"""Where the articles on a page begin, and what each of their lines is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rhetoric.load.biography import bare, biography, byline, date_line, goes_on, person
from rhetoric.load.furniture import furniture
from rhetoric.load.units import Unit

HEAD = 6
LEAST_PROSE, LEAST_WORDS = 2, 60
CLOSING = "\"”’')] "
BULLETS = "-–—•*·>|#"


@dataclass(frozen=True, slots=True)
class Role:
    """What one unit of an article is.

    Parameters
    ----------
    kind : str
        The name of a `Kind` in lower case; ``'paragraph'`` for prose.
    note : str
        Why it is furniture, or which sort of byline.
    value : str
        The author or the date that it gives.
    """

    kind: str
    note: str = ""
    value: str = ""


PROSE = Role("paragraph")


def removed(units: Sequence[Unit]) -> list[Role]:
    """Return for each unit of one article whether it is furniture, a byline or a biography; all else is prose.

    Biographies stand at the end, and the article before them does not name the person.
    """
    roles = outside(units)
    heading_lines(units, roles, set())
    about = {n for n, role in enumerate(roles) if role is PROSE and biography(units[n].text) is not None}
    tail = [n for n, role in enumerate(roles) if role is PROSE]
    body = max((n for n in tail if n not in about and not goes_on(units[n].text)), default=-1)
    told = " ".join(units[n].text for n in tail if n <= body and not person(units[n].text)) if about else ""
    further: list[int] = []
    names: set[str] = set()
    for n in reversed([n for n in tail if n > body]):
        name = biography(units[n].text)
        if name is None:
            further.append(n)
        elif name and mentions(told, name):
            break
        else:
            names.add(name)
            for m in (n, *further):
                roles[m] = Role("byline", "biography", bare(name))
            further = []
    heading_lines(units, roles, names)
    return roles


def outside(units: Sequence[Unit]) -> list[Role]:
    """Return the role of every unit that is furniture by its own words, or a link in a list of links."""
    whys = [furniture(u.text) for u in units]
    roles = [Role("boilerplate", "link" if why == "links" else why) if why else PROSE for why in whys]
    for n, why in enumerate(whys):
        if why == "links":
            last = n + 1
            while last < len(units) and not whys[last] and headline_shaped(units[last]):
                last += 1
            for m in range(n + 1, last if last == len(units) or whys[last] else last - 1):
                roles[m] = Role("boilerplate", "link")
    return roles


def heading_lines(units: Sequence[Unit], roles: list[Role], names: set[str]) -> None:
    """Set the role of bylines and date lines among the first units, and of date lines after the prose."""
    last = max((n for n, role in enumerate(roles) if role is PROSE), default=-1)
    for n, u in enumerate(units):
        if roles[n] is not PROSE or (n >= HEAD and n < last):
            continue
        if date := date_line(u.text):
            roles[n] = Role("boilerplate", "date line", date)
        elif n < HEAD and (name := byline(u.text)):
            roles[n] = Role("byline", "byline", name)
        elif 0 < n < HEAD and u.text in names and person(u.text):
            roles[n] = Role("byline", "byline", u.text)


def mentions(text: str, name: str) -> bool:
    """Whether a text names a person by the last name: then a line about the person is news, and no biography."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", text) is not None


def headline_shaped(unit: Unit) -> bool:
    """Whether a unit could be a headline: 3 to 22 words, a capital first, no stop at its end."""
    text = unit.text
    if not 3 <= unit.words <= 22 or len(text) > 160 or text[0] in BULLETS:
        return False
    bare = text.strip(CLOSING + "“‘[(")
    return (
        bool(bare)
        and not bare[0].islower()
        and text.rstrip(CLOSING)[-1:] not in (".", "!", ";", ":", ",", "…")
    )


def is_prose(unit: Unit) -> bool:
    """Whether a unit reads like a paragraph: twelve words or more, or a stop at its end."""
    return unit.words >= 12 or unit.text.rstrip(CLOSING)[-1:] in (".", "!", "?", "…")


def split(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return first unit and end of each article on a page, in order; together they hold every unit.

    An article begins at a line shaped like a headline if the article before it ends with a biography, or if a byline
    stands right under the line. Both it and the one before must have two paragraphs and sixty words at least.
    """
    starts = [0]
    apart = outside(units)
    counted = [is_prose(u) and role is PROSE for u, role in zip(units, apart, strict=True)]
    words = [u.words * c for u, c in zip(units, counted, strict=True)]
    size = list(zip(accumulate(counted, initial=0), accumulate(words, initial=0), strict=True))
    for n in range(1, len(units)):
        if apart[n] is not PROSE or not headline_shaped(units[n]) or biography(units[n].text) is not None:
            continue
        signed = any(byline(u.text) for u in units[n + 1 : n + 3])
        if not signed and not after_biography(units, apart, starts[-1], n):
            continue
        if not (substantial(size, starts[-1], n) and substantial(size, n + 1, len(units))):
            continue
        if signed or any(role.note == "biography" for role in removed(units[starts[-1] : n])):
            starts.append(n)
    return list(zip(starts, [*starts[1:], len(units)], strict=True))


def after_biography(units: Sequence[Unit], apart: Sequence[Role], start: int, n: int) -> bool:
    """Whether what looks like a biography stands before a unit, with nothing but furniture between."""
    for m in range(n - 1, start, -1):
        if biography(units[m].text) is not None:
            return True
        if apart[m] is PROSE and not goes_on(units[m].text) and not date_line(units[m].text):
            return False
    return False


def substantial(size: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether the units from `first` to `last` hold enough prose to be an article.

    Parameters
    ----------
    size : sequence of (int, int)
        Paragraphs and words of prose before each unit.
    """
    paragraphs, words = (after - before for before, after in zip(size[first], size[last], strict=True))
    return paragraphs >= LEAST_PROSE and words >= LEAST_WORDS


def roles(units: Sequence[Unit]) -> list[Role]:
    """Return the role of each unit of one article of a page, headings included."""
    found = removed(units)
    prose = [n for n, role in enumerate(found) if role is PROSE]
    if len(prose) < 2:
        return found
    first = prose[0]
    if headline_shaped(units[first]):
        found[first] = Role("headline")
        prose = prose[1:]
        if len(prose) > 1 and standfirst_shaped(units, found, first, prose):
            found[prose[0]] = Role("standfirst")
            prose = prose[1:]
    for before, n, after in zip(prose, prose[1:], prose[2:], strict=False):
        if crosshead_shaped(units[n]) and is_prose(units[before]) and is_prose(units[after]):
            found[n] = Role("crosshead")
    return found


def standfirst_shaped(
    units: Sequence[Unit], found: Sequence[Role], headline: int, prose: Sequence[int]
) -> bool:
    """Whether the first paragraph under a headline is a standfirst.

    It is if a byline stands under it, or if it is short, the next is longer by half, and no byline stands above it.
    """
    n, after = prose[0], prose[1]
    if any(role.kind == "byline" for role in found[headline:n]):
        return False
    if any(role.kind == "byline" for role in found[n:after]):
        return units[n].words <= 60
    return units[n].words <= 25 and units[after].words >= max(20, 1.5 * units[n].words)


def crosshead_shaped(unit: Unit) -> bool:
    """Whether a unit in the body could be a crosshead: at most ten words, a capital first, no stop at its end."""
    text = unit.text
    bare = text.strip(CLOSING + "“‘[(")
    if not bare or unit.words > 10 or text[0] in BULLETS or bare[0].islower() or bare[0].isdigit():
        return False
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    return whole and text.rstrip(CLOSING)[-1:] not in (".", "!", "?", ";", ":", ",", "…")
