"""The references of a report: the package, the sources of the methods used, and those of the measures found."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from rhetoric.model.report import Facts
from rhetoric.report.export.reference import Entry, key, parsed, plain

PACKAGE = "rhetoric"
SKIPPED = ("Own compilation",)  # says where a list comes from; no work
ORDER = (
    *("author", "editor", "year", "title", "journal", "booktitle", "edition", "volume", "number", "pages"),
    *("publisher", "institution", "address", "version", "doi", "note"),
)
CSL = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "book": "book",
    "techreport": "report",
}
CSL_FIELDS = {
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
    "address": "publisher-place",
    "edition": "edition",
    "version": "version",
    "doi": "DOI",
    "note": "note",
    "title": "title",
}
BIBTEX = str.maketrans({c: f"\\{c}" for c in "&%$#_"} | {"\u2013": "--"})


@cache
def sources() -> Mapping[str, Entry]:
    """Return the published sources of the methods by key."""
    text = (files("rhetoric.report.export") / "sources.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def bibliography(facts: Facts, cited: Iterable[str]) -> tuple[dict[str, Entry], dict[str, list[str]]]:
    """Return the entries of a report by key, and which keys each family of measures has.

    Parameters
    ----------
    facts : mapping
    cited : iterable of str
        The keys that the methods paragraph cites.
    """
    entries: dict[str, Entry] = {PACKAGE: package(facts)} | {
        k: sources()[k] for k in sorted({*cited} & {*sources()})
    }
    known = {identity(e): k for k, e in (*sources().items(), *entries.items())}
    families: dict[str, list[str]] = {}
    for family in facts["sections"]["methods"]["families"]:
        for text in family["cites"]:
            if text.startswith(SKIPPED):
                continue
            entry = parsed(text)
            name = known.get(identity(entry))
            if name is None:
                name = free(key(entry), entries, sources())
                known[identity(entry)] = name
            entries.setdefault(name, sources().get(name, entry))
            held = families.setdefault(family["label"], [])
            if name not in held:
                held.append(name)
    return dict(sorted(entries.items())), families


def package(facts: Facts) -> Entry:
    """Return the entry of the package itself, with the version that wrote the report."""
    held = json.loads(facts["sections"]["reproduce"]["csl"])[0]
    return {
        "type": "software",
        "author": [f"{{{a['literal']}}}" for a in held["author"]],
        "year": held["issued"]["date-parts"][0][0],
        "title": held["title"],
        "version": held["version"],
    }


def identity(entry: Entry) -> tuple[str, Any, str]:
    """Return what two entries of one work share."""
    first = (entry.get("author") or entry.get("editor") or [""])[0].split(",")[0]
    return plain(first), entry.get("year"), plain(str(entry["title"]))[:24]


def free(name: str, *taken: Mapping[str, Entry]) -> str:
    """Return a key that nothing has: with a letter where another work has the same."""
    found, n = name, 0
    while any(found in t for t in taken):
        n += 1
        found = name + "abcdefghijklmnopqrstuvwxyz"[n % 26] * (n // 26 + 1)
    return found


def bibtex(entries: Mapping[str, Entry]) -> str:
    """Return entries as BibTeX, in UTF-8; titles keep their capitals."""
    out = []
    for name, entry in entries.items():
        lines = [f"@{entry['type']}{{{name},"]
        for field in ORDER:
            if field in entry:
                value = entry[field]
                text = " and ".join(value) if isinstance(value, list) else str(value)
                text = text.translate(BIBTEX)
                if field == "pages":
                    text = text.replace("--", "-").replace("-", "--")
                lines.append(
                    f"  {field} = {{{{{text}}}}}," if field == "title" else f"  {field} = {{{text}}},"
                )
        out.append("\n".join([*lines, "}"]))
    return "\n\n".join(out) + "\n"


def csl(entries: Mapping[str, Entry]) -> str:
    """Return entries as CSL-JSON, for Zotero and Pandoc."""
    out = []
    for name, entry in entries.items():
        item: dict[str, Any] = {
            "id": name,
            "type": CSL.get(entry["type"], "software" if name == PACKAGE else "document"),
        }
        for role in ("author", "editor"):
            if role in entry:
                item[role] = [person(p) for p in entry[role]]
        if "year" in entry:
            item["issued"] = {"date-parts": [[entry["year"]]]}
        item |= {CSL_FIELDS[f]: str(entry[f]) for f in ORDER if f in entry and f in CSL_FIELDS}
        out.append(item)
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def person(name: str) -> dict[str, str]:
    """Return a name as CSL has it."""
    if name.startswith("{"):
        return {"literal": name.strip("{}")}
    last, _, first = name.partition(", ")
    return {"family": last, "given": first}
