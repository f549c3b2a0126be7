"""XML read safely: entities are left alone, and nothing outside the file is touched."""

from __future__ import annotations

import re
from typing import Any

from rhetoric.errors import InputError

CHARACTERS = 8  # the longest entity that is put in
PLACE = re.compile(r",? line \d+, column \d+.*| line \d+(?= and )")
DC = "{http://purl.org/dc/elements/1.1/}"


def parser() -> Any:
    """Return a parser that resolves no entity, loads no DTD and reaches no network."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )


def parsed(raw: bytes, where: str) -> Any:
    """Return the root of a part of a file.

    Raises
    ------
    InputError
        If it is not well formed.
    """
    from lxml import etree

    try:
        return settled(etree.fromstring(raw, parser()), where)
    except etree.XMLSyntaxError as fault:
        raise InputError(f"it is damaged ({why(fault)})", "save it again", where) from None


def settled(root: Any, where: str) -> Any:
    """Return a tree in which names of single characters, as ``&pound;``, are these characters; no other entity is put in.

    Raises
    ------
    InputError
        If it uses an entity that is more than a few characters, or stands outside the file.
    """
    from lxml import etree

    used = list(root.iter(etree.Entity))
    if not used:
        return root
    declared = root.getroottree().docinfo.internalDTD
    known = {e.name: e.content or "" for e in declared.iterentities()} if declared is not None else {}
    for entity in used:
        text = known.get(entity.name, "")
        if not 0 < len(text) <= CHARACTERS or "&" in text or "<" in text:
            what = f"it uses the entity &{entity.name};, which is not put in for safety"
            raise InputError(what, "write out what it stands for", where, entity.sourceline)
        before, parent = entity.getprevious(), entity.getparent()
        text += entity.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        entity.tail = None
        parent.remove(entity)
    return root


def why(fault: Any) -> str:
    """Return what is wrong with XML, without the line, which stands elsewhere."""
    said = PLACE.sub("", " ".join(str(fault.msg).split()))
    return "its entities unfold to far more than there is" if "amplification" in said else said


def first(tree: Any, name: str) -> str:
    """Return the text of the first element of a name, or an empty string."""
    found = next(tree.iter(name), None) if tree is not None else None
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
