"""Yoshikoder's XML, which Lexicoder 2 uses too: categories within categories, and patterns."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats.draft import Draft
from rhetoric.match.formats.encoding import clean
from rhetoric.match.formats.holding import Held, Holds, held
from rhetoric.match.formats.literal import pattern_of
from rhetoric.match.formats.nesting import Branch, nested
from rhetoric.match.formats.numeral import number, value
from rhetoric.match.formats.xmltree import Node, parsed
from rhetoric.match.regular import faults


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a file of Yoshikoder or Lexicoder 2.

    Raises
    ------
    DictionaryError
        If the file is not XML, has a document type, or is no dictionary.
    """
    root = parsed(raw, draft)
    if root.tag != "dictionary":
        do = "check that this is a dictionary of Yoshikoder or Lexicoder"
        raise draft.fault(f"the outermost element is <{root.tag}>, not <dictionary>", do, root.line)
    regular = root.attrs.get("patternengine") == "regexp"
    lexicoder = root.attrs.get("style", "").lower() == "lexicoder"
    tops = root.below("cnode")
    draft.name = clean(root.attrs.get("name", "")) or draft.name
    if len(tops) == 1 and not lexicoder and tops[0].below("cnode") and not tops[0].below("pnode"):
        draft.name = clean(tops[0].attrs.get("name", "")) or draft.name
        root = tops[0]
    inner = [0]
    level(root, "", 0, None, regular, inner, draft)
    if lexicoder and inner[0]:
        what = f"{inner[0]} patterns without a blank at their end are read as whole words,"
        draft.note(None, f"{what} not as the start of longer ones")


def level(
    node: Node, key: str, depth: int, score: float | None, regular: bool, inner: list[int], draft: Draft
) -> None:
    """Take the patterns of a category, then the categories below it."""
    for child in node.children:
        name = child.attrs.get("name", "")
        own = scored(child, draft)
        if child.tag == "cnode":
            path = draft.below(key, clean(name), depth, child.line)
            if own is not None:
                draft.note(
                    child.line, f"the score of {path!r} is taken for each of its patterns that has none"
                )
            level(child, path, depth + 1, score if own is None else own, regular, inner, draft)
        elif child.tag != "pnode":
            draft.note(child.line, f"<{child.tag}> is left out")
        elif not key:
            raise draft.fault("a pattern without a category", "put it into a <cnode>", child.line)
        elif pattern := expression(clean(name), child.line, draft) if regular else pattern_of(name):
            weight = own if own is not None else 1.0 if score is None else score
            draft.add(pattern, key, child.line, weight)
            inner[0] += name[-1:] not in (" ", "*")
        elif not clean(name):
            draft.note(child.line, "a pattern without a name")


def scored(node: Node, draft: Draft) -> float | None:
    """Return the score of a node, or None where it has none."""
    text = node.attrs.get("score", "").strip()
    found = value(text)
    if text and found is None:
        draft.note(node.line, f"the score {text[:40]!r} is no number")
    return found


def expression(text: str, line: int, draft: Draft) -> str:
    """Return the pattern of a regular expression, or an empty text and a note."""
    wrong = faults(f"/{text}/") if text and " " not in text else "it is more than one word" if text else ""
    if not wrong:
        return f"/{text}/" if text else ""
    draft.note(line, f"the regular expression {text[:80]!r} is left out: {wrong}")
    return ""


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary Yoshikoder can hold."""
    return held(dictionary, Holds("Yoshikoder", weights=True, nested=True))


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a Yoshikoder file."""
    name = clean(dictionary.name) or "Dictionary"
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<dictionary style="050805" patternengine="substring">']
    out += [f"\t<cnode name={quoteattr(name)} desc={quoteattr(name)}>"]
    out += lines(nested(part), 2)
    return "\n".join([*out, "\t</cnode>", "</dictionary>", ""])


def lines(branch: Branch, depth: int) -> Iterator[str]:
    """Yield the lines of a category, its own patterns first."""
    tabs = "\t" * depth
    for row in branch.rows:
        score = f' score="{number(row.weight)}"' if row.weight != 1 else ""
        yield f"{tabs}<pnode name={quoteattr(row.term)}{score}/>"
    for name, below in branch.below.items():
        yield f'{tabs}<cnode name={quoteattr(name)} desc="">'
        yield from lines(below, depth + 1)
        yield f"{tabs}</cnode>"
