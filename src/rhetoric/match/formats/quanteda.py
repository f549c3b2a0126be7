"""quanteda's YAML: keys within keys, and lists of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rhetoric.match.dictionary import Dictionary
from rhetoric.match.formats.draft import DEEPEST, Draft
from rhetoric.match.formats.encoding import clean, decoded
from rhetoric.match.formats.holding import Held, Holds, held
from rhetoric.match.formats.literal import pattern_of
from rhetoric.match.formats.nesting import Branch, nested

OWN = "__"  # quanteda's name for the patterns of a key that has keys below it
SIGN = re.compile(r"\s*(?:-\s+|[^\s:-][^:]*:\s+)?[*&!@`%]")


@dataclass(slots=True)
class Level:
    """A mapping or a list that is open.

    Parameters
    ----------
    path : str
        The key that its patterns belong to.
    depth : int
        How many keys stand above it.
    mapping : bool
    pending : tuple or None
        The key in a mapping that waits for its value, with its line.
    seen : dict
        The keys of a mapping with their lines.
    """

    path: str
    depth: int
    mapping: bool
    pending: tuple[str, int] | None = None
    seen: dict[str, int] = field(default_factory=dict)


def read(raw: bytes, draft: Draft) -> None:
    """Fill a draft from a YAML file.

    Raises
    ------
    DictionaryError
        If the file is not YAML, a key stands twice in one place, or the file holds anything but keys, lists
        and texts.
    """
    draft.joined = True
    levels: list[Level] = []
    started = False
    for event in events(decoded(raw, draft), draft):
        kind = type(event).__name__
        line = event.start_mark.line + 1
        if kind == "AliasEvent":
            do = f"put a pattern that begins with * in quotation marks: '*{event.anchor}'"
            raise draft.fault(f"'*{event.anchor}' refers to another place, as YAML has it", do, line)
        if kind == "DocumentStartEvent":
            if started:
                raise draft.fault("a second document", "remove the line '---'", line)
            started = True
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            levels.pop()
            if levels:
                levels[-1].pending = None
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            levels.append(opened(levels, kind == "MappingStartEvent", draft, line))
        elif kind == "ScalarEvent":
            scalar(levels, event.value, draft, line)


def events(text: str, draft: Draft) -> Iterator[Any]:
    """Yield the parts of a YAML text.

    Raises
    ------
    DictionaryError
        If it is not YAML.
    """
    import yaml  # type: ignore[import-untyped]

    try:
        yield from yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        what = f"not valid YAML: {fault.problem or fault.context}"
        lines = text.split("\n")
        do = remedy(lines[mark.line] if mark and mark.line < len(lines) else "")
        raise draft.fault(what, do, mark.line + 1 if mark else None) from None
    except yaml.YAMLError as fault:
        at = getattr(fault, "position", None)
        line = text[:at].count("\n") + 1 if isinstance(at, int) else None
        raise draft.fault("a character that YAML does not allow", "remove it", line) from None


def remedy(line: str) -> str:
    """Return what mends a line that is not YAML."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with blanks, not tabs"
    if SIGN.match(line):
        return "put a pattern that begins with a sign in quotation marks"
    return "mend this line"


def opened(levels: list[Level], mapping: bool, draft: Draft, line: int) -> Level:
    """Return the level that begins at a line."""
    if not levels:
        if not mapping:
            raise draft.fault("a list without a key", "write a key and a colon above it", line)
        return Level("", 0, True)
    top = levels[-1]
    if len(levels) > 2 * DEEPEST:
        raise draft.fault(f"lists nested deeper than {2 * DEEPEST}", "flatten the dictionary", line)
    if not top.mapping:
        return Level(top.path, top.depth, mapping)
    if top.pending is None:
        raise draft.fault("a key that is no text", "write the key as a text and a colon", line)
    name, at = top.pending
    if name in ("", OWN) and top.path:
        return Level(top.path, top.depth, mapping)
    return Level(draft.below(top.path, name, top.depth, at), top.depth + 1, mapping)


def scalar(levels: list[Level], value: str, draft: Draft, line: int) -> None:
    """Take a key or a pattern."""
    if not levels:
        do = "write keys, each with a colon, and their patterns below"
        raise draft.fault("a text without a key" if value else "nothing in it", do, line)
    top = levels[-1]
    if top.mapping and top.pending is None:
        name = clean(value)
        if name in top.seen:
            do = "put the patterns of both under one of them"
            raise draft.fault(f"the key {name!r} stands on line {top.seen[name]} already", do, line)
        top.seen[name] = line
        top.pending = (name, line)
        return
    level = opened(levels, False, draft, line) if top.mapping else top
    top.pending = None
    if pattern := pattern_of(value, query=True):
        if not level.path:
            raise draft.fault("a pattern without a key", "write a key and a colon above it", line)
        draft.add(pattern, level.path, line)
    else:
        draft.note(line, f"nothing for the key {level.path!r}")


def hold(dictionary: Dictionary) -> Held:
    """Find what of a dictionary quanteda can hold."""

    def fault(name: str) -> str:
        return f"the name {OWN!r}, which has a meaning there" if name == OWN else ""

    return held(dictionary, Holds("quanteda's YAML", query=True, nested=True, key_fault=fault))


def write(dictionary: Dictionary, part: Held) -> str:
    """Return the text of a YAML file."""
    import yaml

    tree = {name: folded(branch) for name, branch in nested(part).below.items()}
    text: str = yaml.safe_dump(
        tree, sort_keys=False, allow_unicode=True, default_flow_style=False, width=10**6
    )
    return text


def folded(branch: Branch) -> Any:
    """Return a key as YAML has it: a plain list where no others stand below it."""
    own = [row.term for row in branch.rows]
    below = {name: folded(b) for name, b in branch.below.items()}
    return {**({OWN: own} if own else {}), **below} if below else own
