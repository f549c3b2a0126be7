"""A printed reference, such as a measure cites, taken apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Entry = Mapping[str, Any]

WHOLE = re.compile(r"^(?P<authors>.+?),? \((?P<year>\d{4})[a-z]?(?: \[(?P<first>\d{4})\])?\)\. (?P<rest>.+)$")
ANCIENT = re.compile(r"^(?:(?P<author>[A-Z][a-z]+), )?(?P<title>[A-Z][a-z]+(?: [A-Za-z]+)*) \d+\.\d+")
EDITED = re.compile(r",? \(?eds?\.?\)?$")
EDITION = re.compile(r"[.,]? \(?(?P<edition>\d+\w* ed(?:ition|n)?)\)?\.?$")
BREAK = re.compile(r"[.?!] (?=[A-Z0-9])")
PLACE = r"(?P<address>[A-Z][^:.,]*(?:, [A-Z]{2})?): (?P<publisher>(?:[^,.(]|, [A-Z](?![^,]*\bchapter))+)"
FORMS = (
    (
        "article",
        re.compile(
            r"^(?P<journal>[^:]+?) (?P<volume>\d+)(?:\((?P<number>[^)]+)\))?, (?P<pages>\d+(?:[-–]\d+)?)\.?$"
        ),
    ),
    ("article", re.compile(r"^(?P<journal>[^:]+?) (?P<volume>\d+):(?P<pages>\d+)\.?$")),
    ("inproceedings", re.compile(r"^(?P<booktitle>Proceedings of [^,]+?), (?P<pages>\d+[-–]\d+)\.?$")),
    ("book", re.compile(rf"^{PLACE}(?:[,.]? .*)?\.?$")),
)
CHAPTER = re.compile(
    rf"^(?P<title>.+?[.?!]) In:? (?P<editor>.+?),? \(?eds?\.?\)?,? (?P<booktitle>.+?)\. {PLACE}(?:, (?P<pages>\d+[-–]\d+))?\.?$"
)


def parsed(text: str) -> Entry:
    """Return the fields of a reference of the form ``Author (year). Title. Where.``; of any other form, its words as a title.

    Returns
    -------
    mapping
        ``type``, ``author`` (or ``editor``), ``year``, ``title`` and what else is in it, as BibTeX calls it. Chapters and sections of a
        book are left out: the entry is the work.
    """
    line = " ".join(text.split())
    whole = WHOLE.match(line)
    if whole is None:
        old = ANCIENT.match(line)
        if old is None:
            return {"type": "misc", "title": line.rstrip(".")}
        return {
            "type": "misc",
            **({"author": [old["author"]]} if old["author"] else {}),
            "title": old["title"],
        }
    names, edited = EDITED.subn("", whole["authors"])
    entry: dict[str, Any] = {"editor" if edited else "author": authors(names), "year": int(whole["year"])}
    if whole["first"]:
        entry["note"] = f"First published {whole['first']}"
    rest = whole["rest"]
    if found := CHAPTER.match(rest):
        fields = trimmed(found.groupdict())
        fields["editor"] = authors(fields["editor"])
        return {"type": "incollection", **entry, **fields}
    for cut in reversed(list(BREAK.finditer(rest))):
        for kind, form in FORMS:
            if found := form.match(rest[cut.end() :]):
                title, edition = rest[: cut.end()].strip().rstrip("."), {}
                if named := EDITION.search(title):
                    title, edition = title[: named.start()], {"edition": named["edition"].split()[0]}
                fields = trimmed(found.groupdict())
                if fields.get("journal", "").startswith("Proceedings"):
                    kind, fields["booktitle"] = "inproceedings", fields.pop("journal")
                return {"type": kind, **entry, "title": title, **edition, **fields}
    title, _, note = rest.partition(". ")
    return {
        "type": "misc",
        **entry,
        "title": title.rstrip("."),
        **({"note": note.rstrip(".")} if note else {}),
    }


def trimmed(fields: Mapping[str, str | None]) -> dict[str, Any]:
    """Return what was found, without marks at its ends."""
    return {k: v.strip().rstrip(".,") for k, v in fields.items() if v and v.strip(" .,")}


def authors(text: str) -> list[str]:
    """Return names as ``Last, First``: 'Lee, Ann and Hay, Bob' or 'Lee, Ann, Bob Hay and Cy Ray'.

    A name that cannot be told apart is kept whole, in braces.
    """
    text = text.replace(", and ", " and ").replace(" & ", " and ").replace(", Jr.", " Jr.")
    others = text.endswith("et al.")
    text = re.sub(r",? et al\.$", "", text)
    parts = [p for half in text.split(" and ") for p in half.split(", ")]
    turned = " and " not in text or ", " in text.rsplit(" and ", 1)[1]
    if len(parts) < 2 or (turned and len(parts) % 2):
        return [f"{{{text}}}"]
    if " and " in text and ", " not in text:
        return [name(*p.rsplit(" ", 1)[::-1]) if " " in p else f"{{{p}}}" for p in parts]
    if turned:
        out = [name(last, first) for last, first in zip(parts[::2], parts[1::2], strict=True)]
    else:
        out = [
            name(*parts[:2]),
            *(name(*p.rsplit(" ", 1)[::-1]) if " " in p else f"{{{p}}}" for p in parts[2:]),
        ]
    return [*out, "others"] if others else out


def name(last: str, first: str) -> str:
    """Return a name with what follows it, such as Jr., in its place."""
    last, first, junior = last.strip(), first.strip(), ""
    if first.endswith(" Jr."):
        first, junior = first[:-4], "Jr., "
    return f"{last}, {junior}{first}"


def key(entry: Entry) -> str:
    """Return the start of a key: the first author's last name and the year, in plain letters."""
    first = (entry.get("author") or entry.get("editor") or [entry["title"]])[0]
    return plain(first.split(",")[0])[:24] + str(entry.get("year", "")) or "source"


def plain(text: str) -> str:
    """Return letters without accents, small."""
    bare = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ß", "ss"))
    return "".join(c for c in bare.lower() if c.isascii() and c.isalnum())
