"""Proceedings in XML: which kind a file is, and its tree."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rhetoric.errors import InputError, UnknownFormat
from rhetoric.load import hansard, tei
from rhetoric.load.faults import AGAIN, refused
from rhetoric.load.lines import stem, unpacked
from rhetoric.load.markup import parser, settled, why
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings


@dataclass(frozen=True, slots=True)
class XmlLoader:
    """Reads parliamentary proceedings in XML: TEI as of ParlaMint and Parla-CLARIN, and Hansard as of ParlParse.

    One file gives one text. Each speech is a turn of its speaker, headings are crossheads, notes of the clerks are marked as no part
    of the speeches. What is known of the speakers (party, office, constituency) stands in the field ``speakers``, by name.
    """

    suffixes: tuple[str, ...] = (".xml", ".tei", ".xml.gz")

    def read(self, path: Path, settings: Settings) -> Iterator[Document | Problem]:
        """Yield the text of a file; see `rhetoric.model.loaded.Loader`."""
        root = tree(path)
        name = local(root)
        if name in ("TEI", "teiCorpus"):
            yield tei.document(root, stem(path), path)
        elif name == "publicwhip":
            yield hansard.document(root, stem(path), path)
        else:
            what = f"this XML begins with <{name}>, which no loader reads"
            raise UnknownFormat(what, "give TEI (ParlaMint) or Hansard as of ParlParse", str(path))


def tree(path: Path) -> Any:
    """Return the root of an XML file; entities are left alone, and nothing outside it is read.

    Raises
    ------
    InputError
        If it is not well formed, with the line.
    """
    from lxml import etree

    try:
        with unpacked(path) as file:
            return settled(etree.parse(file, parser()).getroot(), str(path))
    except etree.XMLSyntaxError as fault:
        what = f"not well-formed XML ({why(fault)})"
        do = "take them out" if "entities" in what else f"{AGAIN}, or mend the line named"
        raise InputError(what, do, str(path), fault.lineno) from None
    except (OSError, EOFError, zlib.error, ValueError) as fault:
        raise refused(fault, path) from None


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]
