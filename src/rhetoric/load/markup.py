"""XML read safely: entities are left alone, and nothing outside the file is touched."""

from __future__ import annotations

from typing import Any

from rhetoric.errors import InputError

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
        return etree.fromstring(raw, parser())
    except etree.XMLSyntaxError as fault:
        raise InputError(f"it is damaged ({fault.msg})", "save it again", where) from None


def first(tree: Any, name: str) -> str:
    """Return the text of the first element of a name, or an empty string."""
    found = next(tree.iter(name), None) if tree is not None else None
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
