"""Quotation marks to spans, one paragraph at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# Each begins with one class of characters, which the engine looks for quickly.
DOUBLE = re.compile(r"[\"“”„‟«»″'`‘’](?:(?<=[\"“”„‟«»″])|(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’)")
SINGLE_OPEN = re.compile(
    r"[‘'](?:(?<=[\s(\[—–\-/:“\"].)|(?<=^.))(?=[^\W_]|[“\"(\[£$€…])(?!(?:em|til|tis|twas|cause|cos|n|bout|round|\d\ds?)\b)"
)
SINGLE_CLOSE = re.compile(r"[’'](?<=\S.)(?![\w’'])")
BEFORE_OPENING = frozenset(" \t\n\r\xa0\u2009\u202f([{—–-/:|‘'")
AFTER_CLOSING = frozenset(" \t\n\r\xa0\u2009\u202f)]}—–-.,;:?!…|’'")
STRAIGHT = frozenset(('"', "''", "″"))
OPENING = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
FULL_STOP = re.compile(r"[.?!…]['’)\]]*\s+$")
SENTENCE_END = re.compile(r"[.?!…]['’)\]]*\s+")


class Marked(NamedTuple):
    """Words between quotation marks.

    Parameters
    ----------
    left, right : int
        The span with its marks.
    start, end : int
        The span without them and without space at its edges.
    opened, closed : bool
        Whether the opening and the closing mark are there.
    single : bool
        Whether the marks are single ones.
    """

    left: int
    start: int
    end: int
    right: int
    opened: bool = True
    closed: bool = True
    single: bool = False


def marked(text: str, start: int, end: int, carried: bool = False, following: str = "") -> list[Marked]:
    """Return the quoted stretches of one paragraph, outermost ones only, in order.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The paragraph.
    carried : bool
        Whether the paragraph before opened a quotation that it did not close.
    following : str
        The first character of the next paragraph: a mark there means that an unclosed quotation goes on.

    Returns
    -------
    list of Marked

    Notes
    -----
    A mark that is missing costs at most the rest of this paragraph. Run-together paragraphs (``"One. "Two," he
    said``) give one stretch for each opening mark; nested marks belong to the stretch around them. Linear in the
    length of the paragraph.
    """
    doubles = double_marks(text, start, end, carried)
    if text.find("'", start, end) >= 0 or text.find("‘", start, end) >= 0:
        singles = single_marks(text, start, end, doubles, following)
        doubles = outermost(doubles, singles)
    return doubles


def sides(text: str, start: int, end: int, marks: Sequence[re.Match[str]]) -> list[int]:
    """Return for each mark 1 if it opens, -1 if it closes, 0 if it could do either."""
    out = []
    for mark in marks:
        before = text[mark.start() - 1] if mark.start() > start else "\n"
        after = text[mark.end()] if mark.end() < end else "\n"
        spaced = before in BEFORE_OPENING or before in '"“'
        ended = after in AFTER_CLOSING or after in '"”'
        sign = mark.group()
        if sign in STRAIGHT:
            side = 1 if spaced and not ended else -1 if ended and not spaced else 0
            if side == 0 and spaced and ended and not after.isspace() and after not in ".,;:?!":
                side = 1
            if side == 0 and before == "\n":
                side = 1
        elif sign in OPENING:
            side = -1 if not spaced and ended else 1
        else:
            side = 1 if spaced and not ended and before != "\xa0" else -1
        out.append(side)
    return out


def double_marks(text: str, start: int, end: int, carried: bool) -> list[Marked]:
    """Return the stretches between double marks."""
    marks = list(DOUBLE.finditer(text, start, end))
    if not marks:
        return []
    side = sides(text, start, end, marks)
    low = [0] * (len(side) + 1)  # the least that the running sum of sides from here on reaches
    for n in range(len(side) - 1, -1, -1):
        low[n] = min(0, side[n] + low[n + 1])
    found: list[Marked] = []
    opening: re.Match[str] | None = None
    depth = 0
    nested = -1
    free = start  # where the stretch before a stray closing mark may begin
    for n, (mark, where) in enumerate(zip(marks, side, strict=True)):
        if opening is None:
            if where >= 0:
                opening, depth = mark, 1
            else:
                orphan = unopened(text, max(start, free), mark, bool(found), carried and free == start)
                if orphan is not None:
                    found.append(orphan)
                free = mark.end()
        elif n == nested:
            nested = -1
        elif (
            where == 1
            and n + 1 < len(marks)
            and (
                inner(opening, mark, marks[n + 1])
                or (side[n + 1] == -1 and middle(text, mark.start(), marks[n + 1].start()))
            )
        ):
            nested = n + 1
        elif where == 1:
            if low[n] < 0 and not FULL_STOP.search(text, max(start, mark.start() - 4), mark.start()):
                depth += 1
            else:
                found.append(
                    stretch(text, opening.start(), opening.end(), mark.start(), mark.start(), closed=False)
                )
                opening, depth = mark, 1
        else:
            depth -= 1
            if depth == 0:
                found.append(stretch(text, opening.start(), opening.end(), mark.start(), mark.end()))
                opening, free = None, mark.end()
    if opening is not None:
        found.append(stretch(text, opening.start(), opening.end(), end, end, closed=False))
    return [m for m in found if m.end > m.start]


def middle(text: str, first: int, second: int) -> bool:
    """Whether a pair of marks stands in the middle of a sentence and is short: a phrase inside a longer quotation."""
    return second - first < 60 and text[max(0, first - 20) : first].rstrip()[-1:] not in (
        ".",
        "?",
        "!",
        "…",
        ":",
        "",
        ",",
    )


def inner(outer: re.Match[str], first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two curly marks are a pair inside straight ones."""
    return outer.group() in STRAIGHT and first.group() == "“" and second.group() == "”"


