"""Parliamentary proceedings in TEI, as ParlaMint and Parla-CLARIN encode them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rhetoric.errors import EmptyInput
from rhetoric.load.markup import parser
from rhetoric.load.pieces import Piece, joined
from rhetoric.model.document import Document

NS = "{http://www.tei-c.org/ns/1.0}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NOTES = frozenset(("note", "kinesic", "incident", "vocal", "gap", "desc"))
WORDS = frozenset(("w", "pc"))
LEFT = "\x00"  # no XML holds it: the word after it joins the one before
JOINED = re.compile(rf"\s*{LEFT}")
CAMEL = re.compile(r"[^\W\d_][^\WA-ZÀ-Þ\d_]*(?:['’-][^\W\d_]+)*|\d+")


def document(root: Any, name: str, path: Path) -> Document:
    """Return a sitting, or a part of one, as one text.

    Raises
    ------
    EmptyInput
        If nobody speaks in it.

    Notes
    -----
    Names of speakers come from the list of persons in the file, or in a file beside it (``*listPerson*.xml``, or the root of the
    corpus); where there is none, from the identifier: ``#LindsayHoyle`` is Lindsay Hoyle.
    """
    known = people(root, path)
    spoken = {u.get("who", "") for u in root.iter(f"{NS}u")}
    named = {who: known.get(who.lstrip("#"), {}).get("name") or from_id(who) for who in spoken}
    body = root.find(f"{NS}text")
    text, marks = joined(pieces(body, named)) if body is not None else ("", ())
    if not any(m.kind == "turn" for m in marks):
        raise EmptyInput("there is no utterance (<u>) in it", "leave it out", str(path))
    roles = {u.get("who", ""): u.get("ana", "").lstrip("#").split(" ")[0] for u in root.iter(f"{NS}u")}
    speakers = {
        named[who]: facts
        for who in sorted(spoken)
        if (
            facts := {
                **{k: v for k, v in known.get(who.lstrip("#"), {}).items() if k != "name"},
                **given(roles[who]),
            }
        )
    }
    meta = {"speakers": speakers, "place": said(root.find(f".//{NS}setting/{NS}name[@type='country']"))}
    return Document(
        id=name,
        text=text,
        title=title(root),
        date=date(root),
        kind="debate",
        source=str(path),
        lang=(body.get(LANG) or root.get(LANG) or "").lower(),
        meta={k: v for k, v in meta.items() if v},
        layout=marks,
    )


def given(role: str) -> dict[str, str]:
    """Return the role of a speaker as a field, or nothing."""
    return {"role": role} if role else {}


def pieces(element: Any, named: Mapping[str, str]) -> Iterator[Piece]:
    """Yield headings, utterances and notes in order."""
    for child in element:
        tag = child.tag
        if tag == f"{NS}head":
            yield Piece("crosshead", said(child))
        elif tag == f"{NS}u":
            yield from utterance(child, named[child.get("who", "")])
        elif isinstance(tag, str) and tag.removeprefix(NS) in NOTES:
            yield Piece("boilerplate", said(child), "note")
        elif isinstance(tag, str):
            yield from pieces(child, named)


def utterance(u: Any, speaker: str) -> Iterator[Piece]:
    """Yield the words of an utterance as turns; a note of the clerks between its segments stands apart."""
    words: list[str] = []
    for child in u:
        if not isinstance(child.tag, str):
            continue
        if child.tag.removeprefix(NS) in NOTES:
            yield Piece("turn", "\n".join(words), speaker)
            words = []
            yield Piece("boilerplate", said(child), "note")
        elif line := said(child):
            words.append(line)
    if u.text and u.text.strip():
        words.insert(0, " ".join(u.text.split()))
    yield Piece("turn", "\n".join(words), speaker)


def said(element: Any) -> str:
    """Return the words in an element, without the notes inside it; words tagged one by one are joined as they were printed."""
    return "" if element is None else " ".join(JOINED.sub("", "".join(inner(element))).split())


def inner(element: Any) -> Iterator[str]:
    """Yield the text of an element and of those in it."""
    tagged = str(element.tag).removeprefix(NS) in WORDS
    if tagged and element.get("join") in ("left", "both"):
        yield LEFT
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag.removeprefix(NS) not in NOTES:
            yield from inner(child)
        yield child.tail or ""
    if tagged and element.get("join") not in ("right", "both"):
        yield " "


def people(root: Any, path: Path) -> dict[str, dict[str, str]]:
    """Return what is known of each person: name, and party where an affiliation gives it."""
    found: dict[str, dict[str, str]] = {}
    for tree in (*beside(path), root):
        parties = {o.get(ID): said(o.find(f"{NS}orgName")) for o in tree.iter(f"{NS}org")}
        for person in tree.iter(f"{NS}person"):
            name = person.find(f"{NS}persName")
            facts = {"name": full_name(name) if name is not None else "", "party": party(person, parties)}
            sex = person.find(f"{NS}sex")
            facts["sex"] = (sex.get("value") or "") if sex is not None else ""
            found[person.get(ID) or ""] = {k: v for k, v in facts.items() if v}
    return found


def beside(path: Path) -> Iterator[Any]:
    """Yield the trees of files next to a sitting that list persons and parties; what cannot be read is passed over."""
    from lxml import etree

    corpus = path.name.split("_")[0].split(".")[0]
    names = {f"{corpus}.xml", *(p.name for p in path.parent.glob("*list[OP]*.xml"))} - {path.name}
    for name in sorted(names):
        if (path.parent / name).is_file():
            try:
                yield etree.parse(path.parent / name, parser()).getroot()
            except (etree.XMLSyntaxError, OSError):
                continue


def full_name(name: Any) -> str:
    """Return forenames and surnames of a person in this order, or the name as it is written."""
    parts = [said(p) for kind in ("forename", "nameLink", "surname") for p in name.iter(f"{NS}{kind}")]
    return " ".join(p for p in parts if p) or said(name)


def party(person: Any, parties: Mapping[str | None, str]) -> str:
    """Return the party that a person's affiliation names last."""
    ids = [
        a.get("ref", "").lstrip("#")
        for a in person.iter(f"{NS}affiliation")
        if a.get("role") in ("member", None)
    ]
    known = [
        i
        for i in ids
        if i.startswith(("party", "parliamentaryGroup")) or (i in parties and not i.startswith("parla"))
    ]
    return (parties.get(known[-1]) or known[-1].split(".", 1)[-1]) if known else ""


def from_id(who: str) -> str:
    """Return a name as an identifier hints at it.

    Examples
    --------
    >>> from_id("#LindsayHoyle"), from_id("#Lowe.Benoit_Jane"), from_id("")
    ('Lindsay Hoyle', 'Lowe Benoit Jane', 'unknown')
    """
    return " ".join(CAMEL.findall(who.lstrip("#"))) or "unknown"


def title(root: Any) -> str:
    """Return the subtitle of the file, which names the sitting, or else its title."""
    titles = root.findall(f"{NS}teiHeader/{NS}fileDesc/{NS}titleStmt/{NS}title")
    order = sorted(titles, key=lambda t: (t.get("type") != "sub", t.get(LANG, "en") != "en"))
    return said(order[0]) if order else ""


def date(root: Any) -> str:
    """Return the day of the sitting, or of the source."""
    for place in (f".//{NS}setting/{NS}date", f".//{NS}sourceDesc//{NS}date"):
        found = root.find(place)
        if found is not None and (day := found.get("when") or found.get("from")):
            return str(day)
    return ""
