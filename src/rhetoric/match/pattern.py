"""The pattern language.

A pattern is matched against tokens without regard to case (curly and straight apostrophes are alike). A token is a
word with its inner hyphens and apostrophes (``co-operate``, ``don't``), a number, or a mark.

=====================  =======================================================================
``new politics``       these tokens one after the other
``plural*  m?n``       ``*`` any run of characters, ``?`` one character, inside a word
``* politics``         a bare ``*`` is any one word, a bare ``?`` any of one letter; neither is a mark
``work|working with``  either word in that place
``attack* ... them``   up to four words between
``attack* ...2 them``  up to two words between
``victories [sic]``    marks are tokens too, and must be written where the text has them
=====================  =======================================================================

No pattern reaches over the end of a sentence; a mark that the pattern does not name breaks a phrase and a gap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rhetoric.errors import DictionaryError
from rhetoric.match.entry import Entry
from rhetoric.model.wordform import spans

GAP = re.compile(r"(?:\.\.\.|…)(\d*)")
USUAL_GAP, LARGEST_GAP = 4, 20
STAR, QUERY = "\ua66e", "\ua66d"  # letters that no text uses stand for the wildcards while a word is cut
WILD = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern.

    Parameters
    ----------
    words : tuple of str
        The alternatives, with wildcards.
    gap : int
        How many words may stand between the element before and this one.
    """

    words: tuple[str, ...]
    gap: int = 0


def parse(entry: Entry) -> tuple[Element, ...]:
    """Return the places of a pattern.

    Raises
    ------
    DictionaryError
        If the pattern is empty, begins or ends with a gap, or holds an empty alternative.
    """

    def fault(what: str, do: str) -> DictionaryError:
        return DictionaryError(f"pattern {entry.pattern!r}: {what}", do, entry.where, entry.line)

    elements: list[Element] = []
    gap = 0
    parts = entry.pattern.split()
    for n, part in enumerate(parts):
        if found := GAP.fullmatch(part):
            if n in (0, len(parts) - 1) or gap:
                raise fault("a gap must stand between two words", "remove it, or add the word")
            gap = int(found[1]) if found[1] else USUAL_GAP
            if not 0 < gap <= LARGEST_GAP:
                raise fault(f"a gap of {gap}", f"write a number from 1 to {LARGEST_GAP}")
            continue
        words = tuple(part.split("|")) if len(part) > 1 else (part,)
        if not all(words):
            raise fault("an empty alternative", "write a word on both sides of '|'")
        cut = [pieces(w) for w in words]
        if len(cut) > 1 and any(len(c) > 1 for c in cut):
            raise fault("an alternative of several tokens", "write one entry for each")
        if len(cut) > 1:
            elements.append(Element(tuple(dict.fromkeys(c[0] for c in cut)), gap))
        else:
            elements += [Element((w,), gap if not k else 0) for k, w in enumerate(cut[0])]
        gap = 0
    if not elements:
        raise fault("it is empty", "write a word")
    return tuple(elements)


def pieces(word: str) -> list[str]:
    """Return the tokens that a written word is cut into, as a text would be."""
    masked = word.replace("*", STAR).replace("?", QUERY)
    return [masked[s:e].replace(STAR, "*").replace(QUERY, "?") for s, e in spans(masked)]
