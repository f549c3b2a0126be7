"""The pattern language; `docs/patterns.md` explains it to users.

A pattern is matched against tokens without regard to case (curly and straight apostrophes are alike). A token is a
word with its inner hyphens and apostrophes (``co-operate``, ``don't``), a number, or a mark.

===================================  =========================================================================
``new politics``                     these tokens one after the other
``plural*  m?n``                     ``*`` any run of characters, ``?`` one character, inside a word
``* politics``                       a bare ``*`` is any one word, a bare ``?`` any of one letter; neither is a mark
``work|working with``                either word in that place
``/colou?rs?/``                      a regular expression (RE2) that fits one whole token
``attack* ... them``                 up to four words between
``attack* ...2 them``                up to two words between
``victories [sic]``                  marks are tokens too, and must be written where the text has them
``tax* BEFORE cut* WITHIN 5``        'tax*' counts where 'cut*' follows, at most five words on
``tax* AFTER low*``                  where 'low*' stands earlier in the sentence
``tax* NEAR cut* WITHIN PARAGRAPH``  on either side, in the same paragraph
``good UNLESS AFTER not WITHIN 3``   everywhere but where 'not' stands up to three words before
===================================  =========================================================================

No pattern reaches over the end of a sentence, unless it says ``WITHIN PARAGRAPH``; a mark that the pattern does not name
breaks a phrase and a gap, and counts for nothing in a distance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from rhetoric.errors import DictionaryError
from rhetoric.match.entry import Entry
from rhetoric.match.regular import faults, is_regular
from rhetoric.model.wordform import spans

GAP = re.compile(r"(?:\.\.\.|…)(\d*)")
USUAL_GAP, LARGEST_GAP, FARTHEST = 4, 20, 1000
MOST_PLACES = 100
STAR, QUERY = "\ua66e", "\ua66d"  # letters that no text uses stand for the wildcards while a word is cut
WILD = re.compile(r"[*?]")
ORDERS = ("BEFORE", "AFTER", "NEAR")
SPANS = ("SENTENCE", "PARAGRAPH")
KEYWORDS = (*ORDERS, "UNLESS", "WITHIN")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern.

    Parameters
    ----------
    words : tuple of str
        The alternatives, with wildcards, or one regular expression between slashes.
    gap : int
        How many words may stand between the element before and this one.
    """

    words: tuple[str, ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """What else must, or must not, stand near a hit.

    Parameters
    ----------
    elements : tuple of Element
        The other phrase.
    order : {'before', 'after', 'near'}
        Where the hit stands, seen from the other phrase.
    span : {'sentence', 'paragraph'}
        What both must stand in.
    within : int
        How many words on the other phrase may begin, or have ended; 0 for any distance.
    unless : bool
        Whether the hit counts where this does *not* hold.
    """

    elements: tuple[Element, ...]
    order: Literal["before", "after", "near"]
    span: Literal["sentence", "paragraph"] = "sentence"
    within: int = 0
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern read: a phrase, and the conditions that all must hold for it to count.

    Parameters
    ----------
    elements : tuple of Element
    conditions : tuple of Condition
    """

    elements: tuple[Element, ...]
    conditions: tuple[Condition, ...] = ()


Fault = Callable[[str, str], DictionaryError]


def parse(entry: Entry) -> Rule:
    """Read a pattern.

    Raises
    ------
    DictionaryError
        If the pattern is malformed, or would match without limit; the message says why and what to write.
    """

    def fault(what: str, do: str) -> DictionaryError:
        return DictionaryError(f"pattern {entry.pattern!r}: {what}", do, entry.where, entry.line)

    parts = entry.pattern.split()
    if len(parts) == 1:
        return Rule(phrase(parts, fault))
    first = next((n for n, p in enumerate(parts) if p in KEYWORDS), len(parts))
    if first == 0 and parts:
        raise fault(f"nothing before {parts[0]}", "write first what is to be counted")
    rule = Rule(phrase(parts[:first], fault), conditions(parts[first:], fault))
    for elements in (rule.elements, *(c.elements for c in rule.conditions)):
        bounded(elements, fault)
    return rule


def conditions(parts: Sequence[str], fault: Fault) -> tuple[Condition, ...]:
    """Read what follows the phrase of a pattern: ``[UNLESS] BEFORE|AFTER|NEAR phrase [WITHIN reach]``, any number."""
    out = []
    at = 0
    while at < len(parts):
        unless = parts[at] == "UNLESS"
        at += unless
        order = parts[at] if at < len(parts) else ""
        if order not in ORDERS:
            what = f"UNLESS is followed by {order or 'nothing'!r}" if unless else f"{order} stands alone"
            raise fault(what, "write BEFORE, AFTER or NEAR, and then a word")
        end = next((n for n in range(at + 1, len(parts)) if parts[n] in KEYWORDS), len(parts))
        if end == at + 1:
            raise fault(f"nothing after {order}", "write a word after it")
        elements = phrase(parts[at + 1 : end], fault)
        span: Literal["sentence", "paragraph"] = "sentence"
        within = 0
        if end < len(parts) and parts[end] == "WITHIN":
            reach = parts[end + 1] if end + 1 < len(parts) else ""
            if reach in SPANS:
                span = "paragraph" if reach == "PARAGRAPH" else "sentence"
            elif reach.isdecimal() and 0 < int(reach[:9]) <= FARTHEST:
                within = int(reach)
            else:
                do = f"write a number of words from 1 to {FARTHEST}, SENTENCE or PARAGRAPH"
                raise fault(f"WITHIN is followed by {reach or 'nothing'!r}", do)
            end += 2
        if end < len(parts) and parts[end] not in KEYWORDS:
            raise fault(f"{parts[end]!r} after WITHIN {parts[end - 1]}", "put the phrase before WITHIN")
        low: Literal["before", "after", "near"] = (
            "before" if order == "BEFORE" else "after" if order == "AFTER" else "near"
        )
        out.append(Condition(elements, low, span, within, unless))
        at = end
    return tuple(out)


def phrase(parts: Sequence[str], fault: Fault) -> tuple[Element, ...]:
    """Read words and gaps."""
    elements: list[Element] = []
    gap = 0
    for n, part in enumerate(parts):
        if found := GAP.fullmatch(part):
            if n in (0, len(parts) - 1) or gap:
                raise fault("a gap must stand between two words", "remove it, or add the word")
            gap = int(found[1][:9]) if found[1] else USUAL_GAP
            if not 0 < gap <= LARGEST_GAP:
                raise fault(f"a gap of {found[1]}", f"write a number from 1 to {LARGEST_GAP}")
            continue
        elements += placed(part, gap, fault)
        gap = 0
    if len(elements) > MOST_PLACES:
        raise fault(f"a phrase of {len(elements)} words", f"write at most {MOST_PLACES}")
    if not elements:
        raise fault("it is empty", "write a word")
    return tuple(elements)


def placed(part: str, gap: int, fault: Fault) -> list[Element]:
    """Read what stands between two blanks: a word or some, alternatives, or a regular expression."""
    if is_regular(part):
        if what := faults(part):
            raise fault(what, "mend it, or write the words out; it must fit one whole token")
        return [Element((part,), gap)]
    words = tuple(part.split("|")) if len(part) > 1 else (part,)
    if not all(words):
        raise fault("an empty alternative", "write a word on both sides of '|'")
    cut = [pieces(w) for w in words]
    if len(cut) == 1:
        return [Element((w,), gap if not k else 0) for k, w in enumerate(cut[0])]
    if any(len(c) > 1 for c in cut):
        raise fault("an alternative of several tokens", "write one entry for each")
    return [Element(tuple(dict.fromkeys(c[0] for c in cut)), gap)]


def bounded(elements: Sequence[Element], fault: Fault) -> None:
    """Refuse a phrase that any word begins and that then may skip words: it fits everywhere, many times over."""
    gap = next((n for n, e in enumerate(elements) if e.gap), 0)
    if gap and all(bare(e) for e in elements[:gap]):
        raise fault("a gap after nothing but bare wildcards fits everywhere", "put a word before the gap")


def bare(element: Element) -> bool:
    """Whether any word fits a place."""
    return any(w.count("*") and not w.strip("*?") for w in element.words)


def pieces(word: str) -> list[str]:
    """Return the tokens that a written word is cut into, as a text would be."""
    if word.isalpha():
        return [word]
    masked = word.replace("*", STAR).replace("?", QUERY)
    return [masked[s:e].replace(STAR, "*").replace(QUERY, "?") for s, e in spans(masked)]
