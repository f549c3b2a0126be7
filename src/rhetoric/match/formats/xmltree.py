"""XML with lines, and without anything that reaches outside the file or grows when read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from rhetoric.match.formats.draft import DEEPEST, Draft


@dataclass(slots=True)
class Node:
    """An element.

    Parameters
    ----------
    tag : str
    attrs : mapping
    line : int
    children : list of Node
    """

    tag: str
    attrs: Mapping[str, str]
    line: int
    children: list[Node] = field(default_factory=list)

    def below(self, tag: str) -> list[Node]:
        """The children of one name."""
        return [child for child in self.children if child.tag == tag]


def parsed(raw: bytes, draft: Draft) -> Node:
    """Parse XML into elements; texts between them are left out.

    Raises
    ------
    DictionaryError
        If it is malformed, nested too deep, or has a document type: entities are not read.
    """
    parser = expat.ParserCreate()
    above = [Node("", {}, 0)]

    def start(tag: str, attrs: dict[str, str]) -> None:
        line = parser.CurrentLineNumber
        if len(above) > DEEPEST + 3:
            raise draft.fault(f"elements nested deeper than {DEEPEST}", "flatten the dictionary", line)
        node = Node(tag, attrs, line)
        above[-1].children.append(node)
        above.append(node)

    def doctype(*_: object) -> None:
        raise draft.fault("a document type (<!DOCTYPE>)", "remove it", parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: above.pop() and None
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as fault:
        what = f"not valid XML: {expat.ErrorString(fault.code)}"
        raise draft.fault(what, "mend this line, or export the dictionary again", fault.lineno) from None
    except (LookupError, ValueError) as fault:
        raise draft.fault(f"not valid XML: {fault}", "save the file as UTF-8", 1) from None
    return above[0].children[0]