def unopened(text: str, first: int, mark: re.Match[str], later: bool, carried: bool) -> Marked | None:
    """Return the stretch that a closing mark without an opening one ends, or ``None`` for a stray mark.

    It begins where the paragraph does if the one before left its quotation open, else with the sentence.
    """
    if carried:
        return stretch(text, first, first, mark.start(), mark.end(), opened=False)
    if mark.group() in STRAIGHT and text[mark.start() - 1 : mark.start()].isdigit():
        return None
    ends = [first, *(m.end() for m in SENTENCE_END.finditer(text, first, mark.start()))]
    at = ends[-1]
    if not text[at : mark.start()].strip(" .,;:?!…'’") and len(ends) > 1:
        at = ends[-2]
    if later and at == first:
        return None
    return stretch(text, at, at, mark.start(), mark.end(), opened=False)


def stretch(
    text: str,
    left: int,
    start: int,
    end: int,
    right: int,
    opened: bool = True,
    closed: bool = True,
    single: bool = False,
) -> Marked:
    """Return a span with the space at its edges taken off."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if not closed:
        right = max(end, start)
    return Marked(left, start, max(start, end), right, opened, closed, single)


def single_marks(text: str, start: int, end: int, doubles: Sequence[Marked], following: str) -> list[Marked]:
    """Return the stretches between single marks that stand outside double ones; apostrophes are passed over."""
    openers = [m.start() for m in SINGLE_OPEN.finditer(text, start, end)]
    if not openers:
        return []
    inside = bytearray(end - start)
    for m in doubles:
        inside[m.left - start : m.right - start] = b"\1" * (m.right - m.left)
    closers = [m.start() for m in SINGLE_CLOSE.finditer(text, start, end) if not inside[m.start() - start]]
    openers = [at for at in openers if not inside[at - start]]
    if text[start : start + 1] in ("'", "‘") and (not openers or openers[0] != start):
        openers = [o for o in openers if o != start]
    found: list[Marked] = []
    at = 0
    free = start
    for n, opener in enumerate(openers):
        if opener < free:
            continue
        limit = openers[n + 1] if n + 1 < len(openers) else end
        while at < len(closers) and closers[at] <= opener + 1:
            at += 1
        close = -1
        scan = at
        while scan < len(closers):
            here = closers[scan]
            if here > limit and close >= 0:
                break
            close = here
            after = text[here + 1 : here + 3]
            if text[here - 1] != "s" or not after or not (after[0] == " " and after[1:2].islower()):
                break
            scan += 1
        if close >= 0:
            found.append(stretch(text, opener, opener + 1, close, close + 1, single=True))
            free = close + 1
            at = max(at, scan)
        elif opener == start and following in ("'", "‘") and following:
            found.append(stretch(text, opener, opener + 1, end, end, closed=False, single=True))
            break
    return [m for m in found if m.end > m.start]


def outermost(doubles: Sequence[Marked], singles: Sequence[Marked]) -> list[Marked]:
    """Return the stretches that stand in no other one, in order."""
    out: list[Marked] = []
    for m in sorted([*doubles, *singles], key=lambda m: (m.left, -m.right)):
        if not out or m.left >= out[-1].right:
            out.append(m)
    return out
