"""Terms of programs that know fewer signs than the pattern language, and the patterns that mean the same."""

from __future__ import annotations

import re
from itertools import product

from rhetoric.match.formats.encoding import clean
from rhetoric.match.pattern import GAP, KEYWORDS
from rhetoric.match.regular import is_regular

BAR, SIGNS = re.compile(r"(\|)"), re.compile(r"([|?])")
ELLIPSES = {"...": r"/\.{3}/", "…": "/…/"}
QUERY = r"/\?/"
BACK = {QUERY: "?", **{regular: dots for dots, regular in ELLIPSES.items()}}
MOST = 64


def pattern_of(term: str, query: bool = False) -> str:
    """Return the pattern that reads a term letter by letter, but for ``*``.

    Whatever the pattern language would take for a sign of its own - a bar, an ellipsis that stands alone,
    slashes round a word, BEFORE and its like in capitals - is written so that it stands for itself.

    Parameters
    ----------
    term : str
    query : bool
        Whether ``?`` is any one letter, as in the pattern language; else it stands for itself.
    """
    out: list[str] = []
    cut = BAR if query else SIGNS
    for part in clean(term).split():
        for n, piece in enumerate(cut.split(part)):
            if n % 2:
                out.append(QUERY if piece == "?" else piece)
            elif piece:
                out += plain(piece)
    return " ".join(out)


def plain(piece: str) -> list[str]:
    """Return the parts that stand for a piece without bars."""
    if found := GAP.fullmatch(piece):
        return [ELLIPSES[piece.removesuffix(found[1])], *([found[1]] if found[1] else [])]
    if is_regular(piece):
        core = piece.strip("/")
        lead = len(piece) - len(piece.lstrip("/"))
        trail = len(piece) - lead - len(core) if core else 0
        return ["/"] * lead + (plain(core) if core else []) + ["/"] * trail
    return [piece.lower() if piece in KEYWORDS else piece]


def terms_of(pattern: str, query: bool = False, star: str = "anywhere") -> tuple[list[str], str]:
    """Return the terms that together mean what a pattern means, or none and the reason.

    Parameters
    ----------
    pattern : str
        One that can be parsed.
    query : bool
        Whether the other program knows ``?``.
    star : {'anywhere', 'end'}
        Where it takes a ``*``.
    """
    parts = pattern.split()
    places: list[tuple[str, ...]] = []
    for part in parts:
        if GAP.fullmatch(part):
            return [], "a gap"
        if len(parts) > 1 and part in KEYWORDS:
            return [], "a condition"
        if is_regular(part) and (part not in BACK or (query and part == QUERY)):
            return [], "a regular expression"
        if part in BACK:
            places.append((BACK[part],))
        elif "?" in part and not query:
            return [], "the wildcard '?'"
        else:
            places.append(tuple(dict.fromkeys(part.split("|"))) if len(part) > 1 else (part,))
    many = 1
    for place in places:
        many *= len(place)
        if many > MOST:
            return [], f"more than {MOST} alternatives"
    terms = [" ".join(words) for words in product(*places)]
    if star == "end" and any("*" in t[:-1] or t == "*" for t in terms):
        return [], "a '*' that is not at the end"
    expected = [" ".join(words) for words in product(*(shown(p, query) for p in places))]
    for term, meant in zip(terms, expected, strict=True):
        if pattern_of(term, query) != meant:
            return [], f"what would be read back as {pattern_of(term, query)!r}"
    return terms, ""


def shown(place: tuple[str, ...], query: bool) -> tuple[str, ...]:
    """Return the words of one place as a pattern has them."""
    signs = {word: regular for regular, word in BACK.items()}
    if query:
        signs.pop("?")
    return tuple(signs.get(word, word) for word in place)
