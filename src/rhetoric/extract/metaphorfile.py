"""Read and check a list of metaphors: which words of one domain are used to speak of another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rhetoric.errors import DictionaryError
from rhetoric.extract.listing import Key, Listing, Shape
from rhetoric.extract.themefile import NAME
from rhetoric.match import Entry
from rhetoric.model.feature import Feature

HEAD: Shape = {
    "name": Key(str, "metaphor"),
    "version": Key(int, 1),
    "label": Key(str, ""),
    "about": Key(str, ""),
    "source": Key(str, ""),
    "licence": Key(str, ""),
    "limits": Key(list, []),
}
DOMAIN: Shape = {"name": Key(str), "label": Key(str, ""), "about": Key(str, ""), "frame": Key(str, "")}
ENTRY: Shape = {
    "pattern": Key(str),
    "domain": Key(str),
    "sure": Key(float, 0.5),
    "conventional": Key(float, 0.5),
    "when": Key(str, ""),
    "unless": Key(str, ""),
    "case": Key(bool, False),
}
NOT: Shape = {"pattern": Key(str), "why": Key(str, ""), "domain": Key(str, ""), "case": Key(bool, False)}
TEST: Shape = {"text": Key(str), "hits": Key(int), "domain": Key(str, "")}


@dataclass(frozen=True, slots=True)
class Trigger:
    """What one entry says beside its pattern.

    Parameters
    ----------
    domain : int
        Position of its source domain in `MetaphorList.domains`.
    sure : float
        How often such a hit is a metaphor, 0 to 1.
    conventional : float
        How little speakers notice it any more, 0 to 1.
    when, unless : int
        Position in `MetaphorList.conditions` of words that the same sentence must, or must not, hold; or -1.
    """

    domain: int
    sure: float
    conventional: float
    when: int
    unless: int


@dataclass(frozen=True, slots=True)
class MetaphorCase:
    """A text that the list must get right: so many hits, all of one domain where that is given."""

    text: str
    hits: int
    domain: str
    where: str
    line: int


@dataclass(frozen=True, slots=True)
class MetaphorList:
    """A list of metaphors as its file says it.

    Parameters
    ----------
    domains : tuple of Feature
        The source domains, named ``metaphor.DOMAIN``.
    entries : tuple of Entry
    triggers : tuple of Trigger
        One an entry.
    conditions : tuple of Entry
        The words that ``when`` and ``unless`` ask for, each set once.
    nots : tuple of Entry
        What only looks like a metaphor.
    barred : tuple of int
        The domain that each exclusion is for; -1 for all.
    cases : tuple of MetaphorCase
    """

    domains: tuple[Feature, ...]
    entries: tuple[Entry, ...]
    triggers: tuple[Trigger, ...]
    conditions: tuple[Entry, ...]
    nots: tuple[Entry, ...]
    barred: tuple[int, ...]
    cases: tuple[MetaphorCase, ...]


def read_metaphors(path: str | Path) -> MetaphorList:
    """Read a list of metaphors.

    Raises
    ------
    DictionaryError
        If there is no such file, or anything in it is malformed or unknown; the message names the line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise DictionaryError(f"cannot be read ({fault.strerror})", "check the path", str(path)) from None
    return parse_metaphors(text, str(path))


@lru_cache(maxsize=1)
def shipped_metaphors() -> MetaphorList:
    """Return the package's own list."""
    path = files("rhetoric") / "data" / "lexicons" / "metaphor.toml"
    return parse_metaphors(path.read_text(encoding="utf-8"), "lexicons/metaphor.toml")


def parse_metaphors(text: str, where: str) -> MetaphorList:
    """Make a list of metaphors of a file's content; see `read_metaphors`."""
    listing = Listing(where, text)
    head = listing.head(HEAD, ("domain", "entry", "not", "test"))
    domains = [feature(listing, head, row, n) for n, row in enumerate(listing.rows("domain", DOMAIN))]
    place = {f.name.split(".", 1)[1]: n for n, f in enumerate(domains)}
    if len(place) < len(domains):
        raise listing.fault("two domains have one name", "give each its own", "domain", len(domains) - 1)
    entries, triggers = [], []
    conditions: dict[str, tuple[int, Entry]] = {}

    def condition(words: str, n: int, key: str) -> int:
        line = listing.line("entry", n, key)
        if not words:
            return -1
        if len(words.split()) > 1:
            raise listing.fault(f"{key!r} has spaces in it", "write single words: a|b*|c", "entry", n, key)
        return conditions.setdefault(words, (len(conditions), Entry(words, where=where, line=line)))[0]

    for n, row in enumerate(listing.rows("entry", ENTRY)):
        if row["domain"] not in place:
            what = f"no domain {row['domain']!r}"
            raise listing.fault(what, f"choose from {', '.join(place)}", "entry", n, "domain")
        for key, least in (("sure", 1e-9), ("conventional", 0)):
            if not least <= row[key] <= 1:
                raise listing.fault(f"{key} is {row[key]}", "give a share from 0 to 1", "entry", n, key)
        line = listing.line("entry", n, "pattern")
        entries.append(
            Entry(
                row["pattern"],
                weight=row["sure"],
                key=row["domain"],
                case=row["case"],
                where=where,
                line=line,
            )
        )
        wanted, barring = condition(row["when"], n, "when"), condition(row["unless"], n, "unless")
        triggers.append(
            Trigger(place[row["domain"]], float(row["sure"]), float(row["conventional"]), wanted, barring)
        )
    if not entries:
        raise listing.fault("no entries", "add [[entry]] with pattern and domain below it")
    nots = listing.rows("not", NOT)
    return MetaphorList(
        tuple(domains),
        tuple(entries),
        tuple(triggers),
        tuple(entry for _, entry in conditions.values()),
        tuple(
            Entry(row["pattern"], case=row["case"], where=where, line=listing.line("not", n, "pattern"))
            for n, row in enumerate(nots)
        ),
        tuple(known(listing, place, row, n, "not") for n, row in enumerate(nots)),
        tuple(
            MetaphorCase(row["text"], row["hits"], row["domain"], where, listing.line("test", n))
            for n, row in enumerate(listing.rows("test", TEST))
            if known(listing, place, row, n, "test") >= -1
        ),
    )


def feature(listing: Listing, head: dict[str, Any], row: dict[str, Any], n: int) -> Feature:
    """Return the feature of a source domain; how it is used to frame things stands in its `about`."""
    if not NAME.fullmatch(row["name"]):
        do = "use lower-case letters, digits and single _ or -"
        raise listing.fault(f"{row['name']!r} cannot name a domain", do, "domain", n, "name")
    return Feature(
        f"metaphor.{row['name']}",
        head["version"],
        row["label"] or row["name"].replace("_", " ").capitalize(),
        about=" ".join(f"{row['about']} {row['frame']}".split()),
        cites=tuple(line.strip() for line in head["source"].splitlines() if line.strip()),
        limits=tuple(head["limits"]),
    )


def known(listing: Listing, place: dict[str, int], row: dict[str, Any], n: int, table: str) -> int:
    """Return the position of the domain that a row names, or -1 if it names none."""
    if row["domain"] and row["domain"] not in place:
        raise listing.fault(f"no domain {row['domain']!r}", "use one of the file's", table, n, "domain")
    return place.get(row["domain"], -1)
