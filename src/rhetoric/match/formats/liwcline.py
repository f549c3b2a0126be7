"""One line of a LIWC dictionary: a term and the codes of its categories, some under a condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\([^()]*\)\s*\d+(?:\s*/\s*\d+)?|<[^<>]*>\s*\d+(?:\s*/\s*\d+)?|\S+")
CODE = re.compile(r"\d+")
CONDITION = re.compile(r"(?:\(([\d\s,]+)\)|<\s*([^<>\s]+)\s*>)\s*(\d+)(?:\s*/\s*(\d+))?")
PREFIX = re.compile(r"\(([^()]+)\)\s*(\w.*)")


@dataclass(frozen=True, slots=True)
class Coding:
    """A code, and when it holds.

    Parameters
    ----------
    code : str
        Without leading zeros.
    after : tuple of str
        Codes of the categories of which the word before must be one.
    next : str
        The word that must follow, or must not.
    unless : bool
        Whether the code holds where the condition does not.
    """

    code: str
    after: tuple[str, ...] = ()
    next: str = ""
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line read.

    Parameters
    ----------
    term : str
    codings : tuple of Coding
    strange : tuple of str
        What stands among the codes and is none.
    """

    term: str
    codings: tuple[Coding, ...]
    strange: tuple[str, ...]


def bare(code: str) -> str:
    """Return a code without leading zeros."""
    return code.lstrip("0") or "0"


def parsed(text: str) -> Line:
    """Read a line.

    A tab ends the term; without one the codes begin after the last word that is none. A condition is never
    part of the term: ``(02 134)125/464``, ``<of>131/125``.
    """
    head, tab, tail = text.strip().partition("\t")
    tokens = list(TOKEN.finditer(head))
    cut = len(tokens)
    while cut > 1 and is_code(tokens[cut - 1][0], not tab):
        cut -= 1
    term = head[: tokens[cut - 1].end()] if tokens else ""
    codings: list[Coding] = []
    strange: list[str] = []
    for token in [t[0] for t in tokens[cut:]] + [t[0] for t in TOKEN.finditer(tail)]:
        if CODE.fullmatch(token):
            codings.append(Coding(bare(token)))
        elif found := CONDITION.fullmatch(token):
            codings += conditional(found)
        else:
            strange.append(token)
    return Line(" ".join(term.split()), tuple(codings), tuple(strange))


def is_code(token: str, plain: bool) -> bool:
    """Whether a token is a code under a condition, or, where such count, one without."""
    return bool(CONDITION.fullmatch(token) or (plain and CODE.fullmatch(token)))


def conditional(found: re.Match[str]) -> list[Coding]:
    """Return the code before the slash and the one after it, each with its condition."""
    codes, word, yes, no = found.groups()
    after = tuple(bare(c) for c in re.findall(r"\d+", codes or ""))
    out = [Coding(bare(yes), after, word or "")]
    return [*out, Coding(bare(no), after, word or "", True)] if no else out
